"""Tables of made-up articles for builds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .articles import article


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of a hundred articles."""
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(article(n)) + "\n" for n in range(100)), "utf-8")
    return path
