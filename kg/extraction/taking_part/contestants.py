"""A sentence that names those who stand in an election → their parts, which count where the event is their debate.

"Lima pasangan calon dimaksud adalah A-B, C-D dan E-F"; "Pasangan calon nomor urut 1 A-B menyampaikan visi";
"Pada debat itu tampil tiga pasangan calon, yaitu A-B, C-D dan E-F".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, is_joint, is_token, kind_of
from kg.extraction.holding.holders import is_real
from kg.extraction.holding.sought_offices import SOUGHT
from kg.extraction.parts import Part

_OPENING = 3  # items of a sentence in which the word for them stands
_FURTHER = 10  # items of one that tells first at which debate they are
_REACH = 5  # items between it and "namely"
_ENDS = ("negation", "speech")
_TOLD = ("introductions", "as")
_NUMBER = ("person-cues", "introductions", "candidacy")


def contestants(items: Sequence[Item]) -> Iterator[Part]:
    """The persons who are named, one by one or as a pair, behind the word for contestants that opens a sentence.

    The event may stand in front of it, where "namely" stands behind.
    """
    at_event = any(kind_of(item) == "event" for item in items[:_OPENING])
    for at, item in enumerate(items[: _FURTHER if at_event else _OPENING]):
        if kind_of(item) in _ENDS or (isinstance(item, Holder) and is_real(item) and not _stands(item)):
            return
        if kind_of(item) == "candidacy" or _stands(item):
            if at >= _OPENING and not _introduced(items, at):
                continue
            cue = item if isinstance(item, Cue) else Cue(item.start, item.end, "candidacy", "", "")
            yield from (Part(who, "attended", cue, weak=True) for who in _named(items, at))
            return


def _introduced(items: Sequence[Item], at: int) -> int:
    """Where "namely" stands behind the word at a position; 0 for nowhere."""
    passed = 0
    for index in range(at + 1, len(items)):
        if kind_of(items[index]) in _TOLD:
            return index
        passed += not is_token(items[index], SOUGHT, "(", ")")  # "pasangan calon (paslon) bupati, yaitu"
        if passed == _REACH:
            break
    return 0


def _named(items: Sequence[Item], at: int) -> Iterator[Holder]:
    """The persons in the list behind a word for contestants, or behind "namely"."""
    told = _introduced(items, at)
    if isinstance(own := items[at], Holder) and own.person is not None:
        yield own
    called = False  # whether a bracket is open, with what a pair is called in short
    for item in items[(told or at) + 1 :]:
        if called or is_token(item, "("):
            called = not is_token(item, ")")
        elif isinstance(item, Holder):
            if item.person is None and _stands(item):
                continue  # "yaitu calon bupati dan wakil bupati nomor urut 1, A dan B"
            if item.person is None or item.institution is not None or not is_real(item):
                return
            yield item
        elif not (is_joint(item) or is_token(item, SOUGHT) or kind_of(item) in _NUMBER):
            return


def _stands(item: Item) -> bool:
    """Whether an item is somebody who stands for an office, with a name or without."""
    return isinstance(item, Holder) and any(office.candidate for office in item.offices)
