"""Agencies that no table lists in front of their heads, fields of posts in short, and words that name nobody."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

LEAD = "BLORA - Pemkab Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "


def persons(record: Record) -> set[str]:
    """The names of the persons of a record."""
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def postings_of(record: Record) -> set[tuple[str, str, str]]:
    """Who holds which post at what body, by name."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    "fields",
    ["Perindustrian dan Tenaga Kerja", "Kelautan dan Perikanan", "Olahraga dan Pariwisata", "Pengairan dan Pertanian"],
)
@pytest.mark.parametrize("head", ["Kadis", "Kepala Dinas"])
@pytest.mark.parametrize("behind", [", Kapolres Blora AKBP Budi Setiawan", " dan warga"])
def test_all_fields_of_an_agency_are_its_name(read: Read, head: str, fields: str, behind: str) -> None:
    record = read(f"{LEAD}Hadir {head} {fields} Ali Santoso{behind}.")
    assert "Ali Santoso" in persons(record)
    assert any(who == "Ali Santoso" and f"Dinas {fields}" in body for who, _, body in postings_of(record))


def test_a_name_behind_a_conjunction_elsewhere_still_parts_the_agency(read: Read) -> None:
    record = read(f"{LEAD}Hadir Kepala Dinas Kelautan Mardonius. Kegiatan itu bermanfaat, kata Mardonius.")
    assert "Mardonius" in persons(record)


@pytest.mark.parametrize(
    ("list_", "who", "post"),
    [
        ("Kasi Darlog BPBD Blora Slamet Wibowo", "Slamet Wibowo", "Kasi Darlog BPBD Blora"),
        ("Ketua DPRD Blora Ali Santoso dan Waka II, Nopi Hartono", "Nopi Hartono", "Waka II"),
        (
            "Anggota Bawaslu Blora Neli Hartono selaku Koordinator Divisi Pengawasan dan Hubungan antar Lembaga",
            "Neli Hartono",
            "Koordinator Divisi Pengawasan dan Hubungan antar Lembaga",
        ),
        (
            "Anggota Bawaslu Blora Neli Hartono selaku Koordinator Divisi Hukum, Hubungan Masyarakat (Humas) "
            "Data dan Informasi",
            "Neli Hartono",
            "Koordinator Divisi Hukum, Hubungan Masyarakat Data dan Informasi",
        ),
    ],
)
def test_a_field_of_a_post_is_whole(read: Read, list_: str, who: str, post: str) -> None:
    assert any((w, p[: len(post)]) == (who, post) for w, p, _ in postings_of(read(f"{LEAD}Hadir {list_}.")))


def test_the_area_that_an_officer_observes_is_no_command(read: Read) -> None:
    record = read("Kombes Budi Santoso dari Polda Jawa Tengah selaku Pamatwil Kabupaten Blora mengecek gudang.")
    assert {e["name"] for e in record["entities"] if e["class"] == "PoliceUnit"} == {"Polda Jawa Tengah"}


@pytest.mark.parametrize(
    "sentence",
    [
        'Ucap Jenderal Bintang Dua itu kepada warga. "Mari," ucap Jenderal Bintang Dua tersebut.',
        "Pada laga itu Margorejo FC mengalahkan Sumberejo FC.",
        "Bupati Blora dan Kajari Blora Tandatangani Adendum Nota Kesepahaman Hukum",
    ],
)
def test_stars_teams_and_what_is_signed_are_nobody(read: Read, sentence: str) -> None:
    assert not persons(read(LEAD + sentence))


def test_a_name_goes_on_in_small_letters_up_to_a_degree(read: Read) -> None:
    assert "Ade lorvi verdanieks" in persons(
        read(f"{LEAD}Hadir Dandim Blora Letkol Inf Ade lorvi verdanieks, S.I.P hadir.")
    )
