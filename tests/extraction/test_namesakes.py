"""People of one name in one article: kept apart where they can't be one, and one in every other case."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read


def posts(found: Record, name: str) -> list[set[str]]:
    """The posts of each person of a name."""
    people = [e["id"] for e in found["entities"] if e["class"] == "Person" and e["name"] == name]
    return [{p["post"] for p in found["postings"] if p["person"] == who} for who in people]


def test_a_list_names_nobody_twice(read: Read) -> None:
    found = read(
        "MADIUN - Rapat digelar di Pendopo, Senin (5/2/2024). Hadir Ketua Bawaslu Kabupaten Madiun Bagus Pramudya dan "
        "Kapolsek Mejayan AKP Bagus Pramudya. AKP Bagus Pramudya meminta warga tenang."
    )
    assert posts(found, "Bagus Pramudya") == [{"Ketua Bawaslu Kabupaten Madiun"}, {"Kapolsek Mejayan"}]
    parts = [p["participant"] for event in found["events"] for p in event["participations"]]
    assert {e["id"] for e in found["entities"] if e["name"] == "Bagus Pramudya"} <= set(parts)
    assert [len(e["mentions"]) for e in found["entities"] if e["name"] == "Bagus Pramudya"] == [1, 2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kapolsek Mejayan AKP Bagus Pramudya", "Danramil Mejayan Kapten Inf Bagus Pramudya"),
        ("Camat Dolopo Bagus Pramudya", "Ketua Bawaslu Kabupaten Madiun Bagus Pramudya"),
        ("Kepala Kejaksaan Negeri Madiun Bagus Pramudya", "Ketua KPU Kabupaten Madiun Bagus Pramudya"),
    ],
    ids=["police and military", "a district and elections", "prosecution and elections"],
)
def test_careers_that_exclude_each_other(read: Read, first: str, second: str) -> None:
    found = read(f"MADIUN - {first} membuka rapat, Senin (5/2/2024). {second} menutupnya.")
    assert len(posts(found, "Bagus Pramudya")) == 2


@pytest.mark.parametrize(
    "second",
    [
        "Mantan Kapolsek Mejayan Bagus Pramudya menutupnya.",
        "Bagus Pramudya juga Ketua PMI Kabupaten Madiun. Ketua PMI Bagus Pramudya menutupnya.",
        "Anggota KPU Kabupaten Madiun Bagus Pramudya menutupnya.",
        "Bagus Pramudya menutupnya.",
    ],
    ids=["a former office", "an office beside", "another office at a body of elections", "no office"],
)
def test_one_person_with_two_offices_stays_one(read: Read, second: str) -> None:
    found = read(f"MADIUN - Ketua Bawaslu Kabupaten Madiun Bagus Pramudya membuka rapat, Senin (5/2/2024). {second}")
    assert len(posts(found, "Bagus Pramudya")) == 1
