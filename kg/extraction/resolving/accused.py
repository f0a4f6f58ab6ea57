"""Sentences of items → who stands before a court or is questioned, and so is there in person, her body not.

"Terdakwa Bupati X", "Kepala Desa Y Ani menjalani sidang", "X diperiksa sebagai saksi".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

_LONGEST = 40  # letters of a phrase for what somebody undergoes
_NEAR = 3  # items between somebody and the word that accuses her
_BETWEEN = frozenset({"fillers", "person-cues", "as", "relative", "introductions", "conjunctions"})  # kinds of cue


def mark_accused(sentences: Iterable[Sequence[Item]], text: str, vocabulary: Vocabulary) -> None:
    """Mark such people on their holders."""
    verbs = {phrase.partition(" ")[0] for phrase in vocabulary.undergoing}
    for items in sentences:
        for at, item in enumerate(items):
            who = None
            if text_of(item) in vocabulary.accused:
                who = _beside(items, at, 1) or _beside(items, at, -1)
            elif text_of(item) in verbs and _told(text[item.start : item.start + _LONGEST], vocabulary.undergoing):
                who = _subject(items, at)
            if who is not None and who.person is not None:
                who.in_person = True


def _told(words: str, phrases: Iterable[str]) -> bool:
    """Whether some words begin with a phrase."""
    folded = words.casefold()
    return any(re.match(rf"{re.escape(phrase)}\b", folded) for phrase in phrases)


def _beside(items: Sequence[Item], at: int, step: int) -> Holder | None:
    """Who stands next to a word, over small ones; in front of it only where those are said to be what it tells."""
    told = step > 0
    for place in range(at + step, at + step * (_NEAR + 1), step):
        item = items[place] if 0 <= place < len(items) else None
        if isinstance(item, Holder):
            return item if told else None
        told = told or kind_of(item) in ("as", "introductions")
        if kind_of(item) not in _BETWEEN:
            return None
    return None


def _subject(items: Sequence[Item], at: int) -> Holder | None:
    """The last holder in front of a verb, with nothing but commas and small words between."""
    for item in reversed(items[max(0, at - _NEAR) : at]):
        if isinstance(item, Holder):
            return item
        if not (is_token(item, ",") or kind_of(item) in _BETWEEN or (isinstance(item, Token) and item.text.islower())):
            return None
    return None
