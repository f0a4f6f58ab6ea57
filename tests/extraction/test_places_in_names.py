"""Streets, halls and words of the sentence beside names: they are no persons and no part of a unit's name."""

from __future__ import annotations

import pytest

from .conftest import Read


def _names(read: Read, text: str) -> set[str]:
    return {entity["name"] for entity in read(text)["entities"]}


@pytest.mark.parametrize(
    "text",
    [
        "Rapat berlangsung di Gedung Putri Mandalika Sari, Selasa (3/9/2024).",
        "TPS 7 berada di Jl. Gatot Subroto dan TPS 9 di Jalan Slamet Riyadi.",
    ],
)
def test_a_hall_or_a_street_is_no_person(read: Read, text: str) -> None:
    assert not [e for e in read(text)["entities"] if e["class"] == "Person"]


def test_a_street_is_no_part_of_the_name_of_a_unit(read: Read) -> None:
    found = _names(read, "Apel Kodim 0904/Paser digelar di Makodim Jalan Jenderal Sudirman, Senin (2/9/2024).")
    assert found == {"Kodim 0904/Paser"}


def test_an_ordinary_word_with_which_a_sentence_begins_is_no_part_of_a_name(read: Read) -> None:
    found = _names(read, "Pelarian Budi Santoso berakhir. Budi Santoso, warga Sleman, ditangkap polisi.")
    assert found == {"Budi Santoso"}


def test_a_full_stop_between_a_name_and_its_degrees_ends_no_sentence(read: Read) -> None:
    found = _names(read, "Hadir Kapolres Klaten, AKBP Budi Santoso. S.I.K., M.H., dan Dandim 0723/Klaten.")
    assert found == {"Polres Klaten", "Budi Santoso", "Kodim 0723/Klaten"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapat digelar di Kampung Dwi Warga Tunggal Jaya, Kecamatan Banjar Agung, Rabu (18/9/2024).",
        "Rapat dihadiri Kepala Kampung Dwi Warga Tunggal Jaya, Rabu (18/9/2024).",
    ],
)
def test_a_word_for_people_in_the_name_of_a_village_is_no_word_for_people(read: Read, sentence: str) -> None:
    assert not [entity for entity in read(sentence)["entities"] if entity["class"] == "Person"]


def test_several_places_in_a_row_are_nobody(read: Read) -> None:
    record = read("Upacara bertempat di markas kepolisian Sorong Aimas, Kapolres memimpin upacara.")
    assert not [entity for entity in record["entities"] if entity["class"] == "Person"]
    record = read("Rapat dipimpin Bima Arya, Wali Kota Bogor.")
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Bima Arya"]


@pytest.mark.parametrize("office", ["Camat Blora Kota", "Danramil 01/Blora Kota", "Kapolsek Blora Kota"])
def test_the_kecamatan_of_a_seat_ends_with_the_word_for_a_town(read: Read, office: str) -> None:
    record = read(f"BLORA - Rapat di Blora, Selasa (17/9/2024). Hadir {office} Drs. Hadi Wijaya.")
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Hadi Wijaya"]
    assert [posting["post"] for posting in record["postings"]] == [office]


def test_the_town_behind_a_kecamatan_is_no_part_of_its_name(read: Read) -> None:
    record = read("SEMARANG - Rapat, Selasa (17/9/2024). Hadir Camat Tugu Kota Semarang Hadi Wijaya.")
    assert "Pemerintah Kecamatan Tugu" in {entity["name"] for entity in record["entities"]}


def test_a_unit_called_after_any_town_tells_no_place(read: Read) -> None:
    record = read("BLORA - Rapat di Blora, Selasa (17/9/2024). Hadir Danramil 01/Kota Kapten Inf Budi Santoso.")
    assert [entity["region"] for entity in record["entities"] if entity["class"] == "MilitaryCommand"] == [None]
