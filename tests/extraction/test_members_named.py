"""Members of a body told of together: named behind words for those present, in a bracket, and of what fraction."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - DPRD Kabupaten Blora menggelar rapat paripurna di Blora, Selasa (24/9/2024). "
MEMBERS = {
    ("Ani Wijaya", "Anggota DPRD Blora"),
    ("Budi Santoso", "Anggota DPRD Blora"),
    ("Darmi", "Anggota DPRD Blora"),
}


def _posts(read: Read, text: str) -> set[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"]) for p in record["postings"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anggota DPRD Blora yang hadir antara lain Ani Wijaya, Budi Santoso dan Darmi.",
        "Anggota DPRD Blora yang terlihat hadir, hanya Ani Wijaya (PKB), Darmi (Golkar) dan Budi Santoso (PDIP).",
        "Anggota DPRD Blora yang hadir pada rapat itu yaitu Ani Wijaya (F PKB), Budi Santoso (F-PDIP) dan Darmi.",
        "Anggota DPRD Blora yang hadir adalah Ani Wijaya, Budi Santoso dan Darmi.",
        "Turut hadir Anggota DPRD Blora (Ani Wijaya, Budi Santoso, Darmi).",
        "Hadir Anggota DPRD Blora Ani Wijaya (Fraksi PKB), Budi Santoso (F PDIP), dan Darmi (F Partai Golkar).",
    ],
)
def test_each_who_is_named_is_a_member(read: Read, sentence: str) -> None:
    assert _posts(read, LEAD + sentence) == MEMBERS


@pytest.mark.parametrize(
    "sentence",
    [
        "Anggota DPRD Blora yang hadir menyalami Ani Wijaya, Budi Santoso dan Darmi.",
        "Anggota DPRD Blora yang hadir antara lain Ani Wijaya, Ketua Komisi Blora.",
        "Turut hadir Ketua DPRD Blora (Ani Wijaya, Budi Santoso).",
        "Turut hadir anggota DPRD Blora (Ani Wijaya, Budi Santoso dan warga Darmi).",
    ],
)
def test_others_are_no_members(read: Read, sentence: str) -> None:
    assert not {post for _, post in _posts(read, LEAD + sentence)} & {"Anggota DPRD Blora", "anggota DPRD Blora"}


@pytest.mark.parametrize(
    "bracket", ["(F PKB)", "(F-PKB)", "(Fraksi PKB)", "(F Blora Bersatu/PKB)", "(Fraksi Partai PKB)"]
)
def test_the_party_of_a_fraction_takes_no_part(read: Read, bracket: str) -> None:
    record = read(f"{LEAD}Rapat dihadiri Anggota DPRD Blora Ani Wijaya {bracket}, dan Budi Santoso {bracket}.")
    assert {name for name, _ in parts_of(record)} == {"DPRD Kabupaten Blora", "Ani Wijaya", "Budi Santoso"}


def test_a_party_behind_another_bracket_takes_part(read: Read) -> None:
    assert ("PKB", "attended") in parts_of(read(f"{LEAD}Rapat dihadiri Anggota DPRD Blora Ani Wijaya dan PKB."))
