"""Rows grouped by duckdb: all of them, in order, whatever the text and however little memory there is."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KGError, OutputError

pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from kg.grouping import SortedFiles
from kg.pipeline.build import Options, build
from kg.pipeline.duckdb_groups import DuckGroups

Row = tuple[str, str]
HOSTILE = ["", "\0", "a\0b", "a\nb", "é", "\ud800", "\uffff", "😀", "\U0010ffff", "\x7f", "a", "aa", "'; DROP TABLE k"]


def grouped(rows: Sequence[Row]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    return [(key, sorted(values)) for key, values in sorted(found.items())]


@pytest.mark.parametrize("memory", [1 << 14, 1 << 30])
def test_hostile_keys_and_values(tmp_path: Path, memory: int) -> None:
    rows = [(key, value) for key in HOSTILE for value in HOSTILE] * 3
    random.Random(7).shuffle(rows)  # noqa: S311 - any order will do
    with DuckGroups(tmp_path, memory=memory) as groups:
        for row in rows:
            groups.add(*row)
        assert list(groups.groups()) == grouped(rows)
    assert not list(tmp_path.iterdir())


def test_values_of_a_megabyte(tmp_path: Path) -> None:
    rows = [(f"k{n % 5}", f"{n}" * (1 << 19)) for n in range(40)] + [(f"k{n}", "short") for n in range(5)]
    with DuckGroups(tmp_path, memory=1 << 12) as groups:
        for row in rows:
            groups.add(*row)
        assert list(groups.groups()) == grouped(rows)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3))))
def test_any_rows(rows: list[Row]) -> None:
    with DuckGroups(memory=256) as groups:
        for row in rows:
            groups.add(*row)
        assert list(groups.groups()) == grouped(rows)


def test_nothing(tmp_path: Path) -> None:
    with DuckGroups(tmp_path) as groups:
        assert list(groups.groups()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="can't sort"), DuckGroups(tmp_path / "file", memory=1) as groups:
        groups.add("a", "b")


def test_files_are_removed_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), DuckGroups(tmp_path, memory=1) as groups:
        groups.add("a", "b")
        assert list(tmp_path.iterdir())
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_without_duckdb_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(KGError, match=r"pip install 'kg-indonesia\[scale\]'"):
        DuckGroups()


def test_a_build_with_duckdb_gives_the_same_bytes(tmp_path: Path, table: Path) -> None:
    for name, sorter in (("files", SortedFiles), ("duckdb", DuckGroups)):
        build([table], tmp_path / name, Options(html=False, sorter=sorter))
    for name in ("statements.jsonl", "graph.ttl", "graph.graphml", "stats.json"):
        assert (tmp_path / "files" / name).read_bytes() == (tmp_path / "duckdb" / name).read_bytes()
