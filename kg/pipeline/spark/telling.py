"""Records and what linking found → the nouns of linked records, in a table, made on the executors.

Each record is joined with its own part of what was found. What all records must be asked for (how an office is called
most, who held it when) is gathered in each part of the table, joined here, and sent out again.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kg.graph.collection import add_nouns
from kg.linking.decisions import Decision
from kg.linking.found import Linked
from kg.linking.institutions import Institutions
from kg.linking.parts import part_from, parts_of
from kg.linking.posts import Wordings
from kg.linking.rewrite import Gone, rewrite
from kg.linking.telling import Counts, Offices, joined, seen, told, unsettled
from kg.linking.words import default_words
from kg.pipeline.spark.rows import Row
from kg.pipeline.spark.shipping import Shipped
from kg.pipeline.spark.tables import cores, over, read, rows_of, write, write_here
from kg.records import Record
from kg.wire import dumps, loads

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_PART = (("article", "string"), ("part", "string"))
_LINE = (("line", "string"),)
_PICKLE = (("value", "binary"),)
NOUNS = (("meeting", "int"), ("key", "string"), ("value", "string"))


def tell(
    spark: SparkSession, table: Path, found: Linked, gone: Gone | None, decisions: Sequence[Decision], folder: Path
) -> Path:
    """Write the nouns of all linked records: rows for `kg.graph.collection`, those of meetings marked with 1."""
    told_of = ((article, part.decode()) for article, part in zip(found.articles, parts_of(found), strict=True))
    parts = write_here(told_of, _PART, folder / "parts", 4 * cores(spark))
    sent = Shipped(spark, (found.institutions, gone))
    records = read(spark, table).where("article is not null").select("article", "line")
    pairs = records.join(read(spark, parts), "article", "left").select("line", "part")
    rewritten = write(over(pairs, partial(rewrite_rows, found=sent), _LINE), folder / "rewritten")
    lines = read(spark, rewritten)

    words = default_words()
    wordings = unsettled(_pickles(write(over(lines, count_rows, _PICKLE), folder / "wordings")), words)
    called = Shipped(spark, wordings)
    made = partial(see_rows, called=called, decisions=tuple(decisions))
    known = Shipped(spark, joined(_pickles(write(over(lines, made, _PICKLE), folder / "seen")), decisions, words))
    done = partial(noun_rows, called=called, known=known, decisions=tuple(decisions))
    return write(over(lines, done, NOUNS), folder / "nouns")


def _pickles(table: Path) -> Iterator[Any]:
    return (pickle.loads(value) for (value,) in rows_of(table, "value"))  # noqa: S301 - made by the executors


# On the executors


def rewrite_rows(rows: Iterator[Row], *, found: Shipped[tuple[Institutions, Gone | None]]) -> Iterator[Row]:
    """Lines of records with what was found of them → lines of rewritten records."""
    institutions, gone = found.get()
    for line, part in rows:
        record = cast("Record", loads(line))
        if gone:
            record = gone.without(record)
        found_here = part_from(loads(part) if part else {}, institutions)
        yield (dumps(rewrite(record, found_here)).decode(),)


def count_rows(lines: Iterator[Row]) -> Iterator[Row]:
    """Lines of rewritten records → the wordings of offices in them, counted."""
    wordings = Wordings(default_words())
    for record in _records(lines):
        wordings.take(record)
    yield (pickle.dumps(wordings.counts()),)


def see_rows(lines: Iterator[Row], *, called: Shipped[Counts], decisions: Sequence[Decision]) -> Iterator[Row]:
    """Lines of rewritten records → who was seen in which office."""
    yield (pickle.dumps(seen(_records(lines), called.get(), decisions, default_words())),)


def noun_rows(
    lines: Iterator[Row], *, called: Shipped[Counts], known: Shipped[Offices], decisions: Sequence[Decision]
) -> Iterator[Row]:
    """Lines of rewritten records → rows of NOUNS."""
    rows: list[Row] = []

    def row(key: str, value: str) -> None:
        rows.append((0, key, value))

    def meeting(key: str, value: str) -> None:
        rows.append((1, key, value))

    for record in told(_records(lines), called.get(), known.get(), decisions, default_words()):
        add_nouns(record, row, meeting, row)
        yield from rows
        rows.clear()


def _records(lines: Iterable[Row]) -> Iterator[Record]:
    return (cast("Record", loads(line)) for (line,) in lines)
