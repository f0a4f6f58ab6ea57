"""Visits of the police to people: whom a visit is to, who is welcomed, and which member of the unit came."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

DAY = "Minggu (29/9/2024)"
CAME = {("Budi Hartono", "attended"), ("Pemerintah Desa Gandu", "attended")}


@pytest.mark.parametrize("to", ["di tokoh masyarakat", "kepada", "ke", "dengan", "dialogis dengan"])
def test_a_visit_has_those_to_whom_it_is(read: Read, to: str) -> None:
    record = read(f"BLORA - Polsek Bogorejo melaksanakan sambang {to} Kepala Desa Gandu Bpk. Budi Hartono, {DAY}.")
    assert parts_of(record) >= CAME


def test_who_is_well_received_and_who_receives_were_both_there(read: Read) -> None:
    record = read(
        f"BLORA - Polsek Bogorejo melaksanakan sambang, {DAY}.\n\nPada kesempatan itu personil Polsek Bogorejo Bripka "
        "Eko Susanto disambut baik oleh Bpk. Budi Hartono (Kepala Desa Gandu) dan warga."
    )
    assert {*CAME, ("Eko Susanto", "attended"), ("Polsek Bogorejo", "attended")} <= parts_of(record)
    assert "personil Polsek Bogorejo" in {posting["post"] for posting in record["postings"]}


def test_who_only_approves_of_something_receives_nobody(read: Read) -> None:
    record = read(
        f"BLORA - Polsek Bogorejo menggelar sosialisasi, {DAY}. Gagasan rumah pintar Pemilu telah disambut baik oleh "
        "KPU Blora."
    )
    assert "KPU Kabupaten Blora" not in {name for name, _ in parts_of(record)}


@pytest.mark.parametrize("word", ["personel", "personil"])
def test_a_member_of_a_unit_is_named_behind_it(read: Read, word: str) -> None:
    record = read(f"BLORA - Rapat dihadiri {word} Polsek Bogorejo Bripka Eko Susanto, {DAY}.")
    assert [posting["post"] for posting in record["postings"]] == [f"{word} Polsek Bogorejo"]


def test_people_of_a_unit_without_a_name_are_the_unit(read: Read) -> None:
    record = read(f"BLORA - Rapat dihadiri personel Polsek Bogorejo, Bripka Eko Susanto dari Polres Blora, {DAY}.")
    assert record["postings"] == [] or "personel Polsek Bogorejo" not in {p["post"] for p in record["postings"]}


@pytest.mark.parametrize(
    ("hosts", "kind", "role"),
    [
        ("Polres Blora bersama KPU Blora dan Bawaslu Blora menyelenggarakan simulasi", "training", "organised"),
        ("Polres Blora bersama KPU Blora dan Bawaslu Blora menggelar rapat koordinasi", "meeting", "organised"),
        ("Polres Blora bersama KPU Blora dan Bawaslu Blora menggelar patroli", "patrol", "attended"),
    ],
)
def test_bodies_that_hold_a_gathering_together_are_its_hosts(read: Read, hosts: str, kind: str, role: str) -> None:
    record = read(f"BLORA - {hosts} di Kabupaten Blora, {DAY}.")
    assert [event["type"] for event in record["events"]] == [kind]
    assert (("KPU Kabupaten Blora", "organised") in parts_of(record)) is (role == "organised")
    assert ("Polres Blora", "organised") in parts_of(record)
