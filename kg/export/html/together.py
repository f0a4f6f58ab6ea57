"""Co-occurrences → columns of numbers: by pair, then by scope, with the articles of a pair told once where they agree.

There are many times more of them than of claims, so a pair's numbers are written as steps from the pair before, and a
row whose articles are those of the row before says only that.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.export.html.columns import Steps
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.pairs import InScope
from kg.graph.stored import StoredPairs
from kg.model import CoOccurrence

SCOPES = ("sentence", "paragraph", "article", "event")
_PLACE = {name: at for at, name in enumerate(SCOPES)}
NEAR = (SCOPES.index("sentence"), SCOPES.index("event"))  # who stands this near pulls in the layout
AS_BEFORE = -1

Integers = NDArray[np.int32]


class _Scope(Struct, frozen=True, gc=False):
    """What is read of a co-occurrence."""

    scope: str
    count: int
    articles: tuple[str, ...]


class _Pair(Struct, frozen=True, gc=False):
    """What is read of a pair."""

    between: tuple[str, str]
    scopes: tuple[_Scope, ...]


class Together:
    """Who is named with whom: positions of two nodes, scope, count, and the articles of each row."""

    def __init__(self, base: KnowledgeBase, number: Mapping[str, int], articles: Mapping[str, int]) -> None:
        ends, rows, stretch = array("i"), array("i"), array("i")  # by pair: its ends, its rows, and their articles
        scope, count, size, told = array("b"), array("i"), array("i"), array("i")
        for between, scopes in _by_pair(base.cooccurrences):
            one, other = number.get(between[0]), number.get(between[1])
            if one is None or other is None:
                continue
            named: tuple[str, ...] = ()
            before: list[int] = []
            numbers: list[int] = []
            start = len(told)
            for row in sorted(scopes, key=_place):
                if row.articles != named:
                    named, numbers = row.articles, _all_of(articles, row.articles)
                again = before and numbers == before
                scope.append(_PLACE[row.scope])
                count.append(row.count)
                size.append(AS_BEFORE if again else len(numbers))
                if not again:
                    told.fromlist(numbers)
                    before = numbers
            ends.extend((one, other))
            rows.append(len(scopes))
            stretch.append(len(told) - start)
        left, right = _numbers(ends).reshape(-1, 2).T
        order = np.lexsort((right, left))
        number_of = _numbers(rows)[order]
        self.left, self.right = np.repeat(left[order], number_of), np.repeat(right[order], number_of)
        self.articles = _gathered(_numbers(told), _numbers(stretch), order)
        self.scope, self.count, self.size = (
            _gathered(column, _numbers(rows), order)
            for column in (_numbers(scope, np.int8), _numbers(count), _numbers(size))
        )

    def columns(self) -> dict[str, Any]:
        """What the page holds of it."""
        steps = {"s": Steps(self.left), "t": Steps(self.right)}
        return {**steps, "scope": self.scope, "n": self.count, "size": self.size, "articles": self.articles}

    def near(self) -> tuple[Integers, Integers]:
        """The pairs that stand near."""
        near = np.logical_or.reduce([self.scope == scope for scope in NEAR])
        return self.left[near], self.right[near]


def _all_of(articles: Mapping[str, int], names: Sequence[str]) -> list[int]:
    """The numbers of articles, of those that are there."""
    try:
        return [*map(articles.__getitem__, names)]
    except KeyError:
        return [articles[name] for name in names if name in articles]


def _by_pair(found: Mapping[str, CoOccurrence]) -> Iterable[tuple[tuple[str, str], Sequence[InScope | CoOccurrence]]]:
    """All co-occurrences of each pair."""
    if isinstance(found, StoredPairs):
        return ((pair.between, pair.scopes) for pair in found.pairs(_Pair))
    told: dict[tuple[str, str], list[CoOccurrence]] = defaultdict(list)
    for one in found.values():
        told[one.between].append(one)
    return told.items()


def _place(row: InScope | CoOccurrence) -> int:
    return _PLACE[row.scope]


def _numbers(column: array[int], kind: Any = np.int32) -> Any:
    return np.frombuffer(column, dtype=kind) if len(column) else np.zeros(0, dtype=kind)


def _gathered(values: Any, sizes: Integers, order: NDArray[np.int64]) -> Any:
    """The stretches of the values, which have these sizes, in that order."""
    start = np.cumsum(sizes, dtype=np.int64) - sizes
    ends = np.cumsum(sizes[order], dtype=np.int64)
    place = np.repeat((start[order] - (ends - sizes[order])).astype(np.int32), sizes[order])
    place += np.arange(len(place), dtype=np.int32)
    return values[place]
