"""Linked records → the same, with claims marked that contradict each other or cannot be, and those people rejected.

Nothing is overwritten or left out: a claim gets `status` conflict or rejected and a note in words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from sys import intern

from kg.days import days_between
from kg.linking.decisions import Decision
from kg.linking.folding import fold_words
from kg.linking.words import Words
from kg.linking.wrong_claims import WrongClaims
from kg.records import IssueRecord, ParticipationRecord, PostingRecord, Record

HANDOVER = 14  # days around a change of holders in which both names appear
_UNIT_REGION = re.compile(r"-(\d\d(?:\.\d\d(?:\.\d\d)?)?)$")


@dataclass(slots=True)
class _Seen:
    """The days on which somebody is seen in an office, each once; bounded: a text asserts a start or an end, so a
    handover. There are very many of these, most of a single day."""

    days: tuple[str, ...] = ()
    bounded: bool = False

    def add(self, days: tuple[str, ...], *, bounded: bool) -> None:
        """Take other days as well."""
        if not self.days:
            self.days = days
        elif not (len(days) == 1 and days[0] in self.days):
            self.days = tuple(dict.fromkeys((*self.days, *days)))
        self.bounded |= bounded


Sightings = tuple[dict[str, dict[str, _Seen]], dict[str, str], dict[str, str]]  # by office and person; labels; names
Rivals = dict[tuple[str, str], tuple[str, ...]]


class Conflicts:
    """Takes all linked records one by one, then marks the claims of each with status and notes."""

    def __init__(self, decisions: Sequence[Decision], words: Words, rivals: Rivals | None = None) -> None:
        self._words = words
        self._wrong = WrongClaims(decisions)
        self._offices: dict[str, dict[str, _Seen]] = defaultdict(lambda: defaultdict(_Seen))
        self._labels: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._rivals = rivals

    def take(self, record: Record) -> None:
        """Remember who is seen in an office that only one can hold."""
        for e in record["entities"]:
            if e["class"] == "Person":
                self._names[intern(e["id"])] = min(self._names.get(e["id"], e["name"]), e["name"])
        single = {e["id"] for e in record["entities"] if e["class"] in self._words.careers}
        for posting in record["postings"]:
            day = posting.get("seen")
            headed = posting.get("role") in self._words.heads and posting["institution"] in single
            if day and headed and not posting["acting"] and not posting.get("former"):
                office = _office(posting)
                seen = self._offices[office][intern(posting["person"])]
                seen.add((intern(day),), bounded=bool(posting.get("start") or posting.get("end")))
                self._labels[office] = min(self._labels.get(office, posting["post"]), posting["post"])

    def seen(self) -> Sightings:
        """Who was seen in which office, for `join`."""
        return {office: dict(holders) for office, holders in self._offices.items()}, self._labels, self._names

    def join(self, seen: Sightings) -> None:
        """Remember what was seen elsewhere as well; what is given is taken over."""
        offices, labels, names = seen
        for office, holders in offices.items():
            self._labels[office] = min(self._labels.get(office, labels[office]), labels[office])
            for person, told in holders.items():
                ours = self._offices[office].setdefault(person, told)
                if ours is not told:
                    ours.add(told.days, bounded=told.bounded)
        for person, name in names.items():
            self._names[person] = min(self._names.get(person, name), name)

    def rivals(self) -> Rivals:
        """(person, office) → notes, for two who are seen in an office at once that one alone can hold."""
        if self._rivals is None:
            self._rivals = self._find_rivals()
        return self._rivals

    def rejected(self, record: Record, posting: PostingRecord) -> bool:
        """Whether people said that a claim of a record is wrong."""
        return self._wrong.posting(record, posting) is not None

    def marked(self, record: Record) -> Record:
        """The record with status and notes of its claims."""
        return _marked(record, self.rivals(), self._wrong, self._words)

    def _find_rivals(self) -> Rivals:
        notes: dict[tuple[str, str], list[str]] = defaultdict(list)
        for office, holders in sorted(self._offices.items()):
            for one, other in combinations(sorted(holders), 2):
                at = _at_once(holders[one], holders[other])
                if at:
                    label, left, right = self._labels[office], self._names[one], self._names[other]
                    notes[one, office].append(f"{right} ({other}) is {label} at the same time ({at})")
                    notes[other, office].append(f"{left} ({one}) is {label} at the same time ({at})")
        return {key: tuple(value) for key, value in notes.items()}


def _marked(record: Record, rivals: Rivals, wrong: WrongClaims, words: Words) -> Record:
    new = record.copy()
    misplaced = {e["id"]: note for e in record["entities"] if (note := _misplaced(e.get("unit"), e["region"]))}
    new["postings"] = []
    for posting in record["postings"]:
        notes = [*rivals.get((posting["person"], _office(posting)), ()), *_doubts(posting, words)]
        if posting["institution"] in misplaced:
            notes.append(misplaced[posting["institution"]])
        new["postings"].append(_with(posting, notes, wrong.posting(record, posting)))
    new["events"] = []
    for event in record["events"]:
        late = (
            [f"told as held, on {event['date']}, by an article of {record['published'][:10]}"]
            if event["status"] == "held" and event["date"] and len(event["date"]) == 10 and record["published"]
            and event["date"] > record["published"][:10]
            else []
        )  # fmt: skip
        new["events"].append(
            {
                **event,
                "participations": [
                    _with_part(part, late, wrong.participation(record, event, part)) for part in event["participations"]
                ],
            }
        )
    found: list[IssueRecord] = [
        {"code": "L002", "message": note, "where": record["article"]} for note in sorted(set(misplaced.values()))
    ]
    new["issues"] = [*record["issues"], *found]
    return new


def _office(posting: PostingRecord) -> str:
    return f"{posting['institution']} {posting.get('role') or fold_words(posting['post'])}"


def _with(posting: PostingRecord, notes: Sequence[str], rejected: Decision | None) -> PostingRecord:
    status = "rejected" if rejected else "conflict" if notes else "accepted"
    new = posting.copy()
    new["status"] = status
    new["notes"] = [*posting.get("notes", []), *notes, *([rejected.words] if rejected else [])]
    return new


def _with_part(part: ParticipationRecord, notes: Sequence[str], rejected: Decision | None) -> ParticipationRecord:
    new = part.copy()
    new["status"] = "rejected" if rejected else "conflict" if notes else "accepted"
    new["notes"] = [*part.get("notes", []), *notes, *([rejected.words] if rejected else [])]
    return new


def _misplaced(unit: str | None, region: str | None) -> str | None:
    """Unit and region that do not fit."""
    code = _UNIT_REGION.search(unit or "")
    if not code or not region or region.startswith(code[1]) or code[1].startswith(region):
        return None
    return f"the unit {unit} is not in the region {region} that the article gives"


def _doubts(posting: PostingRecord, words: Words) -> list[str]:
    """A rank too low for the post, and dates that cannot be."""
    notes = []
    rank, lowest = words.rank(posting["rank"]), words.ranks.get(words.floors.get(posting.get("role") or "", ""))
    if (
        rank
        and lowest
        and rank.service == lowest.service
        and rank.order > lowest.order
        and not (posting.get("former") or posting["acting"])
    ):
        notes.append(f"{rank.label} is below {lowest.label}, the lowest rank known for this post")
    start, end, seen = posting.get("start"), posting.get("end"), posting.get("seen")
    if start and end and start > end:
        notes.append(f"starts on {start}, after its end on {end}")
    if end and seen and seen > end and not posting.get("former"):
        notes.append(f"seen in office on {seen}, after its end on {end}")
    return notes


def _at_once(ours: _Seen, theirs: _Seen) -> str | None:
    """The day or days that prove two holders at once: one seen between two sightings of the other, or on one day."""
    for mine, yours in ((ours, theirs), (theirs, ours)):
        first, last = min(mine.days), max(mine.days)
        for day in sorted(yours.days):
            if first < day < last and days_between(day, last) > HANDOVER:
                return f"seen {day}, between {first} and {last}"
    shared = {*ours.days} & {*theirs.days}
    if shared and not (ours.bounded or theirs.bounded):
        return f"both on {min(shared)}"
    return None
