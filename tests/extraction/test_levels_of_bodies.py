"""Which level a body of an election, a prosecutor or a village has: told by its region, its neighbours and the dateline."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from kg.ontology_files import load_ontology

from .conftest import Read

CASES: list[tuple[str, set[str]]] = [
    (  # a region that has many of a kind names none of them
        "SLEMAN – KPU Kabupaten Sleman melantik 85 anggota PPK se-Kabupaten Sleman. Seluruh anggota PPK Kabupaten Sleman mengikuti pelantikan itu.",
        {"KPU Kabupaten Sleman"},
    ),
    (
        "SLEMAN – Bawaslu Kabupaten Sleman melantik 51 anggota Panwascam se-Kabupaten Sleman.",
        {"Bawaslu Kabupaten Sleman"},
    ),
    (
        "AMBON – Kejaksaan Tinggi Maluku meneken kerja sama dengan KPU Provinsi Maluku. Acara diikuti Kejaksaan Negeri se-Maluku.",
        {"Kejaksaan Tinggi Maluku", "KPU Provinsi Maluku"},
    ),
    (  # the bare word of the prosecution service, with a province and without
        "Rakor digelar Bawaslu Provinsi Jawa Timur bersama Kejaksaan Provinsi Jawa Timur.",
        {"Bawaslu Provinsi Jawa Timur", "Kejaksaan Tinggi Jawa Timur"},
    ),
    (
        "SLEMAN – Rakor dihadiri Bawaslu Sleman dan Kejaksaan.",
        {"Bawaslu Kabupaten Sleman", "Kejaksaan Negeri Sleman"},
    ),
    (  # in the seat of a province, where a body of the province is named and none of the city
        "KUPANG – KPU Provinsi NTT menggelar pleno. Pleno dihadiri Bawaslu dan Kejaksaan.",
        {
            "KPU Provinsi Nusa Tenggara Timur",
            "Bawaslu Provinsi Nusa Tenggara Timur",
            "Kejaksaan Tinggi Nusa Tenggara Timur",
        },
    ),
    (
        "KUPANG – KPU Kota Kupang menggelar pleno. Pleno dihadiri Bawaslu dan Kejaksaan.",
        {"KPU Kota Kupang", "Bawaslu Kota Kupang", "Kejaksaan Negeri Kota Kupang"},
    ),
    (  # a province and its seat of one name: the city's is called so
        "BENGKULU – KPU Bengkulu menggelar debat. Ketua Bawaslu Bengkulu hadir dalam debat itu.",
        {"KPU Provinsi Bengkulu", "Bawaslu Provinsi Bengkulu"},
    ),
    (
        "BENGKULU – KPU Kota Bengkulu menggelar debat. Ketua Bawaslu Bengkulu hadir dalam debat itu.",
        {"KPU Kota Bengkulu", "Bawaslu Kota Bengkulu"},
    ),
    (  # levels without a region's name: all bodies of these levels
        "SLEMAN – KPU Provinsi DIY menggelar rakor bersama KPU Kabupaten/Kota dan Sekretaris KPU Kabupaten dan Kota. Ketua KPU Kabupaten Bantul hadir.",
        {"KPU Provinsi DI Yogyakarta", "KPU Kabupaten Bantul"},
    ),
    (  # a regency is no kecamatan of its name
        "WONOGIRI – KPU Wonogiri menggelar rapat, Kamis (16/5/2024). Rapat dihadiri camat.",
        {"KPU Kabupaten Wonogiri"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_levels(read: Read, text: str, expected: set[str]) -> None:
    record = read(text, published="2024-05-17")
    assert {entity["name"] for entity in record["entities"] if entity["class"] != "Person"} == expected


def test_the_seats_of_the_provinces_are_regencies_one_of_each_province_at_least() -> None:
    ontology = load_ontology()
    (seats,) = ontology.scheme("provincial-capitals")
    rows = (ontology.root / "regions.csv").read_text("utf-8").splitlines()
    types = {row.split(",")[0]: row.split(",")[2] for row in rows}
    codes = seats.values["region"]
    assert {types[code] for code in codes} <= {"kabupaten", "kota"}
    assert {code[:2] for code in codes} == {code for code, kind in types.items() if kind == "province"} - {"31"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "SEMARANG - Kapolda Jateng Irjen Pol Ani Wijaya memimpin rakor di hotel, Kamis (19/9/2024).",
            "KPU Provinsi Jawa Tengah",
        ),
        ("JAYAPURA - Polda Papua menggelar rakor di sebuah hotel, Kamis (19/9/2024).", "KPU Provinsi Papua"),
        ("SEMARANG - Polrestabes Semarang menggelar rakor di hotel, Kamis (19/9/2024).", "KPU Kota Semarang"),
    ],
)
def test_in_the_seat_of_a_province_the_level_is_that_of_whoever_is_named(read: Read, text: str, body: str) -> None:
    record = read(f"{text} Rakor itu dihadiri Ketua KPU dan Ketua Bawaslu.")
    assert body in [entity["name"] for entity in record["entities"]]


def test_a_society_without_a_region_is_that_of_the_only_kecamatan(read: Read) -> None:
    record = read(
        "JEPON - Rapat dipimpin Camat Jepon Hartono dan dihadiri Kapolsek Jepon AKP Budi Santosa, Ketua MUI KH Sutrisno "
        "dan Ketua PKK Ny. Aminah, Rabu (18/9/2024)."
    )
    names = {entity["name"] for entity in record["entities"]}
    assert {"MUI Kecamatan Jepon", "TP PKK Kecamatan Jepon"} <= names


def test_a_society_without_a_region_is_that_of_the_regency_whose_bodies_are_named(read: Read) -> None:
    record = read(
        "BLORA - Rapat dipimpin Bupati Blora Arief Rohman dan dihadiri Camat Jepon Hartono dan Ketua MUI KH Sutrisno, "
        "Rabu (18/9/2024)."
    )
    assert "MUI Kabupaten Blora" in {entity["name"] for entity in record["entities"]}
