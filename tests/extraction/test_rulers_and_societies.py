"""Rulers and their realms, societies of alumni and pupils, offices called otherwise, and names without their blanks."""

from __future__ import annotations

import pytest

from kg.lexicon.compile import load_lexicon

from .conftest import Read, parts_of

_LEAD = "BLORA - Rapat digelar di Blora, Selasa (17/9/2024)."


def names(read: Read, text: str, kind: str) -> list[str]:
    return [entity["name"] for entity in read(text)["entities"] if entity["class"] == kind]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Raja Gowa Andi Kumala", "Andi Kumala"),
        ("Sultan Ternate Hidayat Mudaffar", "Hidayat Mudaffar"),
        ("Raja Salman Wijaya", "Raja Salman Wijaya"),  # no realm
    ],
)
def test_the_realm_is_no_part_of_its_rulers_name(read: Read, told: str, name: str) -> None:
    assert names(read, f"{_LEAD} Rapat dihadiri {told} dan warga.", "Person") == [name]


def test_societies_of_alumni_and_pupils(read: Read) -> None:
    societies = (
        "Korps Alumni Himpunan Mahasiswa Islam (KAHMI) Blora, Himpunan Mahasiswa Islam (HMI) Blora, Forhati Blora, "
    )
    societies += "KOHATI Cabang Semarang, BKPRMI Blora serta Ikatan Pelajar Nahdatul Ulama (IPNU) dan IPPNU"
    record = read(f"{_LEAD}\n\nSebagai undangan {societies}.")
    found = {"KAHMI Blora", "HMI Cabang Blora", "Forhati Blora", "KOHATI Semarang", "BKPRMI Kabupaten Blora"}
    assert parts_of(record) == {(name, "attended") for name in found | {"IPNU", "IPPNU"}}


def test_a_forum_of_village_heads_is_no_post(read: Read) -> None:
    told = "Rapat dihadiri Forum Komunikasi Kepala Desa (FK2D) Kabupaten Blora dan Dewan Adat."
    found = ["Forum Komunikasi Kepala Desa Kabupaten Blora", "Dewan Adat"]
    assert names(read, f"{_LEAD} {told}", "CivilSociety") == found


def test_what_a_society_does_is_not_its_name(read: Read) -> None:
    told = "KPU Blora membahas Peran Organisasi Masyarakat Sebagai Pengawas Partisipatif."
    assert names(read, f"{_LEAD} {told}", "CivilSociety") == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kantor Pajak Pratama Cepu", "KPP Pratama Cepu"),
        ("Kantor Pelayanan Pajak Pratama Blora", "KPP Pratama Blora"),
        ("Kakanwil Kemenag Blora", "Kantor Kementerian Agama Kabupaten Blora"),
        ("Kakanwil Kemenag Jateng", "Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah"),
    ],
)
def test_offices_of_ministries(read: Read, written: str, name: str) -> None:
    assert names(read, f"{_LEAD} Rapat dihadiri {written}.", "NationalAgency") == [name]


def test_kinds_that_may_stand_for_each_other_end_somewhere() -> None:
    gazetteer = load_lexicon().gazetteer
    assert gazetteer.resolve("kanwil-kemenag", "Mekarjaya").unit is None
    assert gazetteer.resolve("kankemenag", "Mekarjaya").unit is None


def test_an_agency_by_two_short_forms(read: Read) -> None:
    assert names(read, f"{_LEAD} Hadir Kepala BKD-PSDM Ani Wijaya.", "RegionalAgency") == ["BKD-PSDM Kabupaten Blora"]


def test_a_rank_without_its_blank(read: Read) -> None:
    record = read(f"{_LEAD} Rapat dihadiri Kapolres BloraAKBP Ani Wijaya.")
    assert parts_of(record) == {("Polres Blora", "attended"), ("Ani Wijaya", "attended")}


def test_a_venue_tells_anew_what_a_day_is_of(read: Read) -> None:
    held = "KPU Blora melakukan rapat terkait masalah yang akan dihadapi pada Pemilu {} Kantor KPU Blora Jumat (27/9)."
    dates = [event["date"] for event in read(held.format("bertempat di"))["events"]]
    assert dates == ["2024-09-27"]
    planned = "KPU Blora menyiapkan rapat yang akan bertempat di Kantor KPU Blora Jumat (27/9)."
    assert [event["date"] for event in read(planned)["events"] if event["date"]] == []
