// The search dialog, and the search that the page-not-found page does for its reader.

import { Index } from "./search-index.js";
import { fold } from "./search-words.js";

const SITE = new URL("..", import.meta.url);
const SNIPPET = 150; // characters

const dialog = document.getElementById("search");
const input = dialog.querySelector(".search__input");
const status = dialog.querySelector(".search__status");
const suggestion = dialog.querySelector(".search__suggest");
const results = dialog.querySelector(".search__results");
const share = dialog.querySelector("[data-search-share]");

let index;

// MkDocs writes the index to the first address, Zensical, its successor, to the second.
async function fetchEntries() {
  for (const name of ["search/search_index.json", "search.json"]) {
    const response = await fetch(new URL(name, SITE));
    if (response.ok) {
      const data = await response.json();
      return data.docs ?? data.items;
    }
  }
  throw new Error("no search index");
}

function loadIndex() {
  index ??= fetchEntries().then((entries) => new Index(entries));
  return index;
}

function made(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

// The text with the query's words marked.
function marked(text, terms) {
  const parts = text.split(/([\p{L}\p{N}]+)/u);
  return parts.map((part) => {
    const word = fold(part);
    const hit = word && terms.some((term) => !term.optional && (word === term.word || (term.word.length > 2 && word.startsWith(term.word))
      || [...term.found.keys()].some((other) => word === other || (other.length > 3 && word.startsWith(other)))));
    return hit ? made("mark", "", part) : part;
  });
}

function snippet(text, terms) {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].find((match) =>
    terms.some((term) => !term.optional && (term.found.get(fold(match[0])) || fold(match[0]).startsWith(term.word))));
  const start = found && found.index > SNIPPET / 2 ? text.lastIndexOf(" ", found.index - SNIPPET / 3) + 1 : 0;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end > start ? end : text.length)}${end < text.length ? " …" : ""}`;
}

const chip = (kind) => made("span", `chip chip--${kind.toLowerCase().replace(/\W+/g, "_")}`, kind);

function resultItem({ page, section, byName }, terms) {
  const link = made("a", "search__link md-search-result__link");
  link.href = new URL(page.url + (section.anchor && !byName ? `#${section.anchor}` : ""), SITE).href;
  link.append(made("span", "hit__head", made("span", "hit__title", ...marked(page.title, terms)), " ", chip(page.kind)));
  const aliases = page.aliases.filter((alias) => terms.some((term) => !term.optional && fold(alias).includes(term.word)));
  if (aliases.length) link.append(" ", made("span", "hit__aka", "Also ", ...marked(aliases.slice(0, 3).join(", "), terms)));
  const text = snippet((byName && page.intro) || section.text, terms);
  if (text) link.append(" ", made("span", "hit__text", ...marked(text, terms)));
  return made("li", "md-search-result__item", link);
}

function showSuggestion(place, meant) {
  place.hidden = !meant.length;
  place.replaceChildren();
  if (!meant.length) return;
  place.append("Did you mean ");
  meant.forEach((page, position) => {
    const link = made("a", "", page.title);
    link.href = new URL(page.url, SITE).href;
    place.append(position ? (position === meant.length - 1 ? " or " : ", ") : "", link);
  });
  place.append("?");
}

function remember(query) {
  const url = new URL(location.href);
  if (query) url.searchParams.set("q", query);
  else url.searchParams.delete("q");
  history.replaceState(history.state, "", url);
}

// Shows what is found for the query in the field.
export async function update() {
  if (!dialog.open) return; // closed while the module was on its way
  const query = input.value.trim();
  share.hidden = !query;
  remember(query);
  if (!query) {
    results.replaceChildren();
    showSuggestion(suggestion, []);
    status.textContent = "";
    return;
  }
  let found;
  try {
    found = (await loadIndex()).search(query);
  } catch {
    index = undefined;
    status.textContent = "The search index could not be loaded. Try again in a moment.";
    return;
  }
  if (query !== input.value.trim()) return;
  results.replaceChildren(...found.hits.map((hit) => resultItem(hit, found.terms)));
  results.scrollTop = 0;
  showSuggestion(suggestion, found.meant);
  const count = found.hits.length;
  dialog.dataset.query = query; // whose results these are
  status.textContent = count ? `${count} ${count === 1 ? "page" : "pages"}, best first` : `Nothing found for “${query}”`;
}

// Goes to the first hit.
export async function follow() {
  await update();
  (results.querySelector("a") ?? suggestion.querySelector("a"))?.click();
}

function move(step) {
  const stops = [input, ...dialog.querySelectorAll(".search__suggest a, .search__results a")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
}

dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key.length === 1 && document.activeElement.matches(".search a") && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    input.focus(); // typing goes on where the query is
  }
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close(); // beside it
});
dialog.addEventListener("close", () => remember(""));
dialog.addEventListener("input", update);
results.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && link.pathname === location.pathname) dialog.close();
});
share.addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.href);
  share.textContent = "Copied";
  setTimeout(() => (share.textContent = "Copy link to this search"), 2000);
});

// On the page-not-found page: searches for the words of the address asked for.
export async function searchForMissingPage(lead) {
  const path = decodeURIComponent(location.pathname).slice(SITE.pathname.length).replace(/\.html?$/, "").replace(/\/index$/, "");
  const query = path.split("/").filter(Boolean).pop()?.replace(/[-_+]+/g, " ") ?? "";
  if (!query) return;
  const found = (await loadIndex()).search(query, 8);
  const place = document.querySelector("[data-missing-results]");
  place.replaceChildren(...found.hits.map((hit) => resultItem(hit, found.terms)));
  lead.textContent = `Nothing is kept at “${path}”.`;
  const message = document.querySelector("[data-missing-status]");
  if (found.meant.length) showSuggestion(message, found.meant);
  else message.textContent = found.hits.length ? "These pages are closest to what was asked for:" : "No page is like it either.";
}
