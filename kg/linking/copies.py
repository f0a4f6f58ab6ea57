"""Near copies: articles whose MinHash fingerprints agree are one source, told by several outlets.

In: records with `source.fingerprint`. Out: for each copy, the article that it copies: the earliest of the group.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.records import Record

if TYPE_CHECKING:
    import numpy

ALIKE = 0.4  # least share of equal MinHash values; unrelated reports of one event share about a tenth
_ROWS = 3  # values in a band: two texts at 0.4 meet in one of 21 bands with p = 0.75, at 0.6 with 0.99


class Copies:
    """Takes all records one by one, in order of article, then tells which nearly copy which."""

    def __init__(self) -> None:
        self._articles: dict[int, list[tuple[str, str]]] = defaultdict(list)  # by length: day, article
        self._prints: dict[int, array[int]] = defaultdict(lambda: array("Q"))

    def take(self, record: Record) -> None:
        """Remember a record's fingerprint."""
        found = print_of(record)
        if found:
            self.take_print(*found)

    def take_print(self, article: str, day: str, values: array[int]) -> None:
        """Remember what `print_of` told of a record."""
        self._articles[len(values)].append((day, article))
        self._prints[len(values)].extend(values)

    def find(self) -> dict[str, str]:
        """Article id → id of the article that it nearly copies; originals are left out."""
        import numpy as np

        found: dict[str, str] = {}
        for length, articles in self._articles.items():
            prints = np.frombuffer(self._prints[length], dtype=np.uint64).reshape(-1, length)
            for members in _groups(prints):
                group = sorted(articles[place] for place in members)
                found.update({article: group[0][1] for _, article in group[1:]})
        return dict(sorted(found.items()))


def print_of(record: Record) -> tuple[str, str, array[int]] | None:
    """A record's article, its day and its fingerprint; None where it has no fingerprint."""
    source = record.get("source")
    if not source or not source["fingerprint"]:
        return None
    values = array("Q", (value & 0xFFFFFFFFFFFFFFFF for value in source["fingerprint"]))
    return record["article"], record["published"] or "9999", values


def _groups(prints: numpy.ndarray) -> Iterator[list[int]]:
    """Places of fingerprints that are near copies of one another, two and more."""
    parent = list(range(len(prints)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    def join(left: int, right: int) -> None:
        one, other = root(left), root(right)
        if one != other and float((prints[left] == prints[right]).mean()) >= ALIKE:
            parent[max(one, other)] = min(one, other)

    for same in _bands(prints):
        for left, right in pairwise(same):
            join(left, right)
        for other in same[2:]:
            join(same[0], other)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(parent)):
        groups[root(place)].append(place)
    yield from (members for members in groups.values() if len(members) > 1)


def _bands(prints: numpy.ndarray) -> Iterator[Sequence[int]]:
    """Places of fingerprints that agree in a whole band, two and more, ascending."""
    import numpy as np

    for start in range(0, prints.shape[1] - _ROWS + 1, _ROWS):
        band = prints[:, start : start + _ROWS]
        order = np.lexsort(band.T)
        ordered = band[order]
        first = np.flatnonzero(np.r_[True, (ordered[1:] != ordered[:-1]).any(axis=1)])
        size = np.diff(np.r_[first, len(ordered)])
        for at, many in zip(first[size > 1].tolist(), size[size > 1].tolist(), strict=True):
            yield sorted(order[at : at + many].tolist())
