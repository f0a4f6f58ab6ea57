"""What scrapers and hasty writers leave: missing blanks, a wrong letter, small words with capitals; branches."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def names(read: Read, text: str, kind: str) -> list[str]:
    return [entity["name"] for entity in read(text)["entities"] if entity["class"] == kind]


def test_a_verb_without_a_blank_behind_a_known_name(read: Read) -> None:
    record = read("Kepala Kantor Kemenag Blora M. Idrismelepas pawai santri, Rabu (18/9/2024).")
    assert ("M. Idris", "led") in parts_of(record)


@pytest.mark.parametrize(
    "text",
    [
        "Terima kasih buat Bapak Danramin dan anggota yang membantu warga.",
        "Rapat dihadiri Asisten Adminstrasi, Perekonomian dan Pembangunan Kota Palu, Rabu (18/9/2024).",
        "Dilanjutkan penyerahan penghargaan Satya Lancana Karya Satya Kepada 55 ASN.",
    ],
)
def test_no_person(read: Read, text: str) -> None:
    assert names(read, text, "Person") == []


def test_other_blanks_make_no_other_person(read: Read) -> None:
    text = "Sekda Blora Salman Al Karim membuka rapat, Rabu (18/9/2024). Rapat itu ditutup Sekda Blora Salman Alkarim."
    assert names(read, text, "Person") == ["Salman Al Karim"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("BPK RI Perwakilan Jawa Tengah", "BPK Perwakilan Jawa Tengah"),
        ("BPKP Perwakilan Provinsi Jawa Tengah", "BPKP Jawa Tengah"),
        ("Kepala Perwakilan Bank Indonesia Jawa Tengah", "Bank Indonesia Jawa Tengah"),
    ],
)
def test_the_branch_of_a_national_agency(read: Read, written: str, name: str) -> None:
    assert names(read, f"Rapat dihadiri {written}, Rabu (18/9/2024).", "NationalAgency") == [name]


@pytest.mark.parametrize("verb", ["berunjuk rasa di depan kantor DPRD", "menggeruduk kantor DPRD"])
def test_who_demonstrates_holds_it(read: Read, verb: str) -> None:
    record = read(f"Massa dari Aliansi Pemuda Pelopor {verb}, Rabu (18/9/2024).")
    assert parts_of(record) == {("Aliansi Pemuda Pelopor", "organised")}


@pytest.mark.parametrize("post", ["Pembina", "Pendiri", "Dewan Pembina dan Pendiri"])
def test_the_patron_of_a_foundation(read: Read, post: str) -> None:
    record = read(f"{post} Yayasan Mekar Jaya Ani Wijaya membuka rapat, Rabu (18/9/2024).")
    assert [p["post"] for p in record["postings"]] == [f"{post} Yayasan Mekar Jaya"]


def test_works_done_together_are_an_event(read: Read) -> None:
    record = read("Personel Koramil Cepu bersama warga melakukan penimbunan jalan di Desa Mekar, Rabu (18/9/2024).")
    assert parts_of(record) == {("Koramil Cepu", "organised")}
    assert [event["type"] for event in record["events"]] == ["other"]


def test_a_law_is_nobody(read: Read) -> None:
    text = "Dewan Setujui Ranperda APBD\nDPRD Kota Palu menerima Ranperda APBD Kota Palu, Rabu (18/9/2024)."
    assert names(read, text, "Person") == []


def test_the_office_of_the_place(read: Read) -> None:
    text = (
        "Polres Blora menangkap dua orang di Kabupaten Blora, Rabu (18/9/2024). Mereka diserahkan ke Kejari setempat."
    )
    assert "Kejaksaan Negeri Blora" in names(read, text, "ProsecutionOffice")
