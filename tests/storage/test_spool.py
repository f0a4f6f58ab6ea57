"""What was put away leaves the disk when its owner lets go of it."""

from __future__ import annotations

import os
from pathlib import Path

from kg.spool import Spool


def test_its_space_is_free_at_once_though_another_holds_it(tmp_path: Path) -> None:
    with Spool(tmp_path) as records:
        records.take("a", b"x" * 100_000)
        away = max(tmp_path.iterdir(), key=lambda path: path.stat().st_size)
        with away.open("rb") as held:
            assert os.fstat(held.fileno()).st_size == 100_000
            records.close()
            assert os.fstat(held.fileno()).st_size == 0
        assert not list(tmp_path.iterdir())
