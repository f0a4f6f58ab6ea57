"""A graph as numbered nodes and weighted edges → a place for each node: communities first, then each one inside.

Computed once, when the page is built, so that the page opens still and every reader sees the same picture. Only
operations whose result does not depend on the processor are used (sums run in one order, no dense matrix products).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.export.html.springs import SPACING, Group, pack, radius_of, springs
from kg.graph.communities import communities

Progress = Callable[[str, int, int], None]
Places = list[tuple[int, int]]
Integers = NDArray[np.int32]

SEED = 7
DENSE = 420  # nodes of a community at most
SMALL = 12  # whole components up to this size stand together in one place when there are many
ROUNDS, FEWEST = 1.2e9, 20  # pairs of nodes that are compared in all springs together; rounds of a spring all the same


@dataclass(frozen=True)
class Edges:
    """Pairs of different nodes and how much each pulls; parallel ones add up."""

    left: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    right: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    weight: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    @classmethod
    def of(cls, edges: Iterable[tuple[int, int, float]]) -> Edges:
        """The edges as columns, without those from a node to itself."""
        rows = [edge for edge in edges if edge[0] != edge[1]]
        left, right, weight = zip(*rows, strict=True) if rows else ((), (), ())
        return cls(np.array(left, dtype=np.int32), np.array(right, dtype=np.int32), np.array(weight, dtype=np.float32))


def positions(count: int, edges: Edges, *, progress: Progress | None = None) -> Places:
    """Places for the nodes 0 … count-1, in whole units around (0, 0); the same edges give the same places."""
    if count == 0:
        return []
    tell = progress or (lambda _what, _done, _total: None)
    ties = _ties(count, edges)
    tell("communities", 0, 1)
    home = _homes(ties)
    tell("communities", 1, 1)
    sizes = np.bincount(home)
    members = np.argsort(home, kind="stable")
    start = np.concatenate([[0], np.cumsum(sizes)])
    local = np.empty(count, dtype=np.int64)
    local[members] = np.arange(count) - start[home[members]]

    upper = sparse.coo_array(sparse.triu(ties, k=1))
    inside = home[upper.row] == home[upper.col]
    between = _between(home[upper.row[~inside]], home[upper.col[~inside]], upper.data[~inside], len(sizes))
    work = float((sizes.astype(float) ** 2).sum())
    most = max(FEWEST, int(ROUNDS / max(work, 1.0)))
    points = np.zeros((count, 2))
    radii = np.zeros(len(sizes))
    within = _by_home(home, local, upper, inside, len(sizes))
    groups = [Group(int(size), *ties) for size, ties in zip(sizes, within, strict=True)]
    for done, (number, placed) in enumerate(springs(groups, most), 1):
        points[members[start[number] : start[number + 1]]] = placed
        radii[number] = radius_of(placed)
        if done % 8 == 0:
            tell("layout", done, len(sizes))
    tell("layout", len(sizes), len(sizes))
    points += pack(radii, *between)[home]
    return [(x, y) for x, y in np.rint(points).astype(int).tolist()]


def with_context(
    count: int, edges: Edges, above: Mapping[int, list[int]], *, progress: Progress | None = None
) -> Places:
    """Places where the nodes of `above` (each with those below it) take no room: they stand amid what is below them."""
    told = np.array([node not in above for node in range(count)], dtype=bool)
    rank = np.cumsum(told, dtype=np.int32) - 1
    inner = told[edges.left] & told[edges.right]
    kept = Edges(rank[edges.left[inner]], rank[edges.right[inner]], edges.weight[inner])
    found = positions(int(told.sum()), kept, progress=progress)
    placed = dict(zip(np.flatnonzero(told).tolist(), found, strict=True))
    waiting = sorted(above)
    while waiting:
        ready = [n for n in waiting if any(below in placed for below in above[n])] or waiting
        for node in ready:
            below = [placed[b] for b in above[node] if b in placed] or [(0, 0)]
            angle, far = node * 2.399963229728653, SPACING * (1.3 if len(below) == 1 else 0.6)
            x, y = sum(p[0] for p in below) / len(below), sum(p[1] for p in below) / len(below)
            placed[node] = (round(x + far * math.cos(angle)), round(y + far * math.sin(angle)))
        waiting = [n for n in waiting if n not in placed]
    return [placed[node] for node in range(count)]


def _ties(count: int, edges: Edges) -> sparse.csr_array:
    """Each pair once in either direction, with its weights added in a fixed order."""
    low, high = np.minimum(edges.left, edges.right), np.maximum(edges.left, edges.right)
    order = np.lexsort((edges.weight, high, low))
    half = sparse.coo_array((edges.weight[order].astype(np.float64), (low[order], high[order])), shape=(count, count))
    upper = sparse.csr_array(half)
    return sparse.csr_array(upper + upper.T)


def _homes(ties: sparse.csr_array) -> NDArray[np.int64]:
    """The number of each node's group: communities of at most DENSE nodes, those without a tie together at the end."""
    tied = np.flatnonzero(np.diff(ties.indptr))
    home = np.full(ties.shape[0], -1, dtype=np.int64)
    if len(tied):
        found = communities(sparse.csr_array(ties[tied][:, tied]), seed=SEED, tries=1, largest=DENSE)
        home[tied] = _lumped(sparse.csr_array(ties[tied][:, tied]), found)
    home[home < 0] = home.max(initial=-1) + 1
    return home


def _lumped(ties: sparse.csr_array, found: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same with small components put together, so that the number of groups stays far below that of nodes."""
    sizes = np.bincount(found)
    edge = sparse.coo_array(ties)
    open_ = np.zeros(len(sizes), dtype=bool)
    open_[found[edge.row[found[edge.row] != found[edge.col]]]] = True
    small = np.flatnonzero(~open_ & (sizes <= SMALL))
    if len(small) < DENSE:
        return found
    names = np.arange(len(sizes))
    names[small] = len(sizes) + np.cumsum(sizes[small]) // DENSE
    return np.asarray(np.unique(names, return_inverse=True)[1][found], dtype=np.int64)


def _between(
    left: NDArray[np.int64], right: NDArray[np.int64], weight: NDArray[np.float64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Pairs of groups, sorted, with the weight of all ties between them."""
    key, group = np.unique(np.minimum(left, right) * count + np.maximum(left, right), return_inverse=True)
    return key // count, key % count, np.bincount(group, weight, len(key)).astype(np.float64)


def _by_home(
    home: NDArray[np.int64], local: NDArray[np.int64], upper: sparse.coo_array, inside: NDArray[np.bool_], count: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]]:
    """The ties inside each group, by positions in it."""
    row, column, weight = upper.row[inside], upper.col[inside], upper.data[inside]
    group = home[row]
    order = np.lexsort((local[column], local[row], group))
    stops = np.cumsum(np.bincount(group, minlength=count))
    for begin, stop in pairwise([0, *stops.tolist()]):
        part = order[begin:stop]
        yield local[row[part]], local[column[part]], weight[part]
