"""`kg validate`: a graph → what breaks the shapes, with article and sentence; exit code 1 when anything does."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from kg.cli.terminal import plain
from kg.graph.store import find_source
from kg.graph.validation import Finding, validate


@click.command(name="validate")
@click.argument("graph", metavar="[FOLDER|FILE|-]", default="output")
@click.option("--shapes", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Other SHACL shapes.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="en", show_default=True, help="Language of messages.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@click.pass_context
def command(ctx: click.Context, graph: str, shapes: Path | None, lang: str, *, as_json: bool) -> None:
    """Check a graph against the SHACL shapes of the ontology.

    Violations end with exit code 1; warnings are shown and pass.
    """
    findings = validate(find_source(graph), shapes=shapes, lang=lang)
    for finding in findings:
        if as_json:
            click.echo(json.dumps(dataclasses.asdict(finding), ensure_ascii=False))
        else:
            click.echo(_told(finding))
    violations = sum(finding.severity == "Violation" for finding in findings)
    warnings = len(findings) - violations
    click.echo(
        f"{violations} violation{'' if violations == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}",
        err=True,
    )
    ctx.exit(1 if violations else 0)


def _told(finding: Finding) -> str:
    name = f"{plain(finding.label)} <{plain(finding.focus)}>" if finding.label else f"<{plain(finding.focus)}>"
    lines = [f"{finding.severity}: {plain(finding.message)}", f"  about {name}"]
    lines += [f"  value {plain(finding.value)}"] if finding.value else []
    for place in finding.places:
        title = plain(place.title) or "no title"
        lines.append(f"  in {title} <{plain(place.article)}>, characters {place.start} to {place.end}:")
        lines.append(f"    “{plain(place.quote)}”")
    return "\n".join(lines)
