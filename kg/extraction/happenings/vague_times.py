"""An event in its sentence → whether it was held on a day that is not told: "menggelar rapat, belum lama ini"."""

from __future__ import annotations

from kg.extraction.chunks import Cue, kind_of
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary

_ENDS = (".", ",", ";", ")", "\n")  # of the clause that such words close


def some_time_ago(vocabulary: Vocabulary, text: str, sentence: Sentence, event: Cue) -> bool:
    """Whether such words close the clause of an event, with no other event between them and no day in the sentence."""
    if sentence.dates:
        return False
    behind = text[event.end : sentence.span.end].casefold()
    ends = [at + len(words) for words in vocabulary.vague_times if (at := behind.find(words)) >= 0]
    if not ends or not (behind[min(ends) :].strip() == "" or behind[min(ends) :].startswith(_ENDS)):
        return False
    stop = event.end + min(ends)
    between = (item for item in sentence.items if event.end <= item.start < stop)
    return sentence.outside_quotes(stop) and all(kind_of(item) not in ("event", "speech") for item in between)
