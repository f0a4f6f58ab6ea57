"""Facts that are met while something else is described → the same by subject, in little memory.

A direct edge is told by a claim, or by a co-occurrence, of which there are millions: every term is kept once, and a
fact is two numbers.
"""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from kg.graph.notation import Fact, Written
from kg.graph.triples import Subject


class Asides:
    """Facts by subject; none is lost, and each comes out once."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._told: dict[Written, array[int]] = defaultdict(partial(array, "I"))  # subject, value, subject, value …
        self._tied: dict[Written, array[int]] = defaultdict(partial(array, "I"))  # the same, and the other way round

    def add(self, subject: Written, facts: list[Fact]) -> None:
        """Keep facts of a subject."""
        for predicate, value in facts:
            told = self._told[predicate]
            told.append(self._numbers[subject])
            told.append(self._numbers[value])

    def tie(self, left: Written, right: Written, predicate: Written) -> None:
        """Keep a fact that is told both ways."""
        self._tied[predicate].extend((self._numbers[left], self._numbers[right]))

    def subjects(self) -> Iterator[Subject]:
        """All that was kept, by subject; from then on it is no longer."""
        numbers, self._numbers = self._numbers, _Numbers()
        terms = sorted(numbers, key=lambda term: term[:-1])
        place = np.empty(len(terms), dtype=np.int64)
        place[np.fromiter(map(numbers.__getitem__, terms), np.int64, len(terms))] = np.arange(len(terms))
        del numbers
        walks = []
        for predicate in {**self._told, **self._tied}:
            told, tied = (found.pop(predicate, array("I")) for found in (self._told, self._tied))
            walks.append(_by_subject(predicate, _keys(told, tied, place), terms))
        for subject, same in groupby(heapq.merge(*walks, key=itemgetter(0)), key=itemgetter(0)):
            yield terms[subject], [fact for _, facts in same for fact in facts]


class _Numbers(dict[Written, int]):
    """Terms, numbered as they come."""

    def __missing__(self, term: Written) -> int:
        self[term] = number = len(self)
        return number


def _keys(told: array[int], tied: array[int], place: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number for each fact, sorted: the place of its subject × so many terms + the place of its value."""
    count = len(place)
    keys = np.empty(len(told) // 2 + len(tied), dtype=np.int64)
    start = 0
    for ends, one, other in ((told, 0, 1), (tied, 0, 1), (tied, 1, 0)):
        both = np.frombuffer(ends, dtype=np.uint32) if len(ends) else np.zeros(0, dtype=np.uint32)
        part = keys[start : start + len(both) // 2]
        part[:] = place[both[one::2]]
        part *= count
        part += place[both[other::2]]
        start += len(part)
    keys.sort()
    return keys


def _by_subject(predicate: Written, keys: NDArray[np.int64], terms: list[Written]) -> Iterator[tuple[int, list[Fact]]]:
    """The facts of one predicate by the places of their subjects among the terms, each fact once."""
    count = len(terms)
    stops = np.searchsorted(keys, np.arange(1, count + 1, dtype=np.int64) * count)
    start = 0
    for subject in np.flatnonzero(np.diff(stops, prepend=0)).tolist():
        stop = int(stops[subject])
        values = dict.fromkeys((keys[start:stop] - subject * count).tolist())
        yield subject, [(predicate, terms[value]) for value in values]
        start = stop
