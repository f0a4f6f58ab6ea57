"""Text → MinHash of its word shingles: near copies agree in most values, whatever is around their body.

One permutation in 64 bins: every shingle is hashed once, each bin keeps its least value, an empty bin borrows from the
next full one. So the cost grows with the text alone, not with the number of values.
"""

from __future__ import annotations

import re
from itertools import accumulate
from zlib import crc32

VALUES = 64
_SHINGLE = 4  # words
_WORD = re.compile(r"\w+")
_MULTIPLIER = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio: spreads what crc32 leaves in the low bits
_64 = (1 << 64) - 1
_32 = (1 << 32) - 1
_BORROWED = 0x85EBCA6B  # told apart from the value's own bin, by how far it came


def minhash(text: str) -> list[int]:
    """64 values below 2^32; for two texts the share of equal ones estimates how much their shingles overlap.

    Empty for a text without words. A text shorter than a shingle counts as one.

    >>> minhash("") == [], len(minhash("rapat di aula"))
    (True, 64)
    """
    words = _WORD.findall(text.lower())
    if not words:
        return []
    data = " ".join(words).encode("utf-8", "surrogatepass")
    behind = list(accumulate([len(word) + 1 for word in data.split(b" ")]))  # where the next word begins
    stretches = zip([0, *behind], behind[_SHINGLE - 1 :] or behind[-1:], strict=False)
    hashes = [(crc32(data[start : end - 1]) * _MULTIPLIER & _64) >> 26 for start, end in stretches]
    hashes.sort(reverse=True)
    least = {value >> 32: value & _32 for value in hashes}  # the last of a bin is its least
    return _filled(list(map(least.get, range(VALUES))))


def _filled(bins: list[int | None]) -> list[int]:
    """The bins' values, the empty ones filled from the next full one."""
    found: list[int] = []
    for place, value in enumerate(bins):
        distance = 0
        while value is None:
            distance += 1
            value = bins[(place + distance) % VALUES]
        found.append((value + distance * _BORROWED) & _32 if distance else value)
    return found


def similarity(one: list[int], other: list[int]) -> float:
    """The share of equal values; 0 when a fingerprint is empty.

    >>> similarity(minhash("rapat di aula kantor camat"), minhash("rapat di aula kantor camat"))
    1.0
    """
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
