"""Records put away on disk as they come → read again and again, by article; memory holds their places only."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import FileIO
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from kg.errors import not_put_away
from kg.records import Record
from kg.wire import dumps, loads

_AT_ONCE = 1 << 16  # bytes that are written together


class Lines:
    """A temporary file of lines of bytes, read again by their numbers; it goes when nobody holds it any more."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        try:
            self._file, self._path = _new_file(folder)
        except OSError as error:
            raise not_put_away(self._folder, error) from error
        self._mine = True  # to remove
        self._starts = array("Q", [0])
        self._waiting = bytearray()  # the end of it, not yet in the file

    def reopen(self, path: Path, starts: array[int]) -> None:
        """Read what another process put away."""
        self._folder, self._path, self._mine = path.parent, path, False
        self._starts, self._waiting = starts, bytearray()
        try:
            self._file = FileIO(path)
        except OSError as error:
            raise not_put_away(self._folder, error) from error

    def __len__(self) -> int:
        return len(self._starts) - 1

    def add(self, line: bytes) -> int:
        """Put a line away and tell its number; raises OutputError when the disk is full."""
        self._waiting += line
        if len(self._waiting) > _AT_ONCE:
            self._write()
        starts = self._starts
        starts.append(starts[-1] + len(line))
        return len(starts) - 2

    def __getitem__(self, number: int) -> bytes:
        """A line as it was put away; raises IndexError when there is none of that number."""
        return self._read(self._starts[number], self._starts[number + 1] - self._starts[number])

    def _read(self, start: int, length: int) -> bytes:
        if self._waiting:
            self._write()
        try:
            return os.pread(self._file.fileno(), length, start)
        except OSError as error:
            raise not_put_away(self._folder, error) from error

    def __iter__(self) -> Iterator[bytes]:
        """All lines in order, read in large pieces; none may be added meanwhile."""
        at, piece = 0, b""  # where the piece begins
        for start, end in pairwise(self._starts):
            if end > at + len(piece):
                at, piece = start, self._read(start, max(end - start, _AT_ONCE))
            yield piece[start - at : end - at]

    def __reduce__(self) -> tuple[Any, ...]:
        """For other processes, which may read what is there now as long as this one keeps it."""
        if self._waiting:
            self._write()
        return _reopened, (self._path, self._starts)

    def close(self) -> None:
        """Remove the file; its space is free at once, also where another process still has it open."""
        path, self._path = self._path, None
        if path is not None and self._mine:
            path.unlink(missing_ok=True)
            self._file.truncate(0)
        self._file.close()

    def __del__(self) -> None:
        with suppress(OSError, AttributeError):  # AttributeError: it could not even be opened
            self.close()

    def _write(self) -> None:
        try:
            self._file.seek(0, os.SEEK_END)
            while self._waiting:
                del self._waiting[: self._file.write(self._waiting)]
        except OSError as error:
            raise not_put_away(self._folder, error) from error


def _new_file(folder: Path | None) -> tuple[FileIO, Path | None]:
    """With a name for other processes where a folder is given; who made that clears it after a build was killed."""
    if folder is None:
        return tempfile.TemporaryFile(buffering=0), None
    descriptor, path = tempfile.mkstemp(prefix="lines-", dir=folder)
    return FileIO(descriptor, "r+"), Path(path)


def _reopened(path: Path, starts: array[int]) -> Lines:
    lines = Lines.__new__(Lines)
    lines.reopen(path, starts)
    return lines


class Spool:
    """Records in a temporary file, one line each; a context manager that removes it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._lines = Lines(folder)
        self._articles = Lines(folder)
        self._last: str | None = None
        self._in_order = True  # they come by article

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except OSError:  # a full disk has been told already
            if kind is None:
                raise

    def __len__(self) -> int:
        return len(self._articles)

    def close(self) -> None:
        """Remove what was put away."""
        try:
            self._lines.close()
        finally:
            self._articles.close()

    def add(self, record: Record) -> None:
        """Put a record away; raises OutputError when the disk is full."""
        self.take(record["article"], dumps(record))

    def take(self, article: str, line: bytes) -> None:
        """Put the line of an article's record away, as `dumps` writes it."""
        self._lines.add(line)
        self._articles.add(article.encode("utf-8", "surrogatepass"))
        self._in_order = self._in_order and (self._last is None or self._last <= article)
        self._last = article

    def extend(self, records: Iterable[Record]) -> None:
        """Put records away."""
        for record in records:
            self.add(record)

    def order(self) -> Sequence[int]:
        """The places of the records by article; records of one article stay in the order they came."""
        places = range(len(self))
        return places if self._in_order else sorted(places, key=list(self._articles).__getitem__)

    @property
    def stored(self) -> Lines:
        """The records' lines by place, which other processes can read when the spool lies in a folder."""
        return self._lines

    def article(self, place: int) -> str:
        return self._articles[place].decode("utf-8", "surrogatepass")

    def line(self, place: int) -> bytes:
        """The record of a place as it was put away."""
        return self._lines[place]

    def read(self, places: Iterable[int]) -> Iterator[Record]:
        """The records of places, one after another."""
        for place in places:
            yield cast("Record", loads(self.line(place)))

    def __iter__(self) -> Iterator[Record]:
        """All records in the order they came; none may be added meanwhile."""
        return map(loads, self._lines)
