"""KnowledgeBase → who matters: degree, weighted degree, betweenness, PageRank, core, cut points; and by class."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph import measures
from kg.graph.facts import ROLES
from kg.graph.incidence import ACCEPTED
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Note, Section, Table, Value, section, table

COLUMNS = (
    "rank:integer name class:term events:integer degree:integer strength:number betweenness:number pagerank:number"
    " core:integer cut:term id:id"
)


GUEST = ROLES.index("attended")


def rankings(subject: Subject, options: Options) -> Section:
    """Everyone's place in the graph, by the measure asked for; equal values share a rank."""
    ties = subject.ties
    between = _betweenness(subject, options)
    values: dict[str, NDArray[np.float64]] = {
        "degree": measures.degree(ties).astype(np.float64),
        "strength": measures.strength(ties),
        "betweenness": between.values,
        "pagerank": measures.pagerank(ties),
    }
    cores, cuts = measures.core_numbers(ties), measures.cut_points(ties)
    events = np.diff(subject.incidence.matrix.indptr)
    order = order_by(values[options.by], subject)
    places = ranks(values[options.by])

    def row(at: int) -> tuple[Value, ...]:
        return (
            int(places[at]), subject.name(at), subject.cls(at), int(events[at]), int(values["degree"][at]),
            float(values["strength"][at]), float(values["betweenness"][at]), float(values["pagerank"][at]),
            int(cores[at]), "yes" if at in cuts else "no", subject.incidence.actors[at],
        )  # fmt: skip

    notes = [*subject.notes, Note("ranked_by", {"measure": options.by})]
    if between.pivots is not None:
        notes.append(Note("betweenness_estimated", {"pivots": between.pivots, "error": f"{between.error:.2g}"}))
    each = 5 if options.top is None else max(1, min(5, options.top // 2))
    first: dict[str, list[int]] = defaultdict(list)
    for at in order:
        if len(same := first[subject.cls(at)]) < each:
            same.append(at)
    by_class = [
        (cls, int(places[at]), subject.name(at), int(events[at]), int(values["degree"][at]),
         float(values["strength"][at]), subject.incidence.actors[at])
        for cls, same in sorted(first.items())
        for at in same
    ]  # fmt: skip
    figures: dict[str, Value] = {"actors": len(order), "ties": ties.nnz // 2, "cut_points": len(cuts)}
    figures["highest_core"] = int(cores.max(initial=0))
    tables = [
        table("ranking", COLUMNS, map(row, order), limit=options.top, total=len(order)),
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
    """Who led or organised held events, with their guests; an actor who does both at an event is no guest of it."""
    claims, facts = subject.facts.claims, subject.facts
    held = np.array([status == "held" for status in facts.events.status], dtype=bool)
    chosen = (claims.event >= 0) & (claims.event < len(held)) & (claims.status == ACCEPTED)
    chosen[chosen] = held[claims.event[chosen]]
    hosts, guests = (
        _present(claims.actor[chosen & kind], claims.event[chosen & kind], len(facts.actors.numbers.at), len(held))
        for kind in (claims.role != GUEST, claims.role == GUEST)
    )
    guests = sparse.csr_array(guests - guests.multiply(hosts))
    brought_to = sparse.csr_array(hosts @ guests.T)
    brought_to.eliminate_zeros()
    reach, brought = np.diff(brought_to.indptr).tolist(), brought_to.sum(axis=1).tolist()
    called = brought_to.sum(axis=0).tolist()
    rows = []
    for node in subject.incidence.actors:
        at = subject.number(node)
        if brought[at]:
            name, cls = facts.actors.names[at], facts.actors.classes[at]
            rows.append((name, cls, reach[at], int(brought[at]), int(called[at]), node))
    rows.sort(key=lambda row: (-row[3], -row[2], row[0], row[5]))
    return table(
        "conveners", "name class:term guests:integer brought:integer called:integer id:id", rows, limit=options.top
    )


def _present(actor: NDArray[np.int64], event: NDArray[np.int64], actors: int, events: int) -> sparse.csr_array:
    found = sparse.csr_array((np.ones(len(actor)), (actor, event)), shape=(actors, events))
    found.sum_duplicates()
    found.data[:] = 1.0
    return found
