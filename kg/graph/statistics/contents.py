"""KnowledgeBase → what is in it: articles, outlets, months, regions, entities, claims, events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.graph.incidence import sources
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import outlet_of
from kg.graph.statistics.tables import Section, Table, Value, ratio, section, table
from kg.model import Participation, Posting

LEVELS = {0: "national", 2: "province", 5: "regency", 8: "district"}  # length of a Kemendagri code
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)


def level_of(code: str | None) -> str:
    """How far down a region code reaches."""
    return LEVELS.get(len(code or ""), "village")


def region_name(base: KnowledgeBase, code: str | None) -> str:
    """A region with its name where the graph knows it."""
    if not code:
        return "–"
    known = base.regions.get(f"region/{code}")
    return f"{known.name} ({code})" if known else code


def contents(base: KnowledgeBase, options: Options) -> Section:
    """Counts of everything; the words of each line are defined in docs/statistics.md."""
    named = [entity for entity in base.entities.values() if not entity.context]
    months = sorted(
        {node.published[:7] for node in base.articles.values() if node.published and len(node.published) >= 7}
    )
    claims = list(base.statements())
    figures: dict[str, Value] = {
        "articles": len(base.articles),
        "sources": len(set(sources(base).values()) & {node.article for node in base.articles.values()}),
        "copies": sum(node.copy_of is not None for node in base.articles.values()),
        "outlets": len({outlet for node in base.articles.values() if (outlet := outlet_of(node))}),
        "first_month": months[0] if months else None,
        "last_month": months[-1] if months else None,
        "months": len(months),
        "undated_articles": sum(not node.published for node in base.articles.values()),
        "regencies": len({entity.region[:5] for entity in named if entity.region and len(entity.region) >= 5}),
        "entities": len(named),
        "context_entities": len(base.entities) - len(named),
        "nil_share": ratio(sum(entity.nil for entity in named), len(named)),
        "events": len(base.events),
        "events_held": sum(event.status == "held" for event in base.events.values()),
        "posts": len(base.posts),
        "postings": len(base.postings),
        "participations": len(base.participations),
        "cooccurrences": len(base.cooccurrences),
        "conflicts": sum(claim.status == "conflict" for claim in claims),
        "rejected": sum(claim.status == "rejected" for claim in claims),
    }
    return section("contents", figures, _tables(base, options))


def _tables(base: KnowledgeBase, options: Options) -> Iterable[Table]:
    named = [entity for entity in base.entities.values() if not entity.context]
    claims = list(base.statements())
    yield _outlets(base, options)
    yield table("months", "month articles:integer", _months(base))
    yield table(
        "classes",
        "class:term entities:integer nil:integer nil_share:share with_region:integer",
        [
            (cls, count, nil, ratio(nil, count), regional)
            for cls, count in _ranked(entity.cls for entity in named)
            for nil in [sum(e.nil for e in named if e.cls == cls)]
            for regional in [sum(e.region is not None for e in named if e.cls == cls)]
        ],
    )
    yield table(
        "levels",
        "level:term institutions:integer",
        _ranked(level_of(e.region) for e in named if e.cls != "Person"),
    )
    yield table("provinces", "region entities:integer events:integer", _provinces(base), limit=options.top)
    yield table("predicates", "predicate:term accepted:integer conflict:integer rejected:integer", _predicates(base))
    yield table("events", "kind:term held:integer planned:integer other:integer dated:integer", _events(base))
    yield table(
        "confidence",
        "from:number to:number claims:integer share:share",
        [
            (low, high, count, ratio(count, len(claims)))
            for low, high in zip(BINS, (*BINS[1:], 1.0), strict=True)
            for count in [sum(low <= c.confidence < high or (high == c.confidence == 1.0) for c in claims)]
        ],
    )
    origin = sources(base)
    backed = Counter(min(4, len({origin.get(e.article, e.article) for e in claim.evidence})) for claim in claims)
    yield table(
        "support",
        "sources claims:integer share:share",
        [("4+" if n == 4 else str(n), backed[n], ratio(backed[n], len(claims))) for n in sorted(backed)],
    )


def _ranked(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))


def _outlets(base: KnowledgeBase, options: Options) -> Table:
    copies = Counter(outlet_of(node) or "–" for node in base.articles.values() if node.copy_of)
    counts = _ranked(outlet_of(node) or "–" for node in base.articles.values())
    rows = [(name, count, copies[name], ratio(count, len(base.articles))) for name, count in counts]
    return table("outlets", "outlet articles:integer copies:integer share:share", rows, limit=options.top)


def _months(base: KnowledgeBase) -> list[tuple[str, int]]:
    return sorted(Counter(node.published[:7] for node in base.articles.values() if node.published).items())


def _provinces(base: KnowledgeBase) -> list[tuple[Value, ...]]:
    entities = Counter(e.region[:2] for e in base.entities.values() if e.region and not e.context)
    events = Counter(e.region[:2] for e in base.events.values() if e.region)
    codes = sorted(entities | events, key=lambda code: (-entities[code], code))
    return [(region_name(base, code), entities[code], events[code]) for code in codes]


def _predicates(base: KnowledgeBase) -> list[tuple[Value, ...]]:
    counts: dict[str, Counter[str]] = {}
    for claim in base.statements():
        match claim:
            case Posting():
                names = ["posting"]
            case Participation():
                names = [claim.role, *(["delegation"] if claim.on_behalf_of else [])]
        for name in names:
            counts.setdefault(name, Counter())[claim.status] += 1
    order = ("posting", "led", "organised", "attended", "delegation")
    return [
        (name, counts[name]["accepted"], counts[name]["conflict"], counts[name]["rejected"])
        for name in order
        if name in counts
    ]


def _events(base: KnowledgeBase) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for kind, count in _ranked(event.kind for event in base.events.values()):
        same = [event for event in base.events.values() if event.kind == kind]
        held = sum(event.status == "held" for event in same)
        planned = sum(event.status == "planned" for event in same)
        rows.append((kind, held, planned, count - held - planned, sum(event.date is not None for event in same)))
    return rows
