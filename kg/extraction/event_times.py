"""An event's mention and the sentences around it → its day, and whether it was held, is planned or was called off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kg.extraction.calendar import Calendar
from kg.extraction.chunks import Cue, Holder, Item, Token, kind_of, text_of
from kg.extraction.dates import DateMention, Day, days_between, resolve
from kg.extraction.drafts import Mention, Sentence
from kg.extraction.holders import is_real
from kg.extraction.vocabulary import Vocabulary
from kg.model import Document, EventStatus

_REACH_OF_MODAL = 4
_REACH_OF_PLAN = 2
_REACH_OF_PURPOSE = 10
_RECENT = 10  # days
_AROUND_SPEAKERS = frozenset({"date", "fillers", "venue-words", "place-words", "conjunctions", "plural", "person-cues"})
_QUOTES = frozenset('"“”;')
_WORDS_OF_REST = 2  # words beside the date that a piece of a sentence may hold


class Times:
    """Finds when the events of one document were."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, document: Document) -> None:
        self.vocabulary = vocabulary
        self.text = document.text
        self.calendar = calendar
        self.published = document.published

    def day(self, main: Mention, sentences: Sequence[Sentence], years: tuple[int, ...]) -> Day | None:
        """The day of the main event: in its own sentence, else in the lead, else where its participants stand.

        In all of these a day on which somebody says something comes last. What sentences aside tell, and behind them
        those in which somebody speaks, counts with its weekday only; so does, last of all, a date behind a purpose in
        the event's own sentence or the lead. A sentence of the lead that tells of no event counts behind all that give
        a weekday.
        """
        own = [] if main.sentence.headline else [main.sentence]
        lead = [s for s in sentences if s.leading]
        told = [s for s in sentences if s.order >= 0 and any(not part.weak for part in s.parts)]
        about = [s for s in lead if s.order == 0 or self._tells(s)]
        near = (*own, *about, *told)
        day = self._first(near, sentences, years, weekday=False, said=False)
        day = day or self._first(near, sentences, years, weekday=False)
        if day is None:
            speech = [self._speech(s) for s in sentences]
            aside = [s for s, spoken in zip(sentences, speech, strict=True) if s.headline or not spoken]
            spoken = [s for s, spoken in zip(sentences, speech, strict=True) if s.order >= 0 and spoken]
            day = self._first((*aside, *spoken), sentences, years, weekday=True)
            day = day or self._first(lead, sentences, years, weekday=False)
        if day is not None:
            return day
        found = (self._day_in(sentence, years, weekday=True, purposes=True) for sentence in (*own, *lead))
        return next((day for day in found if day is not None), None)

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
        for sentence in (piece for s in group for piece in _with_rest(s, sentences)):
            day = self._day_in(sentence, years, weekday=weekday, said=said)
            if day is not None:
                return day
        return None

    def planned(self, main: Mention, years: tuple[int, ...]) -> Day | None:
        """The day of an event that is to come: its own sentence gives it, or nothing does."""
        days = [resolve(date, self.published, years) for date in main.sentence.dates]
        ahead = [
            day for day in days if day and day.precision == "day" and (self.published is None or self.to_come(day))
        ]
        return ahead[0] if ahead else None

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
        ahead = self._of_fronted_clause(sentence)
        for date in sorted(
            sentence.dates,
            key=lambda d: (d.day is None, d is ahead, d.weekday is None and d.year is None, d.month is None, d.start),
        ):
            if not sentence.outside_quotes(date.start) or self.elsewhere(sentence, date, purposes=purposes):
                continue
            if weekday and date.weekday is None and date.offset is None:
                continue
            if not said and _of_statement(sentence, date):
                continue
            day = resolve(date, self.published, years)
            if day is not None and day.precision == "day" and not self.to_come(day):
                return day
        return None

    def feast(self, text: str) -> Day | None:
        """The day of a feast that an article names, for a ceremony without any other date."""
        return self.calendar.feast(text, self.published) if self.published is not None else None

    def status(self, main: Mention) -> EventStatus:
        """Held, unless a word before the event's verb says that it is to come, or its sentence that it is off.

        Guests prove that it was held, unless such a word stands before their own verb.
        """
        sentence = main.sentence
        guests = (part.cue for part in sentence.parts if not part.weak and part.role == "attended")
        if any(not self._awaited(sentence.items, cue) for cue in guests):
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

    def elsewhere(self, sentence: Sentence, date: DateMention, *, purposes: bool = False) -> bool:
        """Whether a date belongs to something planned, to a purpose or to an election: "menjelang 27 November 2024".

        Purposes make no difference where `purposes` is set. What goes on since a day began on it.
        """
        before = [item for item in sentence.items if item.end <= date.start][-_REACH_OF_PURPOSE:]
        ahead = before[-2:]  # "yang digelar esok hari, Rabu (17/4)"
        if _ends_range(before) or (len(ahead) == 2 and _modal(ahead[0]) and _is_comma(ahead[1])):
            return True
        for at in range(len(before) - 1, -1, -1):
            item = before[at]
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                kind = self.vocabulary.concept(item.concept).value("kindOfBreak")
                if kind == "limit" and at and self._happens(before[at - 1]):
                    return False
                return kind == "limit" or (kind == "purpose" and not purposes and not self._recent(date))
            if _modal(item):
                return True
            if isinstance(item, Cue) and item.kind == "cues" and _of_election(before[:at]):
                return True
            if _is_comma(item) or (isinstance(item, Cue) and item.kind == "cues"):
                break
        behind = [item for item in sentence.items if item.start >= date.end][:1]
        return any(map(_modal, behind))

    def _tells(self, sentence: Sentence) -> bool:
        """Whether a sentence names an event, somebody who took part in one, or says that it took place."""
        return bool(sentence.parts) or any(kind_of(i) == "event" or self._happens(i) for i in sentence.items)

    def _happens(self, item: Item) -> bool:
        """Whether an item is a verb that says that something takes place: "berlangsung sejak Senin"."""
        return text_of(item) in self.vocabulary.happening

    def _of_fronted_clause(self, sentence: Sentence) -> DateMention | None:
        """The date of what came before, in front of its sentence: "Setelah operasi dimulai 26 Agustus, pada 29 …"."""
        first = sentence.dates[0] if sentence.dates else None
        opening = self.text[sentence.span.start : sentence.span.end].split(maxsplit=1)[:1]
        if first is None or not opening or opening[0].casefold() not in self.vocabulary.sequence:
            return None
        before = [item for item in sentence.items if item.end <= first.start]
        told = any((isinstance(item, Holder) and is_real(item)) or _is_comma(item) for item in before)
        return None if told else first

    def _recent(self, date: DateMention) -> bool:
        """Whether a date with its weekday lies in the days before publication, when purposes are no longer to come."""
        if self.published is None or date.weekday is None:
            return False
        day = resolve(date, self.published)
        return day is not None and day.precision == "day" and 0 <= days_between(day.iso, self.published) <= _RECENT

    def to_come(self, day: Day) -> bool:
        """Whether a day lies behind the article's own."""
        return self.published is not None and day.iso > self.published

    def _speech(self, sentence: Sentence) -> bool:
        return any(isinstance(item, Cue) and item.kind == "speech" for item in sentence.items)

    def _awaited(self, items: Sequence[Item], cue: Cue) -> bool:
        """Whether a word right before a verb says that it is to come: "rencananya dihadiri Kapolres"."""
        before = [item for item in items if item.end <= cue.start][-_REACH_OF_PLAN:]
        return any(_modal(item) for item in before)

    def _governs(self, items: Sequence[Item], modal: int, event: int) -> bool:
        """Whether a modal word belongs to an event: it stands a few words before it, or before its verb behind it."""
        if modal < event:
            between = items[modal + 1 : event]
            return len(between) <= _REACH_OF_MODAL and not any(isinstance(i, Holder) for i in between)
        return any(isinstance(i, Cue) and i.kind == "cues" for i in items[modal + 1 : modal + 3])


