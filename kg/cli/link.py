"""`kg link`: lines of `kg extract` → the same lines with canonical ids, by article."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.deciding import replayed_decisions
from kg.cli.telling import tell_issues
from kg.errors import UsageError
from kg.model import Issue


@click.command()
@click.argument("source", metavar="[FILE]", default="-")
@replayed_decisions
def command(source: str, decisions: Path) -> None:
    """Link entities and events across articles.

    FILE has JSON Lines of `kg extract`; `-`, or none, is standard input. Each line comes out with canonical ids,
    sorted by article; `local` keeps the article's own id, `reasons` say why, `possible` names what a person should
    decide.
    """
    from kg.linking.decisions import read_decisions
    from kg.linking.link import link
    from kg.record_checks import decoded, read_records
    from kg.records import to_line

    if source == "-":
        records = list(read_records(decoded(sys.stdin.buffer, "-"), "-"))
    else:
        path = Path(source)
        if not path.is_file():
            raise UsageError("no such file", where=source, hint="give a file of `kg extract`, or - for standard input")
        with path.open("rb") as file:
            records = list(read_records(decoded(file, source), source))
    issues: list[Issue] = []
    for record in link(records, decisions=read_decisions(decisions), problems=issues.append):
        click.echo(to_line(record))
    tell_issues(issues)
