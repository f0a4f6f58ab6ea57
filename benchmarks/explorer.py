"""How soon the explorer's picture stands, and how smoothly it moves, beside pyvis as it comes, in one run.

    python benchmarks/explorer.py [--nodes 1000 5000 20000] [--pyvis 1000] [--patience 120]

Needs playwright and a Chromium. Prints one line a page: build seconds, megabytes, bytes a claim, seconds to the first
picture, frames a second while panning. pyvis computes its layout in the browser: its first picture is when the
loading bar is gone.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

TESTS = Path(__file__).parents[1] / "tests" / "explorer"


def load(name: str) -> ModuleType:
    """A module of the explorer's tests, which lend their made-up graphs and their panning."""
    spec = importlib.util.spec_from_file_location(name, TESTS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(TESTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(browser: Any, path: Path) -> tuple[float, float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri(), timeout=120_000)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=120_000)
    first = page.evaluate("performance.getEntriesByName('first-picture')[0].startTime") / 1000
    page.wait_for_timeout(500)
    frames = max(page.evaluate(load("test_large").PANNING) for _ in range(3))
    page.close()
    return first, frames


def theirs(browser: Any, path: Path, patience: float) -> float | None:
    """Seconds until pyvis has drawn; None when it has not within the patience."""
    from playwright.sync_api import TimeoutError as TooSlow

    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("http*://**", lambda route: route.abort())
    begin = time.perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function(
            "() => document.getElementById('loadingBar').style.display === 'none'",
            timeout=patience * 1000,
        )
        return time.perf_counter() - begin
    except TooSlow:
        return None
    finally:
        page.close()


def pyvis_page(base: Any, path: Path) -> None:
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in [*base.entities.values(), *base.events.values()]:
        network.add_node(node.id, label=node.name)
    for part in base.participations.values():
        network.add_edge(part.participant, part.event, title=part.role)
    for posting in base.postings.values():
        network.add_edge(posting.person, posting.institution, title=posting.post)
    path.write_text(network.generate_html(), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="*", default=[1000, 5000, 20_000])
    parser.add_argument("--pyvis", type=int, nargs="*", default=[1000])
    parser.add_argument("--patience", type=float, default=120)
    options = parser.parse_args()

    from playwright.sync_api import sync_playwright

    from kg.export.html import write_html

    program = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    first: dict[int, float] = {}
    synthetic = load("bases").synthetic
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for nodes in options.nodes:
            base, path = synthetic(nodes, nodes * 3), Path(folder) / f"{nodes}.html"
            begin = time.perf_counter()
            write_html(base, path)
            built, size = time.perf_counter() - begin, path.stat().st_size
            first[nodes], frames = ours(browser, path)
            cost = f"{built:.1f} s, {size / 1e6:.1f} MB, {size / (3 * nodes):.0f} B a claim"
            print(f"explorer {nodes:>6} nodes: built {cost}, first picture {first[nodes]:.2f} s, {frames:.0f} frames/s")
        for nodes in options.pyvis:
            path = Path(folder) / f"pyvis-{nodes}.html"
            pyvis_page(synthetic(nodes, nodes * 3), path)
            took = theirs(browser, path, options.patience)
            ratio = f", {(took or options.patience) / first[nodes]:.0f} times ours" if nodes in first else ""
            print(
                f"pyvis    {nodes:>6} nodes: "
                + (f"{took:.1f} s" if took else f"nothing in {options.patience:.0f} s")
                + ratio
            )
        browser.close()


if __name__ == "__main__":
    main()
