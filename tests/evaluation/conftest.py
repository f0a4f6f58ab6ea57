"""Where the gold is, and a prediction that says just what an annotation says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "gold"


def _as_predicted(gold: dict[str, Any]) -> dict[str, Any]:
    return {
        "article": gold["id"],
        "entities": [{"id": f"id-{e['key']}", "class": e["class"], "name": e["names"][0]} for e in gold["entities"]],
        "postings": [
            {
                "person": f"id-{p['person']}",
                "post": p["posts"][0],
                "institution": f"id-{p['institution']}",
                "acting": None,
                "confidence": 0.9,
                "rule": "test",
            }
            for p in gold["postings"]
        ],
        "events": [
            {
                "id": v["key"],
                "type": v["kind"],
                "date": v["date"],
                "participations": [
                    {"participant": f"id-{r['who']}", "role": r["role"], "confidence": 0.8, "rule": "test"}
                    for r in v["participations"]
                ],
            }
            for v in gold["events"]
        ],
    }


@pytest.fixture
def as_predicted():
    """A function: annotation → the prediction that repeats it."""
    return _as_predicted


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """The folder of the project's own gold."""
    return ROOT / "evaluation"
