"""What looks like a list that goes on, a date, or a visit, and is none."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_DAY = "Kamis (19/9/2024)"


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dihadiri Wakil Bupati Blora. Dr. Sarwendah Lukita, M.Si., memimpin apel di Cepu.",
        "Apel itu dihadiri Bupati Blora. Ir. Wiranto Sagala, warga Cepu, memuji apel itu.",
    ],
)
def test_a_full_stop_in_front_of_a_clause_ends_the_sentence(read: Read, text: str) -> None:
    assert read(f"BLORA - Apel digelar, {_DAY}. {text}")["postings"] == []


def test_it_is_stray_where_the_list_goes_on_with_a_small_word(read: Read) -> None:
    text = f"BLORA - Apel digelar, {_DAY}, dihadiri Kapolres Blora, Wakil Bupati Blora. Dr. Sarwendah Lukita, M.Si., "
    record = read(text + "dan Sekda Blora. Ir. Wiranto Sagala, M.M.")
    assert {("Sarwendah Lukita", "attended"), ("Wiranto Sagala", "attended")} <= parts_of(record)


@pytest.mark.parametrize(
    ("when", "day"),
    [("setiap Kamis 1830 WIB", None), ("setiap Senin 9924 kali", None), ("Kamis 1830 WIB", "2024-09-26")],
)
def test_figures_without_strokes_are_no_date(read: Read, when: str, day: str | None) -> None:
    record = read(f"BLORA - KPU Kabupaten Blora menggelar rapat koordinasi {when} di kantornya.")
    assert {event["date"] for event in record["events"]} <= {day}


def test_figures_without_strokes_in_brackets_are_one(read: Read) -> None:
    record = read("BLORA - KPU Kabupaten Blora menggelar rapat koordinasi di Blora, Kamis (1992024).")
    assert [event["date"] for event in record["events"]] == ["2024-09-19"]


def test_who_is_received_as_a_witness_visits_nobody(read: Read) -> None:
    text = f"BLORA - Sarwendah Lukita diterima oleh Ketua KPU Blora Wiranto Sagala sebagai saksi, {_DAY}."
    assert read(text)["events"] == []


def test_words_for_a_time_close_a_clause_where_they_come_twice(read: Read) -> None:
    text = "BLORA - KPU Blora menggelar rapat, seperti belum lama ini digelar di Cepu, belum lama ini. "
    record = read(text + f"Hal itu dikatakan Ketua KPU Blora Wiranto Sagala, {_DAY}.")
    assert [event["date"] for event in record["events"]] == [None]
