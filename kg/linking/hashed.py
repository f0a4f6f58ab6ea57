"""Texts with numbers → the numbers that share a text: by hash, and on disk beyond a bound."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.errors import not_put_away
from kg.linking.families import alike

if TYPE_CHECKING:
    import numpy

_HELD = 1 << 17  # numbers that are held, 12 bytes each
_PARTS = 32  # files, each of which is read as a whole; by the first bits of the hash
_BITS = 59  # of the hash behind those


class Hashed:
    """Takes numbers below 2^32 with the texts that they are found by."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._hashes, self._numbers = array("Q"), array("I")
        self._files: list[IO[bytes]] = []

    def add(self, number: int, found_by: Sequence[int]) -> None:
        """Remember a number by the hashes of texts; raises OutputError when the disk is full."""
        self._hashes.extend(found_by)
        self._numbers.extend([number] * len(found_by))
        if len(self._numbers) >= _HELD:
            self._spill()

    def groups(self) -> Iterator[list[int]]:
        """The numbers that share a text, two and more, in the order they were given; equal hashes count as equal."""
        if not self._files:
            yield from _groups(self._rows())
            return
        self._spill()
        for file in self._files:
            with file:
                yield from _groups(self._read(file))

    def _rows(self) -> numpy.ndarray:
        import numpy as np

        rows = np.empty(len(self._numbers), dtype=np.dtype([("hash", "<u8"), ("number", "<u4")]))
        rows["hash"], rows["number"] = self._hashes, self._numbers
        return rows

    def _spill(self) -> None:
        import numpy as np

        rows = self._rows()
        part = (rows["hash"] >> _BITS).astype(np.uint8)
        order = np.argsort(part, kind="stable")
        rows, ends = rows[order], np.searchsorted(part[order], np.arange(_PARTS), side="right").tolist()
        try:
            if not self._files:
                self._files = [tempfile.TemporaryFile(dir=self._folder) for _ in range(_PARTS)]  # noqa: SIM115 - see `groups`
            for file, (start, end) in zip(self._files, pairwise([0, *ends]), strict=True):
                file.write(rows[start:end].tobytes())
        except OSError as error:
            raise not_put_away(self._folder, error) from error
        self._hashes, self._numbers = array("Q"), array("I")

    def _read(self, file: IO[bytes]) -> numpy.ndarray:
        import numpy as np

        try:
            file.seek(0)
            return np.frombuffer(file.read(), dtype=np.dtype([("hash", "<u8"), ("number", "<u4")]))
        except OSError as error:
            raise not_put_away(self._folder, error) from error


class Distinct:
    """Takes numbers below 2^64, then gives each once, ascending; what comes again and again is not held so often."""

    def __init__(self) -> None:
        self._found = array("Q")
        self._most = _HELD

    def extend(self, numbers: Iterable[int]) -> None:
        """Take some."""
        self._found.extend(numbers)
        if len(self._found) > self._most:
            self._found = array("Q", self.all().tobytes())
            self._most = 2 * len(self._found) + _HELD

    def all(self) -> numpy.ndarray:
        """Those that were taken."""
        import numpy as np

        return np.unique(np.frombuffer(self._found, dtype=np.uint64))


def hashed(text: str) -> int:
    """64 bits of a text, the same everywhere."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _groups(rows: numpy.ndarray) -> Iterator[list[int]]:
    import numpy as np

    rows = rows[np.argsort(rows["hash"], kind="stable")]
    yield from alike(rows["hash"], rows["number"])
