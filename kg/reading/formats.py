"""One file → its articles, by the ending of its name; a bad file or row is told, and the others go on."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from kg.model import Article, Issue
from kg.reading.decoding import decoded, is_binary, storable
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import article_of, check_text
from kg.reading.streams import MAX_LINE, STDIN, inner_name, lines, opened, whole

Columns = Callable[[], Mapping[str, str]]

TEXTS = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
ROWS = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_LINE = re.compile(r"^([A-Za-z_]+)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)


def read_file(path: str, problems: Problems, columns: Columns) -> Iterator[Article]:
    """The articles of a file in its order."""
    ending = PurePath(inner_name(path)).suffix.lower()
    if path == STDIN:
        yield from _standard_input(problems, columns)
    elif ending in ROWS:
        yield from _json_lines(path, lines(path), problems, columns)
    elif ending in TABLES:
        yield from _table(path, "\t" if ending == ".tsv" else None, problems, columns)
    elif ending in PAGES:
        yield from _page(path, problems)
    elif ending == ".parquet":
        from kg.reading.parquet import parquet_articles

        yield from parquet_articles(path, problems, columns)
    elif ending == ".warc":
        from kg.reading.warc import warc_articles

        yield from warc_articles(path, problems)
    else:
        yield from _text(path, problems, columns)


def known(path: str) -> bool:
    """Whether a file found in a folder is read."""
    return PurePath(inner_name(path)).suffix.lower() in (*TEXTS, *PAGES, *ROWS, *TABLES, ".parquet", ".warc")


def stem(path: str) -> str:
    """The file's name without its endings: the id of the article in it."""
    name = PurePath(inner_name(path)).name
    return name[: -len(PurePath(name).suffix)] if PurePath(name).suffix else name


def text_of(data: bytes, where: str, problems: Problems) -> str:
    """The bytes as text, telling what was guessed or replaced. Raises BadInputError for what is no text."""
    if is_binary(data):
        raise BadInputError(
            "A005",
            "a binary file, not text",
            where=where,
            hint="give .txt, .md, .html, .jsonl, .csv, .tsv, .parquet or .warc",
        )
    text, encoding = decoded(data)
    if encoding:
        problems(Issue("A002", f"not UTF-8: read as {encoding}", where, "save it as UTF-8 if letters look wrong"))
    text, replaced = storable(text)
    tell_replaced(replaced, where, problems)
    return text


def tell_replaced(count: int, where: str, problems: Problems) -> None:
    """Tell that signs of a text were replaced."""
    if count:
        problems(
            Issue(
                "A010",
                f"{count} characters that no file can hold were replaced by U+FFFD",
                where,
                "check how the text was saved",
            )
        )


def _text(path: str, problems: Problems, columns: Columns) -> Iterator[Article]:
    text = text_of(whole(path), path, problems)
    check_text(text, path)
    values: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        names = columns()
        values = {
            names[key.lower()]: value
            for key, value in _FRONT_LINE.findall(front.group(1))
            if key.lower() in names and value
        }
    meta = {field: values.get(field) for field in ("title", "url", "publisher", "published", "fetched")}
    yield Article(id=values.get("id") or stem(path), text=text, where=path, **meta)


def _page(path: str, problems: Problems) -> Iterator[Article]:
    from kg.reading.pages import page_article

    yield page_article(text_of(whole(path), path, problems), stem(path), path)


def _standard_input(problems: Problems, columns: Columns) -> Iterator[Article]:
    """JSON Lines when the first line that is not blank is an object, else one plain text."""
    source = lines(STDIN)
    held: list[tuple[int, bytes | None]] = []
    for number, line in source:
        held.append((number, line))
        if line is None or line.strip():
            break
    first = held[-1][1] if held else b""
    if first is None or first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_lines(STDIN, _chained(held, source), problems, columns)
        return
    parts, size = [], 0
    for _, line in _chained(held, source):
        size += len(line) if line is not None else MAX_LINE + 1
        if size > MAX_LINE:
            raise BadInputError(
                "A008",
                f"more than {MAX_LINE // 2**20} MB for one article",
                where=STDIN,
                hint="give JSON Lines, one article a line",
            )
        parts.append(line or b"")
    text = text_of(b"".join(parts), STDIN, problems)
    check_text(text, STDIN)
    yield Article(id="stdin", text=text, where=STDIN)


def _chained(
    held: list[tuple[int, bytes | None]], rest: Iterator[tuple[int, bytes | None]]
) -> Iterator[tuple[int, bytes | None]]:
    yield from held
    yield from rest


def _json_lines(
    path: str, source: Iterator[tuple[int, bytes | None]], problems: Problems, columns: Columns
) -> Iterator[Article]:
    names = columns()
    for number, line in source:
        where = f"{path}:{number}"
        try:
            if line is None:
                raise BadInputError(
                    "A008",
                    f"the line is longer than {MAX_LINE // 2**20} MB",
                    where=where,
                    hint="give one article a line",
                )
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                text, encoding = decoded(line)
                if encoding:
                    problems(
                        Issue("A002", f"not UTF-8: read as {encoding}", where, "save it as UTF-8 if letters look wrong")
                    )
                yield row_article(
                    _json_object(text, where),
                    names,
                    where,
                    f"{stem(path) if path != STDIN else 'stdin'}-{number}",
                    problems,
                )
        except BadInputError as error:
            problems(error.issue())


def _json_object(line: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError("A006", f"not JSON: {error}", where=where, hint="give one JSON object a line") from None
    if not isinstance(value, dict):
        raise BadInputError(
            "A006", f"a {type(value).__name__}, not an object", where=where, hint="give one JSON object a line"
        )
    return value


def row_article(
    row: Mapping[str, Any], names: Mapping[str, str], where: str, fallback_id: str, problems: Problems
) -> Article:
    """A row's article, telling what had to be replaced."""
    article, replaced = article_of(row, names, where, fallback_id)
    tell_replaced(replaced, where, problems)
    return article


def _table(path: str, delimiter: str | None, problems: Problems, columns: Columns) -> Iterator[Article]:
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
            yield from _table_rows(path, header, reader, problems, names)
        finally:
            stream.detach()


def _table_rows(
    path: str, header: list[str], reader: Any, problems: Problems, names: Mapping[str, str]
) -> Iterator[Article]:
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
