"""Part of the work on a sequence done by another process, which stays for the next: a `kg.linking.dividing.Divide`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.linking.dividing import Divide, undivided
from kg.pipeline.beside import Talk, talking
from kg.pipeline.scratch import scratch
from kg.spool import Lines

_HERE = 0.45  # share of the work that is done here, where what both find is taken as well
MANY = 300  # records from which on a second process pays


@contextmanager
def dividing(folder: Path, jobs: int, records: int) -> Iterator[Divide]:
    """Divide work by two where there may be two processes and there is enough of it.

    What the other one finds waits in the folder. Raises what a function raises there, OutputError when the disk is
    full, KGError when the other process dies.
    """
    if jobs == 1 or records < MANY:
        yield undivided
        return
    with scratch(folder, "lines-") as work, talking(serve, work) as other:
        yield Halves(other)
        other.tell(())


class Halves:
    """The first part here, the second there."""

    def __init__(self, other: Talk) -> None:
        self._other = other

    def __call__(self, function: Callable[..., Iterable[bytes]], items: Any, *given: Any) -> Iterator[bytes]:
        half = int(len(items) * _HERE)
        self._other.tell((function, items[half:], given))
        yield from function(items[:half], *given)
        yield from self._other.hear()


# In the other process


def serve(here: Talk, folder: Path) -> None:
    """Do the second part of what `Halves` divides, until there is no more of it; what is found waits in a folder."""
    found = None  # what was told last, which the one that asked may still be opening
    while asked := here.hear():
        found = _found(folder, *asked)
        del asked
        here.tell(found)


def _found(folder: Path, function: Callable[..., Iterable[bytes]], items: Any, given: tuple[Any, ...]) -> Lines:
    found = Lines(folder)
    for line in function(items, *given):
        found.add(line)
    return found
