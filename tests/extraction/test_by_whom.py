"""By whom an event with a long name is, and what a spokesman tells of one."""

from __future__ import annotations

import pytest

from .conftest import Read


def _parts(record: dict) -> set[tuple[str, str]]:  # type: ignore[type-arg]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["participant"]], p["role"]) for event in record["events"] for p in event["participations"]}


@pytest.mark.parametrize(
    "lead",
    [
        "Rapat peningkatan ketertiban wilayah Kabupaten Blora oleh KPU Blora",
        "Apel kesiapan pengamanan pilkada serentak oleh KPU Blora",
        "Rakor evaluasi oleh KPU Blora",
    ],
)
def test_the_body_by_which_an_event_is_organised_it(read: Read, lead: str) -> None:
    record = read(f"{lead} di Cepu, Senin (16/9/2024), dihadiri Bawaslu Blora.")
    assert {("KPU Kabupaten Blora", "organised"), ("Bawaslu Kabupaten Blora", "attended")} <= _parts(record)


@pytest.mark.parametrize("verb", ["disampaikan", "dikritik", "diawasi"])
def test_a_verb_with_its_agent_says_nothing_of_who_organised(read: Read, verb: str) -> None:
    record = read(f"Sosialisasi netralitas ASN {verb} oleh KPU Blora, Senin (16/9/2024). Bawaslu Blora hadir.")
    assert ("KPU Kabupaten Blora", "organised") not in _parts(record)


def test_whom_a_spokesman_names_beside_another_at_an_event_was_there(read: Read) -> None:
    record = read(
        "Pangdam IV/Diponegoro Mayjen TNI Budi Hartono melakukan kunjungan kerja ke Blora, Rabu (18/9/2024).\n"
        "Dikatakan Kapendam Kolonel Arh Rosid Ali, dalam kunjungan itu Pangdam didampingi Danrem 073/Makutarama."
    )
    assert ("Korem 073/Makutarama", "attended") in _parts(record)


def test_what_somebody_says_of_his_people_is_no_event(read: Read) -> None:
    record = read(
        "Polres Blora menggelar rapat, Rabu (18/9/2024).\n"
        "Dikatakan Kapolres Blora AKBP Ani Wijaya, anggotanya bekerja bersama Panwascam Jepon."
    )
    assert "Panwaslu Kecamatan Jepon" not in {name for name, _ in _parts(record)}


def test_of_whom_is_told_before_an_event_to_come_is_not_there(read: Read) -> None:
    record = read(
        "Pendaftaran calon bupati akan dibuka KPU Blora pada Selasa (27/8/2024) mendatang.\n"
        "Komjen (Purn) Budi Hartono lahir di Cepu, Blora."
    )
    assert "Budi Hartono" not in {name for name, _ in _parts(record)}
