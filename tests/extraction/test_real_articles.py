"""The real articles that the project was created from, where they are at hand: every measured figure is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.evaluation.gold import predictions, read_gold
from kg.evaluation.measures import score
from kg.evaluation.tally import total
from kg.pipeline import Extraction

SHARED = Path(__file__).resolve().parents[3] / "shared"
MEASURES = ("institutions", "persons", "postings", "participation", "participation+role", "event date", "typing")


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles are not part of the project")
def test_the_real_articles_come_out_right(tmp_path: Path) -> None:
    extraction = Extraction()
    records = list(extraction.records(extraction.articles([SHARED / "seeds"])))
    for record in records:
        source = SHARED / "gold" / "dev" / "annotations" / f"{record['article']}.json"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    tallies = total(score(read_gold(tmp_path), predictions((r["article"], r) for r in records)).values())
    assert {name: tallies[name].mistakes for name in MEASURES} == {name: [] for name in MEASURES}
