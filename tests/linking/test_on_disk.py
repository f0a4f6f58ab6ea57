"""What waits on disk comes back as it was, and is found by number or by hash."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.linking import hashed as bounds
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
    assert list(pairs) == [([0, 1, 3], [(1, 3, 2.5, "a")]), ([2, 4, 5], [(4, 2, 1.5, "b"), (2, 5, 0.5, "c")])]


def test_a_mention_has_a_number_and_a_number_a_mention() -> None:
    mentions = Mentions()
    assert mentions.add("a", ["e1", "e2"]) == 0
    assert mentions.add("b", []) == mentions.add("c", ["e1", "e10", "e2"]) == 2
    keys = list(mentions)
    assert keys == sorted(keys) and [mentions.number(key) for key in keys] == list(range(5))
    assert [mentions.number(Key(*none)) for none in (("b", "e1"), ("c", "e3"), ("d", "e1"), ("", ""))] == [None] * 4
    with pytest.raises(ValueError, match="comes after"):
        mentions.add("b", ["e1"])
