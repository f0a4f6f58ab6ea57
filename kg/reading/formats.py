"""One file → its articles, by the ending of its name; a bad file or row is told, and the others go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import PurePath

from kg.model import Article
from kg.reading.decoding import text_of
from kg.reading.mhtml import mhtml_article
from kg.reading.objects import json_file, json_lines
from kg.reading.pages import page_article
from kg.reading.parquet import parquet_articles
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import check_text, column_key
from kg.reading.streams import MAX_LINE, STDIN, inner_name, lines, stem, whole
from kg.reading.tables import table_articles
from kg.reading.warc import warc_articles

Columns = Callable[[], Mapping[str, str]]

TEXTS = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
SAVED = (".mhtml", ".mht")
ROWS = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
DOCUMENTS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub")  # refused by name, not in silence
_WEB = ("https://", "http://")
_HEADED = re.compile(
    r"\A\ufeff?((?:[^\n:]{2,30}:[^\n]*\n){2,9})[ \t\r]*\n"
)  # "Judul: …", "Tanggal: …" above a blank line
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read_file(path: str, problems: Problems, columns: Columns) -> Iterator[Article]:
    """The articles of a file in its order."""
    ending = PurePath(inner_name(path)).suffix.lower()
    if ending in DOCUMENTS:
        raise BadInputError("A005", f"{ending} is not read", where=path, hint="save its text as .txt or .html")
    if path == STDIN:
        yield from _standard_input(problems, columns)
    elif ending in ROWS:
        yield from json_lines(path, lines(path), problems, columns)
    elif ending == ".json":
        yield from json_file(path, problems, columns)
    elif ending in TABLES:
        yield from table_articles(path, "\t" if ending == ".tsv" else None, problems, columns)
    elif ending in PAGES:
        yield from _page(path, problems)
    elif ending in SAVED:
        yield mhtml_article(whole(path), stem(path), path, problems)
    elif ending == ".parquet":
        yield from parquet_articles(path, problems, columns)
    elif ending == ".warc":
        yield from warc_articles(path, problems)
    else:
        yield from _text(path, problems, columns)


def known(path: str) -> bool:
    """Whether a file found in a folder is read, or refused by name: other files, as pictures, are passed over."""
    ending = PurePath(inner_name(path)).suffix.lower()
    return ending in (*TEXTS, *PAGES, *SAVED, *ROWS, *TABLES, *DOCUMENTS, ".json", ".parquet", ".warc")


def _text(path: str, problems: Problems, columns: Columns) -> Iterator[Article]:
    text = text_of(whole(path), path, problems)
    check_text(text, path)
    front = _FRONT_MATTER.match(text) or _headed(text, columns)
    values = _front(front.group(1), columns()) if front else {}
    meta = {field: values.get(field) for field in ("title", "url", "publisher", "published", "fetched")}
    yield Article(id=values.get("id") or stem(path), text=text, where=path, **meta)


def _headed(text: str, columns: Columns) -> re.Match[str] | None:
    """The lines above a text that all name a field of it, as people write them when they keep an article."""
    found = _HEADED.match(text)
    if found is None:
        return None
    named = [columns().get(column_key(line.partition(":")[0])) for line in found.group(1).splitlines()]
    return found if all(named) and "text" not in named else None


def _front(text: str, names: Mapping[str, str]) -> dict[str, str]:
    """The fields that lines such as `title: "…"` give; a later line counts more."""
    values: dict[str, str] = {}
    for line in text.split("\n"):
        name, mark, value = line.partition(":")
        field, value = names.get(column_key(name)), value.strip()
        value = value[value[:1] in ("'", '"') : len(value) - (value[-1:] in ("'", '"'))].strip()
        if field == "publisher" and value.startswith(_WEB):
            field = "url"
        if mark and field and value:
            values[field] = value
    return values


def _page(path: str, problems: Problems) -> Iterator[Article]:
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
        yield from json_lines(STDIN, chain(held, source), problems, columns)
        return
    parts, size = [], 0
    for _, line in chain(held, source):
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
