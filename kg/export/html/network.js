// The first view: the picture, with mouse, touch and keys.
const camera = { x: 0, y: 0, k: 1 };
let canvas = null, fitted = false, hoverNode = -1, hoverEdge = -1, places = new Map(), scene = null, pending = 0, framesDrawn = 0;
const viewSize = () => [canvas.clientWidth, canvas.clientHeight];
let moving = false, standing = 0;
// A picture in motion is drawn without what costs most; it is drawn in full when it has stood for a moment.
const requestMove = () => {
  moving = true;
  clearTimeout(standing);
  standing = setTimeout(() => { moving = false; requestDraw(); }, 140);
  requestDraw();
};
const requestDraw = () => { if (!pending) pending = requestAnimationFrame(draw); };
// The moment in which the first picture is on the screen: behind the frame that shows it.
const whenPictured = [];
const pictured = () => requestAnimationFrame(() => setTimeout(() => {
  performance.mark("first-picture");
  document.documentElement.dataset.drawn = "1";
  whenPictured.forEach((act) => act());
}, 0));
const draw = () => {
  pending = 0;
  if (!canvas || !scene || !canvas.clientWidth) return;
  const [width, height] = viewSize(), ratio = Math.min(2.5, devicePixelRatio || 1), wide = Math.round(width * ratio), high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) { canvas.width = wide; canvas.height = high; }
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  places = paint(pen, scene, camera, width, height, { hover: hoverNode, moving, below: covered() });
  framesDrawn += 1;
  if (framesDrawn === 1) pictured();
};
const box = (nodes) => {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const n of nodes) { x1 = Math.min(x1, X[n]); x2 = Math.max(x2, X[n]); y1 = Math.min(y1, Y[n]); y2 = Math.max(y2, Y[n]); }
  return x1 <= x2 ? [x1, y1, x2, y2] : [-100, -100, 100, 100];
};
const fit = (nodes) => {
  fitted = viewSize()[0] > 0;
  const [x1, y1, x2, y2] = box(nodes), [width, whole] = viewSize(), height = Math.max(140, whole - covered()), edge = width < 500 ? 60 : 110;
  camera.k = Math.max(0.004, Math.min(2.6, (width - edge) / Math.max(60, x2 - x1), (height - edge) / Math.max(60, y2 - y1)));
  camera.x = (x1 + x2) / 2; camera.y = (y1 + y2) / 2 + (whole - height) / 2 / camera.k;
};
// On a phone the card lies over the lower part of the picture.
const covered = () => (innerWidth <= 720 && innerHeight > 520 && !folded && state.sel + state.path + state.common ? Math.round(innerHeight * 0.62) : 0);
const keepCamera = () => { clearTimeout(keepCamera.timer); keepCamera.timer = setTimeout(() => update({ cam: [camera.x, camera.y].map(Math.round).join("~") + "~" + camera.k.toFixed(3) }, { quiet: true, silent: true }), 300); };
const zoomAt = (x, y, factor) => {
  const [width, height] = viewSize(), k = Math.max(0.004, Math.min(6, camera.k * factor));
  const wx = (x - width / 2) / camera.k + camera.x, wy = (y - height / 2) / camera.k + camera.y;
  camera.k = k; camera.x = wx - (x - width / 2) / k; camera.y = wy - (y - height / 2) / k;
  requestMove(); keepCamera();
};
const nodeAt = (x, y, slack = 4) => {
  let best = -1, closest = Infinity;
  for (const [n, [nx, ny, r]] of places) { const away = Math.hypot(nx - x, ny - y) - r; if (away < slack && away <= closest) { closest = away; best = n; } }
  return best;
};
const edgeAt = (x, y, slack = 6) => {
  const [width, height] = viewSize();
  let best = -1, closest = slack;
  for (const e of scene.edges) {
    const p = edgePath(e, scene, camera, width, height);
    if (Math.max(p.x1, p.x2, p.cx) < x - 8 || Math.min(p.x1, p.x2, p.cx) > x + 8 || Math.max(p.y1, p.y2, p.cy) < y - 8 || Math.min(p.y1, p.y2, p.cy) > y + 8) continue;
    let px = p.x1, py = p.y1;
    for (let i = 1; i <= 12; i++) {
      const u = i / 12, v = 1 - u, qx = v * v * p.x1 + 2 * u * v * p.cx + u * u * p.x2, qy = v * v * p.y1 + 2 * u * v * p.cy + u * u * p.y2;
      const dx = qx - px, dy = qy - py, s = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(px + s * dx - x, py + s * dy - y);
      if (away < closest) { closest = away; best = e; }
      px = qx; py = qy;
    }
  }
  return best;
};

