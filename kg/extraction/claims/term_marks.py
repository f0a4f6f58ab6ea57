"""A text with the people and offices in it as marks, and the patterns of terms that are sought there.

In: places in a text, and patterns with slots, "{person} dilantik sebagai {office}". Out: the text with numbered marks,
and for each pattern an expression that gives the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.ontology import Ontology

SLOT = re.compile(r"\{(\w+)\}")
_GAP = r"[^\n\x01-\x04]{0,30}?"  # ranks and small words between a slot and its neighbour
_REACH = 60  # characters between two members of a list


class Handovers:
    """Tells events, by their names, at which an office passes, and those that are held when it has."""

    def __init__(self, ontology: Ontology) -> None:
        events = [event for event in ontology.scheme("event-types") if event.flag("handsOver")]
        self._at, self._after = (
            tuple(
                form.text.casefold()
                for event in events
                if event.flag("afterHandover") is after
                for form in event.forms()
            )
            for after in (False, True)
        )

    def passes(self, event: str) -> bool:
        """Whether an event is the handover of an office, and not only the farewell behind it."""
        return any(word in event.casefold() for word in self._at)

    def passed(self, event: str) -> bool:
        """Whether an event is held when an office has passed: a farewell without the handover."""
        return any(word in event.casefold() for word in self._after) and not self.passes(event)


@dataclass(frozen=True, slots=True)
class Place:
    """A person or an office in the text."""

    entity: str
    start: int
    end: int
    label: str = ""
    role: str = ""


class Joints:
    """Finds the other members of a list in a marked text, by the words that join them."""

    def __init__(self, words: Iterable[str]) -> None:
        joint = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        self._before = re.compile(
            rf"\x01(\d+)\x02[^\n\x01-\x04]{{0,30}}?(?:[,/&–-]|\s(?:{joint})\s)[^\n\x01-\x04]{{0,15}}$"
        )
        self._behind = re.compile(rf"(?:[\s,/&–-]|\b(?:{joint})\b){{1,4}}\x03(\d+)\x04")

    def before(self, marked: str, at: int) -> list[int]:
        """The numbers of the people who stand in a list in front of one."""
        found: list[int] = []
        while (match := self._before.search(marked, max(0, at - _REACH), at)) is not None:
            found.append(int(match[1]))
            at = match.start()
        return found

    def behind(self, marked: str, at: int) -> list[int]:
        """The numbers of the offices that stand in a list behind one."""
        found: list[int] = []
        while (match := self._behind.match(marked, at)) is not None:
            found.append(int(match[1]))
            at = match.end()
        return found


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern with its slots as groups. Raises OntologyError where a slot stands twice, or has no name."""
    parts = SLOT.split(pattern)
    regex = ""
    for at, part in enumerate(parts):
        if at % 2:
            marks = (r"\x03", r"\x04") if part == "office" else (r"\x01", r"\x02")
            regex += f"{marks[0]}(?P<{part}>\\d+){marks[1]}"
        elif part.strip():
            words = r"\s+".join(re.escape(word) for word in part.split())
            regex += (_GAP if at else "") + rf"\b{words}\b" + (_GAP if at < len(parts) - 1 else "")
        elif part and at:
            regex += _GAP
    try:
        return re.compile(regex, re.IGNORECASE)
    except re.error as error:
        raise OntologyError(
            f"{pattern!r:.80} is no kg:pattern: {error}", where="ontology", hint="name each slot once, as {person}"
        ) from None


def mark(text: str, places: list[Place]) -> str:
    """The text with each place that does not overlap one before it as a mark with its number."""
    marked, at = "", 0
    for number, place in enumerate(places):
        if place.start >= at:
            marks = "\x03\x04" if place.role else "\x01\x02"
            marked += re.sub(r"[\x01-\x04]", " ", text[at : place.start]) + f"{marks[0]}{number}{marks[1]}"
            at = place.end
    return marked + re.sub(r"[\x01-\x04]", " ", text[at:])
