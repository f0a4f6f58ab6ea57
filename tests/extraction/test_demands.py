"""Whoever is urged, asked or reminded of a promise is not there by that."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - HMI Blora menggelar unjuk rasa di alun-alun, Senin (23/9/2024)."


@pytest.mark.parametrize(
    "sentence",
    [
        "Koordinator aksi, Joko Susilo, mendesak Kejari Blora dan Polres Blora turun tangan.",
        "Massa menuntut Kapolda Jawa Tengah dan Kejari Blora mengusut tuntas kasus itu.",
        "Para pengunjuk rasa menagih janji Bupati Blora dan Ketua DPRD Blora.",
        "Massa mendesak aparat penegak hukum, termasuk Polres Blora, hadir di tengah warga.",
        "Warga menantang Bupati Blora Budi Santoso datang ke desa mereka.",
    ],
)
def test_of_whom_something_is_demanded_takes_no_part(read: Read, sentence: str) -> None:
    bodies = {name for name, _ in parts_of(read(f"{LEAD} {sentence}")) if not name.startswith(("HMI", "Joko"))}
    assert bodies == set()


def test_who_comes_to_those_who_demand_is_there(read: Read) -> None:
    parts = parts_of(read(f"{LEAD} Massa menuntut Bupati Blora mundur, lalu ditemui Ketua DPRD Blora Budi Santoso."))
    assert {("DPRD Kabupaten Blora", "attended"), ("Budi Santoso", "attended")} <= parts
