"""Numbers joined by pairs → families: what is connected by any way is decided together, and apart from all else."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, overload

from kg.spool import Lines

if TYPE_CHECKING:
    import numpy


Family = tuple[list[int], list[tuple[Any, ...]]]  # numbers, and what is said of each of their pairs


class Groups(Sequence[list[int]]):
    """Groups of numbers, as columns."""

    def __init__(self, numbers: numpy.ndarray, starts: numpy.ndarray, ends: numpy.ndarray) -> None:
        self._numbers, self._starts, self._ends = numbers, starts, ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> list[int]: ...
    @overload
    def __getitem__(self, place: slice) -> Groups: ...
    def __getitem__(self, place: int | slice) -> list[int] | Groups:
        if isinstance(place, slice):
            return Groups(self._numbers, self._starts[place], self._ends[place])
        return cast("list[int]", self._numbers[self._starts[place] : self._ends[place]].tolist())

    def spread(self) -> Groups:
        """The same, every second one before the others: where the first are the largest, halves weigh the same."""
        import numpy as np

        return self.some(np.r_[0 : len(self) : 2, 1 : len(self) : 2])

    def some(self, places: numpy.ndarray) -> Groups:
        """The groups of some places."""
        return Groups(self._numbers, self._starts[places], self._ends[places])

    def firsts(self) -> numpy.ndarray:
        """The first number of each."""
        return cast("numpy.ndarray", self._numbers[self._starts])

    def place_of_each(self) -> numpy.ndarray:
        """Of each number from 0 on the place of its group, where every number is in one."""
        import numpy as np

        places = np.empty(len(self._numbers), dtype=np.uint32)
        places[self._numbers] = np.repeat(np.arange(len(self), dtype=np.uint32), self._ends - self._starts)
        return places

    def __iter__(self) -> Iterator[list[int]]:
        for start, end in zip(self._starts.tolist(), self._ends.tolist(), strict=True):
            yield self._numbers[start:end].tolist()


def alike(ordered: numpy.ndarray, numbers: numpy.ndarray, least: int = 2) -> Groups:
    """The numbers that stand beside equal values, two and more if nothing is said; equal values follow each other."""
    import numpy as np

    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    ends = np.r_[starts[1:], len(ordered)]
    shared = ends - starts >= least
    return Groups(numbers, starts[shared], ends[shared])


def together(first: array[int], least: int = 2) -> Groups:
    """The places of an array that hold the same value."""
    import numpy as np

    firsts = np.array(first, dtype=np.uint32)
    order = np.argsort(firsts, kind="stable").astype(np.uint32)
    return alike(firsts[order], order, least)


class Families:
    """Numbers from 0 on, of which some are joined; what is joined by any way is one family."""

    def __init__(self, count: int) -> None:
        self._parent = array("I", range(count))

    def join(self, numbers: Iterable[int]) -> None:
        """Make one family of the families of some numbers."""
        roots = {self.root(number) for number in numbers}
        least = min(roots)
        for root in roots:
            self._parent[root] = least

    def groups(self) -> Groups:
        """The families of two and more, each ascending, by their first number."""
        return together(array("I", map(self.root, range(len(self._parent)))))

    def root(self, number: int) -> int:
        """The first number of the family of one."""
        parent = self._parent
        while (above := parent[number]) != number:
            parent[number] = number = parent[above]
        return number


class Pairs:
    """Pairs of numbers with what is said of them, on disk; given back family by family."""

    def __init__(self, count: int, folder: Path | None = None) -> None:
        self.families = Families(count)
        self._left = array("I")
        self._said = Lines(folder)

    def add(self, left: int, right: int, *said: Any) -> None:
        """Put a pair away; raises OutputError when the disk is full."""
        self.families.join((left, right))
        self._left.append(left)
        self._said.add(marshal.dumps((left, right, *said)))

    def by_family(self) -> Paired:
        """Each family of two and more with its pairs and what is said of them, in the order they were given."""
        import numpy as np

        owner = np.array(array("I", map(self.families.root, self._left)))
        order = np.argsort(owner, kind="stable").astype(np.uint32)
        families, owner = self.families.groups(), owner[order]
        firsts = families.firsts()
        starts, ends = (np.searchsorted(owner, firsts, side=side) for side in ("left", "right"))
        return Paired(families, Groups(order, starts, ends), self._said)


class Paired(Sequence[Family]):
    """Families, each with what is said of its pairs."""

    def __init__(self, families: Groups, pairs: Groups, said: Lines) -> None:
        self._families, self._pairs, self._said = families, pairs, said

    def __len__(self) -> int:
        return len(self._families)

    @overload
    def __getitem__(self, place: int) -> Family: ...
    @overload
    def __getitem__(self, place: slice) -> Paired: ...
    def __getitem__(self, place: int | slice) -> Family | Paired:
        if isinstance(place, slice):
            return Paired(self._families[place], self._pairs[place], self._said)
        return self._families[place], self._read(self._pairs[place])

    def spread(self) -> Paired:
        """The same, every second one before the others."""
        return Paired(self._families.spread(), self._pairs.spread(), self._said)

    def __iter__(self) -> Iterator[Family]:
        return zip(self._families, map(self._read, self._pairs), strict=True)

    def _read(self, numbers: list[int]) -> list[tuple[Any, ...]]:
        return [marshal.loads(self._said[number]) for number in numbers]  # noqa: S302 - from `Pairs`
