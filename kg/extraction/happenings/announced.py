"""What a headline tells in few words, or a sentence with its day → whether it is still to come.

"KPU Gelar Debat", over "KPU akan menggelar debat"; "KPU menggelar debat, Senin (24/2)" in news of the week before.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.days import days_between
from kg.extraction.chunks import kind_of
from kg.extraction.dates import Day, resolve
from kg.extraction.drafts import Mention
from kg.extraction.happenings.event_dates import of_statement
from kg.extraction.happenings.event_mentions import Mentions
from kg.extraction.happenings.event_times import Times

_SOON = 60  # days for which a plan is news
_SURE = 2.5  # score of a word
_REACH = 8  # items between an event and its day


class Announced:
    """Finds which events of one document are still to come."""

    def __init__(self, mentions: Mentions, times: Times) -> None:
        self.mentions = mentions
        self.times = times

    def in_full(self, main: Mention, mentions: Sequence[Mention]) -> Mention:
        """The main event of a headline as the text tells it, which says that it will be and nowhere that it was."""
        if main.sentence.headline:
            kind = self.mentions.kind(main.cue)
            told = [m for m in mentions if m.sentence.order >= 0 and self.mentions.kind(m.cue) == kind]
            planned = next((m for m in told if self._planned(m)), None)
            main = main if planned is None or any(map(self._held, told)) else planned
        if main.sentence.headline or self.times.statuses.of(main) != "planned":
            return main
        return max(filter(self._told_there, mentions), key=lambda m: (m.score, -m.cue.start), default=main)

    def day(self, main: Mention, years: tuple[int, ...]) -> Day | None:
        """The day behind the word of an event where it lies behind that of the article, by its weekday as well."""
        items, published = main.sentence.items, self.times.published
        if published is None or main.sentence.headline:
            return None
        behind = items[main.index + 1 : main.index + 1 + _REACH]
        at = next((item.start for item in behind if kind_of(item) == "date"), None)
        date = next((date for date in main.sentence.dates if date.start == at), None)
        day = resolve(date, published, years) if date is not None and date.weekday is not None and date.day else None
        if date is None or day is None or not 0 < days_between(published, day.iso) <= _SOON:
            return None
        apart = of_statement(main.sentence, date) or self.times.dates.elsewhere(main.sentence, date)
        return day if not apart else None

    def _told_there(self, mention: Mention) -> bool:
        """Whether somebody tells of a plan at an event: "kata X saat menghadiri Y, Senin (2/9)"."""
        sentence = mention.sentence
        if mention.score < _SURE or not sentence.dates or not {"speech", "while"} <= sentence.kinds:
            return False
        return not self.mentions.generic(mention) and self._held(mention)

    def _planned(self, mention: Mention) -> bool:
        return self.mentions.signs.planned(mention.sentence.items, mention.index)

    def _held(self, mention: Mention) -> bool:
        """Whether a sentence tells who had a part in an event, or that it took place, and not that it will."""
        sentence, signs = mention.sentence, self.mentions.signs
        if self._planned(mention) or signs.reported(sentence.items, mention.index):
            return False
        parts = (part for part in sentence.parts if not (part.weak or self.times.statuses.awaited(sentence, part.cue)))
        return any(parts) or signs.happens(sentence.items, mention.index)
