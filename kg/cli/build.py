"""`kg build`: articles → everything in the output folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from kg.cli.deciding import replayed_decisions
from kg.cli.telling import tell_issues
from kg.model import Article

_INTERRUPTED = 130  # as a shell counts Ctrl+C


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("output"), show_default=True
)
@replayed_decisions
@click.option("--base-iri", default=None, help="Where the resources of the RDF live (default https://kg.example/id/).")
@click.option("--no-html", is_flag=True, help="Leave graph.html out.")
@click.option(
    "--html-nodes", type=click.IntRange(1), default=None, metavar="N",
    help="Nodes that graph.html holds at most, the most connected first (default 250000).",
)  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1), default=None, help="Processes that read (default: one a core).")
@click.option(
    "--engine",
    type=click.Choice(("local", "duckdb", "spark")),
    default="local",
    show_default=True,
    help="What does the work: this machine, this machine with duckdb to sort what was found, or Apache Spark.",
)
@click.option("--master", default=None, metavar="URL", help="Master of --engine spark (default local[*]).")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    paths: tuple[str, ...],
    output: Path,
    decisions: Path,
    base_iri: str | None,
    no_html: bool,  # noqa: FBT001 - click's flag
    html_nodes: int | None,
    jobs: int | None,
    engine: str,
    master: str | None,
    quiet: bool,  # noqa: FBT001 - click's flag
) -> None:
    """Build the knowledge graph of articles.

    PATH is as for `kg extract`. Written are statements.jsonl, graph.ttl, graph.html, graph.graphml, stats.json and
    issues.jsonl; the same articles give the same bytes, whatever their order, and whichever engine reads them.
    """
    import os

    from kg.pipeline.beside import get_ready

    workers = jobs or os.cpu_count() or 1
    if workers > 1 and engine != "spark":
        get_ready(paths)  # while this process loads the rest
    from kg.linking.decisions import read_decisions
    from kg.pipeline.build import Options, build

    if master is not None and engine != "spark":
        raise click.UsageError("--master is for --engine spark only")
    try:
        with _progress(paths, quiet=quiet) as (track, page):
            options = Options(decisions, base_iri, html=not no_html, html_nodes=html_nodes, jobs=workers, progress=page)
            if engine == "spark":
                from kg.pipeline.spark.build import build as build_with_spark

                result = build_with_spark(paths, output, options, master=master or "local[*]")
            else:
                if engine == "duckdb":
                    from kg.pipeline.duckdb_groups import DuckGroups

                    options = replace(options, sorter=DuckGroups)
                result = build(paths, output, options, track=track)
    except KeyboardInterrupt:
        click.echo("Stopped. Run it again, and it goes on from here.", err=True)
        sys.exit(_INTERRUPTED)
    if not quiet:
        tell_issues(result.issues)
        if known := len(read_decisions(decisions)):
            click.echo(f"{_counted(known, 'decision', 'decisions')} of {decisions} replayed", err=True)
        older = output / "graph.html"
        if no_html and older.exists():
            click.echo(f"{older} is of an earlier build: remove it, or build without --no-html", err=True)
        click.echo(
            ", ".join(
                (
                    _counted(result.articles, "article", "articles"),
                    _counted(result.entities, "entity", "entities"),
                    _counted(result.events, "event", "events"),
                    _counted(result.claims, "claim", "claims"),
                    _counted(len(result.issues), "issue", "issues"),
                )
            )
            + f" → {output}",
            err=True,
        )
        if sys.stderr.isatty():
            first = "" if no_html else f"open {output / 'graph.html'} in a browser, or try: "
            click.echo(f"{first}kg stats {output}", err=True)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


@contextmanager
def _progress(
    paths: Sequence[str], *, quiet: bool
) -> Iterator[tuple[Callable[[Iterable[Article]], Iterable[Article]] | None, Callable[[str, int, int], None] | None]]:
    """Two functions, for a terminal only: one wraps the articles as they go by, one is told how far the rest is."""
    if quiet or not sys.stderr.isatty():
        yield None, None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        Task,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(TextColumn):
        """How many a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.0f}/s" if speed else "", style="dim")

    columns = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn(), Rate(""),
        TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def track(articles: Iterable[Article]) -> Iterator[Article]:
            from kg.reading.counting import about

            task = bar.add_task("reading articles", total=about(paths))
            for article in articles:
                yield article
                bar.advance(task)
            bar.update(task, total=bar.tasks[task].completed)

        steps: dict[str, TaskID] = {}

        def page(step: str, done: int, total: int) -> None:
            if step not in steps:
                steps[step] = bar.add_task(step, total=total)
            bar.update(steps[step], completed=done, total=total)

        yield track, page
