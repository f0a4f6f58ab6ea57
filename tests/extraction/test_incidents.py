"""The day of what befell a place is none of the meeting that talks of it."""

from __future__ import annotations

import pytest

from .conftest import Read

_TOLD = "BLORA - Pemkab Blora menggelar rapat koordinasi, Selasa (17/9/2024). Rapat yang dipimpin Bupati Ani Wijaya itu"


def _dates(read: Read, text: str) -> list[str | None]:
    return [event["date"] for event in read(text)["events"]]


@pytest.mark.parametrize("after", ["sesudah ledakan", "pasca kerusuhan", "setelah insiden bom", "akibat banjir"])
def test_the_day_of_an_incident_is_of_no_meeting(read: Read, after: str) -> None:
    text = f"{_TOLD} membahas keamanan kota {after} di Gereja Mawar, Kota Solo, pada Minggu, 15 September 2024."
    assert _dates(read, text) == ["2024-09-17"]


@pytest.mark.parametrize("told", ["sesudah banjir, Rabu (18/9/2024)", "sesudah banjir digelar pada Rabu (18/9/2024)"])
def test_a_day_apart_from_the_incident_is_of_the_meeting(read: Read, told: str) -> None:
    assert _dates(read, f"Rapat KPU Blora {told}.") == ["2024-09-18"]
