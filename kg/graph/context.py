"""KnowledgeBase → the same with its surroundings: superior units with dates, and the regions of all that is mentioned.

Nothing here is said by an article: entities that no article names are marked `context`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.graph.knowledge_base import KnowledgeBase
from kg.ids import slug
from kg.model import Entity, Parent, Region

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer, Unit


def with_context(base: KnowledgeBase, gazetteer: Gazetteer) -> KnowledgeBase:
    """Add the chain of command above every known unit, and regions up to the province."""
    entities = dict(base.entities)
    waiting = sorted({e.unit for e in base.entities.values() if e.unit})
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        unit = gazetteer.unit(name) if name not in seen else None
        seen.add(name)
        if unit is not None:
            canonical = f"institution/{slug(name)}"
            entities[canonical] = _placed(entities.get(canonical), unit, canonical)
            waiting.extend(parent.id for parent in unit.parents)
    return dataclasses.replace(
        base, entities=dict(sorted(entities.items())), regions=_regions(base, entities.values(), gazetteer)
    )


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


def _regions(base: KnowledgeBase, entities: Iterable[Entity], gazetteer: Gazetteer) -> dict[str, Region]:
    named = {e.region for e in entities if e.region}
    codes = named | {v.region for v in base.events.values() if v.region}
    found: dict[str, Region] = {region.id: region for region in base.regions.values()}
    for code in sorted(codes):
        region = gazetteer.region(code)
        while region is not None and region.id not in found:
            found[region.id] = region
            region = gazetteer.region(region.parent.rpartition("/")[2]) if region.parent else None
    return dict(sorted(found.items()))
