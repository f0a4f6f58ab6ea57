"""Actors × units → which pairs are together more often than chance allows, with false discoveries under control.

The null model is the bipartite configuration model: the random placing of actors in units that keeps, on average, how
often each actor is seen and how many actors each unit has, and is otherwise as unordered as it can be. Under it actor
i is in unit a with probability p_ia = x_i y_a / (1 + x_i y_a), and the number of units that two actors share is a sum
of independent trials with probabilities p_ia p_ja, whose tail is computed exactly. F. Saracco, M. J. Straka,
R. Di Clemente, A. Gabrielli, G. Caldarelli and T. Squartini, "Inferring monopartite projections of bipartite networks:
an entropy-based approach", New Journal of Physics 19, 053022 (2017).

One thing is added. In the model the sizes of units vary around those observed, so that even a unit of one actor would
have pairs; here each unit keeps its size s_a exactly, so its trials are scaled by s_a (s_a - 1) / (s_a² - Σ_i p_ia²),
which gives it the number of pairs that it has. tests/statistics/test_significance.py shows that errors stay in bounds.

The false discovery rate is held by Y. Benjamini and Y. Hochberg, J. Royal Statistical Society B 57, 289 (1995), over
all pairs of actors that were seen often enough to be asked about.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import gammaln

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
SURE = 12  # actors in more units than this can always be told from chance
TAIL = 40  # how many terms beyond the largest observation are summed; the rest is below rounding


@dataclass(frozen=True)
class Null:
    """The fitted model: actors and units of the same degree are alike, so probabilities are kept by class.

    `probability[c, d]` is that of an actor of class c in a unit of class d; `units` is the number of units of class d,
    and `scale` what their pairs are scaled by; `error` the largest relative error in any degree that should be kept.
    """

    actor_class: Integers
    probability: Floats
    units: Integers
    scale: Floats
    error: float

    def expected(self, left: Integers, right: Integers) -> Floats:
        """Units that pairs of actors would share by chance."""
        joint = (self.probability * self.units * self.scale) @ self.probability.T
        return np.asarray(joint[self.actor_class[left], self.actor_class[right]])


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


def fit(matrix: sparse.csr_array, *, rounds: int = 20_000, tolerance: float = 1e-9) -> Null:
    """The bipartite configuration model of a matrix of zeros and ones."""
    degrees = np.asarray(matrix.sum(axis=1)).ravel().astype(np.int64)
    sizes = np.asarray(matrix.sum(axis=0)).ravel().astype(np.int64)
    degree, actor_class, actors = np.unique(degrees, return_inverse=True, return_counts=True)
    size, _, units = np.unique(sizes, return_inverse=True, return_counts=True)
    probability = np.zeros((len(degree), len(size)))
    rows, columns = np.ones(len(degree), dtype=bool), np.ones(len(size), dtype=bool)
    k, s = degree.astype(float), size.astype(float)
    while True:  # who is everywhere, or nowhere, is no matter of chance
        full_rows = rows & (k >= units[columns].sum())
        full_columns = columns & (s >= actors[rows].sum())
        empty = (rows & (k <= 0), columns & (s <= 0))
        if full_rows.any():
            probability[np.ix_(full_rows, columns)] = 1.0
            s -= actors[full_rows].sum() * columns
            rows &= ~full_rows
        elif full_columns.any():
            probability[np.ix_(rows, full_columns)] = 1.0
            k -= units[full_columns].sum() * rows
            columns &= ~full_columns
        elif empty[0].any() or empty[1].any():
            rows &= ~empty[0]
            columns &= ~empty[1]
        else:
            break
    if rows.any() and columns.any():
        probability[np.ix_(rows, columns)] = _solve(
            k[rows], actors[rows], s[columns], units[columns], rounds, tolerance
        )
    found = np.concatenate([probability @ units - degree, actors @ probability - size])
    wanted = np.concatenate([degree, size]).astype(float)
    error = float(np.max(np.abs(found) / np.maximum(wanted, 1.0), initial=0.0))
    spread = size.astype(float) ** 2 - actors @ probability**2
    scale = np.divide(size * (size - 1.0), spread, out=np.ones(len(size)), where=spread > 0)
    return Null(actor_class.astype(np.int64), probability, units.astype(np.int64), np.minimum(scale, 1.0), error)


def _solve(k: Floats, actors: Integers, s: Floats, units: Integers, rounds: int, tolerance: float) -> Floats:
    """Probabilities by class with the given degrees, by the fixed point of their equations."""
    total = float((k * actors).sum())
    x, y = k / np.sqrt(total), s / np.sqrt(total)
    for _ in range(rounds):
        x = k / ((units * y) / (1 + np.outer(x, y))).sum(axis=1)
        y = s / ((actors * x)[:, None] / (1 + np.outer(x, y))).sum(axis=0)
        p = np.outer(x, y) / (1 + np.outer(x, y))
        if np.max(np.abs(p @ units - k) / k) < tolerance:
            break
    p = np.outer(x, y) / (1 + np.outer(x, y))
    return np.asarray(p)


def pairs(
    matrix: sparse.csr_array,
    *,
    at_least: int = 2,
    alpha: float = 0.05,
    left_out: frozenset[tuple[int, int]] = frozenset(),
) -> Pairs:
    """Every pair that shares `at_least` units, of actors seen in as many, against the null model.

    `left_out` are pairs (left < right) that are together for a known reason; they are not tested. Nor are pairs that
    could not be called at `alpha` even if they were always together (see `_testable`); their q is 1. Pairs that share
    fewer units count among the tested with p = 1, which can only make the rest more careful.
    """
    null = fit(matrix)
    upper = sparse.coo_array(sparse.triu(sparse.csr_array(matrix @ matrix.T), k=1))
    together = sorted(
        (left, right, round(count))
        for left, right, count in zip(upper.row.tolist(), upper.col.tolist(), upper.data.tolist(), strict=True)
        if count >= at_least and (left, right) not in left_out
    )
    left, right, observed = (
        np.array(column, dtype=np.int64) for column in (zip(*together, strict=True) if together else ((), (), ()))
    )
    degrees = np.asarray(matrix.sum(axis=1)).ravel().astype(np.int64)
    testable, tested = _testable(null, degrees, at_least, alpha, left_out)
    p = _tails(null, left, right, observed)
    q = np.ones(len(p))
    chosen = testable[null.actor_class[left], null.actor_class[right]]
    q[chosen] = benjamini_hochberg(p[chosen], tested)
    return Pairs(left, right, observed, null.expected(left, right), p, q, chosen, tested)


def _testable(
    null: Null, degrees: Integers, at_least: int, alpha: float, left_out: frozenset[tuple[int, int]]
) -> tuple[NDArray[np.bool_], int]:
    """Which pairs of classes can be tested at all, and how many pairs of actors that makes.

    The best p a pair can reach is that of always being together, and it is known before anyone looks. Pairs that can't
    reach α / K, for the smallest K with no more than K pairs that can, are set aside: P. B. Gilbert, J. Royal
    Statistical Society C 54, 143 (2005), after R. E. Tarone, Biometrics 46, 515 (1990).
    """
    degree, members = np.unique(degrees, return_counts=True)
    known: dict[tuple[int, int], int] = {}
    for one, two in left_out:
        key = null.actor_class[one], null.actor_class[two]
        known[min(key), max(key)] = known.get((min(key), max(key)), 0) + 1
    best, count, where = [], [], []
    for low in range(len(degree)):
        for high in range(low, len(degree)):
            if degree[low] < at_least:
                continue
            both = members[low] * members[high] if low != high else members[low] * (members[low] - 1) // 2
            if degree[low] > SURE:
                reach = 0.0
            else:
                joint = null.probability[low] * null.probability[high] * null.scale
                reach = float(upper_tail(joint, null.units, degree[low : low + 1])[0])
            best.append(reach)
            count.append(int(both) - known.get((low, high), 0))
            where.append((low, high))
    order = np.argsort(best, kind="stable")
    reached, total = np.array(best)[order], np.cumsum(np.array(count)[order]) if count else np.zeros(0, dtype=np.int64)
    few, many = 1, max(int(total[-1]) if len(total) else 1, 1)
    while few < many:
        middle = (few + many) // 2
        can = int(np.searchsorted(reached, alpha / middle, side="right"))
        few, many = (few, middle) if (total[can - 1] if can else 0) <= middle else (middle + 1, many)
    can = int(np.searchsorted(reached, alpha / few, side="right"))
    testable = np.zeros((len(degree), len(degree)), dtype=bool)
    for at in order[:can]:
        low, high = where[at]
        testable[low, high] = testable[high, low] = True
    return testable, int(total[can - 1]) if can else 0


def _tails(null: Null, left: Integers, right: Integers, observed: Integers) -> Floats:
    """P(shared ≥ observed) of each pair; pairs of the same two classes are computed together."""
    low = np.minimum(null.actor_class[left], null.actor_class[right])
    high = np.maximum(null.actor_class[left], null.actor_class[right])
    found = np.ones(len(left))
    groups: dict[tuple[int, int], list[int]] = {}
    for at, key in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
        groups.setdefault(key, []).append(at)
    for (one, two), where in groups.items():
        counts = observed[where]
        found[where] = upper_tail(null.probability[one] * null.probability[two] * null.scale, null.units, counts)
    return found


def upper_tail(probability: Floats, trials: Integers, observed: Integers) -> Floats:
    """P(X ≥ observed) where X is the sum of `trials[d]` trials of `probability[d]` each, over all d."""
    top = int(min(trials.sum(), observed.max(initial=0) + TAIL))
    mass = np.zeros(top + 1)
    mass[0] = 1.0
    steps = np.arange(top + 1)
    for chance, number in zip(probability.tolist(), trials.tolist(), strict=True):
        if chance <= 0:
            continue
        reach = min(number, top)
        if chance >= 1:
            binomial = np.zeros(number + 1)
            binomial[number] = 1.0
        else:
            j = steps[: reach + 1]
            choose = gammaln(number + 1) - gammaln(j + 1) - gammaln(number - j + 1)
            binomial = np.exp(choose + j * np.log(chance) + (number - j) * np.log1p(-chance))
        mass = np.convolve(mass, binomial)[: top + 1]
    mean = float((probability * trials).sum())
    above = np.cumsum(mass[::-1])[::-1]
    below = np.concatenate([[0.0], np.cumsum(mass)])
    tail = np.where(
        observed > mean, np.append(above, 0.0)[np.minimum(observed, top + 1)], 1 - below[np.minimum(observed, top)]
    )
    return np.clip(tail, 0.0, 1.0)


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
