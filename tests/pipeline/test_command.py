"""What `kg build` says when it is stopped, and the group of commands when it is called by a wrong name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import kg.pipeline.build
from kg.cli.main import main


def test_a_build_that_is_stopped_says_that_it_can_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.pipeline.build, "build", stopped)
    result = CliRunner().invoke(main, ["build", str(tmp_path), "-o", str(tmp_path / "out")])
    assert (result.exit_code, "goes on from here" in result.output) == (130, True)


@pytest.mark.parametrize(("typed", "meant"), [("bild", "build"), ("neighbors", "neighbours"), ("qwxz", None)])
def test_a_command_that_is_not_there_is_named_with_the_nearest(typed: str, meant: str | None) -> None:
    result = CliRunner().invoke(main, [typed])
    assert result.exit_code == 2
    assert f"No such command '{typed}'." in result.output
    assert ("Did you mean" in result.output) == (meant is not None)
    assert meant is None or f"'{meant}'" in result.output


def test_a_build_says_how_many_decisions_it_replayed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("BLORA - Apel dipimpin Kapolres Blora AKBP Ani Lestari, Kamis (19/9/2024).")
    decisions = tmp_path / "d.csv"
    decisions.write_text("decision,left,right,who,when,why\nrename,a#Ani Lestari,Ani Lestari Dewi,me,2024-09-20,so\n")
    given = ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--no-html", "-j", "1"]
    told = CliRunner().invoke(main, [*given, "--decisions", str(decisions)])
    assert f"1 decision of {decisions} replayed" in told.stderr
    assert "replayed" not in CliRunner().invoke(main, given).stderr
