"""Words that look like names and are none, and names that look like words; posts of no town; offices of a kecamatan."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def names(read: Read, text: str, kind: str = "Person") -> list[str]:
    return [entity["name"] for entity in read(text)["entities"] if entity["class"] == kind]


_LEAD = "BLORA - Apel digelar di Blora, Selasa (17/9/2024)."


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Kasat Intel Polres Blora, Iptu Aris Lama menghadiri apel.", "Aris Lama"),
        ("Apel dihadiri Kasat Binmas AKP Budi Baru.", "Budi Baru"),
        ("Apel dihadiri Bupati H. Kader Sucipto.", "Kader Sucipto"),
        ("Komisioner KPU Blora Divisi Data, Muslin Wardoyo menghadiri apel.", "Muslin Wardoyo"),
        ("Apel dihadiri Camat Cepu Muchlas Tapi -Tapi, S.Ag.", "Muchlas Tapi-Tapi"),
    ],
)
def test_a_name_of_words_that_mean_something(read: Read, told: str, name: str) -> None:
    assert names(read, f"{_LEAD} {told}") == [name]


def test_the_old_holder_of_an_office_is_no_part_of_a_name(read: Read) -> None:
    assert names(read, f"{_LEAD} Apel dihadiri Kapolres lama AKBP Budi Santoso.") == ["Budi Santoso"]
    assert names(read, f"{_LEAD} Apel dihadiri kader PKK Ani Wijaya.") == ["Ani Wijaya"]


@pytest.mark.parametrize(
    "told",
    [
        "Hadir Anggota PPK Cepu, Sertariat PPK Cepu dan Sekertariat Panwascam Cepu.",
        "Hadir Ketua KPU Blora Priode 2015-2020.",
        "Hadir Ketua KPU, Asiten Dua Pemkab Blora dan Asisten Satu Setda Blora.",
        "Demi netralitas ASN, Badan Pengawasa Pemilihan Umum Kabupaten Blora (Bawaslu Blora) melakukan sosialisasi.",
        "Operasi Mantap Brata (OMB) digelar. Turut hadir Ketua KPU dan Sprin OMB, tamu undangan.",
    ],
)
def test_a_misspelt_word_is_nobody(read: Read, told: str) -> None:
    assert names(read, f"{_LEAD} {told}") == []


def test_what_is_numbered_is_nobody(read: Read) -> None:
    told = "Satgas Operasi Mantap Praja Sriwedari II menggelar patroli di Blora, Selasa (17/9/2024)."
    assert names(read, f"Polres Blora melalui {told} Kasatgas OMP Sriwedari II hadir.") == []


def test_a_single_name_in_front_of_a_year_or_a_body_stays(read: Read) -> None:
    assert names(read, f"{_LEAD} Hadir Ketua KPU Suparno, Ketua Bawaslu Hartono Polres Blora.") == [
        "Suparno",
        "Hartono",
    ]


@pytest.mark.parametrize(
    ("post", "government"),
    [("Wakil Bupati, Hj. Lestari", {"Pemerintah Kabupaten Blora", "Pemerintah Kota Semarang"})],
)
def test_a_post_of_a_regency_is_of_no_town(read: Read, post: str, government: set[str]) -> None:
    lead = "Polres Blora dan Polrestabes Semarang menggelar apel, Selasa (17/9/2024)."
    told = f"Apel Polres Blora dihadiri {post}. Di Polrestabes Semarang hadir Wakil Walikota Semarang Budi Santoso."
    assert set(names(read, f"{lead}\n{told}", "RegionalGovernment")) == government


def test_of_two_regencies_neither_is_guessed(read: Read) -> None:
    lead = "REMBANG - Polres Blora dan Polres Kudus menggelar apel, Selasa (17/9/2024)."
    told = "Apel dihadiri Wakil Bupati, Hj. Lestari, dan Wakil Walikota Semarang Budi Santoso."
    found = names(read, f"{lead}\n{told}", "RegionalGovernment")
    assert "Pemerintah Kota Semarang" in found
    assert not {"Pemerintah Kabupaten Blora", "Pemerintah Kabupaten Kudus"} & set(found)


@pytest.mark.parametrize("many", ["beberapa Bupati/Walikota", "para Camat/Lurah"])
def test_both_of_two_posts_with_a_stroke_are_many(read: Read, many: str) -> None:
    text = f"SEMARANG - Upacara dipimpin Gubernur Jateng Ani Wijaya, Selasa (17/9/2024). Hadir {many} dan warga."
    assert parts_of(read(text)) == {("Ani Wijaya", "led"), ("Pemerintah Provinsi Jawa Tengah", "led")}


def test_the_prosecutors_of_a_kecamatan_are_no_high_office(read: Read) -> None:
    text = f"{_LEAD} Apel dihadiri Kepala Kejaksaan Cepu dan Kepala Kejaksaan Bali."
    assert names(read, text, "ProsecutionOffice") == ["Kejaksaan Negeri Cepu", "Kejaksaan Tinggi Bali"]


def test_a_last_line_with_many_names_and_no_stop_is_read(read: Read) -> None:
    told = "Pantauan di lapangan, adapun yang hadir pada kegiatan tersebut, yaitu Kepala Kesbangpol Blora Ani Wijaya, "
    told += "Ketua DPRD Blora Budi Santoso, Kepala Kejaksaan Negeri Blora Joko Susilo, Dandim Blora Tri"
    record = read(f"{_LEAD} Apel dipimpin Kapolres Blora.\n{told}")
    assert ("Budi Santoso", "attended") in parts_of(record)
