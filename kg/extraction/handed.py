"""Holders → an office that is spoken of as a post joined with whom it is given: "Jabatan Kapolres X diemban Y".

Who gives it, or held it before, held it: "Jabatan Kapolsek X diserahterimakan dari A kepada B", "A menyerahkan jabatan
Kapolsek X kepada B", "Jabatan Kapolsek X yang semula dijabat A kini diemban B".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_token, kind_of, text_of
from kg.extraction.vocabulary import Vocabulary

_TWO = 2  # holders: the office, and whom it is given
_FAR = 8  # items between an office, or who held it, and the next one of whom it is said
_NEAR = 4  # items between an office and who hands it over
_APART = frozenset({"negation", "speech", "cues", "hosts", "clause-breaks"})  # kinds of cue that part these


def handed(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items, where whoever is given an office that is spoken of holds it, and whoever gives it held it."""
    if not any(kind_of(item) == "post-itself" for item in items):
        return items
    if list(map(type, items)).count(Holder) < _TWO:
        return items
    result: list[Item] = []
    for index, item in enumerate(items):
        if isinstance(item, Holder) and item.person is None and item.offices and index and _spoken_of(items[index - 1]):
            old, new = _from_and_to(items, index, vocabulary)
            for holder in old:
                holder.offices = [*(replace(office, former=True) for office in item.offices), *holder.offices]
            for holder in new:
                holder.offices = [*item.offices, *holder.offices]
            if old or new:
                continue
        result.append(item)
    return result


def _spoken_of(item: Item) -> bool:
    return kind_of(item) == "post-itself"


def _from_and_to(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> tuple[list[Holder], list[Holder]]:
    """Who held the office at a position before, and whom it is given; nobody where no word of handing says so."""
    old, new, passes = _in_front(items, index, vocabulary)
    before, at_last = False, index  # whether it is told what was before; the last item with a holder
    role = ""
    for at in range(index + 1, len(items)):
        item, word = items[at], text_of(items[at])
        if isinstance(item, Holder):
            if item.person is None or (role != "new" and item.offices and not passes) or not (role or item.offices):
                break
            if role != "new" and item.offices:
                continue  # who gives it to somebody: "diserahkan Kapolres X kepada B"
            (old if role == "old" else new).append(item)
            role, before, at_last = "", False, at
            continue
        if at - at_last > _FAR or is_token(item, ".", ";", ":"):
            break
        if word in vocabulary.earlier_posts:
            before = True
        elif kind_of(item) == "handed" or held_by(item, vocabulary):
            role, passes = "" if _given_by(word, vocabulary) else "old" if before else "new", True
        elif word in vocabulary.passing_posts:
            passes = True
        elif word in vocabulary.from_whom:
            role = "old"
        elif word in vocabulary.to_whom:
            role = "new" if passes else ""
        elif kind_of(item) == "succession":
            role = "old" if new else ""
        elif _parted(items, at):
            break
        elif not isinstance(item, Cue | Place | Token):
            break
    return (old, new) if passes else ([], [])


def _in_front(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> tuple[list[Holder], list[Holder], bool]:
    """Who hands over the office at a position, and who takes it, in front of the verb, and whether one stands there."""
    ahead = items[max(0, index - _NEAR) : index]
    words = set(map(text_of, ahead))
    gives, takes = not words.isdisjoint(vocabulary.giving_posts), not words.isdisjoint(vocabulary.taking_posts)
    who = next((item for item in reversed(ahead) if isinstance(item, Holder)), None)
    if gives == takes or who is None or who.person is None or who.offices:
        return [], [], gives
    return ([who], [], True) if gives else ([], [who], True)


def _parted(items: Sequence[Item], at: int) -> bool:
    """Whether a cue parts those between whom an office passes; none does whose word is one of handing as well."""
    same = [item for item in items[max(0, at - _TWO) : at + _TWO + 1] if item.start == items[at].start]
    return kind_of(items[at]) in _APART and all(kind_of(item) not in ("handed", "event") for item in same)


def _given_by(word: str, vocabulary: Vocabulary) -> bool:
    """Whether who gives an office follows, not who has it: "diserahkan oleh", not "diemban oleh"."""
    first, _, last = word.rpartition(" ")
    return first in vocabulary.passing_posts and last not in vocabulary.to_whom


def held_by(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word says by whom an office is held: "dijabat"."""
    return isinstance(item, Cue) and item.kind == "introductions" and vocabulary.concept(item.concept).flag("heldBy")


def succeeded(items: list[Item]) -> list[Item]:
    """The items, where who replaces somebody in an office holds it: "B menggantikan A sebagai Kapolsek X"."""
    for at in range(1, len(items) - 3):
        if kind_of(items[at]) != "succession":
            continue
        new, old, link, office = items[at - 1], *items[at + 1 : at + 4]
        if not (isinstance(new, Holder) and isinstance(old, Holder) and isinstance(office, Holder)):
            continue
        named = new.person is not None and old.person is not None and not old.offices
        if named and kind_of(link) == "as" and office.person is None and office.offices:
            new.offices = [*new.offices, *office.offices]
            old.offices = [replace(held, former=True) for held in office.offices]
            return [*items[: at + 2], *items[at + 4 :]]
    return items
