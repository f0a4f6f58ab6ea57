// A scene and a camera → strokes of a pen: the canvas's own, or one that writes SVG with the same words.
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let palette = {};
const mixPalette = () => { palette = { paper: css("--paper"), ink: css("--ink"), muted: css("--muted"), accent: css("--accent"), sans: css("--sans") }; };

const nodeScale = (k) => Math.max(0.45, Math.min(1.7, Math.sqrt(k) * 1.1));
const edgePath = (e, scene, camera, width, height) => {
  const k = camera.k, s = E.s[e], d = E.t[e];
  const x1 = (X[s] - camera.x) * k + width / 2, y1 = (Y[s] - camera.y) * k + height / 2;
  const x2 = (X[d] - camera.x) * k + width / 2, y2 = (Y[d] - camera.y) * k + height / 2;
  const bend = (scene.bend.get(e) || 0) * Math.min(1.4, k) * 1.2;
  const dx = x2 - x1, dy = y2 - y1, length = Math.hypot(dx, dy) || 1;
  return { x1, y1, x2, y2, cx: (x1 + x2) / 2 - (dy / length) * bend, cy: (y1 + y2) / 2 + (dx / length) * bend, bend };
};
const outside = (p, width, height) => Math.max(p.x1, p.x2, p.cx) < -20 || Math.min(p.x1, p.x2, p.cx) > width + 20 || Math.max(p.y1, p.y2, p.cy) < -20 || Math.min(p.y1, p.y2, p.cy) > height + 20;
const widthOf = (e) => Math.round((LINES[KINDS[E.k[e]]].width * (1 + 0.45 * Math.log2(Math.max(1, E.n[e])))) * 2) / 2;

const emphasis = (scene, hover) => {
  const nodes = new Set(), edges = new Set();
  const selected = selectedNode(), edge = selectedEdge();
  if (scene.route.edges.length) { scene.route.nodes.forEach((n) => nodes.add(n)); scene.route.edges.forEach((e) => edges.add(e)); }
  else if (state.common.length === 2) {
    const ends = state.common.map(nodeOf), middle = new Set(scene.shared);
    for (const n of [...ends, ...middle]) nodes.add(n);
    for (const e of scene.edges) if ((ends.includes(E.s[e]) && middle.has(E.t[e])) || (ends.includes(E.t[e]) && middle.has(E.s[e]))) edges.add(e);
  } else if (edge >= 0) { nodes.add(E.s[edge]); nodes.add(E.t[edge]); edges.add(edge); }
  else {
    const centre = hover >= 0 ? hover : selected;
    if (centre >= 0 && scene.shown[centre]) {
      nodes.add(centre);
      for (const e of edgesOf(centre)) if (scene.shown[E.s[e]] && scene.shown[E.t[e]]) { edges.add(e); nodes.add(otherEnd(e, centre)); }
    }
  }
  return { nodes, edges, some: nodes.size > 0 };
};

const wrapLabel = (text, limit = 24) => {
  if (text.length <= limit) return [text];
  const words = text.split(" ");
  let first = words.shift();
  while (words.length && (first + " " + words[0]).length <= limit) first += " " + words.shift();
  const rest = words.join(" ");
  return rest ? [cut(first, limit + 2), cut(rest, limit)] : [cut(first, limit + 2)];
};
const wrapped = new Map();
const linesOf = (n) => { let lines = wrapped.get(n); if (!lines) wrapped.set(n, (lines = wrapLabel(labelOf(n)))); return lines; };
const measured = new Map();
const measure = (pen, text) => { const key = pen.font + text; let width = measured.get(key); if (width === undefined) { width = pen.measureText(text).width; measured.set(key, width); } return width; };

// Labels take free places only: a grid of the boxes that are taken.
class Boxes {
  constructor() { this.cells = new Map(); }
  keys(box) { const keys = []; for (let x = Math.floor(box[0] / 80); x <= Math.floor(box[2] / 80); x++) for (let y = Math.floor(box[1] / 40); y <= Math.floor(box[3] / 40); y++) keys.push(x * 100003 + y); return keys; }
  free(box) { return this.keys(box).every((key) => (this.cells.get(key) || []).every((o) => box[0] >= o[2] || box[2] <= o[0] || box[1] >= o[3] || box[3] <= o[1])); }
  take(box) { for (const key of this.keys(box)) { const cell = this.cells.get(key); if (cell) cell.push(box); else this.cells.set(key, [box]); } }
}

