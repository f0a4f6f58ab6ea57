"""A text and its hits → words for posts that lack, add or change one letter, in front of a body, a title or a region.

"Komisoner KPU Blora", "Wakajat, Dr Ani Wijaya", "Bupti Blora". An ordinary word, a name and a short word are never
taken for a post.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Set
from functools import lru_cache

from kg.lexicon.matcher import Hit
from kg.lexicon.one_letter import deletes, known_by_rest, one_off
from kg.ontology import Concept

_SHORTEST = 7  # letters of a word that one wrong letter doesn't make another
_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{6,20}),?\s{1,3}$")
_SHORTEST_OF_REGION = 6  # of one that the name of a region follows
IN_FRONT = re.compile(  # the capital first, so that all else is passed over fast
    r"[A-Z](?<![^\W_].)[A-Za-z]{3,15}(?= (?:[A-Z]|\d\d[-/]|0\d{2,3}[-/ ]|1[0-8]\d\d[-/]))"
)
_SHORT = (5, 6)  # letters of posts that are meant only where a body and a person stand behind
_REMEMBERED = 10_000  # words of which it is kept what they mean
_REACH = 24  # characters in front of a body or a title


class Misspelt:
    """Knows the words for posts by what is left of them without one letter."""

    def __init__(self, posts: Iterable[Concept], right: Callable[[str], bool]) -> None:
        self._right = right
        self._known: dict[str, tuple[str, str]] = {}  # a word without one letter → the concept and its form
        self._of_regions: dict[str, list[tuple[str, str]]] = {}  # the same for posts in front of the name of a region
        self._short: dict[str, set[tuple[str, str]]] = {}  # the same for heads of few letters
        for post in posts:
            for label in post.forms():
                word = label.text.casefold()
                if len(word) >= _SHORTEST and word.isalpha():
                    for left in deletes(word):
                        self._known.setdefault(left, (post.id, label.text))
                if len(word) >= _SHORTEST_OF_REGION and word.isalpha() and post.flag("impliesInstitution"):
                    for left in deletes(word):
                        self._of_regions.setdefault(left, []).append((post.id, label.text))
                if len(word) in _SHORT and word.isalpha() and post.value("rankOfPost") == "head":
                    for left in deletes(word):
                        self._short.setdefault(left, set()).add((post.id, label.text))
        self._meant = lru_cache(maxsize=_REMEMBERED)(self._find_meant)
        self._of_no_region: set[str] = set()  # words that mean none of these
        self._of_nothing: set[str] = set()  # and none of few letters

    def find(self, text: str, starts: Iterable[int], taken: Container[int]) -> Iterator[Hit]:
        """The misspelt posts in front of bodies and titles at some offsets, where nothing else was read."""
        for at in starts:
            match = _BEFORE.search(text, max(0, at - _REACH), at)
            if match is None or match.start(1) in taken:
                continue
            found = self._meant(match[1].casefold())
            if found is not None:
                yield Hit(match.start(1), match.end(1), *found)

    def find_of_regions(
        self, text: str, words: Set[str], taken: Container[int], region: Callable[[int], bool]
    ) -> Iterator[Hit]:
        """The misspelt posts in front of regions and numbers of units, "Bupti Blora", where nothing else was read.

        `words` are those of the text that IN_FRONT finds.
        """
        words = words - self._of_no_region
        meant = {word: found for word in words if (found := self._find_meant_of_region(word))}
        if len(self._of_no_region) < _REMEMBERED:
            self._of_no_region |= words - meant.keys()
        for match in IN_FRONT.finditer(text) if meant else ():
            if match[0] in meant and match.start() not in taken and region(match.end() + 1):
                yield Hit(match.start(), match.end(), *meant[match[0]])

    def find_short(
        self, text: str, words: Set[str], taken: Container[int], complete: Callable[[int], bool]
    ) -> Iterator[Hit]:
        """The misspelt posts of few letters in front of a body or a region with a person behind: "Katua KPU Blora Ani".

        `words` are those of the text that IN_FRONT finds; `complete` says of an offset whether both stand there.
        """
        words = {word for word in words - self._of_nothing if len(word) <= _SHORT[-1] + 1}
        meant = {word: found for word in words if word.istitle() and (found := self._find_short(word))}
        if len(self._of_nothing) < _REMEMBERED:
            self._of_nothing |= words - meant.keys()
        for match in IN_FRONT.finditer(text) if meant else ():
            if match[0] in meant and match.start() not in taken and complete(match.end() + 1):
                yield Hit(match.start(), match.end(), *meant[match[0]])

    def misspells(self, word: str) -> bool:
        """Whether a word is one for a post but for a wrong letter."""
        if len(word) < _SHORTEST - 1 or word.count(" ") > 1:  # of three words
            return False
        meant = self._meant(word.casefold())
        return meant is not None and meant[1].casefold() != word.casefold()

    def _find_meant(self, word: str) -> tuple[str, str] | None:
        """The concept and the form that a word means but for one letter, which in two words is only their blank."""
        joined = word.replace(" ", "", 1)
        found = self._known.get(joined) if joined != word else known_by_rest(word, self._known)
        return found if found is not None and abs(len(found[1]) - len(word)) <= 1 else None

    def _find_meant_of_region(self, word: str) -> tuple[str, str] | None:
        """The concept and the form of a post at the body of a region that a word means but for one letter."""
        word = word.casefold()
        known = [post for left in deletes(word) for post in self._of_regions.get(left, ())]
        if not known or self._right(word):
            return None
        return next((post for post in known if one_off(post[1].casefold(), word)), None)

    def _find_short(self, word: str) -> tuple[str, str] | None:
        """The only post of few letters, with the same first one, that a word means but for one letter."""
        word = word.casefold()
        known = {post for left in deletes(word) for post in self._short.get(left, ())}
        if not known or self._right(word):
            return None
        near = [post for post in known if post[1][0].casefold() == word[0] and one_off(post[1].casefold(), word)]
        return near[0] if len({id_ for id_, _ in near}) == 1 else None
