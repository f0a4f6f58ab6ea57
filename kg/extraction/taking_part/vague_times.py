"""An event in its sentence → whether it was held on a day that is not told: "menggelar rapat, belum lama ini"."""

from __future__ import annotations

from kg.extraction.chunks import Cue, kind_of
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary

_ENDS = (".", ",", ";", ")", "\n")  # of the clause that such words close


class VagueTimes:
    """Knows the words of one document for times that are not told."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.text = text
        folded = text.casefold()
        self.words = [words for words in vocabulary.vague_times if words in folded]

    def some_time_ago(self, sentence: Sentence, event: Cue) -> bool:
        """Whether such words close the clause of an event, no other event between them and no day in the sentence."""
        if not self.words or sentence.dates:
            return False
        behind = self.text[event.end : sentence.span.end].casefold()
        ends = [at + len(words) for words in self.words if (at := behind.find(words)) >= 0]
        if not ends or not (behind[min(ends) :].strip() == "" or behind[min(ends) :].startswith(_ENDS)):
            return False
        stop = event.end + min(ends)
        between = (item for item in sentence.items if event.end <= item.start < stop)
        return sentence.outside_quotes(stop) and all(kind_of(item) not in ("event", "speech") for item in between)
