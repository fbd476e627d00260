// The search dialog, and the search that the page-not-found page does for its reader. dossier.js opens it and hands on keys.
"use strict";

(() => {
  const SNIPPET = 150; // characters
  const AT_ONCE = 20; // results
  const IN_VIEW = 8; // results that a letter draws; the others follow when the reader pauses
  const PAUSE = 80; // milliseconds without a key before the results below are drawn, and texts fetched
  const HISTORY_PAUSE = 400; // milliseconds: some browsers allow only so many changes of the address

  const search = window.dossierSearch;
  const dialog = document.getElementById("search");
  const address = new URL(dialog.dataset.index, document.baseURI);
  const site = new URL("..", address);
  const input = dialog.querySelector(".search__input");
  const status = dialog.querySelector("#search-status");
  const suggestion = dialog.querySelector(".search__suggest");
  const kinds = dialog.querySelector(".search__kinds");
  const results = dialog.querySelector(".search__results");
  const more = dialog.querySelector("[data-search-more]");
  const share = dialog.querySelector("[data-search-share]");
  let shown = AT_ONCE;
  let kind = "";
  let asked = 0; // number of the latest search
  let scrolled = false; // whether the results were, since the query was typed
  let missed = false; // whether results that were asked for did not come
  let kindsTold = ""; // what the buttons of the kinds say
  let pending = 0; // timer of the address

  function made(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  const hrefOf = (url, anchor) => {
    const href = new URL(url, site);
    if (href.protocol === "file:" && href.pathname.endsWith("/")) href.pathname += "index.html";
    if (anchor) href.hash = anchor;
    return href.href;
  };

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
        if (terms.some((term) => term.found.has(whole) || term.word === whole)) return [made("mark", "", group)];
      }
      return group.split(WORD).flatMap((part, at) => (at % 2 ? markedWord(words, part, terms) : [part]));
    }));
  }

  function markedWord(words, part, terms) {
    const folded = words.foldWord(part);
    if (words.isSpaceless(folded)) return markedInside(words, part, terms);
    return isHit(words, folded, terms) ? [made("mark", "", part)] : [part];
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
    characters.forEach((character, at) => parts.push(hit[at] ? made("mark", "", character) : character));
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

  const chip = (label) => made("span", `chip chip--${label.toLowerCase().replace(/\W+/g, "_")}`, label);

  const withDirection = (element) => {
    element.dir = "auto";
    return element;
  };

  // The words of another name, which results show again and again.
  const named = new Map();
  function wordsOf(words, name) {
    if (!named.has(name)) named.set(name, words.tokens(name).map(({ word }) => word));
    return named.get(name);
  }

  // A result: title and kind at once, the text when it is there.
  function resultItem(index, hit, terms) {
    const { words } = index;
    const link = made("a", "search__link");
    const name = withDirection(made("span", "hit__title", ...marked(words, hit.title, terms)));
    link.append(made("span", "hit__head", name, " ", chip(hit.kind)));
    const also = hit.aliases.filter((alias) => wordsOf(words, alias).some((word) => isHit(words, word, terms)));
    if (also.length) {
      const list = also.slice(0, 3).flatMap((alias, number) => [number ? ", " : "", made("bdi", "", ...marked(words, alias, terms))]);
      link.append(" ", made("span", "hit__aka", "Also ", ...list));
    }
    showText(index, link, hit, terms);
    return made("li", "", link);
  }

  function showText(index, link, hit, terms) {
    const section = index.sectionOf(hit, terms);
    link.href = hrefOf(hit.url, section?.[0]);
    const text = section ? snippet(index.words, section[2], terms) : "";
    if (text) link.append(" ", withDirection(made("span", "hit__text", ...marked(index.words, text, terms))));
    return Boolean(section);
  }

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  // Draws what takes longer once the reader pauses: the other results, what may have been meant, the texts.
  async function complete(index, query, found, number, time) {
    await pause(time);
    if (number !== asked) return;
    try {
      await addOthers(index, query, found, number);
      const meant = found.unsure ? await index.meant(query, found.terms).catch(() => []) : []; // results stand without it
      if (number !== asked) return;
      showSuggestion(suggestion, meant);
      await addTexts(index, found, number);
    } finally {
      if (number === asked) results.ariaBusy = "false";
    }
  }

  // Adds the results below those in view; where they don't come, says so and offers to ask for them again.
  async function addOthers(index, query, found, number) {
    const others = await index.shown(found.later).catch(() => null);
    if (number !== asked) return;
    if (others) {
      results.append(...others.map((hit) => resultItem(index, hit, found.terms)));
      found.hits.push(...others);
    } else {
      missed = true;
      more.hidden = false;
      status.textContent = statusOf(query, found);
    }
  }

  // Fetches the texts of results that came without; a title and its kind stand without one.
  async function addTexts(index, found, number) {
    const without = found.hits.filter((hit) => !index.sectionOf(hit, found.terms));
    if (!without.length) return;
    const came = await index.texts(without).then(() => true, () => false);
    if (!came || number !== asked) return;
    found.hits.forEach((hit, at) => {
      if (without.includes(hit)) showText(index, results.children[at].firstElementChild, hit, found.terms);
    });
  }

  function showSuggestion(place, meant) {
    place.hidden = !meant.length;
    place.replaceChildren();
    if (!meant.length) return;
    place.append("Did you mean ");
    meant.forEach((page, position) => {
      const link = made("a", "", page.title);
      link.href = hrefOf(page.url);
      place.append(position ? (position === meant.length - 1 ? " or " : ", ") : "", link);
    });
    place.append("?");
  }

  function linkToSearch(query) {
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    return url;
  }

  // Puts the query into the address, after a pause; a browser that refuses keeps the old address.
  function remember(query, pause = HISTORY_PAUSE) {
    clearTimeout(pending);
    pending = setTimeout(() => {
      try {
        history.replaceState(history.state, "", linkToSearch(query));
      } catch { /* too many changes in a short time, or a page opened from a folder */ }
    }, pause);
  }

  const pagesIn = (count) => `${count} ${count === 1 ? "page" : "pages"}`;

  function statusOf(query, found) {
    const notes = [];
    if (found.cut) notes.push("Only its first words were looked for.");
    if (missed) notes.push("The others could not be loaded.");
    const there = found.hits.length + (missed ? 0 : found.later.length);
    const nothing = `Nothing found for “${query.length > 80 ? `${query.slice(0, 80)} …` : query}”`;
    const count = there < found.total ? `${there} of ${pagesIn(found.total)}` : pagesIn(found.total);
    const told = there ? `${found.some ? "No page has all the words. " : ""}${count}, best first` : nothing;
    return notes.length ? [`${told}.`, ...notes].join(" ") : told;
  }

  function showKinds(found) {
    const there = [...found.kinds].sort((a, b) => b[1] - a[1]);
    const told = JSON.stringify([kind, there]);
    if (told === kindsTold) return;
    kindsTold = told;
    kinds.hidden = there.length < 2 && !kind;
    const focused = document.activeElement?.dataset?.kind;
    kinds.replaceChildren(...[["", there.reduce((sum, [, count]) => sum + count, 0)], ...there.slice(0, 8)].map(([label, count]) => {
      const button = made("button", "search__kind", `${label || "All"} ${count}`);
      button.type = "button";
      button.dataset.kind = label;
      button.setAttribute("aria-pressed", String(kind === label));
      return button;
    }));
    if (focused !== undefined) kinds.querySelector(`[data-kind="${CSS.escape(focused)}"]`)?.focus();
  }

  function empty() {
    results.replaceChildren();
    kindsTold = "";
    kinds.hidden = more.hidden = true;
    showSuggestion(suggestion, []);
    status.textContent = "";
    delete dialog.dataset.query;
  }

  // Shows what is found for the query in the field; rejects when the index can't be loaded. Gives the promise of what
  // comes later.
  async function update({ keep = false } = {}) {
    if (!dialog.open) return; // closed while the scripts were on their way
    const number = (asked += 1);
    results.ariaBusy = "false"; // what came later for another query comes no more
    missed = false;
    const query = input.value.trim();
    if (!keep) [shown, kind] = [AT_ONCE, ""];
    share.hidden = !query;
    remember(query);
    if (!query) return void empty();
    const index = await search.open(address);
    // As typed: a space at its end ends the last word.
    const found = await index.search(input.value, { limit: shown, view: keep ? shown : IN_VIEW, kind });
    if (number !== asked) return; // another one was asked for meanwhile
    if (!keep && scrolled) results.scrollTop = 0; // only then: it lays the old results out once more
    if (!keep) scrolled = false;
    results.replaceChildren(...found.hits.map((hit) => resultItem(index, hit, found.terms)));
    showSuggestion(suggestion, []);
    showKinds(found);
    more.hidden = found.hits.length + found.later.length >= found.total;
    status.textContent = statusOf(query, found);
    dialog.dataset.query = query; // whose results these are
    results.ariaBusy = "true";
    return { completed: complete(index, query, found, number, keep ? 0 : PAUSE) };
  }

  // Goes to the first hit.
  async function follow() {
    const { completed } = (await update({ keep: true })) ?? {};
    if (!results.firstElementChild) await completed;
    (results.querySelector("a") ?? suggestion.querySelector("a"))?.click();
  }

  // From the field to the results and back with the arrow keys; typing goes on where the query is.
  function onKey(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const stops = [input, ...dialog.querySelectorAll(".search__suggest a, .search__results a")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      stops[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
    } else if (event.key.length === 1 && document.activeElement.matches(".search a") && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
      input.focus();
    }
  }

  results.addEventListener("scroll", () => (scrolled = true), { passive: true });
  kinds.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    kind = button.dataset.kind;
    shown = AT_ONCE;
    window.dossier.runSearch({ keep: true });
  });
  more.addEventListener("click", () => {
    const before = results.children.length;
    if (!missed) shown += AT_ONCE; // else the same are asked for again
    window.dossier.runSearch({ keep: true }).then(() => results.children[before]?.querySelector("a")?.focus());
  });
  dialog.addEventListener("close", () => remember("", 0));
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && link.pathname === location.pathname) dialog.close();
  });
  share.addEventListener("click", () => window.dossier.copy(share, linkToSearch(input.value.trim()).href));

  // An address as a reader wrote it; older sites escaped letters one byte each.
  function decoded(path) {
    try {
      return decodeURIComponent(path);
    } catch {
      return path.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
    }
  }

  // On the page-not-found page: searches for the words of the address asked for.
  async function searchForMissingPage(lead) {
    const path = decoded(location.pathname).slice(decoded(site.pathname).length).replace(/\.html?$/, "").replace(/\/index$/, "");
    const query = path.split("/").filter(Boolean).pop()?.replace(/[-_+]+/g, " ") ?? "";
    if (!query) return;
    lead.textContent = `Nothing is kept at “${path}”.`;
    const index = await search.open(address);
    const found = await index.search(query, { limit: 8 });
    const place = document.querySelector("[data-missing-results]");
    await index.texts(found.hits);
    place.replaceChildren(...found.hits.map((hit) => resultItem(index, hit, found.terms)));
    const message = document.querySelector("[data-missing-status]");
    const meant = found.unsure ? await index.meant(query, found.terms) : [];
    if (meant.length) showSuggestion(message, meant);
    else message.textContent = found.hits.length ? "These pages are closest to what was asked for:" : "No page is like it either.";
  }

  Object.assign(search, { update, follow, onKey, searchForMissingPage });
})();
