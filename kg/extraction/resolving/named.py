"""Bodies that an article names in full → of those of a kind the first, the last up to an offset, or the nearest.

Each is kept under its kind as said and as resolved; whoever asks says which kinds fit. No answer passes over all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

Fits = Callable[[str, str], bool]  # the kind as said, and as resolved


@dataclass(frozen=True, slots=True)
class _Kind:
    """The bodies of one kind by their place; each is the order in which it was read, and its key."""

    places: list[int]
    bodies: list[tuple[int, str]]
    first: tuple[int, str]  # the one read first
    last: list[tuple[int, str]]  # the one read last, of those up to a place


class Named:
    """The bodies of one document."""

    def __init__(self) -> None:
        self._added: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
        self._kinds: dict[tuple[str, str], _Kind] = {}
        self._count = 0

    def add(self, at: int, said: str, kind: str, key: str) -> None:
        """Keep a body named at an offset."""
        self._added.setdefault((said, kind), []).append((at, self._count, key))
        self._kinds.pop((said, kind), None)
        self._count += 1

    def first(self, fits: Fits) -> str | None:
        """The fitting body read first."""
        return min((kind.first for kind in self._of(fits)), default=(0, None))[1]

    def last(self, fits: Fits, at: int) -> str | None:
        """The fitting body read last, of those named up to an offset."""
        found = [(kind, bisect_right(kind.places, at)) for kind in self._of(fits)]
        return max((kind.last[end - 1] for kind, end in found if end), default=(0, None))[1]

    def within(self, fits: Fits, start: int, end: int) -> list[tuple[int, str, str]]:
        """The fitting bodies named in a stretch, in their order: offset, kind as said, key."""
        found: list[tuple[int, str, str]] = []
        for said, kind in list(self._added):
            if fits(said, kind):
                places = self._kind(said, kind).places
                at = range(bisect_left(places, start), bisect_left(places, end))
                found += [(places[n], said, self._kind(said, kind).bodies[n][1]) for n in at]
        return sorted(found)

    def nearest(self, fits: Fits, at: int) -> str | None:
        """The fitting body named nearest before an offset, else the nearest behind it."""
        found: list[tuple[bool, int, tuple[int, str]]] = []
        for kind in self._of(fits):
            place = bisect_right(kind.places, at)
            if place:
                place = bisect_left(kind.places, kind.places[place - 1])
            found.append((kind.places[place] > at, abs(kind.places[place] - at), kind.bodies[place]))
        return min(found)[2][1] if found else None

    def _of(self, fits: Fits) -> Iterator[_Kind]:
        for names in self._added:
            if fits(*names):
                yield self._kind(*names)

    def _kind(self, said: str, kind: str) -> _Kind:
        names = (said, kind)
        if names not in self._kinds:
            ordered = sorted(self._added[names])
            read = [(order, key) for _, order, key in ordered]
            places = [at for at, _, _ in ordered]
            self._kinds[names] = _Kind(places, read, min(read), list(accumulate(read, max)))
        return self._kinds[names]
