// The fourth view: regions by their coordinates over an outline of the coast; a circle's area counts what passes there.
let outline = null;
const OUTLINE_LAT = [-11.2, 6.6], OUTLINE_LON = [94.6, 141.5];
// The frame has the size of its place on the screen, so that a pixel is a pixel; the whole archipelago fits in.
const mapFrame = (host) => {
  const list = innerWidth <= 1020 ? 0 : 290, wide = Math.max(280, host.clientWidth - list), high = Math.max(190, (host.clientHeight - 60) * (list ? 1 : 0.46));
  const scale = Math.min(wide / (OUTLINE_LON[1] - OUTLINE_LON[0]), high / (OUTLINE_LAT[1] - OUTLINE_LAT[0]));
  const left = (wide - (OUTLINE_LON[1] - OUTLINE_LON[0]) * scale) / 2, top = (high - (OUTLINE_LAT[1] - OUTLINE_LAT[0]) * scale) / 2;
  return { wide, high, x: (lon) => left + (lon - OUTLINE_LON[0]) * scale, y: (lat) => top + (OUTLINE_LAT[1] - lat) * scale };
};
const outlinePath = (frame, own) => {
  if (!outline && !late.quotes) return ""; // still being read
  outline ??= readJson("outline").rings;
  let d = "";
  for (const ring of outline) {
    if (Boolean(ring[0]) !== own) continue;
    let x = 0, y = 0;
    for (let i = 1; i < ring.length; i += 2) { x += ring[i]; y += ring[i + 1]; d += (i === 1 ? "M" : "L") + frame.x(x / 100).toFixed(1) + " " + frame.y(y / 100).toFixed(1); }
    d += "Z";
  }
  return d;
};
const seatOf = (region) => { for (let r = region; r >= 0; r = PARENT_REGION[r]) if (R.lat[r] !== null && R.lon[r] !== null) return r; return -1; };
const mapZoom = { x: 0, y: 0, k: 1 };
const showMap = (result) => {
  const host = document.getElementById("view-map"), frame = mapFrame(host), near = nodeOf(state.focus) >= 0 ? scene.shown : null;
  const at = new Map();
  let nowhere = 0;
  for (let n = 0; n < CORE; n++) {
    if (!result.nodeOK[n] || isPerson(n) || (near && !near[n])) continue;
    const r = N.region[n] >= 0 ? seatOf(N.region[n]) : -1;
    if (r < 0) { nowhere += 1; continue; }
    const here = at.get(r) || { institutions: [], events: [] };
    (isEvent(n) ? here.events : here.institutions).push(n);
    at.set(r, here);
  }
  const spots = [...at].map(([r, here]) => ({ r, ...here, count: here.institutions.length + here.events.length })).sort((a, b) => b.count - a.count || a.r - b.r);
  const most = spots.length ? spots[0].count : 1;
  const chosen = new Set(state.regions);
  const picture = svg("svg", { viewBox: `0 0 ${Math.round(frame.wide)} ${Math.round(frame.high)}`, class: "map", role: "group", "aria-label": t("map.label") });
  const world = svg("g", null, svg("path", { d: outlinePath(frame, false), class: "land other" }), svg("path", { d: outlinePath(frame, true), class: "land" }));
  const marks = [], taken = new Boxes();
  const place = () => {
    taken.cells.clear();
    world.setAttribute("transform", `translate(${mapZoom.x} ${mapZoom.y}) scale(${mapZoom.k})`);
    for (const { node, label, spot, radius } of marks) {
      const x = frame.x(R.lon[spot.r]) * mapZoom.k + mapZoom.x, y = frame.y(R.lat[spot.r]) * mapZoom.k + mapZoom.y, wide = label.textContent.length * 6.9, side = [x + radius + 4, y - 9, x + radius + 4 + wide, y + 9];
      node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      const free = taken.free(side);
      label.setAttribute("visibility", free ? "visible" : "hidden");
      taken.take([x - radius, y - radius, x + radius, y + radius]);
      if (free) taken.take(side);
    }
  };
  for (const spot of spots) {
    const radius = 4 + (frame.wide < 500 ? 12 : 20) * Math.sqrt(spot.count / Math.max(8, most)), name = regionName(spot.r), text = t("map.count", { name, institutions: number(spot.institutions.length), events: number(spot.events.length) });
    const label = svg("text", { x: radius + 4, y: 4, text: name, "aria-hidden": "true" });
    const circle = svg("circle", { r: radius });
    const pick = () => update({ regions: toggled(state.regions, R.code[spot.r]) });
    const node = svg("g", { class: "spot" + (chosen.has(R.code[spot.r]) ? " on" : ""), tabindex: "0", role: "button", "aria-pressed": String(chosen.has(R.code[spot.r])), "aria-label": text, "data-region": R.code[spot.r], on: { click: pick, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } } } }, svg("title", { text }), circle);
    const group = svg("g", { class: "spot-group" }, node, svg("text", { class: "spot-count", y: 4, "aria-hidden": "true", text: radius > 9 ? String(spot.count) : "" }), label);
    marks.push({ node: group, label, spot, radius });
  }
  picture.append(world, ...marks.slice().reverse().map((m) => m.node));
  place();
  let grip = null;
  const point = (event) => { const b = picture.getBoundingClientRect(), s = Math.min(b.width / frame.wide, b.height / frame.high); return [(event.clientX - b.left - (b.width - frame.wide * s) / 2) / s, (event.clientY - b.top - (b.height - frame.high * s) / 2) / s]; };
  const zoom = (x, y, factor) => { const k = Math.max(1, Math.min(24, mapZoom.k * factor)); mapZoom.x = x - ((x - mapZoom.x) / mapZoom.k) * k; mapZoom.y = y - ((y - mapZoom.y) / mapZoom.k) * k; mapZoom.k = k; if (k === 1) mapZoom.x = mapZoom.y = 0; place(); };
  picture.addEventListener("wheel", (event) => { event.preventDefault(); zoom(...point(event), Math.exp(-event.deltaY * 0.0016)); }, { passive: false });
  picture.addEventListener("pointerdown", (event) => { grip = point(event); });
  picture.addEventListener("pointermove", (event) => { if (!grip || !event.buttons) return; const now = point(event); mapZoom.x += now[0] - grip[0]; mapZoom.y += now[1] - grip[1]; grip = now; place(); });
  addEventListener("pointerup", () => { grip = null; }, { once: true });
  const rows = spots.map((spot) => el("tr", { class: chosen.has(R.code[spot.r]) ? "selected" : null }, el("td", null, button(regionName(spot.r), () => update({ regions: toggled(state.regions, R.code[spot.r]) }), { class: "quiet", "aria-pressed": String(chosen.has(R.code[spot.r])) })), el("td", { text: number(spot.institutions.length) }), el("td", { text: number(spot.events.length) })));
  replace(host, el("div", { class: "view-head" }, el("p", { class: "view-note", text: spots.length ? t("map.note", { n: number(spots.length), nowhere: number(nowhere) }) : t("map.empty") }),
    el("div", { class: "tabs" }, button("+", () => zoom(frame.wide / 2, frame.high / 2, 1.5), { class: "tab", "aria-label": t("zoom.in") }), button("−", () => zoom(frame.wide / 2, frame.high / 2, 1 / 1.5), { class: "tab", "aria-label": t("zoom.out") }))),
    el("div", { class: "map-body" }, el("div", { class: "map-picture" }, picture, el("p", { class: "credit", text: t("map.credit") })),
      spots.length > 0 && el("div", { class: "map-list", tabindex: "0", role: "region", "aria-label": t("map.list") }, el("table", null, el("thead", null, el("tr", null, ["region", "institutions", "events"].map((c) => el("th", { scope: "col", text: t("column." + c) })))), el("tbody", null, rows)))));
};
