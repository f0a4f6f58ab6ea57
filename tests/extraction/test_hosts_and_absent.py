"""Who receives a visit is there, and so is the visitor; who is at another place is not; a headline may tell the day."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import Extraction

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("sentence", "guest", "host"),
    [
        ("Bupati Blora Arief Rohman menyambut kedatangan Pangdam IV/Diponegoro Mayjen TNI Budi Santosa", "Budi Santosa", "Arief Rohman"),
        ("Kunjungan kerja DPRD Kabupaten Rembang ke Blora disambut Wakil Ketua DPRD Blora Hartono", "DPRD Kabupaten Rembang", "Hartono"),
        ("Kapolres Blora AKBP Ani Wijaya menyambut kunjungan tim Itwasda Polda Jawa Tengah", "Polda Jawa Tengah", "Ani Wijaya"),
    ],
)  # fmt: skip
def test_visitor_and_host_are_there(read: Read, sentence: str, guest: str, host: str) -> None:
    parts = parts_of(read(f"BLORA - {sentence}, Rabu (18/9/2024)."))
    assert {(guest, "attended"), (host, "attended")} <= parts


@pytest.mark.parametrize(
    "where", ["tengah berada di RM Sederhana saat itu", "sedang berada di luar kota", "masih berada di Jakarta"]
)
def test_whoever_is_at_another_place_is_not_there(read: Read, where: str) -> None:
    record = read(
        "BLORA - Rapat dipimpin Kapolres Blora AKBP Ani Wijaya, Rabu (18/9/2024). "
        f"Sementara Bupati Blora Arief Rohman {where}."
    )
    assert "Arief Rohman" not in {name for name, _ in parts_of(record)}


def test_the_house_of_the_nation_is_not_that_of_a_region(read: Read) -> None:
    names = {entity["name"] for entity in read("Massa mendatangi Gedung DPR RI Jakarta, Rabu.")["entities"]}
    assert not any("DPRD" in name for name in names)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Rapat Pleno KPU Blora 5 Maret 2024", "2024-03-05"),
        ("Rapat Pleno KPU Blora Jelang Pemilu 5 Maret 2024", None),
        ("Ketua KPU Blora Bicara 5 Maret 2024", None),
    ],
)
def test_a_headline_that_names_the_event_may_alone_tell_its_day(title: str, day: str | None) -> None:
    text = (
        f"{title}\n\nBLORA - KPU Blora menggelar rapat pleno rekapitulasi di hotel bintang tiga di Kabupaten Blora. "
        "Ketua KPU Blora Hartono memimpin rapat itu sampai selesai."
    )
    record = Extraction().record(Article("a1", text, title=title))
    assert {event["date"] for event in record["events"]} == {day}
