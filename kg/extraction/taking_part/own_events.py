"""What a speaker says that her body does: "Patroli ini kami gelar", kata Kapolsek X → Polsek X organised.

In come the items of a sentence and the place of a verb of speech; out comes the part of the speaker's body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, kind_of, text_of
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary

_ORGANISED = "organised"
_BESIDE = 3  # items between an event and the words of who holds it


class OwnEvents:
    """Finds what speakers hold, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def parts(self, items: Sequence[Item], speech: int) -> Iterator[Part]:
        """The part of the body of whoever speaks, where she says that it holds the event that is told of."""
        behind = items[speech + 1] if speech + 1 < len(items) else None
        if not isinstance(behind, Holder) or not behind.offices or behind.absent:
            return
        for at in range(1, speech):
            if text_of(items[at]) in self.vocabulary.speakers_own and self._holds(items, at):
                body = Holder(behind.start, behind.end, offices=behind.offices)
                yield Part(body, _ORGANISED, items[speech], weak=True)  # type: ignore[arg-type]
                return

    def _holds(self, items: Sequence[Item], at: int) -> bool:
        """Whether a verb of holding stands behind "we", and an event that is pointed at beside both."""
        verb = items[at + 1]
        if not isinstance(verb, Cue) or self.vocabulary.concept(verb.concept).value("role") != _ORGANISED:
            return False
        ahead, behind = items[max(0, at - _BESIDE) : at], items[at + 2 : at + 2 + _BESIDE]
        if any(kind_of(item) in ("modality", "negation") for item in ahead):
            return False
        return any(map(self._pointed_at, (ahead, behind)))

    def _pointed_at(self, items: Sequence[Item]) -> bool:
        events = [n for n, item in enumerate(items) if kind_of(item) == "event"]
        return bool(events) and any(text_of(item) in self.vocabulary.demonstratives for item in items[events[0] + 1 :])
