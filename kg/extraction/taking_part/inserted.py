"""The items of a sentence → the same without what only says who tells it: "Yang ikut, imbuh Ketua X, antara lain Y".

A list is introduced right behind; what is set between two commas tells of nobody who took part.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Item, is_token, kind_of

_TOLD = frozenset({"cues", "event", "clause-breaks"})  # kinds of cue: what is said, and by whom no longer
_LONGEST = 8  # items between the commas


def without_inserted(items: Sequence[Item]) -> Sequence[Item]:
    """The items without an inserted word of speech and its speaker in front of an introduction."""
    for at, item in enumerate(items):
        if kind_of(item) != "speech" or not at or not is_token(items[at - 1], ","):
            continue
        stop = next((n for n in range(at + 1, min(len(items), at + _LONGEST)) if is_token(items[n], ",")), None)
        if stop is None or any(kind_of(other) in _TOLD for other in items[at + 1 : stop]):
            continue
        if stop + 1 < len(items) and kind_of(items[stop + 1]) == "introductions":
            return [*items[: at - 1], *items[stop + 1 :]]
    return items
