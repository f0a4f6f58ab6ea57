// The card of a node, and the claims of an edge with every quote in its sentence.
const section = (title, count, ...children) => el("section", { class: "card-section" },
  el("h3", null, title, count !== null && count !== undefined && el("span", { class: "count", text: number(count) })), ...children);
const fact = (name, value) => value && [el("dt", { text: name }), el("dd", null, el("bdi", { text: value }))];
const nodeLink = (n, text) => el("button", { type: "button", class: "node-link", on: { click: () => selectNode(n) } }, shapeIcon(classOf(n), 14), el("bdi", { text: text || labelOf(n) }));
const edgeLink = (e, children, title) => el("button", { type: "button", class: "row-button", title: title || t("card.claims"), on: { click: () => selectEdge(e) } }, children);
const limited = (rows, shown = 12) => {
  if (rows.length <= shown) return el("ul", { class: "rows" }, rows);
  const list = el("ul", { class: "rows" }, rows.slice(0, shown));
  const more = button(t("card.more", { n: number(rows.length - shown) }), () => { list.append(...rows.slice(shown)); more.remove(); }, { class: "quiet" });
  return [list, more];
};
const roleChip = (k) => el("span", { class: "chip role-" + KINDS[k], text: edgeName(k) });
const sourceCount = (n) => t(n === 1 ? "sources.one" : "sources.many", { n: number(n) });
const sourcesNote = (e) => sourceCount(E.n[e]);
const distinct = (edges, of) => new Set(edges.map(of)).size; // a heading counts things, whatever number of claims tell of them
const visibleEdges = (n) => [...edgesOf(n)].filter((e) => E.k[e] < K.holds && (e >= CLAIMS || E.st[e] !== 2 || !state.status.includes("rejected")));
const regionChain = (region) => { const names = []; for (let r = region; r >= 0; r = PARENT_REGION[r]) names.push(regionName(r)); return names.join(", "); };
const parentsOf = (n, at = 0) => [...edgesOf(n)].filter((e) => E.k[e] === K.partOf && E.s[e] === n && inForce(e, at));
const childrenOf = (n, at = 0) => [...edgesOf(n)].filter((e) => E.k[e] === K.partOf && E.t[e] === n && inForce(e, at));
const inForce = (e, at) => !at || ((!word(E.f[e]) || dayNumber(word(E.f[e])) <= at) && (!word(E.l[e]) || at < dayNumber(word(E.l[e]))));
const chainOf = (n, at = 0) => {
  const chain = [];
  for (let m = n, guard = 0; guard < 12; guard++) { const up = parentsOf(m, at)[0]; if (up === undefined) break; m = E.t[up]; if (chain.includes(m) || m === n) break; chain.push(m); }
  return chain;
};

