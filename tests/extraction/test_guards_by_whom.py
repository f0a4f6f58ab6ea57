"""By whom something is guarded or cleared away: "pengamanan oleh Polsek X dan Koramil Y"."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "text",
    [
        "Pengamanan kotak suara oleh Polres Blora dan Polres Pati dilakukan Rabu (25/9/2024).",
        "Logistik berangkat Rabu (25/9/2024) dengan pengawalan oleh dua Polres (Polres Blora dan Polres Pati).",
        "Penertiban alat peraga oleh Polres Blora dan Polres Pati berlangsung Rabu (25/9/2024).",
    ],
)
def test_by_whom_something_is_guarded_takes_part(read: Read, text: str) -> None:
    assert parts_of(read(text)) == {("Polres Blora", "attended"), ("Polres Pati", "attended")}
