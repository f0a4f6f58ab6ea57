"""Co-occurrences → columns of numbers: by pair, then by scope, with the articles of a pair told once where they agree.

There are many times more of them than of claims, so a pair's numbers are written as steps from the pair before, and a
row whose articles are those of the row before says only that.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.export.html.columns import Steps
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.stored import pairs_in

SCOPES = ("sentence", "paragraph", "article", "event")
NEAR = (SCOPES.index("sentence"), SCOPES.index("event"))  # who stands this near pulls in the layout
AS_BEFORE = -1

Integers = NDArray[np.int32]


class Together:
    """Who is named with whom: positions of two nodes, scope, count, and the articles of each row."""

    def __init__(self, base: KnowledgeBase, number: Mapping[str, int], articles: Mapping[str, int]) -> None:
        ends, rows, scope, count, size, told = (array(kind) for kind in "iibiii")
        scopes = {name: at for at, name in enumerate(SCOPES)}
        for pair in pairs_in(base.cooccurrences):
            one, other = (number.get(end) for end in pair.between)
            if one is None or other is None:
                continue
            ends.extend((one, other))
            rows.append(len(pair.scopes))
            before: tuple[str, ...] = ()
            numbers: list[int] = []
            for row in pair.scopes:
                if row.articles != before:
                    before, numbers = row.articles, [articles[a] for a in row.articles if a in articles]
                scope.append(scopes[row.scope])
                count.append(row.count)
                size.append(len(numbers))
                told.extend(numbers)
        left, right = np.repeat(_numbers(ends).reshape(-1, 2), _numbers(rows), axis=0).T
        stop = np.cumsum(_numbers(size), dtype=np.int64)
        order = np.lexsort((_numbers(scope, np.int8), right, left))
        self.left, self.right = left[order], right[order]
        self.scope, self.count = _numbers(scope, np.int8)[order], _numbers(count)[order]
        self.size = _numbers(size)[order]
        self.articles = _gathered(_numbers(told), (stop - _numbers(size))[order], self.size)

    def columns(self) -> dict[str, Any]:
        """What the page holds of it."""
        again = self._as_before()
        kept = np.repeat(~again, self.size)
        steps = {"s": Steps(self.left), "t": Steps(self.right)}
        size = np.where(again, AS_BEFORE, self.size).astype(np.int32)
        return {**steps, "scope": self.scope, "n": self.count, "size": size, "articles": self.articles[kept]}

    def _as_before(self) -> NDArray[np.bool_]:
        """Rows with the same articles as the row before, which is of the same pair."""
        rows = len(self.left)
        again = np.zeros(rows, dtype=bool)
        if rows == 0:
            return again
        again[1:] = (
            (self.left[1:] == self.left[:-1]) & (self.right[1:] == self.right[:-1])
            & (self.size[1:] == self.size[:-1]) & (self.size[1:] > 0)
        )  # fmt: skip
        may = np.flatnonzero(again)
        first = np.cumsum(self.size, dtype=np.int64) - self.size
        here = _gathered(self.articles, first[may], self.size[may])
        before = _gathered(self.articles, first[may - 1], self.size[may])
        other = np.repeat(may, self.size[may])[here != before]
        again[other] = False
        return again


def _numbers(column: array[int], kind: Any = np.int32) -> Any:
    return np.frombuffer(column, dtype=kind) if len(column) else np.zeros(0, dtype=kind)


def _gathered(values: Integers, start: NDArray[np.int64], size: Integers) -> Integers:
    """The stretches of the values that begin there, one after another."""
    ends = np.cumsum(size, dtype=np.int64)
    place = np.repeat((start - (ends - size)).astype(np.int32), size)
    place += np.arange(len(place), dtype=np.int32)
    return np.asarray(values[place], dtype=np.int32)
