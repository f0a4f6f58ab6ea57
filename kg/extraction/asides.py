"""A sentence → what it tells of doings at other times: "Pihaknya telah berkoordinasi dengan KPU", said at an event.

Those with whom it was done were not at the event at which it is told.
"""

from __future__ import annotations

from kg.extraction.chunks import Cue, Holder, Item, text_of
from kg.extraction.drafts import Sentence
from kg.extraction.parts import Part
from kg.extraction.vocabulary import Vocabulary
from kg.model import EventKind

_REACH = 3  # items on either side of the word among which one says that it is done, or goes on
_OPENING = 2  # items of a sentence that may say that it tells what came before
_FAR = 5  # items in front of the word, where another verb may stand between: "sudah membentuk X dan melantik Y"


def aside(sentence: Sentence, part: Part, vocabulary: Vocabulary, kind: EventKind, *, often: bool) -> bool:
    """Whether a part is in such a doing, which a word says to be done already or to go on.

    It is one that is often told of, where the article's event is none (`often`), or of another kind than that.
    """
    if sentence.headline or sentence.dates or "event" not in sentence.kinds:
        return False
    items = sentence.items
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if isinstance(item, Cue) and item.kind == "event" and item.start <= part.cue.start:
            concept = vocabulary.concept(item.concept)
            if concept.flag("oftenTold"):
                beside = items[max(0, at - _REACH) : at + 1 + _REACH]
                return often and any(text_of(other) in vocabulary.aspects for other in beside)
            another = not concept.flag("generic") and concept.value("eventKind") not in (kind, None)
            done = any(text_of(other) in vocabulary.aspects for other in items[max(0, at - _FAR) : at])
            return another and (done or any(_word(other) in vocabulary.earlier for other in items[:_OPENING]))
    return False


def _word(item: Item) -> str:
    """The word that an item is, which the capital of its sentence may have made the name in front of an office."""
    person = item.person if isinstance(item, Holder) else None
    return person.name.casefold() if person is not None and person.entity is None else text_of(item)
