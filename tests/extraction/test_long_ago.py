"""What was done in other years is no part of today's event, and shows nobody in office today."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

HOST = ("Polres Blora", "organised")
PARADE = "BLORA - Polres Blora menggelar apel di alun-alun, Senin (23/9/2024)."


def _seen(read: Read, text: str) -> dict[str, str | None]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {names[posting["person"]]: posting["seen"] for posting in record["postings"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Pada Pemilu 2019 lalu, Bupati Blora Ani Wijaya juga pernah dilaporkan ke Bawaslu.",
        "Pada 2019 lalu, Bupati Blora Ani Wijaya memimpin apel di lokasi yang sama.",
        "Empat tahun lalu, Bupati Blora Ani Wijaya memimpin apel di pendopo.",
        "Apel lima tahun silam dipimpin Bupati Blora Ani Wijaya.",
        "Pada Pilkada serentak 2020, Bupati Blora Ani Wijaya hadir dalam apel.",
        "Apel serupa pernah dipimpin Bupati Blora Ani Wijaya.",
        "Bupati Blora Ani Wijaya pada 2019 memimpin apel serupa.",
        "Bupati Blora Ani Wijaya memimpin apel serupa pada tahun 2019 lalu.",
        "Sebelumnya, pada 2020, Bupati Blora Ani Wijaya memimpin apel serupa.",
        "Semasa menjabat, Bupati Blora Ani Wijaya rutin memimpin apel.",
        "Dulu, apel dipimpin Bupati Blora Ani Wijaya.",
        "Almarhum Bupati Blora Ani Wijaya pernah memimpin apel di Cepu.",
        "Pada 2018, apel sepi. Saat itu, apel dihadiri Bupati Blora Ani Wijaya.",
    ],
)
def test_what_was_long_ago_is_no_part_of_it(read: Read, sentence: str) -> None:
    assert parts_of(read(f"{PARADE} {sentence}")) == {HOST}
    assert _seen(read, f"{PARADE} {sentence}") == {"Ani Wijaya": None}


def test_what_was_long_ago_alone_is_no_event_of_the_article(read: Read) -> None:
    assert read("BLORA - Pada 2019 lalu, Bupati Blora Ani Wijaya memimpin apel di alun-alun.")["events"] == []


def test_who_was_in_office_long_ago_is_not_meant_today(read: Read) -> None:
    past = "Pada 2019, Bupati Blora Ani Wijaya memimpin apel."
    assert "Ani Wijaya" not in {who for who, _ in parts_of(read(f"{PARADE} Apel dihadiri Bupati Blora. {past}"))}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati Blora Ani Wijaya, yang pada 2019 menjabat Camat Cepu, hadir dalam apel itu.",
        "Bupati Blora Ani Wijaya yang pernah menjadi camat hadir dalam apel itu.",
        "Berkaca dari Pemilu 2019, Bupati Blora Ani Wijaya ikut memeriksa pasukan.",
        "Bupati Blora Ani Wijaya yang dilantik pada 2021 hadir dalam apel itu.",
        "Seperti tahun lalu, apel dihadiri Bupati Blora Ani Wijaya.",
        "Pada Pilkada 2024 ini, Bupati Blora Ani Wijaya hadir dalam apel.",
        "Pada 2019 apel sepi, kata Bupati Blora Ani Wijaya yang hadir dalam apel itu.",
        "Pada 2019, apel dipimpin Bupati Blora Ani Wijaya. Kini Bupati Blora Ani Wijaya kembali hadir dalam apel.",
    ],
)
def test_who_came_today_was_there(read: Read, sentence: str) -> None:
    assert ("Ani Wijaya", "attended") in parts_of(read(f"{PARADE} {sentence}"))
    assert _seen(read, f"{PARADE} {sentence}")["Ani Wijaya"] == "2024-09-23"