def _of_statement(sentence: Sentence, date: DateMention) -> bool:
    """Whether a date tells when somebody spoke: only who, to whom and where stand between the verb and it.

    "kata Kapolres X di kantornya, Rabu (25/9)"; a verb that an event stands behind tells of the event.
    """
    for item in reversed([item for item in sentence.items if item.end <= date.start]):
        if isinstance(item, Cue):
            if item.kind not in _AROUND_SPEAKERS:
                return item.kind == "speech"
        elif isinstance(item, Token) and item.text in _QUOTES:
            return False
    return False


def _of_election(before: Sequence[Item]) -> bool:
    """Whether a relative clause about an election ends here: "Pemilu 2024 yang (digelar 14 Februari)"."""
    if not before or not isinstance(before[-1], Cue) or before[-1].kind != "relative":
        return False
    for item in reversed(before[:-1]):
        if isinstance(item, Cue) or not ((isinstance(item, Token) and item.word) or text_of(item).isdigit()):
            return isinstance(item, Cue) and item.kind == "candidacy"
    return False


def _ends_range(before: Sequence[Item]) -> bool:
    """Whether a date stands behind another one and only a conjunction between them: "1 Mei sampai dengan 3 Mei"."""
    joints = 0
    for item in reversed(before):
        if isinstance(item, Cue) and item.kind == "date":
            return joints > 0
        if not ((isinstance(item, Cue) and item.kind == "conjunctions") or (isinstance(item, Token) and not item.word)):
            return False
        joints += isinstance(item, Cue)
    return False


def _is_comma(item: Item) -> bool:
    return isinstance(item, Token) and item.text == ","


def _modal(item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "modality"


def _with_rest(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Sentence]:
    """A sentence, and the piece behind it that only tells its date: "… di gudang KPU. Senin (27/11/2023)."."""
    at = bisect_left(sentences, sentence.span.end, key=lambda s: s.span.start)
    following = sentences[at] if at < len(sentences) else None
    if following is None or not following.dates or following.parts or following.paragraph != sentence.paragraph:
        return [sentence]
    words = [item for item in following.items if not (isinstance(item, Token) and not item.word)]
    return [sentence, following] if len(words) <= len(following.dates) + _WORDS_OF_REST else [sentence]
