// The desk: one question at a time, answered by keys. All text is set as text, never as markup.
const $ = (id) => document.getElementById(id);
const LABELS = { a: "accept", d: "leave out", c: "correct", s: "same", f: "different", n: "next", p: "previous", v: "article", u: "undo", r: "read again" };
const REASONS = ["not about the story", "not what the article says", "another person of this name"];
let state = { items: [], articles: [], actors: [], fields: {} };
let at = 0;
let shown = null;

async function ask(path, body) {
  const options = body === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, options);
  const data = await response.json().catch(() => ({ error: "the desk does not answer" }));
  if (!response.ok) throw new Error(data.error || response.statusText);
  return data;
}

function make(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function marked(pieces) {
  const quote = make("blockquote");
  for (const [words, mark] of pieces) quote.append(mark ? make("mark", words, { "data-mark": mark }) : words);
  return quote;
}

function keysOf(item) {
  if (!item) return ["v", "u", "r"];
  if (item.other_words) return ["s", "f", "n", "p", "v", "u", "r"];
  const correct = state.fields[item.section] ? ["c"] : [];
  return ["a", "d", ...correct, "n", "p", "v", "u", "r"];
}

function draw() {
  const item = state.items[at];
  $("left").textContent = state.items.length ? `${at + 1} of ${state.items.length}` : "Nothing waits.";
  $("form").hidden = true;
  const box = $("question");
  box.replaceChildren();
  if (item) {
    box.append(make("h2", `${item.told}: ${item.section.replace(/s$/, "")}`));
    box.append(make("p", item.headline, { class: "told" }), marked(item.sentence));
    if (item.other_words) box.append(make("p", headline(item.other_article), { class: "told" }), marked(item.other));
    const list = make("dl");
    for (const [slot, value] of item.says) list.append(make("dt", slot), make("dd", value));
    list.append(make("dt", "read by"), make("dd", item.readers.join(", ")));
    list.append(make("dt", "stands"), make("dd", item.waits ? "nowhere yet" : "on its page"));
    for (const reason of item.reasons) list.append(make("dt", "why asked"), make("dd", reason));
    box.append(list);
  } else box.append(make("h2", "Nothing waits"), make("p", "Every question is answered."));
  $("keys").replaceChildren(...keysOf(item).map((key) => {
    const button = make("button", "", { type: "button", "data-key": key });
    button.append(make("kbd", key), ` ${LABELS[key]}`);
    button.addEventListener("click", () => press(key));
    return button;
  }));
}

const headline = (id) => (state.articles.find((each) => each.id === id) || {}).headline || id;

async function act(work) {
  try { await work(); } catch (error) { $("told").textContent = error.message; }
}

function told(result) {
  $("told").textContent = `${result.file}:`;
  $("diff").textContent = result.diff;
}

async function answer(action, more = {}) {
  const item = state.items[at];
  await act(async () => {
    told(await ask("answer", { key: item.key, action, ...more }));
    state.items.splice(at, 1);
    if (at >= state.items.length) at = Math.max(0, state.items.length - 1);
    draw();
    $("question").focus();
  });
}

function field(name, value = "", list = []) {
  const label = make("label", name);
  const input = make("input", "", { name, autocomplete: "off" });
  input.value = value;
  if (list.length) {
    const id = `list-${name}`;
    const options = make("datalist", "", { id });
    for (const each of list) options.append(make("option", "", { value: each }));
    input.setAttribute("list", id);
    label.append(options);
  }
  label.append(input);
  return label;
}

function openForm(parts, send) {
  const form = $("form");
  const done = make("button", "Write (Enter)", { type: "submit" });
  const away = make("button", "Cancel (Escape)", { type: "button" });
  away.addEventListener("click", closeForm);
  form.replaceChildren(...parts, done, away);
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    send(Object.fromEntries(new FormData(form)));
  };
  form.querySelector("input, select").focus();
}

function closeForm() {
  $("form").hidden = true;
  $("question").focus();
}

