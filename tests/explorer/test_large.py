"""Twenty thousand nodes: the picture comes at once, moves smoothly, and everything can be reached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PANNING = """async () => {
    const canvas = document.getElementById('canvas'), box = canvas.getBoundingClientRect(), at = { x: box.left + 300, y: box.top + 60 };
    const send = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, buttons: 1, bubbles: true }));
    const started = explorer.frames();
    send('pointerdown', at.x, at.y);
    const begin = performance.now();
    let turn = 0;
    await new Promise((done) => {
        const step = () => {
            turn += 1;
            send('pointermove', at.x + 120 * Math.sin(turn / 9) + turn / 3, at.y + 60 * Math.cos(turn / 7));
            if (performance.now() - begin < 2000) requestAnimationFrame(step); else done();
        };
        requestAnimationFrame(step);
    });
    const frames = explorer.frames() - started;
    send('pointerup', at.x, at.y);
    return frames;
}"""  # noqa: E501


def test_the_first_picture_shows_a_part_and_says_so(show: Callable[..., Any], large_page: Path) -> None:
    page = show(large_page)
    assert page.evaluate("performance.getEntriesByName('first-picture').length") == 1
    assert 300 < page.evaluate("explorer.shown().length") < 1500 and page.evaluate("explorer.total()") == 20_000
    assert "of 20,000" in page.inner_text("#status")


@pytest.mark.parametrize("more", [0, 2])
def test_panning_draws_while_it_goes_on(show: Callable[..., Any], large_page: Path, more: int) -> None:
    page = show(large_page, f"more={more}")
    assert page.evaluate(PANNING) > 2  # the frames a second are measured in benchmarks/explorer.py


def test_search_expansion_and_filters_reach_what_is_not_shown(show: Callable[..., Any], large_page: Path) -> None:
    page = show(large_page)
    front = set(page.evaluate("explorer.shown()"))
    hidden = next(ref for i in range(9000) if (ref := f"person/p{i:05d}") not in front)
    page.fill("#search", f"orang ke-{int(hidden[-5:])}")
    page.keyboard.press("Enter")
    assert hidden in page.evaluate("explorer.shown()")
    before = page.evaluate("explorer.shown().length")
    page.click("text=+2 steps")
    assert page.evaluate("explorer.shown().length") > before
    page.click("text=Focus")
    assert hidden in page.evaluate("explorer.shown()") and page.evaluate("explorer.shown().length") < 100
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.fill("[data-choice='date:from']", "2024-01-01")
    assert page.evaluate("explorer.total()") < 20_000


def test_views_of_a_large_graph_open(show: Callable[..., Any], large_page: Path) -> None:
    page = show(large_page, "view=table")
    assert page.locator("#view-table tbody tr").count() == 100 and "of 6" in page.inner_text(".pager")
    for view in ("timeline", "map", "chain", "network"):
        page.click(f".bar [data-view={view}]")
        assert page.is_visible(f"#view-{view}")


def test_a_path_through_a_large_graph(show: Callable[..., Any], large_page: Path) -> None:
    page = show(large_page, "path=person%2Fp00010,person%2Fp08000")
    assert page.locator(".steps > li").count() >= 2 and page.locator(".steps mark").count() >= 1


def test_the_page_stays_small(large_page: Path) -> None:
    assert large_page.stat().st_size < 1200 * 60_000


def test_near_names_in_a_large_graph_are_sought_when_the_keys_are_still(
    show: Callable[..., Any], large_page: Path
) -> None:
    page = show(large_page)
    meant = page.evaluate("document.querySelector('.neighbour .node-link').textContent")
    slip = meant[:3] + meant[4:]
    page.focus("#search")
    at_once = page.evaluate(
        """text => { const input = document.getElementById('search'); input.value = text;
        input.dispatchEvent(new Event('input')); return document.getElementById('search-list').textContent; }""",
        slip,
    )
    assert at_once == "Nothing found"
    page.wait_for_selector(".found-none:has-text('Did you mean')")
    assert meant in page.inner_text("#search-list")
