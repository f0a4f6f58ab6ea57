"""Who is named behind "yang dilantik", for whom something is only held or given, and by what somebody is called."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

LEAD = "SEMARANG - Gubernur Jawa Tengah Ani Wijaya melantik pejabat di Semarang, Rabu (25/9/2024). "


def _posts(record: Record) -> set[tuple[str, str, bool]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], p["former"]) for p in record["postings"]}


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


@pytest.mark.parametrize("told", ["yakni", "berdasarkan keputusan Mendagri itu yaitu", "adalah", ":"])
def test_those_named_behind_who_was_sworn_in_were_there(read: Read, told: str) -> None:
    text = f"{LEAD}Pejabat yang dilantik {told} Budi Santoso sebagai Pj Bupati Blora dan Joyo Darmo sebagai Camat Cepu."
    assert {("Budi Santoso", "attended"), ("Joyo Darmo", "attended")} <= parts_of(read(text))


def test_those_sworn_in_in_another_year_were_not(read: Read) -> None:
    text = f"{LEAD}Pejabat yang dilantik pada 2019 yakni Budi Santoso dan Joyo Darmo."
    assert not {"Budi Santoso", "Joyo Darmo"} & {name for name, _ in parts_of(read(text))}


def test_who_died_before_somebody_was_sworn_in_was_not_there(read: Read) -> None:
    text = f"{LEAD}Pasca wafatnya Joyo Darmo, Budi Santoso dilantik menjadi Bupati Blora."
    assert {name for name, _ in parts_of(read(text))} & {"Budi Santoso", "Joyo Darmo"} == {"Budi Santoso"}


def test_with_whom_somebody_held_an_office_was_not_there(read: Read) -> None:
    text = f"{LEAD}Joyo Darmo sebelumnya menjabat sebagai Wakil Bupati Blora bersama Bupati Budi Santoso."
    assert not {"Budi Santoso", "Joyo Darmo"} & {name for name, _ in parts_of(read(text))}
    came = text.replace("Santoso.", "Santoso menghadiri acara tersebut.")
    assert ("Budi Santoso", "attended") in parts_of(read(came))


@pytest.mark.parametrize(
    "to", ["Kepada Ny Budi Santoso", "Kepada Kolonel Inf Budi Santoso,", "Lalu kepada Budi Santoso"]
)
def test_who_gives_somebody_something_is_named_right_behind(read: Read, to: str) -> None:
    text = f"Upacara di Blora dipimpin Bupati Blora Ani Wijaya. {to} Bupati Blora juga menyerahkan piagam."
    assert _posts(read(text)) == {("Ani Wijaya", "Bupati Blora", False)}


def test_who_is_given_something_may_hold_the_office_behind(read: Read) -> None:
    text = "Piagam diberikan kepada Budi Santoso, Ketua KPU Blora, menyambut hari jadi Blora."
    assert ("Budi Santoso", "Ketua KPU Blora", False) in _posts(read(text))


def test_what_many_are_is_no_office_of_who_heads_them(read: Read) -> None:
    text = "Kajari Blora Budi Santoso membuka rapat di Blora. Kami siap, ucap Jaksa Budi."
    assert _posts(read(text)) == {("Budi Santoso", "Kajari Blora", False)}
    other = "Kejari Blora menggelar rapat di Blora. Kami siap, ucap Jaksa Budi Santoso."
    assert {post for _, post, _ in _posts(read(other))} == {"Jaksa"}


def test_a_name_cut_short_behind_a_courtesy_is_the_officers(read: Read) -> None:
    text = (
        "Kapolres Blora AKBP Sabarudin Darmo memimpin apel di Blora. Warga senang, kata dia, dan Pak Sabar ini ramah."
    )
    assert _people(read(text)) == {"Sabarudin Darmo"}
