// What of the passing graph is drawn: all of it when it is small, else the most important part and what was asked for.
const CAP = 1500, FIRST = 600, STEP = 400;
const RANK = Array.from({ length: CORE }, (_, n) => n).sort((a, b) => weight[b] - weight[a] || a - b);
let heaviest = 1;
for (let n = 0; n < CORE; n++) heaviest = Math.max(heaviest, weight[n]);
const radiusOf = (n) => (n >= CORE ? 6 : 4.5 + 10 * Math.sqrt(weight[n] / heaviest));

const within = (from, steps, passes, limit = CAP) => {
  const seen = new Set(from.filter((n) => n >= 0));
  let edge = [...seen];
  for (let step = 0; step < steps && edge.length; step++) {
    const next = new Set();
    for (const n of edge) for (const m of neighboursOf(n, passes)) if (!seen.has(m)) next.add(m);
    edge = [...next].sort((a, b) => weight[b] - weight[a] || a - b).slice(0, Math.max(0, limit - seen.size));
    for (const n of edge) seen.add(n);
  }
  return seen;
};
const selectedNode = () => (state.sel ? nodeOf(state.sel) : -1);
const selectedEdge = () => (state.sel ? edgeOf(state.sel) : -1);

// The heaviest nodes, and then what hangs on them: a picture of a few whole stories, not of loose stars.
const mostConnected = (nodeOK, edgeOK, limit) => {
  const chosen = new Set(), links = new Map();
  const take = (n) => {
    chosen.add(n);
    for (const e of edgesOf(n)) { const m = otherEnd(e, n); if (edgeOK[e] && nodeOK[m]) links.set(m, (links.get(m) || 0) + 1); }
  };
  for (const n of RANK) { if (chosen.size >= limit / 8) break; if (nodeOK[n] && !chosen.has(n)) take(n); }
  const around = [...links].filter(([n]) => !chosen.has(n)).sort((a, b) => b[1] - a[1] || weight[b[0]] - weight[a[0]] || a[0] - b[0]);
  for (const [n] of around) { if (chosen.size >= limit) break; chosen.add(n); }
  for (const n of RANK) { if (chosen.size >= limit) break; if (nodeOK[n]) chosen.add(n); }
  return chosen;
};
// A part of a large graph stands in clumps far apart: they are moved together, each as it is, and the rest goes along
// with its nearest relative. What is shown decides the places, so that the same choice always gives the same picture.
let spread = [];
const condense = (front, nodes) => {
  const REACH = 150, cells = new Map(), clumpOf = new Map(), clumps = [];
  const cell = (x, y) => Math.floor(x / REACH) * 65537 + Math.floor(y / REACH);
  for (const n of front) { const key = cell(G.x[n], G.y[n]); if (cells.has(key)) cells.get(key).push(n); else cells.set(key, [n]); }
  for (const first of front) {
    if (clumpOf.has(first)) continue;
    const members = [first];
    clumpOf.set(first, clumps.length);
    for (let at = 0; at < members.length; at++) {
      const n = members[at];
      for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) for (const m of cells.get(cell(G.x[n] + i * REACH, G.y[n] + j * REACH)) || []) {
        if (!clumpOf.has(m) && Math.hypot(G.x[m] - G.x[n], G.y[m] - G.y[n]) < REACH) { clumpOf.set(m, clumps.length); members.push(m); }
      }
    }
    const [x1, y1, x2, y2] = members.reduce((b, n) => [Math.min(b[0], G.x[n]), Math.min(b[1], G.y[n]), Math.max(b[2], G.x[n]), Math.max(b[3], G.y[n])], [Infinity, Infinity, -Infinity, -Infinity]);
    const x = (x1 + x2) / 2, y = (y1 + y2) / 2;
    clumps.push({ x, y, fromX: x, fromY: y, r: Math.max(...members.map((n) => Math.hypot(G.x[n] - x, G.y[n] - y))) + 75 });
  }
  const room = Math.sqrt(clumps.reduce((sum, c) => sum + c.r * c.r, 0)) * 1.15, far = Math.max(1, ...clumps.map((c) => Math.hypot(c.x, c.y))), shrink = Math.min(1, room / far);
  for (const c of clumps) { c.x *= shrink; c.y *= shrink; }
  for (let turn = 0; turn < 120; turn++) {
    let moved = false;
    for (let i = 0; i < clumps.length; i++) for (let j = 0; j < i; j++) {
      const a = clumps[i], b = clumps[j], dx = a.x - b.x || 0.1 * (i - j), dy = a.y - b.y || 0.1, away = Math.sqrt(dx * dx + dy * dy), lap = a.r + b.r - away;
      if (lap > 0.5) { const share = (lap / away) * 0.45; a.x += dx * share; a.y += dy * share; b.x -= dx * share; b.y -= dy * share; moved = true; }
    }
    if (!moved) break;
    for (const c of clumps) { c.x *= 0.997; c.y *= 0.997; }
  }
  for (const n of spread) { X[n] = G.x[n]; Y[n] = G.y[n]; }
  spread = [];
  const put = (n, clump, limit) => {
    const dx = G.x[n] - clump.fromX, dy = G.y[n] - clump.fromY, pull = Math.min(1, limit / Math.max(1, Math.hypot(dx, dy)));
    X[n] = clump.x + dx * pull; Y[n] = clump.y + dy * pull;
    spread.push(n);
  };
  for (const n of front) put(n, clumps[clumpOf.get(n)], Infinity);
  for (const n of nodes) {
    if (n >= CORE || clumpOf.has(n)) continue;
    const near = [...edgesOf(n)].map((e) => clumpOf.get(otherEnd(e, n))).find((at) => at !== undefined);
    const clump = near === undefined ? clumps.reduce((best, c) => (Math.hypot(c.fromX - G.x[n], c.fromY - G.y[n]) < Math.hypot(best.fromX - G.x[n], best.fromY - G.y[n]) ? c : best), clumps[0]) : clumps[near];
    if (clump) put(n, clump, clump.r + 40 + (n % 5) * 18);
  }
};
const movedFrom = new Map(); // places of the layout, for what the reader has dragged
const buildScene = (result) => {
  const { nodeOK, edgeOK, edgeFails } = result;
  const passes = (e) => !edgeFails[e];
  let nodes = [], total = 0, condensed = false;
  for (let n = 0; n < ALL; n++) if (nodeOK[n]) total += 1;
  const forced = new Set();
  const add = (n) => { if (n >= 0) forced.add(n); };
  const edge = selectedEdge();
  add(selectedNode());
  if (edge >= 0) { add(E.s[edge]); add(E.t[edge]); }
  for (const ref of [...state.path, ...state.common]) add(nodeOf(ref));
  for (const pin of state.pins) add(nodeOf(pin.split("~")[2]));
  for (const open of state.open) {
    const [steps, ref] = open.split("~");
    for (const n of within([nodeOf(ref)], Number(steps) || 1, passes, 400)) if (!result.nodeFails[n]) add(n);
  }
  const route = currentRoute(passes);
  for (const n of route.nodes) add(n);
  const shared = currentCommon(passes);
  for (const n of shared) add(n);
  const gone = new Set(state.gone.map(nodeOf));
  for (const n of gone) forced.delete(n);
  const focus = nodeOf(state.focus);
  if (focus >= 0) {
    nodes = [...within([focus], state.depth, (e) => edgeOK[e] === 1)];
    for (const n of forced) if (!nodes.includes(n) && (route.nodes.includes(n) || shared.includes(n))) nodes.push(n);
    total = nodes.length;
  } else if (total <= CAP) {
    for (let n = 0; n < ALL; n++) if (nodeOK[n] || forced.has(n)) nodes.push(n);
  } else {
    const front = mostConnected(nodeOK, edgeOK, Math.min(CAP * 2, FIRST + STEP * state.more));
    nodes = [...new Set([...front, ...forced])];
    condense([...front].filter((n) => n < CORE).sort((a, b) => a - b), nodes);
    condensed = true;
  }
  if (!condensed && spread.length) { for (const n of spread) { X[n] = G.x[n]; Y[n] = G.y[n]; } spread = []; }
  nodes.sort((a, b) => weight[a] - weight[b] || b - a);
  const shown = new Uint8Array(ALL), edges = [], seen = new Set();
  for (const n of nodes) shown[n] = 1;
  for (const n of nodes) for (const e of edgesOf(n)) {
    if (!seen.has(e) && shown[E.s[e]] && shown[E.t[e]] && E.s[e] !== E.t[e] && (edgeOK[e] || (passes(e) && (forced.has(E.s[e]) || forced.has(E.t[e]))))) { seen.add(e); edges.push(e); }
  }
  for (const e of [edge, ...route.edges]) if (e >= 0 && !seen.has(e) && shown[E.s[e]] && shown[E.t[e]]) { seen.add(e); edges.push(e); }
  edges.sort((a, b) => a - b);

  // Parallel edges bend apart; one alone is straight.
  const bundles = new Map(), bend = new Map();
  for (const e of edges) {
    const key = E.s[e] < E.t[e] ? E.s[e] * ALL + E.t[e] : E.t[e] * ALL + E.s[e];
    const bundle = bundles.get(key);
    if (bundle) bundle.push(e); else bundles.set(key, [e]);
  }
  for (const bundle of bundles.values()) bundle.forEach((e, at) => {
    if (bundle.length > 1) bend.set(e, (at - (bundle.length - 1) / 2) * 26 * (E.s[e] < E.t[e] ? 1 : -1));
  });
  const pinned = new Map();
  for (const [n, [x, y]] of movedFrom) { X[n] = x; Y[n] = y; }
  for (const pin of state.pins) {
    const [x, y, ref] = pin.split("~"), n = nodeOf(ref);
    if (n >= 0 && Number.isFinite(+x) && Number.isFinite(+y)) { if (!movedFrom.has(n)) movedFrom.set(n, [n < CORE ? G.x[n] : X[n], n < CORE ? G.y[n] : Y[n]]); pinned.set(n, true); X[n] = +x; Y[n] = +y; }
  }
  return { nodes, edges, bend, shown, total, pinned, route, shared, focus };
};

