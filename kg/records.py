"""The wire shape: one JSON object an article, as `kg extract` prints it and `kg link` prints it again.

A record is plain dicts and lists so that it goes through a pipe unchanged. `check_record` says what is wrong with one
from outside, with its place. The keys that DESIGN names come first, in its order; ours follow.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NotRequired, TypedDict, cast

from kg.errors import RecordError


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
            except (ValueError, RecursionError) as error:
                raise RecordError(f"not JSON: {error}", where=place, hint="give lines that `kg extract` printed") from None
            yield check_record(value, place)


def check_record(value: Any, where: str) -> Record:
    """The value as a Record; raises RecordError naming the first key that is missing or refers to nothing."""
    hint = "give lines that `kg extract` printed"
    if not isinstance(value, dict):
        raise RecordError("not an object", where=where, hint=hint)
    for key, kind in _REQUIRED.items():
        if not isinstance(value.get(key), kind):
            raise RecordError(f"{key!r} is missing or not a {kind.__name__}", where=where, hint=hint)
    try:
        ids = {entity["id"] for entity in value["entities"]}
        for entity in value["entities"]:
            entity["class"], entity["name"], entity["mentions"]
        references = [p[end] for p in value["postings"] for end in ("person", "institution")]
        references += [r["participant"] for event in value["events"] for r in event["participations"]]
        references += [end for pair in value["cooccurrences"] for end in pair["between"]]
    except (KeyError, TypeError) as error:
        raise RecordError(f"a part of it is malformed: {error}", where=where, hint=hint) from None
    for reference in references:
        if reference not in ids:
            raise RecordError(f"{reference!r} is the id of no entity in it", where=where, hint=hint)
    return cast("Record", value)
