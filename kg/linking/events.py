"""Events → clusters: one meeting told by several outlets is one event with several reports.

Two events of one article are two. Others are compared when they share a day, or when one has none and the reports are
days apart; the weights below are points as in `kg.linking.features`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from sys import intern

from rapidfuzz.fuzz import token_set_ratio

from kg.linking.clusters import Link
from kg.linking.profiles import Key, kabupaten, province
from kg.linking.words import fold
from kg.records import Record

LINK, ASK = 3.3, 1.6
SAME_DAY, SAME_KIND, OTHER_KIND, SAME_REGION, OTHER_REGION = 1.0, 0.8, -1.8, 0.8, -4.0
NAME, PLACE, PEOPLE, BODIES, COPY, NO_DAY, NOBODY = 2.0, 1.0, 2.0, 1.5, 2.5, -0.5, -1.0
LARGE, WINDOW = 120, 20  # events of one block that are compared all with all; else in windows
_DAY = len("2024-08-30")
OTHER_DAY, MISREAD = -1.5, 2  # days by which copies of one text may differ in reading "yesterday"
REPORTED_WITHIN = 4  # days between two reports of an event, one of which does not say the day


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is compared of an event in an article."""

    key: Key
    kind: str
    name: str
    date: str | None
    exact: bool
    region: str | None
    place: str
    people: frozenset[str]
    bodies: frozenset[str]
    source: str
    published: str | None


@dataclass(frozen=True)
class EventClusters:
    """Groups of events that are one, the links that made them, and the pairs in doubt."""

    groups: tuple[tuple[Key, ...], ...]
    links: tuple[Link, ...]
    undecided: tuple[Link, ...] = ()


def meetings_of(record: Record, entities: Mapping[str, str], source: str) -> Iterator[Meeting]:
    """The events of a record, with participants by canonical id; `source` is the article that it nearly copies."""
    for event in record["events"]:
        ids = {entities[p["participant"]] for p in event["participations"]}
        yield Meeting(
            key=Key(record["article"], event["id"]),
            kind=intern(event["type"]),
            name=fold(event["name"] or ""),
            date=event["date"],
            exact=event.get("precision", "day") == "day",
            region=event["region"],
            place=fold(event["place"] or ""),
            people=frozenset(i for i in ids if i.startswith("person/")),
            bodies=frozenset(intern(i) for i in ids if not i.startswith("person/")),
            source=source,
            published=record["published"][:10] if record["published"] else None,
        )


def compare(left: Meeting, right: Meeting) -> tuple[float, tuple[str, ...], bool]:
    """Points, reasons in words, and whether the two can't be one."""
    reasons: list[str] = []
    points = 0.0

    def add(value: float, words: str) -> None:
        nonlocal points
        points += value
        reasons.append(words)

    if left.date and right.date:
        if left.date.startswith(right.date) or right.date.startswith(left.date):
            add(SAME_DAY, f"both on {max(left.date, right.date)}")
        elif left.source == right.source and _days_apart(left.date, right.date) <= MISREAD:
            add(OTHER_DAY, "copies that give different days")
        else:
            return -9.0, ("different days",), True
    else:
        add(NO_DAY, "a report without the day")
    add(
        *(
            (SAME_KIND, f"both {left.kind}")
            if left.kind == right.kind
            else (OTHER_KIND, f"{left.kind} and {right.kind}")
        )
    )
    _compare_region(left, right, add)
    if left.name and right.name:
        ratio = token_set_ratio(left.name, right.name) / 100
        add(NAME * (ratio - 0.5) * 2, f"names alike by {ratio:.0%}")
    if left.place and right.place:
        ratio = token_set_ratio(left.place, right.place) / 100
        add(PLACE if ratio > 0.75 else -PLACE if ratio < 0.4 else 0.0, f"places alike by {ratio:.0%}")
    for what, ours, theirs, weight in (
        ("people", left.people, right.people, PEOPLE),
        ("institutions", left.bodies, right.bodies, BODIES),
    ):
        if ours and theirs:
            shared = len(ours & theirs)
            share = shared / min(len(ours), len(theirs))
            add(weight * share if shared else NOBODY, f"{shared} of {min(len(ours), len(theirs))} {what} in common")
    if left.source == right.source:
        add(COPY, "told in copies of one text")
    return round(points, 2), tuple(reasons), False


def _days_apart(left: str, right: str) -> int:
    if len(left) != _DAY or len(right) != _DAY:
        return MISREAD + 1
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)


def _compare_region(left: Meeting, right: Meeting, add: Callable[[float, str], None]) -> None:
    if not left.region or not right.region:
        return
    if province(left.region) != province(right.region):
        add(OTHER_REGION, "different provinces")
    elif kabupaten(left.region) and kabupaten(right.region) and kabupaten(left.region) != kabupaten(right.region):
        add(OTHER_REGION, "different regions")
    else:
        add(SAME_REGION, f"both in {max(left.region, right.region)}")


class _State:
    """Union-find over events that never joins two of one article, of different days, or that people keep apart."""

    def __init__(self, meetings: Sequence[Meeting], different: Sequence[tuple[Key, Key, str]]) -> None:
        self.by_key = {m.key: m for m in sorted(meetings, key=lambda m: m.key)}
        self.members: dict[Key, list[Key]] = {key: [key] for key in self.by_key}
        self.root = {key: key for key in self.by_key}
        self.apart = {frozenset(pair[:2]) for pair in different}

    def one(self, left: Key, right: Key) -> bool:
        return self.root[left] == self.root[right]

    def unite(self, left: Key, right: Key) -> None:
        one, other = sorted((self.root[left], self.root[right]))
        for key in self.members[other]:
            self.root[key] = one
        self.members[one] += self.members.pop(other)

    def blocked(self, left: Key, right: Key) -> bool:
        ours, theirs = self.members[self.root[left]], self.members[self.root[right]]
        return bool({k.article for k in ours} & {k.article for k in theirs}) or any(
            frozenset((a, b)) in self.apart or compare(self.by_key[a], self.by_key[b])[2] for a in ours for b in theirs
        )


