"""An event's mention and the sentences around it → its day, and whether it was held, is planned or was called off."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Token
from kg.extraction.dates import DateMention, Day, resolve
from kg.extraction.drafts import Mention, Sentence
from kg.extraction.holders import Item
from kg.extraction.vocabulary import Vocabulary
from kg.model import EventStatus

_REACH_OF_MODAL = 4
_REACH_OF_PURPOSE = 10


class Times:
    """Finds when the events of one document were."""

    def __init__(self, vocabulary: Vocabulary, published: str | None) -> None:
        self.vocabulary = vocabulary
        self.published = published

    def day(self, main: Mention, sentences: Sequence[Sentence], years: tuple[int, ...]) -> Day | None:
        """The day of the main event: in its own sentence, else in the lead, else where its participants stand."""
        own = [main.sentence] if not main.sentence.headline else []
        lead = [s for s in sentences if s.leading]
        told = [s for s in sentences if s.order >= 0 and any(not part.weak for part in s.parts)]
        rest = [s for s in sentences if s.order >= 0 and self._speech(s)]
        for sentence, aside in [*((s, False) for s in (*own, *lead, *told)), *((s, True) for s in rest)]:
            for date in sorted(
                sentence.dates,
                key=lambda d: (d.day is None, d.weekday is None and d.year is None, d.month is None, d.start),
            ):
                if not sentence.outside_quotes(date.start) or self.elsewhere(sentence, date):
                    continue
                if aside and date.weekday is None:
                    continue
                day = resolve(date, self.published, years)
                if day is not None and day.precision == "day" and not self._to_come(day):
                    return day
        return None

    def status(self, main: Mention) -> EventStatus:
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

    def elsewhere(self, sentence: Sentence, date: DateMention) -> bool:
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

    def _to_come(self, day: Day) -> bool:
        """Whether a day lies behind the article's own."""
        return self.published is not None and day.iso > self.published

    def _speech(self, sentence: Sentence) -> bool:
        return any(isinstance(item, Cue) and item.kind == "speech" for item in sentence.items)

    def _governs(self, items: Sequence[Item], modal: int, event: int) -> bool:
        """Whether a modal word belongs to an event: it stands a few words before it, or before its verb behind it."""
        if modal < event:
            between = items[modal + 1 : event]
            return len(between) <= _REACH_OF_MODAL and not any(isinstance(i, Holder) for i in between)
        return any(isinstance(i, Cue) and i.kind == "cues" for i in items[modal + 1 : modal + 3])
