"""`kg office`: who held an office, when, and which articles say so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.days import given_day
from kg.cli.folders import names_and_folder

if TYPE_CHECKING:
    from kg.graph.holders import Holder
    from kg.graph.knowledge_base import KnowledgeBase
    from kg.graph.tenures import Tenure, Timeline


@click.command(short_help="Who held an office, when, and who says so.")
@click.argument("name", metavar="OFFICE")
@click.argument("source", metavar="[OUTPUT]", required=False)
@click.option("--in", "-o", "folder", metavar="OUTPUT", help="The same as the argument OUTPUT.")
@click.option("--on", "day", metavar="DATE", callback=given_day, help="Only the holder on that day (2024-08-30).")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name: str, source: str | None, folder: str | None, day: str | None, form: str) -> None:
    """The line of holders of OFFICE ("Kapolsek Banjarangkan").

    OUTPUT is a folder that `kg build` wrote (default: output).

    A sighting proves a day; gaps and overlaps are shown as they are. With --on, the answer is certain, probable or
    unknown, and says why.
    """
    from kg.graph.holders import holder_on
    from kg.graph.loading import load_base
    from kg.graph.offices import find_office
    from kg.graph.tenures import timeline

    (name,), found = names_and_folder([name], source)
    base = load_base(folder or found)
    line = timeline(base, find_office(base, name))
    if form == "json":
        value = _plain(base, line) if day is None else _plain_holder(base, line, holder_on(line, day))
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
        return
    shown = _lines(base, line) if day is None else _holder(base, line, holder_on(line, day))
    for text in shown:
        click.echo(text)


def _head(base: KnowledgeBase, line: Timeline) -> str:
    return f"{line.office.label}, {base.entities[line.office.institution].name}"


def _lines(base: KnowledgeBase, line: Timeline) -> Iterator[str]:
    from kg.cli.tabular import printable

    yield printable(_head(base, line))
    if not line.tenures:
        yield "  no holder is known"
    gaps = {gap.before: gap for gap in line.gaps}
    for tenure in line.tenures:
        gap = gaps.pop(tenure.first or "", None)
        if gap:
            yield f"  {gap.after} … {gap.before}  nothing known ({gap.days} days)"
        yield from (printable(text) for text in _tenure(base, tenure))
    for overlap in line.overlaps:
        names = " and ".join(base.entities[person].name for person in overlap.persons)
        yield printable(f"  at once: {names}, {overlap.first} to {overlap.last}")


def _tenure(base: KnowledgeBase, tenure: Tenure) -> Iterator[str]:
    person = base.entities[tenure.person]
    when = (
        f"{tenure.first or '?'} – {tenure.last or '?'}"
        if tenure.first != tenure.last
        else tenure.first or "day not known"
    )
    title = " ".join(part for part in (tenure.acting, tenure.rank, person.name) if part)
    mark = "  [conflict]" if tenure.status == "conflict" else ""
    yield f"  {when}  {title}  ({tenure.person}){mark}"
    for label, day in (("from", tenure.start), ("until", tenure.end), ("called former from", tenure.left_by)):
        if day:
            yield f"      {label} {day}, as sources say"
    for sighting in tenure.sightings:
        yield f"      {sighting.day}  {sighting.article}"
    if not tenure.sightings:
        articles = sorted({shown.article for claim in tenure.postings for shown in base.postings[claim].evidence})
        yield f"      {', '.join(articles)}"
    for note in tenure.notes:
        yield f"      ! {note}"


def _holder(base: KnowledgeBase, line: Timeline, holder: Holder) -> Iterator[str]:
    from kg.cli.tabular import printable

    names = ", ".join(
        f"{f'{acting} ' if acting else ''}{base.entities[person].name} ({person})"
        for person, acting in zip(holder.persons, holder.acting, strict=True)
    )
    yield printable(f"{_head(base, line)}, {holder.day}: {holder.certainty}" + (f": {names}" if names else ""))
    yield f"  {holder.why}"
    for article in holder.articles:
        yield printable(f"  {article}")


def _plain(base: KnowledgeBase, line: Timeline) -> dict[str, object]:
    return {
        "office": line.office.label,
        "institution": line.office.institution,
        "holders": [
            asdict(tenure) | {"name": base.entities[tenure.person].name, "first": tenure.first, "last": tenure.last}
            for tenure in line.tenures
        ],
        "gaps": [asdict(gap) for gap in line.gaps],
        "overlaps": [asdict(overlap) for overlap in line.overlaps],
    }


def _plain_holder(base: KnowledgeBase, line: Timeline, holder: Holder) -> dict[str, object]:
    names = [base.entities[person].name for person in holder.persons]
    return {"office": line.office.label, "institution": line.office.institution} | asdict(holder) | {"names": names}
