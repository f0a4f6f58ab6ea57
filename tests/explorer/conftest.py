"""Pages that are built once, a Chromium without a network, and a record of everything that a page does wrong."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import write_html
from tests.conftest import missing

from .bases import small, synthetic


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the small base."""
    path = tmp_path_factory.mktemp("small") / "graph.html"
    write_html(small(), path)
    return path


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of 20,000 nodes and 60,000 claims."""
    path = tmp_path_factory.mktemp("large") / "graph.html"
    write_html(synthetic(20_000, 60_000), path)
    return path


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, from npm; the test is skipped where npm or the registry is missing."""
    npm = shutil.which("npm")
    if npm is None:
        missing("npm is not installed, so axe-core can't be had")
    folder = tmp_path_factory.mktemp("axe")
    done = subprocess.run(
        [npm or "npm", "install", "--silent", "--no-audit", "--no-fund", "axe-core@4"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        missing(f"npm can't install axe-core: {done.stderr.strip()[:200]}")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def show(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page offline; at the end there was no request, no error, no dialogue."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def open_page(path: Path, state: str = "", *, width: int = 1440, height: int = 900, **options: Any) -> Any:
        given = {"locale": "en-GB", "accept_downloads": True, "color_scheme": "light"} | options
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, **given)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda m: wrong.append(f"console: {m.text}") if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: wrong.append(f"error: {e}"))
        page.on("dialog", lambda d: (wrong.append(f"dialogue: {d.message}"), d.dismiss()))
        page.on("popup", lambda p: wrong.append(f"window: {p.url}"))
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else wrong.append(f"request: {r.url}"),
        )
        page.goto(path.as_uri() + ("#" + state if state else ""))
        page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
        return page

    open_page.wrong = wrong  # type: ignore[attr-defined]
    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []
