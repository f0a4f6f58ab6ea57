"""Rows come out grouped and in order, whatever fits in memory; nothing stays behind on disk."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import grouping
from kg.grouping import SortedFiles

_SIGNS = st.characters(blacklist_characters="\0\n", blacklist_categories=("Cs",))
_ROWS = st.lists(st.tuples(st.text(_SIGNS, max_size=4), st.text(_SIGNS, max_size=6)), max_size=60)


@given(_ROWS, st.sampled_from([1, 400, 1 << 20]))
def test_any_rows_are_grouped_whatever_the_memory(rows: list[tuple[str, str]], memory: int) -> None:
    expected: dict[str, list[str]] = defaultdict(list)
    for key, value in rows:
        expected[key].append(value)
    with SortedFiles(memory=memory) as files:
        for key, value in rows:
            files.add(key, value)
        assert list(files.groups()) == [(key, sorted(values)) for key, values in sorted(expected.items())]


def test_of_many_files_few_are_open_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_OPEN", 3)
    rows = [(f"{number * 7919 % 101:03}", str(number)) for number in range(101)]
    with SortedFiles(tmp_path, memory=1) as files:
        for key, value in rows:
            files.add(key, value)
        found = files.groups()
        first = next(found)
        assert 0 < len([path for path in tmp_path.rglob("*") if path.is_file()]) <= 3
        assert [first, *found] == [(key, [value]) for key, value in sorted(rows)]
        assert not [path for path in tmp_path.rglob("*") if path.is_file()], "what is read is gone"


def test_the_files_are_gone_afterwards(tmp_path: Path) -> None:
    with SortedFiles(tmp_path, memory=1) as files:
        files.add("a", "1")
        files.add("b", "2")
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("key", "value"), [("a\0", "x"), ("a", "x\ny"), ("a\n", "x")])
def test_what_is_no_single_line_is_refused(key: str, value: str) -> None:
    with SortedFiles() as files, pytest.raises(ValueError, match="single line"):
        files.add(key, value)
