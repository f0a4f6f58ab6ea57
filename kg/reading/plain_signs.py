"""A text as it is stored ↔ the same in plain signs, as it is read.

A blank of any width is a blank, and so is a picture; a letter in bold or of full width is its compatibility form
(Unicode, NFKC); what stands for another sign is that sign (`kg.reading.odd_signs`). Offsets lead back, so that quotes
stay as stored.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kg.reading.odd_signs import OddSign, odd_signs, plain_sign

_PICTURES = "\u2600-\u2712\u2715-\u27bf\u2b50\u2b55\ufe0f\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"
_PICTURE = re.compile(f"[{_PICTURES}]")
_DRESSED = re.compile(f"[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e\U0001d400-\U0001d7ff{_PICTURES}]")


class Plain:
    """A text in plain signs, with the way back to the stored one."""

    def __init__(self, stored: str, odd: Sequence[OddSign]) -> None:
        pieces: list[str] = []
        self._begin: list[int] = []  # of each odd sign, in the plain text
        self._end: list[int] = []
        lost, at, length = [0], 0, 0
        for one in odd:
            pieces += (stored[at : one.start], one.sign)
            self._begin.append(length + one.start - at)
            length = self._begin[-1] + len(one.sign)
            self._end.append(length)
            lost.append(one.end - one.start - len(one.sign))
            at = one.end
        self.text = in_plain_dress("".join((*pieces, stored[at:])))
        self._lost = [*accumulate(lost)]  # signs, in front of each odd sign and behind the last

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that is read in `[start, end)`, which holds something."""
        return start + self._lost[bisect_right(self._end, start)], end + self._lost[bisect_left(self._begin, end)]


def in_plain_dress(text: str) -> str:
    """A text of the same length: each sign in other dress as the plain one, a picture as a blank."""
    return _DRESSED.sub(lambda found: " " if _PICTURE.match(found[0]) else plain_sign(found[0]), text)


def in_plain_signs(stored: str) -> Plain | None:
    """A stored text in plain signs; None where it has no others."""
    odd = odd_signs(stored)
    if not odd and (stored.isascii() or not _DRESSED.search(stored)):
        return None
    return Plain(stored, odd)
