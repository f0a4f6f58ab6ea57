"""Text → MinHash of its word shingles: near copies agree in most values, whatever is around their body."""

from __future__ import annotations

import re
import zlib

PERMUTATIONS = 64
_SHINGLE = 4  # words
_WORD = re.compile(r"\w+")
_PRIME = (1 << 61) - 1
_MASK = (1 << 32) - 1


def _coefficients() -> tuple[tuple[int, int], ...]:
    """Pairs for the permutations, from a fixed linear congruential generator."""
    state, pairs = 20240830, []
    for _ in range(PERMUTATIONS):
        values = []
        for _ in range(2):
            state = (state * 6364136223846793005 + 1442695040888963407) & ((1 << 64) - 1)
            values.append((state >> 3) % _PRIME or 1)
        pairs.append((values[0], values[1]))
    return tuple(pairs)


_PAIRS = _coefficients()


def minhash(text: str) -> list[int]:
    """64 values; for two texts the share of equal ones estimates how much their shingles overlap.

    Empty for a text without words. A text shorter than a shingle counts as one.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return []
    grams = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = [zlib.crc32(gram.encode("utf-8", "surrogatepass")) for gram in grams]
    return [min((a * value + b) % _PRIME for value in hashes) & _MASK for a, b in _PAIRS]


def similarity(one: list[int], other: list[int]) -> float:
    """The share of equal values; 0 when a fingerprint is empty.

    >>> similarity(minhash("rapat di aula kantor camat"), minhash("rapat di aula kantor camat"))
    1.0
    """
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
