"""What waits on disk comes back as it was, and is found by number or by hash."""

from __future__ import annotations

import pickle
from array import array
from pathlib import Path

import pytest

from kg.linking import hashed as bounds
from kg.linking.articles import Articles
from kg.linking.copies import Copies
from kg.linking.families import Families, Pairs
from kg.linking.hashed import Hashed, hashed
from kg.linking.mentions import Mentions
from kg.linking.profiles import Key


def test_numbers_that_share_a_text_come_together_also_from_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def groups() -> list[list[int]]:
        found = Hashed(tmp_path)
        for number in range(1000):
            found.add(number, [hashed(f"text {number % 333}")])
        return sorted(found.groups())

    held = groups()
    assert held == sorted([n for n in (r, r + 333, r + 666, r + 999) if n < 1000] for r in range(333))
    monkeypatch.setattr(bounds, "_HELD", 7)
    assert groups() == held


def test_families_are_what_is_connected_by_any_way() -> None:
    families = Families(9)
    for pair in ((7, 3), (3, 5), (1, 8), (2, 2)):
        families.join(pair)
    assert list(families.groups()) == [[1, 8], [3, 5, 7]]
    assert [list(part) for part in (families.groups()[:1], families.groups()[1:])] == [[[1, 8]], [[3, 5, 7]]]
    assert list(Families(0).groups()) == []


def test_pairs_come_back_with_their_family(tmp_path: Path) -> None:
    pairs = Pairs(6, tmp_path)
    pairs.families.join((0, 1))
    pairs.add(4, 2, 1.5, "b")
    pairs.add(1, 3, 2.5, "a")
    pairs.add(2, 5, 0.5, "c")
    expected = [([0, 1, 3], [(1, 3, 2.5, "a")]), ([2, 4, 5], [(4, 2, 1.5, "b"), (2, 5, 0.5, "c")])]
    found = pairs.by_family()
    assert list(found) == [found[0], found[1]] == [*found[:1], *found[1:]] == list(found.spread()) == expected


def test_a_mention_has_a_number_and_a_number_a_mention() -> None:
    mentions = Mentions()
    assert mentions.add("a", ["e1", "e2"]) == 0
    assert mentions.add("b", []) == mentions.add("c", ["e1", "e10", "e2"]) == 2
    keys = list(mentions)
    assert keys == sorted(keys) and [mentions.number(key) for key in keys] == list(range(5))
    assert [mentions.number(Key(*none)) for none in (("b", "e1"), ("c", "e3"), ("d", "e1"), ("", ""))] == [None] * 4
    with pytest.raises(ValueError, match="comes after"):
        mentions.add("b", ["e1"])


def test_every_second_group_comes_before_the_others() -> None:
    families = Families(10)
    for first in range(5):
        families.join((first, first + 5))
    assert list(families.groups().spread()) == [[0, 5], [2, 7], [4, 9], [1, 6], [3, 8]]


def test_articles_are_found_by_number_and_by_id() -> None:
    articles, ids = Articles(), sorted(f"a/{n * 7 % 1000}" for n in range(100))
    for place, article in enumerate(ids):
        assert articles.add(article) == place
    for one in (articles, pickle.loads(pickle.dumps(articles))):  # noqa: S301 - ours
        assert list(one) == ids and len(one) == len(ids)
        assert [one.number(article) for article in ids] == list(range(len(ids)))
        assert {one.number(none) for none in ("", "a/", "b", ids[5] + "\0", ids[-1] + "0")} == {None}


def test_copies_name_the_earliest_of_those_that_agree() -> None:
    def copies(*told: tuple[str, str, list[int]]) -> dict[str, str]:
        found = Copies()
        for article, day, values in told:
            found.take_print(article, day, array("Q", values))
        return dict(found.find())

    one, other, large = list(range(9)), list(range(10, 19)), [*range(8), 1 << 40]
    assert copies(("a", "2024-01-02", one), ("b", "2024-01-01", one), ("c", "2024-01-01", other)) == {"a": "b"}
    assert copies(("a", "2024", one), ("b", "2024", large), ("c", "2024", one)) == {"b": "a", "c": "a"}
    assert copies(("a", "2024", one), ("b", "2024", one[:6])) == {} == copies()
