// Ranking: which pages are about a query. No DOM here: entries of search_index.json in, ranked pages out.
//
// A page is found first by its names (title and aliases, which its front matter lists as tags), then by its kind,
// headings and text. A word matches exactly, by its beginning, or, where the index has no such word, by its spelling.

// Words for the same kind of thing, so that "bus attack" finds an ambush; general vocabulary only.
const SYNONYMS = [
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

const STOP_WORDS = new Set("a an and at by did do does for from in is of on or that the to was were what when where which who why with".split(" "));

// Where two pages match alike, the one about a thing comes before the one that quotes, claims or lists it.
const PRIORS = { actors: 10, places: 10, events: 10, agreements: 10, quotes: 2, claims: 0, articles: -4 };

function priorOf(url) {
  const [section, page] = url.split("/");
  return page ? (PRIORS[section] ?? 0) : -3; // a section's index, or a page beside the sections
}

export const fold = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/['’ʼ](s\b)?/g, "")
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1"); // u.s. is us

export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function stem(word) {
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

const slips = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : word.length < 12 ? 2 : 3);

const strip = (html) =>
  html.replace(/<[^>]+>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&").replace(/¶\s?\w+/g, " ").replace(/\s+/g, " ").replace(/ ([.,;:!?”’)])/g, "$1").trim();

// The page's first paragraphs, without the line of other names: what a result shows.
const introOf = (html) =>
  (html.match(/<p>.*?<\/p>/gs) ?? []).map(strip).filter((text) => !text.startsWith("Also known as")).join(" ");

// Title and aliases; of “words” – speaker, the words count for more, since the speaker has a page of their own.
function namesOf(title, aliases) {
  const [words, speaker] = title.startsWith("“") ? title.split(/(?<=”) – /) : [title];
  const texts = [[words, 1], ...(speaker ? [[title, 0.8]] : []), ...aliases.map((alias) => [alias, 0.96])];
  return texts.map(([text, weight]) => ({ text, weight, words: wordsOf(text).map(stem) }));
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
          url, kind, aliases, title, names: namesOf(title, aliases), kindWords: wordsOf(kind).map(stem), intro: introOf(entry.text),
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

  #nameScore(page, terms) {
    let best = 0;
    for (const name of page.names) {
      const length = name.words.join("").length || 1;
      let sum = 0;
      let covered = 0;
      let missed = 0;
      let endsOnName = false;
      let afterOf = false;
      const positions = [];
      let rest = 0; // words of the query that stand elsewhere in the page's opening
      for (const term of terms) {
        let value = 0;
        let at = -1;
        name.words.forEach((word, index) => {
          const like = term.found.get(word) ?? 0;
          if (like > value) [value, at] = [like, index];
        });
        const kind = Math.max(0, ...page.kindWords.map((word) => term.found.get(word) ?? 0));
        if (at >= 0) {
          covered += value * name.words[at].length;
          positions.push(at);
        } else if (kind) {
          value = 0.8 * kind;
        } else if (!term.optional) {
          missed += 1;
          if ([...term.found.keys()].some((word) => page.sections[0].line.includes(` ${word} `))) rest += 1;
        }
        sum += value;
        endsOnName = at >= 0 || (endsOnName && term.optional) || (endsOnName && afterOf);
        afterOf = term.word === "of" || (afterOf && at < 0);
      }
      if (!positions.length) continue;
      const share = Math.min(1, covered / length);
      if (missed) { // "saudi crown prince": the whole of a name, told apart by words before it or after "of"
        if (rest === missed && share > 0.97 && endsOnName) {
          best = Math.max(best, name.weight * 140 * (0.6 + 0.4 * (positions.length / (positions.length + missed))));
        }
        continue;
      }
      const inOrder = positions.every((at, index) => index === 0 || at === positions[index - 1] + 1);
      const whole = inOrder && share > 0.97 ? 45 : 0;
      const score = name.weight * ((sum / terms.length) * (45 + 50 * share) + (inOrder ? 8 : 0) + (positions[0] === 0 ? 2 : 0) + whole);
      best = Math.max(best, score);
    }
    const asked = terms.filter((term) => !term.optional);
    const ofKind = asked.every((term) => page.kindWords.some((word) => term.found.get(word) > 0.9));
    return ofKind && page.kindWords.length ? best + 75 : best;
  }

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
      const name = this.#nameScore(page, terms);
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
