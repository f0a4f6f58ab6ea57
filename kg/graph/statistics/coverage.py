"""KnowledgeBase → coverage: which outlet wrote about which regency in which month."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import REGENCY, Subject
from kg.graph.statistics.tables import Note, Section, Value, ratio, section, table

UNDATED = "–"


def coverage(subject: Subject, options: Options) -> Section:
    """How many articles each outlet has about each regency in each month."""
    facts, about = subject.facts, subject.regencies
    articles = facts.articles
    cells: Counter[tuple[str, str, str]] = Counter()
    for article, outlet, day in zip(articles.numbers.at, articles.outlets, articles.published, strict=False):
        for code in about.get(article, ()):
            cells[outlet or "–", code, day[:7] if day else UNDATED] += 1
    regions: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    months: dict[str, set[str]] = defaultdict(set)
    for (outlet, code, month), count in cells.items():
        regions[code] += count
        outlets[code].add(outlet)
        if month != UNDATED:
            months[code].add(month)
    events = Counter(code[:REGENCY] for code in facts.events.regions if code and len(code) >= REGENCY)
    by_region: list[tuple[Value, ...]] = [
        (
            facts.region_name(code), count, len(outlets[code]), len(months[code]),
            min(months[code], default=None), max(months[code], default=None), events[code],
        )
        for code, count in sorted(regions.items(), key=lambda item: (-item[1], item[0]))
    ]  # fmt: skip
    every = sorted(cells.items(), key=lambda item: (-item[1], item[0]))
    single = sum(len(found) == 1 for found in outlets.values())
    figures: dict[str, Value] = {
        "regencies_covered": len(regions),
        "articles_placed": len(about),
        "articles_unplaced": articles.known - len(about),
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
                  ((outlet, facts.region_name(code), month, n) for (outlet, code, month), n in every),
                  limit=options.top, total=len(every)),
        ],
        [Note("article_regions")],
    )  # fmt: skip
