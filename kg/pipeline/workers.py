"""Articles → records in several processes; an article that kills or stalls one is set aside by name."""

from __future__ import annotations

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
from kg.pipeline.beside import NOT_STARTED, context, end_with_parent, not_started
from kg.pipeline.extraction import Extraction
from kg.wire import dumps

_AHEAD = 3  # bundles in the hands of each process
_BUNDLE = 32  # articles that are handed over together, since each handing over costs as much as half an article
_BUNDLE_TEXT = 1 << 18  # characters of their texts from which on no other one comes to them
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
    waiting: deque[tuple[list[Article], Future[list[Outcome]]]] = deque()
    pool = _pool(jobs, limits, ontology)
    try:
        for bundle in _bundles(stream):
            waiting.append((bundle, _submit(pool, bundle)))
            if len(waiting) >= jobs * _AHEAD:
                found, pool = _next(waiting, pool, jobs, limits, ontology)
                yield from found
        while waiting:
            found, pool = _next(waiting, pool, jobs, limits, ontology)
            yield from found
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _bundles(stream: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in bundles that are worth handing over; long ones go with few others."""
    bundle: list[Article] = []
    size = 0
    for article in stream:
        bundle.append(article)
        size += len(article.text)
        if len(bundle) >= _BUNDLE or size >= _BUNDLE_TEXT:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


def _next(
    waiting: deque[tuple[list[Article], Future[list[Outcome]]]],
    pool: ProcessPoolExecutor,
    jobs: int,
    limits: Limits,
    ontology: Path,
) -> tuple[Iterable[tuple[Article, Outcome]], ProcessPoolExecutor]:
    """The outcomes of the oldest bundle. When a process died, its articles are tried apart from all others."""
    bundle, future = waiting.popleft()
    try:
        return zip(bundle, future.result(), strict=True), pool
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
        found = list(_apart(bundle, limits, ontology))
        pool = _pool(jobs, limits, ontology)
        again = [other for other, _ in waiting]
        waiting.clear()
        waiting.extend((other, _submit(pool, other)) for other in again)
        return found, pool


def _submit(pool: ProcessPoolExecutor, bundle: list[Article]) -> Future[list[Outcome]]:
    """Hand articles to a pool; one that broke meanwhile answers so when it is asked."""
    try:
        return pool.submit(_read, bundle)
    except (BrokenProcessPool, *NOT_STARTED) as error:  # it broke while it started one more process
        broken: Future[list[Outcome]] = Future()
        broken.set_exception(BrokenProcessPool(str(error)))
        return broken


def _apart(bundle: Iterable[Article], limits: Limits, ontology: Path) -> Iterator[tuple[Article, Outcome]]:
    """The outcomes of articles one by one, in a process that is theirs; one that kills it is set aside."""
    pool = _pool(1, limits, ontology)
    try:
        for article in bundle:
            try:
                yield article, pool.submit(_read, [article]).result()[0]
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                pool = _pool(1, limits, ontology)
                yield article, _set_aside(article, "the process that read it died")
            except NOT_STARTED as error:
                raise not_started(error) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int, limits: Limits, ontology: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=context(), initializer=_start, initargs=(limits, ontology))


# In the processes

_here: dict[str, object] = {}


def _start(limits: Limits, ontology: Path) -> None:
    """Set a process up: its own lexicon, its memory bounded; it ends with the one that started it."""
    from kg.pipeline.ready import extraction_of

    end_with_parent()
    _here["extraction"] = extraction_of(ontology)
    _here["limits"] = limits
    if limits.memory is not None:
        try:
            import resource
        except ImportError:  # not on this system
            return
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _read(bundle: list[Article]) -> list[Outcome]:
    extraction, limits = _here["extraction"], _here["limits"]
    return [attempt(extraction, article, limits) for article in bundle]  # type: ignore[arg-type]


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
