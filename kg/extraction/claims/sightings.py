"""The events and sentences of an article → on which day it shows somebody in an office.

Whoever took part in an event was seen on its day, and who only speaks on the day of the statement. For all others it is
the day of the main event, if that was shortly before publication, else that of publication; none for what was long ago.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.days import days_between
from kg.extraction.chunks import Holder
from kg.extraction.dates import resolve
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.happenings.event_dates import of_statement

_LATELY = 31  # days


class Sightings:
    """Tells of the postings of one document on which day they are seen."""

    def __init__(self, events: Sequence[EventDraft], published: str | None) -> None:
        self._published = published
        self._by_holder: dict[int, str] = {}
        self._by_person: dict[str, str] = {}
        held = [(draft, draft.day.iso) for draft in events if draft.status == "held" and draft.day is not None]
        for draft, day in held:
            for part, _ in draft.parts:
                self._by_holder.setdefault(id(part.holder), day)
                if part.holder.person is not None and part.holder.person.entity is not None:
                    self._by_person.setdefault(part.holder.person.entity, day)
        late = (day for _, day in held if published is None or days_between(day, published) <= _LATELY)
        self._else = next(late, published)

    def day(self, holder: Holder, sentence: Sentence) -> str | None:
        """The day on which a holder in a sentence is seen, in ISO form; None when it can't be told."""
        person = holder.person.entity if holder.person is not None else None
        own = self._by_holder.get(id(holder)) or self._by_person.get(person or "")
        if own is None and sentence.long_ago(holder.start):
            return None
        return own or self._stated(sentence) or self._else

    def _stated(self, sentence: Sentence) -> str | None:
        """The day with its weekday on which somebody says what a sentence tells."""
        for date in sentence.dates:
            if date.weekday is not None and of_statement(sentence, date):
                day = resolve(date, self._published)
                over = self._published is None or (day is not None and day.iso <= self._published)
                if day is not None and day.precision == "day" and over:
                    return day.iso
        return None
