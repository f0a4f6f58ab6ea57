"""Words of names as they sound: what two spellings of one name share, by the ontology's rules.

In comes a word in any case; out comes the same string for all spellings of it: "Muhammad" and "Moch", "Ady" and "Adi".
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.ontology import Concept, Ontology

_DOUBLE = re.compile(r"(\w)\1+")
_SILENT = "h"  # at the end of a word
_LEAST = 3  # letters that stay of a word
_REMEMBERED = 20_000  # words of which the sound is kept
_UNHEARD = str.maketrans(dict.fromkeys("'’‘`´"))


class Spelling:
    """The rules of spelling of one ontology: `spelling` and `name-equivalent`."""

    def __init__(self, ontology: Ontology) -> None:
        rules = {form: concept.label() for concept in ontology.scheme("spelling") for form in _forms(concept, "hidden")}
        self._rules = rules
        self._written = re.compile("|".join(sorted(map(re.escape, rules), key=lambda r: (-len(r), r))) or "(?!)")
        self._equal = {
            form.casefold(): concept.label().casefold()
            for concept in ontology.scheme("name-equivalent")
            for form in _forms(concept, "alt")
            if len(form) > 1
        }
        self.sound = lru_cache(maxsize=_REMEMBERED)(self._sound)

    def _sound(self, word: str) -> str:
        """A word as it sounds; an initial stays itself."""
        lower = word.casefold().translate(_UNHEARD)
        if len(lower) == 1:
            return lower
        heard = _DOUBLE.sub(
            r"\1", self._written.sub(lambda match: self._rules[match[0]], self._equal.get(lower, lower))
        )
        return heard.removesuffix(_SILENT) if len(heard) > _LEAST else heard


def _forms(concept: Concept, kind: str) -> list[str]:
    return [label.text for label in concept.labels if label.kind == kind]
