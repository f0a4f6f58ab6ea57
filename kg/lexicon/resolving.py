"""A kind, a name and the regions a text is about → the one unit that is meant, or none, with the reason in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.lexicon.kinds import Kind
from kg.lexicon.letters import key
from kg.lexicon.listing import Listing
from kg.lexicon.naming import Candidate, Names, once
from kg.lexicon.places import Places, ancestors, inside, shared
from kg.lexicon.units import Unit, Units

_REMEMBERED = 100  # lists of regions
_ASKED = 500  # bodies of which it is kept what they mean near some regions: an article names them again
_NAMES = 10_000  # of which it is kept what they mean by themselves


@dataclass(frozen=True, slots=True)
class Resolution:
    """The unit that is meant, or None: then `reason` says why it can't be told. Candidates come best first."""

    unit: Unit | None
    candidates: tuple[Candidate, ...]
    reason: str


class Resolver:
    """Resolves names. Never guesses between two: when the regions do not decide, the answer is none."""

    def __init__(self, kinds: Mapping[str, Kind], places: Places, units: Units, places_of: Mapping[str, str]) -> None:
        self._kinds = kinds
        self._places = places
        self._units = units
        self._places_of = places_of
        self._names = Names(kinds, places, units)
        self._plainly = lru_cache(maxsize=_NAMES)(self._find_plainly)  # the news names the same bodies every day
        self._nearby = lru_cache(maxsize=_ASKED)(self._find_nearby)
        self.region_types = cache(self._region_types)
        self._around = lru_cache(maxsize=_REMEMBERED)(self._find_around)  # an article asks for the same ones each time

    def kind_of(self, type: str) -> str:
        """The kind of institution that a concept means: itself, or the body whose building it is."""
        return self._places_of.get(type, type)

    def numbered(self, type: str) -> bool:
        """Whether units of a kind are known by number."""
        return self._kinds[self.kind_of(type)].named_by == "number"

    def _region_types(self, type: str) -> tuple[str, ...]:
        """The types of region that have a body of a kind, or of the kind that its word may mean as well."""
        kind = self._kinds[self.kind_of(type)]
        other = self._kinds.get(self.kind_of(kind.otherwise)) if kind.otherwise is not None else None
        return tuple(region for each in (kind, other) if each is not None and each.by_region for region in each.regions)

    def own_names(self, type: str) -> Listing:
        """The own names of the listed units of a kind's family."""
        return self._names.own(self._kinds[self.kind_of(type)].family)

    def resolve(self, type: str, name: str, *, near: Collection[str], level: str | None, on: str | None) -> Resolution:
        """Which unit of a kind is meant. `type` may be a building ("Mapolres")."""
        kind = self._kinds.get(self.kind_of(type))
        if kind is None:
            return Resolution(None, (), f"{type!r} is no kind of institution")
        if not near and key(name):
            return self._plainly(kind.id, name, level)
        regions = tuple(sorted(near) if isinstance(near, Set) else near)  # else: likeliest first
        return self._nearby(kind.id, name, regions, level, on)

    def _find_nearby(self, id: str, name: str, near: tuple[str, ...], level: str | None, on: str | None) -> Resolution:
        """Which unit of a kind is meant in a text about some regions, published on a day."""
        kind = self._kinds[id]
        known, around = self._around(near)
        if not key(name):
            bare = self._bare(kind, around, level, on)
            former = None if bare.candidates else self._formerly(kind, on)
            return bare if former is None else self._bare(former, around, level, on)
        return self._named(kind, name, level, around, known)

    def _find_plainly(self, kind: str, name: str, level: str | None) -> Resolution:
        """Which unit of a kind a name means in a text about no region."""
        return self._named(self._kinds[kind], name, level, [], [])

    def _named(self, kind: Kind, name: str, level: str | None, near: list[str], known: list[str]) -> Resolution:
        found, tried = self._candidates(kind, name, level), {kind.id}
        while not found and (other := self._kinds.get(self.kind_of(kind.otherwise or ""))) and other.id not in tried:
            kind, found = other, self._candidates(other, name, level)
            tried.add(other.id)
        return self._choose(kind, name, found, near, known)

    def _candidates(self, kind: Kind, name: str, level: str | None) -> list[Candidate]:
        """The units of a kind that a name means, or else those of its local offices."""
        found = self._names.candidates(kind, name, level)
        return found or once(c for other in self._local(kind) for c in self._names.candidates(other, name, level))

    def _find_around(self, near: tuple[str, ...]) -> tuple[list[str], list[str]]:
        """The known regions of some, each once, and those of them in which no other one lies."""
        known = [code for code in dict.fromkeys(near) if code in self._places.regions]
        return known, [code for code in known if not any(other != code and inside(other, code) for other in known)]

    def _local(self, kind: Kind) -> list[Kind]:
        """The kinds of a national body's local offices: "BIN Jambi" may be the province's or the city's.

        The police has them down to the kecamatan.
        """
        if kind.local is None:
            return []
        first = self._kinds[kind.local]
        lower = self._kinds[first.lower] if first.lower is not None else None
        others = (first.lower, lower.lower if lower is not None else None, first.otherwise)
        return [first, *(self._kinds[other] for other in others if other is not None)]

    def _bare(self, kind: Kind, near: list[str], level: str | None, on: str | None) -> Resolution:
        """A body named without its region: the one of the regions that the text is about."""
        if kind.named_by == "none" and (unit := self._units.get(kind.id)) is not None:
            return Resolution(unit, (Candidate(unit, 1.0, "the only one"),), "the only body of its kind")
        if kind.bare_is_whole and not level:
            return Resolution(None, (), "named without a region: the organisation as a whole, not the local body")
        only = self._places.levels.get(key(level), ("", None))[1] if level else None
        found: list[Candidate] = []
        for code in near:
            for above in ancestors(code, self._places.regions):
                if only and self._places.regions[above].type != only:
                    continue
                ids = self._units.of_region(kind, above)
                ids = tuple(self._at(kind, above, id, on) for id in ids)
                here = [unit for id in ids if (unit := self._units.get(id)) is not None]
                if here:
                    reason = f"the one of {self._places.shown(above)}"
                    found += [Candidate(unit, 0.8, reason) for unit in here]
                    break
        found = once(found)
        if not near:
            found = [
                Candidate(unit, 0.7, "its whole name; no region is known for the text")
                for id in self._units.named.get(key(kind.label), ())
                if (unit := self._units.get(id)) is not None
            ]
        if len(found) == 1:
            return Resolution(found[0].unit, tuple(found), found[0].reason)
        if found:
            names = ", ".join(candidate.unit.name for candidate in found)
            return Resolution(None, tuple(found), f"named without a region, and the text is about several: {names}")
        why = "no region is known for the text" if not near else "no body of this kind is known there"
        return Resolution(None, (), f"named without a region, and {why}")

    def _formerly(self, kind: Kind, on: str | None) -> Kind | None:
        """The kind that the bare word meant on a day: the Panwaslu of a regency before it became a Bawaslu."""
        if kind.otherwise is None or kind.otherwise_until is None or (on is not None and on >= kind.otherwise_until):
            return None
        return self._kinds[kind.otherwise]

    def _at(self, kind: Kind, code: str, id: str, on: str | None) -> str:
        """The unit that stood in this place on a day, when the one found was formed later."""
        unit = self._units.get(id)
        if on is None or unit is None or not _later(unit, on):
            return id
        for row in self._units.rows.values():
            if code in row.covers or any(inside(other, code) for other in row.covers):
                for above in self._above(row.id, on):
                    if self._kinds[above.type].family == kind.family and not _later(above, on):
                        return above.id
        return id

    def _above(self, id: str, on: str) -> Iterator[Unit]:
        at: str | None = id
        seen: set[str] = set()
        while at is not None and at not in seen:
            seen.add(at)
            unit = self._units.get(at)
            if unit is None:
                return
            if at != id:
                yield unit
            valid = [p.id for p in unit.parents if (p.start is None or p.start <= on) and (p.end is None or on < p.end)]
            at = valid[0] if valid else None

    def _choose(self, kind: Kind, name: str, found: list[Candidate], near: list[str], known: list[str]) -> Resolution:
        if not found:
            return Resolution(None, (), self._unknown(kind, name))
        special = [c for c in found if c.unit.id in self._units.rows and self._units.rows[c.unit.id].special]
        ordinary = [candidate for candidate in found if candidate not in special] or found
        best = max(candidate.score for candidate in ordinary)
        top = [candidate for candidate in ordinary if candidate.score == best]
        ranked = tuple(sorted(found, key=lambda c: (-c.score, c.unit.id)))
        if len(ordinary) == 1 and near and not self._believable(ordinary[0].unit, near):
            reason = f"{ordinary[0].unit.name} is in another part of the country ({ordinary[0].unit.region})"
            return Resolution(None, ranked, reason)
        if len(top) == 1 and (len(ordinary) == 1 or best >= 0.95):
            return Resolution(top[0].unit, ranked, top[0].reason)
        depths = {c.unit.id: self._closeness(c.unit, near) for c in ordinary}
        closest = max(depths.values(), default=0)
        chosen = [candidate for candidate in ordinary if depths[candidate.unit.id] == closest]
        if closest > 0 and len(chosen) > 1:
            chosen = self._likeliest(chosen, known)
        if closest > 0 and len(chosen) == 1:
            reason = f"{chosen[0].reason}; the nearest of {len(ordinary)} to the regions of the text"
            rest = tuple(candidate for candidate in ranked if candidate.unit.id != chosen[0].unit.id)
            return Resolution(chosen[0].unit, (replace(chosen[0], reason=reason), *rest), reason)
        names = ", ".join(candidate.unit.name + _where(candidate.unit) for candidate in ranked[:6])
        why = "the text does not say in which region" if not near else "the regions of the text do not decide"
        return Resolution(None, ranked, f"{len(ordinary)} bodies are called so, and {why}: {names}")

    def _likeliest(self, tied: list[Candidate], near: list[str]) -> list[Candidate]:
        """Among bodies of kecamatan, those of the likeliest regency that has one; twins are left as they are."""
        if any(candidate.unit.region is None or candidate.unit.region.count(".") < 2 for candidate in tied):
            return tied
        for code in near:
            there = [candidate for candidate in tied if inside(candidate.unit.region or "", code)]
            if code.count(".") == 1 and there:
                return there
        return tied

    def _closeness(self, unit: Unit, near: list[str]) -> int:
        row = self._units.rows.get(unit.id)
        codes: Iterable[str] = row.covers if row is not None and row.covers else [unit.region or ""]
        depth = max((shared(code, near) for code in codes if code), default=0)
        exact = any(code in near for code in codes)
        return 2 * depth + (1 if exact else 0)

    def _believable(self, unit: Unit, near: list[str]) -> bool:
        """A body of a kecamatan far from the text's regions is another of the same name that is not listed."""
        if unit.id in self._units.rows or unit.region is None or unit.region.count(".") < 2:
            return True
        return shared(unit.region, near) > 0

    def _unknown(self, kind: Kind, name: str) -> str:
        if kind.named_by == "none":
            return f"the only body of its kind bears no further name such as {name!r}"
        if kind.named_by == "open":
            return f"bodies of the kind {kind.label!r} are not listed"
        return f"no {kind.label} and no region at its level is called {name!r}"


def _later(unit: Unit, on: str) -> bool:
    return bool(unit.parents) and all(parent.start is not None and parent.start > on for parent in unit.parents)


def _where(unit: Unit) -> str:
    return f" ({unit.region})" if unit.region else ""
