"""Posts told by their region alone, those for whom a farewell or a welcome is held, and names that are no society's."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of, posts_with_days

HANDOVER = (
    "Sertijab tiga Kapolres, yakni Kapolres Blora, Kapolres Pati dan Kapolres Kudus, digelar Selasa (24/9/2024). "
)


def _posts(read: Read, text: str) -> set[tuple[str, str, bool]]:
    return {(name, post, former) for name, post, former, *_ in posts_with_days(read, text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "“Untuk Pati dari AKBP Ani Wijaya kepada Kompol Budi Santoso,” katanya.",
        "Yang kedua Pati, dari AKBP Ani Wijaya, kepada Kompol Budi Santoso.",
    ],
)
def test_post_told_by_its_region(read: Read, sentence: str) -> None:
    assert {("Ani Wijaya", "Kapolres Pati", True), ("Budi Santoso", "Kapolres Pati", False)} <= _posts(
        read, HANDOVER + sentence
    )


def test_vacancy_told_by_its_region(read: Read) -> None:
    text = "Ani Wijaya yang sebelumnya Camat Cepu, pindah menjadi Camat Jepon, sementara pos Cepu diisi Budi Santoso."
    assert ("Budi Santoso", "Camat Cepu", False) in _posts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Pati dan Kapolres Pati hadir di sertijab. Untuk Pati dari AKBP Ani Wijaya kepada Kompol Budi.",
        "Kapolres Pati hadir. Bingkisan untuk Pati dari AKBP Ani Wijaya kepada Kompol Budi Santoso.",
        f"{HANDOVER}Untuk Rembang dari AKBP Ani Wijaya kepada Kompol Budi Santoso.",
    ],
)
def test_region_that_tells_no_one_post(read: Read, text: str) -> None:
    assert not {post for name, post, _ in _posts(read, text) if name in ("Ani Wijaya", "Budi", "Budi Santoso")}


@pytest.mark.parametrize("event", ["pelepasan", "penyambutan"])
def test_for_whom_it_is_held_was_there(read: Read, event: str) -> None:
    text = (
        f"BLORA - Bupati Blora Rudi Hartono memimpin {event} Kapolres Blora AKBP Ani Wijaya dan Dandim Blora "
        "Letkol Inf Budi Santoso di Blora, Selasa (24/9/2024)."
    )
    assert {("Ani Wijaya", "attended"), ("Budi Santoso", "attended")} <= parts_of(read(text))


def test_goods_that_are_sent_off_honour_nobody(read: Read) -> None:
    text = "BLORA - Ketua KPU Blora Rudi memimpin pelepasan logistik milik Kapolres Pati AKBP Ani, Selasa (24/9/2024)."
    assert "Ani" not in {name for name, _ in parts_of(read(text))}


@pytest.mark.parametrize("came", ["dijemput Wakapolres Blora", "dijemput langsung oleh Wakapolres Blora"])
def test_who_fetches_a_guest_was_there(read: Read, came: str) -> None:
    text = f"BLORA - Apel penyambutan digelar di Blora, Selasa (24/9/2024). Kapolres Blora AKBP Ani {came} Kompol Budi."
    assert ("Budi", "attended") in parts_of(read(text))


def test_hall_and_kinds_of_society_are_no_societies(read: Read) -> None:
    text = (
        "BLORA - Polres Blora menggelar rapat di Aula Bhayangkari, Selasa (24/9/2024). Rapat itu dihadiri "
        "Ormas Kemahasiswaan dan KPU Blora."
    )
    assert {e["name"] for e in read(text)["entities"] if e["class"] == "CivilSociety"} == set()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Rabu, 31 Desember 2035", "2025-12-31"),
        ("Senin, 31 Desember 2035", "2035-12-31"),
        ("Kamis, 31 Desember 2035", "2035-12-31"),
    ],
)
def test_figure_of_a_year_that_the_weekday_and_another_year_correct(read: Read, written: str, day: str) -> None:
    text = f"BLORA - Menyambut Tahun Baru 2026, Polres Blora menggelar apel di Blora, {written}."
    assert [event["date"] for event in read(text, published=None)["events"]] == [day]


@pytest.mark.parametrize("post", ["Ketua Ormas GRX", "Ketua Ormas PP"])
def test_holder_named_behind_an_abbreviation_is_no_part_of_the_body(read: Read, post: str) -> None:
    text = f"BLORA - Rapat di Blora dihadiri {post} Budi Santoso, Ketua Ormas GRIX Jaya, dan KPU Blora."
    names = {entity["name"] for entity in read(text)["entities"]}
    assert {"Budi Santoso", "Ormas GRIX Jaya"} <= names
    assert not [name for name in names if name.startswith("Ormas") and "Budi" in name]


def test_each_court_is_no_single_one(read: Read) -> None:
    text = (
        "SAMBAS - Ketua PTA Pontianak melantik pejabat PA Sambas dan PA Sintang di Sambas, Selasa (24/9/2024). "
        "Selanjutnya Wakil Ketua dari masing-masing Pengadilan Agama melantik para Hakim."
    )
    parts = parts_of(read(text))
    assert ("Pengadilan Tinggi Agama Pontianak", "led") in parts
    assert not [name for name, role in parts if name.startswith("Pengadilan Agama") and role != "attended"]
