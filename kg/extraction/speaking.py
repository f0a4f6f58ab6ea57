"""Who speaks at a gathering was there: "kata X saat apel", "X menyinggung netralitas dalam rapat", "Dalam rapat X".

In come the items of a sentence and the place of a word; out come the parts of those who speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, kind_of
from kg.extraction.event_signs import spoken_in
from kg.extraction.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.standing import Standing
from kg.extraction.vocabulary import Vocabulary

_SPOKEN_AT = frozenset({"meeting", "ceremony", "training"})
_OPENING = 4  # items of a sentence among which the event stands in which somebody speaks
_REACH = 4  # items behind a word of time among which its event stands


class Speaking:
    """Finds the speakers by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def while_there(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """The speaker before a word of time: "kata X saat konferensi pers", "X mengajak warga rukun saat sambang"."""
        spoken = [at for at, item in enumerate(items[:index]) if kind_of(item) == "speech"]
        if spoken and any(kind_of(item) == "event" for item in items[index + 1 : index + _REACH]):
            near = [item for item in items[max(0, index - 2) : index] if isinstance(item, Holder) and is_real(item)]
            speakers = near or self.standing.subject(items, spoken[-1])
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
        if not concept.flag("generic") and concept.value("eventKind") not in _SPOKEN_AT:
            return None
        opened = 0 < index < _OPENING and self._preposition(items[index - 1])
        at, pointed = index + 1, event.form.rpartition(" ")[2].casefold() in self.vocabulary.demonstratives
        while opened and at < len(items) and isinstance(items[at], Token):
            pointed = pointed or items[at].text.casefold() in self.vocabulary.demonstratives  # type: ignore[union-attr]
            at += 1
        speaker, verb = (*items[at : at + 2], None, None)[:2]
        if not pointed or not isinstance(speaker, Holder) or speaker.person is None or not is_real(speaker):
            return None
        return speaker if kind_of(verb) == "speech" else None

    def _preposition(self, item: Item) -> bool:
        """Whether an item is a preposition; one with the capital of its sentence may have been read as a name."""
        if isinstance(item, Holder):
            return item.person is not None and item.person.name.casefold() in self.vocabulary.prepositions
        return isinstance(item, Token) and item.text.casefold() in self.vocabulary.prepositions
