"""KnowledgeBase → nodes and edges as flat rows: what GraphML, GEXF and the tables have in common.

An edge knows whether it was claimed, derived from the gazetteer or only counted; a claim's edge has the first quote.
The rows come one after another: what is known is walked through once for the nodes and once for the edges.
"""

from __future__ import annotations

import heapq
from collections.abc import Container, Iterator, Mapping
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from kg.graph.article_ids import ArticleIds
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.ordering import in_order
from kg.graph.pairs import InScope
from kg.graph.stored import complete
from kg.model import CoOccurrence, Statement

if TYPE_CHECKING:
    import networkx as nx


class NodeRow(NamedTuple):
    """A node. `kind` is entity, event, post, region or article; `cls` the class within it."""

    id: str
    kind: str
    cls: str
    type: str = ""
    label: str = ""
    aliases: str = ""
    region: str = ""
    date: str = ""
    status: str = ""
    context: bool = False
    nil: bool = False
    url: str = ""


class EdgeRow(NamedTuple):
    """An edge. `basis` is claim, structure or cooccurrence; `weight` counts quotes or common places."""

    id: str
    source: str
    target: str
    relation: str
    basis: str = "structure"
    weight: int = 1
    confidence: float = 1.0
    status: str = "accepted"
    first_seen: str = ""
    last_seen: str = ""
    articles: str = ""
    quote: str = ""


def node_rows(base: KnowledgeBase) -> Iterator[NodeRow]:
    """Every entity, event, post, region and article, by id."""
    kinds = (
        (
            NodeRow(e.id, "entity", e.cls, e.type or "", e.name, " | ".join(e.aliases), e.region or "",
                    context=e.context, nil=e.nil)
            for e in in_order(base.entities)
        ),
        (
            NodeRow(v.id, "event", "Event", v.kind, v.name, region=v.region or "", date=v.date or "", status=v.status)
            for v in in_order(base.events)
        ),
        (NodeRow(p.id, "post", "Post", p.role or "", p.label, " | ".join(p.aliases)) for p in in_order(base.posts)),
        (NodeRow(r.id, "region", "Region", r.type, r.name, region=r.code) for r in in_order(base.regions)),
        (
            NodeRow(a.id, "article", "Article", "", a.title or a.article, date=a.published or "", url=a.url or "")
            for a in in_order(base.articles)
        ),
    )  # fmt: skip
    return heapq.merge(*kinds, key=attrgetter("id"))


def edge_rows(base: KnowledgeBase, nodes: Container[str] | None = None) -> Iterator[EdgeRow]:
    """Every edge between nodes of the graph, kind by kind and by id; `nodes` are their ids when these are at hand."""
    known = {row.id for row in node_rows(base)} if nodes is None else nodes
    return (row for row in _edges(base) if row.source in known and row.target in known)


def to_networkx(base: KnowledgeBase) -> nx.MultiDiGraph[str]:
    """The rows as a networkx graph, inserted in order, so that its writers give the same bytes again."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in node_rows(base):
        graph.add_node(node.id, **dict(zip(node._fields[1:], node[1:], strict=True)))
    for edge in edge_rows(base, graph):
        graph.add_edge(edge.source, edge.target, key=edge.id, **dict(zip(edge._fields[3:], edge[3:], strict=True)))
    return graph


def _edges(base: KnowledgeBase) -> Iterator[EdgeRow]:
    days: dict[str, str | None] = {}
    yield from structure_rows(base, days)
    yield from claim_rows(base, days)
    for pair in in_order(base.cooccurrences):
        yield pair_row(*pair.between, pair)


def structure_rows(base: KnowledgeBase, days: dict[str, str | None]) -> Iterator[EdgeRow]:
    """What no sentence claims, and where events were and who tells of them; on what day each was is noted."""
    yield from _structure(base)
    yield from _events(base, days)


def claim_rows(base: KnowledgeBase, days: Mapping[str, str | None]) -> Iterator[EdgeRow]:
    """Postings, then participations, which happened on the days of their events."""
    for posting in in_order(base.postings):
        relation = "formerlyHeldPost" if posting.former else "holdsPost"
        yield _claim(posting, posting.person, posting.post, relation, posting.first_seen, posting.last_seen)
    for part in in_order(base.participations):
        day = days.get(part.event)
        yield _claim(part, part.participant, part.event, part.role, day, day)
        if part.on_behalf_of:
            yield _claim(part, part.participant, part.on_behalf_of, "onBehalfOf", day, day, suffix="#for")


def pair_row(one: str, other: str, pair: CoOccurrence | InScope) -> EdgeRow:
    """A co-occurrence of two in a scope."""
    return EdgeRow(
        pair.id, one, other, "coOccursWith", "cooccurrence", pair.count, status=pair.scope,
        articles=" | ".join(pair.articles),
    )  # fmt: skip


def _structure(base: KnowledgeBase) -> Iterator[EdgeRow]:
    """What the ontology and the gazetteer say: offices in institutions, institutions in regions, units under units."""
    regions = {region.code: region.id for region in base.regions.values()}
    for post in in_order(base.posts):
        yield EdgeRow(f"{post.id}#in", post.id, post.institution, "postIn")
    for entity in in_order(base.entities):
        if entity.region in regions:
            yield EdgeRow(f"{entity.id}#jurisdiction", entity.id, regions[entity.region], "jurisdiction")
        for parent in entity.parents:
            if parent.end is None:
                known = parent.id.startswith("institution/") or parent.id in base.entities
                superior = parent.id if known else f"institution/{parent.id}"
                name = f"{entity.id}#under#{parent.id}#{parent.start or ''}"
                yield EdgeRow(name, entity.id, superior, "subOrganizationOf", first_seen=parent.start or "")
    for region in in_order(base.regions):
        if region.parent:
            yield EdgeRow(f"{region.id}#part", region.id, regions.get(region.parent, region.parent), "partOf")


def _events(base: KnowledgeBase, days: dict[str, str | None]) -> Iterator[EdgeRow]:
    """Where events were, and which articles tell of them; on what day each was is noted."""
    articles = ArticleIds(base)
    listed = None if complete(base) else {node.article for node in base.articles.values()}
    regions = {region.code: region.id for region in base.regions.values()}
    for event in in_order(base.events):
        days[event.id] = intern(event.date) if event.date else event.date
        if event.region in regions:
            yield EdgeRow(f"{event.id}#region", event.id, regions[event.region], "region")
        for report in event.reports:
            if listed is None or report in listed:
                yield EdgeRow(f"{event.id}#in#{articles[report]}", event.id, articles[report], "reportedIn")


def _claim(
    claim: Statement, source: str, target: str, relation: str, first: str | None, last: str | None, *, suffix: str = ""
) -> EdgeRow:
    shown = claim.evidence
    articles = shown[0].article if len(shown) == 1 else " | ".join(sorted({item.article for item in shown}))
    return EdgeRow(
        claim.id + suffix, source, target, relation, "claim", len(shown), claim.confidence, claim.status,
        first or "", last or "", articles, shown[0].quote if shown else "",
    )  # fmt: skip
