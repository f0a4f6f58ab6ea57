"""A word for what is to come, and a verb further on → whether that is to come too: "akan tiba di X dan meninjau Y".

"Rencananya, Bupati X tiba dan meninjau Y"; "akan ada penertiban yang dilakukan oleh Y".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of
from kg.extraction.words.vocabulary import Vocabulary

_OPENING = frozenset({"conjunctions", "fillers", "date"})  # kinds of cue that may stand in front of the word
_OTHER_CLAUSE = ("speech", "clause-breaks", "while", "negation")  # kinds of cue
_ON = ("conjunctions", "relative")  # kinds of cue by which a verb goes on from the one before


def in_plan(items: Sequence[Item], cue: Cue, vocabulary: Vocabulary) -> bool:
    """Whether a cue is a verb under a word for what is to come: one that opens its sentence, or governs its clause."""
    index = bisect_left(items, cue.start, key=lambda item: item.start)
    return _opened(items[:index], vocabulary) or _goes_on(items[:index], vocabulary)


def _plans(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word says that something is to come, and not that it is put off or cancelled."""
    modal = isinstance(item, Cue) and item.kind == "modality"
    return modal and vocabulary.concept(item.concept).value("status") == "planned"  # type: ignore[union-attr]


def _opened(ahead: Sequence[Item], vocabulary: Vocabulary) -> bool:
    """Whether such a word opens a sentence in which nobody speaks up to some place."""
    for at, item in enumerate(ahead):
        if _plans(item, vocabulary):
            return not any(kind_of(other) == "speech" for other in ahead[at:])
        if not (kind_of(item) in _OPENING or (isinstance(item, Token) and not item.word)):
            return False
    return False


def _goes_on(ahead: Sequence[Item], vocabulary: Vocabulary) -> bool:
    """Whether a verb goes on, by "dan" or "yang" in front of it, from one right behind such a word."""
    if not ahead or kind_of(ahead[-1]) not in _ON:
        return False
    verb: Item | None = None
    for item in reversed(ahead[:-1]):
        if _plans(item, vocabulary):
            return verb is not None and item.end < verb.start
        if verb is not None and item.start < verb.start:
            return False
        if isinstance(item, Holder) or kind_of(item) in _OTHER_CLAUSE or is_token(item, ",", ".", ";", ":"):
            return False
        verb = item if kind_of(item) == "cues" else verb
    return False
