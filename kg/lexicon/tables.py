"""The CSV tables of the ontology → Regions, abbreviations and listed units; every wrong row is reported in one run."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.lexicon.kinds import DEPTH
from kg.model import Region
from kg.ontology_files import Problems

_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2})?)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short, former or seat name of one region, or of several. Weak ones need an institution in front."""

    text: str
    regions: tuple[str, ...]
    kind: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A listed unit as the table has it."""

    id: str
    type: str
    number: str
    name: str
    aliases: tuple[str, ...]
    region: str | None
    covers: tuple[str, ...]
    parent: str
    parent_before: str
    changed: str
    special: str


@dataclass(frozen=True)
class Tables:
    """What the tables hold: regions by code, the names of the news for them, abbreviations, listed units."""

    regions: Mapping[str, Region]
    shown: Mapping[str, str]
    abbreviations: tuple[Abbreviation, ...]
    units: tuple[Row, ...]


def read_tables(root: Path, kinds: Sequence[str], problems: Problems) -> Tables:
    """Read regions.csv, abbreviations.csv and units/*.csv below the ontology's folder.

    Every wrong row is added to the problems with its line: unknown code, duplicate, missing parent, no region.
    """
    regions, shown = _regions(root / "regions.csv", problems)
    abbreviations = tuple(_abbreviations(root / "abbreviations.csv", regions, problems))
    units = _units(root / "units", regions, frozenset(kinds), problems)
    return Tables(regions, shown, abbreviations, units)


def _rows(path: Path, needed: Sequence[str], problems: Problems) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if missing := [name for name in needed if name not in header]:
                problems.add(path, 1, f"columns are missing: {', '.join(missing)}")
                return
            for cells in reader:
                if len(cells) != len(header):
                    problems.add(path, reader.line_num, f"{len(cells)} cells where the header has {len(header)}")
                else:
                    yield reader.line_num, dict(zip(header, cells, strict=True))
    except FileNotFoundError:
        problems.add(path, 1, "the table is missing")
    except (UnicodeDecodeError, csv.Error) as error:
        problems.add(path, 1, f"not a CSV table in UTF-8: {error}")


def _regions(path: Path, problems: Problems) -> tuple[dict[str, Region], dict[str, str]]:
    regions: dict[str, Region] = {}
    shown: dict[str, str] = {}
    lines: dict[str, int] = {}
    for line, row in _rows(path, ("code", "name", "type", "shown", "lat", "lon"), problems):
        code, kind = row["code"], row["type"]
        if not _CODE.fullmatch(code) or DEPTH.get(kind) != code.count(".") + 1:
            problems.add(path, line, f"{code!r} is no code of a {kind or 'region without type'}")
        elif code in regions:
            problems.add(path, line, f"code {code} is also in line {lines[code]}")
        elif not row["name"].strip():
            problems.add(path, line, f"region {code} has no name")
        else:
            parent = code.rpartition(".")[0] or None
            lines[code] = line
            lat, lon = (_degrees(row[axis], path, line, problems) for axis in ("lat", "lon"))
            regions[code] = Region(f"region/{code}", code, row["name"], kind, parent, lat, lon)
            if row["shown"]:
                shown[code] = row["shown"]
    for code, region in regions.items():
        if region.parent is not None and region.parent not in regions:
            problems.add(path, lines[code], f"region {code} has no region {region.parent} above it")
    return regions, shown


def _degrees(text: str, path: Path, line: int, problems: Problems) -> float | None:
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        problems.add(path, line, f"{text!r} is no number of degrees")
        return None


def _abbreviations(path: Path, regions: Mapping[str, Region], problems: Problems) -> Iterator[Abbreviation]:
    seen: dict[tuple[str, str], int] = {}
    for line, row in _rows(path, ("abbreviation", "regions", "kind", "weak"), problems):
        codes = tuple(code for code in row["regions"].split(";") if code)
        for code in codes:
            if code not in regions:
                problems.add(path, line, f"{row['abbreviation']!r}: no region {code}")
        if not codes or not row["abbreviation"].strip():
            problems.add(path, line, "an abbreviation needs its text and a region")
        if row["kind"] not in ("variant", "former", "seat", "several"):
            problems.add(path, line, f"kind {row['kind']!r} is none of variant, former, seat, several")
        if (other := seen.setdefault((row["abbreviation"], row["regions"]), line)) != line:
            problems.add(path, line, f"{row['abbreviation']!r} is also in line {other}")
        yield Abbreviation(row["abbreviation"], codes, row["kind"], row["weak"] == "yes")


_CODED = re.compile(r"-(\d\d(?:\.\d\d)+)$")  # identifiers that end with the code of a region
_UNIT_COLUMNS = (
    "id", "type", "number", "name", "aliases", "region", "covers", "parent", "parent_before", "changed", "special",
    "source", "confidence",
)  # fmt: skip


def _units(folder: Path, regions: Mapping[str, Region], kinds: frozenset[str], problems: Problems) -> tuple[Row, ...]:
    found: dict[str, Row] = {}
    places: dict[str, tuple[Path, int]] = {}
    numbers: dict[tuple[str, str], tuple[Path, int]] = {}
    for path in sorted(p for p in folder.glob("*.csv") if p.is_file()):
        for line, cells in _rows(path, _UNIT_COLUMNS, problems):
            row = _row(cells)
            places.setdefault(row.id, (path, line))
            if row.id in found:
                problems.add(path, line, f"{row.id!r} is also in {places[row.id][0]}:{places[row.id][1]}")
            if row.number and (other := numbers.setdefault((row.type, row.number), (path, line))) != (path, line):
                problems.add(path, line, f"number {row.number} of {row.type} is also in {other[0]}:{other[1]}")
            for message in _faults(row, cells, regions, kinds):
                problems.add(path, line, message)
            found[row.id] = row
    for row in found.values():
        for parent in filter(None, (row.parent, row.parent_before)):
            if parent not in found and parent not in kinds:
                problems.add(*places[row.id], f"{row.id}: its parent {parent!r} is no listed unit")
            elif _loops(row.id, found):
                problems.add(*places[row.id], f"{row.id}: its chain of parents comes back to itself")
    return tuple(found.values())


def _row(cells: Mapping[str, str]) -> Row:
    codes = tuple(code for code in cells["covers"].split(";") if code)
    return Row(
        id=cells["id"],
        type=cells["type"],
        number=cells["number"],
        name=cells["name"],
        aliases=tuple(alias.strip() for alias in cells["aliases"].split("|") if alias.strip()),
        region=cells["region"] or None,
        covers=codes,
        parent=cells["parent"],
        parent_before=cells["parent_before"],
        changed=cells["changed"],
        special=cells["special"],
    )


def _faults(row: Row, cells: Mapping[str, str], regions: Mapping[str, Region], kinds: frozenset[str]) -> Iterator[str]:
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*", row.id):
        yield f"{row.id!r} is no identifier"
    if row.type not in kinds:
        yield f"{row.id}: {row.type!r} is no kind of institution"
    if not row.name.strip():
        yield f"{row.id} has no name"
    yield from _misplaced(row, regions)
    if row.parent_before and not row.changed:
        yield f"{row.id}: parent_before needs the date under changed"
    if row.changed and not _DATE.fullmatch(row.changed):
        yield f"{row.id}: {row.changed!r} is no date such as 2024-12-01"
    if not cells["source"] or not cells["confidence"]:
        yield f"{row.id} has no source or no confidence"


def _misplaced(row: Row, regions: Mapping[str, Region]) -> Iterator[str]:
    """What is wrong with where a unit is."""
    for code in (*row.covers, *([row.region] if row.region else [])):
        if code not in regions:
            yield f"{row.id}: no region {code}"
    coded = _CODED.search(row.id)
    if coded and row.region and "." in coded[1] and not row.region.startswith(coded[1]):
        yield f"{row.id}: the code in its id is not that of its region {row.region}"
    if not row.region and row.special != "no region":
        yield f"{row.id} has no region: give its code, or write 'no region' under special"


def _loops(start: str, units: Mapping[str, Row]) -> bool:
    seen, at = {start}, units[start].parent
    while at in units:
        if at in seen:
            return True
        seen.add(at)
        at = units[at].parent
    return False
