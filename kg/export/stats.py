"""Sections of statistics → stats.json, CSV and Markdown; `write_stats` is what a build writes beside the graph.

The JSON is described by docs/schema/stats.schema.json: its keys are stable, its order is fixed, fractions have six
significant digits, and nothing in it depends on machine, clock or hash seed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export.files import atomic
from kg.export.words import Words
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics import sections
from kg.graph.statistics.options import Options
from kg.graph.statistics.tables import Section, Table

VERSION = 1


def write_stats(base: KnowledgeBase, path: Path, options: Options | None = None) -> None:
    """Write the statistics of a knowledge base as JSON; raises OutputError when it can't be written."""
    chosen = options or Options()
    with atomic(path) as file:
        file.write(to_json(sections(base, chosen), chosen).encode())


def to_json(found: Iterable[Section], options: Options) -> str:
    """The sections as one JSON object, with a line's end."""
    parts = {part.name: _plain(part) for part in found}
    asked = {
        "graph": options.graph,
        "by": options.by,
        "top": options.top,
        "alpha": options.alpha,
        "within": options.within,
        "seed": options.seed,
    }
    return json.dumps({"version": VERSION, "options": asked, "sections": parts}, ensure_ascii=False, indent=1) + "\n"


def _plain(part: Section) -> dict[str, Any]:
    return {
        "figures": dict(part.figures),
        "tables": {
            made.name: {
                "rows": [dict(zip([c.key for c in made.columns], row, strict=True)) for row in made.rows],
                "more": made.more,
            }
            for made in part.tables
        },
        "notes": [{"key": note.key, "values": dict(note.values)} for note in part.notes],
    }


def to_csv(found: Iterable[Section], only: str | None = None) -> str:
    """One table as it is when `only` names it; else every value on a line: section, table, row, column, value.

    Raises UsageError when no section has that table.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if only:
        name, made = choose(found, only)
        del name
        writer.writerow([column.key for column in made.columns])
        writer.writerows([[_cell(value) for value in row] for row in made.rows])
        return text.getvalue()
    writer.writerow(["section", "table", "row", "column", "value"])
    for part in found:
        writer.writerows((part.name, "figures", 1, key, _cell(value)) for key, value in part.figures.items())
        for made in part.tables:
            for number, row in enumerate(made.rows, 1):
                for column, value in zip(made.columns, row, strict=True):
                    writer.writerow((part.name, made.name, number, column.key, _cell(value)))
    return text.getvalue()


def choose(found: Iterable[Section], only: str) -> tuple[Section, Table]:
    """The table of that name (`table`, or `section.table`) and its section."""
    everything = [(part, made) for part in found for made in part.tables]
    for part, made in everything:
        if only in (made.name, f"{part.name}.{made.name}"):
            return part, made
    known = ", ".join(f"{part.name}.{made.name}" for part, made in everything)
    raise UsageError(f"no table {only!r}", hint=f"take one of {known}")


def _cell(value: Any) -> Any:
    """Text from articles must not run as a formula in a spreadsheet."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value


def to_markdown(found: Iterable[Section], words: Words) -> str:
    """The sections as Markdown, in a language."""
    lines: list[str] = []
    for part in found:
        lines += [f"## {words.word('sections', part.name)}", ""]
        lines += [
            f"- {words.word('figures', key)}: {words.shown(value, figure_kind(key))}"
            for key, value in part.figures.items()
        ]
        lines.append("")
        for made in part.tables:
            lines += markdown_table(made.shown(), words, title_of(part, made, words))
        lines += [f"> {words.note(note)}\n" for note in part.notes]
    return "\n".join(lines).rstrip() + "\n"


def figure_kind(key: str) -> str:
    """How a figure is shown: shares say so in their name."""
    return "share" if key.endswith("share") else "text" if key.endswith("month") or key == "thresholds" else "number"


def markdown_table(made: Table, words: Words, title: str) -> list[str]:
    """One table as lines of Markdown, with its title above and a blank line behind."""
    lines = [f"### {title}", ""]
    if not made.rows:
        return [*lines, words.word("page", "empty"), ""]
    numeric = [column.kind not in ("text", "term") for column in made.columns]
    lines.append("| " + " | ".join(words.heading(column) for column in made.columns) + " |")
    lines.append("|" + "|".join("---:" if right else "---" for right in numeric) + "|")
    for row in made.rows:
        cells = [words.shown(value, column.kind) for column, value in zip(made.columns, row, strict=True)]
        lines.append("| " + " | ".join(escape_markdown(cell) for cell in cells) + " |")
    if made.more:
        lines += ["", words.word("page", "more").format(count=made.more)]
    return [*lines, ""]


def title_of(part: Section, made: Table, words: Words) -> str:
    """The title of a table, by section where the same name has two meanings."""
    own = f"{part.name}_{made.name}"
    return words.word("tables", own if words.has("tables", own) else made.name)


def escape_markdown(text: str) -> str:
    """Text of articles as text: no markup, no HTML, no new cell."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign in "\\`*_[]|#!":
        text = text.replace(sign, "\\" + sign)
    return text
