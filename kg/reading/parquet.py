"""A Parquet table → its articles, a batch at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kg.model import Article
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import column_key, row_article
from kg.reading.streams import stem

_BATCH = 256  # rows held at once


def parquet_articles(path: str, problems: Problems, columns: Callable[[], Mapping[str, str]]) -> Iterator[Article]:
    """The articles of the table's rows in order; only columns that fill a field are read.

    Raises BadInputError when the file is no Parquet, has no column for the text, or the reader is not installed.
    """
    names = columns()
    for number, row in enumerate(_rows(path, names), 1):
        where = f"{path}:{number}"
        try:
            values = {name: _value(cell, where) for name, cell in row}
            yield row_article(values, names, where, f"{stem(path)}-{number}", problems)
        except BadInputError as error:
            problems(error.issue())


def _rows(path: str, names: Mapping[str, str]) -> Iterator[list[tuple[str, Any]]]:
    """The rows as Parquet has them: pairs of a column and its value."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise BadInputError(
            "A001", "a .parquet file needs the package pyarrow", where=path, hint="pip install pyarrow"
        ) from None
    try:
        with pq.ParquetFile(path) as table:
            wanted = _wanted(table.schema_arrow.names, names, path)
            for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
                for cells in zip(*batch.columns, strict=True):
                    yield list(zip(batch.schema.names, cells, strict=True))
    except BadInputError:
        raise
    except Exception as error:  # noqa: BLE001 - a foreign parser may fail in any way on a damaged file
        raise BadInputError(
            "A005",
            f"not a readable Parquet file: {(str(error) or type(error).__name__).splitlines()[0][:160]}",
            where=path,
            hint="write the table again",
        ) from None


def _wanted(found: Sequence[str], names: Mapping[str, str], path: str) -> list[str]:
    """The columns that fill a field. Raises BadInputError when none fills the text."""
    wanted = [name for name in found if column_key(name) in names]
    if not any(names[column_key(name)] == "text" for name in wanted):
        raise BadInputError(
            "A007",
            f"no column with the article's text; it has {', '.join(found[:12])[:200]}",
            where=path,
            hint="name that column `text`",
        )
    return wanted


def _value(cell: Any, where: str) -> Any:
    """A cell as a value of Python. Raises BadInputError for one that has none: a day before year 1, say."""
    try:
        return cell.as_py()
    except Exception as error:  # noqa: BLE001 - each type of Parquet fails in its own way
        raise BadInputError(
            "A006", f"a value that can't be read: {str(error)[:160]}", where=where, hint="mend that cell"
        ) from None
