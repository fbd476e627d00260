// Ranking: which pages are about a query. No DOM here: entries of search_index.json in, ranked pages out.
//
// A page is found first by its names (title and aliases, which its front matter lists as tags), then by its kind,
// headings and text. A word matches exactly, by its beginning, or, where the index has no such word, by its spelling.

import { distance, slips, stem, STOP_WORDS, strip, SYNONYMS, wordsOf } from "./search-words.js";

// Where two pages match alike, the one about a thing comes before the one that quotes, claims or lists it.
const PRIORS = { actors: 10, places: 10, events: 10, agreements: 10, quotes: 2, claims: 0, articles: -4 };

function priorOf(url) {
  const [section, page] = url.split("/");
  return page ? (PRIORS[section] ?? 0) : -3; // a section's index, or a page beside the sections
}

// The page's first paragraphs, without the line of other names: what a result shows.
const introOf = (html) =>
  (html.match(/<p>.*?<\/p>/gs) ?? []).map(strip).filter((text) => !text.startsWith("Also known as")).join(" ");

// Title, aliases and their initials, each with the weight of a match: of “words” – speaker the words count for more,
// since the speaker has a page; an article's headline for less, since what it tells has pages.
function namesOf(title, aliases, url) {
  const [words, speaker] = title.startsWith("“") ? title.split(/(?<=”) – /) : [title];
  const texts = [[words, url.startsWith("articles/") ? 0.5 : 1], ...aliases.map((alias) => [alias, 0.96])];
  if (speaker) texts.push([title, 0.8]);
  if (/^(actors|places)\/./.test(url)) {
    for (const name of [title, ...aliases]) {
      const initials = wordsOf(name).map((word) => word[0]).join("");
      if (initials.length > 1 && initials.length < 7) texts.push([initials, 0.7]);
    }
  }
  return texts.map(([text, weight]) => ({ text, weight, words: wordsOf(text).map(stem) }));
}

// How the query's words stand in a name: their likeness in all, how many of its letters they cover, where they stand,
// and which of them are missing.
function standing(name, page, terms) {
  let sum = 0;
  let covered = 0;
  const positions = [];
  const missing = [];
  for (const term of terms) {
    let value = 0;
    let at = -1;
    name.words.forEach((word, index) => {
      const like = term.found.get(word) ?? 0;
      if (like > value) [value, at] = [like, index];
    });
    if (at >= 0) {
      sum += value;
      covered += value * name.words[at].length;
      positions.push(at);
      continue;
    }
    const kind = Math.max(0, ...page.kindWords.map((word) => term.found.get(word) ?? 0));
    sum += 0.8 * kind;
    if (!kind && !term.optional) missing.push(term);
  }
  const share = Math.min(1, covered / (name.words.join("").length || 1));
  return { likeness: sum / terms.length, share, positions, missing };
}

// "saudi crown prince", "president of iran": the whole of a name comes last, or only "of" something comes after it.
function endsOnName(name, terms) {
  const of = terms.findIndex((term) => term.word === "of");
  const last = terms[(of > 0 ? of : terms.length) - 1];
  return name.words.some((word) => last.found.has(word));
}

function nameScore(name, page, terms) {
  const { likeness, share, positions, missing } = standing(name, page, terms);
  if (!positions.length) return 0;
  if (missing.length) {
    const opening = page.sections[0].line;
    const told = missing.every((term) => [...term.found.keys()].some((word) => opening.includes(` ${word} `)));
    if (!told || share < 0.97 || !endsOnName(name, terms)) return 0;
    return name.weight * 140 * (0.6 + (0.4 * positions.length) / (positions.length + missing.length));
  }
  const inOrder = positions.every((at, index) => index === 0 || at === positions[index - 1] + 1);
  const whole = inOrder && share > 0.97;
  return name.weight * (likeness * (45 + 50 * share) + (inOrder ? 8 : 0) + (positions[0] === 0 ? 2 : 0) + (whole ? 45 : 0));
}

// The best of the page's names; more where the query names the page's kind ("armed groups").
function namesScore(page, terms) {
  const best = Math.max(...page.names.map((name) => nameScore(name, page, terms)));
  const asked = terms.filter((term) => !term.optional);
  const ofKind = page.kindWords.length && asked.every((term) => page.kindWords.some((word) => term.found.get(word) > 0.9));
  return ofKind ? best + 75 : best;
}

export class Index {
  constructor(entries) {
    this.pages = [...this.#group(entries).values()];
    this.vocabulary = new Map(); // word → number of pages that have it
    for (const page of this.pages) {
      for (const word of page.counts.keys()) this.vocabulary.set(word, (this.vocabulary.get(word) ?? 0) + 1);
    }
  }

  #group(entries) {
    const pages = new Map();
    for (const entry of entries) {
      const [url, anchor = ""] = entry.location.split("#");
      if (!pages.has(url)) {
        const [kind = "Page", ...aliases] = entry.tags ?? [];
        const title = strip(entry.title);
        pages.set(url, {
          url, kind, aliases, title, names: namesOf(title, aliases, url), kindWords: wordsOf(kind).map(stem), intro: introOf(entry.text),
          sections: [], counts: new Map(),
        });
      }
      const page = pages.get(url);
      const title = anchor ? strip(entry.title) : "";
      const text = strip(entry.text);
      const words = wordsOf(text).map(stem);
      page.sections.push({ anchor, title, text, heading: new Set(wordsOf(title).map(stem)), line: ` ${words.join(" ")} ` });
      for (const word of [...words, ...wordsOf(title).map(stem)]) page.counts.set(word, (page.counts.get(word) ?? 0) + 1);
    }
    for (const page of pages.values()) {
      for (const word of [...page.names.flatMap((name) => name.words), ...page.kindWords]) {
        page.counts.set(word, (page.counts.get(word) ?? 0) + 1);
      }
    }
    return pages;
  }

