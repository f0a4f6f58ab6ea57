"""Members of a body who are told of together → each one who is named behind, in their post.

"Anggota DPRD X yang hadir hanya A (PKB), B dan C", "Komisioner KPU X (A, B)".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Holder, Item, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

_LONGEST = 8  # items of a bracket
_FAR = 4  # items between the word for who is there and the one that names come behind
_TWO = 2  # names of a bracket
_PRESENT = "cue-present"  # the concept of words that say who is there
_IS = "copula"
_ITS_OWN = frozenset({"as", "delegation"})  # kinds of cue behind a name with a place of its own


def named_members(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items, where all who are named as the members of a body have its post."""
    for index, item in enumerate(items[:-_TWO]):
        if not isinstance(item, Holder) or item.person is not None or not item.offices or not _many(item):
            continue
        bracket = is_token(items[index + 1], "(")
        names = _of_bracket(items, index + 1) if bracket else _of_those_present(items, index + 1, vocabulary)
        for name in names:
            name.offices = [replace(office) for office in item.offices]
    return items


def _many(holder: Holder) -> bool:
    """Whether several hold the offices of a holder at once, who has each of them."""
    return all((office.plural or office.rank == "member") and not office.candidate for office in holder.offices)


def _of_bracket(items: Sequence[Item], index: int) -> list[Holder]:
    """The names of which a bracket is a list; none where anything else stands in it."""
    names: list[Holder] = []
    for item in items[index + 1 : index + 1 + _LONGEST]:
        if is_token(item, ")"):
            full = any(name.person is not None and " " in name.person.name for name in names)
            return names if len(names) >= _TWO and full else []
        if isinstance(item, Holder) and item.person is not None and not item.offices:
            names.append(item)
        elif not is_joint(item):
            break
    return []


def _of_those_present(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> list[Holder]:
    """The names behind words for those of a body who are there, each with its bracket or without."""
    at = _behind_presence(items, index, vocabulary)
    names: list[Holder] = []
    while at is not None and at < len(items):
        name = items[at]
        if not isinstance(name, Holder) or name.person is None or name.offices or _has_its_own(items, at + 1):
            break
        names.append(name)
        at = behind = _behind_bracket(items, at + 1)
        while at < len(items) and is_joint(items[at]):
            at += 1
        if at == behind:
            break
    return names


def _behind_presence(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> int | None:
    """Behind "yang hadir hanya", "yang hadir dalam rapat itu, yakni" and their like; None where nothing such stands."""
    clause = kind_of(items[index]) == "relative"
    cue = items[index + clause] if index + clause < len(items) else None
    there = isinstance(cue, Cue) and (cue.concept == _PRESENT if clause else text_of(cue) in vocabulary.those_present)
    if not there:
        return None
    for at in range(index + clause + 1, min(len(items), index + clause + 1 + _FAR)):
        item = items[at]
        if kind_of(item) == "introductions" or (isinstance(item, Cue) and item.concept == _IS) or is_token(item, ":"):
            return at + 1
        if text_of(item) in vocabulary.only:
            return at + 1
        if not (kind_of(item) in ("event", "fillers") or (isinstance(item, Token) and not item.capital)):
            return None
    return None


def _behind_bracket(items: Sequence[Item], at: int) -> int:
    """Behind a bracket that opens at a position, or the position itself."""
    if at >= len(items) or not is_token(items[at], "("):
        return at
    closed = (end for end in range(at + 1, min(len(items), at + 1 + _LONGEST)) if is_token(items[end], ")"))
    return next(closed, at - 1) + 1


def _has_its_own(items: Sequence[Item], at: int) -> bool:
    """Whether a name in front of a position has an office or a place of its own: "Ani, Ketua X", "Budi mewakili Y"."""
    if at < len(items) and kind_of(items[at]) in _ITS_OWN:
        return True
    office = items[at + 1] if at + 1 < len(items) and is_token(items[at], ",") else None
    return isinstance(office, Holder) and office.person is None and bool(office.offices)
