"""Where the name of a body that no table lists ends, and the name of its office-holder begins."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read

CASES = [
    (
        "Kepala Desa Rasabou Umar M. Tajib menandatangani surat itu.",
        ("Umar M. Tajib", "Pemerintah Desa Rasabou"),
    ),
    ("Lurah Arombu Siti Hayatun Lamani ikut menandatangani surat itu.", ("Siti Hayatun Lamani", "Kelurahan Arombu")),
    ("Kepala Desa Karangrejo M. Anwar Rofi menandatangani surat itu.", ("M. Anwar Rofi", "Pemerintah Desa Karangrejo")),
    (
        "PT Garam Laut Biru menanam bakau. General Manager PT Garam Laut Biru Edy Agustus Pranoto berharap bakau tumbuh.",
        ("Edy Agustus Pranoto", "PT Garam Laut Biru"),
    ),
    (
        "Mahasiswa Universitas Pasir Putih pulang. Rektor Universitas Pasir Putih Gumbrek Tawuan berharap mereka kembali.",
        ("Gumbrek Tawuan", "Universitas Pasir Putih"),
    ),
    ("Kepala Desa Karang Gondang Lor, Suwito, hadir.", ("Suwito", "Pemerintah Desa Karang Gondang Lor")),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_body_ends_where_its_office_holder_begins(read: Read, text: str, wanted: tuple[str, str]) -> None:
    record = read(text)
    names = {e["id"]: e["name"] for e in record["entities"]}
    assert wanted in [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]