const postingDates = (e) => {
  const [, , , , first, last, start, end] = E.x[e].map((at, i) => (i >= 4 ? word(at) : at));
  const parts = [];
  if (start || end) parts.push(t("posting.asserted", { from: start ? dayText(start) : "…", to: end ? dayText(end) : "…" }));
  if (first) parts.push(first === last || !last ? t("posting.seen", { day: dayText(first) }) : t("posting.seenBetween", { from: dayText(first), to: dayText(last) }));
  return parts.join(" · ") || t("date.none");
};
const postingTitle = (e) => {
  const [post, rank, acting, former] = E.x[e];
  return [former ? t("posting.former") : "", clean(word(acting)), post >= 0 ? clean(P.label[post]) : t("edge.posting"), rank >= 0 ? `(${clean(word(rank))})` : ""].filter(Boolean).join(" ");
};
// The office in which somebody took part, with the word that says he only acts in it; the rule is that of kg/graph/acting.py.
const actingIn = (e) => {
  if (!isPerson(E.s[e])) return "";
  const day = word(E.f[e]), at = day.length === 10 ? dayNumber(day) : 0, told = new Set(E.ev[e]);
  const held = [...edgesOf(E.s[e])].filter((o) => E.k[o] === K.posting && E.x[o][0] === E.x[e][0] && E.st[o] !== 2 && !E.x[o][3]);
  const reaches = (o) => { const [first, last, start, end] = E.x[o].slice(4).map((w) => dayNumber(word(w))), from = start || first || end, to = end || last || start; return at && from && to && from <= at && at <= to; };
  const on = held.filter(reaches), near = on.length ? on : held.filter((o) => E.ev[o].some((a) => a >= 0 && told.has(a)));
  const words = new Set(near.map((o) => clean(word(E.x[o][2]))).filter(Boolean));
  return words.size === 1 ? [...words][0] : "";
};
const actedAs = (e) => (E.k[e] <= K.attended && E.x[e][0] >= 0 ? [actingIn(e), clean(P.label[E.x[e][0]])].filter(Boolean).join(" ") : "");
const postingRow = (e, n) => {
  const other = otherEnd(e, n);
  return el("li", null, edgeLink(e, [
    el("span", { class: "row-main" }, shapeIcon(classOf(other), 13), el("bdi", { text: isPerson(n) ? postingTitle(e) : labelOf(other) })),
    el("span", { class: "row-sub" }, el("bdi", { text: isPerson(n) ? labelOf(other) : postingTitle(e) })),
    el("span", { class: "row-note", text: [postingDates(e), sourcesNote(e), E.st[e] ? t("status." + STATUSES[E.st[e]]) : ""].filter(Boolean).join(" · ") }),
  ]));
};
// All roles of one participant in one event are a row; each role opens its own quotes.
const participationRow = (claims, n) => {
  const other = otherEnd(claims[0], n), event = isEvent(n) ? n : other, one = claims.length === 1;
  const whom = [...new Set(claims.map((e) => E.x[e][1]))].filter((m) => m >= 0).map((m) => t("delegation.for", { name: labelOf(m) }));
  const sub = [...new Set(claims.map(actedAs)), ...whom, isEvent(n) ? "" : word(N.place[event]) && clean(word(N.place[event]))].filter(Boolean).join(" · ");
  const sources = one ? E.n[claims[0]] : Math.max(1, sourcesOf(claims.flatMap((e) => E.ev[e])));
  const name = [shapeIcon(classOf(other), 13), el("bdi", { text: labelOf(other) })];
  const note = [isEvent(n) ? "" : dayText(word(N.date[event])), isEvent(n) ? "" : unheld(event), sourceCount(sources)].filter(Boolean).join(" · ");
  const below = [sub && el("span", { class: "row-sub" }, el("bdi", { text: cut(sub, 160) })), el("span", { class: "row-note", text: note })];
  if (one) return el("li", null, edgeLink(claims[0], [el("span", { class: "row-main" }, name, roleChip(E.k[claims[0]])), below]));
  const role = (e) => el("button", { type: "button", class: "chip role-" + KINDS[E.k[e]], text: edgeName(E.k[e]), title: t("card.claims"), on: { click: () => selectEdge(e) } });
  return el("li", { class: "roles" }, edgeLink(claims[0], [el("span", { class: "row-main" }, name), below]), el("span", { class: "role-list" }, claims.map(role)));
};
const participationRows = (parts, n) => {
  const rows = new Map();
  for (const e of parts) { const other = otherEnd(e, n), same = rows.get(other); if (same) same.push(e); else rows.set(other, [e]); }
  return [...rows.values()].map((claims) => participationRow(claims.sort((a, b) => E.k[a] - E.k[b] || a - b), n));
};
const unheld = (event) => (event >= 0 && isEvent(event) && word(N.status[event]) !== "held" ? t("eventStatus." + word(N.status[event])) : ""); // nobody was at what is only planned
const byDay = (a, b) => (dayTo[b] || 0) - (dayTo[a] || 0) || a - b;

