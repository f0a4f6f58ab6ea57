"""The items of a sentence → the names among them, each with its place, from which its neighbours are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.chunks import Holder, Item, Person

PEOPLE = ("person-cues", "candidacy")  # kinds of cue: words for persons of whom names follow


@dataclass(frozen=True, slots=True)
class Naming:
    """A name where it stands: its holder is the item of a sentence at an index."""

    person: Person
    items: Sequence[Item]
    index: int

    @property
    def sure(self) -> bool:
        """Whether a title in front of the name says that it is one."""
        return self.person.sure

    @property
    def office(self) -> bool:
        """Whether the name stands with an office, or behind that of whom it came for."""
        item = self.items[self.index]
        return in_office(item) or (isinstance(item, Holder) and item.for_office is not None)

    def near(self, step: int) -> Item | None:
        """The item at a distance, in front of the name where that is negative."""
        at = self.index + step
        return self.items[at] if 0 <= at < len(self.items) else None


def namings(items: Sequence[Item]) -> Iterator[Naming]:
    """The names in a sentence."""
    for index, item in enumerate(items):
        if isinstance(item, Holder) and item.person is not None:
            yield Naming(item.person, items, index)


def is_name(item: Item) -> bool:
    """Whether an item is a name in a list, and no body or office."""
    return isinstance(item, Holder) and item.person is not None and not item.offices


def in_office(item: Item) -> bool:
    """Whether an item is somebody with an office."""
    return isinstance(item, Holder) and bool(item.offices)


def taken_up(certain: Sequence[Naming], named: Sequence[Naming]) -> set[int]:
    """The identities of single words with an office behind them that begin a fuller name of before: "Ani adalah X"."""
    fuller: dict[str, int] = {}
    for naming in named:
        first, _, rest = naming.person.name.partition(" ")
        if rest:
            fuller.setdefault(first, naming.person.start)
    found = (naming.person for naming in certain if not naming.sure and _office_behind(naming))
    return {id(person) for person in found if fuller.get(person.name, person.start) < person.start}


def _office_behind(naming: Naming) -> bool:
    """Whether the offices of a name all stand behind it."""
    holder = naming.items[naming.index]
    offices = holder.offices if isinstance(holder, Holder) else []
    return bool(offices) and all(office.start > naming.person.start for office in offices)
