"""What a kind says: contests name nobody, a short word for a head heads any body, courts go by their town."""

from __future__ import annotations

import pytest

from .conftest import Read


def _names(record: dict, kind: str) -> list[str]:  # type: ignore[type-arg]
    return [entity["name"] for entity in record["entities"] if entity["class"] == kind]


@pytest.mark.parametrize("contest", ["Pilkades Serentak", "Pilwana Badunsanak", "Pilwako Damai", "Pilgub Jujur"])
def test_a_contest_behind_a_comma_holds_no_office(read: Read, contest: str) -> None:
    record = read(f"Kata Kapolres Blora, {contest} tahun ini berlangsung aman.")
    assert _names(record, "Person") == []
    assert record["postings"] == []


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Ka Kesbang", "Badan Kesatuan Bangsa dan Politik Kabupaten Buru"),
        ("Ka. BPBD", "BPBD Kabupaten Buru"),
        ("Ka Sat Pol PP Buru", "Satpol PP Kabupaten Buru"),
        ("Ka Dinas Kesehatan", "Dinas Kesehatan Kabupaten Buru"),
    ],
)
def test_a_short_word_for_a_head_heads_any_body(read: Read, office: str, body: str) -> None:
    record = read(f"Kapolres Buru AKBP Ani Wijaya memimpin rapat. Hadir {office} Rosid Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Rosid Hartono", body) in [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Ketua KIP", "KIP Kabupaten Pidie"),
        ("Ketua Panwaslih", "Panwaslih Kabupaten Pidie"),
        ("Ketua Mahkamah Syariah", "Mahkamah Syar'iyah Pidie"),
        ("Ketua Mahkamah Syar'iyah Sigli", "Mahkamah Syar'iyah Sigli"),
        ("Kepala Pengadilan Negeri Sigli", "Pengadilan Negeri Sigli"),
        ("Ketua Pengadilan Negeri", "Pengadilan Negeri Pidie"),
    ],
)
def test_bodies_of_aceh_and_courts_by_their_town(read: Read, office: str, body: str) -> None:
    record = read(f"Kapolres Pidie AKBP Ani Wijaya memimpin rapat. Hadir {office} Rosid Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Rosid Hartono", body) in [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]


def test_a_court_keeps_its_unit_under_either_name(read: Read) -> None:
    town, region = (read(f"Rapat dihadiri Pengadilan Negeri {name}.") for name in ("Sigli", "Pidie"))
    assert [e["unit"] for e in town["entities"]] == [e["unit"] for e in region["entities"]] != [None]
