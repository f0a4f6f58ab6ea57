"""Columns of numbers and strings → JSON in pieces: what the page holds takes little room until it is written."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, overload

import numpy as np

from kg.wire import dumps

PIECE = 2_000  # items of a column that are written at once
_IN_MEMORY, _AT_ONCE = 1 << 20, 1 << 20  # characters

Row = list[Any]  # of numbers, or of records of numbers


class Rows(Sequence[Row]):
    """Lists of numbers of any length, kept in one array; with a width, lists of records of so many numbers."""

    def __init__(self, width: int = 0) -> None:
        self.width = width
        self.values = array("i")
        self.ends = array("q")

    def append(self, numbers: Iterable[int]) -> None:
        """Add a row; the numbers of its records follow one another."""
        self.values.extend(numbers)
        self.ends.append(len(self.values))

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if not isinstance(at, slice):
            place = range(len(self))[at]
            return self[place : place + 1][0]
        start, stop, step = at.indices(len(self))
        if step != 1 or stop <= start:
            return [self[one] for one in range(start, stop, step)]
        ends = np.array(self.ends[max(start - 1, 0) : stop])
        sizes = np.diff(ends, prepend=0)[1:] if start else np.diff(ends, prepend=0)
        numbers: Any = np.array(self.values[int(ends[0]) if start else 0 : int(ends[-1])])
        records = iter((numbers.reshape(-1, self.width) if self.width else numbers).tolist())
        return [list(islice(records, size)) for size in (sizes // (self.width or 1)).tolist()]


def pieces(value: Any) -> Iterator[str]:
    """JSON that can stand in a script element, piece by piece: objects of columns, and whatever JSON knows."""
    match value:
        case dict():
            for number, (key, inner) in enumerate(value.items()):
                yield f"{',' if number else '{'}{as_json(key)}:"
                yield from pieces(inner)
            yield "}" if value else "{}"
        case array() | np.ndarray() | Rows() | Steps() | list():
            yield from _column(value)
        case Filed():
            yield from value.pieces()
        case _:
            yield as_json(value)


def _column(value: Any) -> Iterator[str]:
    yield "["
    for start in range(0, len(value), PIECE):
        part = value[start : start + PIECE]
        text = as_json(part if isinstance(part, list) else part.tolist())
        yield f"{',' if start else ''}{text[1:-1]}"
    yield "]"


class Filed:
    """The JSON of a part of the page, out of memory's way in a temporary file when it is large."""

    def __init__(self, value: Any) -> None:
        self.file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - it goes with this object
            _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )
        self.file.writelines(pieces(value))

    def pieces(self) -> Iterator[str]:
        """The text from its beginning."""
        self.file.seek(0)
        while text := self.file.read(_AT_ONCE):
            yield text


class Steps:
    """A column of numbers as steps from the number before."""

    def __init__(self, column: Any) -> None:
        self.column = column

    def __len__(self) -> int:
        return len(self.column)

    def __getitem__(self, at: slice) -> Any:
        start, stop, _ = at.indices(len(self))
        before = self.column[start - 1] if start else 0
        return np.diff(self.column[start:stop], prepend=before)


def joined(parts: Iterable[str]) -> Iterator[str]:
    """The same text in fewer pieces."""
    waiting: list[str] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size >= _AT_ONCE:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)


def as_json(value: Any) -> str:
    """JSON that can stand in a script element: no markup character, whatever the strings hold."""
    text = dumps(value).decode("utf-8", "surrogatepass")
    for char in "<>&\u2028\u2029":
        if char in text:
            text = text.replace(char, f"\\u{ord(char):04x}")
    return text
