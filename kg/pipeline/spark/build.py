"""Articles → everything in the output folder, read on the executors of Spark: the same bytes as the local engine."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kg.lexicon.compile import load_lexicon
from kg.linking.decisions import read_decisions
from kg.linking.link import find
from kg.linking.words import default_words
from kg.model import Issue
from kg.pipeline.apart import keep_apart
from kg.pipeline.attempts import SET_ASIDE
from kg.pipeline.build import WORK, Options, alone_in, finish
from kg.pipeline.results import Result
from kg.pipeline.spark.collecting import collect
from kg.pipeline.spark.extraction import extract, input_files
from kg.pipeline.spark.linking import OnExecutors
from kg.pipeline.spark.session import session, shared_folder, told
from kg.pipeline.spark.tables import rows_of
from kg.pipeline.spark.telling import tell
from kg.reading.articles import nothing_read
from kg.wire import encoded


def build(paths: Sequence[str | Path], output: Path, options: Options | None = None, *, master: str) -> Result:
    """Read articles and write everything about them into a folder, which every machine must see as must the articles.

    Raises KGError where something can't be done, as the local build does, and where Spark is missing or its job fails.
    """
    options = options or Options()
    files = input_files(paths)
    keep_apart(paths, output)
    with alone_in(output / WORK), session(master) as spark, shared_folder(output / WORK) as folder:
        table = folder / "records"
        with told():
            table = extract(spark, files, folder / "records")
            issues = [Issue(*fields) for (found,) in rows_of(table, "issues") if found for fields in json.loads(found)]
            records = OnExecutors(spark, table, folder)
            if next(iter(records), None) is None and not any(issue.code == SET_ASIDE for issue in issues):
                raise nothing_read(files, issues, lambda issue: None)
            decisions = read_decisions(options.decisions) if options.decisions else ()
            found, gone = find(records, decisions, default_words())
            nouns = tell(spark, table, found, gone, decisions, folder)
            lines = collect(spark, nouns, load_lexicon().gazetteer, folder)
            return finish(encoded(lines), [*issues, *found.unmet], output, options)
