"""Who stands in for somebody does what he would have done; he himself was not there."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Apel dipimpin oleh Kapolres Blora yang diwakili Wakapolres Kompol Budi Hartono di alun-alun, Rabu (18/9/2024).",
        "Apel dipimpin Kapolres Blora AKBP Ani Lestari, diwakili Wakapolres Blora Kompol Budi Hartono, Rabu (18/9/2024).",
        "Mewakili Kapolres Blora AKBP Ani Lestari, Wakapolres Kompol Budi Hartono memimpin apel, Rabu (18/9/2024).",
        "Wakapolres Blora Kompol Budi Hartono mewakili Kapolres AKBP Ani Lestari memimpin apel, Rabu (18/9/2024).",
        "Kapolres Blora AKBP Ani Lestari diwakili Wakapolres Kompol Budi Hartono memimpin apel, Rabu (18/9/2024).",
    ],
)
def test_the_representative_leads(read: Read, sentence: str) -> None:
    parts = parts_of(read(f"BLORA - {sentence}"))
    assert {("Budi Hartono", "led"), ("Polres Blora", "led")} <= parts
    assert not any(name == "Ani Lestari" for name, _ in parts)
