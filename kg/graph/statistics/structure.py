"""KnowledgeBase → how it hangs together: components, communities, density, assortativity, chain of command."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import numpy as np
from scipy.sparse.csgraph import connected_components

from kg.graph.communities import agreement, communities, modularity
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Section, Value, ratio, section, table

COMMUNITIES = "community:integer actors:integer ties:integer names regions classes:term events member_ids:id"


def structure(subject: Subject, options: Options) -> Section:
    """Figures of the whole graph, and its communities with the names that explain them."""
    ties, incidence = subject.ties, subject.incidence
    count, links = ties.shape[0], ties.nnz // 2
    figures: dict[str, Value] = {
        "actors": count,
        "units": len(incidence.units),
        "memberships": len(incidence.actor),
        "ties": links,
        "density": ratio(2 * links, count * (count - 1)),
        "bipartite_density": ratio(len(incidence.actor), count * len(incidence.units)),
    }
    components = connected_components(ties, directed=False)[1] if count else np.zeros(0, dtype=np.int64)
    sizes = np.bincount(components) if count else np.zeros(0, dtype=np.int64)
    figures["components"] = len(sizes)
    figures["largest_component"] = int(sizes.max(initial=0))
    figures["largest_share"] = ratio(int(sizes.max(initial=0)), count)
    figures["alone"] = int((sizes == 1).sum())
    classes = [subject.cls(at) for at in range(count)]
    figures["assortativity_class"] = assortativity(ties.indptr, ties.indices, classes)
    figures["assortativity_region"] = _regional(subject)
    membership = communities(ties, seed=options.seed)
    figures["modularity"] = modularity(ties, membership)
    figures["communities"] = sum(1 for size in np.bincount(membership, minlength=1) if size > 1)
    figures["communities_agreement"] = agreement(membership, communities(ties, seed=options.seed + 1000, tries=1))
    figures |= _chain(subject)
    spread = Counter(int(size) for size in sizes)
    return section(
        "structure",
        figures,
        [
            table("communities", COMMUNITIES, _described(subject, membership), limit=options.top),
            table("components", "actors:integer components:integer", sorted(spread.items(), reverse=True),
                  limit=options.top),
        ],
        subject.notes,
    )  # fmt: skip


def assortativity(indptr: np.ndarray, indices: np.ndarray, labels: list[str]) -> float | None:
    """Newman's assortativity of labels: 1 when ties stay inside a label, 0 when they fall as by chance.

    M. E. J. Newman, "Mixing patterns in networks", Physical Review E 67, 026126 (2003), equation 2.
    """
    names = {label: number for number, label in enumerate(sorted(set(labels)))}
    if len(indices) == 0 or len(names) < 2:
        return None
    codes = np.array([names[label] for label in labels])
    left = np.repeat(codes, np.diff(indptr))
    mixing = np.zeros((len(names), len(names)))
    np.add.at(mixing, (left, codes[indices]), 1.0)
    mixing /= mixing.sum()
    chance = float((mixing.sum(axis=0) * mixing.sum(axis=1)).sum())
    return None if chance >= 1 else (float(np.trace(mixing)) - chance) / (1 - chance)


def _regional(subject: Subject) -> float | None:
    """Assortativity by regency, among the actors that have one."""
    actors = subject.incidence.actors
    codes = [subject.homes.get(actor) for actor in actors]
    known = np.array([at for at, code in enumerate(codes) if code and len(code) >= 5], dtype=np.int64)
    part = subject.ties[known][:, known]
    return assortativity(part.indptr, part.indices, [(codes[at] or "")[:5] for at in known])


def _chain(subject: Subject) -> dict[str, Value]:
    """Each unit → the unit above it, as a graph: how deep it is, and its cycles."""
    actors = subject.facts.actors
    units = sum(cls != "Person" for cls in actors.classes)
    at = actors.numbers.at
    links = sorted({(unit, at[above]) for unit, above in actors.parents if at.get(above, actors.known) < actors.known})
    ends = {end for link in links for end in link}
    graph: nx.DiGraph[int] = nx.DiGraph(links)
    acyclic = nx.is_directed_acyclic_graph(graph)
    return {
        "chain_units": units + sum(actors.classes[end] == "Person" for end in ends),
        "chain_links": len(links),
        "chain_depth": nx.dag_longest_path_length(graph) if acyclic and units else None,
        "chain_cycles": 0 if acyclic else sum(len(group) > 1 for group in nx.strongly_connected_components(graph)),
    }


def _described(subject: Subject, membership: np.ndarray) -> list[tuple[Value, ...]]:
    """Each community of more than one: who is strongest inside, where, of which classes, by which events."""
    facts, incidence, ties = subject.facts, subject.incidence, subject.ties
    coo = ties.tocoo()
    inside = membership[coo.row] == membership[coo.col]
    strength = np.bincount(coo.row[inside], weights=coo.data[inside], minlength=len(membership))
    links = np.bincount(membership[coo.row[inside]], minlength=int(membership.max(initial=0)) + 1)
    members: dict[int, list[int]] = {}
    for at, group in enumerate(membership.tolist()):
        members.setdefault(group, []).append(at)
    kinds: dict[int, Counter[str]] = {}
    events = facts.events
    numbers = [events.numbers.at.get(unit, events.known) for unit in incidence.units]
    named = [events.names[n] if n < events.known else u for n, u in zip(numbers, incidence.units, strict=True)]
    for group, unit in zip(membership[incidence.actor].tolist(), incidence.unit.tolist(), strict=True):
        kinds.setdefault(group, Counter())[named[unit]] += 1
    rows: list[tuple[Value, ...]] = []
    for group in sorted(members):
        people = sorted(members[group], key=lambda at: (-round(float(strength[at]), 9), subject.name(at)))
        if len(people) < 2:
            continue
        ids = [incidence.actors[at] for at in people]
        regions = Counter(code[:5] for actor in ids if (code := subject.region(actor)))
        classes = Counter(subject.cls(at) for at in people)
        rows.append((
            group + 1, len(people), int(links[group]) // 2,
            "; ".join(subject.name(at) for at in people[:4]),
            "; ".join(facts.region_name(code) for code, _ in _first(regions, 2)),
            " ".join(name for name, _ in _first(classes, 2)),
            "; ".join(name for name, _ in _first(kinds.get(group, Counter()), 2)),
            " ".join(ids),
        ))  # fmt: skip
    return rows


def _first(counts: Counter[str], number: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:number]
