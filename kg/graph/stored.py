"""`statements.jsonl` on disk → a KnowledgeBase that reads its nouns from there as they are asked for.

The lines are sorted by kind and id, so a kind is a stretch of the file and an id is found by halving it. What is looked
up often (regions, entities, posts) is kept in memory while it is small; the rest streams by.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from itertools import chain
from pathlib import Path
from typing import Any, cast

from kg.graph.fields import reader_of
from kg.graph.knowledge_base import KINDS, KnowledgeBase
from kg.graph.ordering import in_order
from kg.graph.pairs import Pair, co_occurrences, grouped
from kg.model import CoOccurrence
from kg.wire import loads

_KEPT = ("region", "entity", "post")
_SMALL = 32 << 20  # bytes of one kind that is kept
_BLOCK = 1 << 18
_SCOPE = b'"scope":"'  # as often as a line has co-occurrences: in a text, a stroke stands before each quote


def open_base(path: Path) -> KnowledgeBase:
    """The knowledge base of a file that this program wrote, complete and in order; nothing of it is checked.

    The file must stay as it is as long as the knowledge base is used.
    """
    size = path.stat().st_size
    starts = [0]
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    for rank in range(1, len(KINDS)):
        starts.append(_bisect(path, starts[-1], size, lambda value, rank=rank: ranks[value["node"]] < rank))  # type: ignore[misc]
    ends = [*starts[1:], size]
    found: list[Mapping[str, Any]] = []
    for kind, start, end in zip(KINDS, starts, ends, strict=True):
        pairs = kind == "cooccurrence"
        stored = StoredPairs(path, start, end) if pairs else Stored(path, KINDS[kind], start, end)
        found.append(dict(stored.items()) if kind in _KEPT and end - start <= _SMALL else stored)
    return KnowledgeBase(*found)


def complete(base: KnowledgeBase) -> bool:
    """Whether it is a file that this program wrote, in which no noun names one that is not there."""
    return isinstance(base.cooccurrences, StoredPairs)


class Stored(Mapping[str, Any]):
    """The nouns of one kind by id, read from their stretch of the file."""

    def __init__(self, path: Path, noun: type, start: int, end: int) -> None:
        self._path, self._start, self._end = path, start, end
        self._kind, self._noun = noun, reader_of(noun)
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(block.count(b"\n") for block in self._blocks())
        return self._count

    def __iter__(self) -> Iterator[str]:
        return (node.id for node in self.nouns())

    def __getitem__(self, name: str) -> Any:
        """The noun of an id; raises KeyError when there is none."""
        at = _bisect(self._path, self._start, self._end, lambda value: value["id"] < name)
        if at < self._end:
            with self._path.open("rb") as file:
                file.seek(at)
                noun = self._noun(file.readline())
            if noun.id == name:
                return noun
        raise KeyError(name)

    def nouns(self, brief: type | None = None) -> Iterator[Any]:
        """The nouns by id; of each only what a `brief` type has of it, where one is given."""
        read = reader_of(self._kind, brief) if brief else self._noun
        return map(read, chain.from_iterable(self._pages()))

    def values(self) -> ValuesView[Any]:
        """The nouns by id, one after another."""
        return _Values(self)

    def items(self) -> ItemsView[str, Any]:
        """Ids and nouns, one after another."""
        return _Items(self)

    def _pages(self) -> Iterator[list[bytes]]:
        """The lines, many at a time."""
        rest = b""
        for block in self._blocks():
            *lines, rest = (rest + block).split(b"\n")
            yield lines

    def _blocks(self) -> Iterator[bytes]:
        left = self._end - self._start
        with self._path.open("rb", buffering=0) as file:
            file.seek(self._start)
            while left > 0 and (block := file.read(min(_BLOCK, left))):
                left -= len(block)
                yield block


class StoredPairs(Stored):
    """Co-occurrences by id; those of a pair share a line."""

    def __init__(self, path: Path, start: int, end: int) -> None:
        super().__init__(path, Pair, start, end)

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(line.count(_SCOPE) for page in self._pages() for line in page)
        return self._count

    def __getitem__(self, name: str) -> CoOccurrence:
        """The co-occurrence of an id; raises KeyError when there is none."""
        at = _bisect(self._path, self._start, self._end, lambda value: value["scopes"][-1]["id"] < name)
        if at < self._end:
            with self._path.open("rb") as file:
                file.seek(at)
                for found in co_occurrences(self._noun(file.readline())):
                    if found.id == name:
                        return found
        raise KeyError(name)

    def nouns(self, brief: type | None = None) -> Iterator[CoOccurrence]:
        """The co-occurrences by id, whole."""
        del brief
        return chain.from_iterable(map(co_occurrences, self.pairs()))

    def pairs(self, brief: type | None = None) -> Iterator[Pair]:
        """The pairs, each with all that is told of it, or what a `brief` type has of that."""
        return super().nouns(brief)


def pairs_in(pairs: Mapping[str, CoOccurrence], brief: type | None = None) -> Iterator[Pair]:
    """The co-occurrences of a knowledge base by id, those of a pair that follow one another together.

    From a file only what a `brief` type has of each is read, where one is given.
    """
    return pairs.pairs(brief) if isinstance(pairs, StoredPairs) else grouped(in_order(pairs))


def briefly(nouns: Mapping[str, Any], brief: type) -> Iterator[Any]:
    """The nouns of a kind by id; from a file only what a `brief` type has of each is read."""
    return nouns.nouns(brief) if isinstance(nouns, Stored) else iter(nouns.values())


class _Values(ValuesView[Any]):
    def __iter__(self) -> Iterator[Any]:
        return cast("Stored", self._mapping).nouns()  # type: ignore[attr-defined]


class _Items(ItemsView[str, Any]):
    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return ((noun.id, noun) for noun in cast("Stored", self._mapping).nouns())  # type: ignore[attr-defined]


def _bisect(path: Path, start: int, end: int, below: Callable[[dict[str, Any]], bool]) -> int:
    """Where the first line that is not `below` begins, between the beginnings of two lines."""
    low, high = start, end
    with path.open("rb") as file:
        while low < high:
            middle = (low + high) // 2
            file.seek(middle)
            if middle > low:  # to the first line that begins here or later
                file.seek(middle - 1)
                file.readline()
            line = file.readline() if file.tell() < high else b""
            if line and below(loads(line)):
                low = file.tell()
            else:
                high = middle
    return low
