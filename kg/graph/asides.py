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

    def add(self, subject: Written, facts: list[Fact]) -> None:
        """Keep facts of a subject."""
        for predicate, value in facts:
            told = self._told[predicate]
            told.append(self._numbers[subject])
            told.append(self._numbers[value])

    def tie(self, left: Written, right: Written, predicate: Written) -> None:
        """Keep a fact that is told both ways."""
        one, other = self._numbers[left], self._numbers[right]
        self._told[predicate].extend((one, other, other, one))

    def subjects(self) -> Iterator[Subject]:
        """All that was kept, by subject."""
        terms = sorted(self._numbers, key=lambda term: term[:-1])
        place = np.empty(len(terms), dtype=np.int64)
        place[[self._numbers[term] for term in terms]] = np.arange(len(terms))
        walks = [_by_subject(predicate, told, place, terms) for predicate, told in self._told.items()]
        for subject, same in groupby(heapq.merge(*walks, key=itemgetter(0)), key=itemgetter(0)):
            yield terms[subject], [fact for _, facts in same for fact in facts]


class _Numbers(dict[Written, int]):
    """Terms, numbered as they come."""

    def __missing__(self, term: Written) -> int:
        self[term] = number = len(self)
        return number


def _by_subject(
    predicate: Written, told: array[int], place: NDArray[np.int64], terms: list[Written]
) -> Iterator[tuple[int, list[Fact]]]:
    """The facts of one predicate by the places of their subjects among the terms, each fact once."""
    count, both = len(terms), np.frombuffer(told, dtype=np.uint32)
    keys = place[both[::2]]
    keys *= count
    keys += place[both[1::2]]
    keys = distinct(keys)
    subjects = keys // count
    keys %= count
    stops = [*np.flatnonzero(np.diff(subjects, prepend=-1)).tolist(), len(keys)]
    for start, stop in pairwise(stops):
        yield int(subjects[start]), [(predicate, terms[value]) for value in keys[start:stop].tolist()]
