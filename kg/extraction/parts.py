"""What a sentence says of a holder in it: that it took part, in which role, by which words."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.chunks import Cue, Holder
from kg.model import Role


@dataclass(frozen=True, slots=True)
class Part:
    """A holder that took part by the words of a cue."""

    holder: Holder
    role: Role
    cue: Cue
    weak: bool