const paint = (pen, scene, camera, width, height, { hover = -1, moving = false, below = 0 } = {}) => {
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, width, height);
  const light = emphasis(scene, hover), k = camera.k, size = nodeScale(k);
  // Edges, batched by kind, width and whether they stand back.
  const batches = new Map(), arrows = new Map();
  let visible = 0;
  const drawn = [];
  for (const e of scene.edges) {
    const path = edgePath(e, scene, camera, width, height);
    if (outside(path, width, height)) continue;
    visible += 1;
    const level = light.edges.has(e) ? 2 : light.some ? 0 : 1;
    const key = level * 100000 + E.k[e] * 1000 + widthOf(e) * 10 + (E.st[e] ? 1 : 0);
    const batch = batches.get(key);
    if (batch) batch.push([e, path]); else batches.set(key, [[e, path]]);
    if (level) drawn.push([e, path]);
  }
  pen.lineCap = "butt";
  for (const key of [...batches.keys()].sort((a, b) => a - b)) {
    const level = Math.floor(key / 100000), line = LINES[KINDS[Math.floor(key / 1000) % 100]];
    const stroke = ((key % 1000) / 10 | 0) || 1;
    pen.globalAlpha = level === 0 ? 0.13 : level === 2 ? 1 : key % 2 ? 0.45 : 0.62;
    pen.strokeStyle = tint(line); pen.fillStyle = tint(line);
    pen.lineWidth = Math.max(0.5, stroke * Math.min(1.25, Math.max(0.5, size))) * (level === 2 ? 1.35 : 1);
    pen.setLineDash((moving || visible > 2500) && level !== 2 ? [] : line.dash);
    pen.beginPath();
    for (const [, p] of batches.get(key)) {
      pen.moveTo(p.x1, p.y1);
      if (p.bend) pen.quadraticCurveTo(p.cx, p.cy, p.x2, p.y2); else pen.lineTo(p.x2, p.y2);
    }
    pen.stroke();
    if (line.arrow && (level === 2 || (level === 1 && (visible < (moving ? 250 : 900) || (k > 0.8 && !moving))))) {
      pen.setLineDash([]);
      pen.beginPath();
      const head = Math.max(4.5, 7.5 * Math.min(1.2, size));
      for (const [e, p] of batches.get(key)) {
        const angle = Math.atan2(p.y2 - p.cy, p.x2 - p.cx), back = radiusOf(E.t[e]) * size + 1.5;
        const x = p.x2 - Math.cos(angle) * back, y = p.y2 - Math.sin(angle) * back;
        pen.moveTo(x, y);
        pen.lineTo(x - head * Math.cos(angle - 0.42), y - head * Math.sin(angle - 0.42));
        pen.lineTo(x - head * Math.cos(angle + 0.42), y - head * Math.sin(angle + 0.42));
        pen.closePath();
      }
      pen.fill();
    }
  }
  pen.setLineDash([]);
  // Nodes, batched by class.
  const groups = new Map(), places = new Map();
  for (const n of scene.nodes) {
    const x = (X[n] - camera.x) * k + width / 2, y = (Y[n] - camera.y) * k + height / 2, r = radiusOf(n) * size;
    if (x < -r - 140 || x > width + r + 140 || y < -r - 40 || y > height + r + 40) continue;
    places.set(n, [x, y, r]);
    const key = (light.some && !light.nodes.has(n) ? "0" : "1") + classOf(n) + (n < CORE && N.flag[n] & 2 ? "~" : "");
    const group = groups.get(key);
    if (group) group.push(n); else groups.set(key, [n]);
  }
  for (const key of [...groups.keys()].sort()) {
    const context = key.endsWith("~"), shape = shapeOf(key.slice(1).replace("~", ""));
    pen.globalAlpha = key[0] === "0" ? 0.22 : 1;
    pen.beginPath();
    for (const n of groups.get(key)) {
      const [x, y, r] = places.get(n);
      if (shape.round) { pen.moveTo(x + r * 0.95, y); pen.arc(x, y, r * 0.95, 0, Math.PI * 2); continue; }
      shape.points.forEach(([px, py], at) => (at ? pen.lineTo(x + px * r, y + py * r) : pen.moveTo(x + px * r, y + py * r)));
      pen.closePath();
    }
    const hollow = shape.hollow || context;
    pen.fillStyle = hollow ? palette.paper : tint(shape);
    pen.strokeStyle = hollow ? tint(shape) : palette.paper;
    pen.lineWidth = hollow ? Math.max(1.2, 2.6 * size) * (context ? 0.6 : 1) : 1.2;
    pen.fill(); pen.stroke();
  }
  pen.globalAlpha = 1;
  const selected = selectedNode();
  for (const n of new Set([selected, hover, ...scene.pinned.keys()])) {
    if (!places.has(n)) continue;
    const [x, y, r] = places.get(n);
    pen.strokeStyle = n === selected ? palette.accent : palette.muted;
    pen.lineWidth = n === selected ? 2.5 : 1.2;
    pen.beginPath(); pen.arc(x, y, r + 4.5, 0, Math.PI * 2); pen.stroke();
  }
  if (moving && scene.labels) paintKeptLabels(pen, scene, places);
  else paintLabels(pen, scene, camera, { places, light, drawn, visible, width, height: height - below, hover, selected });
  return places;
};

