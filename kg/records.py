"""The wire shape: one JSON object an article, as `kg extract` prints it and `kg link` prints it again.

A record is plain dicts and lists so that it goes through a pipe unchanged. `check_record` says what is wrong with one
from outside, with its place. The keys that DESIGN names come first, in its order; ours follow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NotRequired, TypedDict, cast, get_args

from kg.errors import RecordError
from kg.model import ClaimStatus, EntityClass, EventKind, EventStatus, Precision, Role, Scope


class EvidenceRecord(TypedDict):
    """A quote with its place: `text[start:end] == quote`; prefix and suffix fill up its sentence."""

    start: int
    end: int
    quote: str
    prefix: NotRequired[str]
    suffix: NotRequired[str]


class MentionRecord(TypedDict):
    start: int
    end: int
    text: str


class PossibleRecord(TypedDict):
    """Another entity or event that this may be one with: its canonical id, points, reasons in words."""

    id: str
    points: float
    reason: str


# `class` and `from` are keywords, hence the functional form.
EntityRecord = TypedDict(
    "EntityRecord",
    {
        "id": str,
        "class": str,
        "type": str | None,  # short label of the kind: "Polres", "KPU Kabupaten"; a Person has None
        "name": str,
        "aliases": list[str],
        "region": str | None,
        "mentions": list[MentionRecord],
        "concept": NotRequired[str | None],  # id of the ontology's concept: "polres"
        "unit": NotRequired[str | None],  # gazetteer identifier: "polres-51.05"
        "candidates": NotRequired[list[str]],  # gazetteer identifiers, when more than one could be meant
        "reason": NotRequired[str],  # why this unit, or why none
        "ranks": NotRequired[list[str]],
        "honorifics": NotRequired[list[str]],
        "degrees": NotRequired[list[str]],
        "local": NotRequired[str],  # after linking: the id in the article
        "nil": NotRequired[bool],  # after linking: stayed unlinked
        "reasons": NotRequired[list[str]],  # after linking: why it was linked
        "possible": NotRequired[list[PossibleRecord]],  # after linking: undecided
    },
)


class PostingRecord(TypedDict):
    person: str
    post: str
    institution: str
    rank: str | None
    acting: str | None
    confidence: float
    evidence: EvidenceRecord
    role: NotRequired[str | None]  # id of the ontology's concept of the post: "kapolres"
    former: NotRequired[bool]
    seen: NotRequired[str | None]  # day that the sighting proves
    start: NotRequired[str | None]  # asserted: appointed on
    end: NotRequired[str | None]  # asserted: left on
    rule: NotRequired[str]
    status: NotRequired[str]  # after linking: accepted, conflict, rejected
    notes: NotRequired[list[str]]


class ParticipationRecord(TypedDict):
    participant: str
    role: str
    post: str | None
    on_behalf_of: str | None
    confidence: float
    evidence: EvidenceRecord
    rule: NotRequired[str]
    status: NotRequired[str]
    notes: NotRequired[list[str]]


class EventRecord(TypedDict):
    id: str
    type: str
    name: str
    date: str | None
    status: str
    place: str | None
    region: str | None
    participations: list[ParticipationRecord]
    precision: NotRequired[str]
    evidence: NotRequired[EvidenceRecord]
    rule: NotRequired[str]
    local: NotRequired[str]
    nil: NotRequired[bool]
    reasons: NotRequired[list[str]]
    possible: NotRequired[list[PossibleRecord]]


class CoOccurrenceRecord(TypedDict):
    between: list[str]
    scope: str
    count: int


class IssueRecord(TypedDict):
    code: str
    message: str
    where: str


class SourceRecord(TypedDict):
    """What the article says of itself, and what identifies its text."""

    url: str | None
    publisher: str | None
    fetched: str | None
    sha256: str  # of the stored text, UTF-8
    fingerprint: list[int]  # MinHash of the body's word shingles, for near copies
    copy_of: NotRequired[str | None]  # after linking: article id of the source it nearly copies


class Record(TypedDict):
    article: str
    title: str | None
    published: str | None
    dateline: str | None
    entities: list[EntityRecord]
    postings: list[PostingRecord]
    events: list[EventRecord]
    cooccurrences: list[CoOccurrenceRecord]
    issues: list[IssueRecord]
    source: NotRequired[SourceRecord]


_REQUIRED: dict[str, type] = {
    "article": str, "entities": list, "postings": list, "events": list, "cooccurrences": list, "issues": list,
}  # fmt: skip


def to_line(record: Record) -> str:
    """The record as one line of JSON, without the line's end."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def read_records(lines: Iterable[str], where: str = "-") -> Iterator[Record]:
    """Records of JSON Lines; blank lines are passed over.

    Raises RecordError with file and line at the first one that breaks the contract.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{where}:{number}"
            try:
                value = json.loads(line)
                if "\\ud" in line.casefold():
                    json.dumps(value, ensure_ascii=False).encode()  # half a character can't be written again
            except (ValueError, RecursionError) as error:
                raise RecordError(
                    f"not JSON: {error}", where=place, hint="give lines that `kg extract` printed"
                ) from None
            yield check_record(value, place)


# Fields of each part: the types that JSON may give, and what stands in for a field that is missing (... is: nothing).
_TEXT: tuple[tuple[type, ...], Any] = ((str,), ...)
_MAYBE: tuple[tuple[type, ...], Any] = ((str, type(None)), None)
_COUNT: tuple[tuple[type, ...], Any] = ((int,), ...)
_SHARE: tuple[tuple[type, ...], Any] = ((int, float), ...)
_LIST: tuple[tuple[type, ...], Any] = ((list,), ())
_PART: tuple[tuple[type, ...], Any] = ((dict,), ...)
_SPAN = {"start": _COUNT, "end": _COUNT}
_FIELDS: dict[str, dict[str, tuple[tuple[type, ...], Any]]] = {
    "record": {"title": _MAYBE, "published": _MAYBE, "dateline": _MAYBE},
    "entities": {
        "id": _TEXT, "class": _TEXT, "type": _MAYBE, "name": _TEXT, "aliases": _LIST, "region": _MAYBE,
        "mentions": ((list,), ...),
    },
    "mentions": _SPAN | {"text": _TEXT},
    "postings": {
        "person": _TEXT, "post": _TEXT, "institution": _TEXT, "rank": _MAYBE, "acting": _MAYBE, "confidence": _SHARE,
        "evidence": _PART,
    },
    "evidence": _SPAN | {"quote": _TEXT},
    "source": {"url": _MAYBE, "publisher": _MAYBE, "fetched": _MAYBE, "sha256": ((str,), ""), "fingerprint": _LIST},
    "possible": {"id": _TEXT, "points": _SHARE, "reason": _TEXT},
    "events": {
        "id": _TEXT, "type": _TEXT, "name": ((str,), ""), "date": _MAYBE, "status": ((str,), "held"), "place": _MAYBE,
        "region": _MAYBE, "participations": _LIST,
    },
    "participations": {
        "participant": _TEXT, "role": _TEXT, "post": _MAYBE, "on_behalf_of": _MAYBE, "confidence": _SHARE,
        "evidence": _PART,
    },
    "cooccurrences": {"between": ((list,), ...), "scope": _TEXT, "count": _COUNT},
}  # fmt: skip
_WORDS = (list,)
_SAID = (str, type(None))
# Fields that a part need not have; where it has one, the types that it may be of.
_OPTIONAL: dict[str, dict[str, tuple[type, ...]]] = {
    "record": {"source": (dict,)},
    "entities": {
        "concept": _SAID, "unit": _SAID, "candidates": _WORDS, "reason": _SAID, "ranks": _WORDS, "honorifics": _WORDS,
        "degrees": _WORDS, "reasons": _WORDS, "aliases": _WORDS, "nil": (bool,), "possible": (list,), "local": _SAID,
    },
    "postings": {"role": _SAID, "rule": _SAID, "former": (bool,), "status": (str,), "notes": _WORDS},
    "events": {"precision": (str,), "rule": _SAID, "reasons": _WORDS, "possible": (list,), "evidence": (dict,)},
    "participations": {"rule": _SAID, "status": (str,), "notes": _WORDS},
    "evidence": {"prefix": (str,), "suffix": (str,)},
    "source": {
        "url": _SAID, "publisher": _SAID, "fetched": _SAID, "sha256": (str,), "fingerprint": (list,), "copy_of": _SAID,
    },
}  # fmt: skip
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T.*| .*)?)?)?")
_LARGEST = 1 << 53
# Fields with a word of a closed list, where they are there.
_ONE_OF: dict[str, dict[str, tuple[str, ...]]] = {
    "entities": {"class": get_args(EntityClass)},
    "postings": {"status": get_args(ClaimStatus)},
    "events": {"type": get_args(EventKind), "status": get_args(EventStatus), "precision": get_args(Precision)},
    "participations": {"role": get_args(Role), "status": get_args(ClaimStatus)},
    "cooccurrences": {"scope": get_args(Scope)},
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HINT = "give lines that `kg extract` printed"


def check_record(value: Any, where: str) -> Record:
    """The value as a Record; fields that may be missing are filled in.

    Raises RecordError naming the first field that is missing, is of another type, is no day, or refers to nothing.
    """
    if not isinstance(value, dict):
        raise RecordError("not an object", where=where, hint=_HINT)
    for key, kind in _REQUIRED.items():
        if not isinstance(value.get(key), kind):
            raise RecordError(f"{key!r} is missing or not a {kind.__name__}", where=where, hint=_HINT)
    _check_fields("record", value, where)
    if "source" in value:
        _check_fields("source", value["source"], where)
    for group in ("entities", "postings", "events", "cooccurrences"):
        for part in value[group]:
            _check_fields(group, part, where)
    for posting in value["postings"]:
        _check_days(posting, ("seen", "start", "end"), where)
    for event in value["events"]:
        _check_days(event, ("date",), where)
    _check_days(value, ("published",), where)
    _check_references(value, where)
    _check_shapes(value, where)
    return cast("Record", value)


def _check_fields(kind: str, part: Any, where: str) -> None:
    """Types of a part's fields and of the parts in it."""
    if not isinstance(part, dict):
        raise RecordError(f"{part!r:.40} among {kind!r} is not an object", where=where, hint=_HINT)
    for name, (types, default) in _FIELDS[kind].items():
        if name not in part and default is not ...:
            part[name] = list(default) if isinstance(default, tuple) else default
        found = part.get(name, ...)
        if not isinstance(found, types) or isinstance(found, bool) or not _storable(found):
            what = "is missing" if found is ... else f"is {found!r:.40}"
            raise RecordError(f"{name!r} of one of {kind!r} {what}", where=where, hint=_HINT)
    for name, types in _OPTIONAL.get(kind, {}).items():
        found = part.get(name, ...)
        fits = found is ... or isinstance(found, types)
        if not fits or (types is _WORDS and found is not ... and not all(isinstance(item, str) for item in found)):
            raise RecordError(f"{name!r} of one of {kind!r} is {found!r:.40}", where=where, hint=_HINT)
    _check_words(kind, part, where)
    for inner in ("mentions", "participations", "possible"):
        for item in part.get(inner, ()):
            _check_fields(inner, item, where)
    if "evidence" in part:
        _check_fields("evidence", part["evidence"], where)


