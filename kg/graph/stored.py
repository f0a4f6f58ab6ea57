"""`statements.jsonl` on disk → a KnowledgeBase that reads its nouns from there as they are asked for.

The lines are sorted by kind and id, so a kind is a stretch of the file and an id is found by halving it. What is small
and looked up often (regions, entities, posts) is kept in memory; the rest streams by.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from pathlib import Path
from typing import Any, cast

from kg.graph import pairs
from kg.graph.knowledge_base import KINDS, KnowledgeBase, node_from
from kg.wire import loads

_KEPT = ("region", "entity", "post")
_BLOCK = 1 << 20
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
        stored = StoredPairs(path, kind, start, end) if kind == "cooccurrence" else Stored(path, kind, start, end)
        found.append(dict(stored.items()) if kind in _KEPT else stored)
    return KnowledgeBase(*found)


class Stored(Mapping[str, Any]):
    """The nouns of one kind by id, read from their stretch of the file."""

    def __init__(self, path: Path, kind: str, start: int, end: int) -> None:
        self._path, self._kind, self._start, self._end = path, kind, start, end
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

    def nouns(self) -> Iterator[Any]:
        """The nouns by id."""
        return self._nouns(b"")

    def _nouns(self, sign: bytes) -> Iterator[Any]:
        return map(self._noun, self._lines(sign))

    def _lines(self, sign: bytes) -> Iterator[bytes]:
        left = self._end - self._start
        with self._path.open("rb", buffering=_BLOCK) as file:
            file.seek(self._start)
            while left > 0:
                line = file.readline()
                left -= len(line)
                if sign in line:
                    yield line

    def having(self, field: str, value: str) -> Iterator[Any]:
        """The nouns with that text in a field; other lines are passed over before they are read as JSON."""
        sign = f'"{field}":"{value}"'.encode()
        return (noun for noun in self._nouns(sign) if getattr(noun, field) == value)

    def values(self) -> ValuesView[Any]:
        """The nouns by id, one after another."""
        return _Values(self)

    def items(self) -> ItemsView[str, Any]:
        """Ids and nouns, one after another."""
        return _Items(self)

    def _noun(self, line: bytes) -> Any:
        value = loads(line)
        del value["node"]
        return node_from(self._kind, value)

    def _blocks(self) -> Iterator[bytes]:
        left = self._end - self._start
        with self._path.open("rb", buffering=0) as file:
            file.seek(self._start)
            while left > 0 and (block := file.read(min(_BLOCK, left))):
                left -= len(block)
                yield block


class StoredPairs(Stored):
    """Co-occurrences by id; those of a pair share a line."""

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(line.count(_SCOPE) for line in self._lines(b""))
        return self._count

    def __getitem__(self, name: str) -> Any:
        """The co-occurrence of an id; raises KeyError when there is none."""
        at = _bisect(self._path, self._start, self._end, lambda value: value["scopes"][-1]["id"] < name)
        if at < self._end:
            with self._path.open("rb") as file:
                file.seek(at)
                for pair in pairs.unchecked(loads(file.readline())):
                    if pair.id == name:
                        return pair
        raise KeyError(name)

    def _nouns(self, sign: bytes) -> Iterator[Any]:
        for line in self._lines(sign):
            yield from pairs.unchecked(loads(line))


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
