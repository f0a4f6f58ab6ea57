"""Linking by one process and by two: the same records come out, and nothing stays in the folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.linking.dividing import undivided
from kg.linking.link import linked
from kg.pipeline import dividing as divided
from kg.spool import Spool
from tests.pipeline.dividers import fail, squares

from .records import made_up


def test_two_processes_link_as_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(divided, "MANY", 1)
    with Spool(tmp_path) as spool:
        spool.extend(made_up(120))
        alone = list(linked(spool, folder=tmp_path))
        together = list(linked(spool, folder=tmp_path, dividing=partial(divided.dividing, tmp_path, 2)))
    assert together == alone
    assert any(entity.get("possible") for record in alone for entity in record["entities"])
    assert not list(tmp_path.iterdir())


def test_shares_come_back_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(divided, "MANY", 1)
    with divided.dividing(tmp_path, 2, 5) as divide:
        for items in (range(7), range(1), range(0), list(range(4))):
            assert list(divide(squares, items)) == list(undivided(squares, items))


def test_what_fails_there_is_raised_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(divided, "MANY", 1)
    with pytest.raises(OutputError, match="no space"), divided.dividing(tmp_path, 2, 5) as divide:
        list(divide(fail, range(4)))
    assert not list(tmp_path.iterdir())


def test_few_records_are_linked_by_one_process(tmp_path: Path) -> None:
    with divided.dividing(tmp_path, 8, divided.MANY - 1) as divide:
        assert divide is undivided


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(OutputError, match="can't put away") as told, divided.dividing(missing, 2, divided.MANY):
        pass
    assert told.value.where == str(missing) and told.value.hint
