"""Processes of a build are born with what they need, and a build leaves the process that called it as it was."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.pipeline.beside import beside, get_ready
from kg.pipeline.collecting import seldom
from kg.pipeline.ready import extraction_of
from tests.pipeline.talkers import write_loaded


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads for itself")
def test_a_process_is_born_with_what_it_needs(tmp_path: Path) -> None:
    get_ready([tmp_path])
    with beside(write_loaded, tmp_path / "loaded"):
        pass
    assert "kg.pipeline.ready" in (tmp_path / "loaded").read_text("utf-8").split()


def test_where_none_can_be_kept_ready_each_loads_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("AF_UNIX path too long")

    monkeypatch.setattr("kg.pipeline.beside.ensure_running", fail)
    with beside(write_loaded, tmp_path / "loaded"):
        pass
    assert "kg.pipeline.ready" not in (tmp_path / "loaded").read_text("utf-8").split()


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
