"""A date in its sentence → whether it is that of a letter or a law: "Surat Edaran tanggal 2 Mei 2024"."""

from __future__ import annotations

from kg.extraction.dates import DateMention
from kg.extraction.words.vocabulary import Vocabulary

_REACH = 60  # characters
_ENDS = frozenset(",;.)")


def of_paper(text: str, vocabulary: Vocabulary, date: DateMention, start: int) -> bool:
    """Whether a date without a weekday, in a sentence that begins at `start`, is that of a paper."""
    if date.weekday is not None or date.day is None:
        return False
    for word in reversed(text[max(start, date.start - _REACH) : date.start].split()):
        if word[-1] in _ENDS:
            return False
        if word.casefold().strip(".") in vocabulary.papers:
            return True
        if not (word[0].isupper() or word[0].isdigit() or word in vocabulary.before_dates):
            return False
    return False
