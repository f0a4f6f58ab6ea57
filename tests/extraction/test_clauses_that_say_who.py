"""Those who did something are told behind "is" or "namely": "Tim yang berkunjung adalah Ketua X dan Anggota Y"."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - KPU Blora menggelar rapat koordinasi di aula KPU Blora, Kamis (19/9/2024).\n\n"
LED = {("Ani Wijaya", "led"), ("Polres Blora", "led")}


@pytest.mark.parametrize(
    ("sentence", "expected", "absent"),
    [
        ("Yang memimpin rapat itu adalah Kapolres Blora AKBP Ani Wijaya.", LED, set()),
        (
            "Tim dari Bawaslu Blora yang berkoordinasi ke aula adalah Ketua Bawaslu Budi Santosa bersama dua anggota.",
            {("Budi Santosa", "attended"), ("Bawaslu Kabupaten Blora", "attended")},
            set(),
        ),
        (
            "Seluruh komisioner Bawaslu Blora hadir dan menyepakati DPB bulan ini, yakni Ketua Bawaslu Blora Budi "
            "Santosa, Koordinator Divisi Hukum Eko Susanto dan Koordinator Divisi SDM Dwi Hartono.",
            {("Budi Santosa", "attended"), ("Eko Susanto", "attended"), ("Dwi Hartono", "attended")},
            set(),
        ),
        (
            "Kapolres Blora AKBP Ani Wijaya hadir dan menyepakati tiga hal, yakni Ketua Bawaslu Blora Budi Santosa "
            "yang akan mengawasi.",
            {("Ani Wijaya", "attended")},
            {"Budi Santosa"},
        ),
        (
            "Yang kini disorot warga adalah Ketua Bawaslu Blora Budi Santosa.",
            set(),
            {"Budi Santosa"},
        ),
    ],
)  # fmt: skip
def test_who_did_it(read: Read, sentence: str, expected: set[tuple[str, str]], absent: set[str]) -> None:
    found = parts_of(read(LEAD + sentence))
    assert expected <= found
    assert not absent & {name for name, _ in found}


@pytest.mark.parametrize("name", ["Dinar Prasasti", "Gita Lestari", "Angga Pratama"])
def test_a_name_that_is_a_word_too_is_no_field_of_the_post(read: Read, name: str) -> None:
    record = read(f"{LEAD}Rapat dihadiri Kepala Subbagian Perencanaan, Data dan Informasi {name}.")
    assert (name, "attended") in parts_of(record)
