"""KnowledgeBase → coverage: which outlet wrote about which regency in which month."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.graph.statistics.contents import region_name
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import REGENCY, Subject, outlet_of
from kg.graph.statistics.tables import Note, Section, Value, ratio, section, table

UNDATED = "–"


def coverage(subject: Subject, options: Options) -> Section:
    """How many articles each outlet has about each regency in each month."""
    base, about = subject.base, subject.regencies
    cells: Counter[tuple[str, str, str]] = Counter()
    for node in base.articles.values():
        month = node.published[:7] if node.published else UNDATED
        for code in about.get(node.article, ()):
            cells[outlet_of(node) or "–", code, month] += 1
    regions: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    months: dict[str, set[str]] = defaultdict(set)
    for (outlet, code, month), count in cells.items():
        regions[code] += count
        outlets[code].add(outlet)
        if month != UNDATED:
            months[code].add(month)
    events = Counter(e.region[:REGENCY] for e in base.events.values() if e.region and len(e.region) >= REGENCY)
    by_region: list[tuple[Value, ...]] = [
        (
            region_name(base, code), count, len(outlets[code]), len(months[code]),
            min(months[code], default=None), max(months[code], default=None), events[code],
        )
        for code, count in sorted(regions.items(), key=lambda item: (-item[1], item[0]))
    ]  # fmt: skip
    every = sorted(cells.items(), key=lambda item: (-item[1], item[0]))
    single = sum(len(found) == 1 for found in outlets.values())
    figures: dict[str, Value] = {
        "regencies_covered": len(regions),
        "articles_placed": len(about),
        "articles_unplaced": len(base.articles) - len(about),
        "one_outlet_only": single,
        "one_outlet_share": ratio(single, len(regions)),
    }
    columns = "region articles:integer outlets:integer months:integer first last events:integer"
    return section(
        "coverage",
        figures,
        [
            table("regions", columns, by_region, limit=options.top),
            table("cells", "outlet region month articles:integer",
                  [(outlet, region_name(base, code), month, n) for (outlet, code, month), n in every],
                  limit=options.top),
        ],
        [Note("article_regions")],
    )  # fmt: skip
