"""What is said of an office between it and its holder: a word of time, a numeral; and who holds no office."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _named(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"]}


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}


@pytest.mark.parametrize(
    "agency", ["Dinas Pasar, Kebersihan dan Pertamanan", "Dinas Perumahan, Kawasan Permukiman dan Pertanahan"]
)
def test_the_fields_of_an_unlisted_agency_may_be_words_for_places(read: Read, agency: str) -> None:
    record = read(f"Hadir Kepala {agency} Kabupaten Blora Ani Wijaya dan Kapolres Blora AKBP Budi Hartono.")
    assert ("Ani Wijaya", f"{agency} Kabupaten Blora") in _posts(record)


@pytest.mark.parametrize(
    "told",
    [
        "Ani Wijaya, yang kini masih Wakil Bupati Blora, menolak putusan itu.",
        "Ani Wijaya, yang tidak lain adalah Wakil Bupati Blora, menolak putusan itu.",
        "Ani Wijaya yang masih menjabat sebagai Wakil Bupati Blora menolak putusan itu.",
        "Wakil Bupati Blora petahana Ani Wijaya menolak putusan itu.",
        "Wakil Bupati incumbent Ani Wijaya menolak putusan KPU Blora.",
    ],
)
def test_a_word_of_time_parts_nobody_from_her_office(read: Read, told: str) -> None:
    assert _posts(read(told)) == {("Ani Wijaya", "Pemerintah Kabupaten Blora")}


def test_who_held_an_office_then_is_a_former_holder(read: Read) -> None:
    record = read("Ani Wijaya, yang saat itu menjabat Wakil Bupati Blora, menolak putusan itu.")
    assert [posting["former"] for posting in record["postings"]] == [True]


def test_who_is_of_a_party_holds_no_post_there(read: Read) -> None:
    record = read("Ani Wijaya tertinggal dari kader Golkar Budi Hartono.")
    assert "Partai Golkar" in _named(record)
    assert "Budi Hartono" in _named(record)
    assert not record["postings"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Sidang dipimpin Ketua Majelis I Dewa Kade Sukarta.", "I Dewa Kade Sukarta"),
        ("Hadir Asisten I Gusti Ngurah Sukarta.", "I Gusti Ngurah Sukarta"),
        ("Hadir Wakil Ketua I DPRD Blora Made Sukarta.", "Made Sukarta"),
    ],
)
def test_a_numeral_may_be_the_first_word_of_a_name(read: Read, told: str, name: str) -> None:
    assert name in _named(read(told))


def test_who_those_are_of_whom_is_told_does_not_say_that_they_were_there(read: Read) -> None:
    lead = "BLORA - DKPP menggelar sidang pembacaan putusan, Rabu (25/9/2024). Sidang dipimpin Ani Wijaya, S.H."
    record = read(
        f"{lead}\n\nKetiga penyelenggara itu ialah Budi Hartono (Anggota KPU Kabupaten Blora) dan Dwi Lestari."
    )
    assert {name for name, _ in parts_of(record)} == {"DKPP", "Ani Wijaya"}


def test_the_reason_of_what_is_told_is_no_event(read: Read) -> None:
    text = "Ketua KPU Blora Budi Hartono disanksi karena menemui Ketua Partai Golkar Blora Ani Wijaya"
    assert not read(f'"Itu melanggar etik," ujar Dwi Lestari, Rabu (25/9).\n\n{text}.')["events"]


@pytest.mark.parametrize("words", ["Pada sambutannya", "Lewat arahannya", "Melalui amanatnya"])
def test_who_speaks_to_a_gathering_is_there(read: Read, words: str) -> None:
    lead = "BLORA - Polres Blora menggelar apel, Rabu (25/9/2024)."
    record = read(f"{lead}\n\n{words} Bupati Blora Ani Wijaya meminta semua pihak siaga.")
    assert ("Ani Wijaya", "attended") in parts_of(record)


@pytest.mark.parametrize(
    "office",
    [
        "Asisten Sekda bidang pemerintahan Drs.",
        "Asisten Sekda Bidang Pemerintahan Drs.",
        "Staf Ahli Bupati Blora bidang hukum dan politik Drs.",
        "Asisten I bidang pemerintahan dan kesra Pemkab Blora",
        "Asisten III bidang administrasi umum Setda Blora, Drs.",
    ],
)
def test_the_field_of_a_post_may_stand_in_small_letters(read: Read, office: str) -> None:
    record = read(f"Bupati Blora Darmo hadir. Rapat dihadiri pula {office} Budi Hartono.")
    assert ("Budi Hartono", "Pemerintah Kabupaten Blora") in _posts(record)


def test_what_a_post_does_in_small_letters_is_no_field_of_it(read: Read) -> None:
    record = read("Asisten I Setda Blora Ani Wijaya membidangi urusan hukum dan menemui Bupati Blora Budi Hartono.")
    assert ("Ani Wijaya", "Pemerintah Kabupaten Blora") in _posts(record)
