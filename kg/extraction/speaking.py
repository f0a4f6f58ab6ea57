"""Who speaks at a gathering was there: "kata X saat apel", "X menyinggung netralitas dalam rapat", "Dalam rapat X".

In come the items of a sentence and the place of a word; out come the parts of those who speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, kind_of, text_of
from kg.extraction.event_signs import spoken_in
from kg.extraction.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.standing import Standing
from kg.extraction.vocabulary import Vocabulary

_SPOKEN_AT = frozenset({"meeting", "ceremony", "training"})
_PERIODS = frozenset({"campaign", "voting"})  # in which people are asked to do something: "rukun saat kampanye"
_OPENING = 4  # items of a sentence among which the event stands in which somebody speaks
_REACH = 4  # items behind a word of time among which its event stands


class Speaking:
    """Finds the speakers by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def while_there(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """The speaker before a word of time: "kata X saat konferensi pers", "X mengajak warga rukun saat sambang"."""
        spoken = next((at for at in range(index - 1, -1, -1) if kind_of(items[at]) == "speech"), None)
        event = next((item for item in items[index + 1 : index + _REACH] if kind_of(item) == "event"), None)
        if spoken is not None and isinstance(event, Cue):
            speakers = [item for item in items[max(0, index - 2) : index] if isinstance(item, Holder) and is_real(item)]
            if not speakers and self._kind(event) not in _PERIODS:
                speakers = self.standing.subject(items, spoken)
            yield from (Part(holder, "attended", cue, weak=False) for holder in speakers[-1:])

    def in_event(self, items: Sequence[Item], index: int, event: Cue) -> Iterator[Part]:
        """The speaker around an event word: "kata X dalam rapat", "Dalam rapat itu, Ketua KPU X mengatakan"."""
        speech = spoken_in(self.vocabulary, items, index)
        if speech is not None:
            near = [*items[max(0, speech - 2) : speech], *items[speech + 1 : speech + 2]]
            people = [item for item in near if isinstance(item, Holder) and item.person is not None and is_real(item)]
            yield from (Part(holder, "attended", event, weak=True) for holder in people[-1:])
        elif (speaker := self._behind(items, index, event)) is not None:
            yield Part(speaker, "attended", event, weak=True)

    def _behind(self, items: Sequence[Item], index: int, event: Cue) -> Holder | None:
        """The one person between an event that opens a sentence, and was named before, and a verb of speech."""
        concept = self.vocabulary.concept(event.concept)
        if not concept.flag("generic") and self._kind(event) not in _SPOKEN_AT:
            return None
        opened = 0 < index < _OPENING and text_of(items[index - 1]) in self.vocabulary.prepositions
        at, pointed = index + 1, event.form.rpartition(" ")[2].casefold() in self.vocabulary.demonstratives
        while opened and at < len(items) and isinstance(items[at], Token):
            pointed = pointed or items[at].text.casefold() in self.vocabulary.demonstratives  # type: ignore[union-attr]
            at += 1
        speaker, verb = (*items[at : at + 2], None, None)[:2]
        if not pointed or not isinstance(speaker, Holder) or speaker.person is None or not is_real(speaker):
            return None
        return speaker if kind_of(verb) == "speech" else None

    def _kind(self, event: Cue) -> str | None:
        return self.vocabulary.concept(event.concept).value("eventKind")
