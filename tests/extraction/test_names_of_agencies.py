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


@pytest.mark.parametrize(
    ("words", "agency"),
    [("Kepala BPTPMX", "BPTPMX Kabupaten Blora"), ("Kepala DKPPX Blora", "DKPPX Blora"), ("Kepala KPLX", None)],
)
def test_a_head_tells_of_an_agency_that_no_list_has(read: Read, words: str, agency: str | None) -> None:
    record = read(f"Bupati Blora hadir. Rapat itu dihadiri {words}, Ani Wijaya, Kamis (19/9/2024).")
    assert _agencies(record) == ([agency] if agency else [])


def test_an_agency_without_its_name_is_none_of_another_name(read: Read) -> None:
    record = read(
        "Bupati Blora memimpin rapat, Kamis (19/9/2024). "
        "Hadir Kepala Dinsosnakertrans Blora Ani Wijaya dan Kepala Dinkes Budi Santoso."
    )
    assert _postings(record)[1] == ("Budi Santoso", "Dinas Kesehatan Kabupaten Blora")


def test_the_larger_regions_of_a_list_stand_in_brackets(read: Read) -> None:
    record = read(
        "Anggota DPRD Kota Pasuruan (Jawa Timur), Kabupaten Badung (Bali) dan Kabupaten Bangka Barat (Bangka Belitung) "
        "mengunjungi DPRD Kabupaten Blora, Kamis (19/9/2024)."
    )
    names = [entity["name"] for entity in record["entities"]]
    assert names[:3] == ["DPRD Kota Pasuruan", "DPRD Kabupaten Badung", "DPRD Kabupaten Bangka Barat"]


def test_two_levels_name_no_government(read: Read) -> None:
    record = read("Pemerintah Kabupaten/Kota diminta hadir. Bupati Blora memimpin rapat, Kamis (19/9/2024).")
    assert [entity["name"] for entity in record["entities"]] == ["Pemerintah Kabupaten Blora"]


def test_a_bare_national_word_is_the_local_office_that_the_article_names(read: Read) -> None:
    record = read(
        "Rakor dengan BPN digelar Kamis (19/9/2024). Narasumber berasal dari Kantor Pertanahan Kabupaten Blora."
    )
    assert "Kementerian ATR/BPN" not in [entity["name"] for entity in record["entities"]]


def test_a_building_that_is_opened_holds_nothing(read: Read) -> None:
    record = read("Bupati Blora Ani Wijaya menghadiri peletakan batu pertama RSUD Cepu, Kamis (19/9/2024).")
    (event,) = record["events"]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {names[p["participant"]] for p in event["participations"]} == {"Pemerintah Kabupaten Blora", "Ani Wijaya"}
