"""A text → its words as they are written: small throughout, with a capital, two of these together; each made once."""

from __future__ import annotations

import re
from functools import cached_property

from kg.lexicon.one_letter import deletes

_LOWER = re.compile(r"(?<![\w.@/-])[a-zà-ÿ]{3,}(?![\w.@/])")
_PAIR = re.compile(r"\b([A-Z][a-z]{2,}) (?=([A-Z][a-z]{2,})\b)")
_TITLE = 150  # characters on either side that show how a line is written
_MOST_PAIRS = 50  # that share three letters; what has more of them names no regions
_MOST_LONG_WORDS = 5_000  # of a text; further ones are not compared
_LONG_WORD = re.compile(r"(?<!\w)[A-Z][a-z]{5,19}(?!\w)")


class Cases:
    """How the words of one text are written."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that the text writes in lower case."""
        return frozenset(_LOWER.findall(self.text))

    def titled(self, at: int) -> bool:
        """Whether the line around an offset has capitals throughout, as headlines have."""
        before = self.text[max(0, at - _TITLE) : at].rpartition("\n")[2]
        behind = self.text[at : at + _TITLE].partition("\n")[0]
        return _LOWER.search(before + behind) is None

    @cached_property
    def pairs(self) -> dict[str, list[tuple[str, str, int]]]:
        """Two words with capitals that follow each other, once each, by the first three letters, with their offsets."""
        found: dict[tuple[str, str], int] = {}
        for match in _PAIR.finditer(self.text):
            found.setdefault((match[1], match[2]), match.start())
        by_letters: dict[str, list[tuple[str, str, int]]] = {}
        for (first, second), start in found.items():
            same = by_letters.setdefault(first[:3], [])
            if len(same) < _MOST_PAIRS:
                same.append((first, second, start))
        return by_letters

    @cached_property
    def _long_words(self) -> dict[str, dict[str, int]]:
        """What is left of each long word with a capital without one letter → the words, with their first offsets."""
        first: dict[str, int] = {}
        for match in _LONG_WORD.finditer(self.text):
            if len(first) == _MOST_LONG_WORDS:
                break
            first.setdefault(match[0], match.start())
        found: dict[str, dict[str, int]] = {}
        for word, start in first.items():
            for left in deletes(word):
                found.setdefault(left, {})[word] = start
        return found

    def words_like(self, word: str) -> list[tuple[int, str]]:
        """Long words of the text that may have one letter otherwise than a word, with their first offsets."""
        alike = (self._long_words.get(left, {}) for left in deletes(word))
        return sorted((start, other) for other, start in {w: at for some in alike for w, at in some.items()}.items())
