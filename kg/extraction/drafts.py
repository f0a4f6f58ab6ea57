"""What events are found in and put together as: sentences with parts, words that name events, drafts of events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extraction.chunks import Cue, Holder, Item, Place, Token
from kg.extraction.dates import DateMention, Day
from kg.extraction.parts import Part
from kg.model import EventKind, EventStatus, Span

LEADING = 3  # sentences of the body that count as its lead
_WORDS_OF_REST = 2  # words beside the date that a piece of a sentence may hold


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence that the article does not claim of its own time: hearsay, a condition, what was long ago."""

    start: int
    end: int
    long_ago: bool = False
    invites: bool = False  # to an event of which others may say that it was held


@dataclass(slots=True)
class Sentence:
    """A sentence as items, with its parts and dates; `paragraph` counts blocks, `order` body sentences from 0."""

    span: Span
    paragraph: int
    order: int  # -1 in the headline
    items: list[Item]
    parts: list[Part]
    dates: list[DateMention]
    quoted: list[tuple[int, int]]  # where it, or a part of it, is what somebody says
    holders: list[Holder] = field(init=False)  # those among its items
    places: list[Place] = field(init=False)
    kinds: frozenset[str] = field(init=False)  # of its cues
    unclaimed: list[Stretch] = field(default_factory=list)
    contrasted: bool = False  # whether it is one of two halves, which tell of two events

    def __post_init__(self) -> None:
        marked = [item for item in self.items if not isinstance(item, Token)]
        self.holders = [item for item in marked if isinstance(item, Holder)]
        self.places = [item for item in marked if isinstance(item, Place)]
        self.kinds = frozenset([item.kind for item in marked if isinstance(item, Cue)])

    @property
    def headline(self) -> bool:
        return self.order < 0

    @property
    def leading(self) -> bool:
        """Whether it is one of the first of the body, which tell what the article is about."""
        return 0 <= self.order < LEADING

    @property
    def whole_quote(self) -> bool:
        """Whether it is nothing but what somebody says."""
        return bool(self.quoted) and any(s <= self.span.start and self.span.end <= e for s, e in self.quoted)

    def claims(self, at: int) -> bool:
        """Whether what stands at an offset is claimed, of the time of the article."""
        return not any(stretch.start <= at < stretch.end for stretch in self.unclaimed)

    def may_name_event(self, at: int) -> bool:
        """Whether an event may have been held that a word at an offset names: one that is claimed, or invited to."""
        return not any(stretch.start <= at < stretch.end for stretch in self.unclaimed if not stretch.invites)

    def long_ago(self, at: int) -> bool:
        return any(stretch.long_ago and stretch.start <= at < stretch.end for stretch in self.unclaimed)

    def outside_quotes(self, at: int) -> bool:
        return not self.quoted or not any(start <= at < end for start, end in self.quoted)


@dataclass(slots=True)
class EventDraft:
    """An event while it is being put together."""

    kind: EventKind
    name: str
    span: Span
    sentence: Span
    day: Day | None
    status: EventStatus
    place: str | None
    rule: str
    concept: str = ""  # of the word that names it
    score: float = 0.0
    regions: tuple[str, ...] = ()  # in one of which the place is, where the text names that
    parts: list[tuple[Part, Sentence]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that names an event, and how much speaks for its being the main one."""

    cue: Cue
    sentence: Sentence
    index: int
    score: float


def with_rest(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Sentence]:
    """A sentence, and the piece behind it that only tells its date: "… di gudang KPU. Senin (27/11/2023)."."""
    at = bisect_left(sentences, sentence.span.end, key=lambda s: s.span.start)
    following = sentences[at] if at < len(sentences) else None
    if following is None or not following.dates or following.parts or following.paragraph != sentence.paragraph:
        return [sentence]
    if isinstance(following.items[0], Holder):
        return [sentence]  # of which it tells something else
    words = [item for item in following.items if not (isinstance(item, Token) and not item.word)]
    return [sentence, following] if len(words) <= len(following.dates) + _WORDS_OF_REST else [sentence]
