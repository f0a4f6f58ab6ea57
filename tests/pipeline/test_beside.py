"""What works in another process ends well, tells its errors, and never outlives the one that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import KGError, UsageError
from kg.graph.terms import check_base_iri
from kg.pipeline.beside import beside


def test_both_are_done_at_the_end(tmp_path: Path) -> None:
    with beside((tmp_path / "a").write_text, "done", "utf-8"):
        (tmp_path / "b").write_text("here", "utf-8")
    assert (tmp_path / "a").read_text("utf-8") == "done"


def test_an_error_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(UsageError) as here:
        check_base_iri("no iri")
    with pytest.raises(UsageError) as there, beside(check_base_iri, "no iri"):
        pass
    assert str(there.value) == str(here.value)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(KGError, match=r"died \(exit 7\)"), beside(os._exit, 7):
        pass


def test_it_is_stopped_when_the_block_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), beside(time.sleep, 600):
        raise ZeroDivisionError


_CHILD = """
import pathlib, time
folder = pathlib.Path({folder!r})
(folder / "started").touch()
time.sleep(2)
(folder / "outlived").touch()
"""
_PARENT = """
import sys, time
from kg.pipeline.beside import beside
with beside(exec, sys.argv[1]):
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_it_ends_when_the_other_is_killed(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen([sys.executable, "-c", _PARENT, _CHILD.format(folder=str(tmp_path))], cwd=root) as parent:
        while not (tmp_path / "started").exists():
            time.sleep(0.02)
            assert parent.poll() is None
        parent.send_signal(signal.SIGKILL)
    time.sleep(3)
    assert not (tmp_path / "outlived").exists()
