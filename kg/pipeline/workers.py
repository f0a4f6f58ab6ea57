"""Articles → records in several processes; an article that kills or stalls one is set aside by name."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from kg.errors import KGError
from kg.model import Article, Issue
from kg.pipeline.extraction import Extraction
from kg.wire import dumps

_AHEAD = 8  # articles in the hands of each process
SET_ASIDE = "A090"  # the code of the issue of such an article
_WARM_UP = 64  # articles that are read here before it pays to start others


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost: seconds, and bytes of a process's memory (None: as the system has it)."""

    seconds: float = 60.0
    memory: int | None = 2 << 30


Outcome = bytes | Issue  # the record as one line of JSON, or why there is none


def outcomes(
    articles: Iterable[Article], extraction: Extraction, *, jobs: int = 1, limits: Limits | None = None
) -> Iterator[tuple[Article, Outcome]]:
    """The record of each article, or the issue that says why there is none, in the order of the articles."""
    limits = limits or Limits()
    stream = iter(articles)
    for _, article in zip(range(_WARM_UP), stream, strict=False):
        yield article, attempt(extraction, article, limits)
    if jobs <= 1:
        for article in stream:
            yield article, attempt(extraction, article, limits)
    else:
        yield from _pooled(stream, jobs, limits, extraction.lexicon.ontology.root)


def _pooled(stream: Iterator[Article], jobs: int, limits: Limits, ontology: Path) -> Iterator[tuple[Article, Outcome]]:
    waiting: deque[tuple[Article, Future[Outcome]]] = deque()
    pool = _pool(jobs, limits, ontology)
    try:
        for article in stream:
            waiting.append((article, _submit(pool, article)))
            if len(waiting) >= jobs * _AHEAD:
                found, pool = _next(waiting, pool, jobs, limits, ontology)
                yield found
        while waiting:
            found, pool = _next(waiting, pool, jobs, limits, ontology)
            yield found
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _next(
    waiting: deque[tuple[Article, Future[Outcome]]],
    pool: ProcessPoolExecutor,
    jobs: int,
    limits: Limits,
    ontology: Path,
) -> tuple[tuple[Article, Outcome], ProcessPoolExecutor]:
    """The oldest outcome. When a process died, the article that was waited for is tried in a process of its own."""
    article, future = waiting.popleft()
    try:
        return (article, future.result()), pool
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
        outcome = _alone(article, limits, ontology)
        pool = _pool(jobs, limits, ontology)
        again = [other for other, _ in waiting]
        waiting.clear()
        waiting.extend((other, _submit(pool, other)) for other in again)
        return (article, outcome), pool


def _submit(pool: ProcessPoolExecutor, article: Article) -> Future[Outcome]:
    """Hand an article to a pool; one that broke meanwhile answers so when it is asked."""
    try:
        return pool.submit(_read, article)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _alone(article: Article, limits: Limits, ontology: Path) -> Outcome:
    with _pool(1, limits, ontology) as single:
        try:
            return single.submit(_read, article).result()
        except BrokenProcessPool:
            return _set_aside(article, "the process that read it died")


def _pool(jobs: int, limits: Limits, ontology: Path) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(limits, ontology))


# In the processes

_here: dict[str, object] = {}


def _start(limits: Limits, ontology: Path) -> None:
    """Set a process up: its own lexicon, its memory bounded; an interrupt is for the one that started it."""
    from kg.lexicon.compile import load_lexicon

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here["extraction"] = Extraction(load_lexicon(ontology))
    _here["limits"] = limits
    if limits.memory is not None:
        try:
            import resource
        except ImportError:  # not on this system
            return
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _read(article: Article) -> Outcome:
    extraction, limits = _here["extraction"], _here["limits"]
    return attempt(extraction, article, limits)  # type: ignore[arg-type]


def attempt(extraction: Extraction, article: Article, limits: Limits) -> Outcome:
    """Read an article within the limits; whatever goes wrong with it is an issue that names it."""
    try:
        with _time_limit(limits.seconds):
            return dumps(extraction.record(article))
    except _TooLongError:
        return _set_aside(article, f"it took more than {limits.seconds:g} seconds")
    except MemoryError:
        return _set_aside(article, "it took more memory than is allowed")
    except KGError as error:
        return _set_aside(article, error.message)
    except Exception as error:  # noqa: BLE001 - one article must never stop the others
        return _set_aside(article, f"it can't be read: {type(error).__name__}: {error}")


def _set_aside(article: Article, why: str) -> Issue:
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
