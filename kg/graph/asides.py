"""Facts that are met while something else is described → the same by subject, in little memory.

A direct edge is told by a claim, or by a co-occurrence, of which there are millions: every term is kept once, and a
fact is two numbers.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator

from kg.graph.notation import Fact, Written
from kg.graph.triples import Subject


class Asides:
    """Facts by subject; none is lost, and each comes out once."""

    def __init__(self) -> None:
        self._numbers: dict[Written, int] = {}
        self._told: dict[Written, dict[int, array[int]]] = {}  # predicate → subject → objects

    def add(self, subject: Written, facts: list[Fact]) -> None:
        """Keep facts of a subject."""
        numbers = self._numbers
        for predicate, value in facts:
            told = self._told.get(predicate)
            if told is None:
                told = self._told[predicate] = defaultdict(_objects)
            told[numbers.setdefault(subject, len(numbers))].append(numbers.setdefault(value, len(numbers)))

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


def _objects() -> array[int]:
    return array("I")
