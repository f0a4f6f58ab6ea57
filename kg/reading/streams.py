"""Files → bytes and lines, unpacked on the way, with bounds on what one file or one line may hold."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO, Any, cast

from kg.reading.decoding import one_line
from kg.reading.problems import BadInputError

MAX_BYTES = 32 * 1024 * 1024  # of one text or page, unpacked
MAX_LINE = 32 * 1024 * 1024  # of one line of a table
PACKED = (".gz", ".zst")
STDIN = "-"
_PIECE = 1024  # bytes of zstd unpacked at once: they may hold 32 MB


def inner_name(path: str) -> str:
    """The name without the ending of a packed file."""
    lowered = path.lower()
    return next((path[: -len(ending)] for ending in PACKED if lowered.endswith(ending)), path)


def stem(path: str) -> str:
    """The file's name without its endings, on one line: the id of the article in it."""
    name = PurePath(inner_name(path)).name
    return one_line(name[: -len(PurePath(name).suffix)] if PurePath(name).suffix else name) or "unnamed"


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked; `-` is standard input. Raises BadInputError when it can't be read."""
    try:
        if path == STDIN:
            yield sys.stdin.buffer
        elif path.lower().endswith(".gz"):
            with gzip.open(path, "rb") as file:
                yield cast("IO[bytes]", file)
        elif path.lower().endswith(".zst"):
            with Path(path).open("rb") as raw, _unzstd(raw, path) as file:
                yield file
        else:
            with Path(path).open("rb") as file:
                yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise BadInputError(
            "A001", f"the packed file is damaged: {error}", where=path, hint="fetch or pack it again"
        ) from None
    except OSError as error:
        raise BadInputError(
            "A001", f"can't be read: {error.strerror or error}", where=path, hint="check the file and its permissions"
        ) from None


@contextmanager
def _unzstd(raw: IO[bytes], path: str) -> Iterator[IO[bytes]]:
    try:
        import zstandard
    except ImportError:
        raise BadInputError(
            "A001",
            "a .zst file needs the package zstandard",
            where=path,
            hint="pip install zstandard, or unpack it",
        ) from None
    try:
        yield io.BufferedReader(_Frames(raw, lambda: zstandard.ZstdDecompressor().decompressobj()))
    except zstandard.ZstdError as error:
        raise BadInputError(
            "A001", f"the packed file is damaged: {error}", where=path, hint="fetch or pack it again"
        ) from None


class _Frames(io.RawIOBase):
    """Frames of zstd, one after another, as bytes. A file that ends inside of one raises EOFError, as gzip does."""

    def __init__(self, raw: IO[bytes], start: Callable[[], Any]) -> None:
        self._raw = raw
        self._start = start
        self._frame: Any = None
        self._behind = b""  # of the frame that has ended
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._behind or self._raw.read(_PIECE)
            self._behind = b""
            if not data and self._frame is not None:
                raise EOFError("it ends in the middle")
            if not data:
                return 0
            self._frame = self._frame or self._start()
            self._ready = memoryview(self._frame.decompress(data))
            if self._frame.eof:
                self._behind, self._frame = self._frame.unused_data, None
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count


def whole(path: str) -> bytes:
    """All bytes of a file. Raises BadInputError when they are more than one article can be."""
    with opened(path) as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise BadInputError(
            "A008",
            f"more than {MAX_BYTES // 2**20} MB for one article",
            where=path,
            hint="split it, or give a table with one article a row",
        )
    return data


def lines(path: str) -> Generator[tuple[int, bytes | None], None, None]:
    """The lines of a file with their numbers; None for one that is too long, and its rest is passed over."""
    with opened(path) as file:
        number = 0
        while line := file.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_LINE)
                yield number, None
            else:
                yield number, line
