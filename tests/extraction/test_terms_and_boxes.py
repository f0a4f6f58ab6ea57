"""The years of a term right behind an office; what is unlocked is no event that is opened."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Rapat itu dihadiri Ani Wijaya, Ketua KPU Blora 2014-2019, dan para camat.", True),
        ("Rapat itu dihadiri Ani Wijaya Bendahara KPU Blora 2014-2019.", True),
        ("Rapat itu dihadiri Ketua KPU Blora 2023-2028 Ani Wijaya.", False),
    ],
)
def test_two_years_behind_an_office_are_its_term(read: Read, text: str, *, former: bool) -> None:
    assert [posting["former"] for posting in read(text)["postings"]] == [former]


_HELD = "Rapat pleno digelar di Blora, Rabu (25/9/2024)."


@pytest.mark.parametrize("thing", ["Kotak suara", "Pintu dan segel", "Gudang itu"])
def test_who_unlocks_something_opens_no_event(read: Read, thing: str) -> None:
    assert ("Polres Blora", "led") not in parts_of(read(f"{_HELD} {thing} dibuka oleh Polres Blora."))


@pytest.mark.parametrize(
    "event", ["Rapat itu", "Simulasi pengamanan kotak suara yang digelar Rabu (25/9/2024)", "Acara"]
)
def test_who_opens_an_event_leads_it(read: Read, event: str) -> None:
    assert ("Polres Blora", "led") in parts_of(read(f"{_HELD} {event} dibuka oleh Polres Blora."))
