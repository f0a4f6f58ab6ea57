"""A symmetric matrix of ties → figures for each actor: degree, strength, betweenness, PageRank, core, articulation.

Betweenness is exact on small graphs and estimated from seeded pivots on large ones; the estimate says its error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.errors import UsageError

Floats = NDArray[np.float64]
EXACT_UNTIL = 20_000_000  # actors × ties: up to here every actor is a pivot
PIVOTS = 256
BATCH = 64


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
    wanted = pivots or (count if count * ties.nnz / 2 <= EXACT_UNTIL else PIVOTS)
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
    count, width = links.shape[0], len(pivots)
    paths = np.zeros((count, width))
    paths[pivots, np.arange(width)] = 1.0
    reached = paths > 0
    front = paths.copy()
    levels = [reached.copy()]
    while True:
        front = links @ front
        front[reached] = 0.0
        new = front > 0
        if not new.any():
            break
        paths += front
        reached |= new
        levels.append(new)
    dependency = np.zeros((count, width))
    for level in range(len(levels) - 1, 0, -1):
        share = np.zeros((count, width))
        here = levels[level]
        share[here] = (1.0 + dependency[here]) / paths[here]
        carried = (links @ share) * paths
        above = levels[level - 1]
        dependency[above] += carried[above]
    dependency[pivots, np.arange(width)] = 0.0
    return dependency


def plain_graph(ties: sparse.csr_array) -> nx.Graph[int]:
    """The ties as a networkx graph of numbers, which iterates alike whatever the hash seed."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(ties.shape[0]))
    upper = sparse.coo_array(sparse.triu(ties, k=1))
    graph.add_weighted_edges_from(zip(upper.row.tolist(), upper.col.tolist(), upper.data.tolist(), strict=True))
    return graph


def core_numbers(graph: nx.Graph[int]) -> list[int]:
    """The largest k for which each belongs to a group whose members all have k ties inside it."""
    cores = nx.core_number(graph)
    return [cores[node] for node in range(len(graph))]


def cut_points(graph: nx.Graph[int]) -> set[int]:
    """Who would split its component by leaving."""
    return set(nx.articulation_points(graph))
