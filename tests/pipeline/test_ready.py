"""Processes of a build are born with what they need, and a build leaves the process that called it as it was."""

from __future__ import annotations

import gc
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import KGError, OntologyError
from kg.pipeline.beside import beside, get_ready
from kg.pipeline.collecting import seldom
from kg.pipeline.ready import extraction_of
from tests.pipeline.talkers import write_loaded

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads for itself")
def test_a_process_is_born_with_what_it_needs(tmp_path: Path) -> None:
    get_ready([tmp_path])
    with beside(write_loaded, tmp_path / "loaded"):
        pass
    assert "kg.pipeline.ready" in (tmp_path / "loaded").read_text("utf-8").split()


def test_where_none_can_be_kept_ready_each_loads_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("AF_UNIX path too long")

    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", fail)
    with beside(write_loaded, tmp_path / "loaded"):
        pass
    assert "kg.pipeline.ready" not in (tmp_path / "loaded").read_text("utf-8").split()


_MAKES = """
import os, signal
from multiprocessing import forkserver
from kg.pipeline.beside import beside, get_ready
if __name__ == "__main__":
    get_ready(["."])
    os.kill(forkserver._forkserver._forkserver_pid, signal.SIGINT)  # it loads
    with beside(os.write, 1, b"made\\n"):  # at once: what is printed waits until the process has ended
        pass
    print(*signal.pthread_sigmask(signal.SIG_BLOCK, []), "PYTHONSAFEPATH" in os.environ)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads for itself")
def test_what_makes_processes_is_not_led_astray(tmp_path: Path) -> None:
    """Neither by modules of the folder that a build is called in, nor by an interrupt while it loads."""
    here = tmp_path / "here" / "kg"
    here.mkdir(parents=True)
    (here / "__init__.py").write_text("open(__file__ + '.taken', 'w').close()", "utf-8")
    script = tmp_path / "script.py"
    script.write_text(_MAKES, "utf-8")
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    given.pop("PYTHONSAFEPATH", None)
    done = subprocess.run(
        [sys.executable, str(script)], cwd=here.parent, env=given, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("made\nFalse\n", "")
    assert not list(here.glob("*.taken"))


@pytest.mark.parametrize("error", [EOFError("unexpected EOF"), BlockingIOError(11, "Resource temporarily unavailable")])
def test_a_process_that_can_not_be_started_is_told(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> None:
        raise error

    made = SimpleNamespace(Pipe=multiprocessing.Pipe, Process=lambda **_: SimpleNamespace(start=start))
    monkeypatch.setattr("kg.pipeline.beside.context", lambda: made)
    with pytest.raises(KGError, match="can't start another process") as told, beside(os.getpid):
        pass
    assert "--jobs 1" in told.value.hint


def test_an_ontology_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no such folder"):
        extraction_of(tmp_path / "missing")


def test_how_often_python_collects_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, ...]] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (600, 9, 8))
    monkeypatch.setattr(gc, "set_threshold", lambda *given: told.append(given))
    with pytest.raises(ZeroDivisionError), seldom():
        assert told[0][0] > 600
        assert gc.get_freeze_count()
        raise ZeroDivisionError
    assert told[1:] == [(600, 9, 8)]
    assert not gc.get_freeze_count()
