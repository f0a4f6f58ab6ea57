"""A door of the program that is knocked at: what it is given, and what it may answer.

A target returns, or raises KGError. Anything else, a hang and a limit of memory that is hit are findings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

Act = Callable[[bytes], object]
Change = Callable[[bytes, Random], bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """`start` makes the act that takes an input; `seeds` are inputs to begin with, `change` makes others of them."""

    name: str
    about: str
    start: Callable[[], Act]
    seeds: Callable[[], Sequence[bytes]]
    change: Change
    largest: int = 4096
    seconds: float = 5.0  # of processor time that one input may cost
