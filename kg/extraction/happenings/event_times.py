"""An event's mention and the sentences around it → its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Cue, Holder, Item, kind_of, text_of
from kg.extraction.dates import Day, resolve
from kg.extraction.drafts import Mention, Sentence, with_rest
from kg.extraction.happenings.event_dates import Dates, is_modal, of_statement
from kg.extraction.happenings.event_status import Statuses
from kg.extraction.passages.calendar import Calendar
from kg.extraction.taking_part.event_signs import Signs
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import Document


class Times:
    """Finds when the events of one document were."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, document: Document, signs: Signs) -> None:
        self.vocabulary = vocabulary
        self.calendar = calendar
        self.published = document.published
        self.signs = signs
        self.dates = Dates(vocabulary, document)
        self.statuses = Statuses(vocabulary, signs)
        self._polls = False  # whether the main event is a poll or a count
        self.said: str | None = None  # the day of the first statement, of an article without its own

    def day(self, main: Mention, sentences: Sequence[Sentence], years: tuple[int, ...]) -> Day | None:
        """The day of the main event: in its own sentence or the lead, named again, or where people take part.

        In all of these a day on which somebody says something comes last, also behind a weekday of any other sentence
        that names the event. Behind them count, in this order: the first
        weekday of a statement or of what is told aside, what a sentence gives that tells of another event, a weekday
        anywhere, what the rest of the lead gives, a date behind a purpose in the event's own sentence or the lead, and
        a headline that names the event, with the year.
        """
        self.said = self._day_of_statement(sentences, years) if self.published is None else None
        self._polls = self.vocabulary.concept(main.cue.concept).value("eventKind") == "voting"
        own = [] if main.sentence.headline else [main.sentence]
        day = self._first(own, sentences, years, weekday=False, said=False)
        if day is None and any(self._some_time_ago(s, main) for s in sentences if s.leading or s is main.sentence):
            named = (s for s in sentences if s.order >= 0 and self._names(s, main) and not self._of_another(s, main))
            return self._first(named, sentences, years, weekday=True, said=False)
        return day or self._beside(own, main, sentences, years)

    def _beside(
        self, own: Sequence[Sentence], main: Mention, sentences: Sequence[Sentence], years: tuple[int, ...]
    ) -> Day | None:
        """The day of the main event where its own sentence gives none, or only that of a statement."""
        body = [s for s in sentences if s.order >= 0]
        lead = [s for s in body if s.leading]
        about = [s for s in lead if s.order == 0 or self._names(s, main)]
        around = [s for s in lead if self._tells(s)]
        again = [s for s in body if self._again(s, main)]
        told = [s for s in body if any(not (part.weak or self.statuses.awaited(s, part.cue)) for part in s.parts)]
        others = {id(s) for s in body if s is not main.sentence and self._of_another(s, main)}
        near = (*own, *(s for s in (*about, *again, *around, *told) if id(s) not in others))
        day = self._first(near, sentences, years, weekday=False, said=False)
        named = (s for s in body if id(s) not in others and self._names(s, main) and not any(map(is_modal, s.items)))
        day = day or self._first(named, sentences, years, weekday=True, said=False)
        day = day or self._first(near, sentences, years, weekday=False)
        if day is None:
            aside = [s for s in sentences if id(s) not in others]
            spoken = [s for s in body if self._speech(s)]
            quiet = [s for s in sentences if s.headline or not self._speech(s)]
            day = (
                next((day for s in aside if (day := self._aside(s, sentences, years))), None)
                or self._first(
                    (s for s in (*about, *around, *told) if id(s) in others), sentences, years, weekday=False
                )
                or self._first((*quiet, *spoken), sentences, years, weekday=True)
                or self._first(lead, sentences, years, weekday=False)
            )
        if day is not None:
            return day
        found = (self._day_in(sentence, years, weekday=True, purposes=True) for sentence in (*own, *lead))
        titles = (s for s in sentences if s.headline and self._names(s, main) and any(date.year for date in s.dates))
        return next((day for day in found if day is not None), None) or self._first(
            titles, sentences, years, weekday=False
        )

    def _aside(self, sentence: Sentence, sentences: Sequence[Sentence], years: tuple[int, ...]) -> Day | None:
        """The day with its weekday of a sentence in which nobody speaks, or on which somebody says something."""
        if sentence.headline or not self._speech(sentence):
            return self._first([sentence], sentences, years, weekday=True)
        stated = [date for date in sentence.dates if date.weekday is not None and of_statement(sentence, date)]
        days = (resolve(date, self.published, years) for date in stated if not self.dates.elsewhere(sentence, date))
        return next((day for day in days if day and day.precision == "day" and not self.to_come(day)), None)

    def _first(
        self,
        group: Iterable[Sentence],
        sentences: Sequence[Sentence],
        years: tuple[int, ...],
        *,
        weekday: bool,
        said: bool = True,
    ) -> Day | None:
        """The first day that some of the sentences give, or the pieces behind them."""
        for sentence in (piece for s in group for piece in with_rest(s, sentences)):
            day = self._day_in(sentence, years, weekday=weekday, said=said)
            if day is not None:
                return day
        return None

    def planned(self, main: Mention, years: tuple[int, ...]) -> Day | None:
        """The day of an event that is to come: its own sentence gives it, or nothing does.

        That of publication counts where the text gives it with its figures.
        """
        for date in main.sentence.dates:
            day = resolve(date, self.published, years)
            if day is None or day.precision != "day":
                continue
            if self.published is None or self.to_come(day) or (date.month and day.iso == self.published):
                return day
        return None

    def _day_in(
        self,
        sentence: Sentence,
        years: tuple[int, ...],
        *,
        weekday: bool,
        purposes: bool = False,
        said: bool = True,
    ) -> Day | None:
        """The first day that a sentence gives, the fullest date before all; with its weekday where that is asked.

        Dates behind a purpose count where `purposes` is set, those of a statement where `said` is.
        """
        ahead = self.dates.of_fronted_clause(sentence)
        for date in sorted(
            sentence.dates,
            key=lambda d: (
                d.day is None,
                d is ahead or self.dates.of_holder(sentence, d),
                d.weekday is None and d.year is None,
                d.month is None,
                d.start,
            ),
        ):
            if not sentence.outside_quotes(date.start) or self.dates.elsewhere(sentence, date, purposes=purposes):
                continue
            if weekday and date.weekday is None and date.offset is None:
                continue
            if not self._polls and self.dates.of_poll(sentence, date):
                continue
            if not said and of_statement(sentence, date):
                continue
            bare = date.month is None and date.weekday is not None
            day = resolve(date, self.published or (self.said if bare else None), years)
            if day is not None and day.precision == "day" and not self.to_come(day):
                return day
        return None

    def _day_of_statement(self, sentences: Sequence[Sentence], years: tuple[int, ...]) -> str | None:
        """The first day with its weekday on which somebody says something: bare weekdays lie before it."""
        for sentence in sentences:
            for date in sentence.dates:
                if date.weekday is not None and date.month is not None and of_statement(sentence, date):
                    day = resolve(date, None, years)
                    if day is not None and day.precision == "day":
                        return day.iso
        return None

    def feast(self, text: str) -> Day | None:
        """The day of a feast that an article names, for a ceremony without any other date."""
        return self.calendar.feast(text, self.published) if self.published is not None else None

    def _some_time_ago(self, sentence: Sentence, main: Mention) -> bool:
        """Whether a sentence names an event of the main one's kind, on a day that is not told."""
        events = [item for item in sentence.items if isinstance(item, Cue) and item.kind == "event"]
        ago = self.signs.vague_times.some_time_ago
        return any(ago(sentence, event) for event in events if self._is_kind(event, main))

    def _tells(self, sentence: Sentence) -> bool:
        """Whether a sentence names an event, somebody who took part in one, or says that it took place.

        What takes place may not be something else with a name: "Operasi Mantap Praja dimulai 26 Agustus".
        """
        items = sentence.items
        if sentence.parts or "event" in sentence.kinds:
            return True
        ahead = (None, *items)
        return any(self.dates.happens(i) and not isinstance(b, Holder) for b, i in zip(ahead, items, strict=False))

    def _again(self, sentence: Sentence, main: Mention) -> bool:
        """Whether a sentence names the main event once more and says that it took place: "Rapat itu digelar Rabu"."""
        items = sentence.items
        named = (at for at, item in enumerate(items) if self._is_kind(item, main) and not self.signs.another(items, at))
        return any(self.signs.points_back(items, at) or self.signs.happens(items, at) for at in named)

    def _names(self, sentence: Sentence, main: Mention) -> bool:
        """Whether a sentence names an event of the main one's kind."""
        return "event" in sentence.kinds and any(self._is_kind(item, main) for item in sentence.items)

    def _of_another(self, sentence: Sentence, main: Mention) -> bool:
        """Whether a sentence names events, all of them of other kinds, or others of the same kind."""
        items = sentence.items
        if items and text_of(items[0]) in self.vocabulary.others_of_a_kind:
            return True
        if "event" not in sentence.kinds:
            return False
        named = [at for at, item in enumerate(items) if kind_of(item) == "event"]
        return not any(self._is_kind(items[at], main) and not self.signs.another(items, at) for at in named)

    def _is_kind(self, item: Item, main: Mention) -> bool:
        """Whether a word names an event of the main one's kind, or any event."""
        if not (isinstance(item, Cue) and item.kind == "event"):
            return False
        kinds = [self.vocabulary.concept(concept).value("eventKind") for concept in (item.concept, main.cue.concept)]
        return kinds[0] == kinds[1] or self.vocabulary.concept(item.concept).flag("generic")

    def to_come(self, day: Day) -> bool:
        """Whether a day lies behind the article's own."""
        return self.published is not None and day.iso > self.published

    def _speech(self, sentence: Sentence) -> bool:
        return "speech" in sentence.kinds
