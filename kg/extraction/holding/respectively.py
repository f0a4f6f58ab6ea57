"""A list of offices and one of names behind it → each office with its holder.

A word such as "respectively" says so, "Ketua KPU dan Ketua Bawaslu Blora, masing-masing Ani Wijaya dan Budi Santoso",
or that the offices are a head's and a deputy's: "Bupati dan Wakil Bupati Blora Ani Wijaya dan Budi Santoso".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extraction.chunking.joined import behind_joint
from kg.extraction.chunks import Chunk, Cue, Holder, Item, Office, Person, is_joint, is_token
from kg.extraction.holding.held_behind import person_behind

_EACH = "cue-each"  # the concept of the words for it
_TWO = 2
_DASHES = ("-", "–")  # between a head and its deputy


@dataclass(frozen=True, slots=True)
class Paired:
    """The holders of a list of offices with what joins them, and where their names end."""

    items: list[Item]
    end: int


def respectively(chunks: Sequence[Chunk], index: int) -> Paired | None:
    """The offices that are listed from a position on, each with the name in its place behind; None for others."""
    if (names_of_two := _head_and_deputy(chunks, index)) is not None:
        return _paired(chunks, *names_of_two)
    offices = _listed(chunks, index, Office)
    at = offices[-1] + 1 if len(offices) >= _TWO else len(chunks)
    at += at < len(chunks) and is_token(chunks[at], ",")
    each = chunks[at] if at < len(chunks) else None
    if not isinstance(each, Cue) or each.concept != _EACH:
        return None
    at += 1 + (at + 1 < len(chunks) and is_token(chunks[at + 1], ":"))
    names = _listed(chunks, at, Person)
    return _paired(chunks, offices, names) if len(names) == len(offices) else None


def _paired(chunks: Sequence[Chunk], offices: list[int], names: list[int]) -> Paired:
    """Each office with the name in its place."""
    items: list[Item] = []
    for number, (of, by) in enumerate(zip(offices, names, strict=True)):
        office, person = chunks[of], chunks[by]
        assert isinstance(office, Office)  # noqa: S101 - only those are listed
        assert isinstance(person, Person)  # noqa: S101
        items += chunks[offices[number - 1] + 1 : of] if number else ()
        items.append(Holder(office.start, person.full_end, person, [office]))
    return Paired(items, names[-1] + 1)


def _head_and_deputy(chunks: Sequence[Chunk], index: int) -> tuple[list[int], list[int]] | None:
    """Where the offices of a head and its deputy stand, and the two names behind them; None where others do.

    The head's body is the deputy's.
    """
    head, tie = chunks[index], chunks[index + 1] if index + 1 < len(chunks) else None
    if not isinstance(head, Office) or head.rank != "head" or head.candidate or not head.implied or tie is None:
        return None
    second = index + 1 + (_ties(tie) or is_token(tie, *_DASHES))
    deputy = chunks[second] if second < len(chunks) else None
    if not isinstance(deputy, Office) or deputy.rank != "deputy" or deputy.candidate or head.implied != deputy.implied:
        return None
    first = person_behind(chunks, second + 1)
    if first is None or first + 2 >= len(chunks) or not _ties(chunks[first + 1]):
        return None
    if not isinstance(chunks[first + 2], Person):
        return None
    if deputy.institution is not None and (head.institution is None or not head.institution.name):
        head.institution = replace(deputy.institution, borrowed=True)
    return [index, second], [first, first + 2]


def _ties(chunk: Chunk) -> bool:
    """Whether a conjunction ties two, and no mere comma."""
    return is_joint(chunk) and not is_token(chunk, ",", ";")


def _listed(chunks: Sequence[Chunk], index: int, kind: type[Chunk]) -> list[int]:
    """Where the members of a list stand that begins at a position, all of one kind."""
    found: list[int] = []
    at: int | None = index
    while at is not None and at < len(chunks) and isinstance(chunks[at], kind):
        found.append(at)
        at = behind_joint(chunks, at)
    return found
