"""`kg report`: a page of figures, plots and quotes to print or to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command(short_help="A page of figures and plots to print.")
@click.argument("source", metavar="[OUTPUT]", default="output")
@click.option(
    "-o", "--output", default="report.html", show_default=True, help="File to write, .html or .md; - is stdout."
)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True)
@click.option("--title", help="Heading of the page.")
@click.option("-n", "--top", type=click.IntRange(min=1), default=10, show_default=True, help="Rows a table.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["html", "md"]), default="html", show_default=True, help="For stdout."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no message.")
def command(**given: Any) -> None:
    """A printable report on OUTPUT, a folder that `kg build` wrote (default: output): timeline, who matters, top ties
    with their quotes, communities, coverage, silence, method and limits. It needs no network to be read.
    """
    from kg.cli.tracking import tracker
    from kg.export.report import content_of, render, write_report
    from kg.graph.loading import load_base
    from kg.graph.statistics.options import Options

    with tracker(quiet=given["quiet"]) as track:
        base = load_base(given["source"])
        content = content_of(base, Options(top=given["top"]), track=track)
    if given["output"] == "-":
        click.echo(render(content, given["form"], given["lang"], given["title"]), nl=False)
        return
    path = Path(given["output"])
    write_report(content, path, given["lang"], given["title"])
    if not given["quiet"]:
        click.echo(f"wrote {path}", err=True)
