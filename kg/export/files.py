"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import OutputError


@contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes the place of `path` when the block ends well, and leaves no trace when it does not.

    A device or a pipe (/dev/stdout) is written to as it is, and a link is followed: neither is ever replaced.

    Raises OutputError when the folder can't be written or the disk is full.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with _straight(path) as file:
            yield file
        return
    if path.is_symlink():
        path = path.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise OutputError(
            f"can't write there: {error.strerror}", where=str(path), hint="choose another folder"
        ) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise OutputError(
            f"can't write: {error.strerror}", where=str(path), hint="free some space, or choose another folder"
        ) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _straight(path: Path) -> Iterator[IO[bytes]]:
    try:
        with path.open("wb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"can't write: {error.strerror}", where=str(path), hint="free some space, or choose another file"
        ) from error


@contextmanager
def sink(target: Path | IO[bytes]) -> Iterator[IO[bytes]]:
    """A binary file to write to: `atomic` for a path, the file itself (left open) when one is given."""
    if isinstance(target, Path):
        with atomic(target) as file:
            yield file
    else:
        yield target


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
