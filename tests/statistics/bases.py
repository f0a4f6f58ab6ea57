"""Small knowledge bases for tests: say who was at which event, in which article, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.graph.knowledge_base import KnowledgeBase
from kg.model import (
    ArticleNode,
    CoOccurrence,
    Entity,
    EntityClass,
    Event,
    Evidence,
    Parent,
    Participation,
    Post,
    Posting,
    Role,
)

Presence = tuple[str, str] | tuple[str, str, str]  # actor, event, and the article that says so


def person(name: str, **more: object) -> Entity:
    return Entity(id=f"person/{name}", cls="Person", type=None, name=name, **more)  # type: ignore[arg-type]


def body(name: str, cls: EntityClass = "PoliceUnit", region: str | None = None, above: str | None = None) -> Entity:
    parents = (Parent(above),) if above else ()
    return Entity(id=f"institution/{name}", cls=cls, type=None, name=name, region=region, parents=parents)


def article(
    name: str, outlet: str = "Kabar A", day: str | None = "2024-05-01", copy_of: str | None = None
) -> ArticleNode:
    return ArticleNode(
        f"article/{name}", name, f"Judul {name}", f"https://a.example/{name}", outlet, day, "0" * 64, copy_of
    )


def event(name: str, day: str | None = "2024-05-01", **more: object) -> Event:
    given = {"kind": "meeting", "precision": "day" if day else "none", "status": "held", "place": None, "region": None}
    return Event(id=f"event/{name}", name=name, date=day, reports=(), **(given | more))  # type: ignore[arg-type]


def quote(of: str, text: str = "mereka hadir", start: int = 0) -> Evidence:
    return Evidence(of, start, start + len(text), text)


def part(
    actor: str,
    at: str,
    articles: Iterable[str] = ("a1",),
    *,
    role: Role = "attended",
    confidence: float = 0.9,
    status: str = "accepted",
    acted_as: str | None = None,
    behalf: str | None = None,
) -> Participation:
    name = f"claim/{actor}-{at}-{role}-{behalf or ''}"
    shown = tuple(quote(a) for a in articles)
    return Participation(name, at, actor, role, acted_as, behalf, status, confidence, ("r",), shown)  # type: ignore[arg-type]


def posting(who: str, post: str, where: str, articles: Iterable[str] = ("a1",), status: str = "accepted") -> Posting:
    return Posting(
        f"claim/{who}-{post}", who, post, where, None, None, former=False, first_seen=None, last_seen=None,
        start_asserted=None, end_asserted=None, status=status, confidence=0.9, rules=("r",),  # type: ignore[arg-type]
        evidence=tuple(quote(a) for a in articles),
    )  # fmt: skip


def together(left: str, right: str, articles: Iterable[str]) -> CoOccurrence:
    one, two = sorted((left, right))
    found = tuple(sorted(articles))
    return CoOccurrence(f"cooccurrence/{one}+{two}", (one, two), "article", len(found), found)


def base(*nodes: object) -> KnowledgeBase:
    """A knowledge base of nodes in any order."""
    kinds: Mapping[type, str] = {
        ArticleNode: "articles", Entity: "entities", Event: "events", Post: "posts", Posting: "postings",
        Participation: "participations", CoOccurrence: "cooccurrences",
    }  # fmt: skip
    found: dict[str, dict[str, object]] = {name: {} for name in kinds.values()}
    for node in nodes:
        found[kinds[type(node)]][node.id] = node  # type: ignore[attr-defined]
    return KnowledgeBase(**{name: dict(sorted(values.items())) for name, values in found.items()})  # type: ignore[arg-type]


def meetings(presences: Iterable[Presence]) -> KnowledgeBase:
    """Persons at events: each presence is (person, event), or (person, event, article)."""
    rows = [(p[0], p[1], p[2] if len(p) == 3 else "a1") for p in presences]
    claims: dict[tuple[str, str], list[str]] = {}
    for who, what, source in rows:
        claims.setdefault((who, what), []).append(source)
    return base(
        *(person(who) for who in sorted({r[0] for r in rows})),
        *(event(what) for what in sorted({r[1] for r in rows})),
        *(article(source, outlet=f"Kabar {source[0]}") for source in sorted({r[2] for r in rows})),
        *(part(f"person/{who}", f"event/{what}", found) for (who, what), found in claims.items()),
    )
