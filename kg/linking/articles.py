"""Article ids in order, by number, and numbers by id: in a few bytes more than their letters."""

from __future__ import annotations

import marshal
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from kg.linking.recent import recent

_TOGETHER = 16  # articles that are packed together
_RECENT = 1 << 10  # packs that are kept as they were read


class Articles:
    """Article ids in order, by number; packed, since a string takes several times its letters."""

    def __init__(self) -> None:
        self._packs: list[bytes] = []
        self._first: list[str] = []  # of each pack
        self._rest: list[str] = []  # not yet packed
        self.last = ""
        self._pack = recent(self._unpacked, _RECENT)

    def take(self, packs: list[bytes], first: list[str], rest: list[str]) -> None:
        """Be those of another process."""
        self._packs, self._first, self._rest = packs, first, rest

    def __len__(self) -> int:
        return len(self._packs) * _TOGETHER + len(self._rest)

    def add(self, article: str) -> int:
        """Number the next article; raises ValueError where it does not come after the one before."""
        if len(self) and self.last >= article:
            raise ValueError(f"{article!r} comes after {self.last!r}")
        self.last = article
        self._rest.append(article)
        if len(self._rest) == _TOGETHER:
            self._first.append(self._rest[0])
            self._packs.append(marshal.dumps(tuple(self._rest)))
            self._rest.clear()
        return len(self) - 1

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> str:
        pack, place = divmod(number, _TOGETHER)
        return self._pack(pack)[place] if pack < len(self._packs) else self._rest[place]

    def number(self, article: str) -> int | None:
        """The number of an article; None when it is not there."""
        pack = bisect_right(self._first, article) - 1
        if self._rest and article >= self._rest[0]:
            pack = len(self._packs)
        if pack < 0:
            return None
        among = self._pack(pack) if pack < len(self._packs) else self._rest
        place = bisect_left(among, article)
        return pack * _TOGETHER + place if place < len(among) and among[place] == article else None

    def __reduce__(self) -> tuple[Any, ...]:
        return _articles, (self._packs, self._first, self._rest)

    def _unpacked(self, pack: int) -> Sequence[str]:
        return tuple(marshal.loads(self._packs[pack]))  # noqa: S302 - from `add`


def _articles(packs: list[bytes], first: list[str], rest: list[str]) -> Articles:
    made = Articles()
    made.take(packs, first, rest)
    return made
