"""Parquet tables in a folder that every machine sees: written by a job, read here; and the other way round."""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.pipeline.spark.rows import OverRows, Row, Rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Fields = Sequence[tuple[str, str]]
_PATTERN, _AS_IT_IS = re.compile(r"[\\{}\[\]*?]"), r"\\\g<0>"  # signs of a pattern, which are only signs in a name
_TASK = 16 << 20  # bytes for each task
_TASKS_A_CORE = 4  # at least; so that the last ones end together, and little is lost with an executor
_AT_ONCE = 1024  # rows of a row group, and read at once


def over(frame: DataFrame, function: Rows, fields: Fields) -> DataFrame:
    """The rows that a function makes of the rows of each part of a table."""
    mapped = OverRows(function, fields)
    return frame.mapInArrow(mapped, mapped.schema)


def write(frame: DataFrame, target: Path) -> Path:
    """Run the job that a table stands for."""
    frame.write.parquet(f"file://{target}")  # whatever file system the cluster would take by itself
    return target


def read(spark: SparkSession, *tables: Path) -> DataFrame:
    """A table as the executors read it."""
    return spark.read.parquet(*(f"file://{_PATTERN.sub(_AS_IT_IS, str(table))}" for table in tables))


def tasks(spark: SparkSession, *inputs: Path) -> int:
    """In how many parts to cut what is made of some files."""
    size = sum(path.stat().st_size for given in inputs for path in (given.rglob("*") if given.is_dir() else [given]))
    return int(max(_TASKS_A_CORE * cores(spark), size // _TASK))


def cores(spark: SparkSession) -> int:
    """The cores of all executors."""
    return max(1, int(spark.sparkContext.defaultParallelism))


def rows_of(table: Path, *columns: str) -> Iterator[Row]:
    """The rows of a table, part by part; values that are missing are None."""
    return itertools.chain.from_iterable(_rows_of_part(part, columns) for part in _parts(table))


def merged_rows(table: Path, *columns: str) -> Iterator[Row]:
    """The rows of a table by the first column, by which each part is sorted; rows that have none are left out."""
    parts = [(row for row in _rows_of_part(part, columns) if row[0] is not None) for part in _parts(table)]
    return heapq.merge(*parts, key=itemgetter(0))


def write_here(rows: Iterable[Row], fields: Fields, target: Path, parts: int) -> Path:
    """Write rows as a table of so many parts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"string": pa.string(), "binary": pa.binary(), "long": pa.int64()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in fields])
    target.mkdir()
    stream = iter(rows)
    writers = [pq.ParquetWriter(target / f"{number}.parquet", schema) for number in range(parts)]
    try:
        for writer in itertools.cycle(writers):
            some = list(itertools.islice(stream, _AT_ONCE))
            if not some:
                break
            columns = [
                pa.array(column, field.type) for column, field in zip(zip(*some, strict=True), schema, strict=True)
            ]
            writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=schema))
    finally:
        for writer in writers:
            writer.close()
    return target


def _parts(table: Path) -> list[Path]:
    return sorted(path for path in table.iterdir() if path.suffix == ".parquet")


def _rows_of_part(part: Path, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(part) as file:
        for batch in file.iter_batches(_AT_ONCE, columns=list(columns)):
            yield from zip(*(batch.column(name).to_pylist() for name in columns), strict=True)
