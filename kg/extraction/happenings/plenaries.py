"""Headline and lead → whether the plenary of which they tell determined something, and counted no votes.

"KPU menetapkan pasangan calon dalam rapat pleno" tells of a meeting, "rapat pleno penetapan hasil" of a count.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind


class Plenaries:
    """Tells of the plenaries of one document what they were."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self._title = ""
        self._told: list[Sentence] = []  # headline and lead
        self._determine: bool | None = None  # once it was asked for

    def read(self, sentences: Sequence[Sentence], title: str | None) -> None:
        """Take in the headline and the lead of the article, and a title that stands apart from its text."""
        self._title = title or ""
        self._told = [sentence for sentence in sentences if sentence.headline or sentence.leading]

    def kind(self, cue: Cue, kind: EventKind) -> EventKind:
        """The kind of the event that a word names, which has a kind by itself."""
        if not self.vocabulary.concept(cue.concept).flag("mayDetermine"):
            return kind
        if self._determine is None:
            self._determine = self._determines()
        return "meeting" if self._determine else kind

    def _determines(self) -> bool:
        """Whether headline and lead tell what was determined, and of no count."""
        told = " ".join([self._title, *(self.text[s.span.start : s.span.end] for s in self._told)])
        words = {word.strip('.,:;()"“”') for word in told.casefold().split()}
        return self.vocabulary.counts.isdisjoint(words) and not self.vocabulary.determinations.isdisjoint(words)
