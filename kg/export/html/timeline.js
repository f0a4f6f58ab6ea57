// The third view: events in the order of time, by month, with who led, organised and attended.
const TIMELINE_PAGE = 150;
let timelineShown = TIMELINE_PAGE;
const showTimeline = (result) => {
  const host = document.getElementById("view-timeline"), near = nodeOf(state.focus) >= 0 ? scene.shown : null;
  const about = selectedNode(), involved = about >= 0 && !isEvent(about) ? new Set([...edgesOf(about)].filter((e) => E.k[e] <= K.attended && result.edgeOK[e]).map((e) => E.t[e])) : null;
  const events = EVENT_NODES.filter((n) => result.nodeOK[n] && (!near || near[n])), dated = events.filter((n) => nodeDay(n)).sort((a, b) => nodeDay(b) - nodeDay(a) || a - b), undated = events.filter((n) => !nodeDay(n));
  const groups = [];
  for (const n of dated.slice(0, timelineShown)) {
    const month = Math.floor(nodeDay(n) / 100);
    if (!groups.length || groups[groups.length - 1].month !== month) groups.push({ month, events: [] });
    groups[groups.length - 1].events.push(n);
  }
  const monthTitle = (month) => dayText(month % 100 ? isoDay(month * 100).slice(0, 7) : String(Math.floor(month / 100)));
  const eventRow = (n) => {
    const parts = [...edgesOf(n)].filter((e) => result.edgeOK[e] && E.k[e] <= K.attended);
    const names = (k) => [...new Set(parts.filter((e) => E.k[e] === k).map((e) => E.s[e]))];
    const line = (k) => { const all = names(k); return all.length > 0 && el("p", { class: "who" }, roleChip(k), all.slice(0, 4).map((m) => nodeLink(m)), all.length > 4 && el("span", { class: "row-note", text: t("and.more", { n: all.length - 4 }) })); };
    return el("li", { class: "moment" + (involved && involved.has(n) ? " involved" : "") + (state.sel === refOf(n) ? " selected" : "") },
      el("div", { class: "moment-day" }, el("span", { class: "day", text: N.precision[n] >= 0 && word(N.precision[n]) === "day" ? String(nodeDay(n) % 100) : "–" })),
      el("div", { class: "moment-body" }, el("h4", null, nodeLink(n)), el("p", { class: "row-note", text: [kindName(word(N.type[n])), word(N.status[n]) === "held" ? "" : t("eventStatus." + word(N.status[n])), cut(clean(word(N.place[n])), 80), N.region[n] >= 0 ? regionName(N.region[n]) : ""].filter(Boolean).join(" · ") }), line(0), line(1), line(2)));
  };
  replace(host, el("div", { class: "view-head" }, el("p", { class: "view-note", text: t("timeline.note", { n: number(events.length), undated: number(undated.length) }) + (involved ? " " + t("timeline.involved", { name: labelOf(about), n: number(involved.size) }) : "") })),
    el("div", { class: "timeline", tabindex: "0", role: "region", "aria-label": t("view.timeline") }, groups.map(({ month, events: inMonth }) => el("section", { class: "month" }, el("h3", null, monthTitle(month), el("span", { class: "count", text: number(inMonth.length) })), el("ol", null, inMonth.map(eventRow)))),
      dated.length > timelineShown && button(t("card.more", { n: number(dated.length - timelineShown) }), () => { timelineShown += TIMELINE_PAGE; showTimeline(result); }, { class: "quiet" }),
      undated.length > 0 && el("section", { class: "month" }, el("h3", null, t("timeline.undated"), el("span", { class: "count", text: number(undated.length) })), el("ol", null, undated.slice(0, timelineShown).map(eventRow)))));
};
