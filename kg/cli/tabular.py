"""Sections of statistics → stdout: tables for a terminal of any width, whole lines in a pipe, or data."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kg.export.words import Language, Words, words
from kg.graph.statistics.options import Options
from kg.graph.statistics.tables import Column, Section, Table

if TYPE_CHECKING:
    from rich.console import Console

    from kg.graph.statistics.overview import Overview


def show(found: Iterable[Section], options: Options, *, form: str, language: Language, only: str | None = None) -> None:
    """Print sections in a format; `only` picks one table."""
    from kg.export import stats

    parts = list(found)
    if only:
        part, made = stats.choose(parts, only)
        parts = [Section(part.name, {}, (made,), part.notes)]
    if form == "json":
        click.echo(stats.to_json(parts, options), nl=False)
    elif form == "csv":
        click.echo(stats.to_csv(parts, parts[0].tables[0].name if only else None), nl=False)
    elif form == "md":
        click.echo(stats.to_markdown(parts, words(language)), nl=False)
    else:
        console = _console()
        for part in parts:
            _section(console, part, words(language))


def show_overview(gist: Overview, *, language: Language) -> None:
    """Print the gist: sentences, the heads of a few tables, and where the rest is."""
    from rich.text import Text

    from kg.export.report.summary import in_short
    from kg.export.stats import title_of

    told, console = words(language), _console()
    console.print(told.word("page", "summary"), style="bold underline")
    for sentence in in_short(gist, told):
        console.print(Text.assemble("· ", printable(sentence)))
    for part in gist.tables:
        console.print()
        print_table(console, part.tables[0], told, title_of(part, part.tables[0], told))
    console.print()
    console.print(told.word("page", "rest"), style="dim")


def _console() -> Console:
    """A console of the terminal's width; in a pipe lines are never wrapped."""
    from rich.console import Console

    class Door(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # the group of commands ends quietly; rich would end with 1

    piped = not sys.stdout.isatty()
    return Door(file=sys.stdout, width=10_000 if piped else None, highlight=False, markup=False, emoji=False)


def _section(console: Console, part: Section, language: Words) -> None:
    from kg.export.stats import figure_kind, title_of

    heading = language.word("sections", part.name)
    headed = bool(part.figures) or len(part.tables) != 1 or title_of(part, part.tables[0], language) != heading
    if headed:
        console.print(heading, style="bold underline")
    if part.figures:
        figures = [
            (language.word("figures", key), language.shown(value, figure_kind(key)))
            for key, value in part.figures.items()
        ]
        _figures(console, figures)
    for made in part.tables:
        if headed:
            console.print()
        print_table(console, made.shown(), language, title_of(part, made, language))
    for note in part.notes:
        console.print()
        console.print("· " + language.note(note), style="dim")
    console.print()


def _figures(console: Console, figures: list[tuple[str, str]]) -> None:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    for name, value in figures:
        grid.add_row(name, value)
    console.print(grid)


def print_table(console: Console, made: Table, language: Words, title: str) -> None:
    """One table with its title; text folds, numbers never do."""
    from rich.table import Table as Grid
    from rich.text import Text

    console.print(title, style="bold")
    if not made.rows:
        console.print("  " + language.word("page", "empty"), style="dim")
        return
    grid = Grid(box=None, pad_edge=False, padding=(0, 1), header_style="dim", show_edge=False)
    for column in made.columns:
        right = column.kind not in ("text", "term")
        grid.add_column(
            _heading(column, language), justify="right" if right else "left", no_wrap=right, overflow="fold",
            min_width=6 if column.kind == "text" else None,
        )  # fmt: skip
    for row in made.rows:
        cells = zip(row, made.columns, strict=True)
        grid.add_row(*(Text(printable(language.shown(value, column.kind))) for value, column in cells))
    console.print(grid)
    if made.more:
        console.print("  " + language.word("page", "more").format(count=made.more), style="dim")


def _heading(column: Column, language: Words) -> str:
    if language.has("short", column.key):
        return language.word("short", column.key)
    return language.heading(column)


def printable(text: str) -> str:
    """Text of articles without anything that a terminal would obey."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
