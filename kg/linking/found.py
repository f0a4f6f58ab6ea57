"""What linking found of all mentions, by mention: the canonical ids, why, and what may yet be one. It waits on disk."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from kg.linking.articles import Articles
from kg.linking.families import Groups
from kg.linking.hashed import hashed
from kg.linking.institutions import Institutions
from kg.linking.joined import Joined
from kg.linking.profiles import Key
from kg.linking.recent import recent
from kg.model import Issue
from kg.records import PossibleRecord
from kg.spool import Lines

_MOST = 5  # open questions that an entity shows, the likeliest first
_RECENT = 1 << 12  # ids and questions that are kept as they were read


class Minted(NamedTuple):
    """What a cluster is told by, the id that comes of it, and whether it stands alone."""

    told_by: str
    id: str
    alone: bool = False


class Mint(Protocol):
    """Makes the ids of clusters; their own, where others are told by the same."""

    def __call__(self, clusters: Groups, *, own: bool) -> Iterator[Minted]: ...


class Ids:
    """Of each mention the canonical id, whether it stands alone, and what it may yet be."""

    joined: Joined

    def __init__(self) -> None:
        self._text = recent(self._read, _RECENT)
        self._questions = recent(self._asked, _RECENT)

    def __reduce__(self) -> tuple[Any, ...]:
        return _ids, (self.joined, self._lines, self._line, self._alone)

    def take(self, joined: Joined, lines: Lines, line: array[int], alone: bytes) -> None:
        """Be those of another process."""
        self.joined, self._lines, self._line, self._alone = joined, lines, line, alone

    def __getitem__(self, key: Key) -> str:
        """The canonical id of a mention; raises KeyError where there is none."""
        return self.of(self.joined.number(key))

    def of(self, number: int) -> str:
        """The canonical id of a mention by its number."""
        return self._text(self._line[number])

    def alone(self, number: int) -> bool:
        """Whether it was minted so."""
        return bool(self._alone[number])

    def open(self, number: int) -> list[PossibleRecord]:
        """What a mention may be one with beside what it is, the likeliest first."""
        return self._questions(self.joined.first[number])

    def _asked(self, first: int) -> list[PossibleRecord]:
        others: dict[str, PossibleRecord] = {}
        for other, points, words in self.joined.open(first):
            others.setdefault(self.of(other), {"id": self.of(other), "points": points, "reason": words})
        return sorted(others.values(), key=lambda p: (-p["points"], p["id"]))[:_MOST]

    def _read(self, number: int) -> str:
        return self._lines[number].decode("utf-8", "surrogatepass")


def ids_of(joined: Joined, mint: Mint, folder: Path | None = None) -> Ids:
    """The ids of all clusters, which `mint` is asked for."""
    import numpy as np

    lines = Lines(folder)
    clusters, hashes, alone = joined.clusters(), array("Q"), bytearray()
    for minted in mint(clusters, own=False):
        hashes.append(hashed(minted.told_by))
        alone.append(minted.alone)
        lines.add(minted.id.encode("utf-8", "surrogatepass"))
    _, place, count = np.unique(np.frombuffer(hashes, dtype=np.uint64), return_inverse=True, return_counts=True)
    line = np.arange(len(clusters), dtype=np.uint32)
    shared = np.flatnonzero(count[place] > 1)
    for number, minted in zip(shared.tolist(), mint(clusters.some(shared), own=True), strict=True):
        line[number] = lines.add(minted.id.encode("utf-8", "surrogatepass"))
    cluster = clusters.place_of_each()
    of_each = array("I", line[cluster].tobytes())
    return _ids(joined, lines, of_each, np.frombuffer(alone, dtype=np.uint8)[cluster].tobytes())


def _ids(joined: Joined, lines: Lines, line: array[int], alone: bytes) -> Ids:
    made = Ids()
    made.take(joined, lines, line, alone)
    return made


@dataclass(frozen=True)
class Linked:
    """Everything that linking found; `kg.linking.parts` tells it by article."""

    copies: Mapping[str, str]
    institutions: Institutions
    person_ids: Ids
    event_ids: Ids
    names: Mapping[Key, tuple[str, str]] = field(default_factory=dict)  # decided names, with the words for it
    unmet: tuple[Issue, ...] = ()  # decisions that name nothing

    @property
    def articles(self) -> Articles:
        """All articles, in order."""
        return self.person_ids.joined.mentions.articles
