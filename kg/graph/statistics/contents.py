"""KnowledgeBase → what is in it: articles, outlets, months, regions, entities, claims, events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from kg.graph.facts import ROLES, STATUSES, Claims, Facts, sources
from kg.graph.incidence import REJECTED
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Section, Table, Value, ratio, section, table

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


def contents(subject: Subject, options: Options) -> Section:
    """Counts of everything; the words of each line are defined in docs/statistics.md."""
    facts = subject.facts
    articles, actors, events, claims = facts.articles, facts.actors, facts.events, facts.claims
    months = sorted({day[:7] for day in articles.published if day and len(day) >= 7})
    named = [at for at in range(actors.known) if not actors.context[at]]
    origins = articles.origin[: articles.known]
    figures: dict[str, Value] = {
        "articles": articles.known,
        "sources": len(np.unique(origins[origins < articles.known])),
        "copies": sum(articles.copy),
        "outlets": len(set(articles.outlets) - {None, ""}),
        "articles_without_outlet": sum(not outlet for outlet in articles.outlets),
        "first_month": months[0] if months else None,
        "last_month": months[-1] if months else None,
        "months": len(months),
        "undated_articles": sum(not day for day in articles.published),
        "regencies": len({code[:5] for at in named if (code := actors.regions[at]) and len(code) >= 5}),
        "entities": len(named),
        "context_entities": actors.known - len(named),
        "nil_share": ratio(sum(actors.nil[at] for at in named), len(named)),
        "events": events.known,
        "events_held": events.status.count("held"),
        "posts": facts.posts,
        "postings": int((claims.event < 0).sum()),
        "participations": int((claims.event >= 0).sum()),
        "cooccurrences": facts.pairs,
        "conflicts": int((claims.status == STATUSES.index("conflict")).sum()),
        "rejected": int((claims.status == REJECTED).sum()),
    }
    return section("contents", figures, _tables(facts, named, options))


def _tables(facts: Facts, named: list[int], options: Options) -> Iterator[Table]:
    actors, claims = facts.actors, facts.claims
    yield _outlets(facts, options)
    months = Counter(day[:7] for day in facts.articles.published if day)
    yield table("months", "month articles:integer", sorted(months.items()))
    nil = Counter(actors.classes[at] for at in named if actors.nil[at])
    regional = Counter(actors.classes[at] for at in named if actors.regions[at] is not None)
    yield table(
        "classes",
        "class:term entities:integer nil:integer nil_share:share with_region:integer",
        [
            (cls, count, nil[cls], ratio(nil[cls], count), regional[cls])
            for cls, count in _ranked(actors.classes[at] for at in named)
        ],
    )
    yield table(
        "levels",
        "level:term institutions:integer",
        _ranked(level_of(actors.regions[at]) for at in named if actors.classes[at] != "Person"),
    )
    yield table("provinces", "region entities:integer events:integer", _provinces(facts, named), limit=options.top)
    yield table("predicates", "predicate:term accepted:integer conflict:integer rejected:integer", _predicates(claims))
    yield table("events", "kind:term held:integer planned:integer other:integer dated:integer", _events(facts))
    count, sure = len(claims.confidence), claims.confidence
    at_least = [int((sure >= low).sum()) for low in BINS]
    within = [(low, high) for low, high in zip(at_least, [*at_least[1:], int((sure > 1).sum())], strict=True)]
    yield table(
        "confidence",
        "from:number to:number claims:integer share:share",
        [
            (low, high, more - fewer, ratio(more - fewer, count))
            for low, high, (more, fewer) in zip(BINS, (*BINS[1:], 1.0), within, strict=True)
        ],
    )
    backed = np.bincount(np.minimum(sources(claims, facts.articles), 4)).tolist()
    yield table(
        "support",
        "sources claims:integer share:share",
        [("4+" if n == 4 else str(n), backed[n], ratio(backed[n], count)) for n in range(len(backed)) if backed[n]],
    )


def _ranked(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))


def _outlets(facts: Facts, options: Options) -> Table:
    articles = facts.articles
    names = [outlet or "–" for outlet in articles.outlets]
    copies = Counter(name for name, copy in zip(names, articles.copy, strict=True) if copy)
    rows = [(name, count, copies[name], ratio(count, len(names))) for name, count in _ranked(names)]
    return table("outlets", "outlet articles:integer copies:integer share:share", rows, limit=options.top)


def _provinces(facts: Facts, named: list[int]) -> list[tuple[Value, ...]]:
    entities = Counter(code[:2] for at in named if (code := facts.actors.regions[at]))
    events = Counter(code[:2] for code in facts.events.regions if code)
    codes = sorted(entities | events, key=lambda code: (-entities[code], code))
    return [(facts.region_name(code), entities[code], events[code]) for code in codes]


def _predicates(claims: Claims) -> list[tuple[Value, ...]]:
    delegated = (claims.event >= 0) & (claims.behalf >= 0)
    chosen = {name: claims.role == at for at, name in enumerate(ROLES)} | {"delegation": delegated}
    counts = {name: np.bincount(claims.status[rows], minlength=len(STATUSES)).tolist() for name, rows in chosen.items()}
    return [(name, *counts[name]) for name in counts if sum(counts[name])]


def _events(facts: Facts) -> list[tuple[Value, ...]]:
    events = facts.events
    dated = Counter(kind for kind, day in zip(events.kinds, events.dates, strict=True) if day is not None)
    ways = Counter(zip(events.kinds, events.status, strict=True))
    rows: list[tuple[Value, ...]] = []
    for kind, count in _ranked(events.kinds):
        held, planned = ways[kind, "held"], ways[kind, "planned"]
        rows.append((kind, held, planned, count - held - planned, dated[kind]))
    return rows
