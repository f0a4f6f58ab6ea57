"""Offices of firms and of the state's bodies in a region: their words are the body's, and the post has them as well."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Manager PLN Area Blora", "PLN"),
        ("Manager PLN ULP Cepu", "PLN"),
        ("Manajer PT PLN UP3 Cepu", "PLN"),
        ("CEO BNI Wilayah 18", "BNI"),
        ("Kepala Bulog Subdivre Blora", "Perum Bulog Blora"),
        ("Kepala BPJS Kesehatan Cabang Blora", "BPJS Kesehatan"),
    ],
)
def test_an_office_of_a_firm_is_part_of_its_name_and_not_of_the_holders(read: Read, office: str, body: str) -> None:
    record = read(f"Rapat itu dihadiri {office} Budi Hartono, Rabu (18/9/2024).")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    (posting,) = record["postings"]
    assert (names[posting["person"]], posting["post"], names[posting["institution"]]) == ("Budi Hartono", office, body)
