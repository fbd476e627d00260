// A query's words, and the words of the index that each stands for: the same, longer ones, joined ones, synonyms, and,
// where there are none, those spelt nearly so.
"use strict";

(() => {
  const search = globalThis.dossierSearch;
  const MOST_WORDS = 24; // of a query; more is a text, not a question
  const MOST_LETTERS = 4000;
  const EXACT = 0.94; // how like a word must be for others spelt nearly so not to be looked for
  const PAIRS = 3; // ways of cutting a word in two
  const NEAREST = 12; // words a misspelt one may stand for
  const LIKELY = 24; // pages looked at for "Did you mean"

  class Matcher {
    constructor(parts, table) {
      this.parts = parts;
      this.words = search.withTable(table);
      this.stop = new Set(table.stop);
      this.synonyms = table.synonyms;
    }

    // The query's words, and the phrases in quotation marks.
    parse(query) {
      const text = query.slice(0, MOST_LETTERS);
      const phrases = [...text.matchAll(/["“”„«]([^"“”„«»]+)["”“»]/gu)]
        .map((match) => this.words.tokens(match[1]).map(({ word }) => word)).filter((words) => words.length);
      const all = this.words.tokens(text);
      const tokens = all.slice(0, MOST_WORDS);
      const onlyStop = tokens.every(({ word }) => this.stop.has(word));
      const ended = all.length > MOST_WORDS || /[^\p{L}\p{N}\p{M}]$/u.test(text);
      const terms = tokens.map(({ word, others }, at) => ({
        word, others, stem: this.words.stem(word), found: new Map(), guessed: false, optional: !onlyStop && this.stop.has(word),
        whole: ended || at < tokens.length - 1, // whether its reader has gone on from it
      }));
      return { terms, phrases, cut: all.length > MOST_WORDS };
    }

    // Shorter words that a query's word may be a longer form of: pakistani, pakistan.
    #shorter(stem) {
      const found = [];
      for (let length = Math.max(4, stem.length - 4); length < stem.length; length += 1) found.push(stem.slice(0, length));
      return found;
    }

    #alike(stem) {
      return this.synonyms.filter((list) => list.includes(stem)).flat();
    }

    #put(term, word, like) {
      const entry = this.parts.entry("terms", word);
      if (!entry) return;
      const known = term.found.get(word);
      if (!known || known.like < like) term.found.set(word, { like, entry });
    }

    // Fills in `found` of each term: word → how like it is (1: the same), and where it stands.
    async match(terms) {
      const ranges = [];
      terms.forEach((term, index) => {
        const exact = [term.word, term.stem, ...term.others, ...this.#shorter(term.stem), ...this.#alike(term.stem)];
        if (index) exact.push(terms[index - 1].word + term.word);
        ranges.push(...exact.map((word) => [word, word]));
        if (term.word.length > 2) ranges.push([term.word, `${term.word}\uffff`]);
      });
      await this.parts.need("terms", ranges);
      terms.forEach((term, index) => this.#fill(term, terms[index - 1]));
      for (const term of terms) {
        const closest = Math.max(0, ...[...term.found.values()].map(({ like }) => like));
        if (!term.whole && terms.length > 1 && term.word.length < 3 && !closest) term.optional = true; // hardly begun
        else if (closest <= 0.5) await this.#guess(term);
        else if (term.whole && closest < EXACT) await this.#near(term);
      }
    }

    #fill(term, before) {
      this.#put(term, term.word, 1);
      this.#put(term, term.stem, 1);
      if (term.optional) return;
      if (term.word.length > 2) {
        for (const word of this.parts.beginning(term.word)) this.#put(term, word, 0.55 + 0.35 * (term.word.length / word.length));
      }
      for (const word of this.#shorter(term.stem)) this.#put(term, word, 0.5);
      for (const word of this.#alike(term.stem)) this.#put(term, word, 0.6);
      if (!before) return;
      const joined = before.word + term.word;
      this.#put(term, joined, 0.95);
      if (term.found.has(joined)) this.#put(before, joined, 0.95);
    }

    // Words spelt nearly like it or written as one, where the index has none.
    async #guess(term) {
      term.guessed = true;
      term.others.forEach((word) => this.#put(term, word, 0.6));
      if (!term.found.size) await this.#parts(term);
      if (!term.found.size) await this.#near(term);
    }

    async #near(term) {
      const most = this.words.slips(term.stem);
      if (!most) return;
      const close = [];
      for (const word of await this.#written(term.stem[0])) {
        const edits = this.words.distance(term.stem, word, most);
        if (edits <= most) close.push([word, edits]);
      }
      const nearest = close.sort((a, b) => a[1] - b[1]).slice(0, NEAREST);
      await this.parts.need("terms", nearest.map(([word]) => [word, word]));
      for (const [word, edits] of nearest) this.#put(term, word, 0.8 - 0.12 * edits);
    }

    // The two words of the index that were written as one.
    async #parts(term) {
      const { word } = term;
      const begun = (await this.#written(word[0])).filter((first) => first.length > 2 && word.length - first.length > 2 && word.startsWith(first));
      const pairs = begun.sort((a, b) => b.length - a.length).slice(0, PAIRS).map((first) => [first, this.words.stem(word.slice(first.length))]);
      await this.parts.need("terms", pairs.flat().map((part) => [part, part]));
      const pair = pairs.find((two) => two.every((part) => this.parts.entry("terms", part)));
      pair?.forEach((part) => this.#put(term, part, 0.7));
    }

    // Words of the index that begin with the letter, or have it second.
    async #written(letter) {
      const key = `~${letter}`;
      await this.parts.need("heads", [[key, key]]);
      return this.parts.entry("heads", key)?.[0].split(" ") ?? [];
    }

    // How like a query's word is to the label of a kind.
    likeKind(term, kind) {
      let best = 0;
      for (const word of kind.words) {
        if (word === term.word || word === term.stem) return 1;
        if (term.word.length > 2 && word.startsWith(term.word)) best = Math.max(best, 0.55 + 0.35 * (term.word.length / word.length));
        else if (this.synonyms.some((list) => list.includes(term.stem) && list.includes(word))) best = Math.max(best, 0.6);
      }
      return best;
    }

    // Numbers of pages whose names look like the query as a whole, best first, at most three.
    async meant(query, terms) {
      const wanted = this.words.tokens(query.slice(0, 80)).map(({ word }) => word);
      const asked = wanted.join("");
      if (asked.length < 4 || asked.length > 40) return [];
      const pages = await this.#likely([...wanted, asked], new Set(terms.slice(0, 3).map(({ stem }) => stem[0])));
      await this.parts.need("shown", pages.map((page) => [page, page]));
      const close = [];
      for (const page of pages) {
        const [, title, aliases] = this.parts.ofPage("shown", page);
        const value = this.#likeness(asked, wanted, [title, ...aliases]);
        if (value >= 0.62) close.push([page, value + this.parts.kindOf(page).prior / 100]);
      }
      close.sort((a, b) => b[1] - a[1]);
      return close.filter(([, score]) => score > close[0][1] - 0.06).slice(0, 3).map(([page]) => page);
    }

    // Pages with a word in their names that is roughly like one of those asked for; those with most such words first.
    async #likely(asked, letters) {
      const close = new Map();
      for (const letter of letters) {
        for (const word of await this.#written(letter)) {
          for (const candidate of asked) {
            if (candidate.length < 3) continue;
            const most = Math.min(3, Math.floor(Math.max(candidate.length, word.length) * 0.4));
            const edits = this.words.distance(candidate, word, most);
            if (edits <= most && edits < (close.get(word) ?? 99)) close.set(word, edits);
          }
        }
      }
      const some = [...close].sort((a, b) => a[1] - b[1]).slice(0, 3 * LIKELY);
      await this.parts.need("terms", some.map(([word]) => [word, word]));
      const pages = new Map();
      for (const [word, edits] of some) {
        let page = 0;
        const names = this.parts.entry("terms", word)?.[0] ?? [];
        for (let at = 0; at < names.length; at += 2) {
          page += names[at];
          if (this.parts.kindOf(page).prior > search.ABOUT_SITE) pages.set(page, (pages.get(page) ?? 0) + 1 / (1 + edits));
        }
      }
      return [...pages].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LIKELY).map(([page]) => page);
    }

    // How like a query is to names, or to as many of their words: up to 1.1.
    #likeness(asked, wanted, names) {
      let best = 0;
      names.forEach((name, number) => {
        const words = this.words.tokens(name).map(({ word }) => word);
        for (const size of new Set([words.length, wanted.length, 1])) {
          for (let start = 0; start + size <= words.length; start += 1) {
            const part = words.slice(start, start + size).join("");
            if (part.length < 3) continue;
            const longest = Math.max(part.length, asked.length);
            const most = Math.floor(longest * 0.4);
            const edits = this.words.distance(asked, part, most);
            if (edits > most) continue;
            best = Math.max(best, (number ? 0.96 : 1) * (1 - edits / longest + 0.1 * (part.length / words.join("").length)));
          }
        }
      });
      return best;
    }
  }

  search.ABOUT_SITE = -60; // prior of pages about the site, which come last
  search.Matcher = Matcher;
})();
