"""Who has somebody else speak or stand in is not there; a phrase in front of a clause borrows no name of it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

MEETING = "BLORA - Rapat koordinasi digelar di pendopo, Selasa (24/9/2024). "
CEREMONY = "BLORA - Upacara dipimpin Bupati Blora Ani Wijaya, Selasa (24/9/2024). "


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati Blora Ani Wijaya meminta Asisten I Budi Santoso mewakili dirinya dalam rapat itu.",
        "Bupati Blora Ani Wijaya menunjuk Asisten I Budi Santoso untuk mewakilinya dalam rapat itu.",
        "Bupati Blora Ani Wijaya menugaskan Asisten I Budi Santoso mewakilinya.",
        "Asisten I Budi Santoso hadir mewakili Bupati Blora Ani Wijaya.",
    ],
)
def test_whoever_asks_for_a_stand_in_is_absent(read: Read, sentence: str) -> None:
    assert parts_of(read(MEETING + sentence)) == {
        ("Budi Santoso", "attended"),
        ("Pemerintah Kabupaten Blora", "attended"),
    }


@pytest.mark.parametrize(
    "told",
    [
        "Ani membacakan sambutan tertulis Menteri Agama Budi Santoso. Dalam sambutannya, Budi Santoso mengajak rukun.",
        "Sambutan Kapolri Jenderal Budi Santoso dibacakan Ani Wijaya. Budi berterima kasih dalam upacara itu.",
        "Ani membacakan amanat Kapolri Jenderal Budi Santoso. Dalam upacara itu, Budi mengajak polisi netral.",
    ],
)
def test_whose_message_is_read_out_does_not_speak_there(read: Read, told: str) -> None:
    assert "Budi Santoso" not in {who for who, _ in parts_of(read(CEREMONY + told))}


def test_who_leads_and_has_a_message_read_out_was_there(read: Read) -> None:
    record = read(CEREMONY + "Sambutan Ani dibacakan Sekda Blora Budi Santoso.")
    assert {("Ani Wijaya", "led"), ("Budi Santoso", "attended")} <= parts_of(record)


@pytest.mark.parametrize("front", ["Usai melantik PPK", "Bersama PPK", "Usai melantik Panwascam"])
def test_a_phrase_in_front_of_a_clause_borrows_no_name(read: Read, front: str) -> None:
    record = read(f"BLORA - {front}, KPU Demak menggelar rapat koordinasi, Selasa (24/9/2024).")
    assert {name for name, _ in parts_of(record)} == {"KPU Kabupaten Demak"}


def test_a_list_shares_the_name_at_its_end(read: Read) -> None:
    record = read("BLORA - Rapat dihadiri KPU, Bawaslu Demak, Selasa (24/9/2024).")
    assert {name for name, _ in parts_of(record)} == {"KPU Kabupaten Demak", "Bawaslu Kabupaten Demak"}


@pytest.mark.parametrize("clause", ["saat sambutan", "saat membuka acara", "ketika ditemui"])
def test_a_clause_of_time_stands_between_an_office_and_its_holder(read: Read, clause: str) -> None:
    record = read(MEETING + f"Ketua KPU Blora {clause}, Budi Santoso mengatakan perlunya komunikasi.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [(names[p["person"]], p["post"]) for p in record["postings"]] == [("Budi Santoso", "Ketua KPU Blora")]
