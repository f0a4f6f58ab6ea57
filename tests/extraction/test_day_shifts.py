"""What a sentence tells of the day before or after is an event of its own, with its day."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Kapolres Blora AKBP Ani Wijaya memimpin rakor di Mapolres Blora, Kamis (19/9/2024)."
OF_RAKOR = {("Polres Blora", "led"), ("Ani Wijaya", "led")}


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Sehari sebelumnya, ", "2024-09-18"),
        ("Dua hari sebelumnya ", "2024-09-17"),
        ("Keesokan harinya, ", "2024-09-20"),
        ("Sepekan kemudian, ", "2024-09-26"),
    ],
)
def test_the_day_before_is_that_of_another_event(read: Read, opening: str, day: str) -> None:
    record = read(f"{LEAD} {opening}Ani menerima audiensi KPU Kabupaten Blora.")
    rakor, audience = record["events"]
    assert (rakor["date"], audience["date"]) == ("2024-09-19", day)
    assert parts_of({**record, "events": [rakor]}) == OF_RAKOR
    assert ("KPU Kabupaten Blora", "attended") in parts_of({**record, "events": [audience]})


@pytest.mark.parametrize(
    "sentence",
    [
        "Sehari sebelumnya, Dandim 0721/Blora Letkol Inf Joko Susilo sakit.",
    ],
)
def test_what_is_no_event_of_another_day_gives_no_part_in_this_one(read: Read, sentence: str) -> None:
    (event,) = read(f"{LEAD} {sentence}")["events"]
    assert event["date"] == "2024-09-19"
    assert "Joko Susilo" not in {name for name, _ in parts_of(read(f"{LEAD} {sentence}"))}


def test_what_lies_ahead_of_the_article_was_not_held(read: Read) -> None:
    record = read(f"{LEAD} Sehari kemudian, KPU Kabupaten Blora menggelar debat.", published="2024-09-19")
    assert parts_of(record) == OF_RAKOR
