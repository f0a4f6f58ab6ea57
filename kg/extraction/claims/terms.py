"""What an article asserts about the start and end of a term: sworn in, handed over → dates of postings.

In: a record and its text. Out: the record with `start` and `end` where a pattern of the ontology's scheme
`term-patterns` says so and the article has one ceremony with its day; without the day nothing is asserted. A day that
stands behind the office, "menjabat Kapolsek X sejak 3 Oktober 2024", is its start by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import product

from kg.extraction.claims.term_marks import SLOT, Handovers, Joints, Place, compile_pattern, mark
from kg.extraction.dates import resolve
from kg.extraction.passages.calendar import Calendar
from kg.ontology import Ontology
from kg.records import EntityRecord, PostingRecord, Record

_ENDED = re.compile(r"\s*(?:\)\s*)?(?:[.,;)]|$|\n)")  # behind the day of a term
_DATE = 40  # characters of a date
_WORD = re.compile(r"[^\W\d_]+")
_CONFIDENCE = 0.8
_DOTLESS = ("\u0130", "\u0131")  # which a pattern takes for an i, and folding does not


@dataclass(frozen=True, slots=True)
class _Term:
    """Somebody who took (`new`) or left an office, with the places that say so."""

    person: Place
    office: Place
    new: bool
    start: int
    end: int
    listed: bool = False  # one of several: of whom it says nothing who holds that office by no other words


class Terms:
    """Finds asserted terms with the patterns and posts of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        patterns = [p for concept in ontology.scheme("term-patterns") for p in concept.values.get("pattern", ())]
        ordered = sorted(patterns, key=lambda p: ("{office}" not in p, -len(p), p))
        self._patterns = [(compile_pattern(p), frozenset(SLOT.sub(" ", p).casefold().split())) for p in ordered]
        self._words = frozenset(word for _, words in self._patterns for word in words)
        said = {label.text.casefold() for concept in ontology.scheme("speech") for label in concept.forms()}
        since = [label.text for concept in ontology.scheme("term-since") for label in concept.forms()]
        self._since = re.compile(rf"\s+(?:{'|'.join(map(re.escape, sorted(since, key=len, reverse=True)))})\s+")
        self._calendar = Calendar(ontology)
        self._handovers = Handovers(ontology)
        before = {label.text.casefold() for concept in ontology.scheme("earlier-posts") for label in concept.forms()}
        self._said = frozenset((said | before) - self._words)
        self._joints = Joints(label.text for concept in ontology.scheme("conjunctions") for label in concept.forms())
        self._posts = {
            label.text.casefold(): concept.id
            for concept in reversed(ontology.scheme("post-types"))
            for label in concept.forms()
        }
        self._before = {
            label.text.casefold()
            for scheme in ("acting", "former")
            for concept in ontology.scheme(scheme)
            for label in concept.forms()
        }

    def apply(self, record: Record, text: str) -> Record:
        """The record with dates of terms; the same record where its text asserts none."""
        record = self._since_when(record, text)
        day = self._ceremony(record)
        patterns = self._may_say(text) if day is not None else []
        if day is None or not patterns:
            return record
        people = [
            Place(e["id"], m["start"], m["end"])
            for e in record["entities"]
            if e["class"] == "Person"
            for m in e["mentions"]
        ]
        offices = [o for e in record["entities"] if e["class"] != "Person" for o in self._offices(e)]
        found = list(_terms(text, people, offices, record, patterns, self._said, self._joints))
        if not found:
            return record
        new = record.copy()
        new["postings"] = list(record["postings"])
        for term in found:
            _assert(new, term, day, text)
        return new

    def _since_when(self, record: Record, text: str) -> Record:
        """The record with the days since which offices are held, where these end their clause."""
        dated: Record | None = None
        for at, posting in enumerate(record["postings"]):
            end = posting["evidence"]["end"]
            since = self._since.match(text, end)
            if since is None or posting.get("former") or posting.get("start") or _ends_with_person(record, posting):
                continue
            date = next(iter(self._calendar.find(text, since.end(), since.end() + _DATE)), None)
            if date is None or date.start != since.end() or not _ENDED.match(text, date.end):
                continue
            day = resolve(date, record["published"])
            if date.day and day is not None and day.precision == "day":
                if dated is None:
                    dated = record.copy()
                    dated["postings"] = list(record["postings"])
                dated["postings"][at] = posting.copy()
                dated["postings"][at]["start"] = day.iso
        return record if dated is None else dated

    def _ceremony(self, record: Record) -> str | None:
        """The day of the article's ceremonies, where it is one day and they were held; none is that of a farewell."""
        days = {
            event["date"]
            for event in record["events"]
            if event["type"] == "ceremony"
            and event["status"] == "held"
            and event.get("precision", "day") == "day"
            and not self._handovers.passed(event["name"])
        }
        return days.pop() if len(days) == 1 else None

    def _may_say(self, text: str) -> list[re.Pattern[str]]:
        """The patterns all of whose words a text has somewhere: few, or none, in most."""
        folded = text.casefold()
        if any(letter in text for letter in _DOTLESS):
            return [pattern for pattern, _ in self._patterns]
        missing = {word for word in self._words if word not in folded}
        return [pattern for pattern, words in self._patterns if missing.isdisjoint(words)]

    def _offices(self, entity: EntityRecord) -> Iterator[Place]:
        for mention in entity["mentions"]:
            words = mention["text"].split()
            while words and words[0].casefold().rstrip(".") in self._before:
                words = words[1:]
            for length in range(len(words), 0, -1):
                role = self._posts.get(" ".join(words[:length]).casefold())
                if role:
                    yield Place(entity["id"], mention["start"], mention["end"], " ".join(words), role)
                    break


