"""A person in a sentence → who goes from one post to another: "Ani, dari Camat X, menjadi Camat Y".

The office that she comes from is a former one; that behind it is hers, and not of the next one's in a list of moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Holder, Office, Person, Place, Token, is_token, kind_of
from kg.extraction.vocabulary import Vocabulary

_INTO = frozenset({"moves", "appointed"})  # kinds of cue
_FAR = 6  # chunks between the person and an office, or between the two offices
_LIGHT = ("relative", "fillers", "negation", "affiliations")  # kinds of cue in front of the first office


def moved(chunks: Sequence[Chunk], index: int, text: str, vocabulary: Vocabulary) -> tuple[Holder, int] | None:
    """Whoever is named at a position, with the office left and the one entered, and the place behind; or None."""
    person = chunks[index]
    if not isinstance(person, Person):
        return None
    at = _next_office(chunks, index + 1)
    left = chunks[at] if at is not None else None
    if at is None or not isinstance(left, Office):
        return None
    words = " ".join(text[person.full_end : left.start].strip(" ,(").casefold().split())
    to = _entered(chunks, at + 1, vocabulary) if words in vocabulary.from_posts else None
    entered = chunks[to] if to is not None else None
    if to is None or not isinstance(entered, Office):
        return None
    left.former = True
    return Holder(person.full_start, entered.end, person, [left, entered]), to + 1


def _next_office(chunks: Sequence[Chunk], index: int) -> int | None:
    """Where the next office stands, over commas, brackets and small words; None where something else does."""
    for at in range(index, min(index + _FAR, len(chunks))):
        chunk = chunks[at]
        if isinstance(chunk, Office):
            return at
        if not isinstance(chunk, Token) and kind_of(chunk) not in _LIGHT:
            return None
    return None


def _entered(chunks: Sequence[Chunk], index: int, vocabulary: Vocabulary) -> int | None:
    """Where the office stands that follows the word for going into it; None where something else does."""
    into = False
    for at in range(index, min(index + _FAR, len(chunks))):
        chunk = chunks[at]
        if isinstance(chunk, Office):
            return at if into else None
        word = isinstance(chunk, Token) and chunk.text.casefold() in vocabulary.into_posts
        into = into or word or kind_of(chunk) in _INTO
        said = word or kind_of(chunk) in _INTO or kind_of(chunk) == "event"  # "dilantik menjadi"
        if not (said or isinstance(chunk, Place) or is_token(chunk, ",", ")")):
            return None
    return None
