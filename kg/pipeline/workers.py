"""Articles → records in several processes; an article that kills or stalls one is set aside by name."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

from kg.model import Article
from kg.pipeline.attempts import Limits, Outcome, attempt
from kg.pipeline.extraction import Extraction
from kg.pipeline.readers import Readers

_AHEAD = 3  # bundles in the hands of each process
_BUNDLE = 32  # articles that are handed over together, since each handing over costs as much as half an article
_BUNDLE_TEXT = 1 << 18  # characters of their texts from which on no other one comes to them
_WARM_UP = 64  # articles that are read here before it pays to start others


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
        yield from _shared(stream, jobs, limits, extraction.lexicon.ontology.root)


def _shared(stream: Iterator[Article], jobs: int, limits: Limits, ontology: Path) -> Iterator[tuple[Article, Outcome]]:
    waiting: deque[tuple[list[Article], Future[list[Outcome]]]] = deque()
    with closing(Readers(jobs, limits, ontology)) as readers:
        readers.start()
        for bundle in _bundles(stream):
            waiting.append((bundle, readers.submit(bundle)))
            if len(waiting) >= jobs * _AHEAD:
                yield from _oldest(waiting)
        while waiting:
            yield from _oldest(waiting)


def _oldest(waiting: deque[tuple[list[Article], Future[list[Outcome]]]]) -> Iterable[tuple[Article, Outcome]]:
    bundle, future = waiting.popleft()
    return zip(bundle, future.result(), strict=True)


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
