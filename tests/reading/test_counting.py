"""How many articles there are about, as a progress bar wants to know."""

from __future__ import annotations

import gzip
from pathlib import Path

from kg.reading.counting import about


def test_lines_and_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n{}\n{}\n", "utf-8")
    (tmp_path / "b.txt").write_text("one\ntwo\n", "utf-8")
    assert about([tmp_path]) == 4
    assert about([tmp_path / "a.jsonl"]) == 3


def test_what_is_packed_is_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    assert about([tmp_path]) is None
    assert about(["-"]) is None
