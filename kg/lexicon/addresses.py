"""A text → where its addresses stand: of pages, mail and accounts, and hashtags. Words in them name nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kg.lexicon.matcher import Hit

_MARKS = ("://", "www.", "@", "#", ".id", ".com", ".net", ".org")  # one of which every address has
_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>"']+
      | (?<![\w@#])[@#]\w+
      | (?<![\w.+])[\w.+]+@\w[\w.]*
      | (?<![\w.])\w[\w.]*\.(?:id|com|net|org)\b(?:/[\w./?=&%-]*)?""",
    re.VERBOSE | re.IGNORECASE,
)


def addresses(text: str) -> list[tuple[int, int]]:
    """The stretches that are addresses or hashtags, in order."""
    lowered = text.lower()
    if not any(mark in lowered for mark in _MARKS):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def outside(hits: Iterable[Hit], spans: Sequence[tuple[int, int]]) -> Iterable[Hit]:
    """The hits that begin in none of the stretches; most texts have none."""
    if not spans:
        return hits
    starts = [start for start, _ in spans]
    before = [(bisect_right(starts, hit.start) - 1, hit) for hit in hits]
    return [hit for place, hit in before if place < 0 or hit.start >= spans[place][1]]
