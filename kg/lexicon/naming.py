"""A kind and a name → the units that may be meant: listed under the name, or given by rule to regions of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon.kinds import Kind, compose
from kg.lexicon.letters import key, lower
from kg.lexicon.listing import Listing
from kg.lexicon.places import Places
from kg.lexicon.units import Unit, Units
from kg.model import Region

_DIGITS = 4  # of the number of a Kodim
_REMEMBERED = 20_000  # names whose candidates are kept
_NUMBER = re.compile(r"\s*(\d{3,4}\s?[-–/]\s?\d{1,2}|\d{1,4}(?:[-–]\d{1,2})?|[IVXL]{1,7})(?![^\W_])[\s/]*")
_DOTTED = re.compile(r"(?<=^\d\d)\.(?=\d\d(?!\d))")  # inside the number of a unit: "08.24/Jember"
_JOINT = re.compile(r"\s?[-–/]\s?")  # between the number of a Kodim and that of its Koramil


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that a name may mean, and why."""

    unit: Unit
    score: float
    reason: str


class Names:
    """The names of all units, and which units a name may mean."""

    def __init__(self, kinds: Mapping[str, Kind], places: Places, units: Units) -> None:
        self._kinds = kinds
        self._places = places
        self._units = units
        self._own: dict[str, dict[str, list[tuple[str, str]]]] = {}
        self._listings: dict[str, Listing] = {}
        self._candidates = lru_cache(maxsize=_REMEMBERED)(self._found)  # the news names the same bodies every day

    def own(self, family: str) -> Listing:
        """The own names of the listed units of a family of kinds."""
        if family not in self._listings:
            self._listings[family] = Listing(self._names(family))
        return self._listings[family]

    def _names(self, family: str) -> dict[str, list[tuple[str, str]]]:
        """For each own name: the units that bear it, and the kind whose word stood in front of it."""
        if family in self._own:
            return self._own[family]
        forms = sorted(
            ((lower(form), kind.id) for kind in self._kinds.values() if kind.family == family for form in kind.forms),
            key=lambda pair: (-len(pair[0]), pair),
        )
        names: dict[str, list[tuple[str, str]]] = {}
        for row in self._units.rows.values():
            if self._kinds[row.type].family != family:
                continue
            for written in (row.name, *row.aliases):
                for rest, said in _without_form(written, forms, row.type):
                    for part in _parts(rest, row.number):
                        entry = names.setdefault(key(part), [])
                        if (row.id, said) not in entry:
                            entry.append((row.id, said))
        self._own[family] = {name: sorted(found) for name, found in names.items() if name}
        return self._own[family]

    def candidates(self, kind: Kind, name: str, level: str | None) -> list[Candidate]:
        """The units that a name may mean, each once."""
        return list(self._candidates(kind.id, name, level))

    def _found(self, kind_id: str, name: str, level: str | None) -> list[Candidate]:
        kind = self._kinds[kind_id]
        name = _DOTTED.sub("", name) if kind.named_by == "number" else name
        bare, said = self._places.split_level(name)
        only = self._places.levels.get(key(level), ("", None))[1] if level else said
        if kind.named_by == "number" and (match := _NUMBER.match(name)) and key(name) not in self._places.named:
            return self._by_number(kind, _JOINT.sub("-", match[1]), name[match.end() :])
        stated = only if level else None
        own = self._own_candidates(kind, name, stated) or self._own_candidates(kind, bare, only)
        if own and all(candidate.score >= 0.95 for candidate in own):
            return own
        ruled = [
            Candidate(unit, 0.9, f"{self._places.shown(region.code)} is called so")
            for region in self._regions(kind, name, only if level else None)
            for unit in self._units_for(kind, region.code)
        ]
        if kind.seat_names:
            called = key(compose(kind, name, None))
            ruled = [replace(c, score=1.0) if key(c.unit.name) == called else c for c in ruled]
        known = {candidate.unit.id for candidate in own}
        return [*own, *(candidate for candidate in once(ruled) if candidate.unit.id not in known)]

    def _regions(self, kind: Kind, name: str, only: str | None) -> Iterator[Region]:
        """The regions a name may mean; a word taken for part of the kind may be part of the name."""
        yield from self._places.find(name, types=(only,) if only else ())
        if kind.by_region:
            for form in kind.forms:
                if form.startswith(kind.label + " "):
                    yield from self._places.find(f"{form[len(kind.label) :]} {name}", types=kind.regions)

    def _own_candidates(self, kind: Kind, name: str, only: str | None) -> list[Candidate]:
        found: dict[str, Candidate] = {}
        for id, said in self._names(kind.family).get(key(name), ()):
            unit = self._units.get(id)
            if unit is None or (only and not self._covers_type(id, only)):
                continue
            same = said == kind.id
            score = 1.0 if same and unit.type == kind.id else 0.95 if same else 0.8
            reason = "listed under this name" if same else f"listed as {unit.name}"
            if id not in found or found[id].score < score:
                found[id] = Candidate(unit, score, reason)
        best = [candidate for candidate in found.values() if candidate.score >= 0.95]
        return best or list(found.values())

    def _covers_type(self, id: str, only: str) -> bool:
        row = self._units.rows[id]
        first = row.region or ""
        return first in self._places.regions and self._places.regions[first].type == only

    def _units_for(self, kind: Kind, code: str) -> Iterator[Unit]:
        region = self._places.regions[code]
        if kind.named_by == "open" and not kind.also_by_region and not self._units.covering(kind.family, code):
            return
        if kind.named_by in ("unit", "number") and region.type == "kecamatan" and not kind.also_by_region:
            return
        if kind.named_by in ("unit", "number") and region.type == "province" and "province" not in kind.regions:
            rows = [id for id in self._units.covering(kind.family, code) if self._units.rows[id].region == code]
            for id in rows:
                if (unit := self._units.get(id)) is not None:
                    yield unit
            return
        for id in self._units.of_region(kind, code):
            unit = self._units.get(id)
            if unit is not None and (unit.region == code or id in self._units.rows):
                yield unit

    def _by_number(self, kind: Kind, number: str, rest: str) -> list[Candidate]:
        found = [
            Candidate(unit, 1.0, f"number {number}")
            for id, _ in self._names(kind.family).get(key(number), ())
            if (unit := self._units.get(id)) is not None and self._units.rows[id].number == number.upper()
        ]
        if found and key(rest):
            found += self._contradicting(kind, found, number, rest)
            if len(found) > 1:
                found = [replace(candidate, score=0.6) for candidate in found]
        if not found and kind.also_by_region and key(rest):
            found = self._numbered_by_region(kind, number, rest)
        if not found and (unit := self._units.get(f"{kind.id}-{number.lower()}")) is not None:
            found = [Candidate(unit, 0.9, f"number {number}")]
        if not found and number.isdigit() and (padded := number.zfill(_DIGITS)) != number:
            found = self._by_number(kind, padded, rest)  # "Kodim 714" is 0714, "Kodim 102/Panju" is not 0102/Pidie
            return [candidate for candidate in found if key(rest) in key(candidate.unit.name)]
        if not found and key(rest):
            found = [
                Candidate(unit, 0.95, f"listed as {unit.name}")
                for id, _ in self._names(kind.family).get(key(f"{number}{rest}"), ())
                if (unit := self._units.get(id)) is not None
            ]
        return once(found)

    def _contradicting(self, kind: Kind, found: list[Candidate], number: str, rest: str) -> list[Candidate]:
        """The units that bear the name, when the one with the number does not."""
        names = self._names(kind.family)
        named = {id for id, _ in names.get(key(f"{number}{rest}"), ()) or names.get(key(rest), ())}
        if not named or named & {candidate.unit.id for candidate in found}:
            return []
        return [
            Candidate(unit, 0.6, f"called so, but its number is {self._units.rows[id].number}")
            for id in sorted(named)
            if (unit := self._units.get(id)) is not None
        ]

    def _numbered_by_region(self, kind: Kind, number: str, rest: str) -> list[Candidate]:
        """A Koramil: its number begins with that of its Kodim, its name is that of a kecamatan there."""
        above = self._units.rows.get(f"{kind.parents[0]}-{number.split('-')[0]}") if kind.parents else None
        within = above.covers if above is not None and "-" in number else ()
        found = []
        for region in self._places.find(rest.strip(" /"), types=kind.regions, within=within):
            unit = self._units.get(f"{kind.prefix}-{region.code}")
            if unit is not None:
                said = rest.strip(" /")
                name = compose(kind, f"{number}/{self._places.base(region) if said.isupper() else said}", None)
                aliases = tuple(dict.fromkeys((unit.name, *unit.aliases)))
                found.append(Candidate(replace(unit, name=name, aliases=aliases), 0.95, f"number {number}"))
        return found


def once(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without those of a unit that came before."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.unit.id, candidate)
    return list(found.values())


def _without_form(written: str, forms: list[tuple[str, str]], type: str) -> Iterator[tuple[str, str]]:
    """The name without the word of its kind, and which kind that word names."""
    low = lower(written)
    matched = False
    for form, kind in forms:
        if low.startswith(form + " ") or low == form:
            yield written[len(form) :].strip(), kind
            matched = True
    if not matched:
        yield written, type


def _parts(rest: str, number: str) -> Iterator[str]:
    """The ways to say a unit's own name: whole, its number, its name without the number unless that is too short."""
    yield rest
    if not number:
        return
    yield number
    name = re.sub(rf"^{re.escape(number)}\s*/?\s*", "", rest)
    if len(key(name)) > 3 or not name.isupper():
        yield name
