// Take away: the picture as PNG or SVG, what is shown as CSV or JSON, a link, and print.
const save = (blob, name) => {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link); link.click(); link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4000);
};
const pictureSize = () => (canvas && canvas.clientWidth ? viewSize() : [1400, 900]);
const pictureCamera = (width, height) => {
  if (canvas && canvas.clientWidth) return { ...camera };
  const [x1, y1, x2, y2] = box(scene.nodes);
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, k: Math.min(2, (width - 80) / Math.max(60, x2 - x1), (height - 80) / Math.max(60, y2 - y1)) };
};
const savePng = () => {
  const [width, height] = pictureSize(), sheet = document.createElement("canvas");
  sheet.width = width * 2; sheet.height = height * 2;
  const pen = sheet.getContext("2d");
  pen.scale(2, 2);
  paint(pen, scene, pictureCamera(width, height), width, height);
  sheet.toBlob((blob) => save(blob, "graph.png"), "image/png");
};
const saveSvg = () => {
  const [width, height] = pictureSize(), pen = new SvgPen(width, height);
  paint(pen, scene, pictureCamera(width, height), width, height);
  save(new Blob([new XMLSerializer().serializeToString(pen.root)], { type: "image/svg+xml" }), "graph.svg");
};
// What is taken: the claims of the selection (a node, an edge, a path), else all claims on show.
const takenEdges = () => {
  const n = selectedNode(), e = n < 0 ? selectedEdge() : -1;
  if (e >= 0) return [e];
  if (n >= 0) return [...edgesOf(n)].filter((o) => !lastResult.edgeFails[o] && E.k[o] < K.holds);
  if (scene.route.edges.length) return scene.route.edges;
  if (state.view === "table" && state.table === "claims") return sortRows(tableRows(lastResult)).rows;
  return scene.edges.filter((o) => E.k[o] < K.holds);
};
const takenRows = () => takenEdges().flatMap((e) => {
  const row = {
    subject: clean(rawLabel(E.s[e])), subject_id: refOf(E.s[e]), relation: KINDS[E.k[e]], object: clean(rawLabel(E.t[e])), object_id: refOf(E.t[e]),
    office: E.k[e] === K.posting ? postingTitle(e) : actedAs(e),
    from: word(E.f[e]), to: word(E.l[e]), event_status: E.k[e] <= K.attended ? word(N.status[E.t[e]]) : "", status: STATUSES[E.st[e]], confidence: E.k[e] === K.together ? "" : E.cf[e] / 100, sources: E.n[e], rule: rulesOf(e).join(" "),
  };
  const proofs = proofsOf(e), told = proofs.length ? proofs : E.ev[e].map((article) => ({ article, quote: "", before: "", after: "", start: "" }));
  if (!told.length) return [{ ...row, quote: "", sentence: "", start: "", article: "", title: "", outlet: "", published: "", url: "" }];
  return told.map((p) => ({ ...row, quote: p.quote, sentence: p.before + p.quote + p.after, start: p.start, ...(p.article >= 0 ? { article: A.id[p.article], title: A.title[p.article], outlet: outletOf(p.article), published: word(A.published[p.article]), url: safeUrl(A.url[p.article]) } : { article: "", title: "", outlet: "", published: "", url: "" }) }));
});
// A spreadsheet must not take a name for a formula.
const csvCell = (value) => { const text = String(value ?? ""), guarded = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? "'" + text : text; return /[",\n\r]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded; };
const saveCsv = async () => {
  await lateReady;
  const rows = takenRows(), head = ["subject", "subject_id", "relation", "object", "object_id", "office", "from", "to", "event_status", "status", "confidence", "sources", "rule", "quote", "sentence", "start", "article", "title", "outlet", "published", "url"];
  save(new Blob(["\ufeff" + [head.join(","), ...rows.map((row) => head.map((name) => csvCell(row[name])).join(","))].join("\r\n") + "\r\n"], { type: "text/csv" }), "claims.csv");
};
const saveJson = async () => {
  await lateReady;
  const edges = takenEdges(), nodes = [...new Set(edges.flatMap((e) => [E.s[e], E.t[e]]))].sort((a, b) => a - b);
  const value = { nodes: nodes.map((n) => ({ id: refOf(n), class: classOf(n), name: rawLabel(n), ...(n < CORE ? { type: word(N.type[n]) || null, region: N.region[n] >= 0 ? R.code[N.region[n]] : null, date: word(N.date[n]) || null } : {}) })), claims: takenRows() };
  save(new Blob([JSON.stringify(value, null, 1) + "\n"], { type: "application/json" }), "claims.json");
};
// A graph for Gephi of what is taken: with nothing selected also the nodes without an edge.
const GRAPHML = "http://graphml.graphdrawing.org/xmlns";
const NODE_KEYS = ["label", "class", "type", "region", "date"], EDGE_KEYS = ["relation", "office", "weight", "confidence", "status", "first", "last", "articles", "quote"];
const saveGraphml = async () => {
  await lateReady;
  const edges = takenEdges(), whole = !state.sel && !scene.route.edges.length && state.view === "network";
  const nodes = [...new Set([...(whole ? scene.nodes : []), ...edges.flatMap((e) => [E.s[e], E.t[e]])])].sort((a, b) => a - b);
  const file = document.implementation.createDocument(GRAPHML, "graphml");
  const put = (parent, name, attributes, text) => { const node = file.createElementNS(GRAPHML, name); for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value); if (text !== undefined) node.textContent = text; parent.append(node); return node; };
  const told = (parent, values) => { for (const [key, value] of Object.entries(values)) put(parent, "data", { key }, clean(String(value))); };
  for (const [kind, keys] of [["node", NODE_KEYS], ["edge", EDGE_KEYS]]) for (const key of keys) put(file.documentElement, "key", { id: key, for: kind, "attr.name": key, "attr.type": key === "weight" || key === "confidence" ? "double" : "string" });
  const graph = put(file.documentElement, "graph", { edgedefault: "directed" });
  for (const n of nodes) told(put(graph, "node", { id: clean(refOf(n)) }), { label: labelOf(n), class: classOf(n), ...(n < CORE ? { type: word(N.type[n]), region: N.region[n] >= 0 ? R.code[N.region[n]] : "", date: word(N.date[n]) } : {}) });
  for (const e of edges) {
    const proofs = proofsOf(e), together = E.k[e] === K.together;
    told(put(graph, "edge", { id: clean(edgeRef(e)), source: clean(refOf(E.s[e])), target: clean(refOf(E.t[e])) }), {
      relation: KINDS[E.k[e]] + (together ? ":" + edgeScope(e) : ""), office: E.k[e] === K.posting ? postingTitle(e) : actedAs(e), weight: together ? E.x[e][1] : E.n[e] || 1, confidence: together || E.k[e] === K.partOf ? 1 : E.cf[e] / 100,
      status: STATUSES[E.st[e]], first: word(E.f[e]), last: word(E.l[e]), articles: E.ev[e].filter((a) => a >= 0).map((a) => A.id[a]).join(" | "), quote: proofs.length ? proofs[0].quote : "" });
  }
  save(new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(file) + "\n"], { type: "application/xml" }), "graph.graphml");
};
const downloadMenu = () => {
  const items = [["png", savePng], ["svg", saveSvg], ["csv", saveCsv], ["json", saveJson], ["graphml", saveGraphml], ["print", () => lateReady.then(() => print())], ["link", (event) => copyText(location.href, event.currentTarget)]];
  const menu = el("details", { class: "menu" }, el("summary", { class: "tool", text: t("take") }), el("div", { class: "menu-body" }, items.map(([key, act]) => button(t("take." + key), (event) => { act(event); if (key !== "link") menu.open = false; }, { "data-take": key }))));
  menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); event.stopPropagation(); } });
  return menu;
};
