"""A mapping of nouns by id → its values by id, one after another; a list of them is made only where it is unsorted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

_Noun = TypeVar("_Noun")


def in_order(nouns: Mapping[str, _Noun]) -> Iterator[_Noun]:
    """The values by key, code point by code point."""
    if all(left < right for left, right in pairwise(nouns)):
        return iter(nouns.values())
    return (nouns[key] for key in sorted(nouns))
