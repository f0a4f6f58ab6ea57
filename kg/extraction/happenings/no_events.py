"""A word of an event in its sentence → whether what it is said of makes it none: the signing of a letter, a prisoner.

Nor is what the title of a decree names: "SK Gubernur tanggal 31 Agustus 2024 tentang peresmian pengangkatan".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.chunks import Cue
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary

_REACH = 250  # characters in front of a verb
_REACH_OF_TITLE = 4  # words between a decree's "tentang" and the event
_REACH_OF_OBJECT = 6  # words behind a verb
_REACH_OF_SEIZED = 5
_ENDS = re.compile(r"[,.;:]\s")
_WORD = re.compile(r"[\w/-]+")


class NoEvents:
    """Judges the words of events in one document."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text

    def at(self, sentence: Sentence, event: Cue) -> bool:
        """Whether a word of an event in a sentence names none."""
        concept = self.vocabulary.concept(event.concept)
        if (side := concept.value("signs")) is not None:
            return self._signs_paper(self._ahead(sentence, event) if side == "ahead" else self._behind(sentence, event))
        if concept.flag("letsGo"):
            return not self.vocabulary.detained.isdisjoint(self._behind(sentence, event))
        if concept.flag("seizes"):
            seized = self.vocabulary.detained | self.vocabulary.seized
            return not seized.isdisjoint(self._behind(sentence, event)[:_REACH_OF_SEIZED])
        return self._in_title(sentence, event)

    def _signs_paper(self, words: Sequence[str]) -> bool:
        """Whether a paper is told of that an office signs by itself, and none of two sides."""
        agreed = any(word in self.vocabulary.agreements for word in (*words, *map(" ".join, pairwise(words))))
        return not agreed and not self.vocabulary.papers.isdisjoint(words)

    def _in_title(self, sentence: Sentence, event: Cue) -> bool:
        """Whether an event stands in the title of a decree."""
        words = self._words(max(sentence.span.start, event.start - _REACH), event.start)
        near = words[-_REACH_OF_TITLE:]
        at = next((at for at, word in enumerate(near) if word in self.vocabulary.title_joints), None)
        if at is None:
            return False
        ahead = words[: len(words) - len(near) + at]
        return not self.vocabulary.papers.isdisjoint(ahead) and any(map(str.isdigit, ahead))

    def _ahead(self, sentence: Sentence, verb: Cue) -> list[str]:
        """The words of the clause in front of a verb; one that "yang" or a comma opens goes on with what is before."""
        start = max(sentence.span.start, verb.start - _REACH)
        clause = self.text[start : verb.start].rstrip()
        opens = clause.endswith(",") or clause.rpartition(" ")[2].casefold() in self.vocabulary.relatives
        last = 0 if opens else max((end.end() for end in _ENDS.finditer(clause)), default=0)
        return self._words(start + last, verb.start)

    def _behind(self, sentence: Sentence, verb: Cue) -> list[str]:
        """The first words behind a verb, up to a comma."""
        behind = self.text[verb.end : min(sentence.span.end, verb.end + _REACH)]
        end = _ENDS.search(behind)
        return self._words(verb.end, verb.end + (end.start() if end else len(behind)))[:_REACH_OF_OBJECT]

    def _words(self, start: int, end: int) -> list[str]:
        return _WORD.findall(self.text[start:end].casefold())