const nodeCard = (n) => {
  if (isPost(n)) return postCard(n);
  if (isArticle(n)) return articleCard(n);
  const edges = visibleEdges(n), of = (k) => edges.filter((e) => E.k[e] === k).sort(byDay);
  const parts = edges.filter((e) => E.k[e] <= K.attended).sort((a, b) => (isEvent(n) ? E.k[a] - E.k[b] || a - b : byDay(a, b)));
  const aliases = N.alias[n].map((at) => clean(word(at))).filter(Boolean), event = isEvent(n);
  const articles = new Set(edges.filter((e) => E.k[e] !== K.partOf && E.k[e] !== K.together).flatMap((e) => E.ev[e]).concat(N.reports[n]));
  articles.delete(-1);
  const partRows = participationRows(parts, n), held = of(K.posting);
  const chain = chainOf(n), below = childrenOf(n), flag = N.flag[n];
  return el("article", { class: "card" },
    cardHead(n, event ? [className("Event"), kindName(word(N.type[n]))] : [className(classOf(n))]),
    el("dl", { class: "facts" },
      fact(t("fact.date"), event ? (word(N.date[n]) ? dayText(word(N.date[n])) : t("date.none")) : ""),
      fact(t("fact.status"), event ? t("eventStatus." + word(N.status[n])) : ""),
      fact(t("fact.place"), event ? clean(word(N.place[n])) : ""),
      fact(t("fact.level"), levelOf(n) >= 0 ? t("level." + LEVELS[levelOf(n)]) : ""),
      fact(t("fact.region"), N.region[n] >= 0 ? `${regionChain(N.region[n])} (${R.code[N.region[n]]})` : ""),
      fact(t("fact.ranks"), N.more[n].map((at) => clean(word(at))).join(" · ")),
      fact(t("fact.aliases"), aliases.length ? cut(aliases.join(" · "), 600) : ""),
      fact(t("fact.note"), flag & 1 ? t("flag.nil") : flag & 2 ? t("flag.context") : "")),
    chain.length > 0 && section(t("card.chain"), null, el("ol", { class: "chain" }, [n, ...chain].map((m, at) => el("li", null, at ? nodeLink(m) : el("bdi", { text: labelOf(m) })))),
      button(t("chain.open"), () => update({ view: "chain", sel: refOf(n) }), { class: "quiet" })),
    held.length > 0 && section(t(isPerson(n) ? "card.offices" : "card.people"), distinct(held, isPerson(n) ? (e) => `${E.t[e]} ${E.x[e][0]}` : (e) => E.s[e]), limited(held.map((e) => postingRow(e, n)))),
    partRows.length > 0 && section(t(event ? "card.participants" : "card.events"), partRows.length, limited(partRows)),
    of(K.delegation).length > 0 && section(t("edge.delegation"), of(K.delegation).length, limited(of(K.delegation).map((e) => el("li", null, edgeLink(e, [
      el("span", { class: "row-main" }, shapeIcon(classOf(otherEnd(e, n)), 13), el("bdi", { text: E.s[e] === n ? t("delegation.for", { name: labelOf(E.t[e]) }) : t("delegation.by", { name: labelOf(E.s[e]) }) })),
      el("span", { class: "row-note", text: sourcesNote(e) })]))))),
    below.length > 0 && section(t("card.below"), below.length, limited(below.map((e) => el("li", null, nodeLink(E.s[e]))), 8)),
    neighbourSection(n),
    event && N.proof[n].length > 0 && section(t("card.told"), null, eventProofs(n)),
    articles.size > 0 && section(t("card.sources"), articles.size, limited([...articles].sort((a, b) => (published[b] || 0) - (published[a] || 0) || a - b).map((a) => el("li", null, articleLine(a))), 8)),
    N.why[n].length > 0 && el("details", { class: "why" }, el("summary", { text: t("card.why") }), el("ul", null, N.why[n].map((at) => el("li", null, el("bdi", { text: cut(clean(word(at)), 300) }))))));
};
const eventProofs = (n) => (late.quotes ? N.proof[n].slice(0, 6).map(([a, sentence, from, length, start]) => quoteBlock({ ...proof(a, sentence, from, length, start) }, null)) : el("p", { class: "muted", text: t("loading") }));

