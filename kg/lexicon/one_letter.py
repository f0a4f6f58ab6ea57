"""A word → what is left of it without each of its letters, by which words are found that differ from it in one.

Two words of which one lacks, adds, changes or exchanges a letter have such a rest in common: the method of symmetric
deletes (W. Garbe, SymSpell, 2012).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from rapidfuzz.distance import OSA

_T = TypeVar("_T")


def deletes(word: str) -> Iterator[str]:
    """The word itself, then without its first letter, its second, and so on."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def known_by_rest(word: str, known: Mapping[str, _T]) -> _T | None:
    """What is known of the first of these: of a word, or of what is left of it; None for nothing."""
    if word in known:
        return known[word]
    for at in range(len(word)):
        left = word[:at] + word[at + 1 :]
        if left in known:
            return known[left]
    return None


def one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is wrong, added, missing or exchanged with its neighbour."""
    return OSA.distance(one, other, score_cutoff=1) == 1
