"""An event in its sentence → whether it was held on a day that is not told: "menggelar rapat, belum lama ini"."""

from __future__ import annotations

import re

from kg.extraction.chunks import Cue, kind_of
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.letters import lower

_ENDS = ("", ".", ",", ";", ")", "\n")  # of the clause that such words close


class VagueTimes:
    """Knows the words of one document for times that are not told."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.text = lower(text)
        words = sorted(word for word in vocabulary.vague_times if word in self.text)
        self.words = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None

    def some_time_ago(self, sentence: Sentence, event: Cue) -> bool:
        """Whether such words close the clause of an event, no other event between them and no day in the sentence."""
        if self.words is None or sentence.dates:
            return False
        found = (match.end() for match in self.words.finditer(self.text, event.end, sentence.span.end))
        stop = next((end for end in found if self.text[end : sentence.span.end].lstrip(" ")[:1] in _ENDS), None)
        if stop is None:
            return False
        between = (item for item in sentence.items if event.end <= item.start < stop)
        return sentence.outside_quotes(stop) and all(kind_of(item) not in ("event", "speech") for item in between)
