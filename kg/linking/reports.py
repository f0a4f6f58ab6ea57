"""Meetings on disk → the pairs that may be one, by their places; compared by two processes where there are two."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.linking.dividing import Divide, undivided
from kg.linking.hashed import Distinct, Hashed, hashed
from kg.linking.links import Link
from kg.linking.meetings import (
    MISREAD,
    REPORTED_WITHIN,
    Meeting,
    blocks_of,
    is_vague,
    link_of,
    near,
    reported_in,
    vague_pairs,
)
from kg.linking.profiles import Key

if TYPE_CHECKING:
    import numpy

_DAYS = 32  # bits that a day takes beside a region


def score_meetings(
    meetings: Sequence[Meeting], divide: Divide = undivided, folder: Path | None = None
) -> Iterator[Link]:
    """The pairs of meetings, which are in order of key, that are worth joining or asking about."""
    count = max(len(meetings), 1)
    for told in divide(link_share, _pairs(meetings, divide, folder), count, meetings):
        left, right, points, words = marshal.loads(told)  # noqa: S302 - from `link_share`
        yield Link(Key(*left), Key(*right), points, words)


def link_share(both: numpy.ndarray, count: int, meetings: Sequence[Meeting]) -> Iterator[bytes]:
    """Two places of `count` meetings in each number → the links worth a look."""
    for pair in both:
        one, other = divmod(int(pair), count)
        link = link_of(meetings[one], meetings[other])
        if link is not None:
            yield marshal.dumps((tuple(link.left), tuple(link.right), link.points, link.words))


def report_share(places: Iterable[int], meetings: Sequence[Meeting]) -> Iterator[bytes]:
    """Of meetings by place: article, hashes of the blocks, where and when it was reported, whether vague, the day."""
    for place in places:
        meeting = meetings[place]
        keys, reported = list(map(hashed, blocks_of(meeting))), reported_in(meeting)
        where, day = reported or ("", None)
        yield marshal.dumps((meeting.key.article, keys, where, _number(day), is_vague(meeting), _number(meeting.date)))


def _number(day: str | None) -> int:
    """A day as a number; 0 for none, and for what is less than a day."""
    try:
        return date.fromisoformat(day).toordinal() if day else 0
    except ValueError:
        return 0


def _pairs(meetings: Sequence[Meeting], divide: Divide, folder: Path | None) -> numpy.ndarray:
    """Places of different articles that share a day and a region or participant, or a source, or are vague together.

    Each two are one number, the lower place times the number of meetings and the other. Those of two days that even
    copies of one text can't mean are left out.
    """
    blocks, reports, found = Hashed(folder), _Reports(), Distinct()
    articles, days = array("I"), array("I")
    last = None
    for place, told in enumerate(divide(report_share, range(len(meetings)), meetings)):
        article, keys, where, reported, vague, day = marshal.loads(told)  # noqa: S302 - from `report_share`
        articles.append(articles[-1] + (article != last) if articles else 0)
        last = article
        days.append(day)
        blocks.add(place, keys)
        reports.take(place, where, reported, vague=vague)
    count = len(articles)

    def worth(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
        for one, other in pairs:
            if articles[one] != articles[other]:
                ours, theirs = days[one], days[other]
                if not (ours and theirs) or -MISREAD <= ours - theirs <= MISREAD:
                    yield min(one, other) * count + max(one, other)

    for same in blocks.groups():
        found.extend(worth(near(same, lambda place: (meetings[place].name, place))))
    for pairs in reports.pairs():
        found.extend(worth(pairs))
    return found.all()


class _Reports:
    """Takes meetings by their places, then tells pairs of which one does not say its day, reported within days."""

    def __init__(self) -> None:
        self._regions: dict[str, int] = {}
        self._reported, self._places = array("Q"), array("I")
        self._vague = bytearray()

    def take(self, place: int, where: str, day: int, *, vague: bool) -> None:
        """Remember one; the day is 0 where none is known."""
        self._vague.append(vague)
        if day:
            region = self._regions.setdefault(where, len(self._regions))
            self._reported.append((region << _DAYS) + day)
            self._places.append(place)

    def pairs(self) -> Iterator[Iterator[tuple[int, int]]]:
        """By region and day."""
        import numpy as np

        if 1 not in self._vague:
            return
        reported, places = np.frombuffer(self._reported, dtype=np.uint64), np.frombuffer(self._places, dtype=np.uint32)
        order = np.argsort(reported, kind="stable")
        reported, places = reported[order], places[order]
        begins, starts = np.unique(reported, return_index=True)
        ends = np.r_[starts[1:], len(reported)]
        reach = np.searchsorted(reported, begins + REPORTED_WITHIN, side="right")
        vague = np.r_[0, np.frombuffer(self._vague, dtype=np.uint8)[places].cumsum(dtype=np.uint32)]
        some = vague[reach] > vague[starts]
        for start, end, last in zip(starts[some].tolist(), ends[some].tolist(), reach[some].tolist(), strict=True):
            here, others = places[start:end].tolist(), places[start:last].tolist()
            yield vague_pairs(here, others, self._vague.__getitem__)
