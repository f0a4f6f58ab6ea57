"""Actors × units → which pairs are together more often than chance allows, with false discoveries under control.

Chance is that of `kg.graph.null_model`. When units are told apart by blocks (the region of an event, say), each block
has a model of its own: then chance knows how often each actor is seen in each region, and neighbours are no surprise.

The false discovery rate is held by Y. Benjamini and Y. Hochberg, J. Royal Statistical Society B 57, 289 (1995), over
all pairs of actors that were seen often enough to be asked about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph.null_model import Null, fit, upper_tail

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Signature = tuple[tuple[int, int], ...]  # for each block in which an actor is seen, its class there
Key = tuple[Signature, Signature]  # sorted
SURE = 12  # actors that could share more units than this can always be told from chance


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
    groups: dict[Key, list[int]] = defaultdict(list)
    for at, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        groups[model.key(one, other)].append(at)
    expected, p, chosen = np.zeros(len(left)), np.ones(len(left)), np.zeros(len(left), dtype=bool)
    for key, where in groups.items():
        chance, trials, _ = model.joint(key)
        expected[where] = float((chance * trials).sum())
        p[where] = upper_tail(chance, trials, observed[where])
        chosen[where] = key in testable
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
    """A null model for each block of units; actors of the same signature are alike."""

    def __init__(self, matrix: sparse.csr_array, blocks: Integers | None = None) -> None:
        count = 1 if blocks is None else int(blocks.max(initial=-1)) + 1
        parts = [matrix if blocks is None else sparse.csr_array(matrix[:, blocks == block]) for block in range(count)]
        self.nulls: list[Null] = [fit(part) for part in parts]
        found: list[list[tuple[int, int]]] = [[] for _ in range(matrix.shape[0])]
        for block, null in enumerate(self.nulls):
            for actor in np.flatnonzero(null.degree[null.actor_class] > 0).tolist():
                found[actor].append((block, int(null.actor_class[actor])))
        self.signatures: list[Signature] = [tuple(parts) for parts in found]

    def key(self, one: int, other: int) -> Key:
        """What decides the chance of a pair."""
        left, right = self.signatures[one], self.signatures[other]
        return (left, right) if left <= right else (right, left)

    def seen(self, signature: Signature) -> int:
        """In how many units actors of a signature are."""
        return sum(int(self.nulls[block].degree[cls]) for block, cls in signature)

    def joint(self, key: Key) -> tuple[Floats, Integers, int]:
        """Chances and numbers of the trials of a pair, and the most units that it could share."""
        other = dict(key[1])
        shared = [(self.nulls[block], cls, other[block]) for block, cls in key[0] if block in other]
        chances = [null.joint(one, two) for null, one, two in shared]
        reach = sum(int(min(null.degree[one], null.degree[two])) for null, one, two in shared)
        empty = np.zeros(0), np.zeros(0, dtype=np.int64), 0
        return (
            (np.concatenate(chances), np.concatenate([null.units for null, *_ in shared]), reach) if shared else empty
        )


def _testable(model: Model, at_least: int, alpha: float, left_out: frozenset[tuple[int, int]]) -> tuple[set[Key], int]:
    """Which pairs of signatures can be tested at all, and how many pairs of actors that makes.

    The best p a pair can reach is that of always being together, and it is known before anyone looks. Pairs that can't
    reach α / K, for the smallest K with no more than K pairs that can, are set aside: P. B. Gilbert, J. Royal
    Statistical Society C 54, 143 (2005), after R. E. Tarone, Biometrics 46, 515 (1990).
    """
    members = Counter(model.signatures)
    eligible = sorted(signature for signature in members if model.seen(signature) >= at_least)
    bound = Counter(model.key(one, other) for one, other in left_out)
    found: list[tuple[float, Key, int]] = []
    for key in _sharing_a_block(eligible):
        one, other = key
        chance, trials, reach = model.joint(key)
        if reach < at_least:
            continue
        best = 0.0 if reach > SURE else float(upper_tail(chance, trials, np.array([reach]))[0])
        both = members[one] * members[other] if one != other else members[one] * (members[one] - 1) // 2
        found.append((best, key, both - bound[key]))
    found.sort(key=lambda one: one[:2])
    best_p = np.array([best for best, _, _ in found])
    total = np.concatenate([[0], np.cumsum([count for *_, count in found])]).astype(np.int64)
    few, many = 1, max(int(total[-1]), 1)
    while few < many:
        middle = (few + many) // 2
        can = int(np.searchsorted(best_p, alpha / middle, side="right"))
        few, many = (few, middle) if total[can] <= middle else (middle + 1, many)
    can = int(np.searchsorted(best_p, alpha / few, side="right"))
    return {key for _, key, _ in found[:can]}, int(total[can])


def _sharing_a_block(signatures: Sequence[Signature]) -> Iterator[Key]:
    """Pairs of sorted signatures, each with itself too, that have a block in common; each pair once."""
    near: dict[int, list[int]] = defaultdict(list)
    for at, signature in enumerate(signatures):
        for block, _ in signature:
            near[block].append(at)
    for at, signature in enumerate(signatures):
        for other in sorted({other for block, _ in signature for other in near[block] if other >= at}):
            yield signature, signatures[other]


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
