"""A sentence → what it tells of doings at other times or places, which are no part of the event of an article.

"Pihaknya telah berkoordinasi dengan KPU", said at an event; "Sementara itu di Kodim X, Dandim Y melepas prajurit".
"""

from __future__ import annotations

from kg.extraction.chunks import Cue, Holder, Item, Token, kind_of, text_of
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind

_REACH = 3  # items on either side of the word among which one says that it is done, or goes on
_OPENING = 2  # items of a sentence that may say that it tells what came before
_PLACE = 6  # items of a sentence among which stands at which body it is done
_AHEAD = frozenset({"conjunctions", "place-words", "fillers"})  # kinds of cue in front of that body
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


def held_besides(draft: EventDraft, part: Part, sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether somebody is the agent of a clause about other events: "X menyebut ada penertiban yang dilakukan Y"."""
    if sentence.span == draft.sentence or vocabulary.concept(part.cue.concept).value("takes") != "agent":
        return False
    ahead = [item for item in sentence.items if item.start < part.cue.start]
    if not ahead or kind_of(ahead[-1]) != "relative":
        return False
    events = [item for item in ahead if isinstance(item, Cue) and item.kind == "event"]
    return bool(events) and not any(_names(event, draft, vocabulary) for event in events)


def told_at_another(draft: EventDraft, part: Part, sentence: Sentence, vocabulary: Vocabulary) -> bool:
    """Whether a sentence opens with another event at which it only tells of somebody: "Dalam patroli semalam, X …"."""
    if part.cue.kind != "narrated" or "event" not in sentence.kinds or sentence.span == draft.sentence:
        return False
    items = sentence.items
    events = [(at, item) for at, item in enumerate(items) if isinstance(item, Cue) and item.kind == "event"]
    if any(_names(event, draft, vocabulary) for _, event in events):
        return False
    at, event = events[0]
    before = vocabulary.before_events | vocabulary.prepositions
    opened = any(_word(item) in before or kind_of(item) == "while" for item in items[max(0, at - 1) : at])
    return opened and event.start < part.holder.start


def _names(event: Cue, draft: EventDraft, vocabulary: Vocabulary) -> bool:
    """Whether a word may name an event: one of its kind, or any."""
    return vocabulary.kind_of_event(event.concept) == draft.kind or vocabulary.concept(event.concept).flag("generic")


def body_of_place(sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """The key of the body at which a sentence says first that something is done."""
    inside = False
    for item in sentence.items[:_PLACE]:
        if _word(item) in vocabulary.before_venues or kind_of(item) == "venue-words":
            inside = True
        elif isinstance(item, Holder):
            bare = inside and item.person is None and not item.offices
            return item.institution.entity if bare and item.institution is not None else None
        elif not (kind_of(item) in _AHEAD or (isinstance(item, Token) and not item.word)):
            return None
    return None


def _word(item: Item) -> str:
    """The word that an item is, which the capital of its sentence may have made the name in front of an office."""
    person = item.person if isinstance(item, Holder) else None
    return person.name.casefold() if person is not None and person.entity is None else text_of(item)
