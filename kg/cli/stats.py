"""`kg stats`: the figures of a built graph, as tables for people or data for programs."""

from __future__ import annotations

from typing import Any

import click

from kg.graph.statistics import SECTIONS


@click.command(short_help="Count, rank and compare what is in the graph.")
@click.argument("source", metavar="OUTPUT")
@click.option(
    "-s", "--section", "names", multiple=True, type=click.Choice(SECTIONS), help="Only this; may be repeated."
)
@click.option("-t", "--table", "only", help="Only this table of the section.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "json", "csv", "md"]), default="table", show_default=True
)
@click.option(
    "--graph",
    type=click.Choice(["participation", "persons", "institutions", "cooccurrence"]),
    default="participation",
    show_default=True,
    help="Ties that rankings and structure are about.",
)
@click.option(
    "--by",
    type=click.Choice(["strength", "degree", "betweenness", "pagerank"]),
    default="strength",
    show_default=True,
    help="What the ranking is ordered by.",
)
@click.option("-n", "--top", type=click.IntRange(min=0), default=10, show_default=True, help="Rows a table; 0 is all.")
@click.option(
    "--alpha", type=click.FloatRange(0, 1, min_open=True), default=0.05, show_default=True, help="False discovery rate."
)
@click.option("--pivots", type=click.IntRange(min=2), help="Start betweenness at so many actors instead of all.")
@click.option(
    "--engine",
    type=click.Choice(["default", "networkit"]),
    default="default",
    show_default=True,
    help="networkit: exact betweenness on any size.",
)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--lang", type=click.Choice(["en", "id"]), default="en", show_default=True, help="Language of headings.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def command(**given: Any) -> None:
    """Figures of the graph in OUTPUT, a folder that `kg build` wrote, or - for its statements on stdin."""
    from kg.cli.tabular import show
    from kg.cli.tracking import tracker
    from kg.graph.loading import load_base
    from kg.graph.statistics import sections
    from kg.graph.statistics.options import Options

    options = Options(
        graph=given["graph"], top=given["top"] or None, by=given["by"], alpha=given["alpha"], seed=given["seed"],
        pivots=given["pivots"], engine=given["engine"],
    )  # fmt: skip
    names = given["names"] or SECTIONS
    with tracker(quiet=given["quiet"]) as track:
        base = load_base(given["source"])
        found = list(sections(base, options, names, track=track))
    show(found, options, form=given["form"], language=given["lang"], only=given["only"])
