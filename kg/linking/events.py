"""Meetings on disk → which of them are one event, by number, and their canonical ids."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, overload

from kg.ids import digest, slug
from kg.linking.articles import Articles
from kg.linking.constraints import Constraints, Decided
from kg.linking.dividing import Divide, undivided
from kg.linking.families import Groups, Pairs
from kg.linking.found import Minted
from kg.linking.joined import Joined
from kg.linking.links import Link, by_number
from kg.linking.meetings import Meeting, State
from kg.linking.mentions import Mentions
from kg.linking.reports import score_meetings
from kg.linking.rows import ArticleRow, meeting_from
from kg.spool import Lines

Links = Callable[[Sequence[Meeting]], Iterable[Link]]
_RECENT = 1 << 12  # meetings that are kept as they were read


class Events:
    """Takes the meetings of all articles in order, then joins those that are one event."""

    def __init__(self, articles: Articles, folder: Path | None = None, divide: Divide = undivided) -> None:
        """`articles` are those that the persons were taken of."""
        self.mentions = Mentions(articles)
        self._folder, self._divide = folder, divide
        self._lines = Lines(folder)
        self._person = array("I")  # of each event the number of its article's first person

    def take(self, row: ArticleRow, person: int) -> None:
        """Put the events of an article away; `person` is the number of its first person."""
        self.mentions.add(row.article, [local for local, _ in row.events])
        for _, meeting in row.events:
            self._lines.add(meeting)
            self._person.append(person)

    def join(self, constraints: Constraints, people: array[int], scores: Links | None = None) -> Joined:
        """Join those that are one, from the best pair down; `people` tells who a person is, by the number of a mention.

        `scores` stands in for `score_meetings`.
        """
        joined = Joined(self.mentions, self._folder)
        decided = Decided(constraints, self.mentions)
        meetings = Meetings(self._lines, self._person, people)
        pairs = Pairs(len(meetings), self._folder)
        for pair in decided.pairs:
            pairs.families.join(pair)
        for link in (scores or score_meetings)(meetings):
            pairs.add(joined.number(link.left), joined.number(link.right), link.points, link.words)
        for family, scored in pairs.by_family():
            links = [Link(self.mentions[one], self.mentions[other], *said) for one, other, *said in scored]
            state = State((meetings.load(number) for number in family), decided.apart)
            asked = state.join(decided.within(family), links)
            for members in state.members.values():
                if len(members) > 1:
                    joined.unite(sorted(map(joined.number, members)))
            joined.explain(by_number(state.links, joined.number))
            joined.ask(by_number(asked, joined.number))
        return joined

    def mint(self, clusters: Groups, *, own: bool) -> Iterator[Minted]:
        """`event/<date>-<kind>-<region>-<hash>` of clusters, the hash being that of the earliest report's name."""
        for told in self._divide(mint, clusters, self._lines, own):
            yield Minted(*marshal.loads(told))  # noqa: S302 - from `mint`


def mint(clusters: Iterable[list[int]], lines: Lines, own: bool) -> Iterator[bytes]:  # noqa: FBT001
    """Of each cluster the fields of `Minted`."""
    for numbers in clusters:
        reports = [meeting_from(lines[number], str) for number in numbers]
        told = min(reports, key=lambda m: (m.date is None, not m.exact, m.published or "9999", m.key))
        label = slug("-".join(part for part in (told.date, told.kind, told.region) if part))
        found = f"event/{label}-{digest(told.date or '', told.kind, told.region or '', told.name, length=8)}"
        yield marshal.dumps((found, f"{found}-{digest(*reports[0].key, length=4)}" if own else found))


class Meetings(Sequence[Meeting]):
    """The meetings on disk, in order of key."""

    def __init__(self, lines: Lines, person: array[int], people: array[int]) -> None:
        self._lines, self._person, self._people = lines, person, people
        self.load = partial(_meeting, lines, person, people)  # one as it was put away
        self._recent = lru_cache(maxsize=_RECENT)(self.load)

    def __reduce__(self) -> tuple[Any, ...]:
        return Meetings, (self._lines, self._person, self._people)

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


def _meeting(lines: Lines, person: array[int], people: array[int], number: int) -> Meeting:
    first = person[number]
    return meeting_from(lines[number], lambda place: str(people[first + place]))
