"""Regions that hold something by their name alone, units with their arm, lists of all levels of a force."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("region", "government"),
    [
        ("Kabupaten Blora", "Pemerintah Kabupaten Blora"),
        ("Kecamatan Jepon", "Pemerintah Kecamatan Jepon"),
        ("Kecamatan Jepon, Kabupaten Blora,", "Pemerintah Kecamatan Jepon"),
        ("Kelurahan Karangjati", "Kelurahan Karangjati"),
        ("Desa Seso Kecamatan Jepon", "Pemerintah Desa Seso"),
    ],
)
@pytest.mark.parametrize("verb", ["menggelar", "hari ini melaksanakan", "kembali mengadakan"])
def test_a_region_that_holds_something_is_its_government(read: Read, region: str, government: str, verb: str) -> None:
    assert (government, "organised") in parts_of(read(f"{region} {verb} rapat koordinasi, Rabu (25/9/2024)."))


@pytest.mark.parametrize(
    "told",
    [
        "Warga Desa Seso menggelar rapat koordinasi, Rabu (25/9/2024).",
        "Di Kecamatan Jepon digelar rapat koordinasi, Rabu (25/9/2024).",
        "Kecamatan Jepon kebanjiran saat rapat koordinasi, Rabu (25/9/2024).",
    ],
)
def test_a_region_that_is_only_a_place_is_none(read: Read, told: str) -> None:
    assert not parts_of(read(told))


@pytest.mark.parametrize("name", ["Yonif 8 Marinir", "Brigif 2 Marinir", "Yonif 15 Marinir"])
@pytest.mark.parametrize("rank", ["", "Letkol Mar "])
def test_the_arm_of_a_unit_belongs_to_its_name(read: Read, name: str, rank: str) -> None:
    record = read(f"Rapat di Blora dihadiri Dan{name.lower()[:1]}{name[1:]} {rank}Budi Santoso, Rabu (25/9/2024).")
    assert {(name, "attended"), ("Budi Santoso", "attended")} <= parts_of(record)
    assert len(record["postings"]) == 1


@pytest.mark.parametrize(
    "levels", ["mulai dari Mabes, Polda, Polres, sampai Polsek", "baik Polda, Polres maupun Polsek"]
)
def test_all_levels_of_a_force_are_no_unit(read: Read, levels: str) -> None:
    record = read(
        f"BLORA - Bupati Blora Ani Wijaya memimpin apel, Rabu (25/9/2024).\n\nSemua jajaran, {levels}, siaga."
    )
    assert not [entity for entity in record["entities"] if entity["class"] == "PoliceUnit"]


def test_a_word_of_the_language_with_an_apostrophe_is_nobody(read: Read) -> None:
    record = read("Masjid menerima lima mushaf Al-Qur’an dari Pemerintah Kabupaten Blora, Rabu (25/9/2024).")
    assert not [entity for entity in record["entities"] if entity["class"] == "Person"]
