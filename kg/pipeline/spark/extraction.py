"""Files → records: one job that reads on the executors, keeps the first article of each id, and extracts.

A file is read by one task; its articles are then spread over all. Out comes a Parquet table of `article`, `line` (the
record, one line of JSON) and `issues` (a JSON list), each part by article; a row without `article` has issues only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import KGError, UsageError
from kg.model import Article, Issue
from kg.ontology_files import load_ontology
from kg.pipeline.attempts import Limits, attempt
from kg.pipeline.cache import code_version
from kg.pipeline.extraction import Extraction, issues_in
from kg.pipeline.spark.rows import Row
from kg.pipeline.spark.tables import cores, over, write
from kg.reading.articles import file_articles, find_files, used_before
from kg.reading.decoding import storable
from kg.reading.rows import columns_of
from kg.reading.streams import STDIN

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

READ = (("id", "string"), ("file", "int"), ("place", "long"), ("article", "string"), ("issue", "string"))
EXTRACTED = (("article", "string"), ("line", "string"), ("issues", "string"))
_TASK = 8 << 20  # bytes of input for each task: a page takes longer to extract than to do anything else with
_FILES_A_CORE = 64  # groups of files
_TASKS_A_CORE = 4  # at least; so that the last ones end together, and little is lost with an executor


def input_files(paths: Sequence[str | Path]) -> list[str]:
    """The files as every machine names them; raises as `find_files` does, and for standard input."""
    files = find_files(paths)
    if STDIN in files:
        raise UsageError("standard input is here only", where=STDIN, hint="give files that every machine can read")
    return files


def extract(spark: SparkSession, files: Sequence[str], target: Path) -> Path:
    """Write the table of records of files; raises KGError where an executor runs another kg than this one."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    size = sum(Path(name).stat().st_size for name in files)
    names = spark.sparkContext.parallelize(
        [(number, json.dumps([name, str(Path(name).absolute())])) for number, name in enumerate(files)],
        min(len(files), _FILES_A_CORE * cores(spark)),
    )
    tasks = max(_TASKS_A_CORE * cores(spark), size // _TASK)
    given = spark.createDataFrame(names, "file int, names string")
    first = Window.partitionBy("id").orderBy("file", "place")
    read = over(given, read_rows, READ).repartition(tasks, "id").withColumn("rank", f.row_number().over(first))
    return write(over(read.select("rank", "article", "issue"), partial(extract_rows, basis=basis()), EXTRACTED), target)


def basis() -> tuple[str, str, str]:
    """What must be the same here and on every executor: the version, the program, the ontology."""
    return __version__, code_version(), load_ontology().version


# On the executors


def read_rows(files: Iterator[Row]) -> Iterator[Row]:
    """Files as (number, [name given, path]) → rows of READ: articles and issues by their place in the file."""
    for number, names in files:
        given, path = json.loads(names)
        issues: list[Issue] = []
        place = 0
        for article in file_articles(path, issues.append, _columns):
            place += 1
            told = replace(article, where=_as_given(article.where, given, path))
            yield article.id, number, place, json.dumps(astuple(told), ensure_ascii=False), None
        for issue in issues:  # under an id that no article has
            place += 1
            where, message = (_as_given(text, given, path) for text in (issue.where, issue.message))
            yield f"\0{number}:{place}", number, place, None, _issues([replace(issue, where=where, message=message)])


def _as_given(text: str, given: str, path: str) -> str:
    """A message with the name of the file that the user gave: the executors have other folders."""
    return text.replace(storable(path)[0], storable(given)[0])


def extract_rows(rows: Iterator[Row], *, basis: tuple[str, str, str]) -> Iterator[Row]:
    """Rows of rank, article and issue → rows of EXTRACTED."""
    extraction = _extraction(basis)
    for rank, given, issue in rows:
        if given is None:
            yield None, None, issue
            continue
        article = Article(*json.loads(given))
        if rank > 1:
            yield None, None, _issues([used_before(article)])
            continue
        outcome = attempt(extraction, article, Limits())
        if isinstance(outcome, Issue):
            yield None, None, _issues([outcome])
        else:
            found = issues_in(outcome)
            yield article.id, outcome.decode("utf-8", "surrogatepass"), _issues(found) if found else None


def _issues(issues: Iterable[Issue]) -> str:
    return json.dumps([astuple(issue) for issue in issues], ensure_ascii=False)


@cache
def _columns() -> Mapping[str, str]:
    return columns_of(load_ontology())


@cache
def _extraction(expected: tuple[str, str, str]) -> Extraction:
    """The lexicon of this process, made once; raises KGError when it isn't that of the build."""
    here = basis()
    if here != expected:
        raise KGError(
            f"an executor runs kg {' '.join(here)}, the build kg {' '.join(expected)}",
            hint="install one version of kg-indonesia on every machine",
        )
    return Extraction()
