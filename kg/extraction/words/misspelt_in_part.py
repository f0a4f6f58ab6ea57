"""A text → the posts of several words of which the first or the last one lacks, adds or changes a letter.

"Kordinator Divisi Hukum", "Hakim Aggota". An ordinary word, a name and a short word are never taken for another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Set

from kg.extraction.words.misspelt import IN_FRONT
from kg.lexicon.matcher import Hit
from kg.lexicon.one_letter import deletes, known_by_rest, one_off
from kg.ontology import Concept

_SHORTEST = 6  # letters of a word that one wrong letter doesn't make another
_BEHIND = re.compile(r"(?: [^\W\d_]+){1,4}")
_WORD = re.compile(r"[^\W\d_]+")
_REMEMBERED = 10_000  # words of which it is kept what they mean


class MisspeltInPart:
    """Knows posts of several words by what is left of their first and their last one without one letter.

    Words of their own are those that are `right`.
    """

    def __init__(self, posts: Iterable[Concept], right: Callable[[str], bool]) -> None:
        self._right = right
        self._called = {form.text.casefold(): (post.id, form.text) for post in posts for form in post.forms()}
        self._first: dict[str, str] = {}  # a first word without one letter → that word
        self._last: dict[tuple[str, str], tuple[str, str]] = {}  # the rest, the last word without one letter → the post
        for words, post in self._called.items():
            first, _, behind = words.partition(" ")
            rest, _, last = words.rpartition(" ")
            for left in deletes(first) if _long(first) and behind else ():
                self._first.setdefault(left, first)
            for left in deletes(last) if _long(last) and rest else ():
                self._last.setdefault((rest, left), post)
        self._lengths: dict[str, set[int]] = defaultdict(set)  # the rest → the letters that a last word may have
        for rest, left in self._last:
            self._lengths[rest] |= {len(left), len(left) + 1}
        self._nothing: set[str] = set()  # words that mean no first word

    def find(self, text: str, words: Set[str], taken: Container[int]) -> Iterator[Hit]:
        """The posts of which the first word is misspelt, where nothing else was read: "Kordinator Divisi".

        `words` are those of the text that IN_FRONT finds.
        """
        words = words - self._nothing
        known = {word: meant for word in words if (meant := self._find_meant(word.casefold()))}
        if len(self._nothing) < _REMEMBERED:
            self._nothing |= words - known.keys()
        for match in IN_FRONT.finditer(text) if known else ():
            meant = known.get(match[0])
            behind = _BEHIND.match(text, match.end()) if meant is not None and match.start() not in taken else None
            ends = [word.end() for word in _WORD.finditer(behind[0])] if behind is not None else []
            for end in reversed(ends):
                found = self._called.get(f"{meant} {text[match.end() + 1 : match.end() + end].casefold()}")
                if found is not None:
                    yield Hit(match.start(), match.end() + end, *found)
                    break

    def goes_on(self, post: str) -> bool:
        """Whether a post in small letters is the beginning of a longer one."""
        return post in self._lengths

    def longer(self, post: str, word: str) -> tuple[str, str] | None:
        """The concept and form of a post that a shorter one in small letters is with the misspelt word behind it."""
        word = word.casefold()
        if len(word) not in self._lengths.get(post, ()):
            return None
        left_of = ((post, left) for left in deletes(word))
        found = next((self._last[left] for left in left_of if left in self._last), None)
        if found is None or self._right(word):
            return None
        return found if one_off(found[1].casefold().rpartition(" ")[2], word) else None

    def _find_meant(self, word: str) -> str | None:
        """The first word of a post that a word means but for one letter."""
        found = known_by_rest(word, self._first)
        return found if found is not None and not self._right(word) and one_off(found, word) else None


def _long(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha()
