"""The page of the seed articles, built by `kg build`, in Chromium without a network."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the seeds."""
    from kg.pipeline.build import Options, build

    articles = ROOT / "seeds" / "articles"
    if not articles.is_dir():
        pytest.skip("the seed articles are not in this checkout")
    output = tmp_path_factory.mktemp("seeds")
    build([articles], output, Options(decisions=ROOT / "seeds" / "decisions.csv"))
    return output


def test_every_claim_of_the_seeds_opens_with_its_quotes(show: Callable[..., Any], built: Path) -> None:
    page = show(built / "graph.html")
    lines = (built / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [c for line in lines if (c := json.loads(line))["node"] in {"posting", "participation"}]
    edges = page.evaluate("explorer.edges()")
    told = sum(claim["status"] != "rejected" for claim in claims)
    assert sum(e.split(">")[2] in {"led", "organised", "attended", "posting"} for e in edges) == told > 0
    for claim in claims[:: max(1, len(claims) // 40)]:
        ends = (
            (claim["person"], claim["institution"])
            if claim["node"] == "posting"
            else (claim["participant"], claim["event"])
        )
        found = [e for e in edges if e.startswith(f"edge:{ends[0]}>{ends[1]}>{claim.get('role', 'posting')}>")]
        quotes = []
        for edge in found:
            page.evaluate("ref => { location.hash = 'sel=' + encodeURIComponent(ref); }", edge)
            page.wait_for_function("document.querySelector('#panel-body mark') !== null")
            quotes += page.locator("#panel-body mark").all_text_contents()
        assert {e["quote"] for e in claim["evidence"]} <= set(quotes)


@pytest.mark.parametrize("view", ["network", "table", "timeline", "map", "chain"])
@pytest.mark.parametrize(("width", "height", "scheme"), [(1440, 900, "light"), (390, 844, "dark")])
def test_every_view_of_the_seeds_opens(
    show: Callable[..., Any], built: Path, view: str, width: int, height: int, scheme: str
) -> None:
    page = show(built / "graph.html", f"view={view}", width=width, height=height, color_scheme=scheme)
    assert page.is_visible(f"#view-{view}") and page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_serious_in_the_seeds(show: Callable[..., Any], built: Path, axe: str) -> None:
    page = show(built / "graph.html", "view=timeline")
    page.click(".moment h4 button >> nth=0")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [v["id"] for v in found["violations"] if v["impact"] in {"serious", "critical"}] == []
