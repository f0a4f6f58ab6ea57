"""A sentence, or a clause of one, that tells of another day than the main event's.

It opens with how many days it lies before or after: "Sehari sebelumnya, Kapolres X"; or the clause is of an event with
a date of its own: "tindak lanjut rapat, Senin (4/11), yang dipimpin X".
"""

from __future__ import annotations

import datetime as dt

from kg.extraction.chunks import Cue, Token, kind_of, text_of
from kg.extraction.dates import Day, resolve
from kg.extraction.drafts import Sentence
from kg.extraction.vocabulary import Vocabulary

_LONGEST = 32  # characters of such words
_NEAR = 4  # items between a date and the clause about what was on that day


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


def of_another_day(
    sentence: Sentence, cue: Cue, day: Day | None, published: str | None, years: tuple[int, ...]
) -> bool:
    """Whether a cue stands in a clause about what was on another day than a given one."""
    if day is None or day.precision != "day" or not sentence.dates or "relative" not in sentence.kinds:
        return False
    ahead = [item for item in sentence.items if item.end <= cue.start]
    at = next((at for at in range(len(ahead) - 1, -1, -1) if kind_of(ahead[at]) in ("relative", "clause-breaks")), 0)
    if kind_of(ahead[at] if ahead else None) != "relative":
        return False
    for item in reversed(ahead[max(0, at - _NEAR) : at]):
        if kind_of(item) == "date":
            told = next((date for date in sentence.dates if date.start == item.start), None)
            other = resolve(told, published, years) if told is not None else None
            return other is not None and other.precision == "day" and other.iso != day.iso
        if not isinstance(item, Token) or item.word:
            return False
    return False
