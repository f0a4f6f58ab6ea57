"""Names of institutions and regions → the unit that is meant, with the reason; or nothing, when it can't be told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon.kinds import PLACES, SCHEME, Kind, compose, kinds_of
from kg.lexicon.letters import key
from kg.lexicon.naming import Candidate
from kg.lexicon.places import Places, inside
from kg.lexicon.reading import NameHit, NameReader
from kg.lexicon.resolving import Resolution, Resolver
from kg.lexicon.tables import read_tables
from kg.lexicon.units import Unit, Units
from kg.model import Region
from kg.ontology import Ontology
from kg.ontology_files import Problems

__all__ = ["Candidate", "Gazetteer", "NameHit", "Resolution", "Unit"]


@dataclass(frozen=True)
class Gazetteer:
    """Every region and institution. Make it with `Gazetteer.load`."""

    kinds: Mapping[str, Kind]
    places: Places
    units: Units
    reader: NameReader
    resolver: Resolver

    @classmethod
    def load(cls, ontology: Ontology, problems: Problems | None = None) -> Gazetteer:
        """Read the tables beside the ontology.

        Raises OntologyError that lists every wrong row and concept with file and line, those already found included.
        """
        found = Problems() if problems is None else problems
        kinds = kinds_of(ontology, found)
        tables = read_tables(ontology.root, [concept.id for concept in ontology.scheme(SCHEME)], found)
        found.stop()
        places = Places(tables, ontology)
        units = Units(tables, kinds, places)
        places_of = {concept.id: concept.value("placeOf") or "" for concept in ontology.scheme(PLACES)}
        resolver = Resolver(kinds, places, units, places_of)
        return cls(kinds, places, units, NameReader(places, resolver, ontology), resolver)

    def region(self, code: str) -> Region | None:
        """A region by its Kemendagri code."""
        return self.places.regions.get(code)

    def region_name(self, code: str) -> str | None:
        """A region's name as the news writes it, with its level word: "Kabupaten Klungkung"."""
        return self.places.shown(code) if code in self.places.regions else None

    def regions_named(
        self, name: str, *, types: Collection[str] = (), within: Collection[str] = ()
    ) -> tuple[Region, ...]:
        """The regions that a name may mean: any spelling or abbreviation, with or without its level word."""
        return self.places.find(name, types=types, within=within)

    def longest_name(self, text: str, start: int, type: str | None = None) -> NameHit | None:
        """The longest name of a unit of a kind, or of a region, that begins at a position of a text."""
        return self.reader.read(text, start, type)

    def resolve(
        self,
        type: str,
        name: str = "",
        *,
        near: Collection[str] = (),
        level: str | None = None,
        on: str | None = None,
    ) -> Resolution:
        """Which unit of a kind a name means, for a text about the regions `near`, published on a day."""
        return self.resolver.resolve(type, name, near=near, level=level, on=on)

    def unit(self, id: str) -> Unit | None:
        """A unit by its identifier: listed, or made by the rule of its kind."""
        return self.units.get(id)

    def units_of_region(self, code: str, *, types: Collection[str] = ()) -> tuple[Unit, ...]:
        """The units that belong to a region itself, or cover it, in order of kind."""
        if code not in self.places.regions:
            return ()
        chosen = [self.kinds[type] for type in types if type in self.kinds] or list(self.kinds.values())
        found = {id for kind in chosen for id in self.units.of_region(kind, code)}
        return tuple(unit for id in sorted(found) if (unit := self.units.get(id)) is not None)

    def chain(self, id: str, on: str | None = None) -> tuple[Unit, ...]:
        """The unit and its superiors, nearest first, as they were on a day (today's when None)."""
        found: list[Unit] = []
        at: str | None = id
        while at is not None and all(unit.id != at for unit in found):
            unit = self.units.get(at)
            if unit is None:
                break
            found.append(unit)
            valid = [parent.id for parent in unit.parents if _in_force(parent.start, parent.end, on)]
            at = valid[0] if valid else None
        return tuple(found)

    def compose(self, type: str, name: str, level: str | None = None) -> str:
        """The canonical name of a body that is not listed: `compose("desa", "Wonorejo")`."""
        word = self.places.levels.get(key(level), (level, ""))[0] if level else None
        kind = self.kinds[self.resolver.kind_of(type)]
        if kind.named_by == "none" and kind.local is not None and name.strip():
            kind = self.kinds[kind.local]
            if kind.lower is not None and not self.regions_named(name, types=kind.regions):
                kind = self.kinds[kind.lower]  # a kecamatan has no Kejaksaan Tinggi
        return compose(kind, name, word)

    def listed(self) -> Iterator[Unit]:
        """Every unit of the tables and every national body, in order of id, with superiors."""
        national = (kind.id for kind in self.kinds.values() if kind.named_by == "none" and kind.unit is None)
        for id in sorted({*self.units.rows, *national}):
            unit = self.units.get(id)
            if unit is not None:
                yield unit

    def within(self, code: str, other: str) -> bool:
        """Whether one region is another, or lies in it."""
        return inside(code, other)


def _in_force(start: str | None, end: str | None, on: str | None) -> bool:
    if on is None:
        return end is None
    return (start is None or start <= on) and (end is None or on < end)
