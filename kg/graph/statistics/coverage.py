"""KnowledgeBase → coverage: which outlet wrote about which regency in which month."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import REGENCY, Subject
from kg.graph.statistics.tables import Note, Section, Value, ratio, section, table

UNDATED = UNKNOWN = "–"


def coverage(subject: Subject, options: Options) -> Section:
    """How many articles each outlet has about each regency in each month."""
    facts, about = subject.facts, subject.regencies
    articles = facts.articles
    cells: Counter[tuple[str, str, str]] = Counter()
    for article, outlet, day in zip(articles.numbers.at, articles.outlets, articles.published, strict=False):
        for code in about.get(article, ()):
            cells[outlet or UNKNOWN, code, day[:7] if day else UNDATED] += 1
    regions: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    unknown: set[str] = set()  # regencies of which an article without outlet tells
    months: dict[str, set[str]] = defaultdict(set)
    for (outlet, code, month), count in cells.items():
        regions[code] += count
        if outlet == UNKNOWN:
            unknown.add(code)
        else:
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
    told = {
        code for code in regions if len(outlets[code]) > 1 or code not in unknown
    }  # whether one or more tell is known
    single = sum(len(outlets[code]) == 1 for code in told)
    figures: dict[str, Value] = {
        "regencies_covered": len(regions),
        "articles_placed": len(about),
        "articles_unplaced": articles.known - len(about),
        "outlets_known": len(told),
        "one_outlet_only": single,
        "one_outlet_share": ratio(single, len(told)),
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
