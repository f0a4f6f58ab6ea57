"""Profiles → the pairs of them that may be one person, compared by the declared features.

The pairs are those of `kg.linking.blocks`; the work may be divided among processes.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.linking.blocks import Standing, pairs
from kg.linking.comparison import Context
from kg.linking.dividing import Divide, undivided
from kg.linking.features import ASK, Score, score
from kg.linking.profiles import Profile

if TYPE_CHECKING:
    import numpy

_NAMES = 1 << 12  # that are kept as they were read
Scored = tuple[int, int, Score]  # places of two profiles, and what their comparison gives


def score_pairs(
    profiles: Sequence[Profile], context: Context, divide: Divide = undivided, folder: Path | None = None
) -> Iterator[Scored]:
    """The pairs worth joining or asking about, whatever else is known of them."""
    both, standing = pairs(profiles, divide, folder)
    for told in divide(score_share, both, standing, profiles, context):
        left, right, points, reasons = marshal.loads(told)  # noqa: S302 - from `score_share`
        yield left, right, Score(points, reasons)


def score_share(
    both: numpy.ndarray, standing: Standing, profiles: Sequence[Profile], context: Context
) -> Iterator[bytes]:
    """Pairs as `pairs` gives them → those worth joining or asking about, with points and reasons.

    Only those are loaded whose names don't exclude each other.
    """
    order, compare, read = standing.order, context.names.compare, context.names.read
    name = lru_cache(maxsize=_NAMES)(lambda rank: read(standing.called(rank)))
    for pair in both:
        one, other = divmod(int(pair), len(order))
        if compare(name(one), name(other)).relation == "clash":
            continue
        left, right = sorted((order[one], order[other]))
        found = score(profiles[left], profiles[right], context)
        if worth_asking(found):
            yield marshal.dumps((left, right, found.points, found.reasons))


def worth_asking(found: Score) -> bool:
    """Whether a comparison leaves it open that two are one."""
    return found.points >= ASK and not found.never
