"""Scored units → which of them are lines of lists that the body introduces: "Tampak hadir:", and who it was.

Such lines are body though they look like links.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.cues import Cues
from kg.reading.scoring import DOUBTFUL, Scored

_SURELY_JUNK = -2.0
_LONG_LINE = 12  # words of a line without a full stop that is prose also where links follow
_MEMBER = 14  # words of a line that is one member of a list
_CAPITALS = 0.6  # of its words begin so
_FIRST = 3  # words with which a list may begin
_COMMAS = 2  # of a list, at least


def listed_lines(items: Sequence[Scored], open_units: Sequence[int], cues: Cues) -> set[int]:
    """The lines of lists that the body introduces, and short lines that introduce them."""
    found: set[int] = set()
    listing = marked = False
    for place, index in enumerate(open_units):
        item = items[index]
        least = _SURELY_JUNK if _heads_items(items, open_units, place) else DOUBTFUL - 0.5
        if _introduces(item, cues) and (item.prose or item.score > least or _opens(item, cues)) and not item.english:
            listing, marked = True, False
            if item.unit.text.endswith(":"):
                found.add(index)
        elif item.prose or (item.closes and item.score > DOUBTFUL and not item.item):
            listing = listing and not marked and _names_somebody(item, cues)
            if listing:
                found.add(index)
        elif listing and not item.english and (item.item or not marked) and _in_list(item):
            marked = marked or item.item
            found.add(index)
        else:
            listing = False
    return found


def lists_names(item: Scored, cues: Cues) -> bool:
    """Whether a line that was cut off is a list of names by its first words: "Turut hadir Bupati X, …"."""
    text = item.unit.text
    if item.closes or item.cue or item.words < _LONG_LINE or text.count(",") < _COMMAS:
        return False
    words = text.split(maxsplit=_FIRST)[:_FIRST]
    return any(cues.list_introductions.search(" ".join(words[:n]).lower()) for n in range(1, _FIRST + 1))


def _introduces(item: Scored, cues: Cues) -> bool:
    """Whether a list may follow: a colon ends it, or words such as "among others" that no headline ends with."""
    text = item.unit.text.rstrip()
    if text.endswith(":"):
        return True
    return not item.closes and not item.titled and bool(cues.list_introductions.search(text[-60:].lower()))


def _opens(item: Scored, cues: Cues) -> bool:
    """Whether a short line with a colon says that a list follows: "Tampak hadir:"."""
    text = item.unit.text.rstrip()
    return text.endswith(":") and bool(cues.list_introductions.search(text[-60:].rstrip(": ").lower()))


def _names_somebody(item: Scored, cues: Cues) -> bool:
    """Whether a line that closes like a sentence is one member of a list: "Ani (Camat X)", "Ketua Y - Budi, S.H."."""
    words = item.unit.text.split()
    if len(words) > _MEMBER or sum(word.strip("(")[:1].isupper() for word in words) < len(words) * _CAPITALS:
        return False
    return item.unit.text.endswith(")") or words[-1].replace(".", "").lower() in cues.stops.degrees


def _heads_items(items: Sequence[Scored], open_units: Sequence[int], place: int) -> bool:
    """Whether a short line ends with a colon and the next one is an item of a list: "Peserta:"."""
    item, following = items[open_units[place]], open_units[place + 1 : place + 2]
    return item.words >= 1 and item.unit.text.endswith(":") and any(items[index].item for index in following)


def _in_list(item: Scored) -> bool:
    return item.words <= 45 and item.score > _SURELY_JUNK - 2.0 and item.words > 0
