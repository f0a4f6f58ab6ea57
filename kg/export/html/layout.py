"""A graph as numbered nodes and weighted edges → a place for each node: communities first, then each one inside.

Computed once, when the page is built, so that the page opens still and every reader sees the same picture. Only
operations whose result does not depend on the processor are used (sums run in one order, no matrix products).
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Edge = tuple[int, int, float]
Progress = Callable[[str, int, int], None]

SEED = 7
SPACING = 46.0  # between neighbouring nodes, in units of the page at its natural scale
DENSE = 420  # a community above this size is split again


def positions(count: int, edges: Sequence[Edge], *, progress: Progress | None = None) -> list[tuple[int, int]]:
    """Places for the nodes 0 … count-1, in whole units around (0, 0); the same edges give the same places."""
    if count == 0:
        return []
    tell = progress or (lambda _what, _done, _total: None)
    groups = _communities(count, edges, tell)
    home = {node: number for number, group in enumerate(groups) for node in group}
    within: dict[int, list[Edge]] = defaultdict(list)
    between: dict[tuple[int, int], float] = defaultdict(float)
    for left, right, weight in edges:
        a, b = home[left], home[right]
        if a == b:
            within[a].append((left, right, weight))
        else:
            between[min(a, b), max(a, b)] += weight

    inner: list[Points] = []
    for number, group in enumerate(groups):
        local = {node: at for at, node in enumerate(group)}
        inner.append(_spring(len(group), [(local[a], local[b], w) for a, b, w in within[number]]))
        if number % 8 == 0:
            tell("layout", number, len(groups))
    tell("layout", len(groups), len(groups))
    centres = _pack([_radius(points) for points in inner], between)
    places: list[tuple[int, int]] = [(0, 0)] * count
    for group, points, centre in zip(groups, inner, centres, strict=True):
        for node, (x, y) in zip(group, points, strict=True):
            places[node] = (round(float(x + centre[0])), round(float(y + centre[1])))
    return places


def with_context(
    count: int, edges: Sequence[Edge], above: Mapping[int, Sequence[int]], *, progress: Progress | None = None
) -> list[tuple[int, int]]:
    """Places where the nodes of `above` (each with those below it) take no room: they stand amid what is below them."""
    told = [node for node in range(count) if node not in above]
    rank = {node: at for at, node in enumerate(told)}
    inner = [(rank[a], rank[b], w) for a, b, w in edges if a in rank and b in rank]
    placed = dict(zip(told, positions(len(told), inner, progress=progress), strict=True))
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


def _communities(count: int, edges: Sequence[Edge], tell: Progress) -> list[list[int]]:
    """Groups of at most about DENSE nodes that hang together; nodes without an edge form the last group."""
    import networkx as nx

    weights: dict[tuple[int, int], float] = defaultdict(float)
    for left, right, weight in edges:
        if left != right:
            weights[min(left, right), max(left, right)] += weight
    graph: Any = nx.Graph()
    graph.add_nodes_from(sorted({node for pair in weights for node in pair}))
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in sorted(weights.items()))
    tell("communities", 0, 1)
    waiting: list[tuple[list[int], float]] = [(sorted(graph), 1.0)] if weights else []
    done: list[list[int]] = []
    while waiting:
        group, resolution = waiting.pop()
        part: Any = nx.Graph()  # a fresh graph in sorted order: subgraph views iterate in the order of a set
        members = set(group)
        part.add_nodes_from(group)
        part.add_weighted_edges_from(
            (a, b, graph[a][b]["weight"]) for a in group for b in sorted(graph[a]) if a < b and b in members
        )
        found = [sorted(c) for c in nx.community.louvain_communities(part, resolution=resolution, seed=SEED)]
        if len(found) == 1 and len(group) > DENSE:
            found = [group[at : at + DENSE] for at in range(0, len(group), DENSE)]
        for community in sorted(found):
            if len(community) > DENSE and len(community) < len(group):
                waiting.append((community, resolution * 1.5))
            elif len(community) > DENSE:
                done.extend(community[at : at + DENSE] for at in range(0, len(community), DENSE))
            else:
                done.append(community)
    tell("communities", 1, 1)
    loose = sorted(set(range(count)) - set(graph))
    return sorted(done) + ([loose] if loose else [])


def _sunflower(count: int, step: float) -> Points:
    import numpy as np

    at = [(step * math.sqrt(i), i * 2.399963229728653) for i in range(count)]
    return np.array([(r * math.cos(a), r * math.sin(a)) for r, a in at], dtype=float).reshape(count, 2)


def _spring(count: int, edges: Sequence[Edge]) -> Points:
    """Fruchterman and Reingold inside one community, dense, with no two nodes closer than a label's height."""
    import numpy as np

    points = _sunflower(count, SPACING * 0.62)
    if count <= 2 or not edges:
        return points
    rng = random.Random(SEED)  # noqa: S311 - a picture, not a secret
    points = points + np.array([[rng.uniform(-1, 1), rng.uniform(-1, 1)] for _ in range(count)])
    source = np.array([a for a, _, _ in edges])
    target = np.array([b for _, b, _ in edges])
    pull = np.array([min(3.0, 0.5 + math.log2(1 + w)) for _, _, w in edges])
    rounds = 160 if count <= 120 else 90 if count <= 250 else 60
    heat = SPACING * math.sqrt(count) * 0.35
    for turn in range(rounds):
        dx = points[:, 0][:, None] - points[:, 0][None, :]
        dy = points[:, 1][:, None] - points[:, 1][None, :]
        near = dx * dx + dy * dy
        np.maximum(near, 1.0, out=near)
        push = (SPACING * SPACING) / near
        move_x = -(push * dx).sum(axis=0)
        move_y = -(push * dy).sum(axis=0)
        ex = points[target, 0] - points[source, 0]
        ey = points[target, 1] - points[source, 1]
        force = pull * np.sqrt(ex * ex + ey * ey) / SPACING
        move_x += np.bincount(source, force * ex, count) - np.bincount(target, force * ex, count)
        move_y += np.bincount(source, force * ey, count) - np.bincount(target, force * ey, count)
        move_x -= points[:, 0] * 0.08
        move_y -= points[:, 1] * 0.08
        length = np.maximum(np.sqrt(move_x * move_x + move_y * move_y), 0.01)
        step = np.minimum(length, heat * (1 - turn / rounds) + 0.5) / length
        points = points + np.stack([move_x * step, move_y * step], axis=1)
    return _apart(points, np.full(count, SPACING * 0.42), rounds=30)