  // How like each word of the index a query's word is: 1 the same, less for a beginning, a synonym or a spelling.
  #alike(word, isLast) {
    const term = stem(word);
    const found = new Map();
    const put = (other, value) => value > (found.get(other) ?? 0) && found.set(other, value);
    for (const other of this.vocabulary.keys()) {
      if (other === term || other === word) put(other, 1);
      else if (word.length > (isLast ? 1 : 2) && other.startsWith(word)) put(other, 0.55 + 0.35 * (word.length / other.length));
      else if (other.length > 3 && term.startsWith(other)) put(other, 0.5);
    }
    for (const list of SYNONYMS) if (list.includes(term)) list.forEach((other) => this.vocabulary.has(other) && put(other, 0.6));
    const close = [...found.values()].some((value) => value > 0.5);
    if (close) return { found, guessed: false };
    const most = slips(term);
    for (const other of this.vocabulary.keys()) {
      if (other.length < 4 || (other[0] !== term[0] && other[1] !== term[0])) continue;
      const edits = distance(term, other, most);
      if (edits <= most) put(other, 0.8 - 0.12 * edits);
    }
    return { found, guessed: true };
  }

  // How much the page's text is about the query, and the section that is most.
  #textScore(page, terms, phrase) {
    let sum = 0;
    let missed = 0;
    let section = page.sections[0];
    let sectionBest = 0;
    const nameWords = new Set(page.names.flatMap((name) => name.words));
    for (const term of terms) {
      let best = 0;
      for (const [word, like] of term.found) {
        const count = page.counts.get(word);
        if (!count) continue;
        const rarity = Math.log(1 + this.pages.length / this.vocabulary.get(word));
        const field = nameWords.has(word) ? 3 : page.kindWords.includes(word) ? 2.5 : 1;
        best = Math.max(best, like * rarity * (field + 0.6 * Math.log(1 + count)));
      }
      if (best) sum += best;
      else if (!term.optional) missed += 1;
    }
    const needed = terms.filter((term) => !term.optional).length || 1;
    if (missed === needed) return { score: 0, section };
    for (const part of page.sections) {
      let value = phrase && part.line.includes(phrase) ? 6 : 0;
      for (const term of terms) {
        for (const [word, like] of term.found) {
          if (part.heading.has(word)) value += 2 * like;
          if (part.line.includes(` ${word} `)) value += like;
        }
      }
      if (value > sectionBest) [section, sectionBest] = [part, value];
    }
    return { score: (sum * 3 + Math.min(sectionBest, 12)) * ((needed - missed) / needed) ** 2, section };
  }

  // Pages for a query, best first, and, where a word had to be guessed or nothing was found, pages that may be meant.
  search(query, limit = 20) {
    const words = wordsOf(query);
    if (!words.length) return { hits: [], meant: [], terms: [] };
    const content = words.filter((word) => !STOP_WORDS.has(word));
    const terms = words.map((word, index) => ({
      word, ...this.#alike(word, index === words.length - 1), optional: content.length > 0 && STOP_WORDS.has(word),
    }));
    const phrase = words.length > 1 ? ` ${words.map(stem).join(" ")} ` : "";
    const hits = [];
    for (const page of this.pages) {
      const name = namesScore(page, terms);
      const { score: text, section } = this.#textScore(page, terms, phrase);
      if (name + text <= 0) continue;
      hits.push({ page, score: name + text + priorOf(page.url), section, byName: name > 0 });
    }
    hits.sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
    const guessed = terms.some((term) => term.guessed && !term.optional);
    return { hits: hits.slice(0, limit), meant: guessed || !hits.length ? this.#meant(query) : [], terms };
  }

  // Names that look like the query as a whole, or in as many of their words.
  #meant(query) {
    const wanted = wordsOf(query);
    const asked = wanted.join("");
    const close = [];
    for (const page of this.pages) {
      let best = 0;
      for (const name of page.names) {
        const words = wordsOf(name.text);
        for (const size of new Set([words.length, wanted.length, 1])) {
          for (let start = 0; start + size <= words.length; start += 1) {
            const part = words.slice(start, start + size).join("");
            if (part.length < 3) continue;
            const longest = Math.max(part.length, asked.length);
            const most = Math.floor(longest * 0.4);
            const edits = distance(asked, part, most);
            if (edits > most) continue;
            best = Math.max(best, name.weight * (1 - edits / longest + 0.1 * (part.length / words.join("").length)));
          }
        }
      }
      if (best >= 0.62) close.push({ page, score: best + priorOf(page.url) / 100 });
    }
    close.sort((a, b) => b.score - a.score);
    return close.filter((item) => item.score > close[0].score - 0.06).slice(0, 3).map((item) => item.page);
  }
}
