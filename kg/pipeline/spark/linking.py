"""Records in a table → what linking asks of all of them, answered on the executors: a `kg.linking.link.Source`.

Each part of the table is read by the same collectors as on one machine, and what they found is joined here.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kg.linking.comparison import Context
from kg.linking.copies import Copies, print_of
from kg.linking.institutions import Institutions
from kg.linking.links import Link
from kg.linking.meetings import Meeting
from kg.linking.profiles import Profile
from kg.linking.rewrite import Gone
from kg.linking.rows import ArticleRow
from kg.linking.scoring import Scored
from kg.linking.source import Common, Known, compared_in
from kg.linking.words import Words, default_words
from kg.pipeline.spark.comparing import link_meetings, score_profiles
from kg.pipeline.spark.rows import Row
from kg.pipeline.spark.shipping import Shipped
from kg.pipeline.spark.tables import merged_rows, over, read, rows_of, write
from kg.records import Record
from kg.wire import loads

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_PICKLE = (("value", "binary"),)
_COMPARED = (("article", "string"), ("compared", "binary"))


class OnExecutors:
    """The records of a table that extraction wrote; `folder` is for what is made of them on the way."""

    def __init__(self, spark: SparkSession, table: Path, folder: Path, gone: Gone | None = None) -> None:
        self._spark, self._table, self._folder, self._gone = spark, table, folder, gone
        self._shipped = Shipped(spark, gone)
        self._steps = 0

    def __iter__(self) -> Iterator[Record]:
        for _, line in merged_rows(self._table, "article", "line"):
            record = cast("Record", loads(line))
            yield self._gone.without(record) if self._gone else record

    def known(self, words: Words) -> Known:
        copies, institutions, common = Copies(), Institutions(), Common()
        prints: list[tuple[str, str, array[int]]] = []
        for names, texts, seen in self._pickles(take_once):
            institutions.join(names)
            common.join(texts)
            prints += seen
        for found in sorted(prints, key=itemgetter(0)):
            copies.take_print(*found)
        return Known(copies.find(), institutions, common.tokens(), words)

    def common(self) -> frozenset[str]:
        common = Common()
        for _, texts, _ in self._pickles(take_once):
            common.join(texts)
        return common.tokens()

    def compared(self, known: Known) -> Iterator[ArticleRow]:
        parts = Shipped(self._spark, (known.copies, known.institutions, known.common))
        made = partial(compare_rows, known=parts, gone=self._shipped)
        rows = over(self._lines(), made, _COMPARED).sortWithinPartitions("article")  # a task may read several files
        table = write(rows, self._next())
        return (ArticleRow.unpack(found) for _, found in merged_rows(table, "article", "compared"))

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterator[Scored]:
        return score_profiles(self._spark, profiles, context.names.common, self._next())

    def links(self, meetings: Sequence[Meeting]) -> Iterator[Link]:
        return link_meetings(self._spark, meetings, self._next())

    def without(self, gone: Gone) -> OnExecutors:
        return OnExecutors(self._spark, self._table, self._folder / "without", gone)

    def _lines(self) -> Any:
        return read(self._spark, self._table).where("article is not null").select("line")

    def _pickles(self, function: Callable[..., Iterable[Row]]) -> Iterator[Any]:
        table = write(over(self._lines(), partial(function, gone=self._shipped), _PICKLE), self._next())
        return (pickle.loads(value) for (value,) in rows_of(table, "value"))  # noqa: S301 - made by the executors

    def _next(self) -> Path:
        self._steps += 1
        return self._folder / f"linking-{self._steps}"


# On the executors


def records_in(lines: Iterable[Row], gone: Shipped[Gone | None]) -> Iterator[Record]:
    """The records of lines, without what is gone."""
    left_out = gone.get()
    for (line,) in lines:
        record = cast("Record", loads(line))
        yield left_out.without(record) if left_out else record


def take_once(lines: Iterator[Row], *, gone: Shipped[Gone | None]) -> Iterator[Row]:
    """Lines of records → what the collectors found in them: names of institutions and persons, and fingerprints."""
    institutions, common = Institutions(), Common()
    prints = []
    for record in records_in(lines, gone):
        institutions.take(record)
        common.take(record)
        prints.append(print_of(record))
    yield (pickle.dumps((institutions.names(), common.names(), list(filter(None, prints)))),)


def compare_rows(
    lines: Iterator[Row],
    *,
    known: Shipped[tuple[Mapping[str, str], Institutions, frozenset[str]]],
    gone: Shipped[Gone | None],
) -> Iterator[Row]:
    """Lines of records → by article: their persons and their events."""
    copies, institutions, common = known.get()
    here = Known(copies, institutions, common, default_words())
    for record in records_in(lines, gone):
        yield record["article"], compared_in(record, here).pack()
