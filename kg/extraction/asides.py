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
    if sentence.headline or "event" not in sentence.kinds:
        return False
    items = sentence.items
    ahead = [at for at, item in enumerate(items) if item.start <= part.cue.start and _event(item)]
    if not ahead or not vocabulary.concept(items[ahead[-1]].concept).flag("oftenTold"):  # type: ignore[union-attr]
        return False
    at = ahead[-1]
    beside = items[max(0, at - _REACH) : at + 1 + _REACH]
    return not sentence.dates and any(text_of(item) in vocabulary.aspects for item in beside)


def _event(item: object) -> bool:
    return isinstance(item, Cue) and item.kind == "event"
