// Put the page together, and show every change of the state.
const VIEWS = ["network", "table", "timeline", "map", "chain"];
let lastResult = null;
const wantedLanguage = () => (state.lang && DICTIONARY[state.lang] ? state.lang : (navigator.languages || [navigator.language]).some((l) => /^(id|in|ms)\b/i.test(l)) ? "id" : "en");
const layOut = () => {
  language = wantedLanguage();
  document.documentElement.lang = language;
  document.title = t("title");
  const search = searchBox({
    id: "search", label: t("search"), onNode: (n) => update({ sel: refOf(n), ...(state.gone.includes(refOf(n)) ? { gone: state.gone.filter((r) => r !== refOf(n)) } : {}) }),
    onOffice: (at) => { withPosts(); selectNode(FIRST_POST + at); }, onQuote: selectEdge,
  });
  const viewTab = (view, at) => button(t("view." + view), () => update({ view }), { class: "tab", "data-view": view, "aria-keyshortcuts": String(at + 1) });
  replace(document.getElementById("app"),
    el("a", { class: "skip", href: "#panel", text: t("skip"), on: { click: (event) => { event.preventDefault(); document.getElementById("card-title").focus(); } } }),
    el("header", { class: "bar" },
      button(t("filters.short"), () => document.body.classList.toggle("show-facets"), { class: "tool", id: "open-facets" }),
      el("h1", null, el("span", { text: t("title") })), search,
      el("nav", { class: "tabs", "aria-label": t("views") }, VIEWS.map(viewTab)),
      el("div", { class: "tools" },
        button("↶", undo, { class: "tool", id: "undo", "aria-label": t("undo"), title: t("undo") }), button("↷", redo, { class: "tool", id: "redo", "aria-label": t("redo"), title: t("redo") }),
        downloadMenu(),
        button(language === "id" ? "EN" : "ID", () => update({ lang: language === "id" ? "en" : "id" }), { class: "tool", id: "language", "aria-label": t("language"), title: t("language") }),
        button(isDark ? "☀" : "☾", () => update({ theme: isDark ? "light" : "dark" }), { class: "tool", id: "theme", "aria-label": t("theme"), title: t("theme") }))),
    el("aside", { id: "facets", class: "facets", "aria-label": t("filters") }),
    el("main", { id: "main" }, makeNetworkView(), ...VIEWS.slice(1).map((view) => el("section", { id: "view-" + view, class: "view", "aria-label": t("view." + view), hidden: true }))),
    el("aside", { id: "panel", class: "panel", "aria-label": t("panel") }, button("×", closeCard, { class: "sheet-close", id: "close-card", "aria-label": t("act.close") }), button("▾", foldCard, { class: "sheet-close sheet-fold", id: "fold-card", "aria-controls": "panel-body" }), el("div", { id: "panel-body" })),
    el("nav", { class: "phone-bar", "aria-label": t("views") }, VIEWS.map((view) => button(t("view." + view), () => update({ view }), { class: "tab", "data-view": view }))),
    el("div", { id: "live", class: "away", role: "status", "aria-live": "polite" }));
};
const closeCard = () => update({ sel: "", ...(state.sel ? {} : { path: [], common: [] }) });
let laidOut = "";
const render = () => {
  chooseTheme();
  const look = wantedLanguage() + (state.theme || "auto") + isDark;
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  if (look !== laidOut) { laidOut = look; mixPalette(); measured.clear(); panelKey = ""; layOut(); }
  if (state.sel && nodeOf(state.sel) >= CORE) isPost(nodeOf(state.sel)) ? withPosts() : withArticles();
  if (state.sel.startsWith("edge:")) edgeOf(state.sel);
  lastResult = filterGraph();
  lastResult.loneCount = LONE;
  scene = buildScene(lastResult);
  const view = VIEWS.includes(state.view) ? state.view : "network";
  for (const name of VIEWS) document.getElementById("view-" + name).hidden = name !== view;
  for (const tab of document.querySelectorAll("[data-view]")) { if (tab.dataset.view === view) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current"); }
  document.body.dataset.view = view;
  makeRoom(view);
  document.getElementById("undo").disabled = depthOfHistory === 0;
  document.getElementById("redo").disabled = depthOfHistory >= deepest;
  ({ network: showNetwork, table: showTable, timeline: showTimeline, map: showMap, chain: showChain })[view](lastResult);
  if (!framesDrawn) { // the picture first; what stands beside it, when it is seen
    whenPictured.push(() => { showPanel(lastResult, scene); showFacets(lastResult); });
    if (view === "network") draw(); else { framesDrawn = 1; pictured(); }
    return;
  }
  showPanel(lastResult, scene);
  showFacets(lastResult);
};
const touched = new Uint8Array(CORE);
for (let e = 0; e < CLAIMS; e++) touched[E.s[e]] = touched[E.t[e]] = 1;
let LONE = 0;
for (let n = 0; n < CORE; n++) if (!touched[n]) LONE += 1;

addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox" && event.target.type !== "range";
  if ((event.ctrlKey || event.metaKey) && !typing && event.key.toLowerCase() === "z") { event.preventDefault(); if (event.shiftKey) redo(); else undo(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const n = selectedNode(), ref = n >= 0 ? refOf(n) : "";
  if (event.key === "/") { event.preventDefault(); document.getElementById("search").focus(); }
  else if (/^[1-5]$/.test(event.key)) update({ view: VIEWS[+event.key - 1] });
  else if (event.key === "Escape") { if (document.body.classList.contains("show-facets")) document.body.classList.remove("show-facets"); else if (state.sel || state.path.length || state.common.length) closeCard(); else if (state.focus) update({ focus: "", depth: 1 }); }
  else if (ref && event.key === "e") update({ open: toggled(state.open, "1~" + ref) });
  else if (ref && event.key === "f") update({ focus: state.focus === ref ? "" : ref, depth: 1 });
  else if (ref && event.key === "h") update({ gone: [...state.gone, ref], sel: "" });
  else if (ref && event.key === "p") { const pin = state.pins.find((p) => p.split("~")[2] === ref); update({ pins: pin ? state.pins.filter((p) => p !== pin) : [...state.pins, `${Math.round(X[n])}~${Math.round(Y[n])}~${ref}`] }); }
});
darkScheme.addEventListener("change", () => render());
addEventListener("beforeprint", () => { document.body.classList.add("printing"); addPrinted(); });
addEventListener("afterprint", () => { document.body.classList.remove("printing"); dropPrinted(); });
addEventListener("hashchange", () => { if (encodeState(state) !== (location.hash || "#")) { openAddress(); render(); } });

// For scripts of an embedding page and for tests: what is on show, and where.
window.explorer = Object.freeze({
  shown: () => scene.nodes.map(refOf), edges: () => scene.edges.map(edgeRef), frames: () => framesDrawn, total: () => scene.total,
  command: () => (visNetwork ? visNetwork.body.data.nodes.get().map((node) => node.label) : []),
  boxes: () => (visNetwork ? visNetwork.body.data.nodes.getIds().map((id) => visNetwork.getBoundingBox(id)) : []),
  chainScale: () => (visNetwork ? visNetwork.getScale() : 0),
  labels: () => (scene.labels || []).map(({ n, dx, dy, high, wide }) => { const [x, y] = places.get(n); return { ref: refOf(n), left: x + dx - wide / 2, right: x + dx + wide / 2, top: y + dy - high / 2, bottom: y + dy + high / 2 }; }),
  place: (ref) => { const n = nodeOf(ref), [w, h] = viewSize(), at = canvas.getBoundingClientRect(); return [at.left + (X[n] - camera.x) * camera.k + w / 2, at.top + (Y[n] - camera.y) * camera.k + h / 2]; },
  middle: (ref) => { const e = edgeOf(ref), [w, h] = viewSize(), at = canvas.getBoundingClientRect(), p = edgePath(e, scene, camera, w, h); return [at.left + (p.x1 + 2 * p.cx + p.x2) / 4, at.top + (p.y1 + 2 * p.cy + p.y2) / 4]; },
});

openAddress();
listeners.push(render);
render();
lateReady.then(() => {
  if (!framesDrawn) framesDrawn = 1; // a window without a size yet draws nothing; the rest is shown all the same
  render();
  document.documentElement.dataset.ready = "1";
});
