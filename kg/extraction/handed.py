"""Holders → an office that is spoken of as a post joined with whom it is given: "Jabatan Kapolres X diemban Y"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, kind_of

_TWO = 2  # holders: the office, and whom it is given
_FAR = 6  # items between an office and the words that say to whom it goes


def handed(items: list[Item]) -> list[Item]:
    """The items, where whoever is given an office that is spoken of holds it."""
    if not any(isinstance(item, Cue) and item.kind == "handed" for item in items):
        return items
    if list(map(type, items)).count(Holder) < _TWO:
        return items
    result: list[Item] = []
    for index, item in enumerate(items):
        if isinstance(item, Holder) and item.person is None and item.offices and index and _spoken_of(items[index - 1]):
            to = _to_whom(items, index + 1)
            if to is not None:
                to.offices = [*item.offices, *to.offices]
                continue
        result.append(item)
    return result


def _spoken_of(item: Item) -> bool:
    return kind_of(item) == "post-itself"


def _to_whom(items: Sequence[Item], index: int) -> Holder | None:
    """The person right behind the next words of handing, with nobody in between."""
    for at in range(index, min(index + _FAR, len(items) - 1)):
        if kind_of(items[at]) == "handed":
            given = items[at + 1]
            return given if isinstance(given, Holder) and given.person is not None else None
        if not isinstance(items[at], Cue | Place | Token):
            return None
    return None
