"""A clause between an office and the name of its holder: "Ketua X, yang hadir di Y, Ani Wijaya, berkata"."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _posts(read: Read, text: str) -> dict[str, str]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {names[p["person"]]: p["post"] for p in record["postings"]}


@pytest.mark.parametrize(
    "text",
    [
        "Namun, Ketua KPU Blora, yang datang terlambat ke kantor, Ani Wijaya, menampik anggapan itu.",
        "Ketua KPU Blora yang memimpin rapat itu, Ani Wijaya mengatakan persiapan sudah rampung.",
    ],
)
def test_the_name_behind_a_clause_is_the_office_holder_s(read: Read, text: str) -> None:
    assert _posts(read, text) == {"Ani Wijaya": "Ketua KPU Blora"}


def test_the_clause_tells_of_the_person_too(read: Read) -> None:
    record = read("Ketua KPU Blora yang memimpin rapat koordinasi, Ani Wijaya, mengatakan persiapan sudah rampung.")
    assert ("Ani Wijaya", "led") in parts_of(record)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat itu dihadiri Ketua KPU Blora, yang memaparkan tahapan, Ani Wijaya, dan Budi Hartono.",
        "Ketua KPU Blora, yang diwakili stafnya, Ani Wijaya, mengatakan persiapan sudah rampung.",
        "Menurut Ketua KPU Blora yang hadir di sana, Ani Wijaya mengatakan persiapan sudah rampung.",
    ],
)
def test_a_name_that_may_be_another_s_gets_no_office(read: Read, text: str) -> None:
    assert _posts(read, text) == {}
