"""KnowledgeBase → who matters: degree, weighted degree, betweenness, PageRank, core, cut points; and by class."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from kg.graph import measures
from kg.graph.network import convening
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Note, Section, Table, Value, section, table

COLUMNS = (
    "rank:integer name class:term events:integer degree:integer strength:number betweenness:number pagerank:number"
    " core:integer cut:term id:id"
)


def rankings(subject: Subject, options: Options) -> Section:
    """Everyone's place in the graph, by the measure asked for; equal values share a rank."""
    ties = subject.ties
    graph = measures.plain_graph(ties)
    between = _betweenness(subject, options)
    values: dict[str, NDArray[np.float64]] = {
        "degree": measures.degree(ties).astype(np.float64),
        "strength": measures.strength(ties),
        "betweenness": between.values,
        "pagerank": measures.pagerank(ties),
    }
    cores, cuts = measures.core_numbers(graph), measures.cut_points(graph)
    events = np.diff(subject.incidence.matrix.indptr)
    order = order_by(values[options.by], subject)
    places = ranks(values[options.by])

    def row(at: int) -> tuple[Value, ...]:
        return (
            int(places[at]), subject.name(at), subject.cls(at), int(events[at]), int(values["degree"][at]),
            float(values["strength"][at]), float(values["betweenness"][at]), float(values["pagerank"][at]),
            cores[at], "yes" if at in cuts else "no", subject.incidence.actors[at],
        )  # fmt: skip

    notes = [*subject.notes, Note("ranked_by", {"measure": options.by})]
    if between.pivots is not None:
        notes.append(Note("betweenness_estimated", {"pivots": between.pivots, "error": f"{between.error:.2g}"}))
    each = 5 if options.top is None else max(1, min(5, options.top // 2))
    by_class = [
        (subject.cls(at), int(places[at]), subject.name(at), int(events[at]), int(values["degree"][at]),
         float(values["strength"][at]), subject.incidence.actors[at])
        for cls, _ in sorted(Counter(subject.cls(at) for at in order).items())
        for at in [a for a in order if subject.cls(a) == cls][:each]
    ]  # fmt: skip
    figures: dict[str, Value] = {"actors": len(order), "ties": ties.nnz // 2, "cut_points": len(cuts)}
    figures["highest_core"] = max(cores, default=0)
    tables = [
        table("ranking", COLUMNS, (row(at) for at in order), limit=options.top),
        table("by_class", "class:term rank:integer name events:integer degree:integer strength:number id:id", by_class),
    ]
    if subject.graph != "cooccurrence":
        tables.append(_conveners(subject, options))
    return section("actors", figures, tables, notes)


def order_by(values: NDArray[np.float64], subject: Subject) -> list[int]:
    """Positions from the highest value down, then by name and id."""
    shown = [float(f"{value:.9g}") for value in values]
    return sorted(range(len(shown)), key=lambda at: (-shown[at], subject.name(at), subject.incidence.actors[at]))


def ranks(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """1 + how many are strictly higher, differences of rounding aside."""
    shown = np.array([float(f"{value:.9g}") for value in values])
    return np.asarray(1 + len(shown) - np.searchsorted(np.sort(shown), shown, side="right"))


def _betweenness(subject: Subject, options: Options) -> measures.Betweenness:
    if options.engine == "networkit":
        return measures.exact_betweenness(subject.ties)
    return measures.betweenness(subject.ties, seed=options.seed, pivots=options.pivots)


def _conveners(subject: Subject, options: Options) -> Table:
    graph = convening(subject.base)
    wanted = set(subject.incidence.actors)
    rows = []
    for node in sorted(wanted & set(graph)):
        entity = subject.base.entities[node]
        brought = graph.out_degree(node, weight="weight")
        called = graph.in_degree(node, weight="weight")
        rows.append((entity.name, entity.cls, graph.out_degree(node), brought, called, node))
    rows.sort(key=lambda row: (-row[3], -row[2], row[0], row[5]))
    return table(
        "conveners",
        "name class:term guests:integer brought:integer called:integer id:id",
        [row for row in rows if row[3]],
        limit=options.top,
    )
