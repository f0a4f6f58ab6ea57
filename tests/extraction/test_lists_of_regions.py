"""A body for each region of a list behind one, and bodies that only a level tells."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read


def bodies(record: Record) -> list[str]:
    return sorted(entity["name"] for entity in record["entities"] if entity["class"] != "Person")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("KPU Pati, Kudus, Jepara dan Rembang", ["KPU Kabupaten " + r for r in ("Jepara", "Kudus", "Pati", "Rembang")]),
        ("Kapolres Kudus dan Jepara", ["Polres Jepara", "Polres Kudus"]),
        ("Polsek Cepu, Sambong, dan Kedungtuban", ["Polsek Cepu", "Polsek Kedungtuban", "Polsek Sambong"]),
        ("Bupati Pati & Kudus", ["Pemerintah Kabupaten Kudus", "Pemerintah Kabupaten Pati"]),
        ("Bawaslu Kabupaten Tegal dan Kota Tegal", ["Bawaslu Kabupaten Tegal", "Bawaslu Kota Tegal"]),
        ("Bawaslu Kota dan Kabupaten Tegal", ["Bawaslu Kabupaten Tegal", "Bawaslu Kota Tegal"]),
        ("KPU Kota dan KPU Kabupaten Tegal", ["KPU Kabupaten Tegal", "KPU Kota Tegal"]),
        (
            "KPU Provinsi Papua, Papua Tengah, dan Papua Pegunungan",
            ["KPU Provinsi Papua", "KPU Provinsi Papua Pegunungan", "KPU Provinsi Papua Tengah"],
        ),
        (
            "KPU dan Bawaslu Pati dan Kudus",
            [f"{k} Kabupaten {r}" for k in ("Bawaslu", "KPU") for r in ("Kudus", "Pati")],
        ),
        (
            "KPU, Bawaslu Kota dan Kabupaten Tegal",
            [f"{k} {r} Tegal" for k in ("Bawaslu", "KPU") for r in ("Kabupaten", "Kota")],
        ),
        ("Polri, KPU Pati dan Kudus", ["KPU Kabupaten Kudus", "KPU Kabupaten Pati", "Polri"]),
        # no lists of regions
        ("KPU Pati, Jawa Tengah, dan Bawaslu Pati", ["Bawaslu Kabupaten Pati", "KPU Kabupaten Pati"]),
        ("Ketua KPU Pati dan Kudus Wibowo", ["KPU Kabupaten Pati"]),
        ("KPU Pati dan warga Kudus", ["KPU Kabupaten Pati"]),
    ],
)
def test_a_body_for_each_region(read: Read, words: str, expected: list[str]) -> None:
    assert bodies(read(f"Rapat dihadiri {words}, Selasa (24/9/2024).")) == expected


def test_a_level_alone_tells_which_of_two_twins(read: Read) -> None:
    record = read(
        "TEGAL - KPU Kota Tegal dan KPU Kabupaten Tegal menggelar rapat, Selasa (24/9/2024). "
        "Bawaslu Kota hadir. Rapat dibuka Ketua KPU Kabupaten Ani Wijaya."
    )
    assert bodies(record) == ["Bawaslu Kota Tegal", "KPU Kabupaten Tegal", "KPU Kota Tegal"]
    (posting,) = record["postings"]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert names[posting["institution"]] == "KPU Kabupaten Tegal"


@pytest.mark.parametrize(
    "words",
    [
        "Rapat dihadiri Ketua KPU Gembong Sukarsa",
        "Rapat dihadiri Ketua KPU Cepu Harapan Jaya",
        "Rombongan diterima Ketua KPU Gembong Derita Wibowo",
    ],
)
def test_the_name_of_a_small_region_is_that_of_the_holder(read: Read, words: str) -> None:
    record = read(f"TRENGGALEK - Polres Trenggalek menggelar rapat. {words} di aula, Selasa (24/9/2024).")
    assert bodies(record) == ["KPU Kabupaten Trenggalek", "Polres Trenggalek"]
    (person,) = [entity["name"] for entity in record["entities"] if entity["class"] == "Person"]
    assert person.split()[0] in ("Gembong", "Cepu")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kantor Pertanahan Blora", "Kantor Pertanahan Kabupaten Blora"),
        ("Kantor Urusan Agama Cepu", "KUA Cepu"),
        ("Pengurus Cabang Nahdlatul Ulama Blora", "PCNU Kabupaten Blora"),
        ("Pengurus Wilayah Nahdlatul Ulama Jawa Tengah", "PWNU Jawa Tengah"),
        ("Pengurus Besar Nahdlatul Ulama", "PBNU"),
        ("Pimpinan Daerah Muhammadiyah Blora", "Muhammadiyah Kabupaten Blora"),
        ("Perwakilan Ombudsman Jawa Tengah", "Ombudsman RI Perwakilan Jawa Tengah"),
        ("Balai Pelaksana Jalan Nasional (BPJN) Jawa Tengah", "Balai Pelaksana Jalan Nasional Jawa Tengah"),
    ],
)
def test_a_body_whose_name_begins_with_a_post_or_a_building(read: Read, words: str, expected: str) -> None:
    assert bodies(read(f"BLORA - {words} menggelar rapat di aula, Selasa (24/9/2024).")) == [expected]


def test_a_building_is_where_something_is(read: Read) -> None:
    record = read("BLORA - Polres Blora menggelar rapat di Kantor Pertanahan Blora, Selasa (24/9/2024).")
    assert bodies(record) == ["Polres Blora"]


def test_the_boards_of_an_organisation_stay_apart(read: Read) -> None:
    record = read(
        "Rapat dihadiri Ketua PCNU Blora Ani Wijaya, Selasa (24/9/2024). PBNU mengirim surat. "
        "PP Muhammadiyah dan PD Muhammadiyah Blora mendukung."
    )
    assert bodies(record) == ["Muhammadiyah Kabupaten Blora", "PBNU", "PCNU Kabupaten Blora", "PP Muhammadiyah"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("KPU-Bawaslu Pati", ["Bawaslu Kabupaten Pati", "KPU Kabupaten Pati"]),
        ("Polres-Kodim Blora", ["Kodim 0721/Blora", "Polres Blora"]),
        ("Muspika Cepu", ["Muspika Cepu"]),
        ("FKPD Kabupaten Blora", ["Forkopimda Kabupaten Blora"]),
        ("PT Karya Cetak Nusantara Bekasi, Jawa Barat", ["PT Karya Cetak Nusantara"]),
        ("PT Karya Cetak Tbk Rembang", ["PT Karya Cetak Tbk"]),
        ("PT Semen Padang", ["PT Semen Padang"]),
        ("Danyon C Pelopor Satbrimob Polda Jateng", ["Polda Jawa Tengah"]),
    ],
)
def test_short_forms_and_what_stands_behind_names(read: Read, words: str, expected: list[str]) -> None:
    assert bodies(read(f"Rapat dihadiri {words}, Selasa (24/9/2024).")) == expected


@pytest.mark.parametrize(
    "words",
    [
        "mengawal surat suara Gubernur Jawa Tengah dan Bupati Rembang",
        "menjaga kotak suara Bupati Rembang",
        "menggelar turnamen Piala Bupati Rembang",
    ],
)
def test_a_thing_that_goes_by_an_office_names_no_body(read: Read, words: str) -> None:
    assert bodies(read(f"BLORA - Polres Blora {words}, Selasa (24/9/2024).")) == ["Polres Blora"]


@pytest.mark.parametrize(
    ("text", "post", "expected"),
    [
        (
            "KPU Jateng menggelar rapat pleno, Selasa (24/9/2024). KPU Kota Semarang dan KPU Kendal hadir. "
            "Ketua KPU Ani Wijaya membuka rapat.",
            "Ketua KPU",
            "KPU Provinsi Jawa Tengah",
        ),
        (
            "Polres Malang dan Polresta Malang Kota menggelar patroli, Selasa (24/9/2024). "
            "Kapolres AKBP Ani Wijaya memimpin patroli.",
            "Kapolres",
            "Polres Malang",
        ),
        (
            "Polda Jateng memeriksa Polres Blora, Selasa (24/9/2024). Kapolres AKBP Ani Wijaya menyambut tim.",
            "Kapolres",
            "Polres Blora",
        ),
        (
            "Bupati Banjar Dwi Prasetyo dan Kapolres Banjar AKBP Ani Wijaya menggelar rapat, Selasa (24/9/2024).",
            "Kapolres",
            "Polres Banjar",
        ),
    ],
)
def test_whose_office_a_bare_title_is(read: Read, text: str, post: str, expected: str) -> None:
    record = read(text)
    names = {entity["id"]: entity for entity in record["entities"]}
    (posting,) = [p for p in record["postings"] if names[p["person"]]["name"] == "Ani Wijaya"]
    assert posting["post"].startswith(post)
    assert names[posting["institution"]]["name"] == expected
    assert names[posting["institution"]]["region"]


def test_the_regent_of_the_other_twin(read: Read) -> None:
    record = read(
        "SERANG - KPU Kabupaten Serang dan KPU Kota Serang menggelar rapat, Selasa (24/9/2024). "
        "Wali Kota dan Bupati hadir."
    )
    governments = {e["name"] for e in record["entities"] if e["class"] == "RegionalGovernment"}
    assert governments == {"Pemerintah Kota Serang", "Pemerintah Kabupaten Serang"}


def test_a_text_about_no_region_is_read(read: Read) -> None:
    assert bodies(read("KPU Sukamajulah dan Polres Antahberantah menggelar rapat.", published=None)) != []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kepala Rutan Blora Budi Hartono", "Rutan Blora"),
        ("Karutan Blora Budi Hartono", "Rutan Blora"),
        ("Kepala Lapas Tegal Budi Hartono", "Lapas Tegal"),
        ("Kepala Kantor Imigrasi Pati Budi Hartono", "Kantor Imigrasi Pati"),
    ],
)
def test_the_region_of_an_unlisted_body_is_not_its_holders_name(read: Read, words: str, expected: str) -> None:
    record = read(f"Rapat dihadiri {words} dan Kapolres Rembang, Selasa (24/9/2024).")
    assert bodies(record) == sorted([expected, "Polres Rembang"])
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == ["Budi Hartono"]


def test_supervisors_of_villages_are_of_the_district(read: Read) -> None:
    record = read("BLORA - Panwascam Cepu melantik PKD se-Kecamatan Cepu, Selasa (24/9/2024). Sejumlah PTPS ikut.")
    assert bodies(record) == ["Panwaslu Kecamatan Cepu"]
