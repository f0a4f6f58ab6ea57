"""What a build asked for is known by few bytes of each article: what it did not ask for is forgotten, and only that."""

from __future__ import annotations

from pathlib import Path

from kg.model import Article
from kg.pipeline.cache import Cache


def _article(number: int) -> Article:
    return Article(id=f"a{number}", text=f"text {number}", where="a.jsonl:1")


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    first = Cache(tmp_path / "records", "1")
    for number in range(50):
        first.put(first.key(_article(number)), b"{}")
    first.close(prune=True)
    second = Cache(tmp_path / "records", "1")
    assert all(second.get(second.key(_article(number))) == b"{}" for number in range(0, 50, 2))
    second.close(prune=True)
    third = Cache(tmp_path / "records", "1")
    assert [number for number in range(50) if third.get(third.key(_article(number)))] == list(range(0, 50, 2))
    third.close(prune=False)


def test_the_same_articles_in_another_order_are_the_same(tmp_path: Path) -> None:
    def asked(*numbers: int) -> str:
        cache = Cache(tmp_path / "records", "1")
        for number in numbers:
            cache.key(_article(number))
        return cache.asked()

    assert asked(1, 2, 3) == asked(3, 1, 2)
    assert len({asked(), asked(1), asked(2), asked(1, 2), asked(1, 2, 3)}) == 5
