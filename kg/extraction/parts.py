"""What a sentence says of a holder in it: that it took part, in which role, by which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    of_party: bool = False  # led only the party with which he came: "rombongan Kodim X yang dipimpin Y"


def attending(holders: Iterable[Holder], cue: Cue, *, weak: bool = True) -> Iterator[Part]:
    """The parts of those who were there by the words of a cue; a place where something is done takes no part."""
    return (Part(holder, "attended", cue, weak) for holder in holders if not holder.venue)


def others(parts: Iterable[Part], found: Sequence[Part]) -> list[Part]:
    """The parts of those who have none yet."""
    return [part for part in parts if all(part.holder is not other.holder for other in found)]
