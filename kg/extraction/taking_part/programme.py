"""A sentence that tells the course of an event → those who gave its parts: "Rapat diawali laporan yang disampaikan X".

In come the items of a sentence; out come the parts of those who are named as the agents of what was read or reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_NOT_TOLD = frozenset({"modality", "negation"})
_REACH_OF_VERB = 2  # items in front of "oleh" among which "yang" and its verb stand
_REACH = 3  # words between an event and the verb of its course


class Programme:
    """Finds who gave the parts of an event by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def parts(self, items: Sequence[Item]) -> Iterator[Part]:
        """The agents behind the verb of a course that has an event for its subject."""
        courses = self.vocabulary.courses
        said = (at for at, item in enumerate(items) if (item.text if type(item) is Token else text_of(item)) in courses)
        course = next((at for at in said if self._goes_on(items, at)), None)
        if course is None or any(kind_of(item) in _NOT_TOLD for item in items):
            return
        event = next(item for item in reversed(items[:course]) if kind_of(item) == "event")
        told = False
        for at in range(course + 1, len(items)):
            item = items[at]
            if is_token(item, ",") and not told:
                return  # another clause: "dimulai hari ini, hal itu disampaikan X"
            if isinstance(item, Holder) and self._agent(items, at) and isinstance(event, Cue):
                told = True
                yield Part(item, "attended", event, weak=True)

    def _goes_on(self, items: Sequence[Item], at: int) -> bool:
        """Whether a word says how an event went on, right behind its name: "Rapat diawali"."""
        if isinstance(items[at], Cue) and not any(map(self.standing.joins_guest, items[at + 1 : at + 2])):
            return False  # "dibuka dengan laporan", but not "dibuka Bupati X"
        return any(kind_of(before) == "event" for before in items[max(0, at - _REACH) : at])

    def _agent(self, items: Sequence[Item], at: int) -> bool:
        """Whether a holder is the agent of what was read, reported or said: "oleh X", "yang disampaikan X"."""
        holder, before = items[at], items[at - 1]
        if not isinstance(holder, Holder) or holder.institution is not None or not is_real(holder):
            return False
        clause = items[max(0, at - _REACH_OF_VERB - 1) : at - 1]
        verbs = (verb for ahead, verb in pairwise(clause) if kind_of(ahead) == "relative")  # "yang diajukan oleh X"
        by_whom = self.vocabulary.by_whom
        return text_of(before) in by_whom and all(text_of(verb) in by_whom for verb in verbs)
