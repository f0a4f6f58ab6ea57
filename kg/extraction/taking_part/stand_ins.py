"""Who stands in for whom in a sentence → the parts of both: the deputy is there, and so is the body of the chief.

In come the items of a sentence with its delegations marked, and the place of the word that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, kind_of
from kg.extraction.parts import Part
from kg.extraction.taking_part.delegations import in_front
from kg.extraction.taking_part.standing import Standing


def stand_ins(items: Sequence[Item], index: int, cue: Cue, found: Sequence[Part], standing: Standing) -> Iterator[Part]:
    """Who stands in for somebody is there, whatever else the sentence says; so is a body that sends somebody.

    What the absent one would have led, she leads: "dipimpin Kapolres X, diwakili Wakapolres Y".
    """
    left = in_front(items, index)
    right = next((i for i in items[index + 1 :] if isinstance(i, Holder)), None)
    if left is not None and _speaks(items, left):
        return
    if left is not None and left.for_office is not None and left.for_office.end <= left.start:
        right = left.for_office  # who asked her to stand in
    if left is not None and right is not None and (left.for_office is right or right.for_office is left):
        chief, deputy = (right, left) if left.for_office is right else (left, right)
        led = any(part.holder is chief and part.role == "led" for part in found)
        yield Part(chief, "attended", cue, weak=False)
        yield Part(deputy, "led" if led else "attended", cue, weak=False)
        if left.for_office is None:
            yield from (Part(holder, "attended", cue, weak=True) for holder in standing.also(items, right))


def _speaks(items: Sequence[Item], holder: Holder) -> bool:
    """Whether somebody is only quoted: "kata Kapolsek X mewakili Kapolres Y"."""
    at = next((at for at, item in enumerate(items) if item is holder), 0)
    return at > 0 and kind_of(items[at - 1]) == "speech" and all(kind_of(item) != "event" for item in items[at:])
