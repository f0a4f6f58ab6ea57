"""Brackets behind members of a house → the same with the party alone: "Ani (F-PKB)", "Budi (Fraksi Partai Golkar)"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Institution, Person, is_token
from kg.extraction.words.vocabulary import Vocabulary

_LONGEST = 8  # chunks of such a bracket
_PARTY = "PoliticalParty"  # the class of body


def without_fractions(chunks: Sequence[Chunk], text: str, vocabulary: Vocabulary) -> Sequence[Chunk]:
    """The chunks, where a bracket that names the fraction of whom it stands behind has only the first party of it."""
    opened = [at for at in range(1, len(chunks) - 3) if is_token(chunks[at], "(")]
    for at in reversed(opened):
        word = text[chunks[at].end : chunks[at + 1].end].split(maxsplit=1)
        if (
            not isinstance(chunks[at - 1], Person)
            or not word
            or word[0].strip(".-").casefold() not in vocabulary.fractions
        ):
            continue
        inside = chunks[at + 1 : at + 2 + _LONGEST]
        closed = next((count for count, chunk in enumerate(inside) if is_token(chunk, ")")), None)
        party = next((chunk for chunk in inside[:closed] if _is_party(chunk, vocabulary)), None)
        if closed is not None and party is not None:
            chunks = [*chunks[: at + 1], party, *chunks[at + 1 + closed :]]
    return chunks


def _is_party(chunk: Chunk, vocabulary: Vocabulary) -> bool:
    return isinstance(chunk, Institution) and vocabulary.class_of(chunk.type) == _PARTY
