"""`kg lookup NAME`: which institution or region a name means, its chain of command, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kg.cli.days import given_day
from kg.cli.tabular import printable
from kg.errors import UsageError
from kg.lexicon.ambiguity import ambiguities
from kg.lexicon.compile import Lexicon, load_lexicon
from kg.lexicon.gazetteer import Resolution, Unit
from kg.lexicon.phrases import Phrase, read_phrase
from kg.reading.decoding import storable


@click.command("lookup")
@click.argument("name", required=False)
@click.option("--near", multiple=True, metavar="REGION", help="A region the text is about: its code or its name.")
@click.option(
    "--on",
    metavar="DATE",
    callback=given_day,
    help="The day that counts for superiors, as 2024-08-30. Default: today's.",
)
@click.option("--ambiguous", is_flag=True, help="List the names that several bodies bear, as tab-separated lines.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--ontology", type=click.Path(path_type=Path), help="Another ontology folder.")
def command(
    name: str | None, near: tuple[str, ...], on: str | None, *, ambiguous: bool, as_json: bool, ontology: Path | None
) -> None:
    """Say which institution NAME means, and why: candidates, code, chain of command; NIL where it can't be told.

    kg lookup "Polres Pangkep" · kg lookup "KPU Bima" --near 52.72 · kg lookup "Kodam Hasanuddin" --on 2024-08-30 ·
    kg lookup --ambiguous --near 52
    """
    if ambiguous == (name is not None):
        raise UsageError("give a name, or --ambiguous", hint='try: kg lookup "Polres Pangkep"')
    lexicon = load_lexicon(ontology)
    if name is None:
        _ambiguities(lexicon, near)
        return
    name = storable(name)[0]  # bytes that are not UTF-8 come as halves of characters
    codes = tuple(code for text in near for code in _codes(lexicon, text))
    phrase = read_phrase(lexicon, name)
    if phrase is None:
        found: dict[str, Any] = {
            "query": name,
            "unit": None,
            "reason": "no kind of institution, office or region is named",
        }
    elif phrase.type is None:
        found = _regions(lexicon, name, phrase)
    else:
        resolution = lexicon.gazetteer.resolve(phrase.type, phrase.name, near=codes, level=phrase.level, on=on)
        found = _institution(lexicon, name, phrase, resolution, on)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for line in _lines(found):
        click.echo(printable(line))


def _ambiguities(lexicon: Lexicon, near: tuple[str, ...]) -> None:
    """Print name, reason and identifiers of every shared name; with `near`, of those that a region there bears."""
    codes = [code for text in near for code in _codes(lexicon, text)]
    for found in ambiguities(lexicon.gazetteer):
        regions = [unit.region for id in found.units if (unit := lexicon.gazetteer.unit(id)) and unit.region]
        if not codes or any(lexicon.gazetteer.within(region, code) for region in regions for code in codes):
            click.echo("\t".join((found.name, found.reason, " ".join(found.units))))


def _codes(lexicon: Lexicon, text: str) -> list[str]:
    if lexicon.gazetteer.region(text) is not None:
        return [text]
    named = [region.code for region in lexicon.gazetteer.regions_named(text)]
    if not named:
        raise UsageError(f"no region is called {text!r}", hint="give its Kemendagri code, such as 52.72, or its name")
    return named


def _regions(lexicon: Lexicon, query: str, phrase: Phrase) -> dict[str, Any]:
    shown = [
        {
            "code": region.code,
            "name": lexicon.gazetteer.region_name(region.code),
            "official": region.name,
            "in": [lexicon.gazetteer.region_name(code) for code in _above(region.code)],
            "lat": region.lat,
            "lon": region.lon,
        }
        for region in phrase.regions
    ]
    reason = "the only region of this name" if len(shown) == 1 else f"{len(shown)} regions are called so"
    return {"query": query, "regions": shown, "reason": reason}


def _above(code: str) -> Iterator[str]:
    while "." in code:
        code = code.rpartition(".")[0]
        yield code


def _institution(
    lexicon: Lexicon, query: str, phrase: Phrase, resolution: Resolution, on: str | None
) -> dict[str, Any]:
    unit = resolution.unit
    concept = lexicon.ontology.concepts[lexicon.gazetteer.resolver.kind_of(phrase.type or "")]
    found: dict[str, Any] = {
        "query": query,
        "kind": concept.label(),
        "post": lexicon.ontology.concepts[phrase.post].label() if phrase.post else None,
        "unit": None if unit is None else _unit(lexicon, unit),
        "chain": [] if unit is None else [_unit(lexicon, above) for above in _chain(lexicon, unit, on)],
        "reason": resolution.reason,
        "candidates": [
            {**_unit(lexicon, candidate.unit), "score": candidate.score, "reason": candidate.reason}
            for candidate in resolution.candidates
        ],
    }
    if unit is None:
        found["composed"] = lexicon.gazetteer.compose(phrase.type or "", phrase.name, phrase.level)
    return found


def _chain(lexicon: Lexicon, unit: Unit, on: str | None) -> tuple[Unit, ...]:
    return lexicon.gazetteer.chain(unit.id, on)[1:]


def _unit(lexicon: Lexicon, unit: Unit) -> dict[str, Any]:
    region = lexicon.gazetteer.region_name(unit.region) if unit.region else None
    return {
        "id": unit.id,
        "name": unit.name,
        "class": unit.cls,
        "region": unit.region,
        "region_name": region,
        "aliases": list(unit.aliases),
    }


def _lines(found: dict[str, Any]) -> Iterator[str]:
    if "regions" in found:
        yield f"{found['query']}: {found['reason']}"
        for region in found["regions"]:
            inside = f", {', '.join(region['in'])}" if region["in"] else ""
            yield f"  {region['code']:<9} {region['name']}{inside}"
        return
    unit = found["unit"]
    if unit is None:
        yield f"NIL  {found['query']}"
    else:
        region = f"  {unit['region_name']} ({unit['region']})" if unit["region"] else ""
        yield f"{unit['name']}  [{unit['id']}]  {unit['class']}{region}"
    yield f"  why: {found['reason']}"
    for above in found.get("chain", ()):
        yield f"  under: {above['name']}  [{above['id']}]"
    if unit is not None and unit["aliases"]:
        yield f"  also: {'; '.join(unit['aliases'][:8])}"
    others = [c for c in found.get("candidates", ()) if unit is None or c["id"] != unit["id"]]
    for other in others:
        region = f"  {other['region_name']} ({other['region']})" if other["region"] else ""
        yield f"  candidate: {other['name']}  [{other['id']}]{region}  {other['score']:.2f}  {other['reason']}"
