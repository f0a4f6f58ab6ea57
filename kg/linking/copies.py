"""Near copies: articles whose MinHash fingerprints agree are one source, told by several outlets.

In: records with `source.fingerprint`. Out: for each copy, the article that it copies: the earliest of the group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from kg.records import Record

ALIKE = 0.4  # least share of equal MinHash values; unrelated reports of one event share about a tenth
_ROWS = 3  # values in a band: two texts at 0.4 meet in one of 21 bands with p = 0.75, at 0.6 with 0.99


def find_copies(records: Sequence[Record]) -> dict[str, str]:
    """Article id → id of the article that it nearly copies; originals are left out."""
    prints = {r["article"]: tuple(r["source"]["fingerprint"]) for r in records if r.get("source")}
    prints = {article: value for article, value in prints.items() if value}
    dates = {r["article"]: r["published"] or "9999" for r in records}
    parent = {article: article for article in prints}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for same in _bands(prints).values():
        for left, right in pairwise(same):
            _join(left, right, prints, parent, root)
        for other in same[2:]:
            _join(same[0], other, prints, parent, root)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in sorted(parent):
        groups[root(article)].append(article)
    found: dict[str, str] = {}
    for members in groups.values():
        first = min(members, key=lambda a: (dates[a], a))
        found.update({article: first for article in members if article != first})
    return dict(sorted(found.items()))


def _join(
    left: str, right: str, prints: Mapping[str, tuple[int, ...]], parent: dict[str, str], root: Callable[[str], str]
) -> None:
    one, other = root(left), root(right)
    if one != other and similarity(prints[left], prints[right]) >= ALIKE:
        parent[max(one, other)] = min(one, other)


def similarity(left: Sequence[int], right: Sequence[int]) -> float:
    """The share of equal values of two MinHash fingerprints; 0 where they have not the same length."""
    if len(left) != len(right) or not left:
        return 0.0
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left)


def _bands(prints: Mapping[str, tuple[int, ...]]) -> dict[tuple[int, ...], list[str]]:
    """Articles that agree in a whole band of their fingerprints."""
    found: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for article, values in sorted(prints.items()):
        for start in range(0, len(values) - _ROWS + 1, _ROWS):
            found[(start, *values[start : start + _ROWS])].append(article)
    return {band: same for band, same in found.items() if len(same) > 1}