def _check_words(kind: str, part: Any, where: str) -> None:
    """Words that are none of a closed list."""
    for name, words in _ONE_OF.get(kind, {}).items():
        if name in part and part[name] not in words:
            hint = f"one of: {', '.join(words)}"
            raise RecordError(f"{name!r} of one of {kind!r} is {part[name]!r:.40}", where=where, hint=hint)


def _storable(value: Any) -> bool:
    """Whether a number is one that every reader of JSON gives back as it is."""
    return not isinstance(value, int | float) or -_LARGEST <= value <= _LARGEST


def _check_days(part: Any, names: tuple[str, ...], where: str) -> None:
    for name in names:
        day = part.get(name)
        if day is not None and not (isinstance(day, str) and _is_day(day)):
            raise RecordError(f"{name!r} is {day!r:.40}, not a day as 2024-08-30", where=where, hint=_HINT)


def _is_day(text: str) -> bool:
    """Whether a text is an ISO date, with or without a time, or a month or year of one."""
    if not _DAY.fullmatch(text):
        return False
    try:
        return len(text) < len("2024-08-30") or bool(date.fromisoformat(text[:10]))
    except ValueError:
        return False


def _check_shapes(value: Any, where: str) -> None:
    """Ids that are empty or hold control signs, pairs that are none, fingerprints that are no numbers."""
    for one in (value["article"], *(part["id"] for kind in ("entities", "events") for part in value[kind])):
        if not one or _CONTROL.search(one):
            raise RecordError(f"{one!r:.60} is no id", where=where, hint=_HINT)
    for pair in value["cooccurrences"]:
        if len(pair["between"]) != len(("one", "other")):
            raise RecordError(f"{pair['between']!r:.60} is no pair", where=where, hint=_HINT)
    for number in value.get("source", {}).get("fingerprint", ()):
        if type(number) is not int or not 0 <= number < 1 << 64:
            raise RecordError(f"{number!r:.40} is in a fingerprint", where=where, hint=_HINT)


def _check_references(value: Any, where: str) -> None:
    """Ids that occur twice, or refer to nothing."""
    for kind in ("entities", "events"):
        ids = [part["id"] for part in value[kind]]
        if len(set(ids)) != len(ids):
            twice = next(one for one in ids if ids.count(one) > 1)
            raise RecordError(f"{twice!r} is the id of two of its {kind}", where=where, hint=_HINT)
    known = {entity["id"] for entity in value["entities"]}
    references = [p[end] for p in value["postings"] for end in ("person", "institution")]
    references += [r["participant"] for event in value["events"] for r in event["participations"]]
    references += [end for pair in value["cooccurrences"] for end in pair["between"]]
    for reference in references:
        if not isinstance(reference, str) or reference not in known:
            raise RecordError(f"{reference!r:.60} is the id of no entity in it", where=where, hint=_HINT)
