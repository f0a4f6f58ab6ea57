"""What surrounds the things that articles name: superior units with dates, and the regions of all that is mentioned.

Nothing here is said by an article: entities that no article names are marked `context`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.graph.fields import reader_of
from kg.graph.knowledge_base import named, node_line
from kg.ids import slug
from kg.model import Entity, Parent, Region
from kg.wire import loads

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer, Unit


@dataclass(frozen=True, slots=True)
class _Placed:
    """What is asked of an entity or event: an event has no unit."""

    id: str
    region: str | None
    unit: str | None = None


_READ: Final = reader_of(Entity)
_PLACED: Final = reader_of(_Placed)


class Surroundings:
    """Takes the entities and events of a knowledge base one by one, then gives what belongs around them.

    Without a gazetteer nothing does.
    """

    def __init__(self, gazetteer: Gazetteer | None) -> None:
        self._gazetteer = gazetteer
        self._units: set[str] = set()
        self._codes: set[str] = set()
        self._named: set[str] = set()
        self._located: set[str] = set()
        self._around: dict[str, Unit] | None = None

    def take(self, kind: str, value: str) -> None:
        """Remember which unit and region an entity or event names, by its fields."""
        if self._gazetteer is None:
            return
        noun: _Placed = _PLACED(value)
        if kind == "entity":
            if noun.unit:
                self._units.add(noun.unit)
            if noun.id.startswith("institution/"):
                self._named.add(noun.id)
                if noun.region:
                    self._located.add(noun.id)
        if noun.region:
            self._codes.add(noun.region)

    def entities(self, taken: Iterable[str]) -> Iterator[str]:
        """The lines of the entities that were taken, by id, of their fields; with the chain of command above them."""
        units = self._chain()
        above = [
            (name, node_line("entity", _context(units[name], name))) for name in sorted(units.keys() - self._named)
        ]
        above.reverse()
        for value in taken:
            name = _id(value)
            while above and above[-1][0] < name:
                yield above.pop()[1]
            yield _line(value, units.get(name))
        yield from (line for _, line in reversed(above))

    def regions(self) -> Iterator[Region]:
        """The regions of everything that was taken and of the units around it, up to the province, by id."""
        if self._gazetteer is None:
            return
        placed = {unit.region for name, unit in self._chain().items() if name not in self._located and unit.region}
        found: dict[str, Region] = {}
        for code in sorted(self._codes | placed):
            region = self._gazetteer.region(code)
            while region is not None and region.id not in found:
                found[region.id] = region
                region = self._gazetteer.region(region.parent.rpartition("/")[2]) if region.parent else None
        yield from (region for _, region in sorted(found.items()))

    def _chain(self) -> dict[str, Unit]:
        """Canonical id → unit, for every unit that is named and those above it; once everything was taken."""
        if self._around is not None:
            return self._around
        found: dict[str, Unit] = {}
        waiting = sorted(self._units)
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            unit = self._gazetteer.unit(name) if self._gazetteer and name not in seen else None
            seen.add(name)
            if unit is not None:
                found[f"institution/{slug(name)}"] = unit
                waiting.extend(parent.id for parent in unit.parents)
        self._around = found
        return found


def _id(value: str) -> str:
    """The id of an entity by its fields as `node_value` wrote them: it comes first."""
    found = value[len('{"id":"') : value.index('","cls":')]
    return found if "\\" not in found else str(loads(value)["id"])


def _line(value: str, unit: Unit | None) -> str:
    if unit is None:
        return named("entity", value)
    entity: Entity = _READ(value)
    placed = dataclasses.replace(entity, parents=_parents(unit), region=entity.region or unit.region)
    return node_line("entity", _in_full(placed, unit) if entity.candidates else placed)


def _in_full(entity: Entity, unit: Unit) -> Entity:
    """A body that articles name by its kind only, by the name of the one that it was found to be: "KPU" is many."""
    others = sorted({*entity.aliases, entity.name} - {unit.name})
    return dataclasses.replace(entity, name=unit.name, aliases=tuple(others))


def _context(unit: Unit, canonical: str) -> Entity:
    return Entity(
        id=canonical,
        cls=unit.cls,
        type=unit.type,
        name=unit.name,
        region=unit.region,
        parents=_parents(unit),
        unit=unit.id,
        context=True,
    )


def _parents(unit: Unit) -> tuple[Parent, ...]:
    return tuple(Parent(f"institution/{slug(p.id)}", p.start, p.end) for p in unit.parents)
