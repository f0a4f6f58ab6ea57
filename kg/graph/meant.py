"""Words that name a body or an office → the post, and the bodies of the gazetteer that they may mean.

So that a thing is found by what everybody calls it, where the articles of a graph never do: "Pemkab Blora".
"""

from __future__ import annotations

from kg.lexicon.compile import load_lexicon
from kg.lexicon.phrases import read_phrase


def meant(text: str) -> tuple[str | None, frozenset[str]]:
    """The concept of the post in front, None for a body alone, and ids of units, the one that is meant or several."""
    lexicon = load_lexicon()
    phrase = read_phrase(lexicon, text.encode("utf-8", "replace").decode())  # without halves of characters
    if phrase is None or phrase.type is None:
        return None, frozenset()
    resolution = lexicon.gazetteer.resolve(phrase.type, phrase.name, level=phrase.level)
    return phrase.post, frozenset(candidate.unit.id for candidate in resolution.candidates)