def _apart(points: Points, radius: NDArray[np.float64], *, rounds: int) -> Points:
    """Push circles that overlap apart."""
    import numpy as np

    points = points.copy()
    need = radius[:, None] + radius[None, :]
    np.fill_diagonal(need, 0.0)
    for _ in range(rounds):
        dx = points[:, 0][:, None] - points[:, 0][None, :]
        dy = points[:, 1][:, None] - points[:, 1][None, :]
        away = np.sqrt(dx * dx + dy * dy)
        lap = need - away
        if not bool((lap > 0.5).any()):
            break
        share = np.where(lap > 0, lap / np.maximum(away, 0.1) * 0.5, 0.0)
        points[:, 0] -= (share * dx).sum(axis=0) * 0.7
        points[:, 1] -= (share * dy).sum(axis=0) * 0.7
    return points


def _radius(points: Points) -> float:
    import numpy as np

    return float(np.sqrt((points * points).sum(axis=1)).max()) + SPACING * 0.4


def _pack(radii: list[float], between: dict[tuple[int, int], float]) -> Points:
    """Centres for the communities: linked ones near, none over another."""
    import numpy as np

    count = len(radii)
    radius = np.array(radii)
    order = sorted(range(count), key=lambda i: (-radii[i], i))
    points = np.zeros((count, 2))
    spread = math.sqrt(sum(r * r for r in radii))
    for rank, (number, spot) in enumerate(zip(order, _sunflower(count, 1.0), strict=True)):
        points[number] = spot * spread / max(1.0, math.sqrt(count)) + rank * 1e-3
    if count == 1:
        return np.zeros((1, 2))
    links = sorted(between.items())
    source = np.array([a for (a, _), _ in links], dtype=int)
    target = np.array([b for (_, b), _ in links], dtype=int)
    pull = np.array([min(0.12, 0.02 * math.log2(1 + w)) for _, w in links])
    for _ in range(90 if count <= 800 else 45):
        if links:
            delta = points[target] - points[source]
            share = pull[:, None] * delta
            for axis in (0, 1):
                points[:, axis] += np.bincount(source, share[:, axis], count) * 0.3
                points[:, axis] -= np.bincount(target, share[:, axis], count) * 0.3
        points *= 0.965
        points = _apart(points, radius, rounds=3)
    points = _apart(points, radius, rounds=60)
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    return points - middle
