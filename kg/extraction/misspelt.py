"""A text and its hits → words for posts that lack, add or change one letter, in front of a body or of a title.

"Komisoner KPU Blora", "Wakajat, Dr Ani Wijaya". An ordinary word, a name and a short word are never taken for a post.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from kg.lexicon.matcher import Hit
from kg.lexicon.one_letter import deletes
from kg.ontology import Concept

_SHORTEST = 7  # letters of a word that one wrong letter doesn't make another
_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{6,20}),?\s{1,3}$")
_REMEMBERED = 5_000  # words of which it is kept what they mean
_REACH = 24  # characters in front of a body or a title


class Misspelt:
    """Knows the words for posts by what is left of them without one letter."""

    def __init__(self, posts: Iterable[Concept]) -> None:
        self._known: dict[str, tuple[str, str]] = {}  # a word without one letter → the concept and its form
        for post in posts:
            for label in post.forms():
                word = label.text.casefold()
                if len(word) >= _SHORTEST and word.isalpha():
                    for left in deletes(word):
                        self._known.setdefault(left, (post.id, label.text))
        self._meant = lru_cache(maxsize=_REMEMBERED)(self._find_meant)

    def find(self, text: str, starts: Iterable[int], taken: Container[int]) -> Iterator[Hit]:
        """The misspelt posts in front of bodies and titles at some offsets, where nothing else was read."""
        for at in starts:
            match = _BEFORE.search(text, max(0, at - _REACH), at)
            if match is None or match.start(1) in taken:
                continue
            found = self._meant(match[1].casefold())
            if found is not None:
                yield Hit(match.start(1), match.end(1), *found)

    def misspells(self, word: str) -> bool:
        """Whether a word is one for a post but for a wrong letter."""
        if len(word) < _SHORTEST - 1 or word.count(" ") > 1:  # of three words
            return False
        meant = self._meant(word.casefold())
        return meant is not None and meant[1].casefold() != word.casefold()

    def _find_meant(self, word: str) -> tuple[str, str] | None:
        """The concept and the form that a word means but for one letter, which in two words is only their blank."""
        left_of = (word.replace(" ", "", 1),) if " " in word else deletes(word)
        found = next((self._known[left] for left in left_of if left in self._known), None)
        return found if found is not None and abs(len(found[1]) - len(word)) <= 1 else None
