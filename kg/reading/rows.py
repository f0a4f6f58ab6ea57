"""A row of a table, as a mapping → Article; column names that others use are known from the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kg.model import Article
from kg.ontology import Ontology
from kg.reading.decoding import one_line, storable, tell_replaced
from kg.reading.problems import BadInputError, Problems

FIELDS = ("id", "text", "title", "url", "publisher", "published", "fetched")
MAX_TEXT = 1_000_000  # code points of one article: a book of 300 pages has fewer


def columns_of(ontology: Ontology) -> dict[str, str]:
    """Name of a column, by its key → field."""
    return {
        column_key(label.text): field
        for concept in ontology.scheme("columns")
        if (field := concept.value("field")) in FIELDS
        for label in concept.labels
        if label.kind != "not"
    }


@lru_cache(maxsize=4096)
def column_key(name: object) -> str:
    """What counts of a column's name: "Isi Berita", "isi-berita" and "isi_berita" are one.

    >>> column_key(" Isi  Berita ")
    'isi_berita'
    """
    return "_".join(str(name).lower().replace("-", " ").replace("_", " ").split())


def article_of(row: Mapping[str, Any], columns: Mapping[str, str], where: str, fallback_id: str) -> tuple[Article, int]:
    """The row's article, and how many signs of its text had to be replaced. The field's own name wins over others.

    Raises BadInputError when the row has no text, or one that can't be an article.
    """
    found: dict[str, Any] = {}
    for name, key in _in_order(tuple(row)):
        field = columns.get(key)
        if field and row[name] not in (None, "") and field not in found:
            found[field] = row[name]
    text = found.get("text")
    if text is None:
        raise BadInputError("A007", "no text in it", where=where, hint="give the article's text in a column `text`")
    if not isinstance(text, str):
        raise BadInputError(
            "A007", f"`text` is a {type(text).__name__}, not a string", where=where, hint="give the text as a string"
        )
    check_text(text, where)
    text, replaced = storable(text)
    values = {field: _scalar(found.get(field)) for field in FIELDS if field != "text"}
    identifier = values.pop("id") or fallback_id
    return Article(id=identifier, text=text, where=where, **values), replaced


@lru_cache(maxsize=2)
def _in_order(names: tuple[Any, ...]) -> tuple[tuple[Any, str], ...]:
    """The columns of a row with their keys, fields by their own names first; one row has mostly those of the last."""
    ordered = sorted(names, key=lambda name: (column_key(name) not in FIELDS, str(name)))
    return tuple((name, column_key(name)) for name in ordered)


def check_text(text: str, where: str) -> None:
    """Raises BadInputError when the text is blank or beyond what an article can be."""
    if not text or text.isspace():
        raise BadInputError("A003", "the text is empty", where=where, hint="leave it out, or fetch the article again")
    if len(text) > MAX_TEXT:
        raise BadInputError(
            "A008",
            f"{len(text):,} characters are too long for one article (limit {MAX_TEXT:,})",
            where=where,
            hint="split it into its articles",
        )


def _scalar(value: Any) -> str | None:
    """A metadata value as one line of text, or None."""
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return one_line(str(value))[:2000] or None


def row_article(
    row: Mapping[str, Any], names: Mapping[str, str], where: str, fallback_id: str, problems: Problems
) -> Article:
    """A row's article, telling what had to be replaced."""
    article, replaced = article_of(row, names, where, fallback_id)
    tell_replaced(replaced, where, problems)
    return article
