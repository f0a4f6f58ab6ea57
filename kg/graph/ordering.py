"""A mapping of nouns by id → its values by id, one after another; only where a dict is unsorted are its keys listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

_Noun = TypeVar("_Noun")


def in_order(nouns: Mapping[str, _Noun]) -> Iterator[_Noun]:
    """The values by key, code point by code point; a mapping that is no dict is sorted, and costly to look through."""
    if isinstance(nouns, dict) and any(left > right for left, right in pairwise(nouns)):
        return (nouns[key] for key in sorted(nouns))
    return iter(nouns.values())
