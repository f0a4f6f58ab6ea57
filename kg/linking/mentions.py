"""Mentions of persons, or of events, by number: in order of article and of their id in it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from sys import intern

from kg.linking.profiles import Key


class Mentions:
    """The mentions of articles that come in order; a number stands for a mention, and numbers follow the keys."""

    def __init__(self) -> None:
        self._articles: list[str] = []
        self._first = array("I")  # number of each article's first mention
        self._local: list[str] = []
        self._last = 0  # article that was asked for

    def add(self, article: str, ids: Sequence[str]) -> int:
        """Number the mentions of the next article, by their ids in order; tells the number of the first.

        Raises ValueError where the articles are not in order.
        """
        first = len(self._local)
        if ids:
            if self._articles and self._articles[-1] >= article:
                raise ValueError(f"{article!r} comes after {self._articles[-1]!r}")
            self._articles.append(article)
            self._first.append(first)
            self._local.extend(map(intern, ids))
        return first

    def __len__(self) -> int:
        return len(self._local)

    def __iter__(self) -> Iterator[Key]:
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> Key:
        return Key(self._articles[bisect_right(self._first, number) - 1], self._local[number])

    def number(self, key: Key) -> int | None:
        """The number of a mention; None when there is none of that key."""
        article, local = key
        place = self._last
        if place >= len(self._articles) or self._articles[place] != article:
            place = bisect_left(self._articles, article)
            if place >= len(self._articles) or self._articles[place] != article:
                return None
            self._last = place
        end = self._first[place + 1] if place + 1 < len(self._first) else len(self._local)
        found = bisect_left(self._local, local, self._first[place], end)
        return found if found < end and self._local[found] == local else None
