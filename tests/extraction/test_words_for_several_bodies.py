"""Words that stand for bodies named before, one level of them beside another, and posts named by their body's word."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

DAY = "Kamis (19/9/2024)"
BOTH = {("KPU Kabupaten Blora", "organised"), ("Bawaslu Kabupaten Blora", "organised")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (f"Kedua lembaga itu menggelar rapat koordinasi, {DAY}.", BOTH),
        (f"Sentra itu berdiri setelah kedua lembaga tersebut menggelar rapat koordinasi, {DAY}.", BOTH),
        (f"Ketiga lembaga itu menggelar rapat koordinasi, {DAY}.", set()),
    ],
)
def test_a_word_for_as_many_bodies_as_were_named_means_them(
    read: Read, told: str, expected: set[tuple[str, str]]
) -> None:
    found = parts_of(read(f"BLORA - KPU Blora dan Bawaslu Blora sudah lama akur. {told}"))
    assert {part for part in found if part[1] == "organised"} == expected


def test_the_head_beside_members_of_all_levels_below_is_of_the_province(read: Read) -> None:
    record = read(
        f"SEMARANG - Bawaslu Provinsi Jawa Tengah menggelar rapat koordinasi, {DAY}.\n\n"
        "Rapat dihadiri Forkopimda Jawa Tengah, Ketua KPU, Komisioner KPU Kab/Kota se-Jawa Tengah dan para undangan."
    )
    assert ("KPU Provinsi Jawa Tengah", "attended") in parts_of(record)


def test_all_of_a_list_are_many_where_nobody_tells_levels(read: Read) -> None:
    record = read(
        f"SEMARANG - Bawaslu Provinsi Jawa Tengah menggelar rapat koordinasi, {DAY}.\n\n"
        "Rapat dihadiri para Kapolres dan Dandim se-Jawa Tengah."
    )
    assert {name for name, _ in parts_of(record)} == {"Bawaslu Provinsi Jawa Tengah"}


def test_main_officers_of_a_unit_are_nobodys_name(read: Read) -> None:
    record = read(
        f"BLORA - Apel di Blora, {DAY}, diikuti Wakapolres Blora Kompol Budi Hartono bersama Danki Brimob, PJU Polda "
        "Jawa Tengah dan jajaran Polres Blora."
    )
    assert {("Polda Jawa Tengah", "attended"), ("Budi Hartono", "attended")} <= parts_of(record)


def test_a_body_of_short_life_is_no_society(read: Read) -> None:
    record = read(f"BLORA - Lembaga Adhoc itu dibentuk Bawaslu Blora dalam rapat koordinasi, {DAY}.")
    assert {entity["class"] for entity in record["entities"]} == {"ElectionSupervisor"}


def test_a_head_called_by_the_word_for_the_office_has_the_heads_post(read: Read) -> None:
    record = read(f"BLORA - Rapat koordinasi dihadiri Kejari Blora Budi Hartono, SH, {DAY}.")
    assert [posting["post"] for posting in record["postings"]] == ["Kajari Blora"]


@pytest.mark.parametrize("body", ["Kejaksaan Negeri Blora", "Kejari Blora"])
def test_who_is_from_an_office_is_not_its_head(read: Read, body: str) -> None:
    record = read(f"BLORA - Rapat koordinasi menghadirkan narasumber dari {body} Eko Susanto, {DAY}.")
    assert not any(posting["post"].startswith("Kajari") for posting in record["postings"])
