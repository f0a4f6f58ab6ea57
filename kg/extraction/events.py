"""Sentences with their parts → the events of a document: what, when, where, and who took part.

Most articles tell of one event. It is the one that the headline, the first paragraph and the words of its participants
point to; another is made only where a sentence gives a date of its own and participants of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from kg.extraction.chunks import Cue, Holder, Place, Token
from kg.extraction.dates import DateMention, Day, resolve
from kg.extraction.holders import Item
from kg.extraction.participation import Part
from kg.extraction.vocabulary import Vocabulary
from kg.model import EventKind, EventStatus, Span

_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]\d)(?!\d)")
_LEADING = 3  # sentences of the body that count as its lead
_REACH_OF_MODAL = 4
_REACH_OF_VERB = 5
_REACH_OF_PURPOSE = 10
_ENOUGH = 2.5
_SURE = 5.0
_AGREEING = 0.3  # what another mention of the same kind adds to a kind's best one
_AGREED = 1.5


_NAME_REACH = 110  # characters
_NAME_STOPS = frozenset('.,;:()"“”–')
_IN_NAMES = frozenset({"event", "conjunctions", "fillers", "candidacy", "place-words", "plural"})
_SHORT_FORM = re.compile(r"\s*\([^()]*\)")


def _is_text(item: Item, text: str) -> bool:
    return isinstance(item, Token) and item.text == text


@dataclass(slots=True)
class Sentence:
    """A sentence as items, with its parts and dates; `paragraph` counts blocks, `order` body sentences from 0."""

    span: Span
    paragraph: int
    order: int  # -1 in the headline
    items: list[Item]
    parts: list[Part]
    dates: list[DateMention]
    quoted: list[tuple[int, int]]

    @property
    def headline(self) -> bool:
        return self.order < 0

    def outside_quotes(self, at: int) -> bool:
        return not any(start <= at < end for start, end in self.quoted)


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
    score: float = 0.0
    parts: list[tuple[Part, Sentence]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mention:
    cue: Cue
    sentence: Sentence
    index: int
    score: float


class Events:
    """Finds the events of one document."""

    def __init__(
        self, vocabulary: Vocabulary, text: str, published: str | None, region_of: Callable[[str], str | None]
    ) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.published = published
        self.region_of = region_of

    def of(self, sentences: Sequence[Sentence], dateline: DateMention | None = None) -> list[EventDraft]:
        """The events with participants; empty when nothing in the text is one."""
        years = tuple(sorted({int(year) for year in _YEAR.findall(self.text)}))
        mentions = [mention for sentence in sentences for mention in self._mentions(sentence)]
        main = self._main(mentions)
        if main is None:
            return []
        draft = self._draft(main, sentences, years, dateline)
        drafts, current = [draft], draft
        paragraph = main.sentence.paragraph
        for sentence in sentences:
            if sentence.paragraph != paragraph:
                current, paragraph = draft, sentence.paragraph
            other = self._another(sentence, mentions, draft, years)
            if other is not None:
                drafts.append(other)
                current = other
            current.parts += [(part, sentence) for part in sentence.parts if sentence.outside_quotes(part.cue.start)]
        return [d for d in drafts if self._real(d)]

    # Which words name an event

    def _mentions(self, sentence: Sentence) -> Iterable[_Mention]:
        previous: _Mention | None = None
        for index, item in enumerate(sentence.items):
            if not (isinstance(item, Cue) and item.kind == "event") or not sentence.outside_quotes(item.start):
                continue
            concept = self.vocabulary.concept(item.concept)
            score = float(concept.value("weight") or 1)
            if sentence.headline:
                score += 2
            elif sentence.order < _LEADING:
                score += 2.5 - sentence.order * 0.5
            if previous is not None and not self._says_only_activity(previous, index):
                score -= 3 * self._dependent(sentence.items, previous.index, index)
            if self._purpose(sentence.items, index):
                score -= 2.5
            score += 1.5 * any(not part.weak and part.role != "attended" for part in sentence.parts)
            score += 0.7 * any(not part.weak and part.role == "attended" for part in sentence.parts)
            score += 0.7 * bool(sentence.dates)
            previous = _Mention(item, sentence, index, score)
            yield previous

    def _says_only_activity(self, previous: _Mention, index: int) -> bool:
        """Whether the event word before is an empty one that this one fills: "kegiatan apel", "acara pelantikan"."""
        return index == previous.index + 1 and self.vocabulary.concept(previous.cue.concept).flag("generic")

    def _dependent(self, items: Sequence[Item], first: int, second: int) -> bool:
        """Whether an event word belongs to the one before: "Rakor Persiapan Pengamanan", "meninjau vaksinasi"."""
        start = items[first].start
        if second - first <= _REACH_OF_VERB and any(
            isinstance(item, Cue) and item.kind == "cues" and item.start == start for item in items[first : first + 3]
        ):
            return True
        for item in items[first + 1 : second]:
            if isinstance(item, Token) and not item.capital and item.text not in "-/":
                return False
            if isinstance(item, Cue) and item.kind in ("cues", "speech", "date"):
                return False
        return second - first <= 8

    def _purpose(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word only says what something is for: "dalam rangka pengamanan Pilkada"."""
        for item in reversed(items[max(0, index - 4) : index]):
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                return self.vocabulary.concept(item.concept).value("kindOfBreak") == "purpose"
            if (isinstance(item, Cue) and item.kind in ("cues", "date")) or (
                isinstance(item, Token) and item.text == ","
            ):
                return False
        return False

    def _main(self, mentions: Sequence[_Mention]) -> _Mention | None:
        """The mention that names the article's main event, or None; others of its kind add a little."""
        agreed: dict[EventKind, float] = {}
        for mention in mentions:
            if mention.score > 0 and not self.vocabulary.concept(mention.cue.concept).flag("generic"):
                kind = self._kind(mention.cue)
                agreed[kind] = min(agreed.get(kind, 0) + _AGREEING, _AGREED)
        best = max(mentions, key=lambda m: (m.score + agreed.get(self._kind(m.cue), 0), -m.cue.start), default=None)
        return best if best is not None and best.score >= _ENOUGH else None

    def _kind(self, cue: Cue) -> EventKind:
        return self.vocabulary.concept(cue.concept).value("eventKind") or "other"  # type: ignore[return-value]

    # What is known of one

    def _draft(
        self, main: _Mention, sentences: Sequence[Sentence], years: tuple[int, ...], dateline: DateMention | None
    ) -> EventDraft:
        day = self._day(main, sentences, years)
        if day is None and dateline is not None:
            day = resolve(dateline, self.published, years)
        return EventDraft(
            kind=self._kind(main.cue),
            name=self._name(main),
            span=Span(main.cue.start, main.cue.end),
            sentence=main.sentence.span,
            day=day,
            status=self._status(main),
            place=self._place(main, sentences),
            rule=f"event-{self._kind(main.cue)}",
            score=main.score,
        )

    def _day(self, main: _Mention, sentences: Sequence[Sentence], years: tuple[int, ...]) -> Day | None:
        """The day of the main event: in its own sentence, else in the lead, else where its participants stand."""
        own = [main.sentence] if not main.sentence.headline else []
        lead = [s for s in sentences if 0 <= s.order < _LEADING]
        told = [s for s in sentences if s.order >= 0 and any(not part.weak for part in s.parts)]
        rest = [s for s in sentences if s.order >= 0 and self._speech(s)]
        for sentence, aside in [*((s, False) for s in (*own, *lead, *told)), *((s, True) for s in rest)]:
            for date in sorted(
                sentence.dates,
                key=lambda d: (d.day is None, d.weekday is None and d.year is None, d.month is None, d.start),
            ):
                if not sentence.outside_quotes(date.start) or self._elsewhere(sentence, date):
                    continue
                if aside and date.weekday is None:
                    continue
                day = resolve(date, self.published, years)
                if day is not None and day.precision == "day" and not self._to_come(day):
                    return day
        return None

    def _to_come(self, day: Day) -> bool:
        """Whether a day lies behind the article's own."""
        return self.published is not None and day.iso > self.published

    def _speech(self, sentence: Sentence) -> bool:
        return any(isinstance(item, Cue) and item.kind == "speech" for item in sentence.items)

    def _elsewhere(self, sentence: Sentence, date: DateMention) -> bool:
        """Whether a date belongs to something planned or to a purpose: "menjelang 27 November 2024"."""
        before = [item for item in sentence.items if item.end <= date.start][-_REACH_OF_PURPOSE:]
        for item in reversed(before):
            if isinstance(item, Cue) and item.kind in ("clause-breaks", "modality"):
                return (
                    item.kind == "modality" or self.vocabulary.concept(item.concept).value("kindOfBreak") == "purpose"
                )
            if (isinstance(item, Token) and item.text == ",") or (isinstance(item, Cue) and item.kind == "cues"):
                break
        behind = [item for item in sentence.items if item.start >= date.end][:1]
        return any(isinstance(i, Cue) and i.kind == "modality" for i in behind)

    def _status(self, main: _Mention) -> EventStatus:
        """Held, unless a word before the event's verb says that it is to come, or its sentence that it is off."""
        sentence = main.sentence
        if any(not part.weak and part.role == "attended" for part in sentence.parts):
            return "held"
        for position, item in enumerate(sentence.items):
            if not (isinstance(item, Cue) and item.kind == "modality") or not sentence.outside_quotes(item.start):
                continue
            status = self.vocabulary.concept(item.concept).value("status")
            if status in ("postponed", "cancelled"):
                return status  # type: ignore[return-value]
            if status == "planned" and self._governs(sentence.items, position, main.index):
                return "planned"
        return "held"

    def _governs(self, items: Sequence[Item], modal: int, event: int) -> bool:
        """Whether a modal word belongs to an event: it stands a few words before it, or before its verb behind it."""
        if modal < event:
            between = items[modal + 1 : event]
            return len(between) <= _REACH_OF_MODAL and not any(isinstance(i, Holder) for i in between)
        return any(isinstance(i, Cue) and i.kind == "cues" for i in items[modal + 1 : modal + 3])

    def _name(self, mention: _Mention) -> str:
        """The words that name an event, from its head to the first break; a short form in brackets is passed over."""
        items = mention.sentence.items
        end, position = mention.cue.end, mention.index + 1
        while position < len(items):
            item = items[position]
            position += 1
            if item.start < end:
                continue
            if self._short_form(items, position - 1):
                position += 2
                continue
            if item.start - mention.cue.start > _NAME_REACH or "\n" in self.text[end : item.start]:
                break
            if self._ends_name(item):
                break
            end = item.end
        name = _SHORT_FORM.sub("", self.text[mention.cue.start : end])
        name = " ".join(name.split()).rstrip(" -–")
        return name[:1].upper() + name[1:]

    def _short_form(self, items: Sequence[Item], at: int) -> bool:
        """Whether a bracketed short form stands here: "Rapat Koordinasi (Rakor) Persiapan"."""
        three = items[at : at + 3]
        return len(three) == 3 and _is_text(three[0], "(") and isinstance(three[1], Cue) and _is_text(three[2], ")")

    def _ends_name(self, item: Item) -> bool:
        """Whether a word can't stand in the name of an event."""
        if isinstance(item, Cue):
            if item.kind == "date":
                return True
            inside = item.kind in _IN_NAMES or self.vocabulary.concept(item.concept).flag("inName")
            return not inside and item.form.islower()
        if isinstance(item, Token):
            return item.text in _NAME_STOPS or item.text.casefold() in self.vocabulary.prepositions
        return False

    def _place(self, main: _Mention, sentences: Sequence[Sentence]) -> str | None:
        """The venue: what follows "di" or "bertempat di" in the event's sentence or in the lead."""
        for sentence in [main.sentence, *[s for s in sentences if 0 <= s.order < _LEADING]]:
            if sentence.headline:
                continue
            for item in sentence.items:
                if (isinstance(item, Cue) and item.kind == "venue-words") or isinstance(item, Place):
                    end = self._venue_end(sentence, item.start)
                    if end > item.end or isinstance(item, Place):
                        words = self.text[item.start : end].split()
                        while words and words[0].casefold() in self.vocabulary.prepositions:
                            words.pop(0)
                        return " ".join(words).strip(" ,.") or None
        return None

    def _venue_end(self, sentence: Sentence, start: int) -> int:
        end = start
        for item in sentence.items:
            if item.start < start or item.start < end:
                continue
            if isinstance(item, Cue) and item.kind not in ("venue-words", "place-words"):
                break
            if isinstance(item, Token) and not (item.capital or item.text[0].isdigit() or item.text == ","):
                break
            end = item.end
        return end

    def _another(
        self, sentence: Sentence, mentions: Sequence[_Mention], main: EventDraft, years: tuple[int, ...]
    ) -> EventDraft | None:
        """A second event: its own word for it and participants of its own, on another day or by somebody elsewhere."""
        if sentence.headline or sentence.span == main.sentence or not sentence.parts:
            return None
        own = [m for m in mentions if m.sentence is sentence and m.score > 0]
        if not own:
            return None
        days = [
            resolve(d, self.published, years)
            for d in sentence.dates
            if d.month and d.day and not self._elsewhere(sentence, d)
        ]
        fresh = [day for day in days if day and day.precision == "day"]
        best = max(own, key=lambda m: (m.score, -m.cue.start))
        if fresh and main.day is not None and all(day.iso != main.day.iso for day in fresh):
            day: Day | None = fresh[0]
        elif not fresh and self._elsewhere_hosted(sentence, main):
            day = main.day
        else:
            return None
        return EventDraft(
            kind=self._kind(best.cue), name=self._name(best), span=Span(best.cue.start, best.cue.end),
            sentence=sentence.span, day=day, status=self._status(best), place=None,
            rule="event-second", score=best.score,
        )  # fmt: skip

    def _elsewhere_hosted(self, sentence: Sentence, main: EventDraft) -> bool:
        """Whether a sentence tells who organised or led something in another regency than the main event's hosts."""
        here = {code for part, _ in main.parts if part.role != "attended" for code in self._regencies(part.holder)}
        there = {
            code
            for part in sentence.parts
            if part.role != "attended" and not part.weak
            for code in self._regencies(part.holder)
        }
        return bool(here and there) and not here & there

    def _regencies(self, holder: Holder) -> set[str]:
        """The regencies that a holder's bodies belong to."""
        keys = [office.entity for office in holder.offices]
        keys += [holder.institution.entity] if holder.institution is not None else []
        regions = [self.region_of(key) for key in keys if key]
        return {region[:5] for region in regions if region and len(region) >= 5}

    def _real(self, draft: EventDraft) -> bool:
        """Whether an event is told of and not only talked about: somebody led, organised or attended it.

        Holders that only act in its report prove it where the headline or the lead names it, and its day is known.
        """
        if any(not part.weak for part, _ in draft.parts):
            return True
        told = any(part.cue.kind != "narrated" for part, _ in draft.parts)
        return draft.day is not None and bool(draft.parts) and (told or draft.score >= _SURE)
