"""Paths to read, and the folder to write → an error where a build would read what a build has written.

Else the second build of a folder that holds its own output would take graph.html and statements.jsonl for articles, and
count every quote twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kg.errors import UsageError

_SIGNS = frozenset({"statements.jsonl", "graph.ttl"})  # files that together tell a folder that a build has written


def keep_apart(paths: Sequence[str | Path], output: Path | None = None) -> None:
    """Raise UsageError when a folder to read holds the output, or what an earlier build has written."""
    for folder in map(Path, filter(_is_folder, paths)):
        if output is not None and _real(output).is_relative_to(_real(folder)):
            raise UsageError(
                f"lies in {folder}, the folder to read: the next build would take it for articles",
                where=str(output),
                hint="write the output elsewhere (-o), or keep the articles in a folder of their own",
            )
        for found in _written(folder):
            raise UsageError(
                "written by a build, not an article: its quotes would count twice",
                where=str(found),
                hint="move that folder out of the one to read, or keep the articles in a folder of their own",
            )


def _is_folder(given: str | Path) -> bool:
    with suppress(OSError):  # too long a name; told where it is read
        return str(given) not in ("", "-") and Path(given).is_dir()
    return False


def _real(path: Path) -> Path:
    """Without links; unlike `resolve`, also of one that leads to itself."""
    return Path(os.path.realpath(path))


def _written(folder: Path) -> Iterator[Path]:
    """The folders inside, hidden ones aside, that a build has written."""
    for place, inside, files in os.walk(folder):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        if _SIGNS.issubset(files):
            yield Path(place)
