"""The nouns: what is read (Article, Document), what is found in it (Evidence), and what is known after linking.

Offsets are half-open and count code points of `Document.text`, which never changes after reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityClass = Literal[
    "PoliceUnit", "MilitaryCommand", "RegionalGovernment", "RegionalAgency", "ElectionCommission",
    "ElectionSupervisor", "ProsecutionOffice", "Court", "Legislature", "NationalAgency", "Forum",
    "PoliticalParty", "CivilSociety", "Company", "Education", "Person",
]  # fmt: skip
EventKind = Literal["meeting", "ceremony", "training", "patrol", "visit", "campaign", "voting", "other"]
EventStatus = Literal["held", "planned", "postponed", "cancelled"]
Role = Literal["led", "organised", "attended"]
Scope = Literal["sentence", "paragraph", "article", "event"]
Precision = Literal["day", "month", "year", "none"]
ClaimStatus = Literal["accepted", "conflict", "rejected"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# What is read


@dataclass(frozen=True, slots=True)
class Article:
    """What was received: text as read, and the metadata that came with it. Dates are ISO strings or None."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    fetched: str | None = None
    where: str = ""  # file, and line for a table; for messages only, never in an output


BlockKind = Literal["title", "dateline", "body", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (or headline, or caption) that belongs to the article, with its sentences in order."""

    span: Span
    kind: BlockKind
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch that is left out, with the reason: menu, related, comment, share, byline, advert, furniture …"""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its body found. Blocks and skipped stretches are sorted and do not overlap."""

    article: Article
    text: str
    blocks: tuple[Block, ...]
    skipped: tuple[Skipped, ...]
    title: str | None
    published: str | None
    issues: tuple[Issue, ...] = ()
    dateline: Span | None = None  # place, outlet and date in front of the first sentence

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One datum that was skipped or is doubtful: a stable code, what, where, and what to do."""

    code: str
    message: str
    where: str
    hint: str = ""


# What is known after linking


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A quote of an article that proves a statement; `text[start:end] == quote` in the article's stored text.

    `prefix` and `suffix` are the text of the same sentence before and behind the quote.
    """

    article: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class ArticleNode:
    """An article of the graph. `copy_of` names the article that it nearly copies (one source, not two)."""

    id: str
    article: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sha256: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the official list: `code` is Kemendagri's, `type` province, kabupaten, kota or kecamatan."""

    id: str
    code: str
    name: str
    type: str
    parent: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Parent:
    """The unit above, in force from `start` (inclusive) until `end` (exclusive); None is open."""

    id: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Possible:
    """An entity or event that another may be one with, by how many points, and the reasons in words."""

    id: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A day on which a statement is proven, and the article that proves it."""

    day: str
    article: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: an institution or a person. `context` ones are not named by any article (superior units, say)."""

    id: str
    cls: EntityClass
    type: str | None  # concept of the ontology: "polres", "kpu-kabupaten" …
    name: str
    aliases: tuple[str, ...] = ()
    region: str | None = None  # Kemendagri code
    parents: tuple[Parent, ...] = ()
    unit: str | None = None  # identifier in the gazetteer
    nil: bool = False  # not linked to anything beyond its article
    context: bool = False
    ranks: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()  # gazetteer identifiers it might be, when that can't be told
    reasons: tuple[str, ...] = ()  # why its mentions were linked, in words
    possible: tuple[Possible, ...] = ()  # others that it may be one with: for a person to decide


@dataclass(frozen=True, slots=True)
class Post:
    """An office at an institution: "Kapolres Klungkung"."""

    id: str
    label: str
    institution: str
    role: str | None  # concept of the ontology: "kapolres"
    aliases: tuple[str, ...] = ()  # other wordings in the articles: "Kapolda Jateng"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that took place, or was to; `reports` are the articles that tell of it."""

    id: str
    kind: EventKind
    name: str
    date: str | None
    precision: Precision
    status: EventStatus
    place: str | None
    region: str | None
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()  # why its reports were linked, in words
    possible: tuple[Possible, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """Person P holds post O at institution I: a claim with its sightings."""

    id: str
    person: str
    post: str
    institution: str
    rank: str | None
    acting: str | None  # Pj, Plt, Plh, Pjs
    former: bool
    first_seen: str | None
    last_seen: str | None
    start_asserted: str | None
    end_asserted: str | None
    status: ClaimStatus
    confidence: float
    rules: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...] = ()  # why a conflict, which decision
    sightings: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part in an event, as what, acting in which post, for whom."""

    id: str
    event: str
    participant: str
    role: Role
    acted_as: str | None  # Post id
    on_behalf_of: str | None  # Entity id
    status: ClaimStatus
    confidence: float
    rules: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """Two entities in one sentence, paragraph, article or event; never a claim of the text."""

    id: str
    between: tuple[str, str]  # sorted
    scope: Scope
    count: int
    articles: tuple[str, ...]
    events: tuple[str, ...] = field(default=())


Statement = Posting | Participation
