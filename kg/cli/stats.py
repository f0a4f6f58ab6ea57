"""`kg stats`: the figures of a built graph, as tables for people or data for programs."""

from __future__ import annotations

from typing import Any

import click

from kg.graph.statistics import SECTIONS


@click.command(short_help="Count, rank and compare what is in the graph.")
@click.argument("source", metavar="[OUTPUT]", default="output")
@click.option(
    "-s", "--section", "names", multiple=True, type=click.Choice(SECTIONS), help="Only this; may be repeated."
)
@click.option("-a", "--all", "everything", is_flag=True, help="Every section, as the other formats have it.")
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
@click.option(
    "--within",
    type=click.Choice(["everywhere", "region"]),
    default="everywhere",
    show_default=True,
    help="Chance mixes all actors, or those of events in one region: then neighbours are no surprise.",
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
    """Figures of the graph in OUTPUT, a folder that `kg build` wrote (default: output), or - for its statements on
    stdin: the gist on one screen, a section that is asked for, or all of them.

    Two actors are tied when both took part in the same held event, by an accepted claim; an institution takes part
    itself or through the holder of its post. An event of n actors gives each pair the weight 1/(n-1) (Newman).

    \b
    contents      articles, outlets, months, regions, entities, claims, events
    actors        degree: distinct others; strength (weighted degree): events with company;
                  betweenness: share of shortest paths through an actor; pagerank;
                  core: largest k of a group whose members all have k ties in it;
                  cut: leaving would split the component; conveners: who gathers whom
    structure     components, communities, density, assortativity, chain of command
    change        by month: new ties, and ties not seen again
    ties          pairs at the same events: observed, expected by chance, lift, p,
                  q (false discovery rate)
    cooccurrence  the same for pairs named in the same articles, which no text asserts
    stability     rank ranges when an outlet, an article or weak claims are left out
    coverage      outlet x regency x month
    silence       official units never seen, who never met whom, who misses every meeting

    docs/statistics.md has every definition with its source.
    """
    from kg.cli.tabular import show, show_overview
    from kg.cli.tracking import tracker
    from kg.graph.loading import load_base
    from kg.graph.statistics import sections
    from kg.graph.statistics.options import Options
    from kg.graph.statistics.overview import overview

    keys = ("graph", "by", "alpha", "within", "seed", "pivots", "engine")
    options = Options(top=given["top"] or None, **{key: given[key] for key in keys})
    names = given["names"] or SECTIONS
    with tracker(quiet=given["quiet"]) as track:
        base = load_base(given["source"])
        if given["form"] == "table" and not (given["names"] or given["only"] or given["everything"]):
            gist = overview(base, options, track=track)
        else:
            gist = None
            found = list(sections(base, options, names, track=track))
    if gist:
        show_overview(gist, language=given["lang"])
        return
    show(found, options, form=given["form"], language=given["lang"], only=given["only"])
