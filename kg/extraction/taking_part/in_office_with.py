"""A word that brings somebody along → whether only an office was held together: "menjabat Wabup X bersama Bupati Y"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Item, kind_of

_DOING = frozenset({"cues", "hosts", "event"})  # kinds of cue


def in_office_with(items: Sequence[Item], index: int) -> bool:
    """Whether the word stands right behind who is told to have come into an office, and nothing is done behind it."""
    who, cue = items[index - 1] if index else None, items[index]
    if not isinstance(who, Holder) or not who.career:
        return False
    return all(kind_of(item) not in _DOING for item in items if item.start > cue.start)