def _terms(
    text: str,
    people: list[Place],
    offices: list[Place],
    record: Record,
    patterns: Iterable[re.Pattern[str]],
    said: Set[str],
    joints: Joints,
) -> Iterator[_Term]:
    """The terms that patterns find in a text; none where somebody `said` it: "X menyebutkan, sebelum dilantik Y".

    None either where it is told of an office that somebody had before.
    """
    places = sorted([*people, *offices], key=lambda p: (p.start, -p.end))
    marked = mark(text, places)
    seen: set[tuple[str, str, bool]] = set()
    for pattern in patterns:
        for match in pattern.finditer(marked):
            if not said.isdisjoint(_WORD.findall(match[0].casefold())):
                continue
            slots = {name: places[int(number)] for name, number in match.groupdict().items()}
            named = slots.pop("office", None)
            office = named or _vacant(offices, record, min(p.start for p in slots.values()))
            if office is None or len({p.entity for p in slots.values()}) < len(slots):
                continue
            start, end = min(p.start for p in slots.values()), max(p.end for p in slots.values())
            if named:
                start, end = min(start, named.start), max(end, named.end)
            taker = next(iter(slots)) if named and "old" not in slots else ""
            listed = joints.before(marked, match.start(taker) - 1) if taker else []
            if listed:
                who = [slots[taker], *(places[at] for at in listed)]
                held = [int(match["office"]), *joints.behind(marked, match.end("office") + 1)]
                for person, at in product(who, held):
                    yield _Term(person, places[at], start=start, end=end, new=True, listed=True)
                continue
            for name, person in slots.items():
                what = (person.entity, office.entity, name != "old")
                if what not in seen:
                    seen.add(what)
                    yield _Term(person, _fullest(office, offices), name != "old", start, end)


def _ends_with_person(record: Record, posting: PostingRecord) -> bool:
    """Whether the name stands behind the office, of whom a day behind it tells something else."""
    end = posting["evidence"]["end"]
    person = next(entity for entity in record["entities"] if entity["id"] == posting["person"])
    return any(mention["end"] == end for mention in person["mentions"])


def _vacant(offices: list[Place], record: Record, before: int) -> Place | None:
    """The one office that the article has named so far and that nobody in it holds."""
    held = {(p["institution"], p.get("role")) for p in record["postings"]}
    free = {(o.entity, o.role) for o in offices if o.start < before} - held
    if len(free) != 1:
        return None
    (one,) = free
    return next(o for o in offices if (o.entity, o.role) == one)


def _fullest(office: Place, offices: list[Place]) -> Place:
    """The same office where the article words it in full."""
    same = [o for o in offices if (o.entity, o.role) == (office.entity, office.role)]
    return max(same, key=lambda o: (len(o.label.split()), -o.start))


def _assert(record: Record, term: _Term, day: str, text: str) -> None:
    """Write the date into the person's posting in that office, or add the posting."""
    for at, posting in enumerate(record["postings"]):
        same = (posting["person"], posting["institution"]) == (term.person.entity, term.office.entity)
        alike = posting.get("role") == term.office.role or posting["post"] == term.office.label
        if same and alike and not (term.new and posting.get("former")):
            dated = posting.copy()
            dated["start" if term.new else "end"] = day
            record["postings"][at] = dated
            return
    if term.listed:
        return
    ranks = next((e.get("ranks", []) for e in record["entities"] if e["id"] == term.person.entity), [])
    added: PostingRecord = {
        "person": term.person.entity,
        "post": term.office.label,
        "institution": term.office.entity,
        "rank": ranks[0] if ranks else None,
        "acting": None,
        "confidence": _CONFIDENCE,
        "evidence": {"start": term.start, "end": term.end, "quote": text[term.start : term.end]},
        "role": term.office.role,
        "former": False,
        "seen": day,
        "start": day if term.new else None,
        "end": None if term.new else day,
        "rule": "posting-term",
    }
    record["postings"] = sorted(
        [*record["postings"], added],
        key=lambda p: (p["evidence"]["start"], p["person"], p["institution"], p["post"]),
    )
