"""Facts that are met while something else is described → the same by subject, in little memory.

A direct edge is told by a claim, or by a co-occurrence, of which there are millions: every term is kept once, and a
fact is two numbers.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from kg.graph.notation import Fact, Written
from kg.graph.triples import Subject


class Asides:
    """Facts by subject; none is lost, and each comes out once."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._told: dict[Written, dict[int, array[int]]] = defaultdict(_by_subject)

    def add(self, subject: Written, facts: list[Fact]) -> None:
        """Keep facts of a subject."""
        for predicate, value in facts:
            self._told[predicate][self._numbers[subject]].append(self._numbers[value])

    def tie(self, left: Written, right: Written, predicate: Written) -> None:
        """Keep a fact that is told both ways."""
        told, one, other = self._told[predicate], self._numbers[left], self._numbers[right]
        told[one].append(other)
        told[other].append(one)

    def subjects(self) -> Iterator[Subject]:
        """All that was kept, by subject."""
        terms = list(self._numbers)
        found = {number for told in self._told.values() for number in told}
        for number in sorted(found, key=lambda number: terms[number][:-1]):
            yield (
                terms[number],
                [
                    (predicate, terms[value])
                    for predicate, told in self._told.items()
                    if number in told
                    for value in set(told[number])
                ],
            )


class _Numbers(dict[Written, int]):
    """Terms, numbered as they come."""

    def __missing__(self, term: Written) -> int:
        self[term] = number = len(self)
        return number


def _by_subject() -> dict[int, array[int]]:
    return defaultdict(partial(array, "I"))
