"""An office of a KnowledgeBase → its line of holders with sources, gaps and overlaps; no interval is invented."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.days import days_between
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.offices import Office
from kg.model import Posting, Sighting


@dataclass(frozen=True, slots=True)
class Tenure:
    """What is known of one person in an office. `left_by` is the first day on which he was called a former holder."""

    person: str
    acting: str | None
    rank: str | None
    sightings: tuple[Sighting, ...]
    start: str | None
    end: str | None
    left_by: str | None
    status: str
    notes: tuple[str, ...]
    postings: tuple[str, ...]

    @property
    def first(self) -> str | None:
        """The first day that is proven."""
        return min((day for day in (self.start, *self.days) if day), default=None)

    @property
    def last(self) -> str | None:
        """The last day that is proven."""
        return max((day for day in (self.end, self.start, *self.days) if day), default=None)

    @property
    def days(self) -> tuple[str, ...]:
        return tuple(sorted({sighting.day for sighting in self.sightings}))

    def proven(self, first: str, last: str) -> Iterator[str]:
        """The proven days between two, both included."""
        return (day for day in (self.start, *self.days, self.end) if day and first <= day <= last)

    def around(self, day: str) -> tuple[str | None, str | None]:
        """The last day up to one that is proven to be in the office, and the first from it on."""
        before = max((d for d in (self.start, *self.days) if d and d <= day), default=None)
        after = min((d for d in (*self.days, self.end) if d and d >= day), default=None)
        return before, after


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two holders of which nothing is known; both ends are proven days."""

    after: str
    before: str
    days: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two who are proven in the office at once, neither of them acting."""

    persons: tuple[str, str]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The holders of an office in order of time."""

    office: Office
    tenures: tuple[Tenure, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]


def timeline(base: KnowledgeBase, office: Office) -> Timeline:
    """Everything the graph says of who held an office; rejected claims are left out."""
    held: dict[tuple[str, str | None], list[Posting]] = defaultdict(list)
    for posting in base.postings.values():
        if posting.post in office.posts and posting.status != "rejected":
            held[posting.person, posting.acting].append(posting)
    tenures = tuple(
        sorted(
            (_tenure(same) for same in held.values()),
            key=lambda t: (t.first or t.left_by or "~", t.person, t.acting or ""),
        )
    )
    return Timeline(office, tenures, tuple(_gaps(tenures)), tuple(_overlaps(tenures)))


def _tenure(same: Sequence[Posting]) -> Tenure:
    current = [p for p in same if not p.former]
    former = [s.day for p in same if p.former for s in p.sightings]
    ends = [p.end_asserted for p in same if p.end_asserted]
    ranks = sorted((s.day, p.rank) for p in current or same for s in p.sightings if p.rank)
    return Tenure(
        person=same[0].person,
        acting=same[0].acting,
        rank=ranks[-1][1] if ranks else next((p.rank for p in same if p.rank), None),
        sightings=tuple(sorted({s for p in current for s in p.sightings})),
        start=min((p.start_asserted for p in same if p.start_asserted), default=None),
        end=max(ends, default=None),
        left_by=min(former, default=None),
        status="conflict" if any(p.status == "conflict" for p in same) else "accepted",
        notes=tuple(sorted({note for p in same for note in p.notes})),
        postings=tuple(sorted(p.id for p in same)),
    )


def _gaps(tenures: Sequence[Tenure]) -> Iterable[Gap]:
    proven = sorted((t.first, t.last) for t in tenures if t.first and t.last)
    reached = None
    for first, last in proven:
        if reached is not None and first > reached and (days := days_between(reached, first)) > 1:
            yield Gap(reached, first, days - 1)
        reached = max(last, reached or "")


def _overlaps(tenures: Sequence[Tenure]) -> Iterable[Overlap]:
    regular = [t for t in tenures if not t.acting and t.first and t.last]
    for at, one in enumerate(regular):
        for other in regular[at + 1 :]:
            first, last = max(one.first or "", other.first or ""), min(one.last or "", other.last or "")
            handover = first == last and first in (one.end, one.start, other.end, other.start)
            if one.person != other.person and first <= last and not handover:
                left, right = sorted((one.person, other.person))
                yield Overlap((left, right), first, last)
