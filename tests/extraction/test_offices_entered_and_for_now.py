"""Offices into which somebody comes behind a comma or by a move, heads for the time being, and the retired."""

from __future__ import annotations

import pytest

from .conftest import Read, posts_with_days

LEAD = "BLORA - Bupati Blora melantik pejabat di Pendopo Blora, Selasa (24/9/2024). "


def _posts(read: Read, text: str) -> set[tuple[str, str, bool]]:
    return {(name, post, former) for name, post, former, *_ in posts_with_days(read, text)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Hadir Sekda Blora Ani Wijaya, yang ditunjuk sebagai Plt Kepala Dinas Sosial Blora oleh bupati.",
            {("Ani Wijaya", "Sekda Blora", False), ("Ani Wijaya", "Kepala Dinas Sosial Blora", False)},
        ),
        (
            "Ani Wijaya yang sebelumnya menjabat Camat Cepu, kini pindah menjadi Camat Jepon.",
            {("Ani Wijaya", "Camat Cepu", True), ("Ani Wijaya", "Camat Jepon", False)},
        ),
        (
            "Ani Wijaya, pejabat lama Camat Cepu, kini dipercaya sebagai Camat Jepon.",
            {("Ani Wijaya", "Camat Cepu", True), ("Ani Wijaya", "Camat Jepon", False)},
        ),
        (
            "Ani Wijaya promosi dari Sekretaris Kecamatan Jepon menjadi Camat Jepon.",
            {("Ani Wijaya", "Sekretaris Kecamatan Jepon", True), ("Ani Wijaya", "Camat Jepon", False)},
        ),
    ],
)
def test_offices_entered(read: Read, sentence: str, expected: set[tuple[str, str, bool]]) -> None:
    assert _posts(read, LEAD + sentence) == expected


def test_a_conjunction_behind_the_comma_tells_of_somebody_else(read: Read) -> None:
    found = _posts(read, f"{LEAD}Hadir Sekda Blora Ani Wijaya, sementara ditunjuk sebagai Camat Cepu Budi Santoso.")
    assert ("Ani Wijaya", "Camat Cepu", False) not in found


@pytest.mark.parametrize("office", ["Ketua DPRD Blora sementara, Ani Wijaya", "Ketua DPRD Blora Sementara Ani Wijaya"])
def test_head_for_the_time_being(read: Read, office: str) -> None:
    found = _posts(read, f"{LEAD}Hadir saat itu, {office}, Asisten II Setda Blora, Budi Santoso.")
    assert found == {
        ("Ani Wijaya", "Ketua Sementara DPRD Blora", False),
        ("Budi Santoso", "Asisten II Setda Blora", False),
    }


def test_a_word_that_joins_makes_nobody_a_head_for_the_time_being(read: Read) -> None:
    text = (
        f"{LEAD}Hadir Ketua DPRD Blora Ani Wijaya. Rapat dihadiri Ketua DPRD Blora sementara Budi Santoso berhalangan."
    )
    assert _posts(read, text) == {("Ani Wijaya", "Ketua DPRD Blora", False)}


@pytest.mark.parametrize("rank", ["Mayjen TNI Purn", "Mayjen TNI Purn.", "Mayjen Purn", "Kombes Pol. Purn. Drs."])
def test_who_left_the_service(read: Read, rank: str) -> None:
    assert _posts(read, f"{LEAD}Hadir Kepala Dinas Sosial Blora {rank} Suparjo.") == {
        ("Suparjo", "Kepala Dinas Sosial Blora", False)
    }


@pytest.mark.parametrize("corps", ["Lek.", "Pnb. ", "Tek."])
def test_full_stop_of_a_corps(read: Read, corps: str) -> None:
    assert ("Suparjo", "Danlanud Iswahjudi", False) in _posts(read, f"Hadir Danlanud Iswahjudi Letkol {corps}Suparjo.")
