"""Headline and lead → whether the plenary of which they tell determined something, and counted no votes.

"KPU menetapkan daftar pemilih dalam rapat pleno" tells of a meeting, "rapat pleno penetapan hasil" of a count.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind

MEETING: EventKind = "meeting"


def determines(vocabulary: Vocabulary, text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether headline and lead of an article tell what was determined, and of no count, and it names a plenary."""
    if not any(_is_plenary(vocabulary, item) for s in sentences if "event" in s.kinds for item in s.items):
        return False
    told = (text[s.span.start : s.span.end] for s in sentences if s.headline or s.leading)
    words = {word.strip('.,:;()"“”') for sentence in told for word in sentence.casefold().split()}
    return vocabulary.counts.isdisjoint(words) and not vocabulary.determinations.isdisjoint(words)


def _is_plenary(vocabulary: Vocabulary, item: object) -> bool:
    return isinstance(item, Cue) and item.kind == "event" and vocabulary.concept(item.concept).flag("mayDetermine")
