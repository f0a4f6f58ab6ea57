"""A list of offices and one of names behind a word such as "respectively" → each office with its holder.

"Ketua KPU dan Ketua Bawaslu Blora, masing-masing Ani Wijaya dan Budi Santoso".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.chunks import Chunk, Cue, Holder, Item, Office, Person, is_token
from kg.extraction.joined import behind_joint

_EACH = "cue-each"  # the concept of the words for it
_TWO = 2


@dataclass(frozen=True, slots=True)
class Paired:
    """The holders of a list of offices with what joins them, and where their names end."""

    items: list[Item]
    end: int


def respectively(chunks: Sequence[Chunk], index: int) -> Paired | None:
    """The offices that are listed from a position on, each with the name in its place behind; None for others."""
    offices = _listed(chunks, index, Office)
    at = offices[-1] + 1 if len(offices) >= _TWO else len(chunks)
    at += at < len(chunks) and is_token(chunks[at], ",")
    each = chunks[at] if at < len(chunks) else None
    if not isinstance(each, Cue) or each.concept != _EACH:
        return None
    at += 1 + (at + 1 < len(chunks) and is_token(chunks[at + 1], ":"))
    names = _listed(chunks, at, Person)
    if len(names) != len(offices):
        return None
    items: list[Item] = []
    for number, (of, by) in enumerate(zip(offices, names, strict=True)):
        office, person = chunks[of], chunks[by]
        assert isinstance(office, Office)  # noqa: S101 - only those are listed
        assert isinstance(person, Person)  # noqa: S101
        items += chunks[offices[number - 1] + 1 : of] if number else ()
        items.append(Holder(office.start, person.full_end, person, [office]))
    return Paired(items, names[-1] + 1)


def _listed(chunks: Sequence[Chunk], index: int, kind: type[Chunk]) -> list[int]:
    """Where the members of a list stand that begins at a position, all of one kind."""
    found: list[int] = []
    at: int | None = index
    while at is not None and at < len(chunks) and isinstance(chunks[at], kind):
        found.append(at)
        at = behind_joint(chunks, at)
    return found
