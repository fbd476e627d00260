// The desk: one question at a time, answered by keys. All text is set as text, never as markup.
const $ = (id) => document.getElementById(id);
const LABELS = { a: "accept", d: "leave out", t: "take the other’s", c: "correct", s: "same", f: "different", n: "next", p: "previous", w: "why", v: "article", u: "undo", r: "read again" };
const REASONS = ["not about the story", "not what the article says", "another person of this name"];
const SHOWN = ["the sentence before says so", "the paragraph is about nobody else", "the article says so elsewhere"];
const UNSHOWN = "gate";
let state = { items: [], articles: [], actors: [], fields: {}, added: {} };
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
  return ["a", "d", ...(item.theirs ? ["t"] : []), ...correct, "n", "p", "w", "v", "u", "r"];
}

function draw() {
  const item = state.items[at];
  $("left").textContent = state.items.length ? `${at + 1} of ${state.items.length}` : "Nothing waits.";
  $("form").hidden = true;
  $("why").hidden = true;
  const box = $("question");
  box.replaceChildren();
  if (item) {
    box.append(make("h2", `${item.told}: ${item.section.replace(/s$/, "")}`));
    box.append(make("p", item.headline, { class: "told" }), marked(item.sentence));
    if (item.other_words) box.append(make("p", headline(item.other_article), { class: "told" }), marked(item.other));
    if (item.page) box.append(make("p", `${item.waits ? "The page would say" : "The page says"}: ${item.page}`, { class: "page" }));
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

function take(result) {
  state = { ...state, items: result.items, articles: result.articles, actors: result.actors };
  at = Math.min(at, Math.max(0, state.items.length - 1));
}

async function answer(action, more = {}) {
  const item = state.items[at];
  await act(async () => {
    const result = await ask("answer", { key: item.key, action, ...more });
    told(result);
    if (!result.items) state.items.splice(at, 1);
    take({ ...state, ...result });
    draw();
    $("question").focus();
  });
}

function field(name, value = "", list = [], hint = "") {
  const label = make("label", name);
  const input = make("input", "", { name, autocomplete: "off" });
  input.value = value;
  if (hint) input.placeholder = hint;
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

function choosing(action, reasons) {
  const buttons = reasons.map((reason, number) => {
    const button = make("button", "", { type: "button", "data-reason": number + 1 });
    button.append(make("kbd", String(number + 1)), ` ${reason}`);
    button.addEventListener("click", () => answer(action, { reason }));
    return button;
  });
  openForm([...buttons, field("reason")], (given) => answer(action, { reason: given.reason }));
}

const WHO = ["claimant", "target", "speaker", "place", "subject", "object"];
const HINTS = { date: "Friday = 2024-05-31", participants: "id as guest: words; id out: reason" };

function correcting() {
  const item = state.items[at];
  const parts = state.fields[item.section].map((name) => field(name, "", WHO.includes(name) ? state.actors : [], item.now[name] || HINTS[name] || ""));
  openForm(parts, (fields) => answer("correct", { fields }));
}

// Why the sentence was read so: the same as `dossier explain` tells.
async function why() {
  const box = $("why");
  if (!box.hidden) { box.hidden = true; $("question").focus(); return; }
  await act(async () => {
    const told = await ask(`why/${encodeURIComponent(state.items[at].key)}`);
    const list = (fired) => {
      const lines = make("ul");
      for (const each of told.reasons) {
        if (each.fired !== fired) continue;
        const line = make("li", `${each.group}: ${each.words}: ${each.told}`);
        if (each.more.length) line.append(make("br"), make("small", each.more.join(" · ")));
        lines.append(line);
      }
      return lines.children.length ? lines : make("p", "Nothing.");
    };
    const table = make("table");
    table.append(make("caption", "Words and what they hang on"));
    const head = make("tr");
    for (const name of ["word", "as", "of"]) head.append(make("th", name, { scope: "col" }));
    table.append(head);
    for (const word of told.words) {
      const row = make("tr");
      for (const part of word) row.append(make("td", part));
      table.append(row);
    }
    box.replaceChildren(make("h2", "Why it was read so"), make("h3", "What fired"), list(true), make("h3", "What came near"), list(false), table);
    box.hidden = false;
    box.focus();
  });
}

async function article() {
  const box = $("article");
  if (!box.hidden) { box.hidden = true; $("question").focus(); return; }
  const item = state.items[at];
  await open(item ? item.article : (state.articles[0] || {}).id);
}

async function open(id) {
  const box = $("article");
  await act(async () => {
    shown = await ask(`article/${encodeURIComponent(id)}`);
    const label = make("label", "article");
    const choice = make("select");
    for (const each of state.articles) choice.append(make("option", each.headline, { value: each.id }));
    choice.value = id;
    choice.addEventListener("change", () => open(choice.value));
    label.append(choice);
    box.replaceChildren(make("h2", shown.headline), label, make("p", "Mark words and press m to add what was missed.", { class: "told" }));
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
    for (const each of shown.read) {
      const line = make("li");
      const said = each.says.map(([slot, value]) => `${slot}: ${value}`).join(", ");
      const button = make("button", `${each.section}: ${said} (${each.readers.join(", ")})`, { type: "button" });
      button.addEventListener("click", () => lookAt(each));
      line.append(button);
      list.append(line);
    }
    box.append(make("h2", "Read from it"), list);
    box.hidden = false;
    box.focus();
  });
}

// Something that stands and that nobody asks about becomes the question before the one at hand.
function lookAt(item) {
  const asked = state.items.findIndex((each) => each.key === item.key);
  if (asked >= 0) at = asked;
  else state.items.splice(at, 0, item);
  draw();
  $("question").focus();
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
  for (const section of Object.keys(state.added)) choice.append(make("option", section, { value: section }));
  label.append(choice);
  const parts = make("div", "", { class: "parts" });
  const fill = () => parts.replaceChildren(...state.added[choice.value].map((name) => field(name, "", WHO.includes(name) ? state.actors : [], HINTS[name] || "")));
  choice.addEventListener("change", fill);
  fill();
  openForm([label, parts], (given) => act(async () => {
    const { section, ...all } = given;
    const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => value));
    const result = await ask("add", { article: shown.id, section, start, end, fields });
    told(result);
    take(result);
    closeForm();
  }));
}

async function press(key) {
  const item = state.items[at];
  if (key === "m") return adding();
  if (!keysOf(item).includes(key)) return undefined;
  if (key === "a") return item.section === UNSHOWN ? choosing("accept", SHOWN) : answer("accept");
  if (key === "s") return answer("same");
  if (key === "f") return answer("different");
  if (key === "d") return choosing("drop", REASONS);
  if (key === "t") return answer("take");
  if (key === "w") return why();
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
    take(result);
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
