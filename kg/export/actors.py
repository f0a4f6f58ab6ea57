"""KnowledgeBase → GraphML of actors only, tied and weighted as `kg stats` does: what Gephi needs to draw who met whom.

A tie knows its weight (Newman's: an event of n actors gives each of its pairs 1/(n−1)), how many events or articles it
stands for, and which they are, so that each can be asked for with `kg explain`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
from scipy import sparse

from kg.export.files import sink
from kg.export.graphml import BATCH, HEAD, IN_ATTRIBUTE, escaped, keys, shape_of, texts
from kg.graph import measures
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.options import GraphName
from kg.graph.statistics.subject import Subject


class ActorRow(NamedTuple):
    """An actor: in how many events or articles it is, how many others it met there, and its weighted degree."""

    id: str
    label: str
    cls: str
    region: str
    seen: int
    degree: int
    strength: float


class TieRow(NamedTuple):
    """A tie: Newman's weight, the number of events or articles, and their ids."""

    source: str
    target: str
    weight: float
    together: int
    where: str


def write_actors(base: KnowledgeBase, target: Path | IO[bytes], graph: GraphName = "participation") -> None:
    """Write the ties of `kg stats --graph` as GraphML: no direction, nodes and ties sorted by id."""
    pieces = _document(Subject(base, graph))
    with sink(target) as file:
        while batch := "".join(islice(pieces, BATCH)):
            file.write(batch.encode())


def _document(subject: Subject) -> Iterator[str]:
    yield HEAD + "\n".join((*keys("edge", TieRow, 2), *keys("node", ActorRow, 1)))
    yield '\n<graph edgedefault="undirected">'
    shape = shape_of('<node id="%s">', ActorRow._fields[1:], "</node>\n")
    for row in actor_rows(subject):
        yield shape % (escaped(row.id, IN_ATTRIBUTE), *texts(row[1:]))
    shape = shape_of('<edge source="%s" target="%s">', TieRow._fields[2:], "</edge>\n")
    for tie in tie_rows(subject):
        ends = (escaped(end, IN_ATTRIBUTE) for end in tie[:2])
        yield shape % (*ends, *texts(tie[2:]))
    yield "</graph></graphml>"


def actor_rows(subject: Subject) -> Iterator[ActorRow]:
    """The actors of a graph, by id."""
    seen = np.diff(subject.incidence.matrix.indptr).tolist()
    degrees, strengths = measures.degree(subject.ties).tolist(), measures.strength(subject.ties).tolist()
    for at, actor in enumerate(subject.incidence.actors):
        region = subject.homes.get(actor, "")
        yield ActorRow(actor, subject.name(at), subject.cls(at), region, seen[at], degrees[at], round(strengths[at], 9))


def tie_rows(subject: Subject) -> Iterator[TieRow]:
    """The ties of a graph, by the ids of their ends."""
    matrix, actors, units = subject.incidence.matrix, subject.incidence.actors, subject.incidence.units
    upper = sparse.coo_array(sparse.triu(subject.ties, k=1))
    rows = [frozenset(matrix.indices[a:b].tolist()) for a, b in zip(matrix.indptr, matrix.indptr[1:], strict=False)]
    counts = sparse.csr_array(subject.counts)
    for left, right, weight in sorted(zip(upper.row.tolist(), upper.col.tolist(), upper.data.tolist(), strict=True)):
        where = " | ".join(units[unit] for unit in sorted(rows[left] & rows[right]))
        yield TieRow(actors[left], actors[right], round(weight, 9), int(counts[left, right]), where)
