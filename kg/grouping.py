"""Rows of a key and a value in any order → the rows grouped by key, in order; memory is bounded, the rest is on disk.

An external merge sort: what does not fit in memory is sorted piece by piece into temporary files, which are merged; of
very many files, some become one first, since a system opens only so many at once.
"""

from __future__ import annotations

import shutil
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from kg.errors import OutputError
from kg.wire import encoded

_BETWEEN = "\0"  # sorts before every sign that a key may have
_OVERHEAD = 80  # bytes of a Python string beside its signs
_LEAST, _MOST = 1 << 16, 1 << 20  # signs of a file that are read at once
_SHARE = 4  # of the memory, of which pieces are read: a sign takes up to twice its size, and rows their overhead
_TOGETHER = 1000  # rows in memory that are merged at once
_OPEN = 200  # files that are read at once: macOS lets a process open 256


class Sorter(Protocol):
    """What groups rows; a context manager that leaves nothing behind."""

    def add(self, key: str, value: str) -> None: ...
    def groups(self) -> Iterator[tuple[str, list[str]]]: ...


class NewSorter(Protocol):
    """Makes one: in a folder, with so many bytes of memory."""

    def __call__(self, folder: Path | None = None, *, memory: int) -> AbstractContextManager[Sorter]: ...


class SortedFiles:
    """Groups of rows by key; a context manager that removes its files. Keys and values are single lines of text."""

    def __init__(self, folder: Path | None = None, *, memory: int = 64 << 20) -> None:
        self._folder = folder
        self._memory = memory
        self._rows: list[str] = []
        self._size = 0
        self._pieces: list[Path] = []
        self._made = 0  # files so far, for their names
        self._work: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.clear()
        if self._work is not None:
            shutil.rmtree(self._work, ignore_errors=True)

    def add(self, key: str, value: str) -> None:
        """Take a row; raises ValueError where key or value is no single line, OutputError when the disk is full."""
        row = f"{key}{_BETWEEN}{value}"
        if _BETWEEN in key or "\n" in row:
            raise ValueError(f"not a single line: {row[:80]!r}")
        self._rows.append(row)
        self._size += len(row) + _OVERHEAD
        if self._size > self._memory:
            self._spill()

    def leave(self) -> list[Path]:
        """Everything in sorted files, for another one to take; from then on they are its own."""
        if self._rows:
            self._spill()
        pieces, self._pieces, self._work = self._pieces, [], None
        return pieces

    def take(self, pieces: Iterable[Path]) -> None:
        """Take the files that another one left; who made their folder removes them."""
        self._pieces.extend(pieces)

    def groups(self) -> Iterator[tuple[str, list[str]]]:
        """Each key once, by code points, with its values, sorted; equal values stay as often as they were given.

        It can be done once: a file is removed when it is read. Raises OutputError when the disk is full.
        """
        self._rows.sort()
        while (more := len(self._pieces) - _OPEN) > 0:
            first = [self._pieces.pop(0) for _ in range(min(more + 1, _OPEN))]
            self._put(chain.from_iterable(_merged(self._reading(first))))
        pieces, self._pieces = self._pieces, []
        waiting = (self._rows[at : at + _TOGETHER] for at in range(0, len(self._rows), _TOGETHER))
        key, values = "", list[str]()
        for rows in _merged([*self._reading(pieces), waiting]):
            for row in rows:
                mine, _, value = row.partition(_BETWEEN)
                if mine != key:
                    if values:
                        yield key, values
                    key, values = mine, []
                values.append(value)
        if values:
            yield key, values

    def _reading(self, pieces: Sequence[Path]) -> list[Iterator[list[str]]]:
        """Each piece in parts, all of which take a share of the memory: the larger, the less often all are asked."""
        at_once = min(max(self._memory // (_SHARE * len(pieces)), _LEAST), _MOST) if pieces else _LEAST
        return [_read(piece, at_once) for piece in pieces]

    def _spill(self) -> None:
        self._rows.sort()
        self._put(self._rows)
        self._rows, self._size = [], 0

    def _put(self, rows: Iterable[str]) -> None:
        """Write sorted rows as one more file."""
        try:
            if self._work is None:
                if self._folder is not None:
                    self._folder.mkdir(parents=True, exist_ok=True)
                self._work = Path(tempfile.mkdtemp(prefix="sort-", dir=self._folder))
            piece = self._work / str(self._made)
            _write(piece, rows)
        except OSError as error:
            raise OutputError(
                f"can't sort what was found: {error.strerror}", where=str(self._work or self._folder or ""),
                hint="free some space, then build again",
            ) from error  # fmt: skip
        self._pieces.append(piece)
        self._made += 1


def _write(path: Path, rows: Iterable[str]) -> None:
    with path.open("wb") as file:
        file.writelines(encoded(rows))


def _read(path: Path, at_once: int) -> Iterator[list[str]]:
    """The rows of a file, many at a time; then it is gone."""
    rest = ""
    with path.open("r", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
        while text := file.read(at_once):
            *rows, rest = (rest + text).split("\n")
            if rows:
                yield rows
    path.unlink()


def _merged(sources: Iterable[Iterator[list[str]]]) -> Iterator[list[str]]:
    """The rows of sorted sources in order, many at a time.

    Of what each has given, all go together up to where the first of them has to give more: they are runs, which to sort
    takes little more than to copy.
    """
    waiting = [(rows, 0, source) for source in sources if (rows := next(source, []))]
    while waiting:
        last = min([rows[-1] for rows, _, _ in waiting])
        together: list[str] = []
        after = []
        for rows, start, source in waiting:
            end = bisect_right(rows, last, start)
            if end == len(rows):
                together += rows[start:]
                if more := next(source, []):
                    after.append((more, 0, source))
            else:
                together += rows[start:end]
                after.append((rows, end, source))
        together.sort()
        waiting = after
        yield together
