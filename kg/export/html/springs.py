"""Nodes of a community, and communities as circles → points that pull, push and never lie over one another.

All pairs are compared, in arrays that are used again and again; what is added is added row by row, so that the sums are
the same on every processor.
"""

from __future__ import annotations

import math
import random

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

SEED = 7
SPACING = 46.0  # between neighbouring nodes, in units of the page at its natural scale
GOLDEN = 2.399963229728653


def spring(count: int, source: Integers, target: Integers, weight: Floats, most: int) -> Points:
    """Fruchterman and Reingold in at most so many rounds, with no two nodes closer than a label's height."""
    points = sunflower(count, SPACING * 0.62)
    if count <= 2 or len(source) == 0:
        return points
    rng = random.Random(SEED)  # noqa: S311 - a picture, not a secret
    points += np.array([[rng.uniform(-1, 1), rng.uniform(-1, 1)] for _ in range(count)])
    pull = np.minimum(3.0, 0.5 + np.array([math.log2(1 + w) for w in weight.tolist()]))
    rounds = min(most, 160 if count <= 120 else 90 if count <= 250 else 60)
    heat = SPACING * math.sqrt(count) * 0.35
    pairs = _Pairs(count)
    for turn in range(rounds):
        move_x, move_y = pairs.pushed(points)
        ex = points[target, 0] - points[source, 0]
        ey = points[target, 1] - points[source, 1]
        force = pull * np.sqrt(ex * ex + ey * ey) / SPACING
        for move, reach, axis in ((move_x, ex, 0), (move_y, ey, 1)):
            move += np.bincount(source, force * reach, count) - np.bincount(target, force * reach, count)
            move -= points[:, axis] * 0.08
        length = np.maximum(np.sqrt(move_x * move_x + move_y * move_y), 0.01)
        step = np.minimum(length, heat * (1 - turn / rounds) + 0.5) / length
        points += np.stack([move_x * step, move_y * step], axis=1)
    return apart(points, np.full(count, SPACING * 0.42), rounds=min(most, 30), pairs=pairs)


class _Pairs:
    """Room for the differences of all pairs of so many points, taken once."""

    def __init__(self, count: int) -> None:
        self.dx, self.dy, self.near, self.room = (np.empty((count, count), dtype=np.float32) for _ in range(4))

    def measure(self, points: Points) -> None:
        """Differences by axis, and squares of distances."""
        x, y = points[:, 0].astype(np.float32), points[:, 1].astype(np.float32)
        np.subtract(x[:, None], x[None, :], out=self.dx)
        np.subtract(y[:, None], y[None, :], out=self.dy)
        np.multiply(self.dx, self.dx, out=self.near)
        np.multiply(self.dy, self.dy, out=self.room)
        np.add(self.near, self.room, out=self.near)

    def pushed(self, points: Points) -> tuple[Floats, Floats]:
        """How far all others push each point, by axis."""
        self.measure(points)
        np.maximum(self.near, 1.0, out=self.near)
        np.divide(np.float32(SPACING * SPACING), self.near, out=self.near)
        return self._sums(-1.0)

    def overlap(self, points: Points, need: NDArray[np.float32]) -> tuple[Floats, Floats] | None:
        """How far each point must go where circles lie over one another; None when none do."""
        self.measure(points)
        np.sqrt(self.near, out=self.near)
        np.subtract(need, self.near, out=self.room)
        if not bool((self.room > 0.5).any()):
            return None
        np.maximum(self.room, 0.0, out=self.room)
        np.maximum(self.near, 0.1, out=self.near)
        np.divide(self.room, self.near, out=self.near)
        return self._sums(-0.35)

    def _sums(self, scale: float) -> tuple[Floats, Floats]:
        np.multiply(self.dx, self.near, out=self.dx)
        np.multiply(self.dy, self.near, out=self.dy)
        return self.dx.sum(axis=0).astype(np.float64) * scale, self.dy.sum(axis=0).astype(np.float64) * scale


def apart(points: Points, radius: Floats, *, rounds: int, pairs: _Pairs | None = None) -> Points:
    """Push circles that overlap apart."""
    pairs = pairs or _Pairs(len(points))
    points = points.copy()
    need = (radius[:, None] + radius[None, :]).astype(np.float32)
    np.fill_diagonal(need, 0.0)
    for _ in range(rounds):
        moves = pairs.overlap(points, need)
        if moves is None:
            break
        points[:, 0] += moves[0]
        points[:, 1] += moves[1]
    return points


def sunflower(count: int, step: float) -> Points:
    """Points at even distances, from the middle outwards."""
    at = [(step * math.sqrt(i), i * GOLDEN) for i in range(count)]
    return np.array([(r * math.cos(a), r * math.sin(a)) for r, a in at], dtype=float).reshape(count, 2)


def radius_of(points: Points) -> float:
    """How far a community reaches, with a margin."""
    return float(np.sqrt((points * points).sum(axis=1)).max()) + SPACING * 0.4


def pack(radius: Floats, source: Integers, target: Integers, weight: Floats) -> Points:
    """Centres for the communities: linked ones near, none over another."""
    count = len(radius)
    if count == 1:
        return np.zeros((1, 2))
    order = sorted(range(count), key=lambda i: (-radius[i], i))
    points = np.zeros((count, 2))
    spread = math.sqrt(sum(r * r for r in radius.tolist()))
    for rank, (number, spot) in enumerate(zip(order, sunflower(count, 1.0), strict=True)):
        points[number] = spot * spread / max(1.0, math.sqrt(count)) + rank * 1e-3
    pull = np.array([min(0.12, 0.02 * math.log2(1 + w)) for w in weight.tolist()])
    pairs = _Pairs(count)
    for _ in range(90 if count <= 800 else 45):
        if len(source):
            share = pull[:, None] * (points[target] - points[source])
            for axis in (0, 1):
                points[:, axis] += np.bincount(source, share[:, axis], count) * 0.3
                points[:, axis] -= np.bincount(target, share[:, axis], count) * 0.3
        points *= 0.965
        points = apart(points, radius, rounds=3, pairs=pairs)
    points = apart(points, radius, rounds=60, pairs=pairs)
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    return points - middle
