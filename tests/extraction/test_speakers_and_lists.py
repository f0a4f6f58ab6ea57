"""Who speaks at a gathering that stands between name and verb; lists that share a region; posts between commas."""

from __future__ import annotations

import pytest

from .conftest import Read


def _names(read: Read, text: str) -> set[str]:
    return {entity["name"] for entity in read(text)["entities"]}


def _attended(read: Read, text: str) -> set[str]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    parts = (part for event in record["events"] for part in event["participations"])
    return {names[part["participant"]] for part in parts if part["role"] == "attended"}


def _held(read: Read, text: str) -> set[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"]) for p in record["postings"]}


@pytest.mark.parametrize(
    "middle",
    [
        "dalam deklarasi damai itu meminta",
        "dalam rapat koordinasi di Mapolres Jepara, Kamis (19/9/2024), meminta",
        "pada acara sosialisasi pemilu, Kamis (19/9/2024), menegaskan",
        "saat sosialisasi pemilu, Kamis (19/9/2024), mengatakan",
        "disela-sela rapat koordinasi, Kamis (19/9/2024), mengatakan",
        "di sela kunjungannya di gudang logistik, Kamis (19/9/2024), mengatakan",
    ],
)
def test_who_speaks_at_a_gathering_was_there(read: Read, middle: str) -> None:
    sentence = f"Kapolres Jepara AKBP Umar Faruk {middle} warga menjaga keamanan."
    assert _attended(read, sentence) == {"Umar Faruk", "Polres Jepara"}


@pytest.mark.parametrize(
    "middle",
    ["dalam pemilu itu meminta", "dalam rangka rapat koordinasi meminta", "soal rapat koordinasi meminta"],
)
def test_what_is_only_spoken_about_has_no_speaker(read: Read, middle: str) -> None:
    assert _attended(read, f"Kapolres Jepara AKBP Umar Faruk {middle} warga menjaga keamanan.") == set()


@pytest.mark.parametrize("rank", ["AKPB", "ABKP", "IPUT"])
def test_a_rank_that_is_misspelt_parts_no_office_from_its_holder(read: Read, rank: str) -> None:
    assert _held(read, f"Kapolres Jepara, {rank} Umar Faruk meminta warga tertib.") == {
        ("Umar Faruk", "Kapolres Jepara")
    }


def test_a_unit_in_capitals_is_no_rank(read: Read) -> None:
    assert "Polsek KPPP" in _names(read, "Kapolsek KPPP Umar Faruk hadir.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Petugas Panwaslu dan KPU Kabupaten Jepara menurunkan baliho.",
        "Panitia Pengawas Pemilu (Panwaslu), Polri, dan KPU Kabupaten Jepara menurunkan baliho.",
        "Satpol PP, Panwaslu dan KPU Kabupaten Jepara menurunkan baliho.",
    ],
)
def test_a_level_that_is_shared_tells_which_kind_is_meant(read: Read, sentence: str) -> None:
    assert {"Panwaslu Kabupaten Jepara", "KPU Kabupaten Jepara"} <= _names(read, sentence)


def test_a_member_inside_a_list_shares_no_region_over_commas(read: Read) -> None:
    text = (
        "SALAK - Bupati Pakpak Bharat Umar Faruk melepas konvoi, Kamis (19/9/2024). Deklarasi diikuti KPU, Bawaslu, "
        "Kejaksaan Negeri Sidikalang, Kapolres, Dandim 0206/Dairi, Ketua Pengadilan Negeri Sidakalang. Kapolres Pakpak "
        "Bharat AKBP Ani Wijaya mengatakan semua lancar."
    )
    names = _names(read, text)
    assert {"KPU Kabupaten Pakpak Bharat", "Bawaslu Kabupaten Pakpak Bharat", "Pengadilan Negeri Sidikalang"} <= names
    assert "Sidakalang" not in names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kasi Penegakan Perda, Satpol PP Jepara, Umar Faruk, mengatakan semua lancar.", True),
        ("Sementara itu, Kasi Penegakan Perda, Satpol PP Jepara, Umar Faruk mengatakan semua lancar.", True),
        ("Semua lancar, kata Kasi Penegakan Perda, Satpol PP Jepara, Umar Faruk.", True),
        ("Hadir Kasi Penegakan Perda, Satpol PP Jepara, Umar Faruk, dan warga.", False),
    ],
)
def test_a_body_between_commas_is_that_of_who_speaks(read: Read, sentence: str, *, expected: bool) -> None:
    assert bool(_held(read, sentence)) is expected
    assert "Perda" not in _names(read, sentence)


@pytest.mark.parametrize(
    "words",
    [
        "Bupati dan Wakil Bupati Jepara Umar Faruk dan Ani Wijaya",
        "Bupati dan Wakil Bupati Jepara, Umar Faruk-Ani Wijaya",
        "Bupati-Wakil Bupati Jepara Umar Faruk – Ani Wijaya",
    ],
)
def test_a_head_and_a_deputy_go_by_the_names_in_their_places(read: Read, words: str) -> None:
    held = {("Umar Faruk", "Bupati Jepara"), ("Ani Wijaya", "Wakil Bupati Jepara")}
    assert _held(read, f"Rapat koordinasi dihadiri {words}, Kamis (19/9/2024).") == held


def test_one_name_behind_a_head_and_a_deputy_is_the_deputys(read: Read) -> None:
    text = "Apel dihadiri Kapolres dan Wakapolres Jepara Kompol Umar Faruk, Kamis (19/9/2024)."
    assert _held(read, text) == {("Umar Faruk", "Wakapolres Jepara")}


def test_a_pair_that_stands_for_two_offices_holds_none(read: Read) -> None:
    text = "Debat diikuti pasangan Bupati dan Wakil Bupati Jepara Umar Faruk dan Ani Wijaya, Kamis (19/9/2024)."
    assert _held(read, text) == set()
