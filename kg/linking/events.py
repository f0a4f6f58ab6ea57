"""Events → clusters: one meeting told by several outlets is one event with several reports.

Two events of one article are two. Others are compared when they share a day, or when one has none and the reports are
days apart; the weights below are points as in `kg.linking.features`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from kg.linking.clusters import Link
from kg.linking.features import days_between
from kg.linking.profiles import Key, kabupaten, province
from kg.linking.words import fold
from kg.records import EventRecord, Record

LINK, ASK = 3.0, 1.5
SAME_DAY, SAME_KIND, OTHER_KIND, SAME_REGION, OTHER_REGION = 1.0, 0.8, -0.8, 0.8, -4.0
NAME, PLACE, PEOPLE, BODIES, COPY, NO_DAY, NOBODY = 2.0, 1.0, 2.5, 2.0, 2.5, -0.5, -1.0
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


def read_meetings(records: Sequence[Record], entities: Mapping[Key, str], sources: Mapping[str, str]) -> list[Meeting]:
    """The events of all records, with participants by canonical id."""
    return [_meeting(record, event, entities, sources) for record in records for event in record["events"]]


def _meeting(record: Record, event: EventRecord, entities: Mapping[Key, str], sources: Mapping[str, str]) -> Meeting:
    article = record["article"]
    ids = {entities[Key(article, p["participant"])] for p in event["participations"]}
    return Meeting(
        key=Key(article, event["id"]),
        kind=event["type"],
        name=fold(event["name"] or ""),
        date=event["date"],
        exact=event.get("precision", "day") == "day",
        region=event["region"],
        place=fold(event["place"] or ""),
        people=frozenset(i for i in ids if i.startswith("person/")),
        bodies=frozenset(i for i in ids if not i.startswith("person/")),
        source=sources.get(article, article),
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
        if not (left.date.startswith(right.date) or right.date.startswith(left.date)):
            return -9.0, ("different days",), True
        add(SAME_DAY, f"both on {max(left.date, right.date)}")
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


def _compare_region(left: Meeting, right: Meeting, add: Callable[[float, str], None]) -> None:
    if not left.region or not right.region:
        return
    if province(left.region) != province(right.region):
        add(OTHER_REGION, "different provinces")
    elif kabupaten(left.region) and kabupaten(right.region) and kabupaten(left.region) != kabupaten(right.region):
        add(OTHER_REGION, "different regions")
    else:
        add(SAME_REGION, f"both in {max(left.region, right.region)}")


def cluster_events(
    meetings: Sequence[Meeting],
    same: Sequence[tuple[Key, Key, str]] = (),
    different: Sequence[tuple[Key, Key, str]] = (),
) -> EventClusters:
    """Join the events that are one, from the best pair down; the order of meetings changes nothing."""
    by_key = {m.key: m for m in sorted(meetings, key=lambda m: m.key)}
    members: dict[Key, list[Key]] = {key: [key] for key in by_key}
    root = {key: key for key in by_key}
    apart = {frozenset(pair[:2]) for pair in different}
    links: list[Link] = []

    def unite(one: Key, other: Key) -> None:
        one, other = sorted((root[one], root[other]))
        for key in members[other]:
            root[key] = one
        members[one] += members.pop(other)

    def blocked(one: Key, other: Key) -> bool:
        ours, theirs = members[root[one]], members[root[other]]
        return bool({k.article for k in ours} & {k.article for k in theirs}) or any(
            frozenset((a, b)) in apart or compare(by_key[a], by_key[b])[2] for a in ours for b in theirs
        )

    for left, right, words in same:
        if left in root and right in root and root[left] != root[right]:
            unite(left, right)
            links.append(Link(left, right, 99.0, words))
    scored = []
    for one, other in _pairs(list(by_key.values())):
        points, reasons, never = compare(by_key[one], by_key[other])
        if points >= ASK and not never:
            scored.append(Link(one, other, points, f"{'; '.join(reasons)} ({points:+.1f})"))
    scored.sort(key=lambda link: (-link.points, link.left, link.right))
    undecided: list[Link] = []
    for link in scored:
        if root[link.left] == root[link.right] or blocked(link.left, link.right):
            continue
        if link.points >= LINK:
            unite(link.left, link.right)
            links.append(link)
        else:
            undecided.append(link)
    still = [link for link in undecided if root[link.left] != root[link.right] and not blocked(link.left, link.right)]
    return EventClusters(tuple(sorted(tuple(sorted(group)) for group in members.values())), tuple(links), tuple(still))


def _pairs(meetings: Sequence[Meeting]) -> list[tuple[Key, Key]]:
    """Pairs of different articles on one day and in one province, or with a day missing and reports close in time."""
    blocks: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        where = kabupaten(meeting.region) or ""
        if meeting.date:
            blocks[f"d {meeting.date} {where}"].append(meeting)
        for participant in meeting.people | (meeting.bodies if not where else frozenset()):
            blocks[f"p {meeting.date} {participant}"].append(meeting)
        if not meeting.date or not meeting.exact or len(meeting.date) < 10:
            blocks[f"u {where}"].append(meeting)
        blocks[f"s {meeting.source}"].append(meeting)
    undated = {key: value for key, value in blocks.items() if key.startswith("u ")}
    found: set[tuple[Key, Key]] = set()
    for key, same in blocks.items():
        if not key.startswith("u "):
            found.update(_across(same))
    by_region: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_region[kabupaten(meeting.region) or ""].append(meeting)
    for key, vague in undated.items():
        for one in vague:
            for other in by_region[key[2:]]:
                if one.key != other.key and _reported_together(one, other):
                    found.update(_across([one, other]))
    return sorted(found)


def _across(same: Sequence[Meeting]) -> list[tuple[Key, Key]]:
    return [(min(a.key, b.key), max(a.key, b.key)) for a, b in combinations(same, 2) if a.key.article != b.key.article]


def _reported_together(left: Meeting, right: Meeting) -> bool:
    one, other = left.published or left.date, right.published or right.date
    return bool(one and other and abs(days_between(one, other)) <= REPORTED_WITHIN)