// Who else is there: events shared (each once, whatever the roles in it), then the same sentence.
const stands = (e) => E.k[e] <= K.attended && E.st[e] !== 2;
const neighbourSection = (n) => {
  const shared = new Map();
  const own = isEvent(n) ? [] : [...edgesOf(n)].filter(stands).map((e) => otherEnd(e, n));
  for (const event of new Set(own)) {
    if (unheld(event)) continue;
    const there = new Set([...edgesOf(event)].filter(stands).map((e) => E.s[e]));
    for (const m of there) if (m !== n) shared.set(m, (shared.get(m) || 0) + 1);
  }
  const near = togetherIndex().get(n) || new Map();
  const all = [...new Set([...shared.keys(), ...near.keys()])].map((m) => ({ m, events: shared.get(m) || 0, sentences: near.get(m) || 0 }))
    .sort((a, b) => b.events - a.events || b.sentences - a.sentences || weight[b.m] - weight[a.m] || a.m - b.m);
  if (!all.length) return null;
  return section(t("card.neighbours"), all.length, limited(all.map(({ m, events, sentences }) => el("li", { class: "neighbour" }, nodeLink(m),
    el("span", { class: "row-note", text: [events ? t(events === 1 ? "near.event" : "near.events", { n: events }) : "", sentences ? t(sentences === 1 ? "near.sentence" : "near.sentences", { n: sentences }) : ""].filter(Boolean).join(" · ") }))), 8));
};
let nearIndex = null;
const togetherIndex = () => {
  if (nearIndex) return nearIndex;
  if (!late.together) return new Map();
  nearIndex = new Map();
  const T = late.together, put = (a, b, n) => { let map = nearIndex.get(a); if (!map) nearIndex.set(a, (map = new Map())); map.set(b, (map.get(b) || 0) + n); };
  for (let i = 0; i < T.s.length; i++) if (T.scope[i] === 0) { put(T.s[i], T.t[i], T.n[i]); put(T.t[i], T.s[i], T.n[i]); }
  return nearIndex;
};

const cardHead = (n, kinds) => {
  const ref = refOf(n), open1 = "1~" + ref, open2 = "2~" + ref, pin = state.pins.find((p) => p.split("~")[2] === ref);
  const act = (key, on, patch, pressed) => button(t(key), () => update(patch()), { class: "act" + (pressed ? " on" : ""), "aria-pressed": pressed === undefined ? null : String(pressed) });
  return el("header", { class: "card-head" },
    el("p", { class: "kicker" }, shapeIcon(classOf(n), 18), el("span", { text: kinds.filter(Boolean).join(" · ") })),
    el("h2", { tabindex: "-1", id: "card-title" }, el("bdi", { text: labelOf(n) })),
    el("div", { class: "acts", role: "group", "aria-label": t("card.actions") },
      act("act.focus", 0, () => ({ focus: state.focus === ref ? "" : ref, depth: 1, view: "network" }), state.focus === ref),
      act("act.expand1", 0, () => ({ open: toggled(state.open, open1), view: "network" }), state.open.includes(open1)),
      act("act.expand2", 0, () => ({ open: toggled(state.open, open2), view: "network" }), state.open.includes(open2)),
      act("act.pin", 0, () => ({ pins: pin ? state.pins.filter((p) => p !== pin) : [...state.pins, `${Math.round(X[n])}~${Math.round(Y[n])}~${ref}`] }), Boolean(pin)),
      act("act.hide", 0, () => ({ gone: [...state.gone, ref], sel: "" })),
      button(t("act.path"), () => askPartner(n, "path"), { class: "act" }),
      button(t("act.common"), () => askPartner(n, "common"), { class: "act" })));
};
const askPartner = (n, kind) => {
  const box = document.getElementById("partner");
  const search = searchBox({ id: "partner-search", onlyNodes: true, label: t(kind === "path" ? "path.to" : "common.with"), onNode: (m) => update({ [kind]: [refOf(n), refOf(m)], [kind === "path" ? "common" : "path"]: [], sel: "" }) });
  replace(box, search); box.hidden = false; search.querySelector("input").focus();
};

