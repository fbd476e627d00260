// What the dialog shows of a query's pages: titles and texts in pieces, those that the query asks for marked. No page
// elements here, so that all of it may run in a worker; a marked piece is a list of one text.
"use strict";

(() => {
  const search = globalThis.dossierSearch;
  const SNIPPET = 150; // characters

  // What the words of a text are asked: whether the query asks for them. Each word is looked at once a query.
  const hits = new WeakMap();

  // Whether a folded word of a text is one that the query asks for.
  function isHit(words, word, terms) {
    if (!hits.has(terms)) hits.set(terms, new Map());
    const known = hits.get(terms);
    if (!known.has(word)) {
      const stem = words.stem(word);
      known.set(word, terms.some((term) => !term.optional && (term.found.has(word) || term.found.has(stem) || word === term.word
        || (term.word.length > 2 && word.startsWith(term.word)))));
    }
    return known.get(word);
  }

  // The parts with neighbouring texts as one: the browser lays out fewer.
  function joined(parts) {
    const found = [];
    for (const part of parts) {
      if (typeof part === "string" && typeof found.at(-1) === "string") found[found.length - 1] += part;
      else found.push(part);
    }
    return found;
  }

  const LETTERS = "[\\p{L}\\p{N}\\p{M}'’]+";
  const JOINED = /[^\p{L}\p{N}\p{M}]/u;
  const WORD = new RegExp(`(${LETTERS})`, "u");
  // Numbers with separators, and words that hyphens hold together.
  const GROUP = new RegExp(`(\\p{Nd}{1,3}(?:[,.'’\u00a0\u202f]\\p{Nd}{3})+|${LETTERS}(?:[-\u2010\u2013]${LETTERS})*)`, "u");

  // The text with the query's words marked: a whole group where the query has it as one word.
  function marked(words, text, terms) {
    return joined(text.split(GROUP).flatMap((group, index) => {
      if (index % 2 === 0) return [group];
      if (JOINED.test(group)) {
        const whole = words.tokens(group).map(({ word }) => word).join("");
        if (terms.some((term) => term.found.has(whole) || term.word === whole)) return [[group]];
      }
      return group.split(WORD).flatMap((part, at) => (at % 2 ? markedWord(words, part, terms) : [part]));
    }));
  }

  function markedWord(words, part, terms) {
    const folded = words.foldWord(part);
    if (words.isSpaceless(folded)) return markedInside(words, part, terms);
    return isHit(words, folded, terms) ? [[part]] : [part];
  }

  // In a script without spaces: the characters asked for, inside a run.
  function markedInside(words, run, terms) {
    const parts = [];
    const characters = [...run];
    const hit = characters.map(() => false);
    characters.forEach((character, at) => {
      const pair = words.fold(character + (characters[at + 1] ?? ""));
      if (terms.some((term) => term.word === pair || term.word === words.fold(character))) {
        hit[at] = true;
        if (characters[at + 1] && terms.some((term) => term.word === pair)) hit[at + 1] = true;
      }
    });
    characters.forEach((character, at) => parts.push(hit[at] ? [character] : character));
    return parts;
  }

  function snippet(words, text, terms) {
    let at = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)) {
      if (isHit(words, words.foldWord(match[0]), terms)) {
        at = match.index;
        break;
      }
    }
    const start = at > SNIPPET / 2 ? text.lastIndexOf(" ", at - SNIPPET / 3) + 1 : 0;
    const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
    return `${start ? "… " : ""}${text.slice(start, end > start ? end : text.length)}${end < text.length ? " …" : ""}`;
  }

  // The words of another name, which results show again and again.
  const named = new Map();
  function wordsOf(words, name) {
    if (!named.has(name)) named.set(name, words.tokens(name).map(({ word }) => word));
    return named.get(name);
  }

  // Answers the dialog; `number` tells its queries apart, and nothing is answered to an older one.
  class Searcher {
    constructor(index) {
      this.index = index;
      this.latest = {};
    }

    // Loads what a first letter may need before one is typed.
    warm() {
      this.index.parts.loadFew();
    }

    // The first results, how many come later, how many there are of each kind.
    async ask({ number, query, ...options }) {
      this.latest = { number };
      const found = await this.index.search(query, options);
      const { hits, later, terms, ...told } = found;
      if (this.latest.number === number) this.latest = { number, query, terms, later, hits: [...hits] };
      return { ...told, later: later.length, hits: hits.map((hit) => this.#result(hit, terms)) };
    }

    // The results that come later.
    async others(number) {
      const { later, terms, hits } = this.latest;
      const others = await this.index.shown(later);
      if (this.latest.number !== number) return [];
      hits.push(...others);
      return others.map((hit) => this.#result(hit, terms));
    }

    // Pages that may have been meant.
    async meant(number) {
      const { query, terms } = this.latest;
      return this.latest.number === number ? this.index.meant(query, terms) : [];
    }

    // The texts of results that came without: place among them, text, anchor.
    async texts(number) {
      const { hits, terms } = this.latest;
      const without = hits.map((hit, at) => [hit, at]).filter(([hit]) => !this.index.sectionOf(hit, terms));
      if (without.length) await this.index.texts(without.map(([hit]) => hit));
      return this.latest.number === number ? without.map(([hit, at]) => ({ at, ...this.#text(hit, terms) })) : [];
    }

    // A result: title and kind at once, the text when it is there.
    #result(hit, terms) {
      const { words } = this.index;
      const also = hit.aliases.filter((alias) => wordsOf(words, alias).some((word) => isHit(words, word, terms)));
      return {
        url: hit.url, kind: hit.kind, title: marked(words, hit.title, terms),
        also: also.slice(0, 3).map((alias) => marked(words, alias, terms)), ...this.#text(hit, terms),
      };
    }

    #text(hit, terms) {
      const section = this.index.sectionOf(hit, terms);
      const text = section ? snippet(this.index.words, section[2], terms) : "";
      return { anchor: section?.[0] ?? "", text: text ? marked(this.index.words, text, terms) : [] };
    }
  }

  search.Searcher = Searcher;
})();
