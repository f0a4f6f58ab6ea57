"""The gate: no figure of the project's own gold falls below its pinned floor."""

from __future__ import annotations

import json

from click.testing import CliRunner

from kg.cli.main import main
from kg.evaluation.tally import MEASURES


def test_no_figure_is_below_its_floor(evaluation):
    floors = evaluation / "floors.json"
    sets = sorted(json.loads(floors.read_text("utf-8"))["sets"])
    assert sets == ["fresh", "gold", "links", "mixed", "news"]
    result = CliRunner().invoke(main, ["evaluate", *(str(evaluation / name) for name in sets), "--floors", str(floors)])
    assert result.exit_code == 0, result.output[-2000:]


def test_every_measure_has_a_floor(evaluation):
    for part in json.loads((evaluation / "floors.json").read_text("utf-8"))["sets"].values():
        assert set(MEASURES) <= part["floors"].keys()
