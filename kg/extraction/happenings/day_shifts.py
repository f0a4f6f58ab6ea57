"""A sentence that opens with how many days before or after the main event it tells of: "Sehari sebelumnya, Kapolres X".

In come the sentence and its text; out comes the number of days, and the day that lies so far from another.
"""

from __future__ import annotations

import datetime as dt

from kg.extraction.chunks import text_of
from kg.extraction.dates import Day
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary

_LONGEST = 32  # characters of such words


def shift_of(vocabulary: Vocabulary, sentence: Sentence, text: str) -> int | None:
    """The days between the main event and what a sentence tells of, by its first words; negative before it."""
    if sentence.headline or sentence.dates:
        return None
    first = text_of(sentence.items[0]) if sentence.items else ""
    if first.partition(" ")[0] not in vocabulary.shift_openers:
        return None
    opening = text[sentence.span.start : min(sentence.span.end, sentence.span.start + _LONGEST)].casefold()
    words = opening.replace(",", " ").split()
    for length in range(min(len(words), vocabulary.longest_shift), 0, -1):
        days = vocabulary.day_shifts.get(" ".join(words[:length]))
        if days is not None:
            return days
    return None


def shifted(day: Day | None, days: int) -> Day | None:
    """The day that lies some days behind another one, or None where that is not known to the day."""
    if day is None or day.precision != "day":
        return None
    return Day((dt.date.fromisoformat(day.iso) + dt.timedelta(days)).isoformat(), "day")
