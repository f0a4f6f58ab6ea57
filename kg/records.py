"""The wire shape: one JSON object an article, as `kg extract` prints it and `kg link` prints it again.

A record is plain dicts and lists so that it goes through a pipe unchanged; `kg.record_checks` reads one from outside.
The keys of the contract come first, in its order; ours follow.
"""

from __future__ import annotations

import json
from typing import NotRequired, TypedDict


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
    wording: NotRequired[str]  # after linking: the post as it is written here, where it goes by another wording


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


def to_line(record: Record) -> str:
    """The record as one line of JSON, without the line's end."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
