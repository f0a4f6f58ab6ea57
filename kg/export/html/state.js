// What the reader has chosen: one object, mirrored in the address, so that links, undo, back and forward are the same thing.
const DEFAULTS = {
  view: "network", sel: "", focus: "", depth: 1, hide: [], kinds: [], edges: [], scopes: [], levels: [], regions: [], outlets: [],
  from: "", to: "", sources: 1, conf: 0, status: ["rejected"], lone: 1, context: 0, pins: [], gone: [], open: [], path: [], common: [], more: 0,
  at: "", table: "claims", sort: "", page: 0, q: "", cam: "", lang: "", theme: "",
};
let state = structuredClone(DEFAULTS);
const listeners = [];
const encodeState = (from) => {
  const parts = [];
  for (const [key, normal] of Object.entries(DEFAULTS)) {
    const value = from[key];
    const text = Array.isArray(value) ? value.map((item) => encodeURIComponent(item)).join(",") : encodeURIComponent(value);
    if (JSON.stringify(value) !== JSON.stringify(normal)) parts.push(key + "=" + text);
  }
  return "#" + parts.join("&");
};
const isDay = (text) => { // a day of the calendar; 2024-02-31 is none
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text + "T00:00:00Z") : null;
  return Boolean(day) && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
};
const decodeState = (hash) => {
  const found = structuredClone(DEFAULTS);
  for (const part of hash.replace(/^#/, "").split("&")) {
    const at = part.indexOf("="), key = part.slice(0, at), text = part.slice(at + 1);
    if (at < 0 || !Object.hasOwn(DEFAULTS, key)) continue;
    try {
      if (Array.isArray(DEFAULTS[key])) found[key] = text ? text.split(",").map(decodeURIComponent) : [];
      else if (typeof DEFAULTS[key] === "number") { const value = Number(decodeURIComponent(text)); if (Number.isFinite(value)) found[key] = value; }
      else found[key] = decodeURIComponent(text);
    } catch { /* a broken link keeps what can be read */ }
  }
  // A link may name what another graph held: what is not here is left out.
  const known = (ref) => nodeOf(ref) >= 0, last = (text) => text.split("~").slice(-1)[0];
  for (const key of ["path", "common"]) if (found[key].length !== 2 || !found[key].every(known)) found[key] = [];
  found.gone = found.gone.filter(known);
  found.open = found.open.filter((item) => known(last(item)));
  found.pins = found.pins.filter((item) => item.split("~").length === 3 && known(last(item)));
  if (!known(found.focus)) found.focus = "";
  for (const key of ["from", "to", "at"]) if (!isDay(found[key])) found[key] = "";
  found.sources = Math.max(1, Math.round(found.sources));
  found.conf = Math.max(0, Math.min(100, found.conf));
  found.depth = Math.max(1, Math.min(4, Math.round(found.depth)));
  return found;
};
let depthOfHistory = 0, deepest = 0;
const update = (patch, { quiet = false, silent = false } = {}) => {
  const next = { ...state, ...patch };
  const hash = encodeState(next), same = hash === encodeState(state);
  state = next;
  if (!same) {
    if (quiet) history.replaceState({ depth: depthOfHistory }, "", hash);
    else { depthOfHistory += 1; deepest = depthOfHistory; history.pushState({ depth: depthOfHistory }, "", hash); }
  }
  if (!silent) for (const listen of listeners) listen();
};
const openAddress = () => {
  state = decodeState(location.hash);
  depthOfHistory = (history.state && history.state.depth) || 0;
  deepest = Math.max(deepest, depthOfHistory);
};
addEventListener("popstate", () => { openAddress(); for (const listen of listeners) listen(); });
const undo = () => { if (depthOfHistory > 0) history.back(); };
const redo = () => { if (depthOfHistory < deepest) history.forward(); };
const toggled = (list, item) => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);

// Edges in addresses: ends and kind, and a number where several are parallel (of pairs named together: the scope).
const edgeRef = (e) => {
  let nth = 0;
  if (E.k[e] === K.together) nth = E.x[e][0];
  else for (const other of edgesOf(E.s[e])) if (other < e && E.s[other] === E.s[e] && E.t[other] === E.t[e] && E.k[other] === E.k[e]) nth += 1;
  return `edge:${refOf(E.s[e])}>${refOf(E.t[e])}>${KINDS[E.k[e]]}>${nth}`;
};
const edgeOf = (ref) => {
  if (!ref.startsWith("edge:")) return -1;
  const [s, target, kind, nth] = ref.slice(5).split(">");
  const a = nodeOf(s), b = nodeOf(target);
  if (a < 0 || b < 0) return -1;
  if (kind === "together") {
    withTogether([SCOPES[+nth]]);
    return [...edgesOf(a)].find((e) => E.s[e] === a && E.t[e] === b && E.k[e] === K.together && E.x[e][0] === +nth) ?? -1;
  }
  const same = [...edgesOf(a)].filter((e) => E.s[e] === a && E.t[e] === b && KINDS[E.k[e]] === kind).sort((x, y) => x - y);
  return same[+nth] ?? -1;
};
const selectNode = (n) => update({ sel: n < 0 ? "" : refOf(n) });
const selectEdge = (e) => update({ sel: edgeRef(e) });