function dropping() {
  const buttons = REASONS.map((reason, number) => {
    const button = make("button", "", { type: "button", "data-reason": number + 1 });
    button.append(make("kbd", String(number + 1)), ` ${reason}`);
    button.addEventListener("click", () => answer("drop", { reason }));
    return button;
  });
  openForm([...buttons, field("reason")], (given) => answer("drop", { reason: given.reason }));
}

const WHO = ["claimant", "target", "speaker", "place"];

function correcting() {
  const item = state.items[at];
  const parts = state.fields[item.section].map((name) => field(name, "", WHO.includes(name) ? state.actors : []));
  openForm(parts, (fields) => answer("correct", { fields }));
}

async function article() {
  const box = $("article");
  if (!box.hidden) { box.hidden = true; $("question").focus(); return; }
  const item = state.items[at];
  const id = item ? item.article : (state.articles[0] || {}).id;
  await act(async () => {
    shown = await ask(`article/${encodeURIComponent(id)}`);
    box.replaceChildren(make("h2", shown.headline), make("p", "Mark words and press m to add what was missed.", { class: "told" }));
    for (const paragraph of shown.paragraphs) {
      const line = make("p");
      for (const piece of paragraph.pieces) {
        const part = piece.mark ? make("mark", piece.words, { "data-mark": piece.mark }) : make("span", piece.words);
        part.setAttribute("data-start", piece.start);
        line.append(part);
      }
      box.append(line);
    }
    const list = make("ol");
    for (const each of shown.read) list.append(make("li", `${each.section}: ${each.said} (${each.readers.join(", ")})`));
    box.append(make("h2", "Read from it"), list);
    box.hidden = false;
    box.focus();
  });
}

// The offset, in code points of the article's text, of a place in the shown article; -1 outside of it.
function offset(node, inner) {
  const part = node.parentElement && node.parentElement.closest("[data-start]");
  if (!part) return -1;
  return Number(part.dataset.start) + Array.from(node.textContent.slice(0, inner)).length;
}

function adding() {
  const marked = getSelection();
  if (!shown || $("article").hidden || marked.isCollapsed || !marked.rangeCount) { $("told").textContent = "Mark words of the article first."; return; }
  const range = marked.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start < 0 || end <= start) { $("told").textContent = "Mark words of the article first."; return; }
  const label = make("label", "what");
  const choice = make("select", "", { name: "section" });
  for (const section of ["actors", "places", "events", "agreements"]) choice.append(make("option", section, { value: section }));
  label.append(choice);
  openForm([label, field("kind"), field("type"), field("title"), field("status")], (given) => act(async () => {
    const { section, ...all } = given;
    const fields = Object.fromEntries(Object.entries(all).filter(([name, value]) => value && state.fields[section].includes(name)));
    told(await ask("add", { article: shown.id, section, start, end, fields }));
    closeForm();
  }));
}

async function press(key) {
  const item = state.items[at];
  if (key === "m") return adding();
  if (!keysOf(item).includes(key)) return undefined;
  if (key === "a") return answer("accept");
  if (key === "s") return answer("same");
  if (key === "f") return answer("different");
  if (key === "d") return dropping();
  if (key === "c") return correcting();
  if (key === "v") return article();
  if (key === "n" || key === "p") {
    at = (at + (key === "n" ? 1 : state.items.length - 1)) % state.items.length;
    draw();
    return $("question").focus();
  }
  return act(async () => {
    const result = await ask(key === "u" ? "undo" : "reload", {});
    if (key === "u") told(result);
    state = { ...state, items: result.items, articles: result.articles, actors: result.actors };
    at = Math.min(at, Math.max(0, state.items.length - 1));
    draw();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !$("form").hidden) return closeForm();
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (!$("form").hidden && /^[1-9]$/.test(event.key) && !event.target.value) {
    const chosen = document.querySelector(`[data-reason="${event.key}"]`);
    if (chosen) { event.preventDefault(); return chosen.click(); }
  }
  if (event.target.closest("input, select, textarea")) return undefined;
  if (event.key.length === 1 && (LABELS[event.key] || event.key === "m")) { event.preventDefault(); return press(event.key); }
  return undefined;
});

act(async () => {
  state = await ask("queue");
  draw();
  $("question").focus();
});
