// A long table to look through: filters, order, the rows as CSV, pictures that follow. Without this script it stands whole.
"use strict";

(() => {
  const SHOWN = 200; // rows drawn at once
  const AT_ONCE = 6; // parts fetched side by side
  const NONE = "not given";
  const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December".split("|");
  const compare = new Intl.Collator(document.documentElement.lang || "en", { numeric: true }).compare;

  const table = document.querySelector("table[data-facets]");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const names = heads.map((cell) => cell.textContent.trim());
  const facets = table.dataset.facets.split(", ").map((name) => ({ name, key: keyOf(name), column: names.indexOf(name) }));
  const state = new Map(); // key of a facet, "q", "sort" or "one" → value
  let rows = [...body.rows].map(rowOf);
  let waiting = [...document.querySelectorAll(".parts a")].map((link) => link.href); // parts whose rows aren't here yet
  let limit = SHOWN;
  let drawn = false; // whether everything was, once
  const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(task, 0)); // Safari has none

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function keyOf(name) {
    return name.toLowerCase().replace(/[^a-z]+/g, "-");
  }

  // What a cell says: of links each, else the words between commas; of a date its months and years.
  function valuesOf(cell, name) {
    const text = cell.textContent.trim();
    if (name === "Date") return periodsOf(text);
    const links = [...cell.querySelectorAll("a")].map((link) => link.textContent.trim());
    return links.length ? links : text.split(", ").filter(Boolean);
  }

  // The years and months that words name, "2019" and "2019, April"; a month takes the year that follows it.
  function periodsOf(text) {
    const found = new Set();
    let year = "";
    for (const word of (text.match(/\p{L}+|\d{4}/gu) ?? []).reverse()) {
      if (/\d/.test(word)) found.add((year = word));
      else if (year && MONTHS.includes(word)) found.add(`${year}, ${word}`);
    }
    return [...found];
  }

  // The first day that words may mean, as a number that sorts; none for words without a year.
  function dayOf(text) {
    let [day, month, year, found] = [0, 0, 0, 0];
    for (const word of (text.match(/\p{L}+|\d+/gu) ?? []).reverse()) {
      if (/^\d{4}$/.test(word)) [year, month, day] = [Number(word), 0, 0];
      else if (MONTHS.includes(word)) [month, day] = [MONTHS.indexOf(word) + 1, 0];
      else if (/^\d{1,2}$/.test(word)) day = Number(word);
      else continue;
      if (year) found = (year * 13 + month) * 32 + day;
    }
    return found;
  }

  function rowOf(row, order) {
    const values = facets.map(({ name, column }) => valuesOf(row.cells[column], name));
    return { row, order, values, text: null, pages: null };
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // State: read from the address, and written back to it.
  const keys = ["q", ...facets.map(({ key }) => key), "sort", "one"];

  function readAddress() {
    const given = new URLSearchParams(location.search);
    for (const key of keys) {
      const value = given.get(key === "q" ? "words" : key);
      if (value) state.set(key, value);
      else state.delete(key);
    }
  }

  function writeAddress() {
    const given = new URLSearchParams(location.search);
    for (const key of keys) {
      const name = key === "q" ? "words" : key;
      if (state.has(key)) given.set(name, state.get(key));
      else given.delete(name);
    }
    const query = given.size ? `?${given}` : location.pathname;
    try {
      history.replaceState(null, "", query + location.hash);
    } catch { /* Safari allows a hundred changes in half a minute: the page still shows what was asked for */ }
  }

  // Filters.
  const matches = (found, at, wanted) => {
    const values = found.values[at];
    return values.includes(wanted) || (wanted === NONE && !values.length);
  };
  const outlet = facets.findIndex(({ name }) => name === "Outlet");

  function holds(found, except = -1) {
    const words = state.get("q");
    if (words) {
      found.text ??= fold(found.row.textContent); // when words are first asked for
      if (!fold(words).split(/\s+/).every((word) => found.text.includes(word))) return false;
    }
    if (state.has("one") && outlet >= 0 && found.values[outlet].length > 1) return false;
    return facets.every(({ key }, at) => at === except || !state.has(key) || matches(found, at, state.get(key)));
  }

  function ordered(found) {
    const sort = state.get("sort") ?? "";
    const down = sort.startsWith("-");
    const column = names.findIndex((name) => keyOf(name) === sort.replace(/^-/, ""));
    if (column < 0) return found;
    const dates = names[column] === "Date";
    const words = (each) => each.row.cells[column].textContent.trim();
    const values = new Map(found.map((each) => [each, dates ? dayOf(words(each)) : words(each)]));
    const way = down ? -1 : 1;
    return found.sort((one, other) => {
      const [a, b] = [values.get(one), values.get(other)];
      return !a - !b || way * (dates ? a - b : compare(a, b)) || one.order - other.order; // what has none comes last
    });
  }

  // Controls.
  const form = document.querySelector("form.facets");
  const status = form.querySelector("[role=status]");
  const field = form.querySelector("#facet-words");
  const selects = facets.map(({ key }) => form.querySelector(`#facet-${key}`));
  const one = element("input", { type: "checkbox" });
  const reset = element("button", { type: "button", className: "copy", textContent: "Show all" });
  const save = element("button", { type: "button", className: "copy", textContent: "Download rows as CSV" });
  const more = element("button", { type: "button", className: "copy", textContent: "More rows" });

  function build() {
    const oneSource = element("label", { className: "facets__one" }, one, " From one source only");
    oneSource.hidden = outlet < 0 || !rows.some((each) => each.values[outlet].length > 1);
    form.querySelector(".facets__last").before(oneSource);
    form.querySelector(".facets__last").append(reset, save);
    form.setAttribute("aria-label", `Filter: ${table.caption.textContent}`);
    form.classList.add("is-ready");
    form.addEventListener("submit", (event) => event.preventDefault());
    table.closest(".table-scroll").after(element("p", {}, more));
    heads.forEach((cell, column) => {
      const button = element("button", { type: "button", className: "sorter" });
      button.append(...cell.childNodes);
      button.addEventListener("click", () => sortBy(keyOf(names[column])));
      cell.append(button);
    });
  }

  // Whether a filter tells any rows apart.
  const tells = (at) => new Set(rows.map((each) => each.values[at].join())).size > 1;

  // The options of a filter, with how many rows each would leave.
  function drawOptionsOf(at) {
    const { key } = facets[at];
    const counts = new Map();
    for (const found of rows) {
      if (!holds(found, at)) continue;
      for (const value of found.values[at].length ? new Set(found.values[at]) : [NONE]) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const chosen = state.get(key) ?? "";
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    const known = [...counts].sort(([a], [b]) => (a === NONE) - (b === NONE) || compare(a, b));
    const options = known.map(([value, count]) => element("option", { value, textContent: `${value} (${count})` }));
    selects[at].replaceChildren(element("option", { value: "", textContent: "any" }), ...options);
    selects[at].value = chosen;
  }

  // The filters; one that tells nothing apart isn't shown. While the page loads, those not in use get their options later.
  function drawOptions() {
    facets.forEach(({ key }, at) => {
      selects[at].parentElement.hidden = !state.has(key) && !tells(at);
      selects[at].classList.toggle("is-set", state.has(key));
      if (drawn || state.has(key)) drawOptionsOf(at);
      else whenIdle(() => drawOptionsOf(at));
    });
    drawn = true;
  }

  function draw() {
    const found = ordered(rows.filter((each) => holds(each)));
    const here = found.slice(0, limit).map(({ row }) => row);
    if (here.length !== body.rows.length || here.some((row, at) => row !== body.rows[at])) body.replaceChildren(...here);
    more.parentElement.hidden = found.length <= limit;
    const parts = waiting.length ? ` of the first ${rows.length}` : ` of ${rows.length}`;
    status.textContent = `${found.length}${parts} shown`;
    reset.hidden = !state.size;
    save.disabled = !found.length;
    one.checked = state.has("one");
    if (document.activeElement !== field) field.value = state.get("q") ?? "";
    drawOptions();
    drawOrder();
    drawPictures(found);
  }

  function drawOrder() {
    const sort = state.get("sort") ?? "";
    heads.forEach((cell, column) => {
      const key = keyOf(names[column]);
      if (sort === key || sort === `-${key}`) cell.setAttribute("aria-sort", sort === key ? "ascending" : "descending");
      else cell.removeAttribute("aria-sort");
    });
  }

  // Pictures that follow: what no shown row leads to is dimmed.
  const pictured = [...document.querySelectorAll("article figure a[href]")];

  function drawPictures(found) {
    if (!pictured.length) return;
    const led = new Set();
    for (const each of found) {
      each.pages ??= [...each.row.querySelectorAll("a")].map((link) => link.href);
      each.pages.forEach((page) => led.add(page));
    }
    for (const link of pictured) {
      const page = new URL(link.getAttribute("href"), document.baseURI).href; // of a link in SVG, href is no text
      (link.closest("li") ?? link).classList.toggle("is-out", state.size > 0 && !led.has(page));
    }
  }

  function pick(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const text = link.textContent.trim();
    const at = facets.findIndex(({ name }, index) => /^(Place|About)$/.test(name) && rows.some((each) => each.values[index].includes(text)));
    if (at < 0) return;
    event.preventDefault();
    choose(facets[at].key, state.get(facets[at].key) === text ? "" : text);
  }

  // Changes.
  function choose(key, value) {
    if (value) state.set(key, value);
    else state.delete(key);
    limit = SHOWN;
    writeAddress();
    draw();
    loadRest();
  }

  function sortBy(key) {
    const sort = state.get("sort");
    choose("sort", sort === key ? `-${key}` : sort === `-${key}` ? "" : key);
  }

  // The rows of the other parts: fetched when something is asked for, for only then are they needed.
  let loading = null;

  function loadRest() {
    if (!waiting.length || loading) return loading;
    loading = (async () => {
      while (waiting.length) {
        const next = waiting.slice(0, AT_ONCE);
        status.textContent = `Reading the other parts: ${waiting.length} to come`;
        const parts = await Promise.all(next.map(rowsOf));
        for (const part of parts) rows.push(...part.map((row, at) => rowOf(row, rows.length + at)));
        waiting = waiting.slice(next.length);
      }
      draw();
    })().catch(() => {
      draw();
      status.textContent += "; the other parts could not be read";
    }).finally(() => (loading = null));
    return loading;
  }

  async function rowsOf(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const link of page.querySelectorAll("table[data-facets] a[href]")) {
      link.href = new URL(link.getAttribute("href"), response.url).href;
    }
    return [...page.querySelector("table[data-facets]").tBodies[0].rows].map((row) => document.adoptNode(row));
  }

  // Rows as CSV (RFC 4180), with the addresses of what they lead to; no cell begins as a formula does.
  function csv(found) {
    const cell = (text) => {
      const plain = text.replace(/\s+/g, " ").trim();
      const safe = /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
      return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const line = ({ row }) => [...[...row.cells].map((each) => cell(each.textContent)), cell(row.querySelector("a")?.href ?? "")];
    return [[...names, "Page"].map(cell), ...found.map(line)].map((cells) => `${cells.join(",")}\r\n`).join("");
  }

  async function download() {
    await loadRest();
    const found = ordered(rows.filter((each) => holds(each)));
    const file = new Blob(["\ufeff", csv(found)], { type: "text/csv;charset=utf-8" });
    const link = element("a", { href: URL.createObjectURL(file), download: `${keyOf(table.caption.textContent)}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  build();
  readAddress();
  field.addEventListener("input", () => choose("q", field.value.trim()));
  selects.forEach((select, at) => select.addEventListener("change", () => choose(facets[at].key, select.value)));
  one.addEventListener("change", () => choose("one", one.checked ? "yes" : ""));
  reset.addEventListener("click", () => {
    state.clear();
    field.value = "";
    choose("q", "");
  });
  save.addEventListener("click", download);
  more.addEventListener("click", () => {
    limit += SHOWN;
    draw();
  });
  for (const figure of document.querySelectorAll("article figure")) figure.addEventListener("click", pick);
  addEventListener("popstate", () => {
    readAddress();
    draw();
  });
  draw();
  if (state.size) loadRest();
})();
