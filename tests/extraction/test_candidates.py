"""Those who stand for office together are two persons, take part as persons and hold no office by standing for it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "pair",
    [
        "Pasangan calon nomor urut 3 Hartono Wijaya-Budi Santosa",
        "Paslon Hartono Wijaya - Budi Santosa",
        "Paslon nomor urut 02, Hartono Wijaya dan Budi Santosa",
        "Bapaslon Hartono Wijaya/Budi Santosa",
        "Calon Bupati Blora Hartono Wijaya dan Wakil Bupati Budi Santosa",
        "Pasangan calon Bupati Hartono Wijaya dan Wakil Bupati Budi Santosa",
        "Bakal pasangan calon Bupati dan Wakil Bupati Blora Hartono Wijaya dan Budi Santosa",
    ],
)
def test_both_of_a_pair_take_part_and_hold_no_office(read: Read, pair: str) -> None:
    record = read(f"BLORA - {pair} menghadiri debat publik, Rabu (18/9/2024).")
    assert {("Hartono Wijaya", "attended"), ("Budi Santosa", "attended")} == parts_of(record)
    assert not record["postings"]


@pytest.mark.parametrize("pair", ["Hartono dan Mulyadi", "Hartono-Mulyadi"])
def test_candidates_of_one_word_are_persons(read: Read, pair: str) -> None:
    record = read(
        f"BLORA - Bakal pasangan calon Bupati dan Wakil Bupati Blora {pair} mengikuti debat, Rabu (18/9/2024)."
    )
    assert {("Hartono", "attended"), ("Mulyadi", "attended")} == parts_of(record)


def test_a_debate_brings_candidates_together(read: Read) -> None:
    record = read(
        "BLORA - KPU Blora menggelar debat yang mempertemukan pasangan Hartono Wijaya-Budi Santosa "
        "dengan Suparno-Retno Wulan, Rabu (18/9/2024)."
    )
    assert {name for name, role in parts_of(record) if role == "attended"} == {
        "Hartono Wijaya",
        "Budi Santosa",
        "Suparno",
        "Retno Wulan",
    }


def test_an_official_beside_a_candidate_keeps_her_office(read: Read) -> None:
    record = read(
        "BLORA - Calon Bupati Blora Hartono Wijaya dan Sekda Blora Budi Santosa hadir dalam debat, Rabu (18/9/2024)."
    )
    assert [posting["post"] for posting in record["postings"]] == ["Sekda Blora"]
