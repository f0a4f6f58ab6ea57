"""Numbers joined by pairs → families: what is connected by any way is decided together, and apart from all else."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.spool import Lines

if TYPE_CHECKING:
    import numpy


def alike(ordered: numpy.ndarray, numbers: numpy.ndarray) -> Iterator[list[int]]:
    """The numbers that stand beside equal values, two and more; equal values follow each other."""
    import numpy as np

    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    ends = np.r_[starts[1:], len(ordered)]
    shared = ends - starts > 1
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        yield numbers[start:end].tolist()


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

    def __iter__(self) -> Iterator[list[int]]:
        """The families of two and more, each ascending, by their first number."""
        import numpy as np

        roots = np.array([self.root(number) for number in range(len(self._parent))], dtype=np.uint32)
        order = np.argsort(roots, kind="stable").astype(np.uint32)
        return alike(roots[order], order)

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

    def __iter__(self) -> Iterator[tuple[list[int], list[tuple[Any, ...]]]]:
        """Each family of two and more with its pairs and what is said of them, in the order they were given."""
        owner = array("I", map(self.families.root, self._left))
        order = sorted(range(len(owner)), key=owner.__getitem__)
        at = 0
        for family in self.families:
            start = at
            while at < len(order) and owner[order[at]] == family[0]:
                at += 1
            yield family, [marshal.loads(self._said[number]) for number in order[start:at]]  # noqa: S302 - from `add`
