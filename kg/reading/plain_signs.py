"""A text as it is stored ↔ the same in plain signs, as it is read.

Pages and messengers write blanks of other widths, letters in bold or of full width, and signs that nobody sees. A
blank is a blank, a letter is its compatibility form (Unicode, NFKC), what nobody sees is not there. Offsets lead back,
so that quotes stay as they stand.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_DRESSED = "\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e\U0001d400-\U0001d7ff"  # one for one
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_ODD = re.compile(f"[{_DRESSED}{_UNSEEN}]")
_BETWEEN_WORDS = re.compile(  # where a line may break, and nothing else parts the words
    "(?<=[a-z])\u200b(?=[A-Z])|(?<=[A-Z])\u200b(?=[A-Z][a-z])"
)
_GONE = re.compile(f"[{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain signs, with the way back to the stored one."""

    text: str
    _gone: tuple[int, ...]  # for each sign that is not there, in order: where it would stand

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that is read in `[start, end)`, which holds something."""
        return start + bisect_right(self._gone, start), end + bisect_right(self._gone, end - 1)


def in_plain_signs(stored: str) -> Plain | None:
    """A stored text in plain signs; None where it has no others."""
    if stored.isascii() or not _ODD.search(stored):
        return None
    same_length = _BETWEEN_WORDS.sub(" ", _ODD.sub(_plain_sign, stored))
    gone = [found.start() for found in _GONE.finditer(same_length)]
    return Plain(_GONE.sub("", same_length), tuple(at - before for before, at in enumerate(gone)))


def _plain_sign(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])
