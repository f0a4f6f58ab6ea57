"""A person in a sentence → who goes from one post to another: "Ani, dari Camat X, menjadi Camat Y".

The office that she comes from is a former one, and one that she only is said to hold stays hers beside the next one:
"Ani, yang sehari-hari menjabat Asisten I Pemkab X, kini menjadi Pj Camat Y". That behind it is hers, and not of the
next one's in a list of moves.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Cue, Holder, Institution, Office, Person, Place, Token, is_token, kind_of
from kg.extraction.words.vocabulary import Vocabulary

_INTO = frozenset({"moves", "appointed"})  # kinds of cue
_HEAD = "head"
_TWO = 2  # words: "yang" and "dari"
_ON = "moves-on"  # the concept of verbs by which somebody goes on to a post elsewhere
_FAR = 6  # chunks between the person and an office, or between the two offices
# kinds of cue in front of the first office
_LIGHT = ("relative", "fillers", "negation", "affiliations", "as", "was", "post-itself")


def moved(chunks: Sequence[Chunk], index: int, text: str, vocabulary: Vocabulary) -> tuple[Holder, int] | None:
    """Whoever is named at a position, with the office left and the one entered, and the place behind; or None."""
    person = chunks[index]
    if not isinstance(person, Person):
        return None
    at = _next_office(chunks, index + 1)
    left = chunks[at] if at is not None else None
    if at is None or not isinstance(left, Office):
        return None
    named_as = kind_of(chunks[at - 1]) == "as"
    words = text[person.full_end : chunks[at - 1].start if named_as else left.start].strip(" ,.(:").casefold().split()
    was = _from(words, vocabulary) or any(kind_of(chunk) == "was" for chunk in chunks[index:at])
    stays = named_as and not was
    behind = _behind_body(chunks, at + 1, left, vocabulary) if stays else at + 1
    listed = not words and _changed(chunks, at, text, vocabulary)
    to = _entered(chunks, behind, text, vocabulary) if stays or was or listed else None
    entered = chunks[to] if to is not None else None
    if to is None or not isinstance(entered, Office):
        return None
    left.former = left.former or not stays or _moves_on(chunks[to - 1])
    return Holder(person.full_start, entered.end, person, [left, entered]), to + 1


def _from(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether some words say that a post is left, with the verb or without: "dari", "yang digeser dari"."""
    if " ".join(words) in vocabulary.from_posts:
        return True
    verbs = [word for word in words[:-1] if word in vocabulary.entering_verbs]
    return len(words) > 1 and words[-1] in vocabulary.from_whom and len(verbs) >= len(words) - _TWO and bool(verbs)


def _moves_on(verb: Chunk) -> bool:
    """Whether a verb takes somebody from one post to another: "dimutasi menjadi"."""
    return isinstance(verb, Cue) and verb.concept == _ON


def _changed(chunks: Sequence[Chunk], at: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether an office right behind a name is left for one that follows: "Ani, Kapolsek X ke Kapolsek Y"."""
    left, word, entered = (*chunks[at : at + 3], None, None)[:3]
    if not isinstance(left, Office) or not isinstance(entered, Office) or not isinstance(word, Token | Cue):
        return False
    heads = left.rank == entered.rank == _HEAD and not entered.acting and not entered.candidate
    ranked = any(vocabulary.ranked(type_) for type_ in (*left.implied, *entered.implied))
    named = entered.institution is not None and bool(entered.institution.name)
    into = text[word.start : word.end].casefold() in vocabulary.into_posts
    return into and named and (heads or ranked)


def _next_office(chunks: Sequence[Chunk], index: int) -> int | None:
    """Where the next office stands, over commas, brackets and small words; None where something else does."""
    for at in range(index, min(index + _FAR, len(chunks))):
        chunk = chunks[at]
        if isinstance(chunk, Office):
            return at
        if not isinstance(chunk, Token) and kind_of(chunk) not in _LIGHT:
            return None
    return None


def _behind_body(chunks: Sequence[Chunk], index: int, office: Office, vocabulary: Vocabulary) -> int:
    """Behind the body that an office without one is said to be at, which becomes its own: "Asisten I pada Pemkab X"."""
    body = chunks[index + 1] if index + 1 < len(chunks) and isinstance(chunks[index], Token) else None
    if not isinstance(body, Institution):
        return index
    fitting = {vocabulary.class_of(type_) for type_ in office.implied} or set(office.fits)
    if office.institution is None and vocabulary.class_of(body.type) in fitting:
        office.institution = body
    return index + 2


def _entered(chunks: Sequence[Chunk], index: int, text: str, vocabulary: Vocabulary) -> int | None:
    """Where the office stands that follows the word for going into it; None where something else does."""
    into = False
    for at in range(index, min(index + _FAR, len(chunks))):
        chunk = chunks[at]
        if isinstance(chunk, Office):
            return at if into else None
        written = text[chunk.start : chunk.end].casefold() if isinstance(chunk, Token | Cue) else ""
        word = written in vocabulary.into_posts
        into = into or word or kind_of(chunk) in _INTO
        said = word or kind_of(chunk) in (*_INTO, "event", "handed", "as")  # "dilantik menjadi"
        if not (said or isinstance(chunk, Place) or is_token(chunk, ",", ")") or (into and is_token(chunk, ":"))):
            return None
    return None
