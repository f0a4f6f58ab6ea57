"""Mentions of persons, or of events, by number: in order of article and of their id in it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from sys import intern

from kg.linking.articles import Articles
from kg.linking.profiles import Key


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
        self._last = None, None
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

    def of_key(self, key: Key) -> int:
        """The number of a mention that is there; raises KeyError where it is not."""
        found = self.number(key)
        if found is None:
            raise KeyError(key)
        return found

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
