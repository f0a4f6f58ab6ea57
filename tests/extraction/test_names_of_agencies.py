"""What an agency is called: the fields that the article lists, its words in full, and the heads named by one word."""

from __future__ import annotations

import pytest

from .conftest import Read


def _agencies(record: dict) -> list[str]:  # type: ignore[type-arg]
    return [entity["name"] for entity in record["entities"] if entity["class"] == "RegionalAgency"]


def _postings(record: dict) -> list[tuple[str, str]]:  # type: ignore[type-arg]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return [(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Dinas Pertanian dan Pangan", "Dinas Pertanian dan Pangan Kabupaten Blora"),
        ("Dinas Perikanan dan Peternakan", "Dinas Perikanan dan Peternakan Kabupaten Blora"),
        (
            "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan",
            "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan Kabupaten Blora",
        ),
        ("Dinas Pangan dan Perikanan (Dispari)", "Dinas Pangan dan Perikanan Kabupaten Blora"),
        ("Disdikbud", "Disdikbud Kabupaten Blora"),
        ("Disdik", "Dinas Pendidikan Kabupaten Blora"),
        ("Dinas PMD", "Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Blora"),
        ("Dinas PU", "Dinas PU Kabupaten Blora"),
        ("BKD", "BKD Kabupaten Blora"),
        ("Badan Penanggulangan Bencana Daerah", "BPBD Kabupaten Blora"),
    ],
)
def test_an_agency_is_called_as_the_article_calls_it(read: Read, words: str, name: str) -> None:
    record = read(f"{words} Kabupaten Blora menggelar rapat, Kamis (19/9/2024).")
    assert _agencies(record) == [name]


def test_words_in_full_tell_more_than_an_abbreviation(read: Read) -> None:
    record = read(
        "Disdikbud Blora menggelar rapat, Kamis (19/9/2024). "
        "Kepala Dinas Pendidikan dan Kebudayaan Blora Ani Wijaya hadir."
    )
    assert _agencies(record) == ["Dinas Pendidikan dan Kebudayaan Kabupaten Blora"]


@pytest.mark.parametrize("words", ["Dinas Kesehatan, Dinas Sosial dan Satpol PP", "Dinas Kesehatan, Camat dan Lurah"])
def test_a_list_of_bodies_is_not_a_list_of_fields(read: Read, words: str) -> None:
    record = read(f"Bupati Blora memimpin rapat. Rapat itu dihadiri {words} Kabupaten Blora, Kamis (19/9/2024).")
    assert "Dinas Kesehatan Kabupaten Blora" in _agencies(record)


@pytest.mark.parametrize(
    ("office", "agency"),
    [
        ("Kadinas Pertanian dan Pangan Kab Blora", "Dinas Pertanian dan Pangan Kabupaten Blora"),
        ("Kadis Perikanan Kabupaten Blora", "Dinas Perikanan Kabupaten Blora"),
        ("Kadin Kesehatan Blora", "Dinas Kesehatan Kabupaten Blora"),
        ("Kadis Kebersihan dan Pertamanan Kabupaten Blora", "Dinas Kebersihan dan Pertamanan Kabupaten Blora"),
        ("Kepala Dinas Sosial dan Tenaga Kerja Kabupaten Blora", "Dinas Sosial dan Tenaga Kerja Kabupaten Blora"),
    ],
)
def test_the_word_for_a_head_stands_for_that_of_the_agency(read: Read, office: str, agency: str) -> None:
    record = read(f"Rapat itu dihadiri {office} Ani Wijaya, Kamis (19/9/2024).")
    assert _postings(record) == [("Ani Wijaya", agency)]


def test_a_coined_word_is_the_agency_that_the_article_called_so(read: Read) -> None:
    record = read(
        "Dinas Pangan dan Perikanan (Dispari) Kabupaten Blora menggelar rapat, Kamis (19/9/2024). "
        "Hadir Kadispari Ani Wijaya dan Sekretaris Dispari Budi Santoso."
    )
    agency = "Dinas Pangan dan Perikanan Kabupaten Blora"
    assert _postings(record) == [("Ani Wijaya", agency), ("Budi Santoso", agency)]


def test_a_coined_word_ends_before_the_name_of_its_head(read: Read) -> None:
    record = read("Bupati Blora hadir. Hadir Sekretaris Dispari Ani Wijaya, Kamis (19/9/2024).")
    assert _postings(record) == [("Ani Wijaya", "Dispari Kabupaten Blora")]
