// The panel beside the picture: a card, the claims of an edge, a path, common neighbours, or an overview.
const pathCard = (scene) => {
  const [from, to] = state.path.map(nodeOf), { nodes, edges } = scene.route;
  return el("article", { class: "card" },
    el("header", { class: "card-head" }, el("p", { class: "kicker" }, el("span", { text: t("path.title") })),
      el("h2", { tabindex: "-1", id: "card-title" }, el("bdi", { text: labelOf(from) }), " → ", el("bdi", { text: labelOf(to) })),
      el("p", { class: "row-note", text: edges.length ? t(edges.some((e) => E.k[e] === K.partOf) ? "path.mixed" : "path.steps", { n: edges.length }) : t("path.none") }),
      el("div", { class: "acts" }, button(t("act.close"), () => update({ path: [] }), { class: "act" }))),
    el("ol", { class: "steps" }, edges.map((e, at) => el("li", null,
      el("p", { class: "step" }, nodeLink(nodes[at]), el("span", { class: "verb", text: " " + t((E.s[e] === nodes[at] ? "verb." : "inverse.") + KINDS[E.k[e]]) + " " }), nodeLink(nodes[at + 1])),
      claimBody(e)))));
};
const commonCard = (scene) => {
  const [a, b] = state.common.map(nodeOf);
  const between = (n, m) => [...edgesOf(n)].filter((e) => otherEnd(e, n) === m && E.k[e] < K.together);
  return el("article", { class: "card" },
    el("header", { class: "card-head" }, el("p", { class: "kicker" }, el("span", { text: t("common.title") })),
      el("h2", { tabindex: "-1", id: "card-title" }, el("bdi", { text: labelOf(a) }), " · ", el("bdi", { text: labelOf(b) })),
      el("p", { class: "row-note", text: scene.shared.length ? t("common.found", { n: scene.shared.length }) : t("common.none") }),
      el("div", { class: "acts" }, button(t("act.close"), () => update({ common: [] }), { class: "act" }))),
    el("ul", { class: "rows" }, scene.shared.map((n) => el("li", { class: "neighbour" }, nodeLink(n),
      el("span", { class: "row-note" }, [...between(n, a), ...between(n, b)].map((e) => button(`${labelOf(otherEnd(e, n) === n ? n : otherEnd(e, n))}: ${edgeName(E.k[e])}`, () => selectEdge(e), { class: "quiet" })))))));
};
const overviewCard = (result) => {
  const top = RANK.filter((n) => result.nodeOK[n]).slice(0, 400), pick = (test, limit) => top.filter(test).slice(0, limit);
  const list = (title, nodes) => nodes.length > 0 && section(title, null, el("ul", { class: "rows tight" }, nodes.map((n) => el("li", { class: "neighbour" }, nodeLink(n), el("span", { class: "row-note", text: nodeNote(n) })))));
  const told = new Set(), counts = { claims: 0, nodes: 0, allClaims: 0, allNodes: CORE - CONTEXT, allArticles: ARTICLES };
  for (let e = 0; e < CLAIMS; e++) {
    if (!isClaim(e)) continue;
    counts.allClaims += 1;
    if (result.edgeOK[e]) { counts.claims += 1; for (const a of E.ev[e]) if (a >= 0) told.add(a); }
  }
  for (let n = 0; n < CORE; n++) if (result.nodeOK[n] && !(N.flag[n] & 2)) counts.nodes += 1;
  counts.articles = anyFilter() ? told.size : ARTICLES;
  const shown = Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, number(value)]));
  const lede = !anyFilter() ? t("overview.lede", shown) : counts.claims ? t("overview.filtered", shown) : t("overview.nothing", shown);
  const strange = state.sel && selectedNode() < 0 && selectedEdge() < 0;
  return el("article", { class: "card" },
    el("header", { class: "card-head" }, el("p", { class: "kicker" }, el("span", { text: t("overview.kicker") })), el("h2", { tabindex: "-1", id: "card-title", text: t("overview.title") })),
    strange && el("p", { class: "lede strange", role: "alert" }, el("span", { text: t("overview.strange") + " " }), el("bdi", { text: cut(clean(state.sel), 120) })),
    el("p", { class: "lede", text: lede }), anyFilter() && button(t("filters.reset.long"), resetFilters, { class: "act" }),
    list(t("overview.institutions"), pick(isInstitution, 6)), list(t("overview.people"), pick(isPerson, 6)), list(t("overview.events"), pick(isEvent, 6)),
    el("p", { class: "muted", text: t("overview.help") }),
    el("details", { class: "why" }, el("summary", { text: t("keys.title") }), el("dl", { class: "keys" },
      ["/", "1–5", "arrows", "enter", "e", "f", "p", "h", "zoom", "undo", "esc"].map((key) => [el("dt", null, el("kbd", { text: t("key." + key) })), el("dd", { text: t("keys." + key) })]))));
};

let panelKey = "";
const cardKind = () => (selectedNode() >= 0 ? "node" : selectedEdge() >= 0 ? "edge" : state.path.length === 2 ? "path" : state.common.length === 2 ? "common" : "");
// Before a view is drawn: a card takes room from it. On a phone, where it lies over the view, it folds to its heading
// when the reader goes on to another view, and comes up again with what is chosen next.
let folded = false, foldKey = "", foldView = "";
const makeRoom = (view) => {
  const open = cardKind() !== "", key = state.sel + state.path + state.common;
  if (key !== foldKey) folded = false;
  else if (foldView && view !== foldView) folded = view !== "network";
  foldKey = key; foldView = view;
  document.getElementById("panel").classList.toggle("open", open);
  document.body.classList.toggle("has-card", open);
  showFold();
};
const showFold = () => {
  document.body.classList.toggle("card-folded", folded);
  const act = document.getElementById("fold-card"), label = t(folded ? "act.unfold" : "act.fold");
  act.textContent = folded ? "▴" : "▾";
  act.setAttribute("aria-expanded", String(!folded)); act.setAttribute("aria-label", label); act.title = label;
};
const foldCard = () => { folded = !folded; showFold(); };
const showPanel = (result, scene) => {
  const body = document.getElementById("panel-body");
  const n = selectedNode(), e = n < 0 ? selectedEdge() : -1, kind = cardKind();
  const card = kind === "node" ? nodeCard(n) : kind === "edge" ? edgeCard(e) : kind === "path" ? pathCard(scene) : kind === "common" ? commonCard(scene) : overviewCard(result);
  replace(body, card, el("div", { id: "partner", class: "partner", hidden: true }));
  const head = card.querySelector(".card-head");
  const partner = body.querySelector("#partner");
  if (head) head.append(partner);
  const key = kind + state.sel + state.path + state.common;
  if (key !== panelKey) {
    panelKey = key; body.scrollTop = 0;
    if (kind) announce(card.querySelector("h2").textContent);
  }
};
