"""`kg export`: linked records or a built folder → one file of a format, on stdout or in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from kg.export.formats import FORMATS, write
from kg.graph.terms import DEFAULT_BASE


@click.command(name="export", epilog="Formats: " + "; ".join(f"{name}: {f.about}" for name, f in FORMATS.items()) + ".")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("source", metavar="[FOLDER|FILE|-]", default="output")
@click.option(
    "-o", "--output", "target", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else stdout."
)
@click.option(
    "--base-iri", default=DEFAULT_BASE, show_default=True, help="Namespace of the resources, of a publisher's own."
)
@click.option("--licence", help="IRI of the licence that the description of the data set names.")
@click.option(
    "--graph",
    type=click.Choice(["participation", "persons", "institutions", "cooccurrence"]),
    help="Ties of `actors`, as `kg stats` names them.",
)
def command(
    format_name: str, source: str, target: Path | None, base_iri: str, licence: str | None, graph: str | None
) -> None:
    """Write the graph in FORMAT, from a built folder, its statements.jsonl, or lines of `kg link` (-).

    \b
    kg extract articles/ | kg link - | kg export turtle - > graph.ttl
    kg export actors output/ --graph cooccurrence -o actors.graphml
    kg export trig output/ --base-iri https://data.example.org/id/ -o graph.trig
    """
    out: Path | BinaryIO = target if target and str(target) != "-" else sys.stdout.buffer
    if graph is not None and "graph" not in FORMATS[format_name].options:
        raise click.UsageError(f"--graph is for actors, not for {format_name}")
    write(format_name, source, out, base_iri=base_iri, licence=licence, graph=graph)
    if not isinstance(out, Path):
        out.flush()
