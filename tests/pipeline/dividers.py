"""What two processes do in tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.errors import OutputError


def squares(numbers: Iterable[int]) -> Iterator[bytes]:
    return (str(number**2).encode() for number in numbers)


def fail(numbers: Iterable[int]) -> Iterator[bytes]:
    """In the second share only."""
    if 0 not in numbers:
        raise OutputError("no space", where="there")
    yield b""
