"""What linking found of all mentions, by mention: the canonical ids, why, and what may yet be one. It waits on disk."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple, Protocol

from kg.linking.families import Groups
from kg.linking.hashed import hashed
from kg.linking.institutions import Institutions
from kg.linking.joined import Joined
from kg.linking.profiles import Key
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


class Ids(Mapping[Key, str]):
    """The canonical id of each mention."""

    def __init__(self, joined: Joined, mint: Mint, folder: Path | None = None) -> None:
        """`mint` is asked for all clusters."""
        import numpy as np

        self.joined = joined
        self._lines = Lines(folder)
        clusters, hashes, alone = joined.clusters(), array("Q"), bytearray()
        for minted in mint(clusters, own=False):
            hashes.append(hashed(minted.told_by))
            alone.append(minted.alone)
            self._lines.add(minted.id.encode("utf-8", "surrogatepass"))
        _, place, count = np.unique(np.array(hashes), return_inverse=True, return_counts=True)
        line = np.arange(len(clusters), dtype=np.uint32)
        shared = np.flatnonzero(count[place] > 1)
        for number, minted in zip(shared.tolist(), mint(clusters.some(shared), own=True), strict=True):
            line[number] = self._lines.add(minted.id.encode("utf-8", "surrogatepass"))
        cluster = clusters.place_of_each()
        self._line = array("I", line[cluster].tobytes())  # of each mention
        self._alone = np.frombuffer(alone, dtype=np.uint8)[cluster].tobytes()
        self._text = lru_cache(maxsize=_RECENT)(partial(_text, self._lines))

    def __len__(self) -> int:
        return len(self._line)

    def __iter__(self) -> Iterator[Key]:
        return iter(self.joined.mentions)

    def __getitem__(self, key: Key) -> str:
        return self.of(self.joined.number(key))

    def of(self, number: int) -> str:
        """The id of a mention by its number."""
        return self._text(self._line[number])

    def alone(self, key: Key) -> bool:
        """Whether it was minted so."""
        number = self.joined.mentions.number(key)
        return number is not None and bool(self._alone[number])


def _text(lines: Lines, number: int) -> str:
    return lines[number].decode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Alone(Container[Key]):
    """Persons of one article only who have no office there."""

    ids: Ids

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Key) and self.ids.alone(key)


class Open(Mapping[str, list[PossibleRecord]]):
    """By canonical id: the others that it may be one with."""

    def __init__(self, *given: Ids) -> None:
        self._asked = {ids.of(first): (ids, first) for ids in given for first in ids.joined.asked()}
        self._recent = lru_cache(maxsize=_RECENT)(partial(_questions, self._asked))

    def __len__(self) -> int:
        return len(self._asked)

    def __iter__(self) -> Iterator[str]:
        return iter(self._asked)

    def __contains__(self, canonical: object) -> bool:
        return canonical in self._asked

    def __getitem__(self, canonical: str) -> list[PossibleRecord]:
        return self._recent(canonical)


def _questions(asked: Mapping[str, tuple[Ids, int]], canonical: str) -> list[PossibleRecord]:
    ids, first = asked[canonical]
    others: dict[str, PossibleRecord] = {}
    for other, points, words in ids.joined.open(first):
        others.setdefault(ids.of(other), {"id": ids.of(other), "points": points, "reason": words})
    return sorted(others.values(), key=lambda p: (-p["points"], p["id"]))[:_MOST]


@dataclass(frozen=True)
class Linked:
    """Everything that linking found, by mention: a `kg.linking.rewrite.Findings`."""

    copies: Mapping[str, str]
    institutions: Institutions
    person_ids: Ids
    event_ids: Ids
    names: Mapping[Key, tuple[str, str]] = field(default_factory=dict)  # decided names, with the words for it
    unmet: tuple[Issue, ...] = ()  # decisions that name nothing

    @property
    def alone(self) -> Container[Key]:
        return Alone(self.person_ids)

    @cached_property
    def open(self) -> Mapping[str, list[PossibleRecord]]:
        return Open(self.person_ids, self.event_ids)

    def why(self, key: Key) -> str | None:
        """The best reason why a mention is linked to another article's."""
        return self.person_ids.joined.why(key) or self.event_ids.joined.why(key)
