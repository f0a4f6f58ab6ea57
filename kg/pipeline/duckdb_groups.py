"""Rows of a key and a value in any order → the rows grouped by key, in order: duckdb sorts them over a Parquet file.

The same as `kg.grouping.SortedFiles` for any text, also of several lines.
"""

from __future__ import annotations

import os
import shutil
import struct
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from kg.errors import KGError, OutputError

_ROW = 130  # bytes that Python needs for a row beside its text
_PIECE = 8 << 20  # bytes that wait here before they are written
_LEAST = 64 << 20  # bytes below which duckdb can't sort
_LONG = 2048  # bytes of a value from which on it waits in a file of its own: duckdb holds thousands of rows at once
_AT_ONCE = 8192  # rows that come back at once
_PLACE = struct.Struct(">QQ")  # where a long value begins, and its length


class DuckGroups:
    """Groups of rows by key; a context manager that removes its files.

    `memory` bounds the sort. Raises KGError where duckdb is not installed.
    """

    def __init__(self, folder: Path | None = None, *, memory: int = 256 << 20) -> None:
        _check()
        self._folder = folder
        self._memory = memory
        self._keys: list[bytes] = []
        self._values: list[bytes] = []
        self._size = 0
        self._work: Path | None = None
        self._writer: Any = None
        self._long: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._keys, self._values = [], []
        for file in (self._long, self._writer):
            if file is not None:
                with suppress(OSError):  # a full disk has been told already
                    file.close()
        if self._work is not None:
            shutil.rmtree(self._work, ignore_errors=True)

    def add(self, key: str, value: str) -> None:
        """Take a row; raises OutputError when the disk is full."""
        one, other = key.encode("utf-8", "surrogatepass"), value.encode("utf-8", "surrogatepass")
        self._keys.append(one)
        self._values.append(b"v" + other if len(other) < _LONG else b"@" + self._put_away(other))
        self._size += len(one) + min(len(other), _LONG) + _ROW
        if self._size > min(_PIECE, self._memory):
            self._spill()

    def groups(self) -> Iterator[tuple[str, list[str]]]:
        """Each key once, by code points, with its values, sorted; equal values stay as often as they were given."""
        if self._writer is None:
            rows: Iterable[tuple[bytes, bytes]] = sorted(zip(self._keys, self._values, strict=True))
        else:
            self._spill()
            self._close()
            rows = self._sorted()
        for key, same in groupby(rows, key=itemgetter(0)):
            yield _text(key), sorted(self._value(told) for _, told in same)

    def _put_away(self, value: bytes) -> bytes:
        """The place of a long value."""
        try:
            if self._long is None:
                self._long = (self._here() / "long").open("w+b")
            start = self._long.seek(0, os.SEEK_END)
            self._long.write(value)
        except OSError as error:
            raise self._full(error) from error
        return _PLACE.pack(start, len(value))

    def _value(self, told: bytes) -> str:
        if told[:1] == b"v":
            return _text(told[1:])
        assert self._long is not None  # noqa: S101 - a place is one in it
        start, length = _PLACE.unpack(told[1:])
        self._long.seek(start)
        return _text(self._long.read(length))

    def _here(self) -> Path:
        if self._work is None:
            if self._folder is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
            self._work = Path(tempfile.mkdtemp(prefix="duckdb-", dir=self._folder))
        return self._work

    def _spill(self) -> None:
        """Write what waits as a row group."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pa.table({"k": pa.array(self._keys, pa.binary()), "v": pa.array(self._values, pa.binary())})
        self._keys, self._values, self._size = [], [], 0
        try:
            if self._writer is None:
                self._writer = pq.ParquetWriter(
                    self._here() / "rows.parquet", table.schema, compression="lz4", use_dictionary=False,
                    write_statistics=False,
                )  # fmt: skip
            self._writer.write_table(table)
        except OSError as error:
            raise self._full(error) from error

    def _close(self) -> None:
        try:
            self._writer.close()
        except OSError as error:
            raise self._full(error) from error

    def _sorted(self) -> Iterator[tuple[bytes, bytes]]:
        """All rows by key."""
        import duckdb

        settings: dict[str, Any] = {
            "memory_limit": f"{max(self._memory, _LEAST)}B",
            "temp_directory": str(self._here() / "sort"),
            "preserve_insertion_order": "false",
            "threads": "1",
        }
        try:
            with duckdb.connect(config=settings) as here:
                file = str(self._here() / "rows.parquet")
                found = here.sql("SELECT k, v FROM read_parquet(?) ORDER BY k", params=[file])
                for batch in found.to_arrow_reader(_AT_ONCE):
                    yield from zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True)
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise self._full(error) from error

    def _full(self, error: Exception) -> OutputError:
        return OutputError(
            f"can't sort what was found: {str(error).splitlines()[0]}",
            where=str(self._work or self._folder or ""),
            hint="free some space, then build again",
        )


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _check() -> None:
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise KGError(
            f"sorting with duckdb needs the package {error.name}", hint="pip install 'kg-indonesia[scale]'"
        ) from None