const makeNetworkView = () => {
  canvas = el("canvas", { id: "canvas", tabindex: "0", role: "application", "aria-describedby": "canvas-help" });
  const touches = new Map();
  let grip = null, pinch = 0;
  const local = (event) => { const at = canvas.getBoundingClientRect(); return [event.clientX - at.left, event.clientY - at.top]; };
  canvas.addEventListener("pointerdown", (event) => {
    const [x, y] = local(event);
    try { canvas.setPointerCapture(event.pointerId); } catch { /* a pointer that has gone */ }
    touches.set(event.pointerId, [x, y]);
    pinch = 0;
    if (touches.size === 1) grip = { x, y, node: nodeAt(x, y, event.pointerType === "touch" ? 12 : 4), moved: false, from: [x, y] };
    else grip = null;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = local(event);
    if (touches.has(event.pointerId)) touches.set(event.pointerId, [x, y]);
    if (touches.size === 2) {
      const [[ax, ay], [bx, by]] = [...touches.values()], far = Math.hypot(ax - bx, ay - by);
      if (pinch) zoomAt((ax + bx) / 2, (ay + by) / 2, far / pinch);
      pinch = far;
      return;
    }
    if (grip) {
      if (!grip.moved && Math.hypot(x - grip.from[0], y - grip.from[1]) < 4) return;
      grip.moved = true;
      if (grip.node >= 0) { X[grip.node] += (x - grip.x) / camera.k; Y[grip.node] += (y - grip.y) / camera.k; }
      else { camera.x -= (x - grip.x) / camera.k; camera.y -= (y - grip.y) / camera.k; canvas.classList.add("grabbing"); }
      grip.x = x; grip.y = y;
      requestMove();
      return;
    }
    const n = nodeAt(x, y), e = n < 0 ? edgeAt(x, y) : -1;
    if (n !== hoverNode) { hoverNode = n; requestDraw(); }
    hoverEdge = e;
    canvas.style.cursor = n >= 0 || e >= 0 ? "pointer" : "grab";
    showTip(n, e, x, y);
  });
  const release = (event) => {
    const [x, y] = local(event), was = grip;
    touches.delete(event.pointerId);
    grip = null; canvas.classList.remove("grabbing");
    if (!was || event.type === "pointercancel") return;
    if (was.moved) {
      if (was.node >= 0) { const ref = refOf(was.node); update({ pins: [...state.pins.filter((p) => p.split("~")[2] !== ref), `${Math.round(X[was.node])}~${Math.round(Y[was.node])}~${ref}`] }); }
      else keepCamera();
      return;
    }
    const slack = event.pointerType === "touch" ? 14 : 4, n = nodeAt(x, y, slack), e = n < 0 ? edgeAt(x, y, slack + 2) : -1;
    clickedHere = true;
    if (n >= 0) selectNode(n); else if (e >= 0) selectEdge(e); else if (state.sel) update({ sel: "" });
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("touchend", (event) => event.preventDefault()); // else the tap also clicks the card that has just come up
  canvas.addEventListener("pointerleave", () => { if (hoverNode >= 0) { hoverNode = -1; requestDraw(); } showTip(-1, -1); });
  canvas.addEventListener("dblclick", (event) => { const n = nodeAt(...local(event)); if (n >= 0) update({ open: toggled(state.open, "1~" + refOf(n)) }); });
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); const [x, y] = local(event); zoomAt(x, y, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016))); }, { passive: false });
  canvas.addEventListener("keydown", networkKeys);
  const tools = el("div", { class: "zoom", role: "group", "aria-label": t("zoom") },
    button("+", () => zoomAt(...viewSize().map((s) => s / 2), 1.35), { "aria-label": t("zoom.in"), title: t("zoom.in") }),
    button("−", () => zoomAt(...viewSize().map((s) => s / 2), 1 / 1.35), { "aria-label": t("zoom.out"), title: t("zoom.out") }),
    button("⤢", () => { fit(scene.nodes); requestDraw(); keepCamera(); }, { "aria-label": t("zoom.fit"), title: t("zoom.fit") }));
  new ResizeObserver(() => { if (scene && canvas.clientWidth && !fitted && !state.cam) fit(scene.nodes); requestDraw(); }).observe(canvas);
  return el("section", { id: "view-network", class: "view", "aria-label": t("view.network") }, canvas, el("p", { id: "canvas-help", class: "away", text: t("canvas.help") }),
    el("div", { id: "tip", class: "tip", hidden: true }), el("div", { id: "status", class: "status" }), tools);
};
const showTip = (n, e, x, y) => {
  const tip = document.getElementById("tip");
  if (n < 0 && e < 0) { tip.hidden = true; return; }
  replace(tip, n >= 0 ? [el("strong", null, el("bdi", { text: cut(labelOf(n), 90) })), el("span", { text: nodeNote(n) })]
    : [el("strong", null, el("bdi", { text: cut(labelOf(E.s[e]), 50) }), ` ${t("verb." + KINDS[E.k[e]])} `, el("bdi", { text: cut(labelOf(E.t[e]), 50) })), el("span", { text: E.k[e] === K.partOf ? "" : sourcesNote(e) })]);
  tip.hidden = false;
  const [width, height] = viewSize();
  tip.style.left = Math.max(4, Math.min(x + 14, width - tip.offsetWidth - 6)) + "px";
  tip.style.top = (y + 18 + tip.offsetHeight > height ? y - tip.offsetHeight - 10 : y + 18) + "px";
};
const networkKeys = (event) => {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }, move = moves[event.key];
  if (move && event.shiftKey) { camera.x += (move[0] * 60) / camera.k; camera.y += (move[1] * 60) / camera.k; requestDraw(); keepCamera(); }
  else if (move && !event.altKey) {
    const from = selectedNode(), start = from >= 0 && scene.shown[from] ? from : -1;
    if (start < 0) { const n = scene.nodes[scene.nodes.length - 1]; if (n !== undefined) selectNode(n); }
    else {
      let best = -1, least = Infinity;
      for (const n of scene.nodes) {
        const dx = X[n] - X[start], dy = Y[n] - Y[start], ahead = dx * move[0] + dy * move[1], aside = Math.abs(dx * move[1]) + Math.abs(dy * move[0]);
        if (n !== start && ahead > 1 && ahead + 2.2 * aside < least) { least = ahead + 2.2 * aside; best = n; }
      }
      if (best >= 0) { clickedHere = true; selectNode(best); }
    }
  } else if (event.key === "+" || event.key === "=") zoomAt(...viewSize().map((s) => s / 2), 1.25);
  else if (event.key === "-") zoomAt(...viewSize().map((s) => s / 2), 0.8);
  else if (event.key === "0") { fit(scene.nodes); requestDraw(); keepCamera(); }
  else if (event.key === "Enter") { const title = document.getElementById("card-title"); if (title) title.focus(); }
  else return;
  event.preventDefault();
};
let cameraKey = "", clickedHere = false;
const showNetwork = (result) => {
  if (!framesDrawn && !state.cam) fit(scene.nodes);
  if (state.cam && cameraKey !== "set") { const [x, y, k] = state.cam.split("~").map(Number); if ([x, y, k].every(Number.isFinite)) Object.assign(camera, { x, y, k: Math.max(0.004, Math.min(6, k)) }); cameraKey = "set"; }
  const key = [state.focus, state.depth, state.path, state.common, JSON.stringify(state.open), JSON.stringify(state.regions), state.outlets, state.from, state.to].join("|");
  if (showNetwork.key !== undefined && showNetwork.key !== key && canvas.clientWidth) {
    const focused = scene.route.nodes.length ? scene.route.nodes : state.common.length === 2 ? [...state.common.map(nodeOf), ...scene.shared] : null;
    fit(focused || scene.nodes); keepCamera();
  }
  showNetwork.key = key;
  const n = selectedNode();
  if (n >= 0 && showNetwork.sel !== state.sel && canvas.clientWidth && scene.shown[n]) {
    const [width, height] = viewSize(), sx = (X[n] - camera.x) * camera.k + width / 2, sy = (Y[n] - camera.y) * camera.k + height / 2;
    const away = sx < 30 || sx > width - 30 || sy < 30 || sy > height - (covered() ? 60 + covered() : 30);
    if ((away || (!clickedHere && camera.k < 0.8)) && !(state.cam && showNetwork.sel === undefined)) {
      fit([n, ...[...edgesOf(n)].filter((e) => scene.shown[E.s[e]] && scene.shown[E.t[e]]).map((e) => otherEnd(e, n)).slice(0, 60)]);
      keepCamera();
    }
  }
  const edge = n < 0 && showNetwork.sel !== state.sel && !clickedHere && !(state.cam && showNetwork.sel === undefined) ? selectedEdge() : -1;
  if (edge >= 0 && camera.k < 0.8 && canvas.clientWidth) { fit([E.s[edge], E.t[edge], ...[...edgesOf(E.t[edge])].map((e) => otherEnd(e, E.t[edge])).filter((m) => scene.shown[m]).slice(0, 40)]); keepCamera(); }
  showNetwork.sel = state.sel;
  clickedHere = false;
  let claims = 0;
  for (const e of scene.edges) if (isClaim(e)) claims += 1;
  const rest = scene.total - scene.nodes.length;
  replace(document.getElementById("status"), el("span", { text: t(rest > 0 ? "status.some" : "status.all", { shown: number(scene.nodes.length), total: number(scene.total), claims: number(claims) }) }),
    G.whole && el("span", { class: "part", text: t("status.part", { held: number(CORE), nodes: number(G.whole.nodes), claims: number(G.whole.claims) }) }),
    rest > 0 && button(t("status.more"), () => update({ more: state.more + 1 }), { class: "quiet" }),
    !claims && anyFilter() && [el("span", { text: t("status.none") }), button(t("filters.reset.long"), resetFilters, { class: "quiet" })],
    state.focus && [button(t("focus.wider"), () => update({ depth: Math.min(4, state.depth + 1) }), { class: "quiet" }), button(t("focus.end"), () => update({ focus: "", depth: 1 }), { class: "quiet" })],
    state.open.length > 0 && button(t("open.end"), () => update({ open: [] }), { class: "quiet" }),
    state.pins.length > 0 && button(t("pins.end"), () => update({ pins: [] }), { class: "quiet" }));
  canvas.setAttribute("aria-label", t("canvas.label", { nodes: number(scene.nodes.length), claims: number(claims) }));
  requestDraw();
};
