"""An event's mention → whether it was held, is planned or was called off; and whose part in it is still to come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, kind_of, text_of
from kg.extraction.drafts import Mention, Sentence
from kg.extraction.happenings.event_dates import is_modal
from kg.extraction.happenings.plans import in_plan
from kg.extraction.happenings.put_off import called_off, held_after_all
from kg.extraction.taking_part.event_signs import Signs
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventStatus

_REACH_OF_MODAL = 5
_REACH_OF_PLAN = 2
_OTHER_CLAUSE = frozenset({"relative", "clause-breaks", "cues", "event", "speech"})  # kinds of cue
_WISHES = frozenset({"wishes", "urging"})  # kinds of cue
_TO_COME = _WISHES | {"modality"}


class Statuses:
    """Tells of the events of one document whether they were held."""

    def __init__(self, vocabulary: Vocabulary, signs: Signs) -> None:
        self.vocabulary = vocabulary
        self.signs = signs

    def of(self, main: Mention) -> EventStatus:
        """Held, unless a word before the event's verb says that it is to come, or its sentence that it is off.

        Guests prove that it was held, unless such a word stands before their own verb, or right behind the event.
        """
        sentence = main.sentence
        if (off := called_off(self.vocabulary, sentence.items, main.index)) is not None:
            return off
        guests = (part.cue for part in sentence.parts if not part.weak and part.role == "attended")
        if any(not self.awaited(sentence, cue) and not self._of_plan(main, cue) for cue in guests):
            return "held"
        if self.signs.dated_ahead(sentence.items, main.index):
            return "planned"
        for position, item in enumerate(sentence.items):
            if not isinstance(item, Cue) or not sentence.outside_quotes(item.start):
                continue
            if item.kind in _WISHES and self._wishes(sentence.items, position, main.index):
                return "planned"
            if item.kind != "modality" or _of_contest(sentence.items, position):
                continue
            if status := self._told_by(item, sentence.items, position, main.index):
                return status
        return "held"

    def _told_by(self, modal: Cue, items: Sequence[Item], at: int, event: int) -> EventStatus | None:
        """What a modal word says of an event, if anything: "menunda" says it of what stands behind it."""
        concept = self.vocabulary.concept(modal.concept)
        status: EventStatus | None = concept.value("status")  # type: ignore[assignment]
        of_object = concept.value("direction") == "right"
        if status != "planned" and held_after_all(self.vocabulary, items, at):
            return None
        if status != "planned" and not of_object:
            return status
        return status if not (of_object and at > event) and self._governs(items, at, event) else None

    def awaited(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether a word before a verb says that it is to come, or wished: "rencananya dihadiri Kapolres"."""
        if sentence.kinds.isdisjoint(_TO_COME):
            return False
        planned = "modality" in sentence.kinds and in_plan(sentence.items, cue, self.vocabulary)
        return planned or self._awaited(sentence.items, cue)

    def _awaited(self, items: Sequence[Item], cue: Cue) -> bool:
        before = [item for item in items if item.end <= cue.start][-_REACH_OF_PLAN:]
        return any(is_modal(item) for item in before) or any(kind_of(item) in _WISHES for item in before[-1:])

    def _of_plan(self, main: Mention, cue: Cue) -> bool:
        """Whether a clause tells of the guests of an event that is to come: "akan menggelar rapat yang dihadiri X"."""
        items = main.sentence.items
        clause = items[main.index + 1 : bisect_left(items, cue.start, key=lambda item: item.start)]
        if not clause or kind_of(clause[-1]) != "relative":
            return False
        ahead = enumerate(items[: main.index])
        return any(is_modal(item) and self._governs(items, at, main.index) for at, item in ahead)

    def _wishes(self, items: Sequence[Item], wish: int, event: int) -> bool:
        """Whether a wish belongs to an event: right behind it stands its verb, or the event itself."""
        verb = items[wish + 1] if wish + 1 < len(items) else None
        if verb is None or not (kind_of(verb) in ("cues", "event") or self._happens(verb)):
            return False
        return wish > event or self._governs(items, wish, event)

    def _governs(self, items: Sequence[Item], modal: int, event: int) -> bool:
        """Whether a modal word belongs to an event: it stands a few words before it, or before its verb behind it."""
        if modal < event:
            between = items[modal + 1 : event]
            return len(between) <= _REACH_OF_MODAL and not any(isinstance(i, Holder) for i in between)
        verb = next((i for i in items[modal + 1 : modal + 3] if isinstance(i, Cue) and i.kind == "cues"), None)
        if verb is not None:
            return not (kind_of(items[modal - 1]) == "relative" and self._organises(verb))
        whole = isinstance(items[modal], Cue) and " " in items[modal].form  # type: ignore[union-attr]
        return whole and all(kind_of(i) not in _OTHER_CLAUSE for i in items[event + 1 : modal])  # "rapat akan digelar"

    def _organises(self, verb: Cue) -> bool:
        """Whether a verb is one of which only people are the subject: "KPU se-Jateng yang akan menggelar pilkada"."""
        concept = self.vocabulary.concept(verb.concept)
        return concept.value("role") == "organised" and concept.value("takes") == "subject"

    def _happens(self, item: Item) -> bool:
        return text_of(item) in self.vocabulary.happening


def _of_contest(items: Sequence[Item], at: int) -> bool:
    """Whether a word says of the day of an election that it is to come: "pilkada 27 November mendatang"."""
    before = items[max(0, at - _REACH_OF_MODAL) : at]
    return bool(before) and kind_of(before[-1]) == "date" and any(kind_of(item) == "candidacy" for item in before)
