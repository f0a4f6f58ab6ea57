"""Answers and questions → tables that fit the terminal; text of articles is shown, never obeyed, by the terminal."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.graph.catalogue import Question
from kg.graph.results import Answer, Cell
from kg.graph.terms import prefixes

_MARKS = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def show_answer(answer: Answer, base_iri: str) -> None:
    """Print a table; on a terminal as wide as it is, in a pipe as wide as the longest row."""
    if answer.truth is not None:
        _console(80).print(Text("yes" if answer.truth else "no"))
        return
    headings: tuple[str, ...] = answer.variables
    rows: Sequence[tuple[Cell | ox.Triple, ...]] = answer.rows
    if answer.triples is not None:
        headings = ("subject", "predicate", "object")
        rows = [(t.subject, t.predicate, t.object) for t in answer.triples]
    spaces = prefixes(base_iri)
    shown = [[plain(_cell(cell, spaces)) for cell in row] for row in rows]
    left_out = _without_room(headings, rows, shown) if answer.triples is None else []
    headings = tuple(heading for at, heading in enumerate(headings) if at not in left_out)
    shown = [[cell for at, cell in enumerate(row) if at not in left_out] for row in shown]
    table = Table(header_style="bold", show_edge=False, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in shown:
        table.add_row(*(Text(cell) for cell in row))
    width = sum(max([len(heading), *(len(row[at]) for row in shown)]) * 2 + 3 for at, heading in enumerate(headings))
    _console(width + 4).print(table)
    sys.stderr.write(f"{len(shown)} row{'' if len(shown) == 1 else 's'}\n")
    if left_out:
        names = ", ".join(answer.variables[at] for at in left_out)
        sys.stderr.write(f"left out for room: {names} (--format csv has all, and so has a wider terminal)\n")


def _without_room(
    headings: Sequence[str], rows: Sequence[tuple[Cell | ox.Triple, ...]], shown: Sequence[Sequence[str]]
) -> list[int]:
    """The columns of bare identifiers, where the terminal is too narrow for all columns and others say something."""
    width = sum(max([len(heading), *(len(row[at]) for row in shown)]) + 3 for at, heading in enumerate(headings))
    if not sys.stdout.isatty() or width <= shutil.get_terminal_size().columns:
        return []
    bare = [at for at in range(len(headings)) if rows and all(isinstance(row[at], ox.NamedNode) for row in rows)]
    return bare if len(bare) < len(headings) else []


def show_catalogue(questions: Iterable[Question], lang: str) -> None:
    """Print each question with its parameters."""
    console = _console(100)
    for question in questions:
        console.print(Text.assemble((question.name, "bold"), "  ", question.title.get(lang, "")))
        if lang in question.about:
            console.print(Text("    " + question.about[lang]))
        for p in question.parameters:
            default = "" if p.default is None else f" [{p.default}]"
            console.print(Text(f"    --{p.name} {p.type.upper()}{default}  {p.about[lang]}"))
        console.print()


def plain(value: str) -> str:
    """Text with every character that a terminal would obey shown by its number instead.

    >>> plain("a\\x1b[31mb")
    'a\\\\u001b[31mb'
    """
    if value.isprintable():
        return value
    return "".join(
        {"\n": "⏎ ", "\t": " "}.get(c, f"\\u{ord(c):04x}") if unicodedata.category(c) in _MARKS else c for c in value
    )


def _cell(cell: Cell | ox.Triple, spaces: dict[str, str]) -> str:
    if isinstance(cell, ox.NamedNode):
        for prefix, namespace in reversed(spaces.items()):
            if cell.value.startswith(namespace) and cell.value != namespace:
                return f"{prefix}:{cell.value[len(namespace) :]}"
        return cell.value
    return cell.value if isinstance(cell, ox.Literal) else "" if cell is None else str(cell)


def _console(natural_width: int) -> Console:
    wide = shutil.get_terminal_size().columns if sys.stdout.isatty() else max(natural_width, 80)
    return Console(file=sys.stdout, width=wide, highlight=False, soft_wrap=False, markup=False)
