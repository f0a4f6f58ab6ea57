"""Units: those listed in the tables and those that a rule gives to every region, made when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon.kinds import Kind, compose
from kg.lexicon.letters import key
from kg.lexicon.places import Places, ancestors, inside
from kg.lexicon.tables import Row, Tables
from kg.model import EntityClass, Parent, Region

_BY_CODE = re.compile(r"([a-z][a-z0-9-]*?)-(\d{2}(?:\.\d{2}){0,2})")
_BY_NUMBER = re.compile(r"([a-z][a-z0-9-]*?)-(\d{3,4})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Unit:
    """One institution: its kind, canonical name, region, superiors and other names."""

    id: str
    type: str
    cls: EntityClass
    name: str
    region: str | None
    parents: tuple[Parent, ...] = ()
    aliases: tuple[str, ...] = ()


class Units:
    """All units by id. The listed ones are read once; the others are made by rule and kept."""

    def __init__(self, tables: Tables, kinds: Mapping[str, Kind], places: Places) -> None:
        self.kinds = kinds
        self.places = places
        self.rows: dict[str, Row] = {row.id: row for row in tables.units}
        self._made: dict[str, Unit | None] = {}
        self._covering: dict[tuple[str, str], list[str]] = {}
        for row in tables.units:
            for code in {*row.covers, *([row.region] if row.region else [])}:
                self._covering.setdefault((kinds[row.type].family, code), []).append(row.id)
        self._prefixes: dict[str, list[Kind]] = {}
        self._acting: dict[str, list[Kind]] = {}
        for kind in kinds.values():
            if kind.acts_for is not None:
                self._acting.setdefault(kind.acts_for, []).append(kind)
            elif kind.by_region:
                self._prefixes.setdefault(kind.prefix, []).append(kind)

    def get(self, id: str) -> Unit | None:
        """A unit by its identifier, or None when there is no such unit."""
        if id not in self._made:
            self._made[id] = self._make(id)
        return self._made[id]

    @cached_property
    def named(self) -> Mapping[str, list[str]]:
        """The listed units by the key of their name."""
        found: dict[str, list[str]] = {}
        for row in self.rows.values():
            found.setdefault(key(row.name), []).append(row.id)
        return found

    def covering(self, family: str, code: str) -> tuple[str, ...]:
        """The listed units of a family that cover a region, those for a port or an airport last."""
        found = self._covering.get((family, code), [])
        return tuple(sorted(found, key=lambda id: (bool(self.rows[id].special), id)))

    def of_region(self, kind: Kind, code: str) -> tuple[str, ...]:
        """The units of a kind (and its family) that belong to a region: listed ones, else the one by rule."""
        region = self.places.regions.get(code)
        if region is None:
            return ()
        listed = [id for id in self.covering(kind.family, code) if self._same(kind, self.rows[id].type)]
        if listed:
            ordinary = [id for id in listed if not self.rows[id].special]
            return tuple(ordinary or listed)
        made = self.by_rule(kind, region)
        return (made,) if made is not None else ()

    def by_rule(self, kind: Kind, region: Region) -> str | None:
        """The identifier that the rule gives the body of a kind in a region, if the kind has one at that level."""
        children = kind.children if kind.by_region else ()
        if kind.acts_for is not None:
            there = kind.within is None or inside(region.code, kind.within)
            return self.by_rule(self.kinds[kind.acts_for], region) if there else None
        for other in (kind, *(self.kinds[child] for child in children)):
            if other.by_region and region.type in other.regions:
                return f"{other.prefix}-{region.code}"
        return None

    def _same(self, kind: Kind, type: str) -> bool:
        return type == kind.id or self.kinds[type].family == kind.family

    def _make(self, id: str) -> Unit | None:
        if id in self.rows:
            return self._listed(self.rows[id])
        kind = self.kinds.get(id)
        if kind is not None and kind.unit is not None:
            return self.get(kind.unit)
        if kind is not None and kind.named_by == "none":
            parents = tuple(Parent(parent) for parent in kind.parents if self._national(parent))
            aliases = tuple(form for form in kind.forms if form != kind.template)
            return Unit(id, kind.id, kind.cls, kind.template, kind.region, parents, aliases)
        if match := _BY_NUMBER.fullmatch(id):
            return self._numbered(id, *match.groups())
        match = _BY_CODE.fullmatch(id)
        if match is None or match[2] not in self.places.regions:
            return None
        return self._ruled(match[1], self.places.regions[match[2]])

    def _national(self, id: str) -> bool:
        return id in self.kinds and self.kinds[id].named_by == "none"

    def _listed(self, row: Row) -> Unit:
        kind = self.kinds[row.type]
        parents: tuple[Parent, ...]
        if row.parent_before:
            parents = (Parent(row.parent_before, None, row.changed), Parent(row.parent, row.changed, None))
        else:
            parents = (Parent(row.parent, row.changed or None, None),) if row.parent else ()
        region = self.places.regions.get(row.region or "")
        if not parents and kind.by_region and region is not None:
            parents = tuple(Parent(id) for id in self._superior(kind, region))
        return Unit(row.id, row.type, kind.cls, row.name, row.region, parents, row.aliases)

    def _numbered(self, id: str, type: str, above: str, number: str) -> Unit | None:
        """A unit known by its superior's number and its own: Koramil 1421-02."""
        kind = self.kinds.get(type)
        if kind is None or not kind.also_by_region or not kind.parents:
            return None
        superior = self.rows.get(f"{kind.parents[0]}-{above}")
        if superior is None:
            return None
        name = compose(kind, f"{above}-{number}", None)
        return Unit(id, kind.id, kind.cls, name, superior.region, (Parent(superior.id),))

    def _ruled(self, prefix: str, region: Region) -> Unit | None:
        kinds = [kind for kind in self._prefixes.get(prefix, ()) if region.type in kind.regions]
        if not kinds:
            kinds = [kind for kind in self._named(prefix) if region.type in kind.regions]
        if not kinds:
            return None
        kind = min(kinds, key=lambda k: (len(k.regions), k.id))
        return Unit(
            f"{kind.prefix}-{region.code}",
            kind.id,
            kind.cls,
            self.name(kind, region),
            region.code,
            tuple(Parent(id) for id in self._superior(kind, region)),
            tuple(dict.fromkeys(self._aliases(kind, region))),
        )

    def _named(self, prefix: str) -> Iterator[Kind]:
        """Kinds asked for by concept instead of prefix: `kpu-kabupaten-51.05`."""
        kind = self.kinds.get(prefix)
        if kind is not None and kind.by_region:
            yield kind

    def name(self, kind: Kind, region: Region) -> str:
        """The canonical name of the body of a kind in a region."""
        base, level = self.places.base(region), self.places.level(region)
        kind = self._acting_in(kind, region) or kind
        if level not in kind.template and "{level}" not in kind.template and region.code in self.places.twins:
            base = self._apart(kind, region, base, level)
        return compose(kind, base, level)

    def _apart(self, kind: Kind, region: Region, base: str, level: str) -> str:
        """What tells the body of a region from that of its twin: its seat if the kind is named so, else its level."""
        if kind.seat_names and region.type == "kota":
            return base
        seat = self.places.seat(region.code) if kind.seat_names else None
        return seat or f"{level} {base}"

    def _acting_in(self, kind: Kind, region: Region) -> Kind | None:
        """The kind that takes the place of another in a region: in Aceh the KPU is the KIP."""
        for other in self._acting.get(kind.family, ()):
            if other.within is None or inside(region.code, other.within):
                return other
        return None

    def _aliases(self, kind: Kind, region: Region) -> Iterator[str]:
        base, level, canonical = self.places.base(region), self.places.level(region), self.name(kind, region)
        root = self.kinds[kind.family]
        acting = self._acting_in(kind, region)
        forms = dict.fromkeys([*kind.shown[:3], *(root.shown[:3] if root.by_region else ())])
        twin = region.code in self.places.twins
        short = [name for name in self.places.short(region.code) if name != base]
        if acting is not None:
            forms = dict.fromkeys([*acting.shown[:3], *forms])
            yield compose(kind, base, level)
        for form in forms:
            spelled = key(form).endswith(key(level)) if level else False
            names = [base, *short] if not twin or spelled else short
            if "{level}" in kind.template and not spelled:
                names.append(f"{level} {base}")
            yield from (alias for name in names if (alias := f"{form} {name}") != canonical)

    def _superior(self, kind: Kind, region: Region) -> tuple[str, ...]:
        """The body right above: of the first parent kind that has one for the region, or for one around it."""
        waiting, seen = list(kind.parents), {kind.id}
        while waiting:
            parent = self.kinds[waiting.pop(0)]
            if parent.id in seen:
                continue
            seen.add(parent.id)
            if parent.named_by == "none":
                return (parent.id,)
            for code in ancestors(region.code, self.places.regions):
                found = [id for id in self.of_region(parent, code) if id != f"{kind.prefix}-{region.code}"]
                if len(found) == 1:
                    return (found[0],)
                if found:
                    break
            waiting.extend(parent.parents)
        return ()
