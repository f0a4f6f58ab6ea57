"""A sentence as holders and cues → who took part, in which role, and which words say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from kg.extraction.chunks import Cue, Holder, Item, text_of
from kg.extraction.parts import Part, others
from kg.extraction.taking_part.affiliated import without_affiliations
from kg.extraction.taking_part.between import Between
from kg.extraction.taking_part.company import Company
from kg.extraction.taking_part.continued import Continued, Enumeration
from kg.extraction.taking_part.delegations import mark
from kg.extraction.taking_part.guests import received
from kg.extraction.taking_part.in_office_with import in_office_with
from kg.extraction.taking_part.inserted import without_inserted
from kg.extraction.taking_part.narrated import Narrated
from kg.extraction.taking_part.own_events import OwnEvents
from kg.extraction.taking_part.owners import Owners
from kg.extraction.taking_part.programme import Programme
from kg.extraction.taking_part.role_words import RoleWords
from kg.extraction.taking_part.speaking import Speaking
from kg.extraction.taking_part.stand_ins import stand_ins
from kg.extraction.taking_part.standing import Standing
from kg.extraction.taking_part.untold import Untold
from kg.extraction.words.vocabulary import Vocabulary


class Roles:
    """Finds the parts that the sentences of a document give to their holders."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.standing = Standing(vocabulary)
        self.company = Company(vocabulary, self.standing)
        self.owners = Owners(vocabulary, self.standing)
        self.between = Between(vocabulary)
        self.untold = Untold(vocabulary, self.standing)
        self.speaking = Speaking(vocabulary, self.standing)
        self.role_words = RoleWords(vocabulary, self.standing, self.company, self.speaking)
        self.own_events = OwnEvents(vocabulary)
        self.continued = Continued(vocabulary, self.standing)
        self.programme = Programme(vocabulary, self.standing)
        self.narrated = Narrated(vocabulary, self.standing)

    def enumeration(self) -> Enumeration:
        """What carries the word that opens a list over its members, for the sentences of one document in order."""
        return Enumeration(self.continued)

    def parts(self, items: Sequence[Item], before: Sequence[Item] = ()) -> list[Part]:
        """The parts in one sentence, in the order of their cues; `before` is the sentence in front of it.

        Delegations and venues are marked on the holders first.
        """
        if Holder not in map(type, chain(items, before)):
            return []  # there is nobody who could have one
        kinds = {item.kind for item in items if isinstance(item, Cue)}
        if {"speech", "introductions"} <= kinds:
            items = without_inserted(items)
        said = set(map(text_of, items))
        mark(items, kinds, said, self.vocabulary)
        if "as" in kinds and self.untold.defines(items):
            return []
        found = self._by_cues(items, kinds, before)
        if "event" in kinds and not self.vocabulary.courses.isdisjoint(said):
            found += others(self.programme.parts(items), found)
        if all(part.cue.kind == "delegation" for part in found):  # none, or only those of members of a list
            found += others(self.continued.parts(items, before), found)
        if "affiliations" in kinds:
            found = without_affiliations(items, found, self.vocabulary)
        return found or self.narrated.parts(items, kinds)

    def _by_cues(self, items: Sequence[Item], kinds: set[str], before: Sequence[Item]) -> list[Part]:
        """The parts that the cues of a sentence give, but for those that are denied."""
        found: list[Part] = []
        denying = "negation" in kinds or "wishes" in kinds
        for index, item in enumerate(items):
            if isinstance(item, Cue) and not (denying and self.untold.denied(items, index)):
                found += self._given(items, index, item, before, found)
        found = self.owners.hosted(items, found) if "event" in kinds and len(found) > 1 else found
        return [part for part in found if not self.untold.taken_back(items, part)] if denying else found

    def _given(
        self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item], found: Sequence[Part]
    ) -> Iterable[Part]:
        """The parts that one cue gives; `found` are those of the cues in front of it."""
        match cue.kind:
            case "cues" | "hosts":
                if self.untold.at(items, index, cue) or (cue.kind == "hosts" and self.untold.aside(items, index)):
                    return ()
                if self.standing.takes(cue) == "companion" and in_office_with(items, index):
                    return ()
                if self.speaking.tells_when(items, index, cue):
                    return self.speaking.while_there(items, index, cue, before)
                return self.role_words.parts(items, index, before, found)
            case "while":
                return self.speaking.while_there(items, index, cue, before)
            case "event":
                return chain(
                    self.owners.parts(items, index, cue),
                    self.speaking.in_event(items, index, cue, before),
                    self.company.hand_over(items, index, cue),
                    self.between.parts(items, index, cue),
                    received(items, index, cue, self.standing),
                )
            case "speech":
                return chain(self.own_events.parts(items, index), self.speaking.to_those_present(items, index, cue))
            case "delegation":
                return stand_ins(items, index, cue, found, self.standing)
            case "conjunctions":
                return () if self.untold.aside(items, index) else self.company.guests(items, index, cue, found)
        return ()
