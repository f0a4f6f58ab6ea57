"""What a mention was resolved to → the entity of the article that it is: one met before, or a new one.

In come mentions with their units of the gazetteer or with names of their own; out come keys, and the bodies under them.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Institution
from kg.extraction.resolved import Body
from kg.extraction.resolving.callings import Callings
from kg.extraction.resolving.kinds_of_body import KindsOfBody
from kg.lexicon.gazetteer import Resolution
from kg.lexicon.letters import APOSTROPHES

_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_NUMBERED = re.compile(r"(?<!\S)\d{3,4}(?=/(?!\d)|\s|$)")  # that no other unit of a kind has: "Yonif (Raider) 115/ML"
_OF_TWO = re.compile(r"(\d{3,4})\s?[-–/]\s?(\d{1,2})(?!\d)")  # number of a unit and its superior's: "Koramil 0721/04"


class EntityRegistry:
    """Keeps the bodies of one document, each under its key."""

    def __init__(self, kinds: KindsOfBody, callings: Callings) -> None:
        self.vocabulary = kinds.vocabulary
        self.gazetteer = kinds.gazetteer
        self.callings = callings
        self.agencies = kinds.agencies
        self.bodies: dict[str, Body] = {}
        self._numbered: dict[tuple[str, str], str] = {}  # kind and number of a unit → its key
        self._formerly: set[str] = set()  # bodies that so far are only called by a former name
        self._by_seat: set[str] = set()  # and those called only after the town where they sit

    def keep(self, found: Resolution, body: Institution) -> str:
        """The key of the unit that a mention means; where none is told, that of a body of its name."""
        if found.unit is None:
            name = self.gazetteer.compose(body.type, body.name, body.level)
            candidates = tuple(c.unit.id for c in found.candidates)
            return self.name(body, name, found.reason, candidates)
        unit = found.unit
        if (both := _OF_TWO.match(body.name)) is not None:
            number = (unit.type, "-".join(both.groups()))
            if both.end() == len(body.name) and number in self._numbered:
                return self._numbered[number]
            self._numbered.setdefault(number, unit.id)
        former = self.callings.former_name(unit, body)
        if unit.id in self._formerly and former is None and body.name:
            self._formerly.discard(unit.id)
            self.bodies[unit.id].name = unit.name  # the text has the present name as well
        seat = self.callings.seat_name(unit, body)
        if unit.id in self._by_seat and seat is None and body.name and not former:
            self._by_seat.discard(unit.id)
            self.bodies[unit.id].name = unit.name  # the text has the name of its region as well
        if unit.id not in self.bodies:
            self._formerly |= {unit.id} if former else set()
            self._by_seat |= {unit.id} if seat else set()
            other = former or self.callings.lesser_name(unit, body) or seat or self.callings.joined_name(unit, body)
            name = other or self.callings.renumbered_name(unit) or unit.name
            self.bodies[unit.id] = Body(unit.id, unit.type, name, unit.region, unit.id, reason=found.reason)
        if body.kind and (written := self.agencies.of(unit, body.kind)) is not None:
            known = self.bodies[unit.id]
            known.told, known.name = max((known.told, known.name), written, key=lambda told: told[0])
        return unit.id

    def name(
        self, body: Institution, name: str, reason: str, candidates: tuple[str, ...] = (), *, written: str = ""
    ) -> str:
        """The key of a body that only its name tells; the one of its number, where its unit has one."""
        key, number = f"{body.type}:{name.casefold().translate(_ONE_APOSTROPHE)}", _NUMBERED.search(body.name)
        if number is not None and self.vocabulary.ranked(body.type):
            key = self._numbered.setdefault((body.type, number[0]), key)
        if key not in self.bodies:
            self.bodies[key] = Body(key, body.type, written or name, None, None, candidates, reason)
        return key
