"""Who holds an office and is something besides: both are said in front of the name."""

from __future__ import annotations

import pytest

from .conftest import Read

LEAD = "BLORA - Pemkab Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "


def held(read: Read, sentence: str) -> set[tuple[str, str]]:
    """Who holds a post at what body, by name."""
    record = read(LEAD + sentence)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    "also", ["yang juga", "sekaligus", "merangkap", "yang juga merupakan", "yang juga menjabat sebagai"]
)
def test_both_offices_in_front_of_a_name_are_its_bearers(read: Read, also: str) -> None:
    found = held(read, f"Rapat dihadiri Sekda Blora {also} Ketua KONI Blora Budi Santoso dan warga.")
    assert {("Budi Santoso", "Pemerintah Kabupaten Blora"), ("Budi Santoso", "KONI Kabupaten Blora")} <= found


@pytest.mark.parametrize(
    "besides",
    [
        "yang juga Ketua Panitia Sri Lestari",
        "selaku Ketua Panitia Sri Lestari",
        "yang juga Ketua Panitia, Sri Lestari,",
    ],
)
def test_who_heads_a_committee_besides_holds_the_office(read: Read, besides: str) -> None:
    assert ("Sri Lestari", "Pemerintah Kabupaten Blora") in held(read, f"Sekda Blora {besides} hadir dalam rapat itu.")


def test_a_name_behind_a_comma_is_somebody_else(read: Read) -> None:
    found = held(read, "Rapat dihadiri Kapolres Blora sebagai narasumber, Sri Lestari, dan warga.")
    assert found == set()


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("Kadispotdirga Lanud Sam Ratulangi Kolonel Pas Budi Santoso", "Lanud Sam Ratulangi"),
        ("Kadisops Lanud Abdulrachman Saleh Letkol Pnb Budi Santoso", "Lanud Abdulrachman Saleh"),
        ("Asops Panglima TNI Mayjen TNI Budi Santoso", "TNI"),
    ],
)
def test_staff_of_bases_and_of_the_commander_is_theirs(read: Read, who: str, body: str) -> None:
    assert {b for name, b in held(read, f"Hadir {who}.") if name == "Budi Santoso"} == {body}
