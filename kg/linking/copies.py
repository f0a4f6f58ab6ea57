"""Near copies: articles whose MinHash fingerprints agree are one source, told by several outlets.

In: records with `source.fingerprint`. Out: for each copy, the article that it copies: the earliest of the group.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import ne
from sys import intern
from typing import TYPE_CHECKING

from kg.linking.articles import Articles
from kg.linking.families import Families
from kg.linking.hashed import Distinct
from kg.records import Record

if TYPE_CHECKING:
    import numpy

ALIKE = 0.4  # least share of equal MinHash values; unrelated reports of one event share about a tenth
_AT_ONCE = 1 << 12  # pairs that are compared together
_PRIME, _HALF = 0x9E3779B97F4A7C15, 32  # what hashes of bands are mixed by
_ROWS = 3  # values in a band: two texts at 0.4 meet in one of 21 bands with p = 0.75, at 0.6 with 0.99


class Copies:
    """Takes all records one by one, in order of article, then tells which nearly copy which."""

    def __init__(self) -> None:
        self._articles = Articles()
        self._numbers: dict[int, array[int]] = defaultdict(lambda: array("I"))  # by length of the fingerprint
        self._days: dict[int, list[str]] = defaultdict(list)
        self._prints: dict[int, array[int]] = defaultdict(lambda: array("I"))  # of "Q" from the first large value on

    def take(self, record: Record) -> None:
        """Remember a record's fingerprint."""
        found = print_of(record)
        if found:
            self.take_print(*found)

    def take_print(self, article: str, day: str, values: array[int]) -> None:
        """Remember what `print_of` told of a record."""
        length = len(values)
        self._numbers[length].append(self._articles.add(article))
        self._days[length].append(intern(day))
        try:
            self._prints[length].extend(array(self._prints[length].typecode, values))
        except OverflowError:
            self._prints[length] = array("Q", [*self._prints[length], *values])

    def find(self) -> Originals:
        """Article id → id of the article that it nearly copies; originals are left out."""
        import numpy as np

        original = array("I", range(len(self._articles)))
        for length, numbers in self._numbers.items():
            prints = np.array(self._prints[length], copy=False).reshape(-1, length)
            families = Families(len(numbers))
            for pair in _alike(prints).tolist():
                families.join(divmod(pair, len(numbers)))
            days = self._days[length]
            for members in families.groups():
                _, first = min((days[place], place) for place in members)
                for place in members:
                    original[numbers[place]] = numbers[first]
        return Originals(self._articles, original)


class Originals(Mapping[str, str]):
    """Of articles that nearly copy another one, which that is: by number, since in some news they are most."""

    def __init__(self, articles: Articles, original: array[int]) -> None:
        self._articles, self._original = articles, original
        self._copies = sum(map(bool, map(ne, original, range(len(original)))))

    def __getitem__(self, article: str) -> str:
        number = self._articles.number(article) if self._copies else None
        if number is None or self._original[number] == number:
            raise KeyError(article)
        return self._articles[self._original[number]]

    def __len__(self) -> int:
        return self._copies

    def __iter__(self) -> Iterator[str]:
        return (article for number, article in enumerate(self._articles) if self._original[number] != number)


def print_of(record: Record) -> tuple[str, str, array[int]] | None:
    """A record's article, its day and its fingerprint; None where it has no fingerprint."""
    source = record.get("source")
    if not source or not source["fingerprint"]:
        return None
    return record["article"], record["published"] or "9999", array("Q", source["fingerprint"])


def _alike(prints: numpy.ndarray) -> numpy.ndarray:
    """Places of near copies that agree in a whole band: neighbours in it, and the first with each other; each two once.

    Bands are compared by hash. Two places are one number, the first times the number of prints and the other.
    """
    import numpy as np

    found, count = Distinct(), len(prints)
    for start in range(0, prints.shape[1] - _ROWS + 1, _ROWS):
        band = np.zeros(count, dtype=np.uint64)
        for column in range(start, start + _ROWS):
            band = (band ^ prints[:, column].astype(np.uint64)) * _PRIME
            band ^= band >> _HALF
        order = np.argsort(band, kind="stable")
        ordered = band[order]
        new = np.r_[True, ordered[1:] != ordered[:-1]]
        first = order[np.maximum.accumulate(np.where(new, np.arange(count), 0))]
        lefts = np.r_[order[:-1][~new[1:]], first[~new]]
        rights = np.r_[order[1:][~new[1:]], order[~new]]
        for at in range(0, len(lefts), _AT_ONCE):
            left, right = lefts[at : at + _AT_ONCE], rights[at : at + _AT_ONCE]
            near = (prints[left] == prints[right]).mean(axis=1) >= ALIKE
            found.extend((left[near] * count + right[near]).tolist())
    return found.all()
