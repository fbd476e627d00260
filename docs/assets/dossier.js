// What every page does: colour theme, search on demand, previews, copying. Nothing here is needed to read a page.

const root = document.documentElement;

// Colour theme: automatic, light, dark, in turn; remembered in this browser.
const THEMES = { auto: "automatic", light: "light", dark: "dark" };

function setUpTheme(button) {
  const label = button.querySelector("[data-theme-label]");
  const show = (theme) => {
    label.textContent = `Colour theme: ${THEMES[theme]}`;
    button.title = label.textContent;
  };
  show(root.dataset.theme ?? "auto");
  button.addEventListener("click", () => {
    const order = Object.keys(THEMES);
    const next = order[(order.indexOf(root.dataset.theme ?? "auto") + 1) % order.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("dossier.theme");
      else localStorage.setItem("dossier.theme", next);
    } catch { /* no storage in this browser: the choice holds for this page */ }
    show(next);
  });
}

// Search: the dialog opens at once, so that no key is lost; the module and the index follow.
const loadSearch = () => import("./search.js");

function setUpSearch() {
  const dialog = document.getElementById("search");
  const input = dialog.querySelector("input");
  const openSearch = (query = input.value) => {
    if (!dialog.open) dialog.showModal();
    input.value = query;
    input.focus();
    input.select();
    loadSearch().then((search) => search.update());
  };
  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", () => openSearch());
    button.addEventListener("pointerenter", loadSearch, { once: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    openSearch();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // a browser would empty the field first
    dialog.close();
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    loadSearch().then((search) => search.follow());
  });
  const shared = new URLSearchParams(location.search).get("q");
  if (shared) openSearch(shared);
  const missing = document.querySelector("[data-missing]");
  if (missing) loadSearch().then((search) => search.searchForMissingPage(missing));
}

// Previews: the first lines of a linked page, or the exact words behind a paragraph mark, on hover or focus.
const HOVER_DELAY = 140; // milliseconds: a pointer that only passes by opens nothing
const FOCUS_DELAY = 450; // nor does a reader who tabs on
const pages = new Map();

const isInternal = (link) =>
  link.origin === location.origin && link.pathname !== location.pathname && /(\/|\.html)$/.test(link.pathname);

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

async function fetchPage(url) {
  if (!pages.has(url)) {
    pages.set(url, fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    }));
  }
  return pages.get(url);
}

const plain = (node) => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll(".mark, .headerlink, .origin--curated, script").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};

async function pagePreview(link) {
  const page = await fetchPage(link.href.split("#")[0]);
  const article = page.querySelector("article");
  const target = link.hash && page.getElementById(decodeURIComponent(link.hash.slice(1)));
  const nodes = [element("p", "preview__title", plain(page.querySelector("h1")))];
  const chip = article.querySelector(".chip");
  if (chip && article.querySelector("h1 ~ .chip, h1 ~ p .chip, .infobox .chip, h1 .chip")) {
    nodes.push(element("span", chip.className, plain(chip)));
  }
  const text = target && !/^H\d$/.test(target.tagName) ? target : article.querySelector(".lead") ?? article.querySelector("h1 ~ p");
  if (text) {
    const words = plain(text);
    nodes.push(element("p", "", words.length > 260 ? `${words.slice(0, 257).replace(/\s+\S*$/, "")} …` : words));
  }
  return nodes;
}

const markPreview = (mark) => [
  element("p", "", `“${mark.dataset.exact}”`),
  element("p", "preview__note", `${mark.textContent.trim()} of the article. The link leads to its place in the outline.`),
];

function setUpPreviews() {
  const box = element("div", "preview", "");
  box.id = "preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let current = null;
  let timer = 0;

  function place(link) {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left), root.clientWidth - box.offsetWidth - 8);
    const above = at.bottom + box.offsetHeight + 12 > root.clientHeight && at.top > box.offsetHeight + 12;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(above ? at.top - box.offsetHeight - 6 : at.bottom + 6) + scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    if (current) current.removeAttribute("aria-describedby");
    current = null;
    box.hidden = true;
  }

  async function show(link) {
    hide();
    current = link;
    let nodes;
    try {
      nodes = link.matches(".mark") ? markPreview(link) : await pagePreview(link);
    } catch {
      return; // offline, or the page is gone: the link still says so when followed
    }
    if (current !== link) return;
    box.replaceChildren(...nodes);
    box.hidden = false;
    link.setAttribute("aria-describedby", "preview");
    place(link);
  }

  const previewable = (target) => {
    const link = target.closest?.("main a[href], footer a[href]");
    return link && (link.dataset.exact ? link : isInternal(link) && link);
  };
  const soon = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = previewable(event.target);
    if (link && link !== current) soon(() => show(link), HOVER_DELAY);
    else if (link || event.target.closest?.(".preview")) clearTimeout(timer);
    else soon(hide, HOVER_DELAY);
  });
  document.addEventListener("focusin", (event) => {
    const link = previewable(event.target);
    if (link && link.matches(":focus-visible")) soon(() => show(link), FOCUS_DELAY);
    else if (current) hide();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("click", hide);
}

// Cite: full links in place of paths, and a button beside each text that copies it.
function setUpCiting() {
  const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  for (const cite of document.querySelectorAll(".cite")) {
    for (const part of cite.querySelectorAll("[data-permalink]")) part.textContent = canonical;
    for (const part of cite.querySelectorAll("code[data-permalink], .cite__text, .cite__bibtex")) {
      if (part.matches("pre")) part.tabIndex = 0; // it scrolls sideways
      const text = part.textContent.trim();
      const button = element("button", "copy", "Copy");
      button.type = "button";
      button.setAttribute("aria-label", `Copy: ${text.slice(0, 40)}`);
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 2000);
      });
      if (part.matches("dd")) part.append(" ", button);
      else part.after(" ", button);
    }
  }
}

// The heading being read is marked in the margin's contents.
function setUpContents() {
  const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (!headings.length) return;
  const observer = new IntersectionObserver(() => {
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
    for (const [id, link] of links) {
      if (read && id === read.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "0px 0px -66%" });
  headings.forEach((heading) => observer.observe(heading));
}

function showCurrentSection() {
  const strip = document.querySelector(".sections ul");
  const here = strip?.querySelector("[aria-current]");
  if (here) strip.scrollLeft = here.offsetLeft - strip.offsetLeft - 40;
}

document.querySelectorAll("[data-theme-toggle]").forEach(setUpTheme);
setUpSearch();
setUpPreviews();
setUpCiting();
setUpContents();
showCurrentSection();
