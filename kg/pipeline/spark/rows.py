"""Functions over rows ↔ functions over Arrow batches, as `mapInArrow` wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

Row = tuple[Any, ...]
Rows = Callable[[Iterator[Row]], Iterable[Row]]
_AT_ONCE = 64  # rows of a batch


class OverRows:
    """A function from rows to rows as one from Arrow batches to Arrow batches.

    `fields` are (name, type) of what comes out, the type being one of `string`, `binary`, `long` and `int`.
    """

    def __init__(self, function: Rows, fields: Sequence[tuple[str, str]]) -> None:
        self._function = function
        self._fields = tuple(fields)

    @property
    def schema(self) -> str:
        """What comes out, in Spark's words."""
        return ", ".join(f"`{name}` {kind}" for name, kind in self._fields)

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        kinds = {"string": pa.string(), "binary": pa.binary(), "long": pa.int64(), "int": pa.int32()}
        schema = pa.schema([(name, kinds[kind]) for name, kind in self._fields])
        rows = iter(self._function(_rows(batches)))
        while some := list(islice(rows, _AT_ONCE)):
            columns = zip(*some, strict=True)
            yield pa.RecordBatch.from_arrays(
                [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
            )


def _rows(batches: Iterator[pa.RecordBatch]) -> Iterator[Row]:
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
