"""Careers are no presence, who heads a body leads no event by that, and who has a duty at a parade is there."""

from __future__ import annotations

import pytest

from .conftest import Read

_PARADE = "Upacara bendera digelar Pemkab Blora, Rabu (18/9/2024)."


def _parts(read: Read, text: str) -> set[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {
        (names[part["participant"]], part["role"]) for event in record["events"] for part in event["participations"]
    }


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Pembawa baki bendera pusaka, Ani Wijaya.", {"Ani Wijaya"}),
        ("Pasukan pengibar bendera Budi Santoso dan Tono Hartono.", {"Budi Santoso", "Tono Hartono"}),
        ("Bertindak sebagai pembaca doa Ustaz Budi Santoso.", {"Budi Santoso"}),
    ],
)  # fmt: skip
def test_who_has_a_duty_at_a_parade_is_there(read: Read, sentence: str, there: set[str]) -> None:
    parts = _parts(read, f"{_PARADE} {sentence}")
    assert {(name, "attended") for name in there} <= parts


def test_whom_somebody_replaced_is_not_there(read: Read) -> None:
    text = "Rapat digelar di Polda Jambi, Rabu (18/9/2024). Irjen Pol Budi Santoso menggantikan Irjen Pol Tono Hartono."
    assert "Tono Hartono" not in {name for name, _ in _parts(read, text)}


def test_where_an_office_changes_hands_both_are_there(read: Read) -> None:
    text = (
        "Sertijab digelar di Polda Jambi, Rabu (18/9/2024). Irjen Pol Budi Santoso menggantikan Irjen Pol Tono Hartono."
    )
    assert {"Budi Santoso", "Tono Hartono"} <= {name for name, _ in _parts(read, text)}


@pytest.mark.parametrize("words", ["kini dipimpin", "yang saat ini dipimpin oleh", "sebelumnya dipimpin"])
def test_who_heads_a_body_leads_no_event_by_that(read: Read, words: str) -> None:
    text = f"Serah terima jabatan digelar Rabu (18/9/2024). Polres Blora {words} AKBP Budi Santoso."
    assert ("Budi Santoso", "led") not in _parts(read, text)


def test_who_heads_a_body_now_holds_the_post_of_its_head(read: Read) -> None:
    postings = read("Polres Blora kini dipimpin AKBP Budi Santoso.")["postings"]
    assert [posting["post"] for posting in postings] == ["Kapolres Blora"]


def test_no_commission_has_a_head_of_an_agency(read: Read) -> None:
    assert read("KPU Blora kini dipimpin Budi Santoso.")["postings"] == []
