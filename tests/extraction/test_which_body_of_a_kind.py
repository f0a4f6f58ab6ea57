"""Bare bodies beside bodies of the same kind of another level, and the centre for election crime with its region."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

DAY = "Kamis (19/9/2024)"
PROVINCE = "Bawaslu Provinsi Jawa Tengah"


def test_a_body_named_bare_before_all_others_of_its_kind_is_that_of_the_place(read: Read) -> None:
    record = read(
        f"BLORA - Badan Pengawas Pemilu (Bawaslu) mengadakan rapat evaluasi Pilkada di Kabupaten Blora, {DAY}.\n\n"
        f"Hadir komisioner {PROVINCE}, Dwi Hartono, dan Ketua Bawaslu Blora, Ani Wijaya."
    )
    assert ("Bawaslu Kabupaten Blora", "organised") in parts_of(record)
    assert (PROVINCE, "organised") not in parts_of(record)


def test_a_bare_body_is_that_of_the_one_before_it_in_a_list_whose_holder_is_known(read: Read) -> None:
    record = read(
        f"BLORA - Ketua Bawaslu Blora Ani Wijaya menggelar rapat, {DAY}.\n\n"
        f"Hadir Koordinator Divisi Hukum {PROVINCE} Dwi Hartono, Ketua Bawaslu Ani Wijaya, Anggota Bawaslu Eko Susanto."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = {names[posting["person"]]: names[posting["institution"]] for posting in record["postings"]}
    assert held == {
        "Ani Wijaya": "Bawaslu Kabupaten Blora", "Dwi Hartono": PROVINCE, "Eko Susanto": "Bawaslu Kabupaten Blora",
    }  # fmt: skip


@pytest.mark.parametrize(
    "centre",
    [
        "Sentra Penegak Hukum Terpadu (Gakkumdu) Kabupaten Blora",
        "Sentra Gakkumdu Pilkada Blora",
        "Sentra Gakkumdu Pemilu Kabupaten Blora",
    ],
)
def test_the_centre_for_election_crime_has_its_region(read: Read, centre: str) -> None:
    record = read(f"BLORA - Bawaslu Blora membentuk {centre} dalam rapat koordinasi di Blora, {DAY}.")
    assert "Sentra Gakkumdu Kabupaten Blora" in {entity["name"] for entity in record["entities"]}


def test_in_a_headline_it_is_no_place(read: Read) -> None:
    record = read(f"Sentra Gakkumdu Blora Terbentuk\n\nBLORA - Bawaslu Blora menggelar rapat, {DAY}.")
    assert "Sentra Gakkumdu Kabupaten Blora" in {entity["name"] for entity in record["entities"]}


@pytest.mark.parametrize(
    ("said", "named"),
    [("PPS 4 desa itu", False), ("PPS dari 12 kelurahan", False), ("SD Negeri 2 desa Gandu", True)],
)
def test_a_number_of_regions_is_no_name(read: Read, said: str, *, named: bool) -> None:
    record = read(f"BLORA - Rapat koordinasi di Blora dihadiri {said}, {DAY}.")
    assert any(entity["name"][-1].isdigit() for entity in record["entities"]) is named


_TWO = "Apel Polres Blora dipimpin Kapolres Blora AKBP Ani Wijaya, apel Polres Rembang dipimpin Kapolres Rembang"


def test_of_two_regencies_told_alike_neither_is_guessed(read: Read) -> None:
    lead = f"Polres Blora dan Polres Rembang menggelar apel, Selasa (17/9/2024). {_TWO} AKBP Budi Santoso."
    record = read(f"{lead} Kedua apel dihadiri Satpol PP, Dishub dan KPU.")
    found = {entity["name"]: entity["region"] for entity in record["entities"]}
    assert [found.get(name, "") for name in ("Satpol PP", "Dishub", "KPU")] == [None, None, None]
    named = read(f"{lead} Kedua apel dihadiri Satpol PP. Kasatpol PP Kabupaten Blora Joko Susilo hadir.")
    assert "Satpol PP Kabupaten Blora" in {entity["name"] for entity in named["entities"]}


def test_a_regency_in_passing_is_no_rival(read: Read) -> None:
    lead = "Polres Blora menggelar apel, Selasa (17/9/2024). Apel dipimpin Kapolres Blora AKBP Ani Wijaya."
    record = read(f"{lead} Apel Polres Blora dihadiri Kapolres Rembang dan Satpol PP.")
    assert "Satpol PP Kabupaten Blora" in {entity["name"] for entity in record["entities"]}
