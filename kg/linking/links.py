"""Why two mentions are one, or may be one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.linking.profiles import Key


class Link(NamedTuple):
    """The keys of two, the points and the reasons."""

    left: Key
    right: Key
    points: float
    words: str


def by_number(links: Iterable[Link], number: Callable[[Key], int]) -> Iterator[tuple[int, int, float, str]]:
    """Links with their ends by number."""
    return ((number(link.left), number(link.right), link.points, link.words) for link in links)
