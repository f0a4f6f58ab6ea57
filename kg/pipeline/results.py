"""What a build has made, in numbers; kept beside it, so that one with nothing new has nothing to do.

A build depends on its articles, its decisions, its options and what went wrong while reading: that is its basis. Where
one with the same basis ended well, and the files are as it left them, they are what the next one would write.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OutputError
from kg.export.files import atomic
from kg.model import Issue
from kg.wire import dumps, loads


@dataclass(frozen=True, slots=True)
class Result:
    """What a build has made, in numbers, and what went wrong on the way; entities are those that articles name."""

    articles: int
    entities: int
    events: int
    claims: int
    issues: tuple[Issue, ...]


def keep(path: Path, basis: str, files: Iterable[Path], result: Result) -> None:
    """Write down what a build was made of and what it has made; where that can't be written, it is not known."""
    with suppress(OutputError), atomic(path) as file:
        file.write(dumps({"basis": basis, "files": _state(files), "result": result}))


def kept(path: Path, basis: str, files: Iterable[Path]) -> Result | None:
    """What the last build has made, if it had the same basis and nobody touched the files since; else None."""
    try:
        found = loads(path.read_bytes())
        if found["basis"] != basis or found["files"] != _state(files):
            return None
        made = found["result"]
        return Result(**{**made, "issues": tuple(Issue(**issue) for issue in made["issues"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _state(files: Iterable[Path]) -> dict[str, Any]:
    """Size and time of each file, by name."""
    stats = {file.name: file.stat() for file in files}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}