const postCard = (n) => {
  const at = P.at[postOf(n)], holders = [...edgesOf(n)].filter((e) => E.k[e] === K.holds).flatMap((e) => E.x[e]).sort(byDay);
  return el("article", { class: "card" }, cardHead(n, [className("Post")]),
    el("dl", { class: "facts" }, fact(t("fact.aliases"), cut(P.alias[postOf(n)].map(clean).filter(Boolean).join(" · "), 600))),
    at >= 0 && section(t("card.institution"), null, nodeLink(at)),
    section(t("card.people"), distinct(holders, (e) => E.s[e]), limited(holders.map((e) => postingRow(e, E.t[e])))));
};
const articleCard = (n) => {
  const a = articleOf(n), named = [...edgesOf(n)].filter((e) => E.k[e] === K.reports).map((e) => E.t[e]);
  return el("article", { class: "card" }, cardHead(n, [className("Article"), outletOf(a)]), el("ul", { class: "rows" }, el("li", null, articleLine(a))),
    section(t("card.named"), named.length, limited(named.map((m) => el("li", null, nodeLink(m))), 20)));
};
const articleLine = (a) => {
  const url = safeUrl(A.url[a]), title = articleTitle(a);
  return el("span", { class: "article-line" },
    url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: "article-title" }, el("bdi", { text: title })) : el("bdi", { class: "article-title", text: title }),
    el("span", { class: "row-note", text: [outletOf(a), dayText(word(A.published[a])), A.copy[a] >= 0 ? t("article.copy") : ""].filter(Boolean).join(" · ") }));
};

const citation = (p) => {
  const a = p.article, url = a >= 0 ? safeUrl(A.url[a]) : "";
  return `“${p.quote.replace(/\s+/g, " ").trim()}” — ${a >= 0 ? [articleTitle(a), outletOf(a), dayText(word(A.published[a]))].filter(Boolean).join(", ") : ""}${url ? " <" + url + ">" : ""}`;
};
const quoteBlock = (p, e) => el("figure", { class: "quote" },
  el("blockquote", null, el("p", { dir: "auto" }, el("span", { text: p.before }), el("mark", { text: p.quote }), el("span", { text: p.after }))),
  el("figcaption", null, p.article >= 0 && articleLine(p.article),
    el("div", { class: "quote-tools" }, el("span", { class: "row-note", text: t("quote.at", { from: number(p.start), to: number(p.start + Array.from(p.quote).length) }) }),
      button(t("act.cite"), (event) => copyText(citation(p), event.currentTarget), { class: "quiet" }))));
const copyText = async (text, from) => {
  let copied = true;
  try { await navigator.clipboard.writeText(text); } catch {
    const area = el("textarea", { class: "away", "aria-hidden": "true" });
    area.value = text; document.body.append(area); area.select();
    copied = document.execCommand("copy"); area.remove(); if (from) from.focus();
  }
  if (from && copied) { const before = from.textContent; from.textContent = t("copied"); setTimeout(() => { from.textContent = before; }, 1400); }
  announce(t(copied ? "copied" : "copy.failed"));
};

