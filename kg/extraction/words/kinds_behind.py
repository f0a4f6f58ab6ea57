"""A text and its hits → the bodies whose kind stands behind their name, as in English: "Mulia Jaya University".

Without them the name is read as a person's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator

from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_MOST = 5  # words of a name
_REACH = 30  # characters of one
_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][\w’'&-]*) $")
_OPENS = re.compile(r"(?:^|[\n.!?:“\"])[ ]?$")
_NONE = re.compile(r"(?!)")


class KindsBehind:
    """Knows the words for kinds that stand behind names; `ordinary` says whether a word is one of the language."""

    def __init__(self, kinds: Iterable[Concept], ordinary: Callable[[str], bool]) -> None:
        self._kinds = {word: kind.id for kind in kinds for word in kind.values.get("kindBehind", ())}
        self._ordinary = ordinary
        words = "|".join(sorted(map(re.escape, self._kinds), key=len, reverse=True))
        self._any = re.compile(rf"(?<= )(?:{words})\b") if words else _NONE

    def any_in(self, text: str) -> bool:
        """Whether a text has a word for such a kind at all."""
        return any(word in text for word in self._kinds)

    def find(self, text: str, stops: Container[int], cues: Container[int]) -> Iterator[Hit]:
        """The bodies of a text, each from its first word on.

        No name goes over the word at one of `stops`, nor begins a sentence with that at one of `cues`.
        """
        for match in self._any.finditer(text):
            start = self._start(text, match.start(), stops, cues)
            if start < match.start():
                yield Hit(start, match.end(), self._kinds[match.group()], text[start : match.end()])

    def _start(self, text: str, at: int, stops: Container[int], cues: Container[int]) -> int:
        """Where the name begins whose kind stands at an offset; the offset itself where there is none."""
        start = at
        for _ in range(_MOST):
            word = _BEFORE.search(text, max(0, start - _REACH), start)
            if word is None or word.start(1) in stops:
                break
            opens = _OPENS.search(text, max(0, word.start(1) - 2), word.start(1)) is not None
            if opens and (word.start(1) in cues or self._ordinary(word[1].casefold())):
                break  # "Mahasiswa Mulia Jaya University"
            start = word.start(1)
        return start
