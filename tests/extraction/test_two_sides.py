"""Events between two sides, and what a body, a thing and a post are called where the page writes them otherwise."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_WHEN = "Senin (23/9/2024)"


def _names(record: Record, class_: str) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == class_}


@pytest.mark.parametrize(
    "told",
    [
        "Rapat koordinasi antara KPU Blora dan Polres Blora digelar di Cepu, {when}.",
        "Pada saat rapat pada {when} kemarin, antara KPU Blora, warga dan Polres Blora terjadi silang pendapat.",
        "Penandatanganan nota kesepahaman antara KPU Blora dan Polres Blora berlangsung di Cepu, {when}.",
        "Silaturahmi antara KPU Blora dan Polres Blora digelar di Cepu, {when}.",
    ],
)
def test_both_sides_of_an_event_are_there(read: Read, told: str) -> None:
    both = {("KPU Kabupaten Blora", "attended"), ("Polres Blora", "attended")}
    assert parts_of(read(told.format(when=_WHEN))) == both


@pytest.mark.parametrize(
    "told",
    [
        "Rapat membahas kerja sama antara KPU Blora dan Polres Blora.",
        "Ia berharap koordinasi antara KPU Blora dan Polres Blora terjaga.",
        "Rapat antara KPU Blora dan Polres Blora akan digelar pekan depan.",
        "Rapat antara KPU Blora dan warga berlangsung tertib.",
    ],
)
def test_others_between_whom_something_is_are_not(read: Read, told: str) -> None:
    found = parts_of(read(f"Bupati Blora Ani Wijaya membuka rapat di Pendopo Blora, {_WHEN}. {told}"))
    assert found == {("Pemerintah Kabupaten Blora", "led"), ("Ani Wijaya", "led")}


def test_a_command_has_the_number_that_the_text_gives_it(read: Read) -> None:
    told = "Rapat di Ambon dihadiri Pangdam {} Mayjen TNI Budi Santoso, {}."
    for name in ("XVI/Pattimura", "XV/Pattimura"):
        assert _names(read(told.format(name, _WHEN)), "MilitaryCommand") == {f"Kodam {name}"}
    both = told.format("XVI/Pattimura", _WHEN) + " Kodam XV/Pattimura ialah namanya kini."
    assert _names(read(both), "MilitaryCommand") == {"Kodam XV/Pattimura"}


@pytest.mark.parametrize("body", ["KPU Kabupaten Tabannan", "KPUD Kabupaten Tabanan"])
def test_a_post_is_spelt_as_the_text_has_it(read: Read, body: str) -> None:
    record = read(f"Ketua {body} Ani Wijaya membuka rapat di Kabupaten Tabanan, {_WHEN}.")
    assert [posting["post"] for posting in record["postings"]] == [f"Ketua {body}"]


def test_the_government_of_one_of_many_regencies_is_none_of_them(read: Read) -> None:
    towns = "Polres Blora, Polres Rembang, Polres Pati, Polres Kudus dan Polres Jepara"
    lead = f"Kapolda Jawa Tengah Irjen Pol Ani Wijaya membuka rapat di Mapolda Jawa Tengah, {_WHEN}. "
    told = f"{lead}Hadir pula perwakilan Pemerintah Daerah. Rapat itu membahas {towns}."
    assert _names(read(told), "RegionalGovernment") == set()
    one = told.replace("perwakilan", "Ketua KPU Kabupaten Blora, Bawaslu Blora, dan perwakilan")
    assert _names(read(one), "RegionalGovernment") == {"Pemerintah Kabupaten Blora"}


def test_what_is_given_to_somebody_is_no_person(read: Read) -> None:
    told = "Bupati Blora menyematkan Selendang Lurik kepada Kolonel Inf Budi Santoso. “Ini tanda kasih,” katanya."
    assert _names(read(told), "Person") == {"Budi Santoso"}
