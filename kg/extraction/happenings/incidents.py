"""A date in its sentence → whether it is that of what befell a place, after which something is told.

"Rapat membahas pengamanan sesudah ledakan di Gereja X, pada Minggu (28/3)": the date is that of the blast.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Item, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

_NEAR = 3  # items between the word for "after" and that for what befell
_BESIDE = frozenset({"fillers", "venue-words", "place-words", "relative", "conjunctions", "date"})  # kinds of cue


def of_incident(before: Sequence[Item], vocabulary: Vocabulary) -> bool:
    """Whether the items in front of a date end with an incident that something came after, and where it was.

    A comma alone between them and the date parts it from them: "Rapat sesudah banjir, Selasa (3/2)".
    """
    if not before or text_of(before[-1]) == ",":
        return False
    for at in range(len(before) - 1, 0, -1):
        item = before[at]
        if text_of(item) in vocabulary.incidents:
            return any(text_of(word) in vocabulary.aftermath for word in before[max(0, at - _NEAR) : at])
        if isinstance(item, Cue) and kind_of(item) not in _BESIDE:
            return False
    return False
