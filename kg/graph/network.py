"""KnowledgeBase → networkx graphs: bipartite, projected, chain of command, convening; nodes and edges go in sorted.

Statistics use the matrices of `kg.graph.incidence`; these graphs are for those who go on with networkx, for paths, and
for tests. Node ids are entity and event ids; nodes carry `name`, `kind` and `cls`.
"""

from __future__ import annotations

from typing import Literal

import networkx as nx
from scipy import sparse

from kg.graph.incidence import Actors, Incidence, at_events, newman, shared
from kg.graph.knowledge_base import KnowledgeBase

Weights = Literal["newman", "count"]


def bipartite(base: KnowledgeBase, who: Actors = "participation") -> nx.Graph[str]:
    """Actors (`bipartite=0`) and held events (`bipartite=1`); an edge is that the actor took part."""
    incidence = at_events(base, who)
    graph: nx.Graph[str] = nx.Graph()
    for actor in incidence.actors:
        entity = base.entities[actor]
        graph.add_node(actor, bipartite=0, kind="entity", name=entity.name, cls=entity.cls)
    for unit in incidence.units:
        event = base.events[unit]
        graph.add_node(unit, bipartite=1, kind="event", name=event.name, cls="Event")
    for actor_at, unit_at in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        graph.add_edge(incidence.actors[actor_at], incidence.units[unit_at])
    return graph


def projection(base: KnowledgeBase, who: Actors = "participation", weights: Weights = "newman") -> nx.Graph[str]:
    """Actors tied by the events in which both took part, weighted as Newman does or by their count."""
    return named(base, at_events(base, who), weights)


def named(base: KnowledgeBase, incidence: Incidence, weights: Weights = "newman") -> nx.Graph[str]:
    """The projection of an incidence as a graph with names."""
    ties = newman(incidence.matrix) if weights == "newman" else shared(incidence.matrix)
    graph: nx.Graph[str] = nx.Graph()
    for actor in incidence.actors:
        entity = base.entities.get(actor)
        graph.add_node(actor, kind="entity", name=entity.name if entity else actor, cls=entity.cls if entity else "")
    upper = sparse.coo_array(sparse.triu(ties, k=1))
    edges = sorted(zip(upper.row.tolist(), upper.col.tolist(), upper.data.tolist(), strict=True))
    graph.add_weighted_edges_from(
        (incidence.actors[left], incidence.actors[right], weight) for left, right, weight in edges
    )
    return graph


def chain(base: KnowledgeBase) -> nx.DiGraph[str]:
    """Each unit → the unit above it."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for entity in base.entities.values():
        if entity.cls != "Person":
            graph.add_node(entity.id, kind="entity", name=entity.name, cls=entity.cls)
    graph.add_edges_from(
        (entity.id, parent.id)
        for entity in base.entities.values()
        for parent in sorted(entity.parents, key=lambda p: (p.id, p.start or ""))
        if parent.id in base.entities
    )
    return graph


def convening(base: KnowledgeBase) -> nx.DiGraph[str]:
    """Who led or organised a held event → who attended it; `weight` is the number of events."""
    hosts: dict[str, set[str]] = {}
    guests: dict[str, set[str]] = {}
    for claim in base.participations.values():
        event = base.events.get(claim.event)
        if claim.status == "accepted" and event is not None and event.status == "held":
            (guests if claim.role == "attended" else hosts).setdefault(claim.event, set()).add(claim.participant)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for event_id in sorted(hosts):
        for host in sorted(hosts[event_id]):
            for guest in sorted(guests.get(event_id, set()) - hosts[event_id]):
                weight = graph.edges[host, guest]["weight"] + 1 if graph.has_edge(host, guest) else 1
                graph.add_edge(host, guest, weight=weight)
    return graph
