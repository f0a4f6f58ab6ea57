"""CSV and TSV → articles, a row at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.model import Article, Issue
from kg.reading.decoding import decoded, is_binary
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import row_article
from kg.reading.streams import MAX_LINE, opened, stem

Columns = Callable[[], Mapping[str, str]]


def table_articles(path: str, delimiter: str | None, problems: Problems, columns: Columns) -> Iterator[Article]:
    names = columns()
    csv.field_size_limit(MAX_LINE)
    with opened(path) as file:
        head = file.peek(65536)[:65536] if isinstance(file, io.BufferedReader) else b""
        if is_binary(head):
            raise BadInputError("A005", "a binary file, not text", where=path, hint="save the table as CSV in UTF-8")
        wide = decoded(head)[1]
        encoding = wide if wide in ("utf-16", "utf-32") else "utf-8-sig"
        stream = io.TextIOWrapper(file, encoding=encoding, errors="surrogateescape", newline="")
        if delimiter is None:
            delimiter = _delimiter(head.decode("utf-8", "replace").split("\n", 1)[0])
        reader = csv.reader(stream, delimiter=delimiter)
        try:
            header = next(reader, None)
            if not header:
                raise BadInputError(
                    "A003", "the table is empty", where=path, hint="give a header line and one article a row"
                )
            if not any(names.get(name.strip().lower()) == "text" for name in header):
                raise BadInputError(
                    "A007",
                    f"no column with the article's text; it has {', '.join(header[:12])[:200]}",
                    where=f"{path}:1",
                    hint="name that column `text`",
                )
            yield from _rows(path, header, reader, problems, names)
        finally:
            stream.detach()


def _rows(path: str, header: list[str], reader: Any, problems: Problems, names: Mapping[str, str]) -> Iterator[Article]:
    while True:
        where = f"{path}:{reader.line_num + 1}"
        try:
            row = next(reader, None)
            if row is None:
                return
            if not any(row):
                continue
            if len(row) != len(header):
                raise BadInputError(
                    "A006",
                    f"{len(row)} cells, but {len(header)} columns",
                    where=where,
                    hint="quote cells that hold the delimiter",
                )
            cells = [_cell(cell, where, problems) for cell in row]
            yield row_article(
                dict(zip(header, cells, strict=True)), names, where, f"{stem(path)}-{reader.line_num}", problems
            )
        except csv.Error as error:
            problems(Issue("A006", f"not CSV: {error}", where, "check the quotes of that row"))
        except BadInputError as error:
            problems(error.issue())


def _cell(cell: str, where: str, problems: Problems) -> str:
    """A cell whose bytes were not UTF-8 is read as its neighbours of old would."""
    if not any("\udc80" <= letter <= "\udcff" for letter in cell):
        return cell
    text, encoding = decoded(cell.encode("utf-8", "surrogateescape"))
    problems(Issue("A002", f"not UTF-8: read as {encoding}", where, "save it as UTF-8 if letters look wrong"))
    return text


def _delimiter(header: str) -> str:
    """The sign that parts the header's names most often."""
    return max((",", ";", "\t", "|"), key=header.count)
