"""The party of an office-holder is neither the body of the next post nor there; fields behind words cut short."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_WHEN = "Senin (23/9/2024)"


def _posts(record: Record) -> set[tuple[str, str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize("party", ["dari PKB", "(PKB)"])
def test_a_party_is_not_where_the_deputies_of_a_council_are(read: Read, party: str) -> None:
    told = (
        f"Rapat dihadiri Ketua DPRD Blora Ani Wijaya {party} dan dua wakil ketua, Budi Santoso dan Joyo Darmo, {_WHEN}."
    )
    bodies = {name: body for name, _, body in _posts(read(told))}
    assert bodies == dict.fromkeys(("Ani Wijaya", "Budi Santoso", "Joyo Darmo"), "DPRD Kabupaten Blora")


def test_a_deputy_of_a_party_is_there(read: Read) -> None:
    told = f"Rapat dihadiri pengurus PKB Blora, yakni wakil ketua Budi Santoso, {_WHEN}."
    assert "DPRD Kabupaten Blora" not in {body for _, _, body in _posts(read(told))}


def test_the_party_of_who_opens_a_meeting_in_office_has_no_part(read: Read) -> None:
    told = f"Ketua DPRD Blora, Ani Wijaya dari PKB, membuka rapat di Pendopo Blora, {_WHEN}."
    assert parts_of(read(told)) == {("DPRD Kabupaten Blora", "led"), ("Ani Wijaya", "led")}
    other = f"Rapat di Pendopo Blora dihadiri Budi Santoso dari PKB, {_WHEN}."
    assert "PKB" in {name for name, _ in parts_of(read(other))}


@pytest.mark.parametrize("post", ["Staf Ahli Bid. Hukum", "Asisten Adm. Umum"])
def test_a_full_stop_in_a_field_begins_no_name(read: Read, post: str) -> None:
    told = f"Rapat di Blora dihadiri Bupati Blora, {post} Ani Wijaya, dan Camat Cepu Budi Santoso, {_WHEN}."
    assert {name for name, *_ in _posts(read(told))} == {"Ani Wijaya", "Budi Santoso"}
