"""KnowledgeBase → what ties one thing to another, with the evidence: shortest paths and neighbourhoods.

Steps run over asserted claims (taking part, holding a post); the chain of command and mere co-occurrence only when
asked. Rejected claims never tie anything.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import networkx as nx

from kg.graph.knowledge_base import KnowledgeBase
from kg.model import EventStatus, Evidence, Participation, Posting

Via = Literal["participation", "posting", "command", "cooccurrence"]
ASSERTED: tuple[Via, ...] = ("participation", "posting")
_SHOWN = 3  # articles that a step names
_LATER = {"participation": 0.0, "posting": 0.0, "command": 0.01, "cooccurrence": 0.02}  # among paths of equal length


@dataclass(frozen=True, slots=True)
class Link:
    """One step between two nodes. `what` is a role, `posting`, `represented`, `command` or a scope."""

    left: str
    right: str
    via: Via
    what: str
    detail: str | None
    statement: str | None
    status: str
    confidence: float
    evidence: tuple[Evidence, ...]
    named_in: tuple[str, ...] = ()  # articles that name both, where no text asserts more
    event_status: EventStatus = "held"  # of the event that it is about

    @property
    def articles(self) -> set[str]:
        """The articles that it rests on."""
        return {shown.article for shown in self.evidence} | set(self.named_in)


def links(base: KnowledgeBase, via: Sequence[Via] = ASSERTED) -> Iterator[Link]:
    """Every step of the kinds asked for, in the order of the statements."""
    if "posting" in via:
        yield from (_of_posting(base, claim) for claim in base.postings.values() if claim.status != "rejected")
    if "participation" in via:
        for part in base.participations.values():
            if part.status != "rejected":
                yield from _of_participation(base, part)
    if "command" in via:
        yield from _of_command(base)
    if "cooccurrence" in via:
        for pair in base.cooccurrences.values():
            more = f" + {len(pair.articles) - _SHOWN}" if len(pair.articles) > _SHOWN else ""
            detail = ", ".join(pair.articles[:_SHOWN]) + more
            left, right = pair.between
            yield Link(left, right, "cooccurrence", pair.scope, detail, None, "accepted", 1.0, (), pair.articles)


def _of_command(base: KnowledgeBase) -> Iterator[Link]:
    for entity in base.entities.values():
        for parent in entity.parents:
            if parent.id in base.entities:
                yield Link(entity.id, parent.id, "command", "command", None, None, "accepted", 1.0, ())


def _of_posting(base: KnowledgeBase, posting: Posting) -> Link:
    post = base.posts.get(posting.post)
    return Link(
        posting.person, posting.institution, "posting", "posting", post.label if post else None, posting.id,
        posting.status, posting.confidence, posting.evidence,
    )  # fmt: skip


def _of_participation(base: KnowledgeBase, part: Participation) -> Iterator[Link]:
    post = base.posts.get(part.acted_as) if part.acted_as else None
    event = base.events.get(part.event)
    shared = (part.id, part.status, part.confidence, part.evidence, (), event.status if event else "held")
    yield Link(part.participant, part.event, "participation", part.role, post.label if post else None, *shared)
    if part.on_behalf_of:
        detail = base.entities[part.participant].name if part.participant in base.entities else None
        yield Link(part.on_behalf_of, part.event, "participation", "represented", detail, *shared)
    if post is not None and post.institution != part.participant:
        yield Link(post.institution, part.event, "participation", "through", post.label, *shared)


def relation_graph(base: KnowledgeBase, via: Sequence[Via] = ASSERTED, *, held: bool = False) -> nx.Graph[str]:
    """Entities and events with the links of each pair, the best first, as `links`.

    `held` leaves out events that were only planned or were called off.
    """
    found: dict[tuple[str, str], list[Link]] = {}
    for link in links(base, via):
        if link.left != link.right and not (held and link.event_status != "held"):
            found.setdefault((min(link.left, link.right), max(link.left, link.right)), []).append(link)
    graph: nx.Graph[str] = nx.Graph()
    for (left, right), same in sorted(found.items()):
        ordered = sorted(same, key=lambda k: (_cost(k), k.what == "through", k.what, k.statement or ""))
        graph.add_edge(left, right, weight=_cost(ordered[0]), links=tuple(ordered))
    return graph


def _cost(link: Link) -> float:
    """A step, and a little more for what is less sure; never enough to make a longer path cheaper."""
    return 1 + _LATER[link.via] + 0.001 * (1 - link.confidence) + (0.005 if link.status == "conflict" else 0.0)


def paths(
    base: KnowledgeBase, start: str, end: str, *, via: Sequence[Via] = ASSERTED, most: int = 1
) -> list[list[str]]:
    """Up to `most` shortest paths between two nodes, the surest first; none when they are not connected.

    No path leads through an event that was only planned, or was called off: nobody met there.
    """
    graph = relation_graph(base, via, held=True)
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return []
    if most == 1:
        return [nx.shortest_path(graph, start, end, weight="weight")]
    return list(islice(nx.shortest_simple_paths(graph, start, end, weight="weight"), most))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node with its distance from where one began, and the node and links through which it is nearest."""

    id: str
    steps: int
    through: str
    links: tuple[Link, ...]
    sources: int  # independent ones: near copies of an article count as the one that they copy


def neighbours(base: KnowledgeBase, start: str, *, depth: int = 1, via: Sequence[Via] = ASSERTED) -> list[Neighbour]:
    """Everything within so many steps: the nearest first, then what most sources tell; an event between two people is
    a step of its own."""
    graph = relation_graph(base, via)
    if start not in graph:
        return []
    found: list[Neighbour] = []
    original = {node.article: node.copy_of for node in base.articles.values() if node.copy_of}
    seen, queue = {start}, deque([(start, 0)])
    while queue:
        node, steps = queue.popleft()
        if steps == depth:
            continue
        for other in _sorted(base, graph[node]):
            if other not in seen:
                seen.add(other)
                told: tuple[Link, ...] = graph.edges[node, other]["links"]
                articles = {original.get(article, article) for link in told for article in link.articles}
                found.append(Neighbour(other, steps + 1, node, told, len(articles)))
                queue.append((other, steps + 1))
    return sorted(found, key=lambda one: (one.steps, -one.sources, name_of(base, one.id), one.id))


def _sorted(base: KnowledgeBase, nodes: Iterable[str]) -> list[str]:
    return sorted(nodes, key=lambda node: (name_of(base, node), node))


def name_of(base: KnowledgeBase, node: str) -> str:
    """The name of an entity or event."""
    known = base.entities.get(node) or base.events.get(node)
    return known.name if known else node


def kind_of(base: KnowledgeBase, node: str) -> str:
    """The class of an entity, or the kind of an event."""
    if node in base.events:
        return base.events[node].kind
    return base.entities[node].cls if node in base.entities else "–"