// Shortest path over passing claims; fewest steps, and among equals the one with more sources.
const shortestPath = (from, to, passes) => {
  if (from < 0 || to < 0 || from === to) return { nodes: [], edges: [] };
  const came = new Map([[from, -1]]);
  let line = [from];
  while (line.length && !came.has(to)) {
    const next = [];
    for (const n of line) {
      const edges = [...edgesOf(n)].filter(passes).sort((a, b) => E.n[b] - E.n[a] || E.cf[b] - E.cf[a] || a - b);
      for (const e of edges) { const m = otherEnd(e, n); if (!came.has(m)) { came.set(m, e); next.push(m); } }
    }
    line = next;
  }
  if (!came.has(to)) return { nodes: [], edges: [] };
  const nodes = [to], edges = [];
  for (let n = to; n !== from;) { const e = came.get(n); edges.unshift(e); n = otherEnd(e, n); nodes.unshift(n); }
  return { nodes, edges };
};
// Over what articles say, if that leads there; else over the chain of command as well; never by way of what was not held.
const currentRoute = (through) => {
  if (state.path.length !== 2) return { nodes: [], edges: [] };
  const passes = (e) => through(e) && !(E.k[e] <= K.attended && unheld(E.t[e]));
  const [from, to] = state.path.map(nodeOf), told = shortestPath(from, to, (e) => E.k[e] !== K.partOf && passes(e));
  return told.edges.length ? told : shortestPath(from, to, passes);
};
const currentCommon = (passes) => {
  if (state.common.length !== 2) return [];
  const [a, b] = state.common.map(nodeOf);
  if (a < 0 || b < 0) return [];
  const left = neighboursOf(a, passes), right = neighboursOf(b, passes);
  return [...left].filter((n) => right.has(n)).sort((x, y) => weight[y] - weight[x] || x - y);
};
