"""What people decided of pairs of mentions → what must be one and what must not, among the mentions that are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.linking.mentions import Mentions
from kg.linking.profiles import Key


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided: pairs that are one, and pairs that are not, with the words for it."""

    same: tuple[tuple[Key, Key, str], ...] = ()
    different: tuple[tuple[Key, Key, str], ...] = ()


class Decided:
    """What people decided about mentions that are there."""

    def __init__(self, constraints: Constraints, mentions: Mentions) -> None:
        self.apart: dict[Key, set[Key]] = defaultdict(set)
        for left, right, _ in constraints.different:
            self.apart[left].add(right)
            self.apart[right].add(left)
        self.apart.default_factory = None
        self._same = [
            (one, other, (left, right, words))
            for left, right, words in constraints.same
            if (one := mentions.number(left)) is not None and (other := mentions.number(right)) is not None
        ]
        self.pairs = [(one, other) for one, other, _ in self._same]
        self._by_number: dict[int, list[int]] = defaultdict(list)
        for place, (one, _, _) in enumerate(self._same):
            self._by_number[one].append(place)

    def within(self, family: Iterable[int]) -> list[tuple[Key, Key, str]]:
        """What is one in a family of mentions, as it was decided."""
        if not self._same:
            return []
        return [self._same[place][2] for place in sorted(p for n in family for p in self._by_number.get(n, ()))]
