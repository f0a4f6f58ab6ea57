"""Meetings on disk → which of them are one event, by number, and their canonical ids."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import overload

from kg.ids import digest, slug
from kg.linking.clusters import Constraints, Decided, Link, by_number
from kg.linking.families import Pairs
from kg.linking.found import Minted
from kg.linking.joined import Joined
from kg.linking.meetings import Meeting, State, score_meetings
from kg.linking.mentions import Mentions
from kg.linking.rows import ArticleRow, meeting_from
from kg.spool import Lines

Links = Callable[[Sequence[Meeting]], Iterable[Link]]
_RECENT = 1 << 12  # meetings that are kept as they were read


class Events:
    """Takes the meetings of all articles in order, then joins those that are one event."""

    def __init__(self, folder: Path | None = None) -> None:
        self.mentions = Mentions()
        self._folder = folder
        self._lines = Lines(folder)
        self._person = array("I")  # of each event the number of its article's first person
        self._members: dict[int, list[int]] = {}  # of the events that several articles tell of, by first number

    def take(self, row: ArticleRow, person: int) -> None:
        """Put the events of an article away; `person` is the number of its first person."""
        self.mentions.add(row.article, [local for local, _ in row.events])
        for _, meeting in row.events:
            self._lines.add(meeting)
            self._person.append(person)

    def join(self, constraints: Constraints, who: Callable[[int], str], scores: Links | None = None) -> Joined:
        """Join those that are one, from the best pair down; `who` tells who a person is by the number of a mention.

        `scores` stands in for `score_meetings`.
        """
        joined = Joined(self.mentions, self._folder)
        decided = Decided(constraints, self.mentions)
        meetings = Meetings(self._lines, self._person, who)
        pairs = Pairs(len(meetings), self._folder)
        for pair in decided.pairs:
            pairs.families.join(pair)
        for link in (scores or score_meetings)(meetings):
            pairs.add(joined.number(link.left), joined.number(link.right), link.points, link.words)
        for family, scored in pairs:
            links = [Link(self.mentions[one], self.mentions[other], *said) for one, other, *said in scored]
            state = State((meetings.load(number) for number in family), decided.apart)
            asked = state.join(decided.within(family), links)
            for members in state.members.values():
                if len(members) > 1:
                    numbers = sorted(map(joined.number, members))
                    joined.unite(numbers)
                    self._members[numbers[0]] = numbers
            joined.explain(by_number(state.links, joined.number))
            joined.ask(by_number(asked, joined.number))
        return joined

    def mint(self, first: int, *, own: bool = False) -> Minted:
        """`event/<date>-<kind>-<region>-<hash>`, the hash being that of the earliest report's name."""
        reports = [meeting_from(self._lines[number], str) for number in self._members.get(first, (first,))]
        told = min(reports, key=lambda m: (m.date is None, not m.exact, m.published or "9999", m.key))
        label = slug("-".join(part for part in (told.date, told.kind, told.region) if part))
        found = f"event/{label}-{digest(told.date or '', told.kind, told.region or '', told.name, length=8)}"
        return Minted(found, f"{found}-{digest(*self.mentions[first], length=4)}" if own else found)


class Meetings(Sequence[Meeting]):
    """The meetings on disk, in order of key."""

    def __init__(self, lines: Lines, person: array[int], who: Callable[[int], str]) -> None:
        self._lines = lines
        self.load = partial(_meeting, lines, person, who)  # one as it was put away
        self._recent = lru_cache(maxsize=_RECENT)(self.load)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, number: int) -> Meeting: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Meeting]: ...
    def __getitem__(self, number: int | slice) -> Meeting | Sequence[Meeting]:
        if isinstance(number, slice):
            return [self._recent(n) for n in range(*number.indices(len(self)))]
        return self._recent(number)


def _meeting(lines: Lines, person: array[int], who: Callable[[int], str], number: int) -> Meeting:
    first = person[number]
    return meeting_from(lines[number], lambda place: who(first + place))
