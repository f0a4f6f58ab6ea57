"""Actors × units → which pairs are together more often than chance allows, with false discoveries under control.

Chance is that of `kg.graph.null_model`. When units are told apart by blocks (the region of an event, say), each block
has a model of its own: then chance knows how often each actor is seen in each region, and neighbours are no surprise.

The false discovery rate is held by Y. Benjamini and Y. Hochberg, J. Royal Statistical Society B 57, 289 (1995), over
all pairs of actors that were seen often enough to be asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph.facts import gathered
from kg.graph.null_model import TAIL, Null, fit, upper_tails

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Signature = tuple[tuple[int, int], ...]  # for each block in which an actor is seen, its class there
SURE = 12  # actors that could share more units than this can always be told from chance
_AT_ONCE = 1 << 15  # chances that are computed together


@dataclass(frozen=True)
class Pairs:
    """Pairs (left < right) that share units: how many, how many by chance, and how surprising that is.

    `testable` are those of whom it could be told at all; the others have q = 1.
    """

    left: Integers
    right: Integers
    observed: Integers
    expected: Floats
    p: Floats
    q: Floats
    testable: NDArray[np.bool_]
    tested: int


def pairs(
    matrix: sparse.csr_array,
    *,
    blocks: Integers | None = None,
    at_least: int = 2,
    alpha: float = 0.05,
    left_out: frozenset[tuple[int, int]] = frozenset(),
) -> Pairs:
    """Every pair that shares `at_least` units, of actors seen in as many, against chance.

    `blocks` numbers the block of each unit, from 0. `left_out` are pairs (left < right) that are together for a known
    reason; they are not tested. Nor are pairs that could not be called at `alpha` even if they were always together
    (see `_testable`); their q is 1. Pairs that share fewer units count among the tested with p = 1, which can only make
    the rest more careful.
    """
    model = Model(matrix, blocks)
    upper = sparse.coo_array(sparse.triu(sparse.csr_array(matrix @ matrix.T), k=1))
    left, right, observed = _together(upper, at_least, left_out)
    testable, tested = _testable(model, at_least, alpha, left_out)
    keys, kind = np.unique(model.keys(left, right), return_inverse=True)
    expected, p = _chances(model, keys, kind, observed)
    chosen = np.isin(keys, testable)[kind]
    q = np.ones(len(p))
    q[chosen] = benjamini_hochberg(p[chosen], tested)
    return Pairs(left, right, observed, expected, p, q, chosen, tested)


def _together(
    upper: sparse.coo_array, at_least: int, left_out: frozenset[tuple[int, int]]
) -> tuple[Integers, Integers, Integers]:
    """The pairs that share so many units, sorted, and how many they share; some pairs are left out."""
    kept = upper.data >= at_least
    left, right, count = upper.row[kept].astype(np.int64), upper.col[kept].astype(np.int64), upper.data[kept]
    out = np.array([(one << 32) | other for one, other in left_out], dtype=np.int64)
    order = np.lexsort((right, left))
    order = order[~np.isin((left[order] << 32) | right[order], out)]
    return left[order], right[order], np.rint(count[order]).astype(np.int64)


class Model:
    """A null model for each block of units; actors of the same signature are alike.

    `signatures` are sorted, `of` has the place of each actor's, and a key is a number for two of them, in order.
    """

    def __init__(self, matrix: sparse.csr_array, blocks: Integers | None = None) -> None:
        count = 1 if blocks is None else int(blocks.max(initial=-1)) + 1
        parts = [matrix if blocks is None else sparse.csr_array(matrix[:, blocks == block]) for block in range(count)]
        self.nulls: list[Null] = [fit(part) for part in parts]
        found: list[list[tuple[int, int]]] = [[] for _ in range(matrix.shape[0])]
        for block, null in enumerate(self.nulls):
            for actor in np.flatnonzero(null.degree[null.actor_class] > 0).tolist():
                found[actor].append((block, int(null.actor_class[actor])))
        told = [tuple(parts) for parts in found]
        self.signatures: list[Signature] = sorted(set(told))
        place = {signature: at for at, signature in enumerate(self.signatures)}
        self.of = np.array([place[signature] for signature in told], dtype=np.int64)

    def keys(self, left: Integers, right: Integers) -> Integers:
        """What decides the chance of each pair of actors."""
        one, other = self.of[left], self.of[right]
        return np.asarray(np.minimum(one, other) * len(self.signatures) + np.maximum(one, other))

    def seen(self, signature: Signature) -> int:
        """In how many units actors of a signature are."""
        return sum(int(self.nulls[block].degree[cls]) for block, cls in signature)

    def shared(self, key: int) -> list[tuple[int, int, int]]:
        """The blocks where both of a pair are seen, and their classes there."""
        one, two = divmod(key, len(self.signatures))
        other = dict(self.signatures[two])
        return [(block, cls, other[block]) for block, cls in self.signatures[one] if block in other]

    def reach(self, key: int) -> int:
        """The most units that a pair could share."""
        return sum(
            min(int(self.nulls[block].degree[one]), int(self.nulls[block].degree[two]))
            for block, one, two in self.shared(key)
        )

    def joint(self, keys: Sequence[int]) -> tuple[Floats, Integers]:
        """Chances, a row for each key, and numbers of the trials; the keys share the same blocks."""
        told = np.array([self.shared(key) for key in keys], dtype=np.int64).reshape(len(keys), -1, 3)
        nulls = [self.nulls[block] for block in told[0, :, 0].tolist()]
        chances = [null.joint(told[:, at, 1], told[:, at, 2]) for at, null in enumerate(nulls)]
        if not nulls:
            return np.zeros((len(keys), 0)), np.zeros(0, dtype=np.int64)
        return np.concatenate(chances, axis=1), np.concatenate([null.units for null in nulls])


def _chances(model: Model, keys: Integers, kind: Integers, observed: Integers) -> tuple[Floats, Floats]:
    """How many units pairs would share by chance, and how likely it is that they share as many as observed; `kind` has
    the place of each pair's key."""
    most = np.zeros(len(keys), dtype=np.int64)
    np.maximum.at(most, kind, observed)
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)  # what can be computed at once
    for at, (key, top) in enumerate(zip(keys.tolist(), most.tolist(), strict=True)):
        alike[top, *(block for block, *_ in model.shared(key))].append(at)
    order = np.argsort(kind, kind="stable")
    stops = np.cumsum(np.bincount(kind, minlength=len(keys)))
    expected, p = np.zeros(len(kind)), np.ones(len(kind))
    for told, same in alike.items():
        few = max(1, _AT_ONCE // (told[0] + TAIL))
        for start in range(0, len(same), few):
            some = np.array(same[start : start + few])
            size = np.diff(stops, prepend=0)[some]
            where = order[gathered(stops[some] - size, size)]
            row = np.repeat(np.arange(len(some)), size)
            chances, trials = model.joint(keys[some].tolist())
            expected[where] = (chances * trials).sum(axis=1)[row]
            p[where] = upper_tails(chances, trials, row, observed[where])
    return expected, p


def _testable(model: Model, at_least: int, alpha: float, left_out: frozenset[tuple[int, int]]) -> tuple[Integers, int]:
    """Which keys can be tested at all, and how many pairs of actors that makes.

    The best p a pair can reach is that of always being together, and it is known before anyone looks. Pairs that can't
    reach α / K, for the smallest K with no more than K pairs that can, are set aside: P. B. Gilbert, J. Royal
    Statistical Society C 54, 143 (2005), after R. E. Tarone, Biometrics 46, 515 (1990).
    """
    keys = np.array([*_sharing_a_block(model, at_least)], dtype=np.int64)
    reach = np.array([model.reach(key) for key in keys.tolist()], dtype=np.int64)
    keys, reach = keys[reach >= at_least], reach[reach >= at_least]
    best = np.zeros(len(keys))
    doubtful = np.flatnonzero(reach <= SURE)
    best[doubtful] = _chances(model, keys[doubtful], np.arange(len(doubtful)), reach[doubtful])[1]
    order = np.lexsort((keys, best))
    keys, best = keys[order], best[order]
    members = np.bincount(model.of, minlength=len(model.signatures))
    one, other = np.divmod(keys, len(model.signatures))
    both = np.where(one == other, members[one] * (members[one] - 1) // 2, members[one] * members[other])
    bound = np.array([*left_out], dtype=np.int64).reshape(-1, 2)
    found, count = np.unique(model.keys(bound[:, 0], bound[:, 1]), return_counts=True)
    out = dict(zip(found.tolist(), count.tolist(), strict=True))
    both -= np.array([out.get(key, 0) for key in keys.tolist()], dtype=np.int64)
    total = np.concatenate([[0], np.cumsum(both)]).astype(np.int64)
    few, many = 1, max(int(total[-1]), 1)
    while few < many:
        middle = (few + many) // 2
        can = int(np.searchsorted(best, alpha / middle, side="right"))
        few, many = (few, middle) if total[can] <= middle else (middle + 1, many)
    can = int(np.searchsorted(best, alpha / few, side="right"))
    return keys[:can], int(total[can])


def _sharing_a_block(model: Model, at_least: int) -> Iterator[int]:
    """Keys of signatures that are seen often enough and have a block in common, each with itself too; each key once."""
    near: dict[int, list[int]] = defaultdict(list)
    eligible = [at for at, signature in enumerate(model.signatures) if model.seen(signature) >= at_least]
    for at in eligible:
        for block, _ in model.signatures[at]:
            near[block].append(at)
    for at in eligible:
        for other in sorted({other for block, _ in model.signatures[at] for other in near[block] if other >= at}):
            yield at * len(model.signatures) + other


def benjamini_hochberg(p: Floats, tested: int) -> Floats:
    """Adjusted p-values (q): calling all with q ≤ α keeps the expected share of false calls at α or below."""
    if len(p) == 0:
        return p
    order = np.argsort(p, kind="stable")
    raised = p[order] * tested / np.arange(1, len(p) + 1)
    adjusted = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    found = np.empty(len(p))
    found[order] = adjusted
    return found
