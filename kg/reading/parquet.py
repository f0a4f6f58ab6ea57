"""A Parquet table → its articles, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.model import Article
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import row_article
from kg.reading.streams import stem

_BATCH = 256  # rows held at once


def parquet_articles(path: str, problems: Problems, columns: Callable[[], Mapping[str, str]]) -> Iterator[Article]:
    """The articles of the table's rows in order; only columns that fill a field are read.

    Raises BadInputError when the file is no Parquet, has no column for the text, or the reader is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet as pq
    except ImportError:
        raise BadInputError(
            "A001", "a .parquet file needs the package pyarrow", where=path, hint="pip install pyarrow"
        ) from None
    names = columns()
    try:
        with pq.ParquetFile(path) as table:
            wanted = [name for name in table.schema_arrow.names if name.strip().lower() in names]
            if not any(names[name.strip().lower()] == "text" for name in wanted):
                shown = ", ".join(table.schema_arrow.names[:12])[:200]
                raise BadInputError(
                    "A007",
                    f"no column with the article's text; it has {shown}",
                    where=path,
                    hint="name that column `text`",
                )
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    try:
                        yield row_article(row, names, f"{path}:{number}", f"{stem(path)}-{number}", problems)
                    except BadInputError as error:
                        problems(error.issue())
    except (pyarrow.ArrowException, OSError) as error:
        raise BadInputError(
            "A005",
            f"not a readable Parquet file: {str(error).splitlines()[0][:160]}",
            where=path,
            hint="write the table again",
        ) from None
