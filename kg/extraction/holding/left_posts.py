"""A sentence on the post that somebody leaves → who had it, and who has it: "X dimutasi. Posisinya digantikan Y".

Who has ended a term had the office: "Kapolres X AKBP Y mengakhiri masa tugasnya".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Holder, Item, Office, Token, is_token, kind_of, text_of
from kg.extraction.holding.handed import held_by
from kg.extraction.words.vocabulary import Vocabulary

_THREE = 3  # items of "Ani di Polres X"
_FAR = 6  # items between the word for the post and who has it now
_AHEAD = 5  # items between who ends a term and the verb
_SMALL = ("relative", "fillers")  # kinds of cue between these
_LATER = 3  # items behind the verb that may say that it is still to come


def give_left_posts(sentences: Iterable[Sequence[Item]], text: str, vocabulary: Vocabulary) -> None:
    """Give whoever is said to replace the one told of before the office that she leaves."""
    before: Sequence[Item] = ()
    for items in sentences:
        for at in range(len(items)):
            behind = at + 1 if _of_theirs(items, at, vocabulary) else _behind_whose(items, at, before)
            if behind is None:
                continue
            left = _left(items[:at]) or _left(before)
            heir = _heir(items, behind, vocabulary) if left is not None else None
            if left is not None and heir is not None:
                heir.offices = [replace(left, former=False, acting=None), *heir.offices]
                break
        before = items


def end_terms(sentences: Iterable[Sequence[Item]], text: str, vocabulary: Vocabulary) -> None:
    """Make the offices of whoever is told to have ended a term former ones."""
    for items in sentences:
        for at, item in enumerate(items):
            who = _who_ends(items, at) if kind_of(item) == "leaving" else None
            if who is not None:
                who.offices = [office if office.to_come else replace(office, former=True) for office in who.offices]


def _who_ends(items: Sequence[Item], at: int) -> Holder | None:
    """Who is said to end a term in front of the verb, or behind it where it opens; none where it is to come."""
    if any(kind_of(item) in ("modality", "negation") for item in items[max(0, at - 2) : at + _LATER]):
        return None
    if at == 0:
        comma, behind = (*items[1:3], None, None)[:2]
        return behind if is_token(comma, ",") and isinstance(behind, Holder) and behind.person is not None else None
    for item in reversed(items[max(0, at - _AHEAD) : at]):
        if isinstance(item, Holder):
            return item if item.person is not None else None
        if not (kind_of(item) in _SMALL or (isinstance(item, Token) and (item.text.islower() or item.text == ","))):
            return None
    return None


def _of_theirs(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word means the post of whoever was told of: "posisinya", "jabatan itu"."""
    if kind_of(items[at]) == "post-itself":
        behind = items[at + 1] if at + 1 < len(items) else None
        return isinstance(behind, Token) and behind.text.casefold() in vocabulary.demonstratives
    return _word(items[at]) in vocabulary.own_posts


def _behind_whose(items: Sequence[Item], at: int, before: Sequence[Item]) -> int | None:
    """Behind the short name of whom the sentence before tells, and the body where she was: "Posisi Ani di Polres X".

    None where no word for a post stands in front of it.
    """
    whose = items[at + 1] if kind_of(items[at]) == "post-itself" and at + 1 < len(items) else None
    if not isinstance(whose, Holder) or whose.person is None or whose.offices:
        return None
    told = [item for item in before if isinstance(item, Holder) and item.person is not None and item.offices]
    if len(told) != 1 or told[0].person is None:
        return None
    if not set(whose.person.name.split()) <= set(told[0].person.name.split()):
        return None
    body = items[at + 3] if at + _THREE < len(items) and isinstance(items[at + 2], Token) else None
    return at + 1 + _THREE if isinstance(body, Holder) and body.institution is not None else at + 2


def _word(item: Item) -> str:
    """The word that an item is, which a capital may have made a name."""
    if isinstance(item, Holder):
        return item.person.name.casefold() if item.person is not None and not item.offices else ""
    return text_of(item)


def _left(items: Sequence[Item]) -> Office | None:
    """The one office that somebody in a sentence left, or the one that is held by the only person in it."""
    held = [item for item in items if isinstance(item, Holder) and item.person is not None and item.offices]
    former = [office for holder in held for office in holder.offices if office.former]
    offices = former if former or len(held) > 1 else [office for holder in held for office in holder.offices]
    return offices[0] if len(offices) == 1 else None


def _heir(items: Sequence[Item], start: int, vocabulary: Vocabulary) -> Holder | None:
    """The person right behind the words that somebody has a post now, with nobody in between."""
    told = False
    for item in items[start : start + _FAR]:
        if isinstance(item, Holder):
            return item if told and item.person is not None else None
        if kind_of(item) == "negation":
            return None
        told = told or kind_of(item) == "handed" or held_by(item, vocabulary) or text_of(item) in vocabulary.replaced
        if not isinstance(item, Cue | Token):
            return None
    return None
