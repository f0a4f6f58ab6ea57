"""Columns of numbers and strings → JSON in pieces: what the page holds takes little room until it is written."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, overload

import numpy as np

PIECE = 10_000  # items of a column that are written at once

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
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        numbers = self.values[self.ends[at - 1] if at else 0 : self.ends[at]].tolist()
        if not self.width:
            return numbers
        return [numbers[start : start + self.width] for start in range(0, len(numbers), self.width)]


def pieces(value: Any) -> Iterator[str]:
    """JSON that can stand in a script element, piece by piece: objects of columns, and whatever JSON knows."""
    match value:
        case dict():
            for number, (key, inner) in enumerate(value.items()):
                yield f"{',' if number else '{'}{as_json(key)}:"
                yield from pieces(inner)
            yield "}" if value else "{}"
        case array() | np.ndarray() | Rows() | list():
            yield from _column(value)
        case _:
            yield as_json(value)


def _column(value: Any) -> Iterator[str]:
    yield "["
    for start in range(0, len(value), PIECE):
        part = value[start : start + PIECE]
        text = as_json(part if isinstance(part, list) else part.tolist())
        yield f"{',' if start else ''}{text[1:-1]}"
    yield "]"


def joined(parts: Iterable[str], size: int = 64) -> Iterator[str]:
    """The same text in fewer pieces."""
    rest = iter(parts)
    while some := list(islice(rest, size)):
        yield "".join(some)


def as_json(value: Any) -> str:
    """JSON that can stand in a script element: no markup character, whatever the strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        if char in text:
            text = text.replace(char, f"\\u{ord(char):04x}")
    return text
