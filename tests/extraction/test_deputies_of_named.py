"""The word for the deputy of whoever was just named is an office, where that one is named too."""

from __future__ import annotations

import pytest

from .conftest import Read


def _posts(read: Read, text: str) -> list[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return sorted((names[posting["person"]], posting["post"]) for posting in record["postings"])


@pytest.mark.parametrize(
    ("chief", "deputy"),
    [
        ("Bupati Blora Ani Wijaya didampingi wakilnya", "Wakil Bupati Blora"),
        ("Gubernur Jawa Tengah Ani Wijaya dan wakilnya,", "Wakil Gubernur Jawa Tengah"),
        ("Ketua DPRD Blora Ani Wijaya bersama wakilnya", "Wakil Ketua"),
    ],
)
def test_the_deputy_of_an_office_holder_is_the_one_of_that_office(read: Read, chief: str, deputy: str) -> None:
    posts = dict(_posts(read, f"{chief} Budi Santoso menghadiri rapat di Blora, Rabu (18/9/2024)."))
    assert posts["Budi Santoso"] == deputy


@pytest.mark.parametrize(
    "text",
    [
        "Calon Bupati Blora Ani Wijaya dan wakilnya Budi Santoso menghadiri rapat, Rabu (18/9/2024).",
        "Ketua KPU Blora Sri Lestari menetapkan Ani Wijaya dan wakilnya Budi Santoso sebagai pemenang.",
        "Bupati Blora Ani Wijaya dan wakilnya menghadiri rapat bersama Budi Santoso, Rabu (18/9/2024).",
    ],
)
def test_nobody_is_the_deputy_of_a_candidate_or_without_a_name(read: Read, text: str) -> None:
    assert "Budi Santoso" not in dict(_posts(read, text))


@pytest.mark.parametrize("name", ["Ahmad Bin Salim", "Habib Salim Bin Jindan"])
def test_a_particle_of_a_name_is_no_body(read: Read, name: str) -> None:
    classes = {entity["class"] for entity in read(f"{name} menghadiri rapat di Blora, Rabu (18/9/2024).")["entities"]}
    assert classes == {"Person"}