const confidenceBar = (value) => el("span", { class: "confidence" }, el("meter", { min: 0, max: 100, low: 50, high: 80, optimum: 100, value, "aria-label": t("fact.confidence") }), el("span", { text: t("confidence", { n: value }) }));
const claimBody = (e) => {
  const whom = E.k[e] <= K.attended ? E.x[e][1] : -1, k = E.k[e];
  const rules = rulesOf(e), notes = notesOf(e), proofs = proofsOf(e);
  return [
    el("dl", { class: "facts" },
      k === K.posting && [fact(t("fact.office"), postingTitle(e)), fact(t("fact.date"), postingDates(e))],
      k <= K.attended && [fact(t("fact.status"), unheld(E.t[e])), fact(t("fact.date"), dayText(word(N.date[E.t[e]])) || t("date.none")), fact(t("fact.place"), clean(word(N.place[E.t[e]]))),
        fact(t("fact.actedAs"), actedAs(e)), fact(t("edge.delegation"), whom >= 0 ? t("delegation.for", { name: labelOf(whom) }) : "")],
      k === K.partOf && fact(t("fact.inForce"), word(E.f[e]) || word(E.l[e]) ? `${dayText(word(E.f[e])) || "…"} – ${dayText(word(E.l[e])) || "…"}` : t("always")),
      k === K.together && [fact(t("fact.scope"), t("scope." + SCOPES[E.x[e][0]])), fact(t("fact.count"), number(E.x[e][1]))],
      k !== K.partOf && k !== K.together && k < K.holds && [el("dt", { text: t("fact.confidence") }), el("dd", null, confidenceBar(E.cf[e]))],
      isClaim(e) && fact(t("fact.claimStatus"), t("status." + STATUSES[E.st[e]])),
      fact(t("fact.rule"), rules.map(clean).join(", ")), fact(t("fact.note"), cut(notes.map(clean).join(" · "), 600))),
    k === K.partOf && el("p", { class: "muted", text: t("partOf.note") }),
    k === K.together && [el("p", { class: "muted", text: t("together.note") }), el("ul", { class: "rows" }, E.ev[e].slice(0, 30).map((a) => el("li", null, articleLine(a))))],
    E.ev[e].length > 0 && !late.quotes && el("p", { class: "muted", text: t("loading") }),
    proofs.map((p) => quoteBlock(p, e)),
  ];
};
// What a printed card has besides: every claim with its quotes, since nobody can click on paper.
const MOST_PRINTED = 400;
const dropPrinted = () => { for (const old of document.querySelectorAll(".printed")) old.remove(); };
const addPrinted = () => {
  dropPrinted();
  const n = selectedNode();
  if (n < 0 || n >= CORE) return;
  const claims = visibleEdges(n).filter(isClaim).sort(byDay);
  if (!claims.length) return;
  document.getElementById("panel-body").append(el("section", { class: "card-section printed" }, el("h3", { text: t("print.claims") }),
    claims.slice(0, MOST_PRINTED).map((e) => el("article", null, el("h4", null, el("bdi", { text: labelOf(E.s[e]) }), ` ${t("verb." + KINDS[E.k[e]])} `, el("bdi", { text: labelOf(E.t[e]) })), claimBody(e))),
    claims.length > MOST_PRINTED && el("p", { class: "row-note", text: t("and.more", { n: claims.length - MOST_PRINTED }) })));
};
const edgeCard = (e) => {
  const parallel = [...edgesOf(E.s[e])].filter((o) => o !== e && otherEnd(o, E.s[e]) === otherEnd(e, E.s[e]) && E.k[o] < K.together);
  return el("article", { class: "card" },
    el("header", { class: "card-head" }, el("p", { class: "kicker" }, lineIcon(KINDS[E.k[e]]), el("span", { text: E.k[e] === K.together ? t("edge.together") : t("card.claim") })),
      el("h2", { tabindex: "-1", id: "card-title", class: "sentence" }, nodeLink(E.s[e]), el("span", { class: "verb", text: ` ${t("verb." + KINDS[E.k[e]])} ` }), nodeLink(E.t[e])),
      el("p", { class: "row-note", text: E.k[e] === K.partOf ? "" : sourcesNote(e) })),
    claimBody(e),
    parallel.length > 0 && section(t("card.parallel"), parallel.length, el("ul", { class: "rows" }, parallel.map((o) => el("li", null, edgeLink(o, [el("span", { class: "row-main" }, roleChip(E.k[o]), E.k[o] === K.posting && el("bdi", { text: postingTitle(o) })), el("span", { class: "row-note", text: sourcesNote(o) })]))))));
};
