"""What a feature of identity looks things up in, and what it says of two profiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.linking.names import Names
from kg.linking.words import Words


class Found(NamedTuple):
    """What a feature says of a pair: how much of its weight, and why."""

    share: float
    reason: str
    never: bool = False


def ruled_out(reason: str) -> Found:
    """That two can't be one person."""
    return Found(0, reason, never=True)


@dataclass(frozen=True, slots=True)
class Context:
    """What features look things up in."""

    names: Names
    words: Words
