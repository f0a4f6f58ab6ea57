"""One Chromium for all browser tests of a run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

WATCHED = ("chromium", "chromium-browser", "google-chrome", "chrome")


def missing(reason: str) -> None:
    """Skip a test that lacks something of the machine; where CI=true, let it fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}: browser tests must run in CI")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium; the test is skipped, with the reason, where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    program = next((found for name in WATCHED if (found := shutil.which(name))), None)
    if program is None:
        missing("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
