"""A function at work in another process while this one goes on; it ends with this one, however this one ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from kg.errors import KGError
from kg.pipeline.collecting import seldom_collected


class ProcessDiedError(KGError):
    """A process ended that was still needed."""


Call = tuple[Callable[..., None], tuple[Any, ...]]  # a function of a module, and its arguments behind the talks
_NOT_STARTED = (OSError, EOFError)  # EOFError: what processes are made by has died
_ENDED, _SAID = "ended", "said"
_LOADED = "kg.pipeline.ready"  # what processes are born with
_MUCH = 1 << 18  # bytes of a file


def context() -> BaseContext:
    """How processes are made: where the system can, by one that has loaded already what each of them needs.

    Never by a copy of this process, whose threads may hold what the copy then waits for.
    """
    if sys.platform == "linux":
        found = multiprocessing.get_context("forkserver")
        found.set_forkserver_preload([_LOADED])
        with suppress(OSError):  # no room for its socket, or too long a path to it
            _start_server()
            return found
    return multiprocessing.get_context("spawn")


def _start_server() -> None:
    """Start what processes are made by, if it does not run: with the modules that this process finds.

    Else it would look for them in the folder that it is called in first. An interrupt, which ends it while it loads, is
    not for it.
    """
    from multiprocessing import forkserver, resource_tracker

    given = {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    try:
        resource_tracker.ensure_running()  # which would let interrupts through again
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def get_ready(paths: Sequence[str | Path]) -> None:
    """Have what makes processes load what they need while this one does other work, if so much may have to be read."""
    if any(map(_much, map(Path, paths))):
        context()


def _much(path: Path) -> bool:
    with suppress(OSError):  # told where it is read
        return path.is_dir() or (path.is_file() and path.stat().st_size > _MUCH)
    return False


@contextmanager
def beside(function: Callable[..., None], *args: Any) -> Iterator[None]:
    """Run a function of a module in a process of its own while the block runs; the block ends when both have.

    Raises what the function raises, ProcessDiedError when its process dies.
    """
    with talking(_alone, function, *args):
        yield


class Talk:
    """One end of a talk between two processes; values are told and heard in turn."""

    def __init__(self, connection: Connection, process: Any = None) -> None:
        self._connection, self._process = connection, process

    def tell(self, value: Any) -> None:
        """Raises as `hear` does when the other one is gone."""
        try:
            self._connection.send((_SAID, value))
        except OSError:
            self._until(_ENDED)
            raise

    def hear(self) -> Any:
        """Raises what the function raised in the other process, ProcessDiedError when that died."""
        return self._until(_SAID)

    def _until(self, kind: str) -> Any:
        while True:
            try:
                found, value = self._connection.recv()
            except (EOFError, OSError):
                raise self._died() from None
            if isinstance(found, type):
                raise _again(found, *value)
            if found == kind:
                return value
            if found == _ENDED:
                raise self._died()

    def _died(self) -> ProcessDiedError:
        if self._process is not None:
            self._process.join()
        exited = f" (exit {self._process.exitcode})" if self._process is not None else ""
        return ProcessDiedError(f"a process of the build died{exited}", hint="give it more memory, or --jobs 1")

    def stop(self) -> None:
        """End the other process; whoever waits for it hears that it died."""
        if self._process is not None:
            self._process.terminate()

    def end(self) -> None:
        """Wait until the function is done."""
        self._until(_ENDED)


@contextmanager
def asking(function: Callable[..., None], *args: Any) -> Iterator[Talk]:
    """A function in a process of its own, with a `Talk` before the other arguments; the block's end ends it."""
    here, there = context().Pipe()
    with closing(here), _started(there, function, args) as process:
        yield Talk(here, process)


@contextmanager
def talking(function: Callable[..., None], *args: Any) -> Iterator[Talk]:
    """The same of a function that the end of the block waits for."""
    with asking(function, *args) as talk:
        yield talk
        talk.end()


@contextmanager
def talking_to_two(first: Call, second: Call) -> Iterator[Talk]:
    """The same of two functions with their arguments, each in a process of its own.

    The first takes a `Talk` with this process and one with the second, the second one with the first.
    """
    ours, theirs = context().Pipe()
    with closing(ours), _started(theirs, *second), talking(_helped, ours, *first) as talk:
        ours.close()  # so that the second hears when the first is gone
        yield talk


@contextmanager
def _started(there: Connection, function: Callable[..., None], args: tuple[Any, ...]) -> Iterator[BaseProcess]:
    """A process that runs a function, with its end of a talk; it is gone when the block ends."""
    process = context().Process(target=_run, args=(there, function, args), daemon=True)  # type: ignore[attr-defined]
    try:
        process.start()
    except _NOT_STARTED as error:
        raise _not_started(error) from error
    finally:
        there.close()
    try:
        yield process
    finally:
        process.terminate()
        process.join()


def _not_started(error: Exception) -> KGError:
    """The error of a process that could not be made."""
    return KGError(
        f"can't start another process: {getattr(error, 'strerror', None) or error}",
        hint="close other programs, or build with --jobs 1",
    )


def _again(kind: type[Exception], args: tuple[Any, ...], where: str, hint: str) -> Exception:
    return kind(*args, where=where, hint=hint) if issubclass(kind, KGError) else kind(*args)


# In the other process


def _end_with_parent() -> None:
    """An interrupt is for the process that started this one; when that is gone, however it went, so is this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _run(there: Connection, function: Callable[..., None], args: tuple[Any, ...]) -> None:
    _end_with_parent()
    seldom_collected()
    try:
        function(Talk(there), *args)
    except Exception as error:  # noqa: BLE001 - it is raised again where it is waited for
        with suppress(OSError):  # nobody waits any more
            there.send((type(error), (error.args, getattr(error, "where", ""), getattr(error, "hint", ""))))
    else:
        there.send((_ENDED, None))


def _helped(here: Talk, connection: Connection, function: Callable[..., None], args: tuple[Any, ...]) -> None:
    other = Talk(connection)
    function(here, other, *args)
    other.end()


def _alone(_: Talk, function: Callable[..., None], *args: Any) -> None:
    function(*args)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
