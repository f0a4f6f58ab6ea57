"""One input to a target: what came of it, within limits of processor time and memory."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from kg.errors import KGError
from tests.fuzz.target import Act

_HOME = str(Path(__file__).resolve().parents[2])


class HangError(BaseException):
    """The time for one input is up. No handler of the program may take it for an error of its own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise HangError in the block when it has used its processor time."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise HangError

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def fault(act: Act, data: bytes, seconds: float) -> str | None:
    """What is wrong with the answer to an input, as the error and the place in the program; None where it is right."""
    try:
        with time_limit(seconds):
            act(data)
    except KGError:
        return None
    except HangError:
        return "hang"
    except (Exception, GeneratorExit, SystemExit) as error:  # noqa: BLE001 - that is what is looked for
        return f"{type(error).__name__} in {place(error)}"
    return None


def place(error: BaseException) -> str:
    """The innermost line of the program on the way to an error."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/kg/" in frame.filename and "site-packages" not in frame.filename]
    last = own[-1] if own else frames[-1]
    return f"{last.filename.removeprefix(_HOME + '/')}:{last.lineno} {last.name}"
