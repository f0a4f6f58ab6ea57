"""Pairs that are named together → who is named in which article, as numbers."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.graph.distinct import distinct
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.stored import pairs_in

Integers = NDArray[np.int64]
NONE = -1
_FULL = 500_000  # mentions of pairs that are kept before repeats are dropped, at least


class _Numbered(dict[str, int]):
    """A name that is looked up and not there yet gets the next number."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


class _Scope(Struct, frozen=True, gc=False):
    """What is read of a co-occurrence."""

    scope: str
    articles: tuple[str, ...]


class _Together(Struct, frozen=True, gc=False):
    """What is read of a pair."""

    between: tuple[str, str]
    scopes: tuple[_Scope, ...]


class Numbers:
    """Names by number, in the order in which they come."""

    def __init__(self) -> None:
        self.at: dict[str, int] = _Numbered()

    def of(self, name: str | None) -> int:
        """The number of a name, a new one where there is none; NONE for None."""
        return NONE if name is None else self.at[name]

    def all_of(self, names: Sequence[str]) -> list[int]:
        """The numbers of several names."""
        return [*map(self.at.__getitem__, names)]

    def names(self) -> tuple[str, ...]:
        """The names by their numbers."""
        return tuple(self.at)


def named_together(base: KnowledgeBase, who: Numbers, where: Numbers) -> tuple[int, Integers]:
    """How many co-occurrences there are, and who stands in which article by one of them: actor × 2³² + article, each
    once, sorted.

    A pair of a sentence or a paragraph is one of its article too; one of an event need not be named in one article.
    """
    count, found, fresh = 0, np.zeros(0, dtype=np.int64), _Mentions()
    for pair in pairs_in(base.cooccurrences, _Together):
        count += len(pair.scopes)
        for one in pair.scopes:
            if one.scope == "article":
                fresh.add(who.all_of(pair.between), where.all_of(one.articles))
        if len(fresh.articles) >= max(_FULL, len(found) // 4):  # else the same would be sorted more and more often
            found, fresh = distinct(np.concatenate([found, fresh.numbers()])), _Mentions()
    return count, distinct(np.concatenate([found, fresh.numbers()]))


class _Mentions:
    """Who stands in which articles: two for each stretch of the articles."""

    def __init__(self) -> None:
        self.actors, self.articles, self.sizes = array("i"), array("i"), array("i")

    def add(self, actors: list[int], articles: list[int]) -> None:
        self.actors.fromlist(actors)
        self.articles.fromlist(articles)
        self.sizes.append(len(articles))

    def numbers(self) -> Integers:
        """Actor × 2³² + article."""
        articles = np.array(self.articles, dtype=np.int64)
        actors = np.repeat(np.array(self.actors, dtype=np.int64).reshape(-1, 2), np.array(self.sizes), axis=0)
        return np.asarray((actors << 32) | articles[:, None], dtype=np.int64).ravel()
