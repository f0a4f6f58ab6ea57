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
const movedFrom = new Map(); // places of the layout, for what the reader has dragged
const buildScene = (result) => {
  const { nodeOK, edgeOK, edgeFails } = result;
  const passes = (e) => !edgeFails[e];
  let nodes = [], total = 0;
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
    nodes = [...new Set([...mostConnected(nodeOK, edgeOK, Math.min(CAP * 2, FIRST + STEP * state.more)), ...forced])];
  }
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
// Over what articles say, if that leads there; else over the chain of command as well.
const currentRoute = (passes) => {
  if (state.path.length !== 2) return { nodes: [], edges: [] };
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
