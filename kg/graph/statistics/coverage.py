"""KnowledgeBase → coverage (outlet × region × month) and silence: who of a region is never seen, or never meets.

Silence is of the data: an institution that is missing here may have met every week, unreported or in articles that were
not collected.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.graph.incidence import at_events, in_articles
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.contents import region_name
from kg.graph.statistics.options import Options
from kg.graph.statistics.tables import Note, Section, Table, Value, ratio, section, table

REGENCY = 5  # length of the code of a kabupaten or kota


def regions_of_articles(base: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """The regencies that each article is about: those of its events, else those of the entities it names most."""
    found: dict[str, set[str]] = defaultdict(set)
    for event in base.events.values():
        if event.region and len(event.region) >= REGENCY:
            for article in event.reports:
                found[article].add(event.region[:REGENCY])
    named: dict[str, Counter[str]] = defaultdict(Counter)
    incidence = in_articles(base)
    for actor, unit in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        region = base.entities[incidence.actors[actor]].region
        if region and len(region) >= REGENCY:
            named[incidence.units[unit]][region[:REGENCY]] += 1
    for article, counts in named.items():
        if article not in found:
            most = max(counts.values())
            found[article] = {code for code, count in counts.items() if count == most}
    return {article: tuple(sorted(codes)) for article, codes in sorted(found.items())}


def coverage(base: KnowledgeBase, options: Options) -> Section:
    """How many articles each outlet has about each regency in each month."""
    about = regions_of_articles(base)
    cells: Counter[tuple[str, str, str]] = Counter()
    for node in base.articles.values():
        month = node.published[:7] if node.published else "–"
        for code in about.get(node.article, ()):
            cells[node.publisher or "–", code, month] += 1
    regions: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    months: dict[str, set[str]] = defaultdict(set)
    for (outlet, code, month), count in cells.items():
        regions[code] += count
        outlets[code].add(outlet)
        months[code].add(month)
    events = Counter(e.region[:REGENCY] for e in base.events.values() if e.region and len(e.region) >= REGENCY)
    by_region: list[tuple[Value, ...]] = [
        (region_name(base, code), count, len(outlets[code]), len(months[code]), min(months[code]), max(months[code]),
         events[code])
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


def silence(base: KnowledgeBase, options: Options) -> Section:
    """Who of the covered regencies is never seen, never at a meeting, or never together with another class."""
    covered = sorted({code for codes in regions_of_articles(base).values() for code in codes})
    seen = _present(base, covered)
    meetings = _present(base, covered, kind="meeting")
    notes = [Note("silence_of_the_data")]
    tables = [
        table(
            "never_together",
            "region left:term right:term events:integer",
            _apart(base, covered, seen),
            limit=options.top,
        ),
        table(
            "never_at_meetings",
            "region class:term meetings:integer",
            [
                (region_name(base, code), cls, len(meetings[code]))
                for code in covered
                if meetings[code]
                for cls in WATCHED
                if not any(cls in classes for classes in meetings[code].values())
            ],
            limit=options.top,
        ),
    ]
    figures: dict[str, Value] = {"regencies_covered": len(covered)}
    never, total = _never_seen(base, covered, options)
    if never is None:
        notes.append(Note("no_gazetteer"))
    else:
        tables.insert(0, never)
        figures["units_expected"] = total
        figures["units_never_seen"] = len(never.rows) + never.more
        figures["never_seen_share"] = ratio(len(never.rows) + never.more, total)
    figures["never_together"] = len(tables[-2].rows) + tables[-2].more
    figures["never_at_meetings"] = len(tables[-1].rows) + tables[-1].more
    return section("silence", figures, tables, notes)


# One of each is expected in every regency; the pairs are those that election security rests on.
WATCHED = ("ElectionCommission", "ElectionSupervisor", "PoliceUnit", "MilitaryCommand", "RegionalGovernment")
PAIRS = (
    ("ElectionCommission", "PoliceUnit"),
    ("ElectionSupervisor", "PoliceUnit"),
    ("ElectionCommission", "ElectionSupervisor"),
    ("ElectionCommission", "MilitaryCommand"),
    ("PoliceUnit", "MilitaryCommand"),
)


def _present(base: KnowledgeBase, covered: list[str], kind: str | None = None) -> Mapping[str, dict[str, set[str]]]:
    """For each regency its held events, and the classes of its own institutions that took part in each."""
    incidence = at_events(base, "institutions")
    classes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for actor, unit in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        entity = base.entities[incidence.actors[actor]]
        classes[incidence.units[unit]].add((entity.cls, (entity.region or "")[:REGENCY]))
    found: dict[str, dict[str, set[str]]] = {code: {} for code in covered}
    for event in base.events.values():
        if event.status != "held" or (kind and event.kind != kind):
            continue
        own = {event.region[:REGENCY]} if event.region else {code for _, code in classes.get(event.id, ())}
        for code in own & set(covered):
            found[code][event.id] = {cls for cls, region in classes.get(event.id, ()) if region in (code, "")}
    return found


def _apart(base: KnowledgeBase, covered: list[str], seen: Mapping[str, dict[str, set[str]]]) -> list[tuple[Value, ...]]:
    """Pairs of classes that both took part in something in a regency, and never in the same event."""
    rows: list[tuple[Value, ...]] = []
    for code in covered:
        present = set().union(*seen[code].values()) if seen[code] else set()
        rows.extend(
            (region_name(base, code), left, right, len(seen[code]))
            for left, right in PAIRS
            if left in present and right in present
            and not any(left in classes and right in classes for classes in seen[code].values())
        )  # fmt: skip
    return rows


def _never_seen(base: KnowledgeBase, covered: list[str], options: Options) -> tuple[Table | None, int]:
    return None, 0
