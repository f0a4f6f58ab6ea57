"""`kg link`: lines of `kg extract` → the same lines with canonical ids, by article."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.deciding import decisions_option
from kg.errors import UsageError


@click.command()
@click.argument("source", metavar="[FILE]", default="-")
@decisions_option()
def command(source: str, decisions: Path) -> None:
    """Link entities and events across articles.

    FILE has JSON Lines of `kg extract`; `-`, or none, is standard input. Each line comes out with canonical ids,
    sorted by article; `local` keeps the article's own id, `reasons` say why, `possible` names what a person should
    decide.
    """
    from click.core import ParameterSource

    from kg.linking.decisions import read_decisions
    from kg.linking.link import link
    from kg.records import read_records, to_line

    given = click.get_current_context().get_parameter_source("decisions") is ParameterSource.COMMANDLINE
    if given and not decisions.is_file():
        raise UsageError("no such file", where=str(decisions), hint="give a file of decisions, or leave the option out")
    if source == "-":
        records = list(read_records(sys.stdin, "-"))
    else:
        path = Path(source)
        if not path.is_file():
            raise UsageError("no such file", where=source, hint="give a file of `kg extract`, or - for standard input")
        with path.open(encoding="utf-8") as file:
            records = list(read_records(file, source))
    for record in link(records, decisions=read_decisions(decisions)):
        click.echo(to_line(record))
