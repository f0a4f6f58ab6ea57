// The legend that filters, and the other filters, each choice with its count.
const facetState = {};
const facet = (key, title, content, { open = true, badge = 0 } = {}) => {
  const details = el("details", { class: "facet", open: facetState[key] ?? open, "data-facet": key, on: { toggle: (event) => { facetState[key] = event.currentTarget.open; } } },
    el("summary", null, el("span", { text: title }), badge > 0 && el("span", { class: "badge", text: number(badge) })), content);
  return details;
};
const choice = (key, checked, count, icon, text, act) => el("label", { class: "choice" + (count ? "" : " empty") },
  el("input", { type: "checkbox", checked, "data-choice": key, on: { change: act } }), icon, el("bdi", { class: "choice-text", text }), el("span", { class: "count", text: number(count || 0) }));

const showFacets = (result) => {
  const host = document.getElementById("facets"), held = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.choice : null;
  const scroll = host.scrollTop, { counts } = result, flip = (key, item) => () => update({ [key]: toggled(state[key], item), page: 0 });
  const present = new Set();
  for (let n = 0; n < CORE; n++) present.add(classOf(n));
  const classes = CLASSES.filter((cls) => present.has(cls)), kinds = [...new Set(EVENT_NODES.map((n) => word(N.type[n])))].sort();
  const outlets = [...counts.outlet.keys(), ...state.outlets.filter((name) => !counts.outlet.has(name))].sort((a, b) => (counts.outlet.get(b) || 0) - (counts.outlet.get(a) || 0) || (a < b ? -1 : 1));
  const provinces = R.code.map((_, r) => r).filter((r) => PARENT_REGION[r] < 0);
  const edgeKinds = KINDS.filter((kind, k) => k < K.together);
  replace(host,
    el("div", { class: "facets-head" }, el("h2", { text: t("filters") }), button(t("filters.reset"), resetFilters, { class: "quiet", disabled: !anyFilter() }),
      button("×", () => document.body.classList.remove("show-facets"), { class: "sheet-close", "aria-label": t("act.close") })),
    facet("cls", t("facet.class"), [
      classes.map((cls) => choice("cls:" + cls, !state.hide.includes(cls), counts.cls.get(cls), shapeIcon(cls), className(cls), flip("hide", cls))),
      el("p", { class: "facet-note", text: t("facet.onDemand") }),
      POSTS > 0 && choice("cls:Post", state.hide.includes("+Post"), POSTS, shapeIcon("Post"), className("Post"), flip("hide", "+Post")),
      ARTICLES > 0 && choice("cls:Article", state.hide.includes("+Article"), ARTICLES, shapeIcon("Article"), className("Article"), flip("hide", "+Article")),
      CONTEXT > 0 && choice("context", Boolean(state.context), CONTEXT, null, t("facet.context"), () => update({ context: state.context ? 0 : 1 })),
      choice("lone", Boolean(state.lone), result.loneCount, null, t("facet.lone"), () => update({ lone: state.lone ? 0 : 1 }))]),
    facet("edge", t("facet.edge"), [
      edgeKinds.map((kind) => choice("edge:" + kind, !state.edges.includes(kind), counts.edge.get(kind), lineIcon(kind), t("edge." + kind), flip("edges", kind))),
      el("p", { class: "facet-note", text: t("facet.together") }),
      SCOPES.map((scope) => choice("scope:" + scope, state.scopes.includes(scope), counts.edge.get("scope:" + scope), lineIcon("together"), t("scope." + scope), flip("scopes", scope)))], { badge: state.edges.length + state.scopes.length }),
    facet("date", t("facet.date"), [histogram(result), el("div", { class: "dates" },
      dateInput("from", t("date.from")), dateInput("to", t("date.to")))], { badge: (state.from ? 1 : 0) + (state.to ? 1 : 0) }),
    facet("kind", t("facet.kind"), kinds.map((kind) => choice("kind:" + kind, !state.kinds.includes(kind), counts.kind.get(kind), null, kindName(kind), flip("kinds", kind))), { open: false, badge: state.kinds.length }),
    facet("level", t("facet.level"), LEVELS.map((level, at) => choice("level:" + at, state.levels.includes(String(at)), counts.level.get(at), null, t("level." + level), flip("levels", String(at)))), { open: false, badge: state.levels.length }),
    provinces.length > 0 && facet("region", t("facet.region"), regionTree(provinces, counts), { open: false, badge: state.regions.length }),
    facet("outlet", t("facet.outlet"), limitedChoices("outlet", outlets.map((name) => choice("outlet:" + name, state.outlets.includes(name), counts.outlet.get(name), null, cut(name, 60), flip("outlets", name)))), { open: false, badge: state.outlets.length }),
    facet("trust", t("facet.trust"), [
      slider("sources", t("facet.sources"), 1, Math.max(2, MOST_SOURCES), state.sources, (v) => t("facet.atLeast", { n: v })),
      slider("conf", t("facet.conf"), 0, 100, state.conf, (v) => t("facet.atLeast", { n: v + " %" })),
      STATUSES.map((status) => choice("status:" + status, !state.status.includes(status), counts.status.get(status), null, t("status." + status), flip("status", status)))], { badge: (state.sources > 1 ? 1 : 0) + (state.conf > 0 ? 1 : 0) }),
    state.gone.length > 0 && facet("gone", t("facet.gone"), [state.gone.map((ref) => nodeOf(ref)).filter((n) => n >= 0).map((n) => el("div", { class: "gone-row" }, el("bdi", { text: labelOf(n) }), button(t("act.show"), () => update({ gone: state.gone.filter((r) => r !== refOf(n)) }), { class: "quiet" })))], { badge: state.gone.length }));
  host.scrollTop = scroll;
  if (held) { const again = [...host.querySelectorAll("[data-choice]")].find((input) => input.dataset.choice === held); if (again) again.focus({ preventScroll: true }); }
};
let CONTEXT = 0;
for (let n = 0; n < CORE; n++) if (N.flag[n] & 2) CONTEXT += 1;
const EVENT_NODES = Array.from({ length: CORE }, (_, n) => n).filter(isEvent);
let MOST_SOURCES = 1;
for (let e = 0; e < CLAIMS; e++) MOST_SOURCES = Math.max(MOST_SOURCES, E.n[e]);
const FILTER_KEYS = ["hide", "kinds", "edges", "scopes", "levels", "regions", "outlets", "from", "to", "sources", "conf", "status", "lone", "context", "gone"];
const anyFilter = () => FILTER_KEYS.some((key) => JSON.stringify(state[key]) !== JSON.stringify(DEFAULTS[key]));
const resetFilters = () => update({ ...Object.fromEntries(FILTER_KEYS.map((key) => [key, structuredClone(DEFAULTS[key])])), page: 0 });
const limitedChoices = (key, rows) => {
  if (rows.length <= 10 || facetState["all:" + key]) return rows;
  const rest = rows.slice(10), more = button(t("card.more", { n: number(rest.length) }), () => { facetState["all:" + key] = true; more.replaceWith(...rest); }, { class: "quiet" });
  return [...rows.slice(0, 10), more];
};
const regionTree = (provinces, counts) => {
  const pick = (r) => choice("region:" + R.code[r], state.regions.includes(R.code[r]), counts.region.get(r), null, regionName(r), () => update({ regions: toggled(state.regions, R.code[r]), page: 0 }));
  return limitedChoices("region", provinces.filter((r) => counts.region.get(r) || state.regions.includes(R.code[r])).sort((a, b) => (counts.region.get(b) || 0) - (counts.region.get(a) || 0) || a - b).map((r) => {
    const inside = R.code.map((_, c) => c).filter((c) => PARENT_REGION[c] === r && (counts.region.get(c) || state.regions.includes(R.code[c])));
    return el("div", { class: "region" }, pick(r), inside.length > 0 && el("details", { open: facetState["region:" + r] ?? inside.some((c) => state.regions.includes(R.code[c])), on: { toggle: (event) => { facetState["region:" + r] = event.currentTarget.open; } } },
      el("summary", { text: t("facet.inside", { n: inside.length, name: regionName(r) }) }), el("div", { class: "inside" }, inside.map(pick))));
  }));
};
const dateInput = (key, label) => el("label", { class: "date-field" }, el("span", { text: label }), el("input", { type: "date", value: /^\d{4}-\d\d-\d\d$/.test(state[key]) ? state[key] : "", "data-choice": "date:" + key, on: { change: (event) => update({ [key]: event.currentTarget.value, page: 0 }) } }));
const slider = (key, label, min, max, value, tell) => {
  const output = el("output", { text: tell(value) });
  return el("label", { class: "slider" }, el("span", { text: label }), output, el("input", { type: "range", min, max, step: key === "conf" ? 5 : 1, value, "data-choice": "range:" + key, on: { input: (event) => { output.textContent = tell(event.currentTarget.value); }, change: (event) => update({ [key]: Number(event.currentTarget.value), page: 0 }) } }));
};
const histogram = (result) => {
  const months = monthsOf(result), keys = [...months.keys()].filter((m) => m % 100).sort((a, b) => a - b);
  if (!keys.length) return el("p", { class: "muted", text: t("date.none") });
  const at = (month) => Math.floor(month / 100) * 12 + (month % 100) - 1, back = (i) => Math.floor(i / 12) * 100 + (i % 12) + 1;
  let first = at(keys[0]), last = at(keys[keys.length - 1]);
  let step = 1;
  while ((last - first + 1) / step > 60) step = step === 1 ? 3 : step * 2;
  first = Math.floor(first / step) * step;
  const bins = Array.from({ length: Math.floor((last - first) / step) + 1 }, () => 0);
  for (const m of keys) bins[Math.floor((at(m) - first) / step)] += months.get(m);
  const most = Math.max(...bins), wide = 240, high = 54, each = wide / bins.length, from = dayNumber(state.from), to = dayNumber(state.to);
  const inside = (i) => { const a = back(first + i * step) * 100 + 1, b = back(first + (i + 1) * step - 1) * 100 + 31; return (!from || b >= from) && (!to || a <= to); };
  const chart = svg("svg", { viewBox: `0 0 ${wide} ${high + 14}`, class: "histogram", role: "img", "aria-label": t("date.histogram") },
    bins.map((n, i) => n > 0 && svg("rect", { x: i * each + 0.5, y: high - Math.max(2, (n / most) * high), width: Math.max(1, each - 1), height: Math.max(2, (n / most) * high), class: inside(i) ? "bar" : "bar out" }, svg("title", { text: `${dayText(isoDay(back(first + i * step) * 100).slice(0, 7))}: ${number(n)}` }))),
    svg("line", { x1: 0, y1: high + 0.5, x2: wide, y2: high + 0.5, class: "axis" }),
    svg("text", { x: 0, y: high + 12, class: "tick", text: String(Math.floor(back(first) / 100)) }), svg("text", { x: wide, y: high + 12, class: "tick", "text-anchor": "end", text: String(Math.floor(back(last) / 100)) }));
  const brush = svg("rect", { class: "brush", y: 0, height: high, width: 0, x: 0 });
  chart.append(brush);
  let start = null;
  const where = (event) => { const box = chart.getBoundingClientRect(); return Math.max(0, Math.min(wide, ((event.clientX - box.left) / box.width) * wide)); };
  chart.addEventListener("pointerdown", (event) => { start = where(event); chart.setPointerCapture(event.pointerId); });
  chart.addEventListener("pointermove", (event) => { if (start === null) return; const now = where(event); brush.setAttribute("x", Math.min(start, now)); brush.setAttribute("width", Math.abs(now - start)); });
  chart.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const [a, b] = [start, where(event)].sort((x, y) => x - y).map((x) => Math.min(bins.length - 1, Math.floor(x / each)));
    start = null;
    const low = back(first + a * step) * 100 + 1, high2 = back(first + (b + 1) * step - 1), year = Math.floor(high2 / 100), month = high2 % 100;
    update({ from: isoDay(low), to: isoDay(high2 * 100 + new Date(Date.UTC(year, month, 0)).getUTCDate()), page: 0 });
  });
  return chart;
};
