"""A verb by which something is done to people → those people: "Ani dan Budi resmi dilantik", "yang dilantik yakni Ani".

In come the items of a sentence and the place of the verb; out come those who are named in front of it, or behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.chunks import Holder, Item, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER_CLAUSE = ("cues", "speech", "hosts", "event", "date", "modality", "negation", "relative", "while", "succession")


def undergoing(items: Sequence[Item], index: int, standing: Standing) -> list[Holder]:
    """The persons to whom the verb at an index says that something is done, in no year."""
    people = _in_front(items, index, standing.vocabulary)
    if len(people) > 1:  # "Pasca wafatnya Ani, Budi dilantik"
        beside = {id(items[at]) for at in standing.adjuncts.before(items, index)}
        people = [who for who in people if id(who) not in beside]
    return people or _behind(items, index)


def _in_front(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> list[Holder]:
    """The persons in front of it: "Ani Wijaya dan Budi resmi dilantik"."""
    for before, item in pairwise(items[index:]):
        if _year(item) and text_of(before) in vocabulary.prepositions:
            return []
    at = index - 1
    while at >= 0 and kind_of(items[at]) in ("fillers", "relative"):
        at -= 1
    at -= at > 0 and is_token(items[at], ",") and kind_of(items[at + 1]) == "relative"
    found: list[Holder] = []
    while at >= 0:
        item = items[at]
        if _somebody(item):
            found.insert(0, item)  # type: ignore[arg-type]
        elif not found or not is_joint(item):
            break
        at -= 1
    return found


def _behind(items: Sequence[Item], index: int) -> list[Holder]:
    """The persons who are named behind what is said of them: "yang dilantik berdasarkan SK itu yakni A dan B"."""
    if kind_of(items[index - 1] if index else None) != "relative":
        return []
    found: list[Holder] = []
    told = False
    for item in items[index + 1 :]:
        if told and _somebody(item):
            found.append(item)  # type: ignore[arg-type]
        elif (told and not (is_joint(item) and found)) or (not told and _ends(item)):
            break
        told = told or kind_of(item) == "introductions" or is_token(item, ":")
    return found


def _ends(item: Item) -> bool:
    """Whether an item ends what is said of them before they are named."""
    return kind_of(item) in _OTHER_CLAUSE or is_token(item, ".", ";") or _somebody(item) or _year(item)


def _somebody(item: Item) -> bool:
    return isinstance(item, Holder) and item.person is not None and is_real(item)


def _year(item: Item) -> bool:
    return isinstance(item, Token) and _YEAR.fullmatch(item.text) is not None
