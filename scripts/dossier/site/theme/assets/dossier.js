// What every page does: colour theme, search on demand, previews, copying. Nothing here is needed to read a page.
"use strict";

(() => {
  const root = document.documentElement;

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // A setting of this browser; null where it keeps none.
  function stored(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch { /* no storage in this browser: the choice holds for this page */ }
    return null;
  }

  // Colour theme: automatic, light, dark, in turn; remembered in this browser.
  const THEMES = { auto: "automatic", light: "light", dark: "dark" };

  function setUpTheme(button) {
    const label = button.querySelector("[data-theme-label]");
    const current = () => (Object.hasOwn(THEMES, root.dataset.theme ?? "") ? root.dataset.theme : "auto");
    const show = (theme) => {
      label.textContent = `Colour theme: ${THEMES[theme]}`;
      button.title = label.textContent;
    };
    show(current());
    button.addEventListener("click", () => {
      const order = Object.keys(THEMES);
      const next = order[(order.indexOf(current()) + 1) % order.length];
      if (next === "auto") delete root.dataset.theme;
      else root.dataset.theme = next;
      stored("dossier.theme", next === "auto" ? null : next);
      show(next);
    });
  }

  // Copying: by the clipboard, by the older way where that is absent (http) or refused, else the reader is told.
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* absent or refused */ }
    const field = document.createElement("textarea");
    const before = document.activeElement;
    field.value = text;
    field.className = "sr";
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch { /* refused as well */ }
    field.remove();
    before?.focus?.();
    return done;
  }

  async function copy(button, text, part) {
    const label = (button.dataset.label ??= button.textContent);
    if (await copied(text)) {
      button.textContent = "Copied";
    } else {
      button.textContent = "Copying is not allowed here: select the text";
      if (part) getSelection().selectAllChildren(part);
    }
    setTimeout(() => (button.textContent = label), 3000);
  }

  // Search: the dialog opens at once, so that no key is lost; its scripts and the index follow.
  const dialog = document.getElementById("search");
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("#search-status");
  const again = dialog.querySelector("[data-search-again]");
  const loaded = new Set(); // addresses of scripts that ran
  let scripts;

  // Loads a script; a failed one leaves nothing behind, so that it can be tried again.
  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`not loaded: ${address}`));
      };
      document.head.append(script);
    });
  }

  // Runs scripts one after the other; those that ran before, not again.
  async function loadScripts(addresses) {
    for (const address of addresses) {
      if (!loaded.has(address)) await loadScript(address);
      loaded.add(address);
    }
  }

  function preload(address) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "script", href: address });
    document.head.append(link);
  }

  // The scripts of the search; those that didn't come are asked for again.
  function loadSearch() {
    scripts ??= (async () => {
      const addresses = dialog.dataset.scripts.split(" ").map((address) => new URL(address, document.baseURI).href);
      addresses.forEach(preload);
      await loadScripts(addresses);
      return window.dossierSearch;
    })().catch((error) => {
      scripts = undefined;
      throw error;
    });
    return scripts;
  }

  // Searches for what is in the field, or says that it can't.
  async function runSearch(options) {
    try {
      const search = await loadSearch();
      await search.update(options);
      again.hidden = true;
    } catch {
      if (!dialog.open) return;
      status.textContent = "The search could not be loaded.";
      again.hidden = false;
    }
  }

  function openSearch(query = input.value) {
    if (!dialog.open) dialog.showModal();
    input.value = query;
    input.focus();
    input.select();
    runSearch();
  }

  const isComposing = (event) => event.isComposing || event.keyCode === 229;
  const isTyping = (target) => Boolean(target.closest?.("input, textarea, select, [contenteditable]"));

  function setUpShortcuts() {
    const setting = dialog.querySelector("[data-slash]");
    setting.checked = stored("dossier.slash") !== "off";
    const show = () => root.classList.toggle("no-slash", !setting.checked);
    show();
    setting.addEventListener("change", () => {
      stored("dossier.slash", setting.checked ? null : "off");
      show();
    });
    document.addEventListener("keydown", (event) => {
      if (isComposing(event) || event.altKey) return;
      const slash = event.key === "/" && setting.checked && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
      const withControl = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!slash && !withControl) return;
      event.preventDefault();
      if (!dialog.open) openSearch();
    });
  }

  function setUpSearch() {
    for (const button of document.querySelectorAll("[data-search-open]")) {
      button.addEventListener("click", () => openSearch());
      button.addEventListener("pointerenter", () => loadSearch().catch(() => {}), { once: true }); // opening says what failed
    }
    setUpShortcuts();
    dialog.addEventListener("keydown", (event) => {
      if (isComposing(event)) return; // the keys belong to the input method
      if (event.key === "Escape") {
        event.preventDefault(); // a browser would empty the field first
        dialog.close();
      } else {
        window.dossierSearch?.onKey?.(event);
      }
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
    });
    input.addEventListener("input", () => runSearch());
    again.addEventListener("click", () => runSearch());
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      loadSearch().then((search) => search.follow()).catch(() => runSearch());
    });
    const shared = new URLSearchParams(location.search).get("q");
    if (shared) openSearch(shared);
    const missing = document.querySelector("[data-missing]");
    if (missing) {
      loadSearch().then((search) => search.searchForMissingPage(missing)).catch(() => {
        document.querySelector("[data-missing-status]").textContent = "The search could not be loaded.";
      });
    }
  }

  // Previews: the first lines of a linked page, on hover or focus.
  const HOVER_DELAY = 140; // milliseconds: a pointer that only passes by opens nothing
  const FOCUS_DELAY = 450; // nor does a reader who tabs on
  const pages = new Map();

  const isInternal = (link) =>
    link.origin === location.origin && link.pathname !== location.pathname && /(\/|\.html)$/.test(link.pathname);

  async function fetchPage(url) {
    if (!pages.has(url)) {
      pages.set(url, fetch(url).then(async (response) => {
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return new DOMParser().parseFromString(await response.text(), "text/html");
      }).catch((error) => {
        pages.delete(url); // the next hover tries again
        throw error;
      }));
    }
    return pages.get(url);
  }

  const plain = (node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll(".mark, .headerlink, .origin--curated, script").forEach((part) => part.remove());
    copy.querySelectorAll("q").forEach((words) => words.replaceWith(`“${words.textContent}”`));
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  // The element that a link's fragment names, on a fetched page.
  function targetOf(link, page) {
    const fragment = link.hash.slice(1);
    try {
      return fragment && page.getElementById(decodeURIComponent(fragment));
    } catch {
      return page.getElementById(fragment); // a bad escape is the name itself
    }
  }

  async function pagePreview(link) {
    const page = await fetchPage(link.href.split("#")[0]);
    const article = page.querySelector("article");
    const target = targetOf(link, page);
    const title = element("p", "preview__title", plain(page.querySelector("h1")));
    title.dir = "auto";
    const nodes = [title];
    const chip = article.querySelector(".chip");
    if (chip && article.querySelector("h1 ~ .chip, h1 ~ p .chip, .infobox .chip, h1 .chip")) {
      nodes.push(element("span", chip.className, plain(chip)));
    }
    // A quotation's page opens with who said it; the words stand beside that.
    const opening = article.querySelector(".lead + .quote-card blockquote") ?? article.querySelector(".lead") ?? article.querySelector("h1 ~ p");
    const text = target && !/^H\d$/.test(target.tagName) ? target : opening;
    if (text) {
      const words = plain(text);
      nodes.push(element("p", "", words.length > 260 ? `${words.slice(0, 257).replace(/\s+\S*$/, "")} …` : words));
    }
    return nodes;
  }

  // Marks open by tap, click and key without a script; with one also on hover, for as long as the pointer is there.
  function setUpMarks() {
    let open = null; // the source that hovering or focusing opened
    let timer = 0;
    const sourceOf = (mark) => document.getElementById(mark.getAttribute("popovertarget"));
    const markAt = (target) => target.closest?.("button[popovertarget]");
    if (!("popover" in HTMLElement.prototype)) { // an older browser, where all stand below the text
      document.addEventListener("click", (event) => {
        const source = markAt(event.target) && sourceOf(markAt(event.target));
        if (!source) return;
        source.tabIndex = -1;
        source.focus();
      });
      return;
    }
    const soon = (action, delay) => {
      clearTimeout(timer);
      timer = setTimeout(action, delay);
    };
    const close = () => {
      open?.hidePopover();
      open = null;
    };
    const show = (mark) => {
      const source = sourceOf(mark);
      if (source === open || source.matches(":popover-open")) return;
      close();
      source.showPopover({ source: mark });
      open = source;
    };
    for (const mark of document.querySelectorAll("button[popovertarget]")) {
      mark.setAttribute("popovertargetaction", "show"); // what a pointer has opened, a click keeps open
      const source = sourceOf(mark);
      const words = source?.querySelector(".source__words, .source__told")?.textContent ?? "";
      if (source?.showPopover) mark.setAttribute("aria-description", words); // a tooltip would cover what opens
      else mark.title = words;
    }
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const mark = markAt(event.target);
      if (mark) soon(() => show(mark), HOVER_DELAY);
      else if (open?.contains(event.target)) clearTimeout(timer);
      else soon(close, HOVER_DELAY * 2);
    });
    document.addEventListener("focusin", (event) => {
      const mark = markAt(event.target);
      if (mark?.matches(":focus-visible")) soon(() => show(mark), FOCUS_DELAY);
      else if (!open?.contains(event.target)) close();
    });
    document.addEventListener("click", (event) => {
      clearTimeout(timer);
      if (markAt(event.target)) open = null; // asked for: it stays until it is left
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && clearTimeout(timer));
    for (const source of document.querySelectorAll(".network .source")) {
      source.addEventListener("toggle", ({ newState }) => newState === "open" && besideItsNode(source));
    }
  }

  // Puts what a node of the network opened below the node, or above where there is no room.
  function besideItsNode(source) {
    const nodes = document.querySelectorAll(`[popovertarget="${source.id}"]`);
    const at = [...nodes].find((node) => node.checkVisibility())?.getBoundingClientRect();
    if (!at) return;
    source.classList.add("is-beside");
    const above = at.bottom + source.offsetHeight + 12 > root.clientHeight && at.top > source.offsetHeight + 12;
    source.style.left = `${Math.max(8, Math.min(at.left, root.clientWidth - source.offsetWidth - 8))}px`;
    source.style.top = `${above ? at.top - source.offsetHeight - 6 : Math.min(at.bottom + 6, root.clientHeight - source.offsetHeight - 8)}px`;
  }

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
        nodes = await pagePreview(link);
      } catch {
        if (current === link) current = null; // offline, or the page is gone: the link still says so when followed
        return;
      }
      if (current !== link) return;
      box.replaceChildren(...nodes);
      box.hidden = false;
      link.setAttribute("aria-describedby", "preview");
      place(link);
    }

    const previewable = (target) => {
      const link = target.closest?.("main a[href], footer a[href]");
      return link && isInternal(link) && link;
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
      else hide(); // one that waits too: the focus has gone on
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    document.addEventListener("click", hide);
  }

  // Cite: a button beside each text that copies it.
  function setUpCiting() {
    for (const part of document.querySelectorAll(".cite [data-copy], .embed [data-copy]")) {
      if (part.matches("pre")) part.tabIndex = 0; // it scrolls sideways
      const text = part.textContent.trim();
      const button = element("button", "copy", "Copy");
      button.type = "button";
      button.setAttribute("aria-label", `Copy: ${text.slice(0, 40)}`);
      button.addEventListener("click", () => {
        button.removeAttribute("aria-label"); // what happened is heard
        copy(button, text, part);
      });
      if (part.matches("dd")) part.append(" ", button);
      else part.after(" ", button);
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

  window.dossier = { copy, loadScript, loadScripts, runSearch };
  document.querySelectorAll("[data-theme-toggle]").forEach(setUpTheme);
  setUpSearch();
  setUpPreviews();
  setUpMarks();
  setUpCiting();
  setUpContents();
  showCurrentSection();
})();
