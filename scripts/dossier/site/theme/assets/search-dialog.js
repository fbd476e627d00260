// The search dialog, and the search that the page-not-found page does for its reader. dossier.js opens it and hands on keys.
"use strict";

(() => {
  const AT_ONCE = 20; // results
  const IN_VIEW = 8; // results that a letter draws; the others follow when the reader pauses
  const FRAME = 16; // milliseconds
  const PAUSE = 80; // milliseconds without a key before the results below are drawn, and texts fetched
  const TEXTS_LACKING = "Some of their texts could not be loaded.";
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
  let lacking = []; // what else did not come, as the status tells it
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

  const chip = (label) => made("span", `chip chip--${label.toLowerCase().replace(/\W+/g, "_")}`, label);

  const withDirection = (element) => {
    element.dir = "auto";
    return element;
  };

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  // Once the browser has painted what was typed; soon in any case, for it paints no page that is out of sight.
  const painted = () => Promise.race([new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))), pause(2 * FRAME)]);

  // Pieces of a text, of which the marked ones are lists of one.
  const nodes = (pieces) => pieces.map((piece) => (typeof piece === "string" ? piece : made("mark", "", piece[0])));

  // A result: title and kind at once, the text when it is there.
  function resultItem({ url, kind: label, title, also, anchor, text }) {
    const link = made("a", "search__link");
    link.href = hrefOf(url, anchor);
    link.dataset.url = url;
    link.append(made("span", "hit__head", withDirection(made("span", "hit__title", ...nodes(title))), " ", chip(label)));
    if (also.length) {
      const list = also.flatMap((alias, number) => [number ? ", " : "", made("bdi", "", ...nodes(alias))]);
      link.append(" ", made("span", "hit__aka", "Also ", ...list));
    }
    showText(link, text);
    return made("li", "", link);
  }

  function showText(link, text) {
    if (text.length) link.append(" ", withDirection(made("span", "hit__text", ...nodes(text))));
  }

  // Draws what takes longer once the reader pauses: the other results, what may have been meant, the texts.
  async function complete(searcher, query, found, number, time) {
    await pause(time);
    if (number !== asked) return;
    try {
      await addOthers(searcher, query, found, number);
      const meant = found.unsure ? await searcher.meant(number).catch(() => null) : []; // results stand without it
      if (number !== asked) return;
      showSuggestion(suggestion, meant ?? []);
      if (!meant) lacking.push("What may have been meant could not be loaded.");
      if (!(await addTexts(searcher, number))) lacking.push(TEXTS_LACKING);
      if (number === asked && lacking.length) status.textContent = statusOf(query, found);
    } finally {
      if (number === asked) results.ariaBusy = "false";
    }
  }

  // Adds the results below those in view; where they don't come, says so and offers to ask for them again.
  async function addOthers(searcher, query, found, number) {
    const others = await searcher.others(number).catch(() => null);
    if (number !== asked) return;
    if (others) {
      results.append(...others.map(resultItem));
    } else {
      missed = true;
      more.hidden = false;
      status.textContent = statusOf(query, found);
    }
  }

  // Adds the texts of results that came without; a title and its kind stand without one. Gives whether they came.
  async function addTexts(searcher, number, place = results, isWanted = () => number === asked) {
    const texts = await searcher.texts(number).catch(() => null);
    if (!isWanted()) return true;
    for (const { at, anchor, text } of texts ?? []) {
      const link = place.children[at].firstElementChild;
      link.href = hrefOf(link.dataset.url, anchor);
      showText(link, text);
    }
    return texts !== null;
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
    notes.push(...lacking);
    const there = found.hits.length + (missed ? 0 : found.later);
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

  // What is found, once the letter that asks for it is seen: a worker searches meanwhile, a search in the page waits.
  async function askOnceSeen(searcher, asking) {
    if (!searcher.isElsewhere) await painted();
    if (asking.number !== asked) return null;
    const [found] = await Promise.all([searcher.ask(asking), searcher.isElsewhere ? painted() : null]);
    return found;
  }

  // Shows what is found for the query in the field; rejects when the index can't be loaded. Gives the promise of what
  // comes later.
  async function update({ keep = false } = {}) {
    if (!dialog.open) return; // closed while the scripts were on their way
    const number = (asked += 1);
    results.ariaBusy = "false"; // what came later for another query comes no more
    missed = false;
    lacking = [];
    const query = input.value.trim();
    if (!keep) [shown, kind] = [AT_ONCE, ""];
    share.hidden = !query;
    remember(query);
    const searcher = search.engine();
    if (!query) {
      searcher.catch(() => {}); // the first letter says what failed
      return void empty();
    }
    // As typed: a space at its end ends the last word.
    const asking = { number, query: input.value, limit: shown, view: keep ? shown : IN_VIEW, kind };
    const found = await askOnceSeen(await searcher, asking);
    if (!found || number !== asked) return; // another one was asked for meanwhile
    if (!keep && scrolled) results.scrollTop = 0; // only then: it lays the old results out once more
    if (!keep) scrolled = false;
    results.replaceChildren(...found.hits.map(resultItem));
    showSuggestion(suggestion, []);
    showKinds(found);
    more.hidden = found.hits.length + found.later >= found.total;
    status.textContent = statusOf(query, found);
    dialog.dataset.query = query; // whose results these are
    results.ariaBusy = "true";
    return { completed: complete(await searcher, query, found, number, keep ? 0 : PAUSE) };
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
    const searcher = await search.engine();
    const found = await searcher.ask({ number: 0, query, limit: IN_VIEW });
    const place = document.querySelector("[data-missing-results]");
    place.replaceChildren(...found.hits.map(resultItem));
    const message = document.querySelector("[data-missing-status]");
    const haveTexts = await addTexts(searcher, 0, place, () => true);
    const meant = found.unsure ? await searcher.meant(0) : [];
    if (meant.length) showSuggestion(message, meant);
    else message.textContent = found.hits.length ? "These pages are closest to what was asked for:" : "No page is like it either.";
    if (!haveTexts) message.append(" ", TEXTS_LACKING);
  }

  Object.assign(search, { update, follow, onKey, searchForMissingPage });
})();
