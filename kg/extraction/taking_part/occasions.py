"""A word of an event among the items of its sentence → whether people speak there: at a gathering or a visit."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, kind_of
from kg.extraction.holding.holders import is_real
from kg.extraction.words.vocabulary import Vocabulary

_REACH_OF_TOPIC = 6
_REACH_OF_DATED = 14
_GATHERINGS = frozenset({"meeting", "ceremony", "training"})
_PERIODS = frozenset({"campaign", "voting"})  # in which people are asked to do something: "rukun saat kampanye"
_OTHER_VERBS = ("modality", "negation", "cues", "event")
_OTHER_CLAUSE = ("clause-breaks", *_OTHER_VERBS)
_QUOTES = frozenset('"“”;')


def spoken_in(vocabulary: Vocabulary, items: Sequence[Item], event: int) -> int | None:
    """The place of the speech verb of somebody who speaks at a gathering: "kata Kapolres dalam rapat"; else None."""
    cue, ahead = items[event], items[event - 1] if event else None
    called = isinstance(ahead, Cue) and ahead.kind == "event" and vocabulary.concept(ahead.concept).flag("generic")
    event -= called  # "pada acara pisah sambut"
    word = items[event - 1] if event else None
    if not isinstance(word, Token) or word.text.casefold() not in vocabulary.prepositions or not isinstance(cue, Cue):
        return None
    if not called and not spoken_at(vocabulary, items, cue):
        return None
    dated = any(kind_of(item) == "date" for item in items[event:])
    reach, ends = (_REACH_OF_DATED, _OTHER_VERBS) if dated else (_REACH_OF_TOPIC, _OTHER_CLAUSE)
    for position in range(event - 2, max(-1, event - 2 - reach), -1):
        item = items[position]
        if isinstance(item, Cue) and item.kind == "speech":
            return position
        if isinstance(item, Holder) and is_real(item) and kind_of(items[position - 1]) != "speech":
            return None
        if kind_of(item) in ends or (isinstance(item, Token) and item.text in _QUOTES):
            return None
    return None


def is_period(vocabulary: Vocabulary, items: Sequence[Item], event: Cue) -> bool:
    """Whether a word of an event names a time of weeks; a debate or a count on its day is an occasion."""
    concept = vocabulary.concept(event.concept)
    if concept.value("eventKind") not in _PERIODS:
        return False
    return not (concept.flag("spokenAt") and any(kind_of(item) == "date" for item in items))


def is_occasion(vocabulary: Vocabulary, items: Sequence[Item], event: Cue) -> bool:
    """Whether people speak at what a word of an event names."""
    concept = vocabulary.concept(event.concept)
    gathering = concept.value("eventKind") in _GATHERINGS or concept.flag("spokenAt")
    return gathering and not is_period(vocabulary, items, event)


def spoken_at(vocabulary: Vocabulary, items: Sequence[Item], event: Cue) -> bool:
    """Whether people speak at an event, or on a visit that is no verb; a verb names what is spoken about."""
    visit = vocabulary.concept(event.concept).value("eventKind") == "visit"
    if not visit and not is_occasion(vocabulary, items, event):
        return False
    return not vocabulary.verb(event.form.casefold(), active=True)
