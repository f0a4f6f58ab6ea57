"""The parts of an event so far → the bodies that are known to be there, and the regencies of its hosts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.extraction.chunks import Holder
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.parts import Part

_REGENCY = len("33.16")  # of the code of a region


@dataclass(slots=True)
class Bodies:
    """The bodies of an event's first parts, and the regencies of its hosts."""

    read: int = 0  # parts
    bodies: set[str] = field(default_factory=set)
    regencies: set[str] = field(default_factory=set)


class Known:
    """What the parts of the main event of one document tell; those that came since the last time are added."""

    def __init__(self, region_of: Callable[[str], str | None]) -> None:
        self.region_of = region_of
        self._main = Bodies()

    def of(self, main: EventDraft) -> Bodies:
        """What is known up to here."""
        known = self._main
        fresh = [part for part, _ in main.parts[known.read :]]
        known.bodies |= bodies_of_parts(fresh)
        known.regencies |= self.regencies_of(part for part in fresh if part.role != "attended")
        known.read += len(fresh)
        return known

    def regencies_of(self, parts: Iterable[Part]) -> set[str]:
        """The regencies that the bodies of some parts belong to."""
        regions = [self.region_of(key) for key in bodies_of_parts(parts)]
        return {region[:_REGENCY] for region in regions if region and len(region) >= _REGENCY}

    def led_by_another(self, main: EventDraft, told: Iterable[Part]) -> bool:
        """Whether a person leads of whom the main event knows nothing."""
        known = {part.holder.person.entity for part, _ in main.parts if part.holder.person is not None}
        leaders = (part.holder.person for part in told if part.role == "led")
        return any(leader is not None and leader.entity not in known for leader in leaders)


def same_hosts(draft: EventDraft, other: EventDraft, sentence: Sentence) -> bool:
    """Whether an event that a sentence tells of is one that is known: its kind and day, with a body of its parts."""
    same = draft.kind == other.kind and draft.day == other.day
    return same and bool(bodies_of_parts(part for part, _ in draft.parts) & bodies_of_parts(sentence.parts))


def bodies_of_parts(parts: Iterable[Part]) -> set[str]:
    """The bodies that those stand for who have some parts."""
    return {key for part in parts for key in bodies_of(part.holder)}


def bodies_of(holder: Holder) -> list[str]:
    """The bodies that a holder stands for."""
    keys = [office.entity for office in holder.offices]
    keys += [holder.institution.entity] if holder.institution is not None else []
    return [key for key in keys if key]
