"""A sentence → what it tells of doings at other times: "Pihaknya telah berkoordinasi dengan KPU", said at an event.

Those with whom it was done were not at the event at which it is told.
"""

from __future__ import annotations

from kg.extraction.chunks import Cue, text_of
from kg.extraction.drafts import Sentence
from kg.extraction.parts import Part
from kg.extraction.vocabulary import Vocabulary

_REACH = 3  # items on either side of the word among which one says that it is done, or goes on


def aside(sentence: Sentence, part: Part, vocabulary: Vocabulary) -> bool:
    """Whether a part is in such a doing, which a word says to be done already or to go on."""
    if sentence.headline or sentence.dates or "event" not in sentence.kinds:
        return False
    items = sentence.items
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if isinstance(item, Cue) and item.kind == "event" and item.start <= part.cue.start:
            beside = items[max(0, at - _REACH) : at + 1 + _REACH]
            often = vocabulary.concept(item.concept).flag("oftenTold")
            return often and any(text_of(other) in vocabulary.aspects for other in beside)
    return False
