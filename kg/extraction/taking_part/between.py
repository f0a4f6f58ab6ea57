"""The word of an event in a sentence → the two sides between whom it is: "rapat antara KPU X dan Polres Y".

In come the items and the place of the word; out come the parts of both, where at least two are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary

_TWO = 2  # sides
_REACH = 8  # items between the event and the word that names the sides
_MET = frozenset({"meeting", "ceremony", "visit"})  # kinds of event at which both sides are
_ON_THE_WAY = frozenset({"date", "venue-words", "place-words", "fillers"})  # kinds of cue that say when and where
_NOT_HELD = frozenset({"modality", "negation"})  # kinds of cue: "antara X dan Y akan digelar"
_IN_LISTS = ("plural", "fillers", "person-cues")


class Between:
    """Finds the sides of events by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def parts(self, items: Sequence[Item], index: int, event: Cue) -> Iterator[Part]:
        """The parts of those between whom the event at an index is."""
        concept = self.vocabulary.concept(event.concept)
        if concept.value("eventKind") not in _MET or concept.flag("oftenTold"):
            return
        at = self._word(items, index, signed=concept.flag("byDoers"))
        sides = self._sides(items, at) if at is not None else []
        to_come = any(kind_of(item) in _NOT_HELD for item in items[index:])
        if len(sides) >= _TWO and not to_come:
            yield from (Part(side, "attended", event, weak=True) for side in sides)

    def _word(self, items: Sequence[Item], index: int, *, signed: bool) -> int | None:
        """Where the word stands behind an event, over its day, its place and the agreement that is `signed` there."""
        for at in range(index + 1, min(len(items), index + _REACH)):
            item = items[at]
            if text_of(item) in self.vocabulary.between:
                return at
            told = kind_of(item) in _ON_THE_WAY or isinstance(item, Place) or is_token(item, ",", "(", ")")
            told = told or (at > index + 1 and _tells_when(items[at - 1], item))
            if not (told or self._little(item) or (signed and isinstance(item, Token) and item.text.islower())):
                return None
        return None

    def _little(self, item: Item) -> bool:
        """Whether a word only goes with the day or the place."""
        word = text_of(item)
        return word in self.vocabulary.prepositions or word in self.vocabulary.before_dates

    def _sides(self, items: Sequence[Item], at: int) -> list[Holder]:
        """The holders in the list behind the word."""
        found: list[Holder] = []
        for item in items[at + 1 :]:
            if isinstance(item, Holder) and not item.venue:
                found += [item] if is_real(item) else []
            elif not (is_joint(item) or kind_of(item) in _IN_LISTS):
                break
        return found


def _tells_when(before: Item, item: Item) -> bool:
    """Whether a word goes on with a date: "Senin (23/9/2024) kemarin"."""
    dated = kind_of(before) == "date" or is_token(before, ")")
    return dated and isinstance(item, Token) and item.text.islower()
