// The chain of command as at a date: a tree to read, and the same drawn by vis-network where there is room.
let visNetwork = null;
const CHAIN_FONT = { size: 14, face: "system-ui, sans-serif" }, CHAIN_LEAST = 0.86; // letters of 12 pixels
const loadVis = () => {
  if (window.vis) return true;
  if (!late.quotes) return false; // still being read
  const script = document.createElement("script");
  script.textContent = document.getElementById("vis-network").textContent;
  document.head.append(script);
  return Boolean(window.vis);
};
const holdersAt = (n, at) => [...edgesOf(n)].filter((e) => E.k[e] === K.posting && E.t[e] === n && E.st[e] !== 2).map((e) => {
  const [, , , former, first, last, start, end] = E.x[e].map((value, i) => (i >= 4 ? dayNumber(word(value)) : value));
  const from = start || first, to = end || last;
  const sure = Boolean(at && ((start && start <= at && (!end || at <= end)) || (first && first <= at && at <= (last || first))));
  const away = !at || sure ? 0 : from && at < from ? from - at : to && at > to ? at - to : 99999999;
  return { e, sure, away, former: former === 1, last: to || from || 0, post: E.x[e][0] };
}).filter((h) => !(at && dayNumber(word(E.x[h.e][7])) && dayNumber(word(E.x[h.e][7])) < at) && !(at && dayNumber(word(E.x[h.e][6])) > at));
// One holder a post: the one that is proven for the day, else the nearest sighting, and it says which.
const officeHolders = (n, at) => {
  const best = new Map();
  for (const h of holdersAt(n, at)) {
    if (h.former) continue;
    const held = best.get(h.post), better = !held || (at ? h.sure - held.sure || held.away - h.away : h.last - held.last) > 0;
    if (better) best.set(h.post, h);
  }
  return [...best.values()].sort((a, b) => weight[E.s[b.e]] - weight[E.s[a.e]] || a.e - b.e);
};
const holderLine = (h, at) => el("li", null, edgeLink(h.e, [el("span", { class: "row-main" }, shapeIcon("Person", 12), el("bdi", { text: labelOf(E.s[h.e]) })), el("span", { class: "row-sub" }, el("bdi", { text: postingTitle(h.e) })), el("span", { class: "row-note", text: (at && h.sure ? t("chain.sure") + " · " : "") + postingDates(h.e) })]));
const rootsOf = (at, passes) => {
  const roots = [];
  for (let n = 0; n < CORE; n++) if (isInstitution(n) && passes(n) && !parentsOf(n, at).length && childrenOf(n, at).length) roots.push(n);
  return roots.sort((a, b) => childrenOf(b, at).length - childrenOf(a, at).length || a - b);
};
const showChain = (result) => {
  const host = document.getElementById("view-chain"), at = dayNumber(state.at), n = selectedNode();
  const centre = n >= 0 && isInstitution(n) ? n : n >= 0 && isPerson(n) ? ([...edgesOf(n)].filter((e) => E.k[e] === K.posting).sort(byDay).map((e) => E.t[e])[0] ?? -1) : -1;
  const up = centre >= 0 ? chainOf(centre, at).reverse() : [], line = centre >= 0 ? [...up, centre] : rootsOf(at, (m) => !(result.nodeFails[m] & ~64)).slice(0, 12);
  const people = (m, limit) => { const held = officeHolders(m, at); return held.length > 0 && [el("ul", { class: "rows tight" }, held.slice(0, limit).map((h) => holderLine(h, at))), held.length > limit && el("p", { class: "row-note", text: t("and.more", { n: held.length - limit }) })]; };
  const branch = (m, depth) => {
    const below = childrenOf(m, at).map((e) => E.s[e]).sort((a, b) => weight[b] - weight[a] || a - b);
    return el("li", null, el("div", { class: "office" + (m === centre ? " selected" : "") }, nodeLink(m), people(m, m === centre ? 12 : 2)),
      depth > 0 && below.length > 0 && el("ul", { class: "tree" }, below.slice(0, 40).map((c) => branch(c, depth - 1)), below.length > 40 && el("li", { class: "row-note", text: t("and.more", { n: below.length - 40 }) })));
  };
  let tree = centre >= 0 ? branch(centre, 2) : null;
  for (const m of up.slice().reverse()) tree = el("li", null, el("div", { class: "office" }, nodeLink(m), people(m, 3)), el("ul", { class: "tree" }, tree));
  const asAt = el("label", { class: "date-field" }, el("span", { text: t("chain.at") }), el("input", { type: "date", value: /^\d{4}-\d\d-\d\d$/.test(state.at) ? state.at : "", on: { change: (event) => update({ at: event.currentTarget.value }) } }));
  replace(host, el("div", { class: "view-head" }, el("p", { class: "view-note", text: centre >= 0 ? t("chain.of", { name: labelOf(centre) }) : t(line.length ? "chain.roots" : "chain.none") }), asAt, state.at && button(t("chain.now"), () => update({ at: "" }), { class: "quiet" })),
    el("div", { class: "chain-body" }, el("div", { class: "chain-tree", tabindex: "0", role: "region", "aria-label": t("view.chain") }, el("ul", { class: "tree top" }, centre >= 0 ? tree : line.map((m) => branch(m, 1))), el("p", { class: "muted", text: t("chain.note") })), el("div", { id: "chain-picture", class: "chain-picture", "aria-hidden": "true" })));
  drawChain(centre, up, line, at);
};
const drawChain = (centre, up, line, at) => {
  const host = document.getElementById("chain-picture");
  if (visNetwork) { visNetwork.destroy(); visNetwork = null; }
  if (!line.length || !host.clientWidth) return;
  const nodes = new Map(), edges = [];
  const put = (m, level) => {
    if (nodes.has(m)) return;
    const held = officeHolders(m, at), holder = held[0], name = wrapLabel(labelOf(m), 26).join("\n"); // with the office: who stands first need not be the head
    const office = (limit) => (m === centre ? wrapLabel(postingTitle(holder.e), limit).join("\n") : cut(postingTitle(holder.e), limit));
    const who = holder ? `\n${cut(labelOf(E.s[holder.e]), 26)}${at && !holder.sure ? " ?" : ""}\n${office(30)}${m === centre && held.length > 1 ? "\n" + t("and.more", { n: held.length - 1 }) : ""}` : "";
    nodes.set(m, { id: m, level, label: name + who, shape: "box", margin: 9, borderWidth: m === centre ? 3 : 1.5, color: { background: palette.paper, border: tint(shapeOf(classOf(m))), highlight: { background: palette.paper, border: palette.accent } }, font: { color: palette.ink, ...CHAIN_FONT } });
  };
  const link = (child, parent) => edges.push({ from: parent, to: child, color: tint(LINES.partOf) });
  const down = (m, level, depth, limit) => { for (const e of childrenOf(m, at).sort((a, b) => weight[E.s[b]] - weight[E.s[a]] || a - b).slice(0, limit)) { put(E.s[e], level + 1); link(E.s[e], m); if (depth > 1) down(E.s[e], level + 1, depth - 1, 4); } };
  if (centre >= 0) { line.forEach((m, level) => { put(m, level); if (level) link(m, line[level - 1]); }); down(centre, line.length - 1, 1, 14); }
  else { put(line[0], 0); down(line[0], 0, 1, 24); }
  if (!loadVis()) return;
  // Boxes never lie on one another, and of the two ways to turn the picture the one with the larger letters is taken.
  const ruler = document.createElement("canvas").getContext("2d"), boxes = [...nodes.values()].map(({ level, label }) => ({ level, rows: label.split("\n") }));
  ruler.font = CHAIN_FONT.size + "px " + CHAIN_FONT.face;
  const perLevel = new Map();
  for (const { level } of boxes) perLevel.set(level, (perLevel.get(level) || 0) + 1);
  const widest = (some) => Math.max(0, ...some.flatMap((one) => one.rows).map((row) => ruler.measureText(row).width)) + 40;
  const wide = widest(boxes), beside = widest(boxes.filter((one) => perLevel.get(one.level) > 1)), high = 22 + 18 * Math.max(...boxes.map((one) => one.rows.length));
  const across = Math.max(...perLevel.values()), levels = perLevel.size, gap = 44;
  const fits = (w, h) => Math.min(host.clientWidth / (w + 40), host.clientHeight / (h + 40), 1);
  const upright = fits(across * beside, levels * (high + gap)), lying = fits(levels * (wide + gap), across * (high + 8)), many = lying > upright;
  visNetwork = new window.vis.Network(host, { nodes: [...nodes.values()], edges }, {
    physics: false, layout: { hierarchical: { enabled: true, direction: many ? "LR" : "UD", sortMethod: "directed", levelSeparation: many ? wide + gap : high + gap, nodeSpacing: many ? high + 8 : beside, treeSpacing: many ? high + 8 : beside } },
    interaction: { hover: false, dragNodes: false, keyboard: false }, edges: { width: 1.4, smooth: { type: "cubicBezier", forceDirection: many ? "horizontal" : "vertical", roundness: 0.5 } },
  });
  // Where all of it would be too small to read, it opens on the one that was asked for, and is dragged.
  visNetwork.once("afterDrawing", () => {
    if (visNetwork.getScale() >= CHAIN_LEAST) return;
    const ids = [...nodes.keys()], first = centre >= 0 ? centre : line[0], at = visNetwork.getPositions(ids), all = ids.map((id) => visNetwork.getBoundingBox(id));
    const room = [host.clientWidth, host.clientHeight].map((size) => size / 2 / CHAIN_LEAST - 14);
    const between = (low, high2, half, wanted) => (high2 - low <= 2 * half ? (low + high2) / 2 : Math.max(low + half, Math.min(high2 - half, wanted)));
    const [left, right, top, bottom] = [["left", -1], ["right", 1], ["top", -1], ["bottom", 1]].map(([side, sign]) => sign * Math.max(...all.map((one) => sign * one[side])));
    visNetwork.moveTo({ scale: CHAIN_LEAST, position: { x: between(left, right, room[0], at[first].x), y: between(top, bottom, room[1], at[first].y) } });
  });
  for (const part of host.querySelectorAll("[tabindex]")) part.removeAttribute("tabindex"); // the tree beside it is for keys and readers
  visNetwork.on("click", (event) => { if (event.nodes.length) selectNode(event.nodes[0]); });
  visNetwork.once("afterDrawing", () => { document.documentElement.dataset.chain = String(nodes.size); });
};
