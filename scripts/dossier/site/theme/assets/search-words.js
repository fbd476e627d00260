// Words as the search compares them: the same steps as in the package's finish/words.py, with the table beside the index.
"use strict";

(() => {
  const NUMBER = /(?<![\d.,])\d{1,3}(?:[,.'’٬\u00a0\u2009\u202f]\d{3})+(?!\d)/gu;
  const ACRONYM = /(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu;

  const MOST_KEPT = 20_000; // folded words

  // A word without the English endings of number and tense.
  function stem(word) {
    if (/\p{Nd}/u.test(word)) return word;
    if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    if (word.length > 5 && word.endsWith("ing")) return word.slice(0, -3);
    if (word.length > 5 && /[^aeiou]ed$/u.test(word)) return word.slice(0, -2);
    if (word.length > 3 && /[^sui]s$/u.test(word)) return word.slice(0, -1);
    return word;
  }

  const rows = [0, 1, 2].map(() => new Uint8Array(64)); // of the table of edits: this one, the last, the one before it

  // Edits between two words (a swap of neighbours is one), or more than `most` when there are more.
  function distance(a, b, most) {
    if (a.length - b.length > most || b.length - a.length > most) return most + 1;
    if (a.length > 62 || b.length > 62) return a === b ? 0 : most + 1;
    let [row, last, before] = rows;
    for (let j = 0; j <= b.length; j += 1) last[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      const from = Math.max(1, i - most); // further off the diagonal there are too many
      const to = Math.min(b.length, i + most);
      row[from - 1] = from > 1 ? most + 1 : i;
      let least = row[from - 1];
      const letter = a.charCodeAt(i - 1);
      for (let j = from; j <= to; j += 1) {
        const other = b.charCodeAt(j - 1);
        let edits = last[j - 1] + (letter === other ? 0 : 1);
        if (last[j] + 1 < edits) edits = last[j] + 1;
        if (row[j - 1] + 1 < edits) edits = row[j - 1] + 1;
        if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other && before[j - 2] + 1 < edits) edits = before[j - 2] + 1;
        row[j] = edits;
        if (edits < least) least = edits;
      }
      if (to < b.length) row[to + 1] = most + 1;
      if (least > most) return most + 1;
      [row, last, before] = [before, row, last];
    }
    return last[b.length];
  }

  // How many slips of the hand a word may hold.
  const slips = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : word.length < 12 ? 2 : 3);

  // The functions that need the table of letters.
  function withTable(table) {
    const letters = new Map(Object.entries(table.letters));
    for (const zero of table.zeros) {
      for (let value = 0; value < 10; value += 1) letters.set(String.fromCodePoint(zero.codePointAt(0) + value), String(value));
    }
    const known = new RegExp(`[${[...letters.keys()].join("")}]`, "gu");
    const kept = new RegExp(`[${table.kept}]`, "u");
    const word = `[\\p{L}\\p{N}${table.kept}]+`;
    const words = new RegExp(word, "gu");
    const groups = new RegExp(`${word}(?:[-\u2010\u2012\u2013]${word})*`, "gu");
    const spaceless = new RegExp(`[${table.spaceless}]`, "u");
    const parts = new RegExp(`[${table.spaceless}]+|[^${table.spaceless}]+`, "gu");
    const translate = (text) => text.replace(known, (letter) => letters.get(letter));

    // Without case, accents, apostrophes, separators of thousands and the points of acronyms.
    function fold(text) {
      const plain = translate(text).replace(NUMBER, (number) => number.replace(/\D/g, ""))
        .normalize("NFKD").toLowerCase().normalize("NFKD")
        .replace(/[\p{M}\u0640\u200b-\u200f]/gu, (mark) => (kept.test(mark) ? mark : ""));
      return translate(plain).replace(/['’ʼ](?:s(?![\p{L}\p{N}]))?/gu, "").replace(ACRONYM, "$1");
    }

    // The same of one word, which results show again and again.
    const folded = new Map();
    function foldWord(text) {
      if (folded.size > MOST_KEPT) folded.clear();
      if (!folded.has(text)) folded.set(text, fold(text));
      return folded.get(text);
    }

    function ofRun(run) {
      const found = [];
      for (const part of run.match(parts) ?? []) {
        if (!spaceless.test(part)) {
          found.push({ word: part, others: /^\p{Nd}/u.test(part) ? part.match(/\p{Nd}+|\P{Nd}+/gu) : [] });
          continue;
        }
        const characters = [...part];
        if (characters.length === 1) found.push({ word: part, others: [] });
        for (let at = 1; at < characters.length; at += 1) found.push({ word: characters[at - 1] + characters[at], others: [] });
      }
      return found;
    }

    // The words of a text in order. `joined`: the forms that hyphens may hold together, at the number of their last word.
    function tokens(text) {
      const found = [];
      for (const group of fold(text).match(groups) ?? []) {
        for (const run of group.match(words)) found.push(...ofRun(run));
      }
      return found;
    }
    return { fold, foldWord, tokens, stem, distance, slips, isSpaceless: (text) => spaceless.test(text) };
  }

  globalThis.dossierSearch = Object.assign(globalThis.dossierSearch ?? {}, { withTable });
})();
