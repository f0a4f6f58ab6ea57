"""Dates as the news writes them, and what day each of them is."""

from __future__ import annotations

import pytest

from kg.extraction.dates import Day, resolve
from kg.extraction.passages.calendar import Calendar
from kg.ontology_files import load_ontology

from .conftest import Read


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return Calendar(load_ontology())


def test_letters_that_fold_to_others_make_no_date(calendar: Calendar) -> None:
    assert [date.day for date in calendar.find("Senın, 4 Aprıl 2024, Senin (4/12/2023)")] == [4]


def test_a_text_of_leading_words_takes_no_time(calendar: Calendar) -> None:
    assert calendar.find("hari " * 100_000) == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("digelar Senin (4/12/2023) pagi", None, "2023-12-04"),
        ("digelar Jumat (15/11/24)", None, "2024-11-15"),
        ("di Takmung (30/8/2024).", None, "2024-08-30"),
        ("Jumat, 30-08/2024 di Takmung", None, "2024-08-30"),
        ("di Takmung, Jumat (30/08-2024).", None, "2024-08-30"),
        ("pada hari Selasa, 9 Juli 2024, di aula", None, "2024-07-09"),
        ("Kamis (17/3) lalu", "2022-03-20", "2022-03-17"),
        ("Minggu malam (25/08/2024)", None, "2024-08-25"),
        ("( Selasa 30 April 2019 )", None, "2019-04-30"),
        ("27 sampai 29 Agustus 2024", None, "2024-08-27"),
        ("di pendopo, Jumat.", "2023-12-04", "2023-12-01"),
        ("patroli pada malam Minggu", "2024-09-23", "2024-09-21"),
        ("pada malam Minggu (21/9/2024)", "2024-09-23", "2024-09-21"),
        ("digelar dua hari lalu", "2024-09-23", "2024-09-21"),
        ("digelar 3 hari yang lalu", "2024-09-23", "2024-09-20"),
        ("digelar dini hari tadi", "2024-09-23", "2024-09-23"),
        ("digelar hari ini di pendopo", "2024-09-23", "2024-09-23"),
        ("kemarin malam di aula", "2024-09-23", "2024-09-22"),
        ("digelar hari\nini di aula", "2024-09-23", "2024-09-23"),
        ("22 November, 2024", None, "2024-11-22"),
        ("Sabtu, 1 Pebruari 2025", None, "2025-02-01"),
        ("tanggal 03 Agt 2024", None, "2024-08-03"),
        ("31 Desember lalu", "2024-01-05", "2023-12-31"),
        ("dipakai 27 November nanti", "2024-11-08", "2024-11-27"),
        ("pada 20 Desember di aula", "2024-02-08", "2023-12-20"),
        ("digelar Selasa (17-10-2023)", None, "2023-10-17"),
        ("di gudang. Senin (27-11-23)", None, "2023-11-27"),
        ("di aula. (Kamis/15/8/2024)", None, "2024-08-15"),
        ("Senin (30/ 10) di aula", "2023-10-30", "2023-10-30"),
        ("Senin (31/8/8/2020)", None, "2020-08-31"),
        ("Selasa tgl 18 sep 2018 jam 16.00", None, "2018-09-18"),
        ("Rabu Pahing, tanggal 7 Desember 2022", None, "2022-12-07"),
        ("Senin malam kemarin (20/2/2023)", "2023-02-21", "2023-02-20"),
        ("Senin-Selasa (12-13/2/2024)", None, "2024-02-12"),
        ("Senin hingga Rabu, 12 s/d 14 Februari 2024", None, "2024-02-12"),
        ("Senin pekan lalu di aula", "2024-09-25", "2024-09-16"),
        ("Senin kemarin di aula", "2024-09-25", "2024-09-23"),
        ("tanggal 5 bulan Juni tahun 2024", None, "2024-06-05"),
    ],
)
def test_day(calendar: Calendar, text: str, published: str | None, expected: str) -> None:
    assert [resolve(date, published) for date in calendar.find(text)] == [Day(expected, "day")]


@pytest.mark.parametrize(
    "text",
    [
        "pukul 14.00 WIB",
        "Pemilu 2024 yang damai",
        "Pasal 372 KUHP",
        "nomor urut 3/4 dari daftar",
        "versi 1.2.3",
        "(46/13/2024)",
        "nomor 27-11-23",
        "acara Jumat Curhat di balai desa",
        "pukul 08.00-12.00 WIB",
    ],
)
def test_what_is_no_date(calendar: Calendar, text: str) -> None:
    assert calendar.find(text) == []


def test_a_month_has_its_own_precision(calendar: Calendar) -> None:
    (date,) = calendar.find("sejak September 2024")
    assert resolve(date, None) == Day("2024-09", "month")


def test_weekday_and_date_disagree_the_reading_near_publication_wins(calendar: Calendar) -> None:
    (date,) = calendar.find("Senin (4/12/2024)")
    found = resolve(date, "2023-12-05")
    assert found == Day("2023-12-04", "day")


def test_without_publication_the_weekday_chooses_the_year(calendar: Calendar) -> None:
    (date,) = calendar.find("Jumat (5/1) pagi")
    assert resolve(date, None, years=(2018,)) == Day("2018-01-05", "day")
    assert resolve(date, None) is None


def test_a_slip_of_one_day_is_mended_by_the_weekday(calendar: Calendar) -> None:
    (date,) = calendar.find("Jumat (21/3/2019)")
    assert resolve(date, "2019-03-22") == Day("2019-03-22", "day")


def test_a_feast_within_the_week_before_publication_is_a_day(calendar: Calendar) -> None:
    assert calendar.feast("upacara Hari Pahlawan di alun-alun", "2024-11-11") == Day("2024-11-10", "day")
    assert calendar.feast("persiapan Hari Pahlawan", "2024-11-08") is None
    assert calendar.feast("upacara bendera", "2024-11-10") is None


def test_a_date_that_is_the_day_of_publication_wins_over_its_weekday(calendar: Calendar) -> None:
    [date] = calendar.find("Senin, 1 Oktober 2024, sekitar pukul 13.30 WIB")
    assert resolve(date, "2024-10-01") == Day("2024-10-01", "day")
    assert resolve(date, "2024-10-02") == Day("2024-09-30", "day")


def test_a_slip_of_the_month_is_mended_by_the_weekday(calendar: Calendar) -> None:
    (date,) = calendar.find("Selasa (13/1/2024)")
    assert resolve(date, "2024-02-13") == Day("2024-02-13", "day")


def test_a_slip_of_the_month_is_mended_without_a_year(calendar: Calendar) -> None:
    (date,) = calendar.find("di Stabat, Rabu(9/7).")
    assert resolve(date, "2021-06-09") == Day("2021-06-09", "day")


@pytest.mark.parametrize("written", ["25/9, sekitar pukul 09.30 WIB", "25/9 pukul 09.30", "25/9, jam 9. 30 WIB"])
def test_two_figures_in_front_of_the_hour_are_a_date(read: Read, written: str) -> None:
    record = read(f"Mediasi digelar Polres Blora di Aula Mapolres, {written}.")
    assert [event["date"] for event in record["events"]] == ["2024-09-25"]


def test_two_figures_in_front_of_anything_else_are_none(read: Read) -> None:
    record = read("Mediasi digelar Polres Blora di Aula Mapolres, 25/9 warga hadir.", published=None)
    assert [event["date"] for event in record["events"]] == [None]
