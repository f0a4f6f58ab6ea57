"""A text → the words for what people do, and for events, that lack, add, change or exchange one letter.

"mangatakan", "di aula, dihadri Ani Wijaya", "sosialiasi". A word of the language, a name and a short word are no slips.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Set

from kg.lexicon.matcher import Hit
from kg.lexicon.one_letter import deletes
from kg.ontology import Concept

_SHORTEST = 8  # letters of a word that one wrong letter doesn't make another
_WORD = re.compile(r"(?<![^\W_])[A-Za-z][a-z]{6,19}(?![^\W_])")
_REMEMBERED = 20_000  # words of which it is kept that they are no slips


class Slips:
    """Knows the words of some concepts by what is left of them without one letter.

    Words of their own are those that are `right`, as all `common` ones are, which are not looked at.
    """

    def __init__(self, concepts: Iterable[Concept], right: Callable[[str], bool], common: Set[str]) -> None:
        self._right, self._common = right, common
        self._nothing: set[str] = set()  # others that are no slips
        self._known: dict[str, dict[str, list[str]]] = {}  # a word without one letter → its forms → their concepts
        for concept in concepts:
            for word in sorted({label.text.casefold() for label in concept.forms()}):
                if len(word) >= _SHORTEST and word.isalpha():
                    for left in deletes(word):
                        self._known.setdefault(left, {}).setdefault(word, []).append(concept.id)

    def find(self, text: str, words: Set[str], taken: Container[int]) -> Iterator[Hit]:
        """The misspelt ones of the words of a text, where nothing else was read; one may be of several concepts."""
        words = words - self._common - self._nothing
        meant = {word: found for word in words if _WORD.fullmatch(word) and (found := self._find_meant(word))[1]}
        if len(self._nothing) < _REMEMBERED:
            self._nothing |= words - meant.keys()
        for match in _WORD.finditer(text) if meant else ():
            form, concepts = meant.get(match[0], ("", ()))
            for concept in concepts if match.start() not in taken else ():
                yield Hit(match.start(), match.end(), concept, form)

    def _find_meant(self, word: str) -> tuple[str, tuple[str, ...]]:
        """The form that a word means but for one letter, with its concepts; empty for none.

        A capital is of the word that it begins: "Bakorwil" is no slip of "rakorwil".
        """
        first = word[0] if word[0].isupper() else ""
        word = word.casefold()
        forms = [self._known[left] for left in deletes(word) if left in self._known]
        if not forms or self._right(word):
            return "", ()
        meant = {form: found[form] for found in forms for form in found if abs(len(form) - len(word)) <= 1}
        if first:
            meant = {form: concepts for form, concepts in meant.items() if form.startswith(first.casefold())}
        form = min(meant, default="")
        return form, tuple(dict.fromkeys(meant.get(form, ())))
