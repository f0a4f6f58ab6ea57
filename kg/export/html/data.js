// The data of the page: columns as they were written, derived columns, adjacency, and the late parts.
const readJson = (id) => JSON.parse(document.getElementById(id).textContent);
const G = readJson("graph");
const N = G.nodes, E = G.edges, A = G.articles, P = G.posts, R = G.regions;
const word = (at) => (at < 0 || at === undefined ? "" : G.words[at]);

const KINDS = ["led", "organised", "attended", "posting", "partOf", "delegation", "together", "holds", "postAt", "reports"];
const K = Object.fromEntries(KINDS.map((name, at) => [name, at]));
const STATUSES = ["accepted", "conflict", "rejected"];
const SCOPES = ["sentence", "paragraph", "article", "event"];

const CORE = N.id.length, POSTS = P.id.length, ARTICLES = A.id.length, ALL = CORE + POSTS + ARTICLES;
const FIRST_POST = CORE, FIRST_ARTICLE = CORE + POSTS;
const isPost = (n) => n >= FIRST_POST && n < FIRST_ARTICLE;
const isArticle = (n) => n >= FIRST_ARTICLE;
const postOf = (n) => n - FIRST_POST;
const articleOf = (n) => n - FIRST_ARTICLE;

const classOf = (n) => (n < CORE ? word(N.cls[n]) : isPost(n) ? "Post" : "Article");
const isEvent = (n) => n < CORE && classOf(n) === "Event";
const isPerson = (n) => n < CORE && classOf(n) === "Person";
const isInstitution = (n) => n < CORE && !isEvent(n) && !isPerson(n);
const rawLabel = (n) => (n < CORE ? N.label[n] : isPost(n) ? P.label[postOf(n)] : A.title[articleOf(n)]);
const refOf = (n) => (n < CORE ? N.id[n] : isPost(n) ? P.id[postOf(n)] : "article:" + A.id[articleOf(n)]);
const BY_REF = new Map();
for (let n = 0; n < ALL; n++) BY_REF.set(refOf(n), n);
const nodeOf = (ref) => (BY_REF.has(ref) ? BY_REF.get(ref) : -1);

// What must never act on the page's layout: controls, bidirectional marks, zero-width characters.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]/g;
const clean = (text) => text.replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();
const cut = (text, limit) => {
  if (text.length <= limit) return text;
  const points = Array.from(text.slice(0, limit * 2));
  return points.length <= limit ? text : points.slice(0, limit - 1).join("").trimEnd() + "…";
};
const LABELS = new Map();
const labelOf = (n) => {
  let label = LABELS.get(n);
  if (label === undefined) {
    label = cut(clean(rawLabel(n)), 180) || "–";
    if (isEvent(n)) label = label[0].toUpperCase() + label.slice(1); // articles name events in the middle of a sentence
    LABELS.set(n, label);
  }
  return label;
};
const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

const dayNumber = (text) => {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  return match ? +match[1] * 10000 + +(match[2] || 0) * 100 + +(match[3] || 0) : 0;
};

// Days of an edge: those of the event or posting, else those on which its articles were published.
const published = A.published.map((at) => dayNumber(word(at)));
const dayFrom = [], dayTo = [];
const edgeDays = (e) => {
  let first = dayNumber(word(E.f[e])), last = dayNumber(word(E.l[e]));
  if (!first && !last && E.k[e] !== K.partOf) {
    const days = E.ev[e].map((a) => published[a] || 0).filter(Boolean).sort((a, b) => a - b);
    if (days.length) [first, last] = [days[0], days[days.length - 1]];
  }
  dayFrom[e] = first || last; dayTo[e] = last || first;
};
for (let e = 0; e < E.s.length; e++) edgeDays(e);
const CLAIMS = E.s.length;
const nodeDay = (n) => (n < CORE ? dayNumber(word(N.date[n])) : isArticle(n) ? published[articleOf(n)] : 0);

// Places: those of the layout; posts and articles get theirs beside what they belong to, when they are asked for.
const X = new Float64Array(ALL), Y = new Float64Array(ALL);
for (let n = 0; n < CORE; n++) { X[n] = G.x[n]; Y[n] = G.y[n]; }
const weight = new Float64Array(ALL);
for (let n = 0; n < CORE; n++) weight[n] = N.w[n] / 10;

let adjacency = null;
const linkAll = () => {
  const start = new Int32Array(ALL + 1), count = E.s.length;
  for (let e = 0; e < count; e++) { start[E.s[e] + 1]++; start[E.t[e] + 1]++; }
  for (let n = 0; n < ALL; n++) start[n + 1] += start[n];
  const fill = start.slice(0, ALL), edges = new Int32Array(2 * count);
  for (let e = 0; e < count; e++) { edges[fill[E.s[e]]++] = e; edges[fill[E.t[e]]++] = e; }
  adjacency = { start, edges };
};
linkAll();
const edgesOf = (n) => adjacency.edges.subarray(adjacency.start[n], adjacency.start[n + 1]);
const otherEnd = (e, n) => (E.s[e] === n ? E.t[e] : E.s[e]);
const neighboursOf = (n, passes) => {
  const found = new Set();
  for (const e of edgesOf(n)) if (passes(e)) found.add(otherEnd(e, n));
  found.delete(n);
  return found;
};

const appendEdge = (s, t, k, st, cf, n, ev, x) => {
  const e = E.s.length;
  E.s.push(s); E.t.push(t); E.k.push(k); E.st.push(st); E.cf.push(cf); E.f.push(-1); E.l.push(-1); E.n.push(n); E.ev.push(ev); E.x.push(x);
  edgeDays(e);
  return e;
};

