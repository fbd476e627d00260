// The search index in parts (made by the package's finish/search_index.py): each is loaded when a query needs it.
"use strict";

(() => {
  const search = globalThis.dossierSearch;
  const MOST_FORMS = 80; // words that one beginning stands for
  const MOST_PARTS = 4; // that one beginning may load
  const FEW = 8; // parts that may be loaded before the first letter

  // Loads a file of the index. In a worker it is fetched and read as the data that it holds, which never runs as a script.
  async function loadFile(url) {
    if (globalThis.document) return window.dossier.loadScript(url);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`not loaded: ${url}`);
    const call = await answer.text();
    const open = call.indexOf("(");
    search[call.slice("dossierSearch.".length, open)](...JSON.parse(`[${call.slice(open + 1, call.lastIndexOf(")"))}]`));
  }

  // The number of the part of a sorted list that would have the key.
  function partOf(parts, key) {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (parts[middle][0] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  class Parts {
    constructor(manifest, folder) {
      this.folder = folder;
      this.count = manifest.count;
      this.kinds = manifest.kinds.map(([start, label, words, prior]) => ({ start, label, words, prior }));
      this.lists = manifest.lists; // terms, heads, shown, texts: the first key and the file of each part
      this.loaded = new Map(); // part → its data
      this.loading = new Map(); // part → the promise of it
      this.sorted = new Map(); // part → its words in order
    }

    // Called by each part itself.
    put(name, data) {
      this.loaded.set(name, data);
    }

    load(list, number) {
      const name = `${list}${number}`;
      if (!this.loading.has(name)) {
        this.loading.set(name, loadFile(new URL(this.lists[list][number][1], this.folder)).catch((error) => {
          this.loading.delete(name); // the next search tries again
          throw error;
        }));
      }
      return this.loading.get(name);
    }

    // Loads what answers a first letter, where that is little; what fails is asked for again by the query that needs it.
    loadFew() {
      const parts = ["heads", "shown"].flatMap((list) => this.lists[list].map((_, number) => [list, number]));
      if (parts.length <= FEW) parts.forEach(([list, number]) => this.load(list, number).catch(() => {}));
    }

    // Waits until the parts are there that the keys, or ranges of keys, may stand in.
    async need(list, ranges) {
      const numbers = new Set();
      for (const [from, to] of ranges) {
        const first = partOf(this.lists[list], from);
        const last = Math.min(partOf(this.lists[list], to), first + MOST_PARTS - 1);
        for (let number = first; number <= last; number += 1) if (!this.loaded.has(`${list}${number}`)) numbers.add(number);
      }
      if (numbers.size) await Promise.all([...numbers].map((number) => this.load(list, number)));
    }

    // The entry of a word, when its part is there.
    entry(list, word) {
      const data = this.loaded.get(`${list}${partOf(this.lists[list], word)}`);
      return data && Object.hasOwn(data, word) ? data[word] : undefined;
    }

    // What is kept of a page in a list that goes by page numbers; undefined while it isn't there.
    ofPage(list, page) {
      const number = partOf(this.lists[list], page);
      return this.loaded.get(`${list}${number}`)?.[page - this.lists[list][number][0]];
    }

    // Words of the index that begin so; those in most pages, when there are many.
    beginning(prefix) {
      const found = [];
      const parts = this.lists.terms;
      const end = `${prefix}\uffff`;
      for (let number = partOf(parts, prefix); number < parts.length && parts[number][0] <= end; number += 1) {
        const data = this.loaded.get(`terms${number}`);
        if (!data) break;
        const words = this.#words(number, data);
        for (let at = firstFrom(words, prefix); at < words.length && words[at].startsWith(prefix); at += 1) found.push(words[at]);
      }
      if (found.length <= MOST_FORMS) return found;
      const size = (word) => {
        const entry = this.entry("terms", word);
        return entry[0].length * 4 + entry[1].length;
      };
      return found.map((word) => [word, size(word)]).sort((a, b) => b[1] - a[1]).slice(0, MOST_FORMS).map(([word]) => word);
    }

    #words(number, data) {
      if (!this.sorted.has(number)) this.sorted.set(number, Object.keys(data).sort());
      return this.sorted.get(number);
    }

    // The run of pages of one kind that a page is in.
    kindOf(page) {
      let at = this.kinds.length - 1;
      while (at > 0 && this.kinds[at].start > page) at -= 1;
      return this.kinds[at];
    }
  }

  function firstFrom(words, prefix) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  Object.assign(search, { Parts, loadFile });
})();
