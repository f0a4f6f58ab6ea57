"""Mentions of persons, or of events, by number: in order of article and of their id in it."""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import Any

from kg.linking.profiles import Key

_TOGETHER = 16  # articles that are packed together
_RECENT = 1 << 10  # packs that are kept as they were read


class Articles:
    """Article ids in order, by number; packed, since a string takes several times its letters."""

    def __init__(self) -> None:
        self._packs: list[bytes] = []
        self._first: list[str] = []  # of each pack
        self._rest: list[str] = []  # not yet packed
        self.last = ""
        self._pack = lru_cache(maxsize=_RECENT)(self._unpacked)

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


class Mentions:
    """The mentions of articles that come in order; a number stands for a mention, and numbers follow the keys.

    Mentions of several kinds that are told of the same articles may share these.
    """

    def __init__(self, articles: Articles | None = None) -> None:
        self.articles = Articles() if articles is None else articles
        self._first = array("I")  # number of each article's first mention
        self._local = array("I")  # of each mention: the place of its id among those that occur
        self._names: list[str] = []
        self._places: dict[str, int] = {}
        self._last: tuple[str | None, int | None] = None, None  # article that was asked for, and its number

    def add(self, article: str, ids: Sequence[str]) -> int:
        """Number the mentions of the next article, by their ids in order; tells the number of the first.

        Raises ValueError where the articles are not in order.
        """
        if len(self.articles) == len(self._first) or self.articles.last != article:
            self.articles.add(article)
        first = len(self._local)
        self._first.append(first)
        for name in ids:
            place = self._places.setdefault(name, len(self._names))
            if place == len(self._names):
                self._names.append(intern(name))
            self._local.append(place)
        return first

    def __len__(self) -> int:
        return len(self._local)

    def __iter__(self) -> Iterator[Key]:
        for place in range(len(self._first)):
            article = self.articles[place]
            for number in self.of(place):
                yield Key(article, self.local(number))

    def of(self, place: int) -> range:
        """The numbers of the mentions of an article, by its place among these."""
        return range(self._first[place], self._first[place + 1] if place + 1 < len(self._first) else len(self))

    def local(self, number: int) -> str:
        """The id of a mention in its article."""
        return self._names[self._local[number]]

    def __getitem__(self, number: int) -> Key:
        return Key(self.article(number), self.local(number))

    def article(self, number: int) -> str:
        """The article that a mention is in."""
        return self.articles[bisect_right(self._first, number) - 1]

    def number(self, key: Key) -> int | None:
        """The number of a mention; None when there is none of that key."""
        if self._last[0] != key.article:
            self._last = key.article, self.articles.number(key.article)
        article, wanted = self._last[1], self._places.get(key.local)
        if article is None or wanted is None:
            return None
        numbers = self.of(article)
        try:
            return self._local.index(wanted, numbers.start, numbers.stop)
        except ValueError:
            return None
