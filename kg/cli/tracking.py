"""A progress bar on stderr for long work: on a terminal only, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

Track = Callable[[Iterable[Any], str], Iterable[Any]]


@contextmanager
def tracker(*, quiet: bool = False) -> Iterator[Track]:
    """A function that wraps the items of long work; it shows nothing when quiet, or when stderr is no terminal."""
    from kg.graph.statistics.tables import untracked

    if quiet or not sys.stderr.isatty():
        yield untracked
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    ) as bar:

        def track(items: Iterable[Any], what: str) -> Iterable[Any]:
            found = list(items)
            task = bar.add_task(what, total=len(found))
            for item in found:
                yield item
                bar.advance(task)
            bar.remove_task(task)

        yield track