def cluster_events(
    meetings: Sequence[Meeting],
    same: Sequence[tuple[Key, Key, str]] = (),
    different: Sequence[tuple[Key, Key, str]] = (),
    scores: Callable[[Sequence[Meeting]], Iterable[Link]] | None = None,
) -> EventClusters:
    """Join the events that are one, from the best pair down; the order of meetings changes nothing.

    `scores` stands in for `score_meetings`.
    """
    state = _State(meetings, different)
    links: list[Link] = []
    for left, right, words in same:
        if left in state.root and right in state.root and not state.one(left, right):
            state.unite(left, right)
            links.append(Link(left, right, 99.0, words))
    undecided: list[Link] = []
    scored = (scores or score_meetings)(list(state.by_key.values()))
    for link in sorted(scored, key=lambda link: (-link.points, link.left, link.right)):
        if state.one(link.left, link.right) or state.blocked(link.left, link.right):
            continue
        if link.points >= LINK:
            state.unite(link.left, link.right)
            links.append(link)
        else:
            undecided.append(link)
    still = [k for k in undecided if not state.one(k.left, k.right) and not state.blocked(k.left, k.right)]
    return EventClusters(
        tuple(sorted(tuple(sorted(group)) for group in state.members.values())), tuple(links), tuple(still)
    )


def score_meetings(meetings: Sequence[Meeting]) -> Iterator[Link]:
    """The pairs of meetings, sorted by key, that are worth joining or asking about."""
    by_key = {meeting.key: meeting for meeting in meetings}
    return (link for one, other in _pairs(meetings) if (link := link_of(by_key[one], by_key[other])))


def link_of(left: Meeting, right: Meeting) -> Link | None:
    """The comparison of two meetings, the one with the lower key first; None when they are not one."""
    points, reasons, never = compare(left, right)
    return None if never or points < ASK else Link(left.key, right.key, points, f"{'; '.join(reasons)} ({points:+.1f})")


def _pairs(meetings: Sequence[Meeting]) -> list[tuple[Key, Key]]:
    """Pairs of different articles that share a day and a region or participant, or a source, or are vague together."""
    blocks: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for key in blocks_of(meeting):
            blocks[key].append(meeting)
    found = {pair for same in blocks.values() for pair in near_in_block(same)}
    found.update(_vague(meetings))
    return sorted(found)


def near_in_block(same: Sequence[Meeting]) -> Iterator[tuple[Key, Key]]:
    """The pairs of a block."""
    return (pair for near in _windows(same) for pair in _across(near))


def _windows(same: Sequence[Meeting]) -> Iterator[Sequence[Meeting]]:
    """A block as it is; a very large one as windows over its events by name, so that work stays in proportion."""
    if len(same) <= LARGE:
        yield same
        return
    ordered = sorted(same, key=lambda m: (m.name, m.key))
    for at in range(0, len(ordered), WINDOW):
        yield ordered[at : at + 2 * WINDOW]


def blocks_of(meeting: Meeting) -> list[str]:
    """The blocks that a meeting is in; those of vague ones are told by `reported_in`."""
    where = kabupaten(meeting.region)
    found = [f"s {meeting.source}"]
    if meeting.date and where:
        found.append(f"d {meeting.date} {where}")
    if meeting.date:
        found += [f"p {meeting.date} {who}" for who in meeting.people]
        if not where:
            found += [f"p {meeting.date} {body}" for body in meeting.bodies]
    return found


def reported_in(meeting: Meeting) -> tuple[str, str] | None:
    """The region and the day in which a meeting was reported; None where one is not known."""
    day, where = meeting.published or meeting.date, kabupaten(meeting.region)
    return (where, day) if day and where and len(day) == _DAY else None


def _vague(meetings: Sequence[Meeting]) -> set[tuple[Key, Key]]:
    """Pairs of which one does not say its day, reported in one region within days of each other."""
    reported: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        place = reported_in(meeting)
        if place:
            reported[place].append(meeting)
    found: set[tuple[Key, Key]] = set()
    for (where, day), here in sorted(reported.items()):
        near = (date.fromisoformat(day) + timedelta(days=n) for n in range(REPORTED_WITHIN + 1))
        others = [other for at in near for other in reported.get((where, at.isoformat()), [])]
        found.update(vague_pairs(here, others))
    return found


def vague_pairs(here: Sequence[Meeting], others: Sequence[Meeting]) -> Iterator[tuple[Key, Key]]:
    """Pairs of what was reported on a day with what was on that day and soon after, one of each two being vague."""
    for ours, theirs in ((here, [m for m in others if _is_vague(m)]), ([m for m in here if _is_vague(m)], others)):
        for one in ours[:LARGE]:
            for other in theirs[:LARGE]:
                yield from _across([one, other])


def _is_vague(meeting: Meeting) -> bool:
    return not (meeting.exact and meeting.date)


def _across(same: Sequence[Meeting]) -> list[tuple[Key, Key]]:
    return [(min(a.key, b.key), max(a.key, b.key)) for a, b in combinations(same, 2) if a.key.article != b.key.article]
