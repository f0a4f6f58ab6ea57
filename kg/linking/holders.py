"""A bare office in an article ("the Kapolres of X") → its holder on that day, where other articles prove who that was.

Only certainty links: one person seen in the office on that day, or before and after it within weeks, and nobody else
between. The article gets the person with the office's wording as mention; no claim is made from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from sys import intern

from kg.days import days_between
from kg.linking.folding import fold_words
from kg.linking.words import Words
from kg.records import EntityRecord, PostingRecord, Record

CLOSE = 92  # most days between two sightings of one holder that prove the days between


@dataclass
class _Office:
    """One office: its wordings, and who was seen in it on which day, in which article."""

    wordings: set[str] = field(default_factory=set)
    seen: set[tuple[str, str, str]] = field(default_factory=set)


Sightings = tuple[
    dict[tuple[str, str], tuple[set[str], set[tuple[str, str, str]]]], dict[str, tuple[str, str | None, str]]
]


class Holders:
    """Takes all linked records one by one, then adds the holder where a record names an office alone."""

    def __init__(self, words: Words, rejected: Callable[[Record, PostingRecord], bool]) -> None:
        self._words = words
        self._rejected = rejected
        self._offices: dict[tuple[str, str], _Office] = defaultdict(_Office)
        self._people: dict[str, tuple[str, str | None, str]] = {}  # the first article, and kind and name in it
        self._known: dict[str, list[tuple[str, _Office]]] | None = None

    def take(self, record: Record, written: Record) -> None:
        """Remember who was seen in which office; `written` has the office's wording as the article gives it."""
        for e in record["entities"]:
            if e["class"] == "Person":
                earlier = self._people.get(e["id"])
                if earlier is None or record["article"] < earlier[0]:
                    self._people[intern(e["id"])] = (record["article"], e["type"], e["name"])
        for posting in record["postings"]:
            key = _key(posting, self._words)
            if key and not self._rejected(record, posting) and not posting.get("former"):
                office = self._offices[key]
                if day := posting.get("seen"):
                    office.seen.add((intern(day), intern(posting["person"]), record["article"]))
        for posting in written["postings"]:
            key = _key(posting, self._words)
            if key:
                label = fold_words(posting["post"])
                self._offices[key].wordings.update((label, label.split(" ")[0]))

    def seen(self) -> Sightings:
        """Who was seen in which office, for `join`."""
        return {key: (office.wordings, office.seen) for key, office in self._offices.items()}, self._people

    def join(self, seen: Sightings) -> None:
        """Remember what was seen elsewhere as well; what is given is taken over."""
        offices, people = seen
        for key, (wordings, sightings) in offices.items():
            ours = self._offices.setdefault(key, _Office(wordings, sightings))
            if ours.seen is not sightings:
                ours.wordings |= wordings
                ours.seen |= sightings
        for person, told in people.items():
            self._people[person] = min(self._people.get(person, told), told, key=itemgetter(0))

    def known(self) -> Sightings:
        """The same, without offices in which nobody was seen and people who were seen in none."""
        offices = {key: (office.wordings, office.seen) for key, office in self._offices.items() if office.seen}
        holders = {person for _, seen in offices.values() for _, person, _ in seen}
        return offices, {person: told for person, told in self._people.items() if person in holders}

    def with_holders(self, record: Record) -> Record:
        """The record with the holders of the offices that it names alone, where they are proven."""
        if self._known is None:
            self._known = defaultdict(list)
            for (institution, role), office in sorted(self._offices.items()):
                if office.seen:
                    self._known[institution].append((role, office))
        return _with_holders(record, self._known, self._people, self._words)


def _key(posting: PostingRecord, words: Words) -> tuple[str, str] | None:
    role = posting.get("role")
    return (posting["institution"], role) if role in words.heads and role else None


def _with_holders(
    record: Record,
    offices: Mapping[str, Sequence[tuple[str, _Office]]],
    people: Mapping[str, tuple[str, str | None, str]],
    words: Words,
) -> Record:
    day = _day_of(record)
    named = {_key(p, words) for p in record["postings"]}
    added: dict[str, EntityRecord] = {}
    for entity in record["entities"]:
        for role, office in offices.get(entity["id"], ()) if day else ():
            if (entity["id"], role) in named:
                continue
            mentions = [m for m in entity["mentions"] if fold_words(m["text"]) in office.wordings]
            proof = _proof(office, day or "") if mentions else None
            if proof and proof[0] in people and not any(e["id"] == proof[0] for e in record["entities"]):
                person, why = proof
                added[person] = {
                    **_blank(person, *people[person][1:]),
                    "mentions": mentions,
                    "reasons": [f"{mentions[0]['text']} on {day}: {why}"],
                }
    if not added:
        return record
    new = record.copy()
    new["entities"] = [*record["entities"], *(added[person] for person in sorted(added))]
    return new


def _blank(person: str, kind: str | None, name: str) -> EntityRecord:
    return {
        "id": person,
        "class": "Person",
        "type": kind,
        "name": name,
        "aliases": [],
        "region": None,
        "mentions": [],
        "ranks": [],
        "nil": False,
    }


def _day_of(record: Record) -> str | None:
    """The day that the article tells of: that of its only dated event, else of its publication."""
    days = {event["date"] for event in record["events"] if event["date"] and event.get("precision", "day") == "day"}
    if len(days) == 1:
        return days.pop()
    return record["published"][:10] if record["published"] and not days else None


def _proof(office: _Office, day: str) -> tuple[str, str] | None:
    """The one person who beyond doubt held the office on a day, and why."""
    on = sorted({(person, article) for seen, person, article in office.seen if seen == day})
    if on:
        return (on[0][0], f"seen in the office that day by {on[0][1]}") if len({p for p, _ in on}) == 1 else None
    before = max((s for s in office.seen if s[0] < day), default=None)
    after = min((s for s in office.seen if s[0] > day), default=None)
    if before is None or after is None or days_between(before[0], after[0]) > CLOSE:
        return None
    around = {person for seen, person, _ in office.seen if before[0] <= seen <= after[0]}
    if len(around) != 1:
        return None
    return before[1], f"seen in the office on {before[0]} by {before[2]} and on {after[0]} by {after[2]}"
