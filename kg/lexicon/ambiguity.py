"""Every unit and body of a gazetteer → the names by which texts know it, and those names that several share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.lexicon.gazetteer import Gazetteer, Unit
from kg.lexicon.kinds import REGENCY_TYPES, Kind
from kg.lexicon.letters import key


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """One name that several institutions bear: only the region of the text tells which is meant."""

    name: str
    units: tuple[str, ...]
    reason: str


def all_units(gazetteer: Gazetteer, kinds: Iterable[str] = ()) -> Iterator[Unit]:
    """Every listed unit, national body, and body that a rule gives to a region; of some kinds, or of all."""
    wanted = set(kinds) or set(gazetteer.kinds)
    yield from (unit for unit in gazetteer.listed() if unit.type in wanted)
    for kind in sorted(gazetteer.kinds.values(), key=lambda kind: kind.id):
        if kind.id not in wanted or not kind.by_region or kind.children:
            continue
        for code, region in gazetteer.places.regions.items():
            id = f"{kind.prefix}-{code}"
            if region.type not in kind.regions or id in gazetteer.units.rows:
                continue
            if (unit := gazetteer.unit(id)) is not None and unit.type == kind.id:
                yield unit


def names_of(unit: Unit) -> tuple[str, ...]:
    """The canonical name of a unit and its other names."""
    return tuple(dict.fromkeys((unit.name, *unit.aliases)))


def ambiguities(gazetteer: Gazetteer, kinds: Iterable[str] = ()) -> Iterator[Ambiguity]:
    """The names that more than one unit bears, in order, with the reason."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    written: dict[str, str] = {}
    for unit in all_units(gazetteer, kinds):
        for name in (*names_of(unit), *_bare_names(gazetteer, unit)):
            written.setdefault(key(name), name)
            bearers[key(name)][unit.id] = unit.region or ""
    for folded in sorted(bearers):
        units = bearers[folded]
        if len(units) > 1:
            yield Ambiguity(written[folded], tuple(sorted(units)), _reason(gazetteer, list(units.values())))


def _bare_names(gazetteer: Gazetteer, unit: Unit) -> Iterator[str]:
    """The name without the level word: for twins it is no name to show, but texts use it."""
    region = gazetteer.region(unit.region or "")
    kind = gazetteer.kinds[unit.type]
    if region is None or not kind.by_region:
        return
    forms = list(_national_forms(gazetteer, kind))
    if region.code in gazetteer.places.twins:
        forms += [*kind.shown[:3], *gazetteer.kinds[kind.family].shown[:3]]
    for form in dict.fromkeys(forms):
        yield f"{form} {gazetteer.places.base(region)}"


def _national_forms(gazetteer: Gazetteer, kind: Kind) -> Iterator[str]:
    """The words of the national body, by which a local office is known too: "BIN Jambi"."""
    for national in gazetteer.kinds.values():
        if national.local is None:
            continue
        local = gazetteer.kinds[national.local]
        if kind.id in (local.id, local.lower, local.otherwise):
            yield from national.shown[:3]


def _reason(gazetteer: Gazetteer, codes: list[str]) -> str:
    types = sorted({region.type for code in codes if (region := gazetteer.region(code)) is not None})
    if types == ["kecamatan"]:
        return f"{len(codes)} kecamatan share the name"
    if set(types).issuperset(REGENCY_TYPES):
        return "a kabupaten and a kota share the name"
    if "province" in types and len(types) > 1:
        return "a province and a region in it share the name"
    return f"{len(codes)} units share the name"
