// Ranking: which pages are about a query. No page elements here: a query in, ranked pages out.
//
// A page is found first by its names, then by its kind and text. All pages get a plain score; the best of them are
// looked at name by name.
"use strict";

(() => {
  const search = globalThis.dossierSearch;
  const ENOUGH = 10; // pages with all the words; with fewer, those with some of them come after
  const CANDIDATES = 300; // pages whose names are looked at closely
  const PHRASE_PAGES = 200; // pages in which an exact phrase is looked for
  const OFTEN = Array.from({ length: 16 }, (_, times) => 1 + 0.6 * Math.log(1 + times)); // what a word said so often is worth

  class Index {
    constructor(manifest, folder) {
      this.parts = new search.Parts(manifest, folder);
      this.matcher = new search.Matcher(this.parts, manifest.words);
      this.words = this.matcher.words;
      this.weights = manifest.weights;
      this.said = new WeakMap(); // section → its words
      this.arrays = []; // one number for each page, used again by each search
    }

    #array(number) {
      const array = (this.arrays[number] ??= new Float32Array(this.parts.count));
      return array.fill(0);
    }

    // Pages for a query, best first, of which so many as `view` are there at once (`shown` loads the others); the number
    // of all, and how many of each kind; `unsure`: whether something else may have been meant.
    async search(query, { limit = 20, view = limit, kind = "" } = {}) {
      const { terms, phrases, cut } = this.matcher.parse(query);
      if (!terms.length) return { hits: [], later: [], total: 0, kinds: [], unsure: false, terms, cut, some: false };
      if (terms.length === 1 && terms[0].word.length < 3 && !phrases.length && !/\p{Nd}/u.test(terms[0].word)) {
        const short = await this.#byHead(terms, limit, view, kind);
        if (short) return short;
      }
      await this.matcher.match(terms);
      const { scores, whole } = this.#score(terms);
      const exact = phrases.length ? await this.#withPhrases(phrases, scores, whole) : null;
      const all = exact ? exact.size : whole.reduce((sum, has) => sum + has, 0);
      const chosen = this.#choose(scores, limit, kind, (page) => (exact ? exact.has(page) : all < ENOUGH || whole[page]));
      const hits = await this.shown(chosen.pages.slice(0, view));
      return {
        hits, later: chosen.pages.slice(view), terms, cut, total: chosen.total, kinds: chosen.kinds,
        some: !all && terms.length > 1 && hits.length > 0,
        unsure: !phrases.length && (!hits.length || terms.some((term) => term.guessed && !term.optional)),
      };
    }

    // Pages whose names are like the query.
    async meant(query, terms) {
      return this.shown(await this.matcher.meant(query, terms));
    }

    // For each word of the query: how much each page says it, and how much of a name it makes up.
    #measure(terms) {
      const count = this.parts.count;
      return terms.map((term, index) => {
        const text = this.#array(3 + 2 * index);
        const share = this.#array(4 + 2 * index);
        for (const [word, { like, entry: [names, texts] }] of term.found) {
          const rarity = like * Math.log(1 + count / (texts.length + names.length / 2 || 1));
          let page = 0;
          for (const value of texts) {
            page += value >> 4;
            const worth = rarity * OFTEN[value & 15];
            if (worth > text[page]) text[page] = worth;
          }
          page = 0;
          for (let at = 0; at < names.length; at += 2) {
            page += names[at];
            if (rarity * 3.4 > text[page]) text[page] = rarity * 3.4;
            const part = (like * word.length) / (((names[at + 1] / 8) | 0) % 256 || 1);
            if (part > share[page]) share[page] = part;
          }
        }
        return { text, share };
      });
    }

    // Scores of all pages that have a word of the query, and which of them have all.
    #score(terms) {
      const measured = this.#measure(terms);
      const scores = this.#array(0);
      const near = this.#array(1);
      const whole = this.#array(2); // first how many of the words, then whether all
      terms.forEach((term, index) => this.#add(term, measured[index], scores, near, whole));
      const needed = terms.filter((term) => !term.optional).length;
      this.parts.kinds.forEach((kind, number) => {
        const ofKind = kind.words.length && terms.every((term) => term.optional || this.matcher.likeKind(term, kind) > 0.9) ? 75 : 0;
        const end = this.parts.kinds[number + 1]?.start ?? this.parts.count;
        for (let page = kind.start; page < end; page += 1) {
          const met = whole[page];
          if (!scores[page] || (!met && needed)) {
            scores[page] = near[page] = 0;
            continue;
          }
          const part = needed ? met / needed : 1;
          scores[page] = 3 * scores[page] * part * part + ofKind;
          near[page] = scores[page] + 60 * near[page];
          whole[page] = met === needed ? 1 : 0;
        }
      });
      for (const [page, score] of this.#byNames(terms, measured, best(near, CANDIDATES))) scores[page] += score;
      return { scores, whole };
    }

    // Adds what a word of the query is worth on each page: said there, or the name of its kind.
    #add(term, { text, share }, scores, near, whole) {
      const counts = term.optional ? 0 : 1;
      this.parts.kinds.forEach((kind, number) => {
        const least = 2.5 * this.matcher.likeKind(term, kind);
        const end = this.parts.kinds[number + 1]?.start ?? this.parts.count;
        for (let page = kind.start; page < end; page += 1) {
          const here = text[page] > least ? text[page] : least;
          if (!here) continue;
          scores[page] += here;
          near[page] += share[page];
          whole[page] += counts;
        }
      });
    }

    // For each of the pages, the score of that of its names which suits the query best.
    #byNames(terms, measured, pages) {
      const looked = this.#array(1);
      for (const [page] of pages) looked[page] = 1;
      const found = new Map();
      for (const name of this.#namesOf(terms, looked)) {
        const score = this.#nameScore(name, terms, (index) => measured[index].text[name.page] > 0);
        if (score > (found.get(name.page) ?? 0)) found.set(name.page, score);
      }
      return found;
    }

    // The names that have a word of the query, with the place of each.
    #namesOf(terms, looked) {
      const names = new Map(); // page * 16 + number of the name → how each word stands in it
      terms.forEach((term, index) => {
        for (const [word, { like, entry: [list] }] of term.found) {
          let page = 0;
          for (let at = 0; at < list.length; at += 2) {
            page += list[at];
            if (!looked[page]) continue;
            const packed = list[at + 1];
            const key = page * 16 + Math.floor(packed / 131072);
            if (!names.has(key)) names.set(key, { page, weight: this.weights[packed % 8], letters: Math.floor(packed / 8) % 256, words: [] });
            const { words } = names.get(key);
            if (like > (words[index]?.like ?? 0)) words[index] = { like, at: Math.floor(packed / 2048) % 64, length: word.length };
          }
        }
      });
      return names.values();
    }

    // How well a name suits the query; `told(index)`: the page's text has the word.
    #nameScore(name, terms, told) {
      const kind = this.parts.kindOf(name.page);
      const there = name.words.filter(Boolean);
      const inOrder = there.every((word, at) => !at || word.at === there[at - 1].at + 1 || word.at === there[at - 1].at);
      const share = Math.min(1, there.reduce((sum, word) => sum + word.like * word.length, 0) / (name.letters || 1));
      const likes = terms.map((term, index) => name.words[index]?.like ?? 0.8 * this.matcher.likeKind(term, kind));
      const missing = terms.map((term, index) => index).filter((index) => !likes[index] && !terms[index].optional);
      if (missing.length) {
        if (!missing.every(told)) return 0;
        if (share < 0.97 || !endsOn(name, terms)) return name.weight * 30 * (there.length > 1 ? there.length / terms.length : 0) ** 2;
        return name.weight * 140 * (0.4 + (0.6 * there.length) / (there.length + missing.length));
      }
      const likeness = likes.reduce((sum, like) => sum + like, 0) / terms.length;
      const whole = inOrder && (share > 0.97 || there.length > 3);
      return name.weight * (likeness * (45 + 50 * share) + (inOrder ? 8 : 0) + (there[0].at === 0 ? 2 : 0) + (whole ? 45 : 0));
    }

    // The best pages, the number of all, and how many there are of each kind.
    #choose(scores, limit, kind, fits) {
      const counts = new Map();
      let total = 0;
      const wanted = this.#array(1);
      this.parts.kinds.forEach(({ start, label, prior }, number) => {
        const end = this.parts.kinds[number + 1]?.start ?? this.parts.count;
        let here = 0;
        for (let page = start; page < end; page += 1) {
          if (!scores[page] || !fits(page)) continue;
          here += 1;
          if (kind && kind !== label) continue;
          wanted[page] = prior > search.ABOUT_SITE ? scores[page] + prior + 100 : scores[page] / 1000; // those come last
        }
        if (here) counts.set(label, (counts.get(label) ?? 0) + here);
        if (!kind || kind === label) total += here;
      });
      return { pages: best(wanted, limit).map(([page]) => page), total, kinds: [...counts] };
    }

    // One or two letters: the pages that are called so, then those whose names begin so.
    async #byHead(terms, limit, view, kind) {
      const [{ word }] = terms;
      await Promise.all([this.parts.need("heads", [[word, word]]), this.parts.need("terms", [[word, word]])]);
      const head = this.parts.entry("heads", word);
      if (!head) return null;
      const called = [];
      let page = 0;
      const names = this.parts.entry("terms", word)?.[0] ?? [];
      for (let at = 0; at < names.length; at += 2) called.push((page += names[at]));
      const [total, beginning] = head;
      const all = [...new Set([...called.slice(0, 20), ...beginning])].filter((number) => this.parts.kindOf(number).prior > search.ABOUT_SITE);
      const counts = new Map();
      for (const number of all) counts.set(this.parts.kindOf(number).label, (counts.get(this.parts.kindOf(number).label) ?? 0) + 1);
      const chosen = all.filter((number) => !kind || this.parts.kindOf(number).label === kind);
      return {
        hits: await this.shown(chosen.slice(0, view)), later: chosen.slice(view, limit), terms, unsure: false, cut: false, some: false,
        total: kind || all.length < beginning.length ? chosen.length : Math.max(total, all.length), kinds: [...counts],
      };
    }

    // What a result shows at once: address, title, other names, kind.
    async shown(pages) {
      await this.parts.need("shown", pages.map((page) => [page, page]));
      return pages.map((page) => {
        const [url, title, aliases] = this.parts.ofPage("shown", page);
        return { page, url, title, aliases, kind: this.parts.kindOf(page).label };
      });
    }

    // Loads the texts of the pages.
    texts(hits) {
      return this.parts.need("texts", hits.map(({ page }) => [page, page]));
    }

    // The section of a hit that has most of the query's words; undefined while its text isn't there.
    sectionOf({ page }, terms) {
      const sections = this.parts.ofPage("texts", page);
      if (!sections || sections.length < 2) return sections?.[0];
      const value = (section) => {
        const words = this.#wordsOf(section);
        return terms.filter((term) => !term.optional && [...term.found.keys()].some((word) => words.has(word))).length;
      };
      return sections.map((section) => [section, value(section)]).reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    }

    // The words of a section, made when first asked for.
    #wordsOf(section) {
      if (!this.said.has(section)) {
        const [, title, text] = section;
        this.said.set(section, new Set(this.words.tokens(`${title} ${text}`).flatMap(({ word }) => [word, this.words.stem(word)])));
      }
      return this.said.get(section);
    }

    // Of the pages that have all the words, those that have the phrases word for word.
    async #withPhrases(phrases, scores, whole) {
      const having = this.#array(1);
      whole.forEach((has, page) => has && (having[page] = scores[page]));
      const hits = await this.shown(best(having, PHRASE_PAGES).map(([page]) => page));
      await this.texts(hits);
      const line = (text) => ` ${this.words.tokens(text).map(({ word }) => word).join(" ")} `;
      return new Set(hits.filter(({ page, title, aliases }) => {
        const sections = this.parts.ofPage("texts", page);
        const lines = [title, ...aliases, ...sections.flatMap(([, heading, text]) => [heading, text])].map(line);
        return phrases.every((words) => lines.some((text) => text.includes(` ${words.join(" ")} `)));
      }).map(({ page }) => page));
    }
  }

  // "saudi crown prince", "president of iran": the whole of a name comes last, or only "of" something comes after it.
  function endsOn(name, terms) {
    const of = terms.findIndex((term) => term.word === "of");
    return Boolean(name.words[(of > 0 ? of : terms.length) - 1]);
  }

  // The pages with the highest scores, best first; of equal ones the first.
  function best(scores, most) {
    const pages = new Int32Array(most); // a heap: each comes after the two that stand below it, the last of all on top
    let size = 0;
    const after = (one, other) => scores[one] < scores[other] || (scores[one] === scores[other] && one > other);
    const sink = (page, from) => {
      let at = from;
      for (let below = 2 * at + 1; below < size; below = 2 * at + 1) {
        if (below + 1 < size && after(pages[below + 1], pages[below])) below += 1;
        if (!after(pages[below], page)) break;
        pages[at] = pages[below];
        at = below;
      }
      pages[at] = page;
    };
    for (let page = 0; page < scores.length; page += 1) {
      if (!scores[page]) continue;
      if (size === most) {
        if (scores[page] > scores[pages[0]]) sink(page, 0);
      } else {
        pages[size++] = page;
        if (size === most) for (let at = most >> 1; at >= 0; at -= 1) sink(pages[at], at);
      }
    }
    return Array.from(pages.subarray(0, size)).sort((a, b) => (after(a, b) ? 1 : -1)).map((page) => [page, scores[page]]);
  }

  let current; // the promise of the index

  // The index; loaded once, and again after a failure.
  function open(address) {
    current ??= new Promise((resolve, reject) => {
      search.index = (manifest) => {
        const index = new Index(manifest, new URL(".", address));
        search.part = (name, data) => index.parts.put(name, data);
        resolve(index);
      };
      search.loadFile(address).catch(reject);
    }).catch((error) => {
      current = undefined;
      throw error;
    });
    return current;
  }

  search.open = open;
})();
