"""The word for the deputy of whoever was just named → the office: "Bupati X Ani Wijaya bersama wakilnya, Budi".

In come the chunks of a sentence; out come the same, where such a word has become that office, a mere word, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.chunks import Chunk, Office, Person, Token, is_token, kind_of
from kg.extraction.words.vocabulary import Vocabulary


def with_deputies(chunks: list[Chunk], vocabulary: Vocabulary) -> list[Chunk]:
    """The chunks with an office in place of each word for the deputy of the office-holder in front of it."""
    if not [chunk for chunk in chunks if isinstance(chunk, Office) and chunk.role in vocabulary.own_deputies]:
        return chunks
    found: list[Chunk] = []
    for index, chunk in enumerate(chunks):
        if not (isinstance(chunk, Office) and chunk.role in vocabulary.own_deputies):
            found.append(chunk)
        elif (office := _deputy(chunk, found, vocabulary) if _held(chunks, index + 1) else None) is not None:
            found.append(office)
        elif not (index + 1 < len(chunks) and isinstance(chunks[index + 1], Person)):
            found.append(Token(chunk.start, chunk.end, chunk.words))  # else it only stands in front of the name
    return found


def _held(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether somebody is named at an index, or behind a comma there."""
    at = index + (index < len(chunks) and is_token(chunks[index], ","))
    return at < len(chunks) and isinstance(chunks[at], Person)


def _deputy(word: Office, before: Sequence[Chunk], vocabulary: Vocabulary) -> Office | None:
    """The office that a word for a deputy means behind some chunks; None where no one holder is named there."""
    persons = 0
    for chunk in reversed(before):
        if isinstance(chunk, Office):
            held = persons == 1 and chunk.rank == "head" and not (chunk.candidate or chunk.former)
            return _of(word, chunk, vocabulary) if held else None
        if kind_of(chunk) == "candidacy":
            return None
        persons += isinstance(chunk, Person)
    return None


def _of(word: Office, chief: Office, vocabulary: Vocabulary) -> Office | None:
    """The office of the deputy of a chief; None where no word of the lexicon names it."""
    named = vocabulary.post_called(f"{vocabulary.word_for_deputies} {chief.words}")
    if named is None:
        return None
    post, words = named
    return replace(
        word, role=post.id, words=words, implied=post.values.get("postAt", ()), generic=post.flag("generic"),
        rank=post.value("rankOfPost") or "deputy", elected=post.flag("elected"),
    )  # fmt: skip