// Edges that exist only when they are asked for.
const appended = { posts: false, articles: false, together: new Set() };
const seat = (n, around, turn) => {
  let x = 0, y = 0;
  for (const m of around) { x += X[m]; y += Y[m]; }
  const angle = turn * 2.399963, far = 26 + 3 * Math.sqrt(turn % 40);
  X[n] = x / around.length + far * Math.cos(angle); Y[n] = y / around.length + far * Math.sin(angle);
};
const withPosts = () => {
  if (appended.posts) return;
  appended.posts = true;
  const seen = new Map();
  for (let e = 0; e < CLAIMS; e++) {
    if (E.k[e] !== K.posting || E.x[e][0] < 0) continue;
    const post = FIRST_POST + E.x[e][0];
    appendEdge(E.s[e], post, K.holds, E.st[e], E.cf[e], E.n[e], E.ev[e], [e]);
    seen.set(post, (seen.get(post) || []).concat([e]));
  }
  for (const [post, claims] of seen) {
    const at = P.at[postOf(post)];
    if (at >= 0) appendEdge(post, at, K.postAt, 0, 100, 1, [], claims);
    seat(post, [at >= 0 ? at : E.s[claims[0]]], post);
    weight[post] = claims.length;
  }
  linkAll();
};
const withArticles = () => {
  if (appended.articles) return;
  appended.articles = true;
  const told = A.id.map(() => new Map());
  const tell = (a, n, e) => { if (a >= 0 && n >= 0) told[a].set(n, (told[a].get(n) || []).concat(e < 0 ? [] : [e])); };
  for (let e = 0; e < CLAIMS; e++) for (const a of E.ev[e]) {
    if (E.k[e] <= K.attended) tell(a, E.t[e], e);
    else if (E.k[e] === K.posting) { tell(a, E.s[e], e); }
  }
  for (let n = 0; n < CORE; n++) for (const a of N.reports[n]) tell(a, n, -1);
  told.forEach((nodes, a) => {
    const article = FIRST_ARTICLE + a;
    for (const [n, claims] of nodes) appendEdge(article, n, K.reports, 0, 100, 1, [a], claims);
    if (nodes.size) seat(article, [...nodes.keys()], a);
    weight[article] = Math.sqrt(nodes.size);
  });
  linkAll();
};
const withTogether = (scopes) => {
  const wanted = scopes.map((name) => SCOPES.indexOf(name)).filter((scope) => scope >= 0 && !appended.together.has(scope));
  if (!wanted.length || !late.together) return;
  for (const scope of wanted) appended.together.add(scope);
  const T = late.together;
  for (let i = 0; i < T.s.length; i++) if (wanted.includes(T.scope[i])) appendEdge(T.s[i], T.t[i], K.together, 0, 0, Math.max(1, T.size[i]), Array.from(T.told(i)), [T.scope[i], T.n[i]]);
  linkAll();
};

// The late parts, behind the picture in the file.
const late = { together: null, quotes: null };
// Pairs come as steps from the pair before; of a row with the articles of the row before only that is told.
const unpacked = (T) => {
  const count = T.s.length, s = new Int32Array(count), t2 = new Int32Array(count), size = new Int32Array(count), first = new Int32Array(count), scopes = [0, 0, 0, 0];
  for (let i = 0, from = 0, a = 0, b = 0; i < count; i++) {
    s[i] = a += T.s[i]; t2[i] = b += T.t[i];
    const again = T.size[i] < 0;
    first[i] = again ? first[i - 1] : from;
    size[i] = again ? size[i - 1] : T.size[i];
    if (!again) from += size[i];
    scopes[T.scope[i]] += 1;
  }
  const articles = Int32Array.from(T.articles);
  return { s, t: t2, size, scope: Uint8Array.from(T.scope), n: Int32Array.from(T.n), scopes, told: (i) => articles.subarray(first[i], first[i] + size[i]) };
};
const lateReady = new Promise((done) => {
  const read = () => { late.together = unpacked(readJson("together")); late.quotes = readJson("quotes"); done(); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => setTimeout(read, 0));
  else setTimeout(read, 0);
});
const proofsOf = (e) => {
  if (!late.quotes) return [];
  if (e >= CLAIMS) return E.k[e] === K.together ? [] : [...new Set(E.x[e])].flatMap((claim) => proofsOf(claim));
  return late.quotes.proofs[e].map(([sentence, from, length, start], at) => proof(E.ev[e][at], sentence, from, length, start));
};
const proof = (article, at, from, length, start) => {
  const sentence = late.quotes.sentences[at];
  return { article, start, before: sentence.slice(0, from), quote: sentence.slice(from, from + length), after: sentence.slice(from + length) };
};
const rulesOf = (e) => (e < CLAIMS && late.quotes ? late.quotes.because[late.quotes.reasons[e]][0].map(word) : []);
const notesOf = (e) => (e < CLAIMS && late.quotes ? late.quotes.because[late.quotes.reasons[e]][1].map(word) : []);
const sourcesOf = (articles) => new Set(articles.map((a) => (a >= 0 && A.copy[a] >= 0 ? A.copy[a] : a))).size;

// Regions and levels.
const PARENT_REGION = R.code.map((code) => R.code.indexOf(code.split(".").slice(0, -1).join(".")));
const provinceOf = (region) => { while (region >= 0 && PARENT_REGION[region] >= 0) region = PARENT_REGION[region]; return region; };
const regionName = (region) => clean(R.name[region] || "") || t("region.code", { code: R.code[region] });
const LEVELS = ["national", "province", "regency", "district", "village"];
const levelOf = (n) => (n < CORE && isInstitution(n) ? Math.min(4, N.region[n] < 0 ? 0 : R.code[N.region[n]].split(".").length) : -1);
