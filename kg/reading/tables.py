"""CSV and TSV → articles, a row at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.model import Article, Issue
from kg.reading.decoding import decoded, is_binary, storable
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import column_key, row_article
from kg.reading.streams import MAX_LINE, opened, stem

Columns = Callable[[], Mapping[str, str]]


def table_articles(path: str, delimiter: str | None, problems: Problems, columns: Columns) -> Iterator[Article]:
    names = columns()
    csv.field_size_limit(MAX_LINE)
    with opened(path) as file:
        head = file.peek(65536)[:65536] if hasattr(file, "peek") else b""
        if is_binary(head):
            raise BadInputError("A005", "a binary file, not text", where=path, hint="save the table as CSV in UTF-8")
        wide = decoded(head)[1]
        encoding, errors = (wide, "replace") if wide in ("utf-16", "utf-32") else ("utf-8-sig", "surrogateescape")
        stream = io.TextIOWrapper(file, encoding=encoding, errors=errors, newline="")
        if delimiter is None:
            delimiter = _delimiter(head.decode("utf-8", "replace").split("\n", 1)[0])
        lines = _Lines(stream, path)
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            yield from _rows(path, _header(path, reader, names), reader, lines, problems, names)
        finally:
            stream.detach()


class _Lines:
    """The lines of a table, with their number, and a bound on what one row of them may hold."""

    def __init__(self, stream: io.TextIOWrapper, path: str) -> None:
        self.number = 0
        self.row = 0  # characters of the row so far
        self._stream = stream
        self._path = path

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.row += len(line)
        if self.row > MAX_LINE:
            while line and not line.endswith(("\n", "\r")):
                line = self._stream.readline(MAX_LINE)
            raise BadInputError(
                "A008",
                f"the row is longer than {MAX_LINE // 2**20} MB",
                where=f"{self._path}:{self.number}",
                hint="give one article a row, and close its quotes",
            )
        return line


def _header(path: str, reader: Any, names: Mapping[str, str]) -> list[str]:
    """The names of the columns. Raises BadInputError when there are none, or none for the text."""
    try:
        header: list[str] | None = next(reader, None)
    except csv.Error as error:
        raise BadInputError(
            "A006", f"not CSV: {error}", where=f"{path}:1", hint="give a header line with the names of the columns"
        ) from None
    if not header:
        raise BadInputError("A003", "the table is empty", where=path, hint="give a header line and one article a row")
    if not any(names.get(column_key(name)) == "text" for name in header):
        raise BadInputError(
            "A007",
            f"no column with the article's text; it has {storable(', '.join(header[:12])[:200])[0]}",
            where=f"{path}:1",
            hint="name that column `text`",
        )
    return header


def _rows(
    path: str, header: list[str], reader: Any, lines: _Lines, problems: Problems, names: Mapping[str, str]
) -> Iterator[Article]:
    while True:
        where = f"{path}:{lines.number + 1}"
        lines.row = 0
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
                dict(zip(header, cells, strict=True)), names, where, f"{stem(path)}-{lines.number}", problems
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
