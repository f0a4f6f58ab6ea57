"""Records put away on disk as they come → read again and again, by article; memory holds their places only."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from kg.errors import OutputError
from kg.records import Record
from kg.wire import dumps, loads

_AT_ONCE = 1 << 16  # bytes that are written together


class Spool:
    """A temporary file of records, one line each; a context manager that removes it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        try:
            self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - closed by __exit__
        except OSError as error:
            raise self._full(error) from error
        self._articles: list[str] = []
        self._starts = array("Q")
        self._lengths = array("L")
        self._end = 0
        self._waiting = bytearray()  # the end of it, not yet in the file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        except OSError:  # a full disk has been told already
            if kind is None:
                raise

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, record: Record) -> None:
        """Put a record away; raises OutputError when the disk is full."""
        self.take(record["article"], dumps(record))

    def take(self, article: str, line: bytes) -> None:
        """Put the line of an article's record away, as `dumps` writes it."""
        self._waiting += line
        if len(self._waiting) > _AT_ONCE:
            self._write()
        self._articles.append(article)
        self._starts.append(self._end)
        self._lengths.append(len(line))
        self._end += len(line)

    def extend(self, records: Iterable[Record]) -> None:
        """Put records away."""
        for record in records:
            self.add(record)

    def order(self) -> list[int]:
        """The places of the records by article; records of one article stay in the order they came."""
        return sorted(range(len(self._articles)), key=self._articles.__getitem__)

    def article(self, place: int) -> str:
        return self._articles[place]

    def line(self, place: int) -> bytes:
        """The record of a place as it was put away."""
        if self._waiting:
            self._write()
        try:
            self._file.seek(self._starts[place])
            return bytes(self._file.read(self._lengths[place]))
        except OSError as error:
            raise self._full(error) from error

    def read(self, places: Iterable[int]) -> Iterator[Record]:
        """The records of places, one after another."""
        for place in places:
            yield cast("Record", loads(self.line(place)))

    def __iter__(self) -> Iterator[Record]:
        """All records in the order they came."""
        return self.read(range(len(self)))

    def _write(self) -> None:
        try:
            self._file.seek(0, os.SEEK_END)
            while self._waiting:
                del self._waiting[: self._file.write(self._waiting)]
        except OSError as error:
            raise self._full(error) from error

    def _full(self, error: OSError) -> OutputError:
        return OutputError(
            f"can't put records away: {error.strerror}",
            where=str(self._folder or tempfile.gettempdir()),
            hint="free some space, then build again",
        )
