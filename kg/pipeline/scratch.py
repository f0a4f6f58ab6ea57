"""Folders for what waits on disk only as long as it is worked on; a full disk is told as such."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import not_put_away


@contextmanager
def scratch(folder: Path, prefix: str) -> Iterator[Path]:
    """A new folder in another, there as long as the block runs; raises OutputError when the disk is full."""
    with full(folder):
        work = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Raise OutputError where the disk of a folder is full in the block."""
    try:
        yield
    except OSError as error:
        raise not_put_away(folder, error) from error
