"""Names with a repeated word, lists that name all of a region, and who arrives to look at something."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

LEAD = "BLORA - Pemkab Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "


def persons(record: Record) -> set[str]:
    """The names of the persons of a record."""
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def present(record: Record) -> set[str]:
    """The names of those who take part in any event of a record."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {names[p["participant"]] for event in record["events"] for p in event["participations"]}


@pytest.mark.parametrize("name", ["Ama-ama Gulo", "Ina-Ina Zega"])
def test_a_name_may_repeat_its_first_word(read: Read, name: str) -> None:
    assert name in persons(read(f"{LEAD}Hadir Wakil Bupati Nias Barat {name} dan warga."))


@pytest.mark.parametrize("many", ["Teman-teman Blora", "Ibu-ibu Bhayangkari Blora", "Anak-anak Rembang"])
def test_many_people_are_no_person(read: Read, many: str) -> None:
    assert not persons(read(f"{LEAD}{many} hadir dalam rapat itu."))


@pytest.mark.parametrize("all_of", ["se Kalimantan", "se-Kalimantan", "se Kalimantan Barat"])
def test_a_list_goes_on_behind_all_of_a_region(read: Read, all_of: str) -> None:
    hadir = "PONTIANAK - Rapat koordinasi digelar, Selasa (24/9/2024). Hadir dalam rapat itu Kapolda Kalbar dan warga. "
    record = read(f"{hadir}Asops Panglima TNI bersama Pangdam dan Danrem {all_of}, KPU dan Bawaslu Kalbar.")
    assert {"KPU Provinsi Kalimantan Barat", "Bawaslu Provinsi Kalimantan Barat"} <= present(record)
    assert not persons(record)


def test_who_arrives_was_there(read: Read) -> None:
    text = "Kombes Pol Budi Santoso sampai di Mapolres Blora didampingi Kapolres Blora Ani Wijaya, Selasa (24/9/2024)."
    assert {"Budi Santoso", "Ani Wijaya"} <= present(read(f"BLORA - {text} Tim lalu meninjau gudang KPU."))


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Rapat dihadiri Ketua DPRD Blora {}. Riwayat dibacakan Ketua DPRD {} itu.", 1),
        ("Rapat dihadiri Kapolsek Cepu AKP {} dan Kapolsek AKP {}.", 1),
        ("Rapat dihadiri Ketua KPU {} dan Ketua DPRD {}.", 2),
        ("Rapat dihadiri Ketua KPU Blora {} dan Ketua KPU Rembang {}.", 2),
    ],
)
def test_whoever_heads_the_same_body_with_a_letter_less_is_one(read: Read, told: str, names: int) -> None:
    record = read(told.format("Bamang Surya Irawan", "Bambang Surya Irawan"))
    assert len([entity for entity in record["entities"] if entity["class"] == "Person"]) == names
