"""Which mentions are one, why, and which may yet be one: in numbers, with the words on disk."""

from __future__ import annotations

import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.linking.families import Groups, together
from kg.linking.mentions import Mentions
from kg.linking.profiles import Key
from kg.spool import Lines

NumberedLink = tuple[int, int, float, str]  # two mentions, points, reasons in words
Told = tuple[int, float, str]  # number of another mention, points, reasons in words


class Joined:
    """Clusters of mentions. Each stands under its first number; what is said of one is said as it is decided."""

    def __init__(self, mentions: Mentions, folder: Path | None = None) -> None:
        count = len(mentions)
        self.mentions = mentions
        self.first = array("I", range(count))  # of the cluster that a mention is in
        self._why = array("I", bytes(count * array("I").itemsize))  # number of the line from 1 on
        self._said = Lines(folder)
        self._open: dict[int, int] = {}  # by first number

    def number(self, key: Key) -> int:
        """The number of a mention that is there."""
        return self.mentions.of_key(key)

    def unite(self, numbers: Sequence[int]) -> None:
        """Make one cluster of all of these, which are ascending, and of no others."""
        for number in numbers:
            self.first[number] = numbers[0]

    def clusters(self) -> Groups:
        """All clusters, also of one, by their first numbers."""
        return together(self.first, 1)

    def explain(self, links: Iterable[NumberedLink]) -> None:
        """Remember of each mention the best of what it was linked by."""
        best: dict[int, Told] = {}
        for one, two, points, words in links:
            for number, other in ((one, two), (two, one)):
                if number not in best or (points, words) > best[number][1:]:
                    best[number] = other, points, words
        for number, told in best.items():
            earlier = self._told(number)
            if earlier is None or told[1:] > earlier[1:]:
                self._why[number] = self._said.add(marshal.dumps(told)) + 1

    def ask(self, links: Iterable[NumberedLink]) -> None:
        """Remember which clusters may be one; what is said of one of them comes all at once."""
        asked: dict[int, list[Told]] = defaultdict(list)
        for left, right, points, words in links:
            one, two = self.first[left], self.first[right]
            asked[one].append((two, points, words))
            asked[two].append((one, points, words))
        for first, others in asked.items():
            self._open[first] = self._said.add(marshal.dumps(others))

    def why(self, number: int) -> str | None:
        """The best reason why a mention is linked to another article's."""
        told = self._told(number)
        return f"one with {self.mentions.article(told[0])}: {told[2]}" if told else None

    def open(self, first: int) -> Sequence[Told]:
        """The clusters that one may be one with, by their first numbers."""
        line = self._open.get(first)
        return [] if line is None else list(map(tuple, marshal.loads(self._said[line])))  # noqa: S302 - from `ask`

    def _told(self, number: int) -> Told | None:
        line = self._why[number]
        return tuple(marshal.loads(self._said[line - 1])) if line else None  # noqa: S302 - from `explain`
