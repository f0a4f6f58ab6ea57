"""A headline that came apart from the text tells which of the text's events is the one; no claim rests on it."""

from __future__ import annotations

import pytest

from .conftest import Read

CASES = [
    ("Deklarasi Damai Digelar KPU Blora", "ceremony",
     "BLORA - KPU Kabupaten Blora menggelar rapat koordinasi, Kamis (19/9/2024). Deklarasi damai turut digelar."),
    ("Bimtek PPS Digelar KPU Blora", "training",
     "BLORA - KPU Kabupaten Blora menggelar rapat sekaligus bimtek bagi PPS, Kamis (19/9/2024)."),
    ("Simulasi Pengamanan Pilkada Digelar di Blora", "training",
     "BLORA - Polres Blora menggelar apel dan simulasi pengamanan pilkada, Kamis (19/9/2024)."),
    ("Pelantikan PPK Digelar KPU Blora", "ceremony",
     "BLORA - KPU Kabupaten Blora mengadakan bimbingan teknis dan pelantikan PPK, Kamis (19/9/2024)."),
    ("Kapolres Blora Kunjungi Gudang Logistik KPU", "visit",
     "BLORA - Rapat singkat mengawali kunjungan Kapolres Blora AKBP Sarwendah Lukita di gudang logistik KPU, "
     "Kamis (19/9/2024)."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "kind", "text"), CASES)
def test_the_headline_tells_the_kind_of_the_event(read: Read, title: str, kind: str, text: str) -> None:
    event = read(text, title=title)["events"][0]
    assert (event["type"], event["date"]) == (kind, "2024-09-19")
    assert event["type"] != read(text)["events"][0]["type"]
    assert text[event["evidence"]["start"] : event["evidence"]["end"]] == event["evidence"]["quote"]


@pytest.mark.parametrize(("title", "kind", "text"), CASES)
def test_it_tells_the_same_as_in_the_text(read: Read, title: str, kind: str, text: str) -> None:
    assert read(f"{title}\n{text}", title=title)["events"][0]["type"] == kind


def test_what_the_text_only_prepares_is_not_the_event(read: Read) -> None:
    text = (
        "BLORA - Polres Blora memastikan penyelenggaraan debat terbuka berjalan aman. Rapat koordinasi persiapan debat "
        "digelar di kantor KPU Kabupaten Blora, Kamis (19/9/2024). Debat akan digelar pekan depan."
    )
    events = read(text, title="Polisi Pastikan Debat Terbuka Aman")["events"]
    assert [(event["type"], event["date"]) for event in events] == [("meeting", "2024-09-19")]


def test_what_only_the_headline_tells_is_no_event(read: Read) -> None:
    record = read("Harga beras di pasar naik sejak pekan lalu, kata para pedagang.", title="Kapolres Blora Pimpin Apel")
    assert record["events"] == []
    assert record["entities"] == []
