// The second view: claims or nodes as a sortable table under the same filters, a page at a time.
const PAGE = 100;
const TABLES = {
  claims: [
    ["who", (e) => labelOf(E.s[e]), (e) => nodeLink(E.s[e])],
    ["relation", (e) => edgeName(E.k[e]), (e) => roleChip(E.k[e])],
    ["what", (e) => labelOf(E.t[e]), (e) => nodeLink(E.t[e])],
    ["office", (e) => (E.k[e] === K.posting ? postingTitle(e) : actedAs(e)), null],
    ["date", (e) => dayFrom[e] || 0, (e) => [dayText(word(E.f[e])) || (dayFrom[e] ? t("date.published", { day: dayText(isoDay(dayFrom[e])) }) : "–"), E.k[e] <= K.attended ? unheld(E.t[e]) : ""].filter(Boolean).join(" · ")],
    ["sources", (e) => -E.n[e], (e) => el("span", { text: number(E.n[e]) })],
    ["confidence", (e) => -E.cf[e], (e) => el("span", { text: E.cf[e] + " %" })],
    ["quote", null, (e) => button(t("table.quotes"), () => selectEdge(e), { class: "quiet", "aria-label": t("table.quotesOf", { a: labelOf(E.s[e]), b: labelOf(E.t[e]) }) })],
  ],
  nodes: [
    ["name", (n) => labelOf(n), (n) => nodeLink(n)],
    ["class", (n) => className(classOf(n)), null],
    ["type", (n) => (isEvent(n) ? kindName(word(N.type[n])) : isPerson(n) ? "" : clean(word(N.type[n]))), null],
    ["region", (n) => (N.region[n] >= 0 ? regionName(N.region[n]) : ""), null],
    ["date", (n) => nodeDay(n) || 0, (n) => dayText(word(N.date[n])) || ""],
    ["claims", (n) => -claimCount(n), (n) => el("span", { text: number(claimCount(n)) })],
  ],
};
const claimCount = (n) => { let count = 0; for (const e of edgesOf(n)) if (isClaim(e)) count += 1; return count; };
const tableRows = (result) => {
  const rows = [], query = fold(clean(state.q));
  const near = nodeOf(state.focus) >= 0 ? scene.shown : null;
  if (state.table === "nodes") { for (let n = 0; n < CORE; n++) if (result.nodeOK[n] && (!near || near[n])) rows.push(n); }
  else for (let e = 0; e < E.s.length; e++) if (result.edgeOK[e] && E.k[e] < K.holds && (!near || (near[E.s[e]] && near[E.t[e]]))) rows.push(e);
  if (!query) return rows;
  const text = state.table === "nodes" ? (n) => labelOf(n) + " " + N.alias[n].map(word).join(" ") : (e) => `${labelOf(E.s[e])} ${edgeName(E.k[e])} ${labelOf(E.t[e])} ${TABLES.claims[3][1](e)}`;
  return rows.filter((row) => fold(text(row)).includes(query));
};
const sortRows = (rows) => {
  const columns = TABLES[state.table], [key, direction] = (state.sort || (state.table === "nodes" ? "claims~a" : "date~d")).split("~");
  const column = columns.find((c) => c[0] === key && c[1]) || columns[0], value = column[1], sign = direction === "d" ? -1 : 1;
  const keyed = rows.map((row) => [value(row), row]), collator = new Intl.Collator(language, { numeric: true });
  if (keyed.length && typeof keyed[0][0] === "string") keyed.sort((a, b) => (a[0] === "") - (b[0] === "") || sign * collator.compare(a[0], b[0]) || a[1] - b[1]);
  else keyed.sort((a, b) => (a[0] === 0) - (b[0] === 0) || sign * (a[0] - b[0]) || a[1] - b[1]);
  return { rows: keyed.map((pair) => pair[1]), key: column[0], direction };
};
const showTable = (result) => {
  const host = document.getElementById("view-table"), columns = TABLES[state.table];
  const { rows, key, direction } = sortRows(tableRows(result)), pages = Math.max(1, Math.ceil(rows.length / PAGE)), page = Math.min(pages - 1, Math.max(0, state.page));
  const held = document.activeElement && host.contains(document.activeElement) ? document.activeElement.dataset.held : null;
  const sortable = (name) => el("button", { type: "button", class: "sort", "data-held": "sort:" + name, text: t("column." + name), on: { click: () => update({ sort: `${name}~${key === name && direction === "a" ? "d" : "a"}`, page: 0 }) } });
  const flip = (name) => button(t("table." + name), () => update({ table: name, sort: "", page: 0 }), { class: "tab" + (state.table === name ? " on" : ""), "aria-pressed": String(state.table === name), "data-held": "table:" + name });
  const field = el("input", { type: "search", value: state.q, "data-held": "q", "aria-label": t("table.filter"), placeholder: t("table.filter"), on: { change: (event) => update({ q: event.currentTarget.value, page: 0 }), keydown: (event) => { if (event.key === "Enter") update({ q: event.currentTarget.value, page: 0 }); } } });
  const pager = () => el("nav", { class: "pager", "aria-label": t("table.pages") },
    button("←", () => update({ page: page - 1 }), { disabled: page === 0, "aria-label": t("table.previous"), class: "quiet" }), el("span", { text: t("table.page", { page: number(page + 1), pages: number(pages), rows: number(rows.length) }) }),
    button("→", () => update({ page: page + 1 }), { disabled: page >= pages - 1, "aria-label": t("table.next"), class: "quiet" }));
  const grid = el("table", null, el("caption", { class: "away", text: t("table.caption") }),
    el("thead", null, el("tr", null, columns.map(([name, value]) => el("th", { scope: "col", class: "col-" + name, "aria-sort": key === name ? (direction === "d" ? "descending" : "ascending") : null }, value ? sortable(name) : el("span", { text: t("column." + name) }))))),
    el("tbody", null, rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => el("tr", { class: isSelectedRow(row) ? "selected" : null }, columns.map(([name, value, make]) => {
      const cell = make ? make(row) : value(row);
      return el("td", { class: "col-" + name, "data-label": t("column." + name) }, typeof cell === "string" ? el("bdi", { text: cut(cell, 200) }) : cell);
    })))));
  grid.addEventListener("keydown", tableKeys);
  replace(host, el("div", { class: "view-head" }, el("div", { class: "tabs", role: "group", "aria-label": t("table.which") }, flip("claims"), flip("nodes")), field, pager()), el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t("view.table") }, grid));
  if (held) { const again = [...host.querySelectorAll("[data-held]")].find((node) => node.dataset.held === held); if (again) again.focus({ preventScroll: true }); }
};
const isSelectedRow = (row) => state.sel !== "" && (state.table === "nodes" ? refOf(row) === state.sel : selectedEdge() === row);
const tableKeys = (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.target.closest("tbody tr");
  if (!row) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling, at = [...row.querySelectorAll("button")].indexOf(event.target);
  const buttons = next ? next.querySelectorAll("button") : [];
  if (buttons.length) { buttons[Math.min(Math.max(0, at), buttons.length - 1)].focus(); event.preventDefault(); }
};
