"""Rows of nouns in a table → the lines of `statements.jsonl`: nouns of one kind and id meet in a group-by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.collection import finished, lines_of_finished, meet
from kg.lexicon.gazetteer import Gazetteer
from kg.pipeline.spark.rows import Row
from kg.pipeline.spark.tables import merged_rows, over, read, tasks, write

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_ROW = (("key", "string"), ("value", "string"))


def collect(spark: SparkSession, nouns: Path, gazetteer: Gazetteer, folder: Path) -> Iterator[str]:
    """The lines, without their ends, of the rows that `kg.pipeline.spark.telling` wrote."""
    parts = tasks(spark, nouns)
    rows = read(spark, nouns)
    told = rows.where("meeting = 0").select("key", "value")
    meetings = rows.where("meeting = 1").select("key", "value")
    pairs = over(_grouped(meetings, parts), meet_rows, _ROW)
    merged = write(over(_grouped(told.unionAll(pairs), parts), finish_rows, _ROW), folder / "merged")
    rows_in_order = ((key, value) for key, value in merged_rows(merged, "key", "value"))
    return lines_of_finished(rows_in_order, gazetteer, folder=folder)


def _grouped(rows: DataFrame, parts: int) -> DataFrame:
    return rows.repartition(parts, "key").sortWithinPartitions("key", "value")


# On the executors


def _groups(rows: Iterator[Row]) -> Iterator[tuple[str, list[str]]]:
    return ((key, [value for _, value in same]) for key, same in groupby(rows, key=itemgetter(0)))


def meet_rows(rows: Iterator[Row]) -> Iterator[Row]:
    """Who took part in each event → rows of those who met there."""
    for group in _groups(rows):
        pairs: list[Row] = []
        meet(iter([group]), lambda key, value, pairs=pairs: pairs.append((key, value)))  # type: ignore[misc]
        yield from pairs


def finish_rows(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of each key → its line, or its one row."""
    return ((key, finished(key, values)) for key, values in _groups(rows))
