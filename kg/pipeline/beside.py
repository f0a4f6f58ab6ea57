"""A function at work in another process while this one goes on; it ends with this one, however this one ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any

from kg.errors import KGError


@contextmanager
def beside(function: Callable[..., None], *args: Any) -> Iterator[None]:
    """Run a function of a module in a process of its own while the block runs; the block ends when both have.

    Raises what the function raises, KGError when its process dies.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(there, function, args), daemon=True)
    process.start()
    there.close()
    try:
        yield
        error = _answer(here, process)
        if error is not None:
            raise error
    finally:
        process.terminate()
        process.join()
        here.close()


def _answer(here: Connection, process: Any) -> Exception | None:
    try:
        kind, state = here.recv()
    except EOFError:
        process.join()
        return KGError(
            f"a process of the build died (exit {process.exitcode})", hint="give it more memory, or --jobs 1"
        )
    return _again(kind, *state) if kind else None


def _again(kind: type[Exception], args: tuple[Any, ...], where: str, hint: str) -> Exception:
    return kind(*args, where=where, hint=hint) if issubclass(kind, KGError) else kind(*args)


# In the other process


def _run(there: Connection, function: Callable[..., None], args: tuple[Any, ...]) -> None:
    """An interrupt is for the process that started this one; when that is gone, so is this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    try:
        function(*args)
    except Exception as error:  # noqa: BLE001 - it is raised again where it is waited for
        there.send((type(error), (error.args, getattr(error, "where", ""), getattr(error, "hint", ""))))
    else:
        there.send((None, ()))


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
