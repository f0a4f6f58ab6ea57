"""Actors × units → how often pairs of actors would be together by chance.

The null model is the bipartite configuration model: the random placing of actors in units that keeps, on average, how
often each actor is seen and how many actors each unit has, and is otherwise as unordered as it can be. Under it actor
i is in unit a with probability p_ia = x_i y_a / (1 + x_i y_a), and the number of units that two actors share is a sum
of independent trials with probabilities p_ia p_ja, whose tail is computed exactly. F. Saracco, M. J. Straka,
R. Di Clemente, A. Gabrielli, G. Caldarelli and T. Squartini, "Inferring monopartite projections of bipartite networks:
an entropy-based approach", New Journal of Physics 19, 053022 (2017).

One thing is added. In the model the sizes of units vary around those observed, so that even a unit of one actor would
have pairs; here each unit keeps its size s_a exactly, so its trials are scaled by s_a (s_a - 1) / (s_a² - Σ_i p_ia²),
which gives it the number of pairs that it has. tests/statistics/test_significance.py shows that errors stay in bounds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import gammaln

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
TAIL = 40  # how many terms beyond the largest observation are summed; the rest is below rounding


@dataclass(frozen=True)
class Null:
    """The fitted model: actors and units of the same degree are alike, so probabilities are kept by class.

    `degree[c]` is that of the actors of class c, `probability[c, d]` that of one of them in a unit of class d; `units`
    is the number of units of class d, and `scale` what their pairs are scaled by; `error` is the largest relative error
    in any degree that should be kept.
    """

    actor_class: Integers
    degree: Integers
    probability: Floats
    units: Integers
    scale: Floats
    error: float

    def expected(self, left: Integers, right: Integers) -> Floats:
        """Units that pairs of actors would share by chance."""
        joint = (self.probability * self.units * self.scale) @ self.probability.T
        return np.asarray(joint[self.actor_class[left], self.actor_class[right]])

    def joint(self, one: Integers, other: Integers) -> Floats:
        """For pairs of classes of actors, by class of units: the chance that both are in one of these."""
        return np.asarray(self.probability[one] * self.probability[other] * self.scale)


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
    return Null(
        actor_class.astype(np.int64), degree, probability, units.astype(np.int64), np.minimum(scale, 1.0), error
    )


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


def upper_tails(probability: Floats, trials: Integers, row: Integers, observed: Integers) -> Floats:
    """P(X ≥ observed), where X is the sum of `trials[d]` trials of `probability[row, d]` each, over all d.

    Of several sums at once: `row` names, for every observation, the row of its sum.
    """
    many, top = len(probability), int(min(trials.sum(), observed.max(initial=0) + TAIL))
    mass = np.zeros((top + 1, many))
    mass[0] = 1.0
    for chance, number in zip(probability.T, trials.tolist(), strict=True):
        binomial = _binomial(chance, number, min(number, top))
        before, mass = mass, mass * binomial[0]
        for successes in range(1, len(binomial)):
            mass[successes:] += binomial[successes] * before[: top + 1 - successes]
    mean = (probability * trials).sum(axis=1)
    none = np.zeros((1, many))
    above = np.concatenate([np.cumsum(mass[::-1], axis=0)[::-1], none])
    below = np.concatenate([none, np.cumsum(mass, axis=0)])
    tail = np.where(
        observed > mean[row], above[np.minimum(observed, top + 1), row], 1 - below[np.minimum(observed, top), row]
    )
    return np.clip(tail, 0.0, 1.0)


def _binomial(chance: Floats, number: int, reach: int) -> Floats:
    """The chances of 0 … reach successes in so many trials, a column for each chance of one."""
    j = np.arange(reach + 1)[:, None]
    open_ = (chance > 0) & (chance < 1)
    doubtful = chance if open_.all() else np.where(open_, chance, 0.5)
    choose = gammaln(number + 1) - gammaln(j + 1) - gammaln(number - j + 1)
    found = np.exp(choose + j * np.log(doubtful) + (number - j) * np.log1p(-doubtful))
    if doubtful is not chance:
        found[:, ~open_] = 0.0
        found[0, chance <= 0] = 1.0
        if number <= reach:
            found[number, chance >= 1] = 1.0
    return np.asarray(found)
