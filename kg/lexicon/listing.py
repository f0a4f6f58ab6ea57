"""Names by key → whether a text that begins in some way can still become one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache

_FEW = 4  # letters
_REMEMBERED = 10_000  # beginnings of which it is kept whether a name begins so


class Listing:
    """A set of folded names, put in order when it is first asked for a beginning."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self.begins = lru_cache(maxsize=_REMEMBERED)(self._begins)  # the news uses the same words every day
        self.goes_on = lru_cache(maxsize=_REMEMBERED)(self._goes_on)

    def __contains__(self, folded: object) -> bool:
        return folded in self._names

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._names)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The names that are numbers."""
        return frozenset(name for name in self._names if name.isdigit())

    @cached_property
    def _openings(self) -> frozenset[str]:
        """The first letters of the names, up to a few."""
        return frozenset(name[:length] for name in self._names for length in range(_FEW + 1))

    def _goes_on(self, folded: str) -> bool:
        """Whether a longer name than this begins so."""
        at = bisect_right(self._sorted, folded)
        return at < len(self._sorted) and self._sorted[at].startswith(folded)

    def _begins(self, folded: str) -> bool:
        """Whether a name begins so; most words are told apart by their first letters."""
        if folded[:_FEW] not in self._openings:
            return False
        if len(folded) <= _FEW:
            return True
        at = bisect_left(self._sorted, folded)
        return at < len(self._sorted) and self._sorted[at].startswith(folded)
