"""What surrounds the things that articles name: superior units with dates, and the regions of all that is mentioned.

Nothing here is said by an article: entities that no article names are marked `context`.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.ids import slug
from kg.model import Entity, Event, Parent, Region

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer, Unit


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

    def take(self, noun: Entity | Event) -> None:
        """Remember which unit and region a noun names."""
        if self._gazetteer is None:
            return
        if isinstance(noun, Entity):
            if noun.unit:
                self._units.add(noun.unit)
            if noun.id.startswith("institution/"):
                self._named.add(noun.id)
        if noun.region:
            self._codes.add(noun.region)
            self._located.add(noun.id)

    def entities(self, named: Iterable[Entity]) -> Iterator[Entity]:
        """The entities that were taken, by id, with the chain of command above every known unit among them."""
        units = self._chain()
        context = (_placed(None, units[name], name) for name in sorted(units.keys() - self._named))
        placed = (_placed(entity, units[entity.id], entity.id) if entity.id in units else entity for entity in named)
        return heapq.merge(placed, context, key=lambda entity: entity.id)

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
        """Canonical id → unit, for every unit that is named and those above it."""
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
        return found


def _placed(entity: Entity | None, unit: Unit, canonical: str) -> Entity:
    parents = tuple(Parent(f"institution/{slug(p.id)}", p.start, p.end) for p in unit.parents)
    if entity is not None:
        return dataclasses.replace(entity, parents=parents, region=entity.region or unit.region)
    return Entity(
        id=canonical,
        cls=unit.cls,
        type=unit.type,
        name=unit.name,
        region=unit.region,
        parents=parents,
        unit=unit.id,
        context=True,
    )
