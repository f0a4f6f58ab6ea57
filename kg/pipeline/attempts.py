"""An article → its record as a line of JSON, within limits of time; or the issue that sets it aside by name."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.model import Article, Issue
from kg.wire import dumps

if TYPE_CHECKING:
    from kg.pipeline.extraction import Extraction

SET_ASIDE = "A090"  # the code of the issue of such an article


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost: seconds, and bytes of a process's memory (None: as the system has it)."""

    seconds: float = 60.0
    memory: int | None = 2 << 30


Outcome = bytes | Issue  # the record as one line of JSON, or why there is none


def attempt(extraction: Extraction, article: Article, limits: Limits) -> Outcome:
    """Read an article within the limits; whatever goes wrong with it is an issue that names it."""
    try:
        with _time_limit(limits.seconds):
            return dumps(extraction.record(article))
    except _TooLongError:
        return set_aside(article, f"it took more than {limits.seconds:g} seconds")
    except MemoryError:
        return set_aside(article, "it took more memory than is allowed")
    except KGError as error:
        return set_aside(article, error.message)
    except Exception as error:  # noqa: BLE001 - one article must never stop the others
        return set_aside(article, f"it can't be read: {type(error).__name__}: {error}")


def set_aside(article: Article, why: str) -> Issue:
    """The issue of an article that can't be read."""
    where = article.where or article.id
    return Issue(
        SET_ASIDE, f"article {article.id!r} is set aside: {why}", where, "the others went on; please report it"
    )


class _TooLongError(Exception):
    """The time for one article is up."""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise _TooLongError in the block when the time is up, where the system has alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _TooLongError

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not in the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
