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
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from kg.graph.distinct import distinct
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
        """All that was kept, by subject."""
        terms = sorted(self._numbers, key=lambda term: term[:-1])
        place = np.empty(len(terms), dtype=np.int64)
        place[[self._numbers[term] for term in terms]] = np.arange(len(terms))
        walks = [
            _by_subject(predicate, self._told.get(predicate), self._tied.get(predicate), place, terms)
            for predicate in {**self._told, **self._tied}
        ]
        for subject, same in groupby(heapq.merge(*walks, key=itemgetter(0)), key=itemgetter(0)):
            yield terms[subject], [fact for _, facts in same for fact in facts]


class _Numbers(dict[Written, int]):
    """Terms, numbered as they come."""

    def __missing__(self, term: Written) -> int:
        self[term] = number = len(self)
        return number


def _by_subject(
    predicate: Written, told: array[int] | None, tied: array[int] | None, place: NDArray[np.int64], terms: list[Written]
) -> Iterator[tuple[int, list[Fact]]]:
    """The facts of one predicate by the places of their subjects among the terms, each fact once."""
    count = len(terms)
    keys = distinct(np.concatenate([*_keys(told, place, count), *_keys(tied, place, count, both=True)]))
    subjects = keys // count
    keys %= count
    stops = [*np.flatnonzero(np.diff(subjects, prepend=-1)).tolist(), len(keys)]
    for start, stop in pairwise(stops):
        yield int(subjects[start]), [(predicate, terms[value]) for value in keys[start:stop].tolist()]


def _keys(
    told: array[int] | None, place: NDArray[np.int64], count: int, *, both: bool = False
) -> Iterator[NDArray[np.int64]]:
    """A number for each fact: the place of its subject × so many terms + the place of its value; or both ways."""
    if told is not None:
        ends = np.frombuffer(told, dtype=np.uint32)
        for one, other in ((0, 1), (1, 0)) if both else ((0, 1),):
            keys = place[ends[one::2]]
            keys *= count
            keys += place[ends[other::2]]
            yield keys
