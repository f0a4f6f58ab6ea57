"""What an article asserts about the start and end of a term: sworn in, handed over → dates of postings.

In: a record and its text. Out: the record with `start` and `end` where a pattern of the ontology's scheme
`term-patterns` says so and the article has one ceremony with its day; without the day nothing is asserted. A day that
stands behind the office, "menjabat Kapolsek X sejak 3 Oktober 2024", is its start by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.extraction.calendar import Calendar
from kg.extraction.dates import resolve
from kg.ontology import Ontology
from kg.records import EntityRecord, PostingRecord, Record

_SLOT = re.compile(r"\{(\w+)\}")
_GAP = r"[^\n\x01-\x04]{0,30}?"  # ranks and small words between a slot and its neighbour
_ENDED = re.compile(r"\s*(?:\)\s*)?(?:[.,;)]|$|\n)")  # behind the day of a term
_DATE = 40  # characters of a date
_WORD = re.compile(r"[^\W\d_]+")
_CONFIDENCE = 0.8
_DOTLESS = ("\u0130", "\u0131")  # which a pattern takes for an i, and folding does not


@dataclass(frozen=True, slots=True)
class _Place:
    """A person or an office in the text."""

    entity: str
    start: int
    end: int
    label: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class _Term:
    """Somebody who took (`new`) or left an office, with the places that say so."""

    person: _Place
    office: _Place
    new: bool
    start: int
    end: int


class Terms:
    """Finds asserted terms with the patterns and posts of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        patterns = [p for concept in ontology.scheme("term-patterns") for p in concept.values.get("pattern", ())]
        ordered = sorted(patterns, key=lambda p: ("{office}" not in p, -len(p), p))
        self._patterns = [(_compile(p), frozenset(_SLOT.sub(" ", p).casefold().split())) for p in ordered]
        self._words = frozenset(word for _, words in self._patterns for word in words)
        said = {label.text.casefold() for concept in ontology.scheme("speech") for label in concept.forms()}
        since = [label.text for concept in ontology.scheme("term-since") for label in concept.forms()]
        self._since = re.compile(rf"\s+(?:{'|'.join(map(re.escape, sorted(since, key=len, reverse=True)))})\s+")
        self._calendar = Calendar(ontology)
        self._said = frozenset(said - self._words)
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
        day = _ceremony(record)
        patterns = self._may_say(text) if day is not None else []
        if day is None or not patterns:
            return record
        people = [
            _Place(e["id"], m["start"], m["end"])
            for e in record["entities"]
            if e["class"] == "Person"
            for m in e["mentions"]
        ]
        offices = [o for e in record["entities"] if e["class"] != "Person" for o in self._offices(e)]
        found = list(_terms(text, people, offices, record, patterns, self._said))
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

    def _may_say(self, text: str) -> list[re.Pattern[str]]:
        """The patterns all of whose words a text has somewhere: few, or none, in most."""
        folded = text.casefold()
        if any(letter in text for letter in _DOTLESS):
            return [pattern for pattern, _ in self._patterns]
        missing = {word for word in self._words if word not in folded}
        return [pattern for pattern, words in self._patterns if missing.isdisjoint(words)]

    def _offices(self, entity: EntityRecord) -> Iterator[_Place]:
        for mention in entity["mentions"]:
            words = mention["text"].split()
            while words and words[0].casefold().rstrip(".") in self._before:
                words = words[1:]
            for length in range(len(words), 0, -1):
                role = self._posts.get(" ".join(words[:length]).casefold())
                if role:
                    yield _Place(entity["id"], mention["start"], mention["end"], " ".join(words), role)
                    break


def _terms(
    text: str,
    people: list[_Place],
    offices: list[_Place],
    record: Record,
    patterns: Iterable[re.Pattern[str]],
    said: Set[str],
) -> Iterator[_Term]:
    """The terms that patterns find in a text; none where somebody `said` it: "X menyebutkan, sebelum dilantik Y"."""
    places = sorted([*people, *offices], key=lambda p: (p.start, -p.end))
    marked = _mark(text, places)
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
            for name, person in slots.items():
                what = (person.entity, office.entity, name != "old")
                if what not in seen:
                    seen.add(what)
                    yield _Term(person, _fullest(office, offices), name != "old", start, end)


def _compile(pattern: str) -> re.Pattern[str]:
    """The pattern with its slots as groups. Raises OntologyError where a slot stands twice, or has no name."""
    parts = _SLOT.split(pattern)
    regex = ""
    for at, part in enumerate(parts):
        if at % 2:
            marks = (r"\x03", r"\x04") if part == "office" else (r"\x01", r"\x02")
            regex += f"{marks[0]}(?P<{part}>\\d+){marks[1]}"
        elif part.strip():
            words = r"\s+".join(re.escape(word) for word in part.split())
            regex += (_GAP if at else "") + rf"\b{words}\b" + (_GAP if at < len(parts) - 1 else "")
        elif part and at:
            regex += _GAP
    try:
        return re.compile(regex, re.IGNORECASE)
    except re.error as error:
        raise OntologyError(
            f"{pattern!r:.80} is no kg:pattern: {error}", where="ontology", hint="name each slot once, as {person}"
        ) from None


def _mark(text: str, places: list[_Place]) -> str:
    """The text with each place that does not overlap one before it as a mark with its number."""
    marked, at = "", 0
    for number, place in enumerate(places):
        if place.start >= at:
            marks = "\x03\x04" if place.role else "\x01\x02"
            marked += re.sub(r"[\x01-\x04]", " ", text[at : place.start]) + f"{marks[0]}{number}{marks[1]}"
            at = place.end
    return marked + re.sub(r"[\x01-\x04]", " ", text[at:])


def _ceremony(record: Record) -> str | None:
    """The day of the article's ceremonies, where it is one day and they were held."""
    days = {
        event["date"]
        for event in record["events"]
        if event["type"] == "ceremony" and event["status"] == "held" and event.get("precision", "day") == "day"
    }
    return days.pop() if len(days) == 1 else None


def _ends_with_person(record: Record, posting: PostingRecord) -> bool:
    """Whether the name stands behind the office, of whom a day behind it tells something else."""
    end = posting["evidence"]["end"]
    person = next(entity for entity in record["entities"] if entity["id"] == posting["person"])
    return any(mention["end"] == end for mention in person["mentions"])


def _vacant(offices: list[_Place], record: Record, before: int) -> _Place | None:
    """The one office that the article has named so far and that nobody in it holds."""
    held = {(p["institution"], p.get("role")) for p in record["postings"]}
    free = {(o.entity, o.role) for o in offices if o.start < before} - held
    if len(free) != 1:
        return None
    (one,) = free
    return next(o for o in offices if (o.entity, o.role) == one)


def _fullest(office: _Place, offices: list[_Place]) -> _Place:
    """The same office where the article words it in full."""
    same = [o for o in offices if (o.entity, o.role) == (office.entity, office.role)]
    return max(same, key=lambda o: (len(o.label.split()), -o.start))


def _assert(record: Record, term: _Term, day: str, text: str) -> None:
    """Write the date into the person's posting in that office, or add the posting."""
    for at, posting in enumerate(record["postings"]):
        same = (posting["person"], posting["institution"]) == (term.person.entity, term.office.entity)
        if same and posting.get("role") == term.office.role and not (term.new and posting.get("former")):
            dated = posting.copy()
            dated["start" if term.new else "end"] = day
            record["postings"][at] = dated
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
