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
const findOffices = (text) => {
  buildNames();
  const query = fold(clean(text)), words = query.split(" ").filter(Boolean);
  if (!query) return [];
  const best = new Map();
  for (const [wording, at] of offices) {
    const value = scoreOf(wording, query, words);
    if (value > (best.get(at) || 0)) best.set(at, value);
  }
  return [...best].map(([at, value]) => ({ at, value })).sort((a, b) => b.value - a.value || a.at - b.at);
};
// Who was last told of in an office; of how many.
let holders = null;
const holderNote = (at) => {
  if (!holders) {
    holders = new Map();
    for (let e = 0; e < CLAIMS; e++) if (E.k[e] === K.posting && E.st[e] !== 2) { const held = holders.get(E.x[e][0]); if (held) held.push(e); else holders.set(E.x[e][0], [e]); }
  }
  const held = (holders.get(at) || []).slice().sort((a, b) => E.x[a][3] - E.x[b][3] || byDay(a, b));
  if (!held.length) return t("search.office");
  const [, , acting, former] = E.x[held[0]], others = distinct(held, (e) => E.s[e]) - 1;
  return [[former ? t("posting.former") : "", clean(word(acting)), cut(labelOf(E.s[held[0]]), 60)].filter(Boolean).join(" "), others ? t("and.more", { n: number(others) }) : ""].filter(Boolean).join(" · ");
};

// Where nothing bears the name: the names that a few slips of the keyboard away are it, as `kg` suggests them.
const NEAREST = 3;
let nameWords = null; // words of names, and the heaviest nodes that have each
const balance = new Int16Array(27);
const letterAt = (text, at) => { const code = text.charCodeAt(at) - 97; return code >= 0 && code < 26 ? code : 26; };
// Letters that only one of two texts has take an edit each: most names are far away by that alone.
const mayBeNear = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return false;
  balance.fill(0);
  for (let at = 0; at < a.length; at++) balance[letterAt(a, at)] += 1;
  for (let at = 0; at < b.length; at++) balance[letterAt(b, at)] -= 1;
  let more = 0, less = 0;
  for (const apart of balance) if (apart > 0) more += apart; else less -= apart;
  return more <= most && less <= most;
};
// The number of letters to add, to leave out, to replace or to swap with the next; more than `most` need not be counted.
const editsBetween = (a, b, most) => {
  let before = null, row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (before && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = row; row = next;
  }
  return row[b.length];
};
const buildNameWords = () => {
  if (nameWords) return;
  buildNames();
  nameWords = new Map();
  for (const [name, n, , titled] of names) {
    if (titled) continue;
    for (const one of name.split(/[\s.,/-]+/)) {
      if (one.length < 4) continue;
      const nodes = nameWords.get(one);
      if (!nodes) nameWords.set(one, [n]);
      else if (!nodes.includes(n)) { nodes.push(n); if (nodes.length > NEAREST) { nodes.sort((a, b) => weight[b] - weight[a] || a - b); nodes.pop(); } }
    }
  }
};
const nearestNames = (text) => {
  const query = fold(clean(text)).slice(0, 60), most = Math.min(3, Math.floor(query.length / 4)), best = new Map();
  if (most < 1) return [];
  buildNameWords();
  const compare = (name, nodes) => {
    if (!mayBeNear(query, name, most)) return;
    const edits = editsBetween(query, name, most);
    if (edits <= most) for (const n of nodes) if (!best.has(n) || best.get(n) > edits) best.set(n, edits);
  };
  for (const [name, n, , titled] of names) if (!titled) compare(name, [n]);
  for (const [one, nodes] of nameWords) compare(one, nodes); // one word of it may be all that is typed
  return [...best].sort((a, b) => a[1] - b[1] || weight[b[0]] - weight[a[0]] || a[0] - b[0]).slice(0, NEAREST).map(([n]) => n);
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

const FEW_OFFICES = 5, MOST_OFFICES = 60, AT_ONCE = 5_000; // of more nodes, near names are sought when the keys are still
const searchBox = ({ onNode, onOffice, onQuote, onlyNodes = false, label, id }) => {
  let options = [], active = -1, allOffices = false, waiting = 0;
  const list = el("ul", { role: "listbox", id: id + "-list", class: "found", "aria-label": t("search.results"), hidden: true });
  const input = el("input", {
    type: "search", id, class: "search-input", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-controls": id + "-list",
    "aria-autocomplete": "list", "aria-label": label, placeholder: label,
    on: { input: () => { allOffices = false; show(); }, focus: () => { buildNames(); if (input.value) show(); }, keydown: (event) => keys(event), blur: () => setTimeout(close, 150) },
  });
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); active = -1; };
  const choose = (option) => {
    if (!option.act) { const at = options.indexOf(option); allOffices = true; show(); active = at; mark(); return; } // more of the list
    close(); input.value = ""; option.act();
  };
  const mark = () => {
    options.forEach((option, at) => option.node.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) { input.setAttribute("aria-activedescendant", options[active].node.id); options[active].node.scrollIntoView({ block: "nearest" }); }
  };
  const show = (wait = true) => {
    options = [];
    const rows = [], text = input.value;
    const add = (icon, main, more, act) => {
      const node = el("li", { role: "option", id: `${id}-${options.length}`, class: "found-row", "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); choose(option); } } },
        icon || el("span"), el("span", { class: "found-main" }, main), more && el("span", { class: "found-more", text: more }));
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
      const few = allOffices ? MOST_OFFICES : FEW_OFFICES, more = posts.length - few;
      for (const { at } of more === 1 ? posts : posts.slice(0, few)) add(shapeIcon("Post"), el("bdi", { text: cut(clean(P.label[at]), 90) }), holderNote(at), () => onOffice(at));
      if (more > 1 && !allOffices) add(null, el("span", { class: "quiet", text: t("search.offices.all", { n: number(posts.length) }) }), "", null);
      else if (more > 1) rows.push(el("li", { class: "found-none", role: "presentation", text: t("and.more", { n: number(more) }) }));
      const quotes = findQuotes(text);
      if (quotes.length) head("search.quotes");
      for (const { e, text: sentence, where } of quotes) add(el("span", { class: "quote-mark", text: "“", "aria-hidden": "true" }), el("bdi", { text: "…" + cut(clean(sentence.slice(Math.max(0, where - 30))), 90) }), "", () => onQuote(e));
    }
    const near = options.length || (wait && CORE > AT_ONCE) ? [] : nearestNames(text);
    clearTimeout(waiting);
    if (!options.length && wait && CORE > AT_ONCE) waiting = setTimeout(() => { if (!list.hidden && input.value === text) show(false); }, 300);
    if (near.length) rows.push(el("li", { class: "found-none", role: "presentation", text: t("search.near") }));
    for (const n of near) add(shapeIcon(classOf(n)), el("bdi", { text: cut(labelOf(n), 90) }), nodeNote(n), () => onNode(n));
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
