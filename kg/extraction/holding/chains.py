"""Chunks of a sentence → the same, with the units above an office's behind its holder: "Kapolsek X Polres Y AKP Ani".

What stands between the office and the name only says under which units the office is; behind the name it parts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Institution, Office, Person, is_token, kind_of
from kg.extraction.words.vocabulary import Vocabulary

_NEAR = 4  # chunks between an office and the next one
_MOVES = frozenset({"moves", "appointed", "post-itself", "event"})  # kinds of cue between them
_OF_CHAINS = frozenset({Office, Institution, Person})  # none of which may lack


def units_behind_holders(chunks: list[Chunk], vocabulary: Vocabulary) -> list[Chunk]:
    """The chunks with each chain of units above an office moved behind the one who holds it."""
    if not _OF_CHAINS.issubset(map(type, chunks)):
        return chunks
    result: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        result.append(chunk)
        index += 1
        if not isinstance(chunk, Office) or chunk.institution is None:
            continue
        units, at, parted = _chain(chunks, index, chunk.institution, vocabulary)
        holder = chunks[at] if units and at < len(chunks) else None
        if isinstance(holder, Person) and (holder.rank is not None or not parted):
            result += [holder, *units]
            index = at + 1
        elif units and (to := _entered(chunks, at)) is not None:
            result += [*chunks[at : to + 1], *units]  # "Ani Kapolres X Polda Y diangkat sebagai Kapolres Z"
            index = to + 1
    return result


def above(unit: Institution, body: Institution, vocabulary: Vocabulary) -> bool:
    """Whether a body, with its name, is of a kind that stands above a unit's."""
    type_ = unit.type
    if not body.name:
        return False
    while (higher := vocabulary.concept(type_).value("parentType")) is not None:
        if not vocabulary.ranked(type_):
            return False
        type_ = higher
        if type_ == body.type or type_ in vocabulary.concept(body.type).broader:
            return True
    return False


def _entered(chunks: Sequence[Chunk], at: int) -> int | None:
    """Where the office stands that somebody goes on to from the one in front of a position; None where none does."""
    at += at < len(chunks) and is_token(chunks[at], ",")
    for place in range(at, min(len(chunks), at + _NEAR)):
        if isinstance(chunks[place], Office):
            return place if place > at else None
        if kind_of(chunks[place]) not in _MOVES:
            return None
    return None


def _chain(
    chunks: Sequence[Chunk], index: int, unit: Institution, vocabulary: Vocabulary
) -> tuple[list[Chunk], int, bool]:
    """The units at a position, each above the one before; where they end; and whether commas part them."""
    units: list[Chunk] = []
    parted = False
    while index < len(chunks):
        comma = is_token(chunks[index], ",")
        following = chunks[index + comma] if index + comma < len(chunks) else None
        if isinstance(following, Institution) and above(unit, following, vocabulary):
            units.append(following)
            unit = following
        elif not (comma and isinstance(following, Person)):
            break
        parted = parted or comma
        index += comma + isinstance(following, Institution)
        if isinstance(following, Person):
            break
    return units, index, parted
