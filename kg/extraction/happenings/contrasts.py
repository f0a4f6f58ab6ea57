"""A sentence that sets two events against each other → its halves: "Apel dipimpin X, sedangkan patroli dipimpin Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extraction.chunks import Cue, kind_of
from kg.extraction.drafts import Sentence
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind, Span

_JOINT = "conjunctions"
_NEAR = 3  # items behind the word of contrast among which the other event stands


class Contrasts:
    """Divides the sentences of one text in which two events are told of, each with those who led or held it."""

    def __init__(self, vocabulary: Vocabulary, kind: Callable[[Cue], EventKind]) -> None:
        self.vocabulary = vocabulary
        self.kind = kind

    def divided(self, sentence: Sentence) -> Iterator[Sentence]:
        """The two halves of such a sentence, else the sentence itself."""
        cut = self._cut(sentence) if {"event", _JOINT} <= sentence.kinds and len(sentence.parts) > 1 else None
        if cut is None:
            yield sentence
        else:
            yield _between(sentence, sentence.span.start, cut)
            yield _between(sentence, cut, sentence.span.end)

    def _cut(self, sentence: Sentence) -> int | None:
        items = sentence.items
        for at, item in enumerate(items):
            if kind_of(item) != _JOINT or not self.vocabulary.concept(item.concept).flag("contrasts"):  # type: ignore[union-attr]
                continue
            behind = next((one for one in items[at + 1 : at + 1 + _NEAR] if self._event(one)), None)
            ahead = [one for one in items[:at] if self._event(one)]
            if behind is None or any(self.kind(one) == self.kind(behind) for one in ahead):  # type: ignore[arg-type]
                continue
            hosted = [part.cue.start > item.start for part in sentence.parts if part.role != "attended"]
            if ahead and True in hosted and False in hosted:
                return item.start
        return None

    def _event(self, item: object) -> bool:
        return (
            isinstance(item, Cue) and item.kind == "event" and not self.vocabulary.concept(item.concept).flag("generic")
        )


def _between(sentence: Sentence, start: int, end: int) -> Sentence:
    """What a sentence tells between two offsets."""
    return replace(
        sentence,
        span=Span(start, end),
        items=[item for item in sentence.items if start <= item.start < end],
        parts=[part for part in sentence.parts if start <= part.cue.start < end],
        dates=[date for date in sentence.dates if start <= date.start < end],
        contrasted=True,
    )
