"""Passive verbs with their prefix apart, and what stands close to names, posts and dates on careless pages."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_LEAD = "BLORA - KPU Blora menggelar rapat koordinasi di aula, Kamis (19/9/2024)."


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def _postings(record: Record) -> set[tuple[str, str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Rapat di buka secara resmi oleh Bupati Blora Ani Wijaya.", "led"),
        ("Rapat turut di saksikan oleh Bupati Blora Ani Wijaya.", "attended"),
        ("Rapat itu di prakarsai Bupati Blora Ani Wijaya.", "organised"),
        ("Ketua KPU Blora di temani Bupati Blora Ani Wijaya.", "attended"),
    ],
)
def test_the_prefix_of_a_passive_verb_may_stand_apart(read: Read, told: str, role: str) -> None:
    assert ("Ani Wijaya", role) in parts_of(read(f"{_LEAD} {told}"))


def test_a_place_behind_a_preposition_is_no_verb(read: Read) -> None:
    record = read(f"{_LEAD} Rapat itu di dinas milik Bupati Blora Ani Wijaya.")
    assert ("Ani Wijaya", "organised") not in parts_of(record)


@pytest.mark.parametrize("written", ["Kamis (19//9/2024)", "Kamis (19/9//2024)", "Kamis 19//9//2024"])
def test_a_stroke_of_a_date_may_stand_twice(read: Read, written: str) -> None:
    record = read(f"Apel dipimpin Bupati Blora Ani Wijaya, {written}.", published=None)
    assert [event["date"] for event in record["events"]] == ["2024-09-19"]


def test_what_is_done_may_stand_far_in_front_of_who_does_it(read: Read) -> None:
    told = "Penertiban baliho Paslon Pilkada yang terpasang di titik di Kecamatan Jepon dilakukan oleh Satpol PP Blora"
    assert parts_of(read(f"BLORA - {told}, Kamis (19/9/2024).")) == {("Satpol PP Kabupaten Blora", "organised")}


def test_who_came_along_is_no_name_of_a_unit(read: Read) -> None:
    title = "Kapolres Bareng Bupati Tinjau Gudang"
    lead = "BLORA - Kapolres Blora AKBP Budi Santoso bareng Bupati Blora Ani Wijaya meninjau gudang KPU, Kamis (19/9)."
    bodies = {entity["name"] for entity in read(lead, title=title)["entities"]}
    assert "Polres Bareng" not in bodies
    record = read("JOMBANG - Apel dipimpin Kapolsek Bareng AKP Budi Santoso, Kamis (19/9).")
    assert ("Polsek Bareng", "led") in parts_of(record)


@pytest.mark.parametrize("word", ["seperti", "termasuk", "antara lain"])
def test_those_who_came_are_listed_behind_a_comma(read: Read, word: str) -> None:
    told = f"Pimpinan Bawaslu Blora hadir, {word} Bupati Blora Ani Wijaya dan Kapolres Blora AKBP Budi Santoso."
    assert {("Ani Wijaya", "attended"), ("Budi Santoso", "attended")} <= parts_of(read(f"{_LEAD} {told}"))


def test_a_noun_in_front_of_initials_is_no_part_of_the_name(read: Read) -> None:
    record = read(f"{_LEAD}\n\nPenunjukan M. Firdaus sebagai Pj. Bupati Blora dibacakan dalam rapat.")
    assert "M. Firdaus" in _people(record)


def test_an_address_up_to_its_province_is_nobody(read: Read) -> None:
    record = read("SIKKA - Apel dipimpin Bupati Sikka Flores Nusa Tenggara Timur, Ani Wijaya, Kamis (19/9/2024).")
    assert _people(record) == {"Ani Wijaya"}
    assert ("Ani Wijaya", "led") in parts_of(record)


def test_a_bracket_gives_the_same_post_at_another_body(read: Read) -> None:
    told = "Turut hadir Ani Wijaya yang menjadi Pj Bupati Blora, Sulastomo (Pj Bupati Pati) dan Budi Santoso."
    found = {(who, body) for who, _, body in _postings(read(f"{_LEAD} {told}"))}
    assert ("Sulastomo", "Pemerintah Kabupaten Pati") in found
    assert ("Sulastomo", "Pemerintah Kabupaten Blora") not in found


def test_assistants_are_counted_in_figures(read: Read) -> None:
    record = read(f"{_LEAD} Turut hadir Bupati Blora Ani Wijaya dan Asisten 2 Darmo Wibowo.")
    assert ("Darmo Wibowo", "Asisten 2 Blora", "Pemerintah Kabupaten Blora") in _postings(record)


@pytest.mark.parametrize(
    ("beside", "body"),
    [
        ("Bupati Blora Ani Wijaya", "Pemerintah Kabupaten Blora"),
        ("Kapolres Blora AKBP Ani Wijaya", "Polres Blora"),
    ],
)
def test_a_spokesman_is_of_the_body_named_last(read: Read, beside: str, body: str) -> None:
    record = read(f"BLORA - Apel dipimpin {beside}, didampingi Kasubag Humas Darmo Wibowo, Kamis (19/9/2024).")
    assert ("Darmo Wibowo", body) in {(who, at) for who, _, at in _postings(record)}


def test_who_coordinates_an_event_holds_it(read: Read) -> None:
    record = read("BLORA - Lokakarya yang dikoordinir oleh KPU Blora dihadiri Bupati Blora Ani Wijaya, Kamis (19/9).")
    assert ("KPU Kabupaten Blora", "organised") in parts_of(record)


def test_an_agency_may_be_called_a_service(read: Read) -> None:
    told = "Turut hadir Kepala Bidang Ketertiban Umum (Tibum) Dinas Satpol PP Kabupaten Blora Darmo Wibowo."
    assert ("Darmo Wibowo", "Satpol PP Kabupaten Blora") in {(w, b) for w, _, b in _postings(read(f"{_LEAD} {told}"))}
