"""A symmetric matrix of ties → figures for each actor: degree, strength, betweenness, PageRank, core, articulation.

Betweenness is exact on small graphs and estimated from seeded pivots on large ones; the estimate says its error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.errors import UsageError

Floats = NDArray[np.float64]
EXACT_UNTIL = 20_000_000  # actors × ties: up to here every actor is a pivot
PIVOTS, FEWEST = 256, 64
MANY = 500_000  # entries of the matrix: from here on there are fewer pivots, down to FEWEST
BATCH = 8  # searches at once: as many as one read of memory brings


@dataclass(frozen=True)
class Betweenness:
    """Share of shortest paths through each actor; `pivots` is None when exact, else `error` is twice the largest
    standard error of any value."""

    values: Floats
    pivots: int | None = None
    error: float = 0.0


def degree(ties: sparse.csr_array) -> NDArray[np.int64]:
    """Number of distinct others each is tied to."""
    return np.asarray(np.diff(ties.indptr), dtype=np.int64)


def strength(ties: sparse.csr_array) -> Floats:
    """Sum of the weights of each one's ties."""
    return np.asarray(ties.sum(axis=1), dtype=np.float64).ravel()


def pagerank(ties: sparse.csr_array, damping: float = 0.85, tolerance: float = 1e-12) -> Floats:
    """Weighted PageRank by power iteration; who has no tie jumps anywhere, as in networkx."""
    count = ties.shape[0]
    if count == 0:
        return np.zeros(0)
    total = strength(ties)
    step = sparse.diags_array(np.divide(1.0, total, out=np.zeros(count), where=total > 0)) @ ties
    back = sparse.csr_array(step.T)
    dangling = total == 0
    rank = np.full(count, 1.0 / count)
    for _ in range(1000):
        new = damping * (back @ rank + rank[dangling].sum() / count) + (1 - damping) / count
        if np.abs(new - rank).sum() < tolerance:
            return np.asarray(new)
        rank = new
    return rank


def betweenness(ties: sparse.csr_array, *, seed: int = 0, pivots: int | None = None) -> Betweenness:
    """Betweenness by hops, normalised to 0–1, of U. Brandes, J. Math. Sociology 25, 163 (2001).

    From EXACT_UNTIL on, paths start at seeded pivots only (U. Brandes and C. Pich, Int. J. Bifurcation and Chaos 17,
    2303 (2007)); `pivots` asks for a number of them. Many breadth-first searches run at once as matrix products.
    """
    count = ties.shape[0]
    if count < 3:
        return Betweenness(np.zeros(count))
    few = min(PIVOTS, max(FEWEST, PIVOTS * MANY // max(ties.nnz, 1)))
    wanted = pivots or (count if count * ties.nnz / 2 <= EXACT_UNTIL else few)
    exact = wanted >= count
    chosen = np.arange(count) if exact else np.sort(np.random.default_rng(seed).choice(count, wanted, replace=False))
    links = sparse.csr_array((np.ones(ties.nnz), ties.indices, ties.indptr), shape=ties.shape)
    total, squares = np.zeros(count), np.zeros(count)
    for start in range(0, len(chosen), BATCH):
        found = _dependencies(links, chosen[start : start + BATCH])
        total += found.sum(axis=1)
        squares += (found**2).sum(axis=1)
    norm = (count - 1) * (count - 2)
    if exact:
        return Betweenness(total / norm)
    used = len(chosen)
    variance = np.maximum(squares / used - (total / used) ** 2, 0.0) * (1 - used / count)
    error = 2 * math.sqrt(float(variance.max()) / used) * count / norm
    return Betweenness(total * count / used / norm, used, error)


def exact_betweenness(ties: sparse.csr_array) -> Betweenness:
    """Betweenness from every actor, by networkit on all cores; raises UsageError when networkit is not installed."""
    try:
        import networkit
    except ImportError:
        raise UsageError("networkit is not installed", hint="pip install networkit") from None
    count = ties.shape[0]
    if count < 3:
        return Betweenness(np.zeros(count))
    upper = sparse.coo_array(sparse.triu(ties, k=1))
    ends = (np.ones(upper.nnz), (upper.row.astype(np.uint64), upper.col.astype(np.uint64)))
    graph = networkit.GraphFromCoo(ends, n=count, weighted=False, directed=False)
    found = networkit.centrality.Betweenness(graph, normalized=True).run()
    return Betweenness(np.array(found.scores()))


def _dependencies(links: sparse.csr_array, pivots: NDArray[np.int64]) -> Floats:
    """Actors × pivots: how much the shortest paths from a pivot depend on an actor."""
    front = np.zeros((links.shape[0], len(pivots)))
    front[pivots, np.arange(len(pivots))] = 1.0
    paths, levels = front.copy(), [front > 0]
    unreached = ~levels[0]
    while True:
        front = links @ front
        front *= unreached
        new = front > 0
        if not new.any():
            break
        paths += front
        unreached ^= new
        levels.append(new)
    dependency = np.zeros(paths.shape)
    for above, here in zip(levels[-2:0:-1], levels[:1:-1], strict=True):  # a pivot does not depend on itself
        share = np.divide(1.0 + dependency, paths, out=np.zeros(paths.shape), where=here)
        carried = links @ share
        carried *= paths
        carried *= above
        dependency += carried
    return dependency


def core_numbers(ties: sparse.csr_array) -> NDArray[np.int64]:
    """The largest k for which each belongs to a group whose members all have k ties inside it."""
    left = np.diff(ties.indptr).astype(np.int64)
    cores = np.zeros(len(left), dtype=np.int64)
    alive, level = np.ones(len(left), dtype=bool), 0
    while alive.any():
        level = max(level, int(left[alive].min()))
        leaving = np.flatnonzero(alive & (left <= level))
        while len(leaving):
            alive[leaving] = False
            cores[leaving] = level
            near = ties[leaving].indices
            left -= np.bincount(near, minlength=len(left))
            near = np.unique(near)
            leaving = near[alive[near] & (left[near] <= level)]
    return cores


def cut_points(ties: sparse.csr_array) -> set[int]:
    """Who would split its component by leaving: J. Hopcroft and R. Tarjan, Comm. ACM 16, 372 (1973)."""
    seen, low, above = (np.array(column, dtype=np.int64) for column in _depth_first(ties))
    child = np.flatnonzero(above >= 0)
    top = above[above[child]] < 0
    inner = child[~top]
    branches = np.bincount(above[child[top]], minlength=1)
    found = above[inner[low[inner] >= seen[above[inner]]]]
    return {*found.tolist(), *np.flatnonzero(branches > 1).tolist()}


def _depth_first(ties: sparse.csr_array) -> tuple[list[int], list[int], list[int]]:
    """A walk into the depth: when each was met, the first met that it or one below it reaches, whom it came from."""
    near: Any = memoryview(np.ascontiguousarray(ties.indices))  # type: ignore[arg-type]
    stops = ties.indptr.tolist()
    count, clock = len(stops) - 1, 0
    seen, low, above, at = [0] * count, [0] * count, [-1] * count, list(stops)
    for root in range(count):
        path = [] if seen[root] else [root]
        while path:
            node = path[-1]
            if not seen[node]:
                clock += 1
                seen[node] = low[node] = clock
            if at[node] < stops[node + 1]:
                other = near[at[node]]
                at[node] += 1
                if seen[other]:
                    low[node] = min(low[node], seen[other])
                else:
                    above[other] = node
                    path.append(other)
            else:
                path.pop()
                if path:
                    low[path[-1]] = min(low[path[-1]], low[node])
    return seen, low, above
