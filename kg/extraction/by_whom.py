"""The word of an event in a sentence → the body that is named behind its long name as the one by which it is.

"Rapat peningkatan ketertiban wilayah oleh Forkopimda X", but not "rapat yang ditutup oleh Bupati X".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_token
from kg.extraction.vocabulary import Vocabulary

_REACH_OF_NAME = 14  # items of the name of an event
_IN_NAMES = frozenset({"event", "conjunctions", "fillers", "candidacy", "place-words", "venue-words", "plural"})


def by_whom(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> Holder | None:
    """The body by which the event is whose word stands at a position, or None."""
    for at, item in enumerate(items[index + 1 : index + 1 + _REACH_OF_NAME], start=index + 1):
        if isinstance(item, Cue) and item.kind == "fillers" and vocabulary.concept(item.concept).flag("byWhom"):
            body = items[at + 1] if at + 1 < len(items) else None
            named = isinstance(body, Holder) and body.person is None and not body.offices
            return body if named and _noun(items[at - 1], vocabulary) else None  # type: ignore[return-value]
        if (isinstance(item, Cue) and item.kind not in _IN_NAMES) or is_token(item, ",", ".", ";", ":"):
            return None
    return None


def _noun(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a name of an event may end with a word: no verb, which says what somebody does."""
    if isinstance(item, Token):
        word = item.text.casefold()
        return item.word and (item.capital or vocabulary.ordinary(word)) and not vocabulary.active_verb(word)
    return isinstance(item, Place) or (isinstance(item, Cue) and item.kind == "candidacy")
