"""Husbands and wives who come along, regions by the short form that a text gives them, and what is nobody's name."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read


def _postings(record: Record) -> list[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return sorted((names[p["person"]], names[p["institution"]]) for p in record["postings"])


def _there(record: Record) -> set[str]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {names[part["participant"]] for event in record["events"] for part in event["participations"]}


def _persons(record: Record) -> list[str]:
    return sorted(entity["name"] for entity in record["entities"] if entity["class"] == "Person")


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Blora Budi Santoso bersama istri Sri Dewi menghadiri maulid di Cepu, Kamis (19/9/2024).",
        "Bupati Blora Budi Santoso didampingi sang istri Sri Dewi menghadiri maulid di Cepu, Kamis (19/9/2024).",
        "Bersama istri Sri Dewi, Bupati Blora Budi Santoso menghadiri maulid di Cepu, Kamis (19/9/2024).",
        "Maulid di Cepu dihadiri Bupati Blora Budi Santoso dan istri Sri Dewi, Kamis (19/9/2024).",
    ],
)
def test_who_comes_with_husband_or_wife_and_these_were_there(read: Read, text: str) -> None:
    assert _there(read(text)) == {"Budi Santoso", "Sri Dewi", "Pemerintah Kabupaten Blora"}


def test_an_office_is_at_the_region_of_which_the_text_gives_the_short_form(read: Read) -> None:
    text = "Pasar di Kecamatan Jailolo Selatan (Jalsel) dibuka Bupati Halmahera Barat Danny Wijaya, Kamis (19/9/2024)."
    text = f"{text} Hadir Camat Jalsel, Budi Santoso, Kapolsek Jalsel Ipda Rudi Hartono dan warga Jalsel."
    record = read(text)
    assert _persons(record) == ["Budi Santoso", "Danny Wijaya", "Rudi Hartono"]
    assert _postings(record) == [
        ("Budi Santoso", "Pemerintah Kecamatan Jailolo Selatan"),
        ("Danny Wijaya", "Pemerintah Kabupaten Halmahera Barat"),
        ("Rudi Hartono", "Polsek Jailolo Selatan"),
    ]


def test_a_person_in_a_bracket_is_no_short_form_of_a_region(read: Read) -> None:
    text = "Rapat di Kuta Selatan (Rudi) dihadiri Camat Kuta Selatan Rudi Hartono, Kamis (19/9/2024)."
    assert _persons(read(text)) == ["Rudi Hartono"]


def test_words_whose_initials_follow_in_brackets_name_nobody_unless_they_are_names(read: Read) -> None:
    text = "Rapat dihadiri Bupati Blora Budi Agung Santoso (BAS) dan Project Management Officer (PMO) Blora."
    assert _persons(read(text)) == ["Budi Agung Santoso"]


@pytest.mark.parametrize(
    "behind", [", Kasat Lantas Iptu Budi Santoso", " dan Iptu Budi Santoso", "., AKP Budi Santoso"]
)
def test_a_last_initial_that_may_be_a_title_is_of_the_name_behind_a_rank(read: Read, behind: str) -> None:
    record = read(f"Apel dihadiri Kasi Propam Polres Blora Ipda Anton H{behind}, Kamis (19/9/2024).")
    assert [name.rstrip(".") for name in _persons(record)] == ["Anton H", "Budi Santoso"]


def test_a_school_with_another_apostrophe_is_the_same(read: Read) -> None:
    text = "Hadir pimpinan Dayah Darul Mu’min Tgk. Budi Santoso. Warga Dayah Darul Mu'min senang."
    record = read(f"Rapat digelar di Blora. {text}")
    schools = [entity["name"] for entity in record["entities"] if entity["class"] == "Education"]
    assert len(schools) == 1
    assert [person for person, _ in _postings(record)] == ["Budi Santoso"]


def test_the_unit_of_a_bank_is_no_persons_name(read: Read) -> None:
    record = read("Rapat di Blora dihadiri Kepala BRI Unit Cepu Budi Santoso, Kamis (19/9/2024).")
    assert _persons(record) == ["Budi Santoso"]
