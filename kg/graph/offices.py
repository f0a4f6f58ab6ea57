"""KnowledgeBase → who held an office: the line of holders with sources, gaps and overlaps, and the holder on a day.

A sighting proves a day. Between two sightings of one holder close in time, with nobody else seen, he is taken to have
held the office; further out that is only probable, and where neither reaches it is unknown: no interval is invented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.errors import QueryError
from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Posting, Sighting

_SHOWN = 15  # offices in a hint

CLOSE = 92  # days between two sightings of one holder that leave no doubt about the days between
REACH = 183  # days beyond a sighting for which the holder is probable

Certainty = Literal["certain", "probable", "unknown"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office at an institution, whatever the wording: `posts` are its ids in the graph."""

    label: str
    institution: str
    posts: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held the office on a day: one person, when certain or probable; the reason in words; the articles."""

    day: str
    certainty: Certainty
    persons: tuple[str, ...]
    why: str
    articles: tuple[str, ...] = ()


def offices(base: KnowledgeBase) -> tuple[Office, ...]:
    """Every office of the graph: posts of one role at one institution are one, whatever their wording."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for post in base.posts.values():
        found[post.institution, post.role or _fold(post.label)].append(post.id)
    held = defaultdict(int, dict.fromkeys(base.posts, 0))
    for posting in base.postings.values():
        held[posting.post] += len(posting.evidence)
    made = []
    for (institution, _), posts in sorted(found.items()):
        best = min(posts, key=lambda p: (-held[p], -len(base.posts[p].label), base.posts[p].label))
        made.append(Office(base.posts[best].label, institution, tuple(sorted(posts))))
    return tuple(made)


def find_office(base: KnowledgeBase, text: str) -> Office:
    """The office that is meant by an id, a wording, or words of its label and institution.

    Raises QueryError when none is meant or more than one; its hint lists them.
    """
    every, wanted = offices(base), _fold(text)
    words = set(wanted.split())

    def wordings(office: Office) -> set[str]:
        return {_fold(base.posts[post].label) for post in office.posts}

    def has_words(office: Office) -> bool:
        institution = base.entities[office.institution]
        names = " ".join((*wordings(office), _fold(institution.name), *map(_fold, institution.aliases)))
        return bool(words) and words <= set(names.split())

    for found in (
        [o for o in every if text.strip() in o.posts or wanted in wordings(o)],
        [o for o in every if has_words(o) and any(w.split()[0] == wanted.split()[0] for w in wordings(o) if w)],
        [o for o in every if has_words(o)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            listed = "".join(f"\n  {o.posts[0]}  {o.label}, {base.entities[o.institution].name}" for o in found[:8])
            more = f"\n  and {len(found) - 8} more" if len(found) > 8 else ""
            raise QueryError(f"{text!r} could be {len(found)} offices", hint=f"give the id of one:{listed}{more}")
    raise QueryError(f"no office is named {text!r}", hint=_near(every, words))


def _near(every: Sequence[Office], words: set[str]) -> str:
    """A hint with the offices that share most words with what was asked for."""
    shared = {o.posts[0]: len(words & set(_fold(o.label).split())) for o in every}
    best = max(shared.values(), default=0)
    near = sorted({o.label for o in every if best and shared[o.posts[0]] == best})
    if not near:
        return "give it as articles call it, as in: kg export nodes output/"
    return f"the graph has {'; '.join(near[:_SHOWN])}" + (
        f"; and {len(near) - _SHOWN} more" if len(near) > _SHOWN else ""
    )


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


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
        if reached is not None and first > reached and (days := _days(reached, first)) > 1:
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


def holder_on(line: Timeline, day: str) -> Holder:
    """Who held the office on a day: certain, probable or unknown, and why."""
    proven = [(t, why) for t in line.tenures if (why := _proof(t, day, line))]
    if proven:
        persons = tuple(sorted({t.person for t, _ in proven}))
        articles = tuple(sorted({s.article for t, _ in proven for s in t.sightings if abs(_days(s.day, day)) <= CLOSE}))
        if len(persons) == 1:
            return Holder(day, "certain", persons, proven[0][1], articles)
        return Holder(
            day, "unknown", persons, f"{len(persons)} people are proven in the office around that day", articles
        )
    likely = sorted(
        ((distance, t) for t in line.tenures if (distance := _distance(t, day, line)) is not None), key=lambda d: d[0]
    )
    if likely:
        distance, tenure = likely[0]
        tied = sorted({t.person for d, t in likely if d == distance})
        if len(tied) == 1:
            articles = tuple(sorted({s.article for s in tenure.sightings}))
            why = (
                f"seen in the office {distance} days away, nobody else in between"
                if distance
                else "seen before and after"
            )
            return Holder(day, "probable", (tenure.person,), why, articles)
    return Holder(day, "unknown", (), "no source is near that day" if line.tenures else "no holder is known")


def _proof(tenure: Tenure, day: str, line: Timeline) -> str | None:
    """Why a day of a holder is beyond doubt, or None."""
    if day in tenure.days:
        return "seen in the office on that day"
    if tenure.left_by and day >= tenure.left_by and (not tenure.days or tenure.days[-1] < day):
        return None
    before = max((d for d in (tenure.start, *tenure.days) if d and d <= day), default=None)
    after = min((d for d in (*tenure.days, tenure.end) if d and d >= day), default=None)
    if before is None or after is None or _rival_between(tenure, before, after, line):
        return None
    if before == tenure.start and after == tenure.end:
        return f"in office from {before} to {after}, as sources say"
    if before == day or after == day:
        return "took or left the office on that day" if day in (tenure.start, tenure.end) else None
    if _days(before, after) <= CLOSE:
        return f"seen in the office on {before} and on {after}, nobody else in between"
    return None


def _distance(tenure: Tenure, day: str, line: Timeline) -> int | None:
    """Days to the nearest proof of a holder who probably held the office on a day; None when he is out of reach."""
    if tenure.first is None or tenure.last is None or _held_by_another(tenure, day, line):
        return None
    if tenure.first <= day <= tenure.last:
        before = max((d for d in (tenure.start, *tenure.days) if d and d <= day), default=tenure.first)
        after = min((d for d in (*tenure.days, tenure.end) if d and d >= day), default=tenure.last)
        return None if _rival_between(tenure, before, after, line) else 0
    if day > tenure.last:
        gone = (tenure.end and day > tenure.end) or (tenure.left_by and day >= tenure.left_by)
        distance, blocked = _days(tenure.last, day), _rival_between(tenure, tenure.last, day, line)
    else:
        gone = bool(tenure.start)
        distance, blocked = _days(day, tenure.first), _rival_between(tenure, day, tenure.first, line)
    return None if gone or blocked or distance > REACH else distance


def _held_by_another(tenure: Tenure, day: str, line: Timeline) -> bool:
    return any(
        other.person != tenure.person and other.first and other.last and other.first <= day <= other.last
        for other in line.tenures
    )


def _rival_between(tenure: Tenure, first: str, last: str, line: Timeline) -> bool:
    """Whether somebody else is proven in the office between two days; the day of a handover belongs to both."""
    handover = (tenure.start, tenure.end)
    return any(
        other.person != tenure.person
        and any(first <= d <= last and d not in handover for d in (other.start, *other.days, other.end) if d)
        for other in line.tenures
    )


def _days(left: str, right: str) -> int:
    return (_date(right) - _date(left)).days


def _date(text: str) -> date:
    """The day of an ISO date; the first where the day or month is missing."""
    parts = [int(part) for part in text[:10].split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)
