"""Nodes of a community, and communities as circles → points that pull, push and never lie over one another.

All pairs of a group are compared, in arrays that are used again and again, many small groups at once; what is added is
added row by row, so that the sums are the same on every processor.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

SEED = 7
SPACING = 46.0  # between neighbouring nodes, in units of the page at its natural scale
GOLDEN = 2.399963229728653
_START = SPACING * 0.62  # between neighbours at first
_TOGETHER = 1 << 16  # pairs of nodes


class Group(NamedTuple):
    """How many nodes, and the ties that pull pairs of them."""

    nodes: int
    source: Integers
    target: Integers
    weight: Floats


def springs(groups: Sequence[Group], most: int) -> Iterator[tuple[int, Points]]:
    """The number and the points of each group: Fruchterman and Reingold in at most so many rounds.

    No two nodes of a group come closer than a label's height. Groups of about one size are placed together.
    """
    loose = {n for n, group in enumerate(groups) if group.nodes <= 2 or not len(group.source)}
    for number in sorted(loose):
        yield number, sunflower(groups[number].nodes, _START)
    tied = sorted((group.nodes, number) for number, group in enumerate(groups) if number not in loose)
    for batch in _batches(tied):
        placed = _placed([groups[number] for number in batch], most)
        yield from ((number, placed[place, : groups[number].nodes]) for place, number in enumerate(batch))


def _batches(tied: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Numbers of groups, the smallest first, as many together as fit what a processor keeps near."""
    batch: list[int] = []
    least = 0
    for count, number in tied:
        full = (len(batch) + 1) * count * count > _TOGETHER or count > least * 1.15 + 1
        if batch and (full or _rounds(count) != _rounds(least)):
            yield batch
            batch = []
        least = least if batch else count
        batch.append(number)
    if batch:
        yield batch


def _rounds(count: int) -> int:
    return 160 if count <= 120 else 90 if count <= 250 else 60


def _placed(groups: Sequence[Group], most: int) -> Points:
    """The points of groups, each filled up with points that nothing pulls or pushes."""
    counts = np.array([group.nodes for group in groups])
    many, size = len(groups), int(counts.max())
    rng = random.Random(SEED)  # noqa: S311 - a picture, not a secret
    first = sunflower(size, _START) + np.array([[rng.uniform(-1, 1), rng.uniform(-1, 1)] for _ in range(size)])
    x, y = np.tile(first[:, 0], (many, 1)), np.tile(first[:, 1], (many, 1))
    real = np.arange(size) < counts[:, None]
    begin = np.repeat(np.arange(many) * size, [len(group.source) for group in groups])
    source = np.concatenate([group.source for group in groups]) + begin
    target = np.concatenate([group.target for group in groups]) + begin
    weight = np.concatenate([group.weight for group in groups])
    pull = np.minimum(3.0, 0.5 + np.array([math.log2(1 + w) for w in weight.tolist()])) / SPACING
    rounds = min(most, _rounds(size))
    heat = (SPACING * 0.35 * np.sqrt(counts))[:, None]
    pairs = _Pairs(many, size)
    push = ((real[:, :, None] & real[:, None, :]) * np.float32(SPACING * SPACING)).astype(np.float32)
    for turn in range(rounds):
        move_x, move_y = pairs.pushed(x, y, push)
        ex, ey = x.ravel()[target] - x.ravel()[source], y.ravel()[target] - y.ravel()[source]
        force = pull * np.sqrt(ex * ex + ey * ey)
        for move, reach, at in ((move_x, ex, x), (move_y, ey, y)):
            pulled = np.bincount(source, force * reach, many * size) - np.bincount(target, force * reach, many * size)
            move += pulled.reshape(many, size)
            move -= at * 0.08
        length = np.maximum(np.sqrt(move_x * move_x + move_y * move_y), 0.01)
        step = np.minimum(length, heat * (1 - turn / rounds) + 0.5) / length
        x += move_x * step
        y += move_y * step
    need = np.where(push > 0, np.float32(SPACING * 0.84), np.float32(0))
    return _apart(x, y, need, min(most, 30), pairs)


class _Pairs:
    """Room for the differences of all pairs of points in each of some groups, taken once."""

    def __init__(self, many: int, size: int) -> None:
        self.dx, self.dy, self.near, self.room = (np.empty((many, size, size), dtype=np.float32) for _ in range(4))

    def measure(self, x: Floats, y: Floats) -> None:
        """Differences by axis, and squares of distances."""
        short_x, short_y = x.astype(np.float32), y.astype(np.float32)
        np.subtract(short_x[:, :, None], short_x[:, None, :], out=self.dx)
        np.subtract(short_y[:, :, None], short_y[:, None, :], out=self.dy)
        np.multiply(self.dx, self.dx, out=self.near)
        np.multiply(self.dy, self.dy, out=self.room)
        np.add(self.near, self.room, out=self.near)

    def pushed(self, x: Floats, y: Floats, push: NDArray[np.float32]) -> tuple[Floats, Floats]:
        """How far all others of its group push each point, by axis."""
        self.measure(x, y)
        np.maximum(self.near, 1.0, out=self.near)
        np.divide(push, self.near, out=self.near)
        return self._sums(-1.0)

    def overlap(self, x: Floats, y: Floats, need: NDArray[np.float32]) -> tuple[Floats, Floats] | None:
        """How far each point must go where circles lie over one another; None when none do.

        Nothing moves in a group where none do.
        """
        self.measure(x, y)
        np.sqrt(self.near, out=self.near)
        np.subtract(need, self.near, out=self.room)
        over = self.room.max(axis=(1, 2)) > 0.5
        if not over.any():
            return None
        np.maximum(self.room, 0.0, out=self.room)
        np.maximum(self.near, 0.1, out=self.near)
        np.divide(self.room, self.near, out=self.near)
        by_x, by_y = self._sums(-0.35)
        return by_x * over[:, None], by_y * over[:, None]

    def _sums(self, scale: float) -> tuple[Floats, Floats]:
        np.multiply(self.dx, self.near, out=self.dx)
        np.multiply(self.dy, self.near, out=self.dy)
        return self.dx.sum(axis=1).astype(np.float64) * scale, self.dy.sum(axis=1).astype(np.float64) * scale


def _apart(x: Floats, y: Floats, need: NDArray[np.float32], rounds: int, pairs: _Pairs) -> Points:
    """Push points of each group as far apart as they need."""
    for _ in range(rounds):
        moves = pairs.overlap(x, y, need)
        if moves is None:
            break
        x, y = x + moves[0], y + moves[1]
    return np.stack([x, y], axis=2)


def apart(points: Points, radius: Floats, *, rounds: int, pairs: _Pairs) -> Points:
    """Push circles that overlap apart."""
    need = (radius[:, None] + radius[None, :]).astype(np.float32)
    np.fill_diagonal(need, 0.0)
    found: Points = _apart(points[None, :, 0], points[None, :, 1], need[None], rounds, pairs)[0]
    return found


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
    pairs = _Pairs(1, count)
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