// While the picture moves, the labels that were chosen go along; where they fit best is worked out when it stands.
const paintKeptLabels = (pen, scene, places) => {
  pen.textAlign = "center"; pen.textBaseline = "middle";
  for (const { n, dx, dy, high, px, font, lines, ink } of scene.labels) {
    const at = places.get(n);
    if (!at) continue;
    pen.font = font; pen.fillStyle = ink;
    lines.forEach((line, row) => pen.fillText(line, at[0] + dx, at[1] + dy - high / 2 + (row + 0.5) * (px + 2)));
  }
};
const paintLabels = (pen, scene, camera, { places, light, drawn, visible, width, height, hover, selected }) => {
  const boxes = new Boxes(), size = nodeScale(camera.k);
  scene.labels = [];
  const first = new Set([selected, hover, ...scene.route.nodes, ...state.common.map(nodeOf)]);
  const order = [...places.keys()].sort((a, b) => first.has(b) - first.has(a) || light.nodes.has(b) - light.nodes.has(a) || weight[b] - weight[a] || a - b);
  for (const n of order.slice(0, 700)) { const [x, y, r] = places.get(n); if (!light.some || light.nodes.has(n)) boxes.take([x - r * 0.75, y - r * 0.75, x + r * 0.75, y + r * 0.75]); }
  const hubs = new Set(light.some ? [] : order.slice(0, 50)); // the middle of a star may be named outside it
  let room = Math.min(260, Math.round((width * height) / 5200));
  pen.textAlign = "center"; pen.textBaseline = "middle"; pen.lineJoin = "round";
  for (const n of order) {
    if (room <= 0) break;
    const strong = first.has(n) || light.nodes.has(n);
    if ((light.some && !strong) || (!strong && !weight[n] && camera.k < 0.9)) continue;
    const [x, y, r] = places.get(n);
    const px = first.has(n) ? 13 : r > 9 ? 12.5 : 11;
    pen.font = `${first.has(n) || r > 9 ? 600 : 400} ${px}px ${palette.sans}`;
    const lines = linesOf(n), high = lines.length * (px + 2);
    let wide = 0;
    for (const line of lines) wide = Math.max(wide, measure(pen, line));
    const spots = [];
    for (const gap of hubs.has(n) || first.has(n) ? [r + 2, r + 16, r + 30, r + 44] : [r + 2]) spots.push([x, y + gap + high / 2], [x + gap + wide / 2, y], [x, y - gap - high / 2], [x - gap - wide / 2, y]);
    const within = (spot) => spot[0] - wide / 2 > 2 && spot[0] + wide / 2 < width - 2 && spot[1] - high / 2 > 0 && spot[1] + high / 2 < height;
    const fits = (spot) => within(spot) && boxes.free([spot[0] - wide / 2 - 2, spot[1] - high / 2, spot[0] + wide / 2 + 2, spot[1] + high / 2]);
    const spot = spots.find(fits) || (n === selected || n === hover ? spots.find(within) || spots[0] : null); // the names of others never lie on one another
    if (!spot) continue;
    boxes.take([spot[0] - wide / 2 - 2, spot[1] - high / 2, spot[0] + wide / 2 + 2, spot[1] + high / 2]);
    room -= 1;
    scene.labels.push({ n, dx: spot[0] - x, dy: spot[1] - y, high, wide, px, font: pen.font, lines, ink: isEvent(n) ? tint(SHAPES.Event) : palette.ink });
    pen.lineWidth = 3.5; pen.strokeStyle = palette.paper; pen.fillStyle = isEvent(n) ? tint(SHAPES.Event) : palette.ink;
    lines.forEach((line, at) => {
      const ly = spot[1] - high / 2 + (at + 0.5) * (px + 2);
      pen.strokeText(line, spot[0], ly); pen.fillText(line, spot[0], ly);
    });
  }
  // Roles on edges: those that are lit, or all when the reader is near.
  const near = camera.k > 1.5 && visible < 220;
  if (!near && light.edges.size > 40) return;
  pen.font = `italic 400 10.5px ${palette.sans}`;
  for (const [e, p] of drawn) {
    if (!near && !light.edges.has(e)) continue;
    if (Math.hypot(p.x2 - p.x1, p.y2 - p.y1) < (light.edges.has(e) ? 56 : 84)) continue;
    const x = (p.x1 + 2 * p.cx + p.x2) / 4, y = (p.y1 + 2 * p.cy + p.y2) / 4, text = edgeCaption(e), wide = measure(pen, text);
    const box = [x - wide / 2 - 1, y - 7, x + wide / 2 + 1, y + 7];
    if (!boxes.free(box)) continue;
    boxes.take(box);
    pen.lineWidth = 3; pen.strokeStyle = palette.paper; pen.fillStyle = tint(LINES[KINDS[E.k[e]]]);
    pen.strokeText(text, x, y); pen.fillText(text, x, y);
  }
};
const edgeCaption = (e) => cut(E.k[e] === K.posting && E.x[e][0] >= 0 ? [clean(word(E.x[e][2])), clean(P.label[E.x[e][0]]).split(" ")[0]].filter(Boolean).join(" ") || edgeName(E.k[e]) : edgeName(E.k[e]), 26);

