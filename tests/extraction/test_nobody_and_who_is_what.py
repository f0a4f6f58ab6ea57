"""Of whom nobody came, and who is said to be what: "tak satu pun dari X hadir", "pembaca doa adalah Ketua Y"."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_LEAD = "BLORA - DPRD Kabupaten Blora menggelar rapat koordinasi, Rabu (25/9/2024)."


@pytest.mark.parametrize("nobody", ["tak satu pun dari", "tidak satupun perwakilan", "tak seorang pun dari"])
def test_those_of_whom_nobody_came_took_no_part(read: Read, nobody: str) -> None:
    record = read(f"{_LEAD}\n\nKetua DPRD kecewa karena {nobody} Dinas Sosial Blora hadir dalam rapat.")
    assert "Dinas Sosial Kabupaten Blora" not in {name for name, _ in parts_of(record)}


def test_behind_a_comma_somebody_came_all_the_same(read: Read) -> None:
    record = read(f"{_LEAD}\n\nTak satu pun usul ditolak, Dinas Sosial Blora hadir dalam rapat.")
    assert ("Dinas Sosial Kabupaten Blora", "attended") in parts_of(record)


@pytest.mark.parametrize("role", ["pembaca naskah sejarah daerah itu", "pembaca doa", "perwira upacara"])
def test_who_is_said_to_be_what_was_there(read: Read, role: str) -> None:
    told = f"Upacara dipimpin Bupati Blora Ani Wijaya, dan yang bertindak selaku {role} adalah Ketua KPU Blora, Budi."
    parts = parts_of(read(f"BLORA - Upacara digelar di Alun-alun Blora, Rabu (25/9/2024).\n\n{told}"))
    assert {("Budi", "attended"), ("KPU Kabupaten Blora", "attended"), ("Ani Wijaya", "led")} <= parts
    assert ("Ani Wijaya", "attended") not in parts


def test_an_office_is_that_of_whoever_is_said_to_be_it(read: Read) -> None:
    record = read("Ani Wijaya (40) adalah Ketua KPU Blora, Budi Santoso merupakan Ketua Bawaslu Blora.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    posts = {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}
    assert ("Budi Santoso", "KPU Kabupaten Blora") not in posts


@pytest.mark.parametrize("work", ["membantu petani membersihkan sawah", "membantu warga membangun rumah"])
def test_who_helps_people_at_their_work_was_there(read: Read, work: str) -> None:
    record = read(f"Babinsa Koramil 05/Jepon Sertu Musa Asri {work} di Desa Karang, Jumat (18/1/2019).")
    assert parts_of(record) == {("Musa Asri", "attended"), ("Koramil 05/Jepon", "attended")}
    assert [event["date"] for event in record["events"]] == ["2019-01-18"]


def test_what_only_would_help_people_is_no_event(read: Read) -> None:
    assert not read("Bupati Blora Ani Wijaya mengatakan pupuk itu membantu petani, Jumat (18/1/2019).")["events"]
    assert not read("Bupati Blora Ani Wijaya berjanji akan membantu petani, Jumat (18/1/2019).")["events"]
