"""Sentences with their parts → the events of a document: what, when, where, and who took part.

Most articles tell of one event. It is the one that the headline, the first paragraph and the words of its participants
point to; another is made only where a sentence gives a date of its own and participants of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extraction.calendar import Calendar
from kg.extraction.chunks import Holder
from kg.extraction.dates import DateMention, Day, resolve
from kg.extraction.drafts import EventDraft, Mention, Sentence
from kg.extraction.event_mentions import Mentions
from kg.extraction.event_times import Times
from kg.extraction.event_words import Wording
from kg.extraction.vocabulary import Vocabulary
from kg.model import Document, Span

_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]\d)(?!\d)")
_SURE = 5.0  # score of a word that headline or lead give


class Events:
    """Finds the events of one document."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        calendar: Calendar,
        document: Document,
        region_of: Callable[[str], str | None],
    ) -> None:
        self.vocabulary = vocabulary
        self.text = document.text
        self.published = document.published
        self.region_of = region_of
        self.mentions = Mentions(vocabulary)
        self.times = Times(vocabulary, calendar, document.published)
        self.wording = Wording(vocabulary, document.text)

    def of(self, sentences: Sequence[Sentence], dateline: DateMention | None = None) -> list[EventDraft]:
        """The events with participants; empty when nothing in the text is one."""
        years = tuple(sorted({int(year) for year in _YEAR.findall(self.text)}))
        mentions = [mention for sentence in sentences for mention in self.mentions.of(sentence)]
        main = self.mentions.main(mentions)
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

    def _draft(
        self, main: Mention, sentences: Sequence[Sentence], years: tuple[int, ...], dateline: DateMention | None
    ) -> EventDraft:
        kind, status = self.mentions.main_kind(main, sentences), self.times.status(main)
        planned = status == "planned" and not main.sentence.headline
        day = self.times.planned(main, years) if planned else self.times.day(main, sentences, years)
        if day is None and dateline is not None:
            day = resolve(dateline, self.published, years)
        if day is None and kind == "ceremony":
            day = self.times.feast(self.text)
        return EventDraft(
            kind=kind,
            name=self.wording.name(main),
            span=Span(main.cue.start, main.cue.end),
            sentence=main.sentence.span,
            day=day,
            status=status,
            place=self.wording.place(main, sentences),
            rule=f"event-{kind}",
            score=main.score,
        )

    def _another(
        self, sentence: Sentence, mentions: Sequence[Mention], main: EventDraft, years: tuple[int, ...]
    ) -> EventDraft | None:
        """A second event: its own word for it and participants of its own, on another day or by somebody elsewhere."""
        if sentence.headline or sentence.span == main.sentence or not sentence.parts:
            return None
        here = [m for m in mentions if m.sentence is sentence]
        own = [m for m in here if m.score > 0]
        if not own or any(self._again(m, main) for m in here):
            return None
        days = [
            resolve(d, self.published, years)
            for d in sentence.dates
            if d.month and d.day and not self.times.elsewhere(sentence, d)
        ]
        fresh = [day for day in days if day and day.precision == "day"]
        best = max(own, key=lambda m: (m.score, -m.cue.start))
        if fresh and main.day is not None and all(day.iso != main.day.iso for day in fresh):
            day: Day | None = fresh[0]
            if self.times.to_come(fresh[0]):
                return None
        elif not fresh and self._elsewhere_hosted(sentence, main):
            day = main.day
        else:
            return None
        return EventDraft(
            kind=self.mentions.kind(best.cue), name=self.wording.name(best), span=Span(best.cue.start, best.cue.end),
            sentence=sentence.span, day=day, status=self.times.status(best), place=None,
            rule="event-second", score=best.score,
        )  # fmt: skip

    def _again(self, mention: Mention, main: EventDraft) -> bool:
        """Whether a word names the main event once more: it is of its kind, and "ini" or "tersebut" stands behind."""
        return self.mentions.kind(mention.cue) == main.kind and self.mentions.points_back(mention)

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

        Holders that only act in its report prove it where the headline or the lead names it, or where the sentence
        gives its day.
        """
        if any(not part.weak for part, _ in draft.parts):
            return True
        if draft.day is None or not draft.parts:
            return False
        told = any(part.cue.kind != "narrated" for part, _ in draft.parts)
        return told or draft.score >= _SURE or any(self._gives(sentence, draft.day) for _, sentence in draft.parts)

    def _gives(self, sentence: Sentence, day: Day) -> bool:
        """Whether a sentence gives a day with its weekday."""
        return any(date.weekday is not None and resolve(date, self.published) == day for date in sentence.dates)