// A pen with the canvas's words that writes SVG.
class SvgPen {
  constructor(width, height) {
    this.root = svg("svg", { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
    this.globalAlpha = 1; this.dash = []; this.d = ""; this.ruler = document.createElement("canvas").getContext("2d");
    Object.assign(this, { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, font: "12px sans-serif" });
  }
  n(value) { return (Math.round(value * 10) / 10).toString(); }
  setLineDash(dash) { this.dash = dash; }
  beginPath() { this.d = ""; }
  moveTo(x, y) { this.d += `M${this.n(x)} ${this.n(y)}`; }
  lineTo(x, y) { this.d += `L${this.n(x)} ${this.n(y)}`; }
  quadraticCurveTo(a, b, x, y) { this.d += `Q${this.n(a)} ${this.n(b)} ${this.n(x)} ${this.n(y)}`; }
  arc(x, y, r) { this.d += `M${this.n(x - r)} ${this.n(y)}a${this.n(r)} ${this.n(r)} 0 1 0 ${this.n(2 * r)} 0a${this.n(r)} ${this.n(r)} 0 1 0 ${this.n(-2 * r)} 0`; }
  closePath() { this.d += "Z"; }
  put(tag, options, text) { this.root.append(svg(tag, { opacity: this.globalAlpha < 1 ? this.globalAlpha : null, ...options, text })); }
  fill() { this.put("path", { d: this.d, fill: this.fillStyle }); }
  stroke() { this.put("path", { d: this.d, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-dasharray": this.dash.length ? this.dash.join(" ") : null, "stroke-linejoin": "round" }); }
  fillRect(x, y, width, height) { this.put("rect", { x, y, width, height, fill: this.fillStyle }); }
  write(text, x, y, options) {
    const [, style, weight, px] = /^(italic )?(\d+) ([\d.]+)px/.exec(this.font) || [null, "", 400, 12];
    this.put("text", { x: this.n(x), y: this.n(y), "text-anchor": "middle", "dominant-baseline": "central", "font-family": "Helvetica, Arial, sans-serif", "font-size": px, "font-weight": weight, "font-style": style ? "italic" : null, ...options }, text);
  }
  fillText(text, x, y) { this.write(text, x, y, { fill: this.fillStyle }); }
  strokeText(text, x, y) { this.write(text, x, y, { fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round", "aria-hidden": "true" }); }
  measureText(text) { this.ruler.font = this.font; return this.ruler.measureText(text); }
}
