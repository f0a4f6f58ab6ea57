"""Words → the part of a pattern that matches any one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def either(words: Iterable[str], *, blank: str = r"\s+") -> str:
    """One of some words, the longest first; what never matches where there are none. `blank` matches a space in a word.

    By their first letters, so that most places are passed over at once.

    >>> either(["kota", "kabupaten", "kab"])
    'k(?:abupaten|ota|ab)'
    """
    listed = sorted({word for word in words if word}, key=lambda word: (word[0], -len(word), word))
    groups = groupby(listed, key=lambda word: word[0])
    parts = (
        f"{re.escape(first)}(?:{'|'.join(_escaped(word[1:], blank) for word in group)})" for first, group in groups
    )
    return "|".join(parts) or "(?!)"


def _escaped(word: str, blank: str) -> str:
    return re.escape(word).replace(r"\ ", blank)
