// Find: names and aliases, offices, then quotes; case and accents don't matter.
let names = null, offices = null, quoteFold = null;
const buildNames = () => {
  if (names) return;
  names = [];
  for (let n = 0; n < CORE; n++) {
    names.push([fold(clean(N.label[n])), n, ""]);
    for (const alias of N.alias[n]) names.push([fold(clean(word(alias))), n, clean(word(alias))]);
    if (isPerson(n) && N.more[n].length) { // as articles write the name, with ranks and titles
      const titles = N.more[n].map((at) => clean(word(at))).join(" ");
      for (const name of [N.label[n], ...N.alias[n].map(word)]) names.push([fold(`${titles} ${clean(name)}`), n, "", 1]);
    }
  }
  offices = P.label.flatMap((label, at) => [label, ...P.alias[at]].map((wording) => [fold(clean(wording)), at]));
};
const scoreOf = (text, query, words) => {
  if (text.startsWith(query)) return text.length === query.length ? 5 : 4;
  const at = text.indexOf(query);
  if (at >= 0) return /[^a-z0-9]/.test(text[at - 1] || " ") ? 3 : 1.5;
  return words.length > 1 && words.every((w) => text.includes(w)) ? 2 : 0;
};
const findNames = (text, limit = 9) => {
  buildNames();
  const query = fold(clean(text)), words = query.split(/[\s.,]+/).filter(Boolean), best = new Map();
  if (!query) return [];
  for (const [name, n, alias, titled] of names) {
    const score = scoreOf(name, query, words) - (titled ? 0.5 : 0);
    if (score <= 0) continue;
    const value = score + Math.min(0.9, weight[n] / heaviest) - (alias ? 0.2 : 0);
    if (!best.has(n) || best.get(n).value < value) best.set(n, { n, value, alias });
  }
  return [...best.values()].sort((a, b) => b.value - a.value || a.n - b.n).slice(0, limit);
};
const findOffices = (text, limit = 5) => {
  buildNames();
  const query = fold(clean(text)), words = query.split(" ").filter(Boolean);
  if (!query) return [];
  const best = new Map();
  for (const [wording, at] of offices) {
    const value = scoreOf(wording, query, words);
    if (value > (best.get(at) || 0)) best.set(at, value);
  }
  return [...best].map(([at, value]) => ({ at, value })).sort((a, b) => b.value - a.value || a.at - b.at).slice(0, limit);
};
let sentenceOwner = null; // the first claim of each sentence
const findQuotes = (text, limit = 5) => {
  const query = fold(clean(text));
  if (query.length < 3 || !late.quotes) return [];
  if (!quoteFold) {
    quoteFold = late.quotes.sentences.map(fold);
    sentenceOwner = new Map();
    for (let e = CLAIMS - 1; e >= 0; e--) for (const one of late.quotes.proofs[e]) sentenceOwner.set(one[0], e);
  }
  const found = [];
  for (let at = 0; at < quoteFold.length && found.length < limit; at++) {
    const where = quoteFold[at].indexOf(query);
    if (where >= 0 && sentenceOwner.has(at)) found.push({ e: sentenceOwner.get(at), text: late.quotes.sentences[at], where });
  }
  return found;
};

const searchBox = ({ onNode, onOffice, onQuote, onlyNodes = false, label, id }) => {
  let options = [], active = -1;
  const list = el("ul", { role: "listbox", id: id + "-list", class: "found", "aria-label": t("search.results"), hidden: true });
  const input = el("input", {
    type: "search", id, class: "search-input", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-controls": id + "-list",
    "aria-autocomplete": "list", "aria-label": label, placeholder: label,
    on: { input: () => show(), focus: () => { buildNames(); if (input.value) show(); }, keydown: (event) => keys(event), blur: () => setTimeout(close, 150) },
  });
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); active = -1; };
  const choose = (option) => { close(); input.value = ""; option.act(); };
  const mark = () => {
    options.forEach((option, at) => option.node.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) { input.setAttribute("aria-activedescendant", options[active].node.id); options[active].node.scrollIntoView({ block: "nearest" }); }
  };
  const show = () => {
    options = [];
    const rows = [], text = input.value;
    const add = (icon, main, more, act) => {
      const node = el("li", { role: "option", id: `${id}-${options.length}`, class: "found-row", "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); choose(option); } } },
        icon, el("span", { class: "found-main" }, main), more && el("span", { class: "found-more", text: more }));
      const option = { node, act };
      options.push(option); rows.push(node);
    };
    const head = (key) => rows.push(el("li", { role: "presentation", class: "found-head", text: t(key) }));
    const people = findNames(text, onlyNodes ? 12 : 9);
    if (people.length && !onlyNodes) head("search.names");
    for (const { n, alias } of people) add(shapeIcon(classOf(n)), el("bdi", { text: cut(labelOf(n), 90) }), [alias ? "≈ " + cut(alias, 50) : "", nodeNote(n)].filter(Boolean).join(" · "), () => onNode(n));
    if (!onlyNodes) {
      const posts = findOffices(text);
      if (posts.length) head("search.offices");
      for (const { at } of posts) add(shapeIcon("Post"), el("bdi", { text: cut(clean(P.label[at]), 90) }), t("search.office"), () => onOffice(at));
      const quotes = findQuotes(text);
      if (quotes.length) head("search.quotes");
      for (const { e, text: sentence, where } of quotes) add(el("span", { class: "quote-mark", text: "“", "aria-hidden": "true" }), el("bdi", { text: "…" + cut(clean(sentence.slice(Math.max(0, where - 30))), 90) }), "", () => onQuote(e));
    }
    if (!options.length) rows.push(el("li", { class: "found-none", role: "presentation", text: text.trim() ? t("search.none") : t("search.hint") }));
    replace(list, rows);
    active = options.length ? 0 : -1;
    list.hidden = false; input.setAttribute("aria-expanded", "true"); mark();
  };
  const keys = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      else if (options.length) { active = (active + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length; mark(); }
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) { event.preventDefault(); choose(options[active]); }
    else if (event.key === "Escape") { event.stopPropagation(); if (list.hidden) { input.value = ""; input.blur(); } else close(); }
  };
  return el("div", { class: "search" }, input, list);
};
const officeOf = (n) => {
  const held = [...edgesOf(n)].filter((e) => E.k[e] === K.posting && E.s[e] === n && STATUSES[E.st[e]] !== "rejected").sort(byDay)[0];
  return held === undefined ? "" : postingTitle(held);
};
const nodeNote = (n) => {
  if (isPerson(n)) return cut(officeOf(n), 80) || className("Person");
  if (isEvent(n)) return [kindName(word(N.type[n])), dayText(word(N.date[n]))].filter(Boolean).join(" · ");
  const region = n < CORE && N.region[n] >= 0 ? regionName(N.region[n]) : "";
  return [className(classOf(n)), region].filter(Boolean).join(" · ");
};
