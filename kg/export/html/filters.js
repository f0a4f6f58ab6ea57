// The reader's choices → which nodes and edges pass, and how many would pass under each other choice.
const outletIds = A.id.map((_, a) => A.outlet[a]);
const FACET_EDGE = { kind: 1, outlet: 2, date: 4, sources: 8, conf: 16, status: 32 };
const FACET_NODE = { cls: 1, kind: 2, level: 4, region: 8 };
const edgeScope = (e) => SCOPES[E.x[e][0]];
let outletNames = null;
const outletName = (a) => (outletNames ??= A.id.map((_, at) => outletOf(at)))[a];

const filterGraph = () => {
  if (state.hide.includes("+Post")) withPosts();
  if (state.hide.includes("+Article")) withArticles();
  if (state.scopes.length) withTogether(state.scopes);
  const off = new Set(state.hide), kindsOff = new Set(state.kinds), edgesOff = new Set(state.edges), scopes = new Set(state.scopes);
  const levels = new Set(state.levels.map(Number)), regions = new Set(state.regions.map((code) => R.code.indexOf(code)).filter((r) => r >= 0));
  const outlets = new Set(state.outlets), statusOff = new Set(state.status), gone = new Set(state.gone.map(nodeOf));
  const from = dayNumber(state.from), to = dayNumber(state.to), count = E.s.length;
  const inRegion = (region) => { for (let r = region; r >= 0; r = PARENT_REGION[r]) if (regions.has(r)) return true; return false; };

  const nodeFails = new Uint8Array(ALL);
  for (let n = 0; n < ALL; n++) {
    const cls = classOf(n);
    let fails = 0;
    if (n >= CORE ? !off.has("+" + cls) : off.has(cls)) fails |= FACET_NODE.cls;
    if (n < CORE) {
      if (cls === "Event" && kindsOff.has(word(N.type[n]))) fails |= FACET_NODE.kind;
      if (levels.size && cls !== "Event" && cls !== "Person" && !levels.has(levelOf(n))) fails |= FACET_NODE.level;
      if (regions.size && cls !== "Person" && !inRegion(N.region[n])) fails |= FACET_NODE.region;
      if ((from || to) && cls === "Event") { const day = nodeDay(n); if (!day || (from && day < from) || (to && day > to)) fails |= 16; }
    }
    if (n < CORE && !state.context && N.flag[n] & 2) fails |= 64;
    if (gone.has(n)) fails |= 32;
    nodeFails[n] = fails;
  }
  const edgeFails = new Uint8Array(count);
  for (let e = 0; e < count; e++) {
    const k = E.k[e];
    let fails = 0;
    if (k === K.together ? !scopes.has(edgeScope(e)) : edgesOff.has(KINDS[k])) fails |= FACET_EDGE.kind;
    if (k !== K.partOf && k !== K.postAt) {
      if (outlets.size && !E.ev[e].some((a) => a >= 0 && outlets.has(outletName(a)))) fails |= FACET_EDGE.outlet;
      if ((from || to) && (!dayFrom[e] || (from && dayTo[e] < from) || (to && dayFrom[e] > to))) fails |= FACET_EDGE.date;
      if (E.n[e] < state.sources) fails |= FACET_EDGE.sources;
      if (k !== K.together && E.cf[e] < state.conf) fails |= FACET_EDGE.conf;
      if (statusOff.has(STATUSES[E.st[e]])) fails |= FACET_EDGE.status;
    }
    edgeFails[e] = fails;
  }
  // With a region, a level or a kind of event chosen, a person is in through an institution or an event that is.
  if (levels.size || regions.size || kindsOff.size) {
    const through = new Uint8Array(ALL), chosen = (n) => !isPerson(n) && !(nodeFails[n] & ~FACET_NODE.cls);
    for (let e = 0; e < count; e++) {
      if (edgeFails[e] || E.k[e] >= K.together) continue;
      if (chosen(E.t[e])) through[E.s[e]] = 1;
      if (chosen(E.s[e])) through[E.t[e]] = 1;
    }
    for (let n = 0; n < CORE; n++) if (isPerson(n) && !through[n]) nodeFails[n] |= 128;
  }
  const edgeFilter = outlets.size > 0 || from || to || state.sources > 1 || state.conf > 0 || edgesOff.size > 0;
  const narrowed = edgeFilter || levels.size > 0 || regions.size > 0 || kindsOff.size > 0 || !state.lone;

  // A node is also out when the filters leave it without an edge; `linked` ignores one facet at a time for the counts.
  const nodeOK = new Uint8Array(ALL), edgeOK = new Uint8Array(count), linked = new Uint8Array(ALL), touches = new Uint8Array(ALL);
  for (let e = 0; e < count; e++) {
    if (edgeFails[e]) continue;
    const s = E.s[e], target = E.t[e];
    if (E.k[e] !== K.partOf || !edgeFilter) {
      if (!nodeFails[target]) linked[s] = 1;
      if (!nodeFails[s]) linked[target] = 1;
      touches[s] = touches[target] = 1;
    }
    if (!nodeFails[s] && !nodeFails[target]) edgeOK[e] = 1;
  }
  const anchored = (n) => (edgeFilter || !state.lone ? linked[n] : !isPerson(n) || linked[n]);
  for (let n = 0; n < ALL; n++) nodeOK[n] = !nodeFails[n] && (!narrowed || anchored(n)) ? 1 : 0;
  for (let e = 0; e < count; e++) if (edgeOK[e] && !(nodeOK[E.s[e]] && nodeOK[E.t[e]])) edgeOK[e] = 0;

  const counts = { cls: new Map(), kind: new Map(), level: new Map(), region: new Map(), edge: new Map(), outlet: new Map(), status: new Map(), scope: new Map() };
  const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
  for (let n = 0; n < ALL; n++) {
    const fails = nodeFails[n];
    if (n < CORE && narrowed && !touches[n] && (edgeFilter || isPerson(n))) continue;
    if (!(fails & ~FACET_NODE.cls)) add(counts.cls, classOf(n));
    if (n >= CORE) continue;
    if (!(fails & ~FACET_NODE.kind) && isEvent(n)) add(counts.kind, word(N.type[n]));
    if (!(fails & ~FACET_NODE.level) && isInstitution(n)) add(counts.level, levelOf(n));
    if (!(fails & ~FACET_NODE.region) && !isPerson(n)) for (let r = N.region[n]; r >= 0; r = PARENT_REGION[r]) add(counts.region, r);
  }
  for (let e = 0; e < count; e++) {
    if (nodeFails[E.s[e]] || nodeFails[E.t[e]]) continue;
    const fails = edgeFails[e];
    if (!(fails & ~FACET_EDGE.kind)) add(counts.edge, E.k[e] === K.together ? "scope:" + edgeScope(e) : KINDS[E.k[e]]);
    if (!isClaim(e)) continue;
    if (!(fails & ~FACET_EDGE.status)) add(counts.status, STATUSES[E.st[e]]);
    if (!(fails & ~FACET_EDGE.outlet)) for (const name of new Set(E.ev[e].filter((a) => a >= 0).map(outletName))) add(counts.outlet, name);
  }
  if (late.together) SCOPES.forEach((name, scope) => { if (!appended.together.has(scope)) counts.edge.set("scope:" + name, late.together.scopes[scope]); });
  return { nodeOK, edgeOK, edgeFails, nodeFails, counts, narrowed, edgeFilter };
};
const isClaim = (e) => e < CLAIMS && E.k[e] <= K.posting; // a delegation is part of a participation

// Months of claims under all filters but the dates, for the histogram.
const monthsOf = (result) => {
  const months = new Map();
  for (let e = 0; e < CLAIMS; e++) {
    if (!isClaim(e) || (result.edgeFails[e] & ~FACET_EDGE.date) || !dayFrom[e]) continue;
    if ((result.nodeFails[E.s[e]] | result.nodeFails[E.t[e]]) & ~16) continue;
    const month = Math.floor(dayFrom[e] / 100);
    months.set(month, (months.get(month) || 0) + 1);
  }
  return months;
};
