"""Posts as pages write them: with a wrong letter, before names in capitals, of candidates, of classes of prisons."""

from __future__ import annotations

import pytest

from .conftest import Read

LEAD = "BLORA - Rapat digelar di aula, Senin (23/9/2024). Hadir "


def _held(read: Read, sentence: str) -> set[tuple[str, str, str]]:
    record = read(LEAD + sentence)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Kordinator Divisi Hukum KPU Blora Umar Faruk.",
            ("Umar Faruk", "Kordinator Divisi Hukum KPU Blora", "KPU Kabupaten Blora"),
        ),
        (
            "Kepla Dinas Kesehatan Kabupaten Blora Umar Faruk.",
            ("Umar Faruk", "Kepla Dinas Kesehatan Kabupaten Blora", "Dinas Kesehatan Kabupaten Blora"),
        ),
        (
            "Komisioner KPU Blora Divisi Hukum UMAR FARUK, SE.",
            ("UMAR FARUK", "Komisioner KPU Blora", "KPU Kabupaten Blora"),
        ),
        ("Spri Kapolda Jateng Ipda Umar Faruk.", ("Umar Faruk", "Spri Kapolda Jateng", "Polda Jawa Tengah")),
        ("Pasi Terdim 0721/Blora Kapten Inf Umar Faruk.", ("Umar Faruk", "Pasi Terdim 0721/Blora", "Kodim 0721/Blora")),
        ("Kalapas Kelas II-B Blora Umar Faruk.", ("Umar Faruk", "Kalapas Kelas II-B Blora", "Lapas Blora")),
        (
            "Bupati Blora, Kabag Protokoler dan Komunikasi Pimpinan, Umar Faruk.",
            ("Umar Faruk", "Kabag Protokoler dan Komunikasi Pimpinan Blora", "Pemerintah Kabupaten Blora"),
        ),
        (
            "Waka Polres P.Ambon dan Pp. Lease Kompol Umar Faruk.",
            (
                "Umar Faruk",
                "Waka Polres P.Ambon dan Pp. Lease",
                "Polres Pulau Ambon dan Pulau-Pulau Lease",
            ),
        ),
    ],
)
def test_a_post_as_it_is_written(read: Read, sentence: str, expected: tuple[str, str, str]) -> None:
    (held,) = _held(read, sentence)
    assert (held[0], held[2]) == (expected[0], expected[2])
    assert expected[1].startswith(held[1].split()[0])


@pytest.mark.parametrize("word", ["bacalon", "bakal calon (bacalon)"])
def test_who_stands_for_an_office_does_not_hold_it(read: Read, word: str) -> None:
    assert not _held(read, f"ketiga {word} bupati Blora, Umar Faruk, Ani Wijaya dan Tono Wibowo.")


def test_a_part_of_a_name_is_no_agency(read: Read) -> None:
    record = read(LEAD + "Gubernur Jawa Tengah H Umar Bin Faruk.")
    assert [e["name"] for e in record["entities"] if e["class"] == "NationalAgency"] == []
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == ["Umar Bin Faruk"]


def test_islands_are_nobody(read: Read) -> None:
    record = read("NIAS - Atas nama Forkopimda Se-Kepulauan Nias, Dandim 0213 Nias mengajak semua pihak bergandengan.")
    assert not [entity for entity in record["entities"] if entity["class"] == "Person"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("BOGOR - Acara dihadiri Wali Kota Bima Arya dan Ketua PWI Kota Bogor Ani Wijaya.", "Pemerintah Kota Bogor"),
        ("BIMA - Acara dihadiri Wali Kota Bima Arya dan Ketua PWI Kota Bima Ani Wijaya.", "Pemerintah Kota Bima"),
    ],
)
def test_the_first_name_of_a_mayor_may_be_that_of_a_town(read: Read, text: str, body: str) -> None:
    governments = [e["name"] for e in read(text)["entities"] if e["class"] == "RegionalGovernment"]
    assert governments == [body]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KARAWANG - Kapolsek Kotabaru AKP Umar Faruk hadir.", "Polsek Kotabaru"),
        ("KARAWANG - Kapolsek Kotabaru AKP Umar Faruk hadir di Kecamatan Kota Baru.", "Polsek Kota Baru"),
    ],
)
def test_a_district_is_joined_as_the_text_joins_it(read: Read, text: str, name: str) -> None:
    assert name in {entity["name"] for entity in read(text)["entities"]}


def test_a_list_of_a_province_may_have_one_of_its_regencies(read: Read) -> None:
    record = read(
        "JAYAPURA - Apel digelar Polda Papua, Rabu (18/9/2024), dihadiri Ketua FKUB Provinsi Papua, Pejabat Utama "
        "Polda Papua, Bupati Keerom, Asisten II Setda Papua, Ketua KPU Papua dan Komisioner Bawaslu."
    )
    assert "Bawaslu Provinsi Papua" in {entity["name"] for entity in record["entities"]}


def test_a_task_force_for_food_is_that_of_its_region(read: Read) -> None:
    record = read("MALANG - Satgas Pangan Kota Malang menyidak pasar, Senin (16/9/2024).")
    assert [(e["class"], e["name"]) for e in record["entities"]] == [("Forum", "Satgas Pangan Kota Malang")]
