"""KnowledgeBase → nodes and edges as flat rows: what GraphML, GEXF and the tables have in common.

An edge knows whether it was claimed, derived from the gazetteer or only counted; a claim's edge has the first quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Statement

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node. `kind` is entity, event, post, region or article; `cls` the class within it."""

    id: str
    kind: str
    cls: str
    type: str
    label: str
    aliases: str
    region: str
    date: str
    status: str
    context: bool
    nil: bool
    url: str


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """An edge. `basis` is claim, structure or cooccurrence; `weight` counts quotes or common places."""

    id: str
    source: str
    target: str
    relation: str
    basis: str
    weight: int
    confidence: float
    status: str
    first_seen: str
    last_seen: str
    articles: str
    quote: str


def node_rows(base: KnowledgeBase) -> list[NodeRow]:
    """Every entity, event, post, region and article, by id."""
    rows = [
        _node(e.id, "entity", e.cls, e.name, type=e.type or "", aliases=" | ".join(e.aliases), region=e.region or "",
              context=e.context, nil=e.nil)
        for e in base.entities.values()
    ]  # fmt: skip
    rows += [
        _node(v.id, "event", "Event", v.name, type=v.kind, region=v.region or "", date=v.date or "", status=v.status)
        for v in base.events.values()
    ]
    rows += [_node(p.id, "post", "Post", p.label, type=p.role or "") for p in base.posts.values()]
    rows += [_node(r.id, "region", "Region", r.name, type=r.type, region=r.code) for r in base.regions.values()]
    rows += [
        _node(a.id, "article", "Article", a.title or a.article, date=a.published or "", url=a.url or "")
        for a in base.articles.values()
    ]
    return sorted(rows, key=lambda row: row.id)


def edge_rows(base: KnowledgeBase) -> list[EdgeRow]:
    """Every edge between nodes that are in the graph, by id."""
    known = {row.id for row in node_rows(base)}
    rows = [row for row in _edges(base) if row.source in known and row.target in known]
    return sorted(rows, key=lambda row: row.id)


def to_networkx(base: KnowledgeBase) -> nx.MultiDiGraph[str]:
    """The rows as a networkx graph, inserted in order, so that its writers give the same bytes again."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in node_rows(base):
        graph.add_node(node.id, **_attributes(node, {"id"}))
    for edge in edge_rows(base):
        graph.add_edge(edge.source, edge.target, key=edge.id, **_attributes(edge, {"id", "source", "target"}))
    return graph


def _edges(base: KnowledgeBase) -> Iterator[EdgeRow]:
    yield from _structure(base)
    yield from _events(base)
    for posting in base.postings.values():
        relation = "formerlyHeldPost" if posting.former else "holdsPost"
        yield _claim(posting, posting.person, posting.post, relation, posting.first_seen, posting.last_seen)
    for part in base.participations.values():
        day = base.events[part.event].date if part.event in base.events else None
        yield _claim(part, part.participant, part.event, part.role, day, day)
        if part.on_behalf_of:
            yield _claim(part, part.participant, part.on_behalf_of, "onBehalfOf", day, day, suffix="#for")
    for pair in base.cooccurrences.values():
        yield _edge(
            pair.id, *pair.between, "coOccursWith", basis="cooccurrence", weight=pair.count, status=pair.scope,
            articles=" | ".join(pair.articles),
        )  # fmt: skip


def _structure(base: KnowledgeBase) -> Iterator[EdgeRow]:
    """What the ontology and the gazetteer say: offices in institutions, institutions in regions, units under units."""
    regions = {region.code: region.id for region in base.regions.values()}
    for post in base.posts.values():
        yield _edge(f"{post.id}#in", post.id, post.institution, "postIn")
    for entity in base.entities.values():
        if entity.region in regions:
            yield _edge(f"{entity.id}#jurisdiction", entity.id, regions[entity.region], "jurisdiction")
        for parent in entity.parents:
            if parent.end is None:
                superior = parent.id if parent.id in base.entities else f"institution/{parent.id}"
                name = f"{entity.id}#under#{parent.id}#{parent.start or ''}"
                yield _edge(name, entity.id, superior, "subOrganizationOf", first_seen=parent.start or "")
    for region in base.regions.values():
        if region.parent:
            yield _edge(f"{region.id}#part", region.id, regions.get(region.parent, region.parent), "partOf")


def _events(base: KnowledgeBase) -> Iterator[EdgeRow]:
    """Where events were, and which articles tell of them."""
    articles = {node.article: node.id for node in base.articles.values()}
    regions = {region.code: region.id for region in base.regions.values()}
    for event in base.events.values():
        if event.region in regions:
            yield _edge(f"{event.id}#region", event.id, regions[event.region], "region")
        for report in event.reports:
            if report in articles:
                yield _edge(f"{event.id}#in#{articles[report]}", event.id, articles[report], "reportedIn")


def _claim(
    claim: Statement, source: str, target: str, relation: str, first: str | None, last: str | None, *, suffix: str = ""
) -> EdgeRow:
    return _edge(
        claim.id + suffix, source, target, relation, basis="claim", weight=len(claim.evidence),
        confidence=claim.confidence, status=claim.status, first_seen=first or "", last_seen=last or "",
        articles=" | ".join(sorted({item.article for item in claim.evidence})),
        quote=claim.evidence[0].quote if claim.evidence else "",
    )  # fmt: skip


def _node(identifier: str, kind: str, cls: str, label: str, **given: Any) -> NodeRow:
    empty: dict[str, Any] = {
        "type": "", "aliases": "", "region": "", "date": "", "status": "", "context": False, "nil": False, "url": "",
    }  # fmt: skip
    return NodeRow(id=identifier, kind=kind, cls=cls, label=label, **(empty | given))


def _edge(identifier: str, source: str, target: str, relation: str, **given: Any) -> EdgeRow:
    empty: dict[str, Any] = {
        "basis": "structure", "weight": 1, "confidence": 1.0, "status": "accepted", "first_seen": "", "last_seen": "",
        "articles": "", "quote": "",
    }  # fmt: skip
    return EdgeRow(id=identifier, source=source, target=target, relation=relation, **(empty | given))


def _attributes(row: NodeRow | EdgeRow, without: set[str]) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row) if field.name not in without}
