"use strict";
// The query page: runs SPARQL or a named question and shows the rows. All text from the graph is set as text, never as HTML.
const by = (id) => document.getElementById(id);
const namespaces = new Map();
let questions = [];

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// Two languages beside each other, each marked as what it is: a reader aloud takes the right voice.
function both(pair) {
  const element = make("span");
  element.append(make("span", pair.id, { lang: "id" }), " · ", make("span", pair.en, { lang: "en" }));
  return element;
}

function short(iri) {
  let best = ["", ""];
  for (const [prefix, namespace] of namespaces) {
    if (iri.startsWith(namespace) && namespace.length > best[1].length) best = [prefix, namespace];
  }
  return best[0] ? `${best[0]}:${iri.slice(best[1].length)}` : iri;
}

function cell(term) {
  const td = make("td");
  if (!term) return td;
  if (term.type === "uri") {
    td.append(make("a", short(term.value), { href: `/entity?iri=${encodeURIComponent(term.value)}`, title: term.value }));
  } else {
    const language = term["xml:lang"];
    td.append(make("bdi", term.value, language ? { lang: language } : {}));
    if (language) td.append(" ", make("small", language));
  }
  return td;
}

function table(answer) {
  const element = make("table");
  const head = element.createTHead().insertRow();
  for (const name of answer.head.vars) head.append(make("th", name, { scope: "col" }));
  const body = element.createTBody();
  for (const row of answer.results.bindings) {
    const tr = body.insertRow();
    for (const name of answer.head.vars) tr.append(cell(row[name]));
  }
  return element;
}

function say(text, error = false) {
  by("status").replaceChildren(text);
  by("status").lang = error ? "en" : ""; // messages of the server are English
  by("status").className = error ? "error" : "";
}

function tell(pair, number, seconds) {
  say("");
  by("status").append(`${number} `.trimStart(), both(pair), ` (${seconds} s)`);
}

async function show(url, options = {}) {
  say("…");
  by("result").replaceChildren();
  const started = performance.now();
  const wanted = by("format").value;
  const accept = wanted === "text/turtle" ? "text/turtle, application/sparql-results+json;q=0.5" : `${wanted}, text/turtle;q=0.5`;
  try {
    const response = await fetch(url, { ...options, headers: { ...options.headers, Accept: accept } });
    const text = await response.text();
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    if (!response.ok) return say(text, true);
    if (response.headers.get("content-type").startsWith("application/sparql-results+json")) {
      const answer = JSON.parse(text);
      if ("boolean" in answer) return tell(answer.boolean ? { id: "ya", en: "yes" } : { id: "tidak", en: "no" }, "", seconds);
      by("result").append(table(answer));
      return tell({ id: "baris", en: "rows" }, answer.results.bindings.length, seconds);
    }
    by("result").append(make("pre", text));
    return say(`${seconds} s`);
  } catch (error) {
    return say(String(error), true);
  }
}

function run() {
  show("/sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query" },
    body: by("query").value,
  });
}

function choose() {
  const question = questions.find((q) => q.name === by("question").value);
  const form = by("parameters");
  form.replaceChildren();
  by("about").replaceChildren(...(question ? [both(question.about)] : []));
  if (!question) return;
  by("query").value = question.query.replace(/^(#.*\n|\n)+/, "");
  for (const parameter of question.parameters) {
    const label = make("label");
    label.append(both(parameter.about), " ", parameter.type === "language" ? languages(parameter) : field(parameter));
    form.append(label);
  }
  const answer = make("button", undefined, { type: "submit" });
  answer.append(both({ id: "Jawab", en: "Answer" }));
  form.append(answer);
}

function field(parameter) {
  const input = make("input", undefined, { name: parameter.name, type: parameter.type === "date" ? "date" : "text" });
  if (parameter.default === null) input.required = true;
  else input.placeholder = parameter.default;
  return input;
}

// The language of the answer: that of the browser, where questions speak it.
function languages(parameter) {
  const select = make("select", undefined, { name: parameter.name });
  for (const [code, name] of [["id", "Indonesia"], ["en", "English"]]) select.append(make("option", name, { value: code, lang: code }));
  select.value = navigator.language.toLowerCase().startsWith("id") ? "id" : parameter.default || "en";
  return select;
}

document.querySelectorAll("#prefixes button").forEach((button) => {
  namespaces.set(button.dataset.prefix, button.dataset.namespace);
  button.addEventListener("click", () => {
    const line = `PREFIX ${button.dataset.prefix}: <${button.dataset.namespace}>\n`;
    if (!by("query").value.includes(line)) by("query").value = line + by("query").value;
  });
});
by("editor").addEventListener("submit", (event) => { event.preventDefault(); run(); });
by("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
by("parameters").addEventListener("submit", (event) => {
  event.preventDefault();
  const given = new URLSearchParams([...new FormData(by("parameters"))].filter(([, value]) => value));
  show(`/questions/${encodeURIComponent(by("question").value)}?${given}`);
});
by("question").addEventListener("change", choose);
fetch("/questions").then((response) => response.json()).then((found) => { questions = found; choose(); });
