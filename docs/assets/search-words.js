// Words as the search compares them.

// Without case, accents, apostrophes and the points of acronyms.
export const fold = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’ʼ](s\b)?/g, "")
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1"); // u.s. is us

export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// A word without the endings of number and tense.
export function stem(word) {
  if (/\d/.test(word)) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 5 && word.endsWith("ing")) return word.slice(0, -3);
  if (word.length > 5 && /[^aeiou]ed$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}

// Edits between two words (a swap of neighbours is one), or more than `most` when there are more.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

// How many slips of the hand a word may hold.
export const slips = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : word.length < 12 ? 2 : 3);

// The text of an entry of the index: no markup, no paragraph marks.
export const strip = (html) =>
  html.replace(/<[^>]+>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&").replace(/¶\s?\w+/g, " ").replace(/\s+/g, " ").replace(/ ([.,;:!?”’)])/g, "$1").trim();

// Words for the same kind of thing, so that "bus attack" finds an ambush; general vocabulary only.
export const SYNONYMS = [
  ["attack", "ambush", "bombing", "assault", "raid", "massacre"],
  ["quote", "quotation", "said", "say", "words"],
  ["agreement", "deal", "pact", "accord", "treaty"],
  ["visit", "trip", "tour"],
  ["meeting", "talks", "summit"],
  ["claim", "allegation", "accusation", "blame"],
  ["kill", "dead", "death", "casualty"],
  ["railway", "rail", "train"],
  ["group", "militant", "insurgent"],
  ["minister", "premier"],
  ["port", "harbour", "harbor"],
  ["spokesman", "spokesperson", "spokeswoman"],
].map((list) => list.map(stem));

export const STOP_WORDS = new Set("a an and at by did do does for from in is of on or that the to was were what when where which who why with".split(" "));
