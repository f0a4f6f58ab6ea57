"""Articles → everything in the output folder, read on the executors of Spark: the same bytes as the local engine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from kg.lexicon.compile import load_lexicon
from kg.linking.decisions import read_decisions
from kg.model import Issue
from kg.pipeline.build import WORK, Options, Result, alone_in, finish
from kg.pipeline.spark.extraction import extract, input_files
from kg.pipeline.spark.session import session, shared_folder, told
from kg.reading.articles import nothing_read
from kg.records import Record
from kg.spool import Spool


def build(paths: Sequence[str | Path], output: Path, options: Options | None = None, *, master: str) -> Result:
    """Read articles and write everything about them into a folder, which every machine must see as must the articles.

    Raises KGError where something can't be done, as the local build does, and where Spark is missing or its job fails.
    """
    options = options or Options()
    files = input_files(paths)
    with alone_in(output / WORK), session(master) as spark, shared_folder(output / WORK) as folder:
        table = folder / "records"
        with told():
            extract(spark, files, table)
        issues = list(_issues(table))
        with Spool(output / WORK) as records:
            records.extend(_records(table))
            if not len(records) and not any(issue.code == "A090" for issue in issues):
                raise nothing_read(files, issues, lambda issue: None)
            decisions = read_decisions(options.decisions) if options.decisions else ()
            return finish(records, decisions, load_lexicon().gazetteer, issues, output, options)


def _records(table: Path) -> Iterator[Record]:
    """The records of the table, by article."""
    import pyarrow.dataset

    found = pyarrow.dataset.dataset(table, format="parquet").to_table(columns=["article", "line"])
    for line in found.filter(found["article"].is_valid()).sort_by("article")["line"]:
        yield cast("Record", json.loads(line.as_py()))


def _issues(table: Path) -> Iterator[Issue]:
    import pyarrow.dataset

    for batch in pyarrow.dataset.dataset(table, format="parquet").to_batches(columns=["issues"]):
        for value in batch.column(0).drop_null().to_pylist():
            yield from (Issue(*fields) for fields in json.loads(value))
