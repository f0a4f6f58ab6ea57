"""What a build asked for is known by few bytes of each article: what it did not ask for is forgotten, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.model import Article
from kg.pipeline.cache import Cache, libraries_version


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


def test_keys_that_begin_alike_are_never_mixed_up_and_rather_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alike(*parts: str, length: int) -> str:
        return parts[-8].rjust(length, "f").replace("a", "0")  # the id of an article stands eighth from behind

    for version in ("code_version", "libraries_version"):
        monkeypatch.setattr(f"kg.pipeline.cache.{version}", lambda: "1")
    monkeypatch.setattr("kg.pipeline.cache.digest", alike)
    first = Cache(tmp_path / "records", "1")
    for number in (1, 2):
        first.put(first.key(_article(number)), b"%d" % number)
    assert first.get(first.key(_article(3))) is None
    first.close(prune=True)
    second = Cache(tmp_path / "records", "1")
    assert second.get(second.key(_article(1))) == b"1"
    second.close(prune=True)
    third = Cache(tmp_path / "records", "1")
    assert [third.get(third.key(_article(number))) for number in (1, 2)] == [b"1", b"2"]
    third.close(prune=False)


def test_other_libraries_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: Iterator[str] = iter("1122")
    monkeypatch.setattr("importlib.metadata.requires", lambda _: ["numpy>=1", "pytest>=8; extra == 'test'"])
    monkeypatch.setattr("importlib.metadata.version", lambda name: next(found) if name == "numpy" else "-")
    versions = [libraries_version.__wrapped__() for _ in range(4)]
    assert versions[0] == versions[1] != versions[2] == versions[3]
    keys = set()
    for version in versions:
        monkeypatch.setattr("kg.pipeline.cache.libraries_version", lambda version=version: version)
        keys.add(Cache(tmp_path / "records", "1").key(_article(1)))
    assert len(keys) == 2


def test_a_cache_torn_in_the_middle_says_what_to_remove(tmp_path: Path) -> None:
    path = tmp_path / "records"
    first = Cache(path, "1")
    keys = [first.key(_article(number)) for number in range(50)]
    for key in keys:
        first.put(key, b"x" * 4000)
    first.close(prune=True)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(OutputError, match="torn") as told:
        Cache(path, "1").get(keys[0])
    assert (told.value.where, "remove that file" in told.value.hint) == (str(path), True)
