"""Which day and which kind an event has: slips, vague times, plans, plenaries, clauses about somebody."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

LEAD = (
    "BLORA - Kapolres Blora AKBP Ani Lestari memimpin apel di halaman Mapolres Blora, {}.\n\nApel diikuti Kodim Blora."
)


def events(record: Record) -> list[tuple[str, str | None]]:
    return [(event["type"], event["date"]) for event in record["events"]]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Rabu (189/2024)", "2024-09-18"),
        ("Rabu 18/092024", "2024-09-18"),
        ("rabu 18/0924", "2024-09-18"),
        ("Rabu (18/09/3024)", "2024-09-18"),
        ("Kamis (189/2024)", None),
        ("Rabu (1892/2024)", None),
    ],
)
def test_a_weekday_tells_which_figures_lack_a_stroke(read: Read, written: str, day: str | None) -> None:
    assert events(read(LEAD.format(written), published=None)) == [("ceremony", day)]


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        ("KPU Tetapkan Dua Paslon", "menetapkan dua pasangan calon dalam rapat pleno terbuka", "meeting"),
        ("KPU Tetapkan DPT", "menetapkan daftar pemilih tetap dalam rapat pleno terbuka", "voting"),
        ("KPU Gelar Rapat Pleno", "menggelar rapat pleno penetapan pasangan calon", "meeting"),
        ("KPU Gelar Rapat Pleno", "menggelar rapat pleno penetapan hasil pemilihan", "voting"),
        ("KPU Tetapkan Pemenang", "menggelar rapat pleno penetapan pasangan calon terpilih", "voting"),
        ("KPU Gelar Rapat Pleno", "menggelar rapat pleno terbuka rekapitulasi", "voting"),
    ],
)
def test_a_plenary_that_counts_nothing_is_a_meeting(read: Read, title: str, lead: str, kind: str) -> None:
    text = f"{title}\n\nBLORA - KPU Blora {lead} di Hotel Mustika, Rabu (18/9/2024).\n\nPleno dihadiri Bawaslu Blora."
    assert events(read(text)) == [(kind, "2024-09-18")]


def test_a_special_session_without_an_oath_is_a_meeting(read: Read) -> None:
    text = "BLORA - DPRD Blora menggelar rapat paripurna istimewa {}di gedung DPRD, Rabu (18/9/2024)."
    assert events(read(text.format("mendengar laporan reses "))) == [("meeting", "2024-09-18")]
    sworn = (
        "BLORA - Ketua DPRD Blora Ani Lestari dilantik dalam rapat paripurna istimewa di gedung DPRD, Rabu (18/9/2024)."
    )
    assert events(read(sworn)) == [("ceremony", "2024-09-18")]


@pytest.mark.parametrize("when", ["beberapa waktu lalu", "belum lama ini"])
def test_an_event_some_time_ago_is_not_of_the_day_of_a_statement(read: Read, when: str) -> None:
    said = "“Musrenbang itu penting,” kata Ani, Rabu (18/9/2024)."
    text = f"BLORA - Bupati Blora Ani Lestari membuka Musrenbang di pendopo, {when}.\n\n{said}"
    assert events(read(text)) == [("meeting", None)]
    again = f"{text}\n\nMusrenbang digelar di pendopo dengan dihadiri semua camat, Senin (16/9/2024)."
    assert events(read(again)) == [("meeting", "2024-09-16")]
    topic = f"BLORA - Bupati Blora Ani Lestari membuka rapat tentang banjir {when} di Cepu.\n\n{said}"
    assert events(read(topic)) == [("meeting", "2024-09-18")]


def test_what_was_some_time_ago_gives_way_to_the_event(read: Read) -> None:
    text = (
        "Ilustrasi: Sosialisasi pengawasan yang digelar Panwaslu Kecamatan Cepu, belum lama ini.\n\n"
        "CEPU - Polsek Cepu menggelar tatap muka di Balai Desa Ngroto, Rabu (18/9/2024).\n\n"
        "Hadir Camat Cepu Eko Prasetyo."
    )
    assert events(read(text)) == [("meeting", "2024-09-18")]


def test_the_last_debate_that_is_held_is_no_other_one(read: Read) -> None:
    text = "BLORA - KPU Blora menggelar debat publik terakhir pada Rabu (18/9/2024) di Hotel Mustika."
    assert events(read(text, published=None)) == [("campaign", "2024-09-18")]


def test_when_somebody_was_sworn_in_is_told_aside(read: Read) -> None:
    text = (
        "BLORA - Kapolres Blora AKBP Ani Lestari menggelar buka puasa bersama wartawan di Mapolres Blora,"
        " Rabu (18/9/2024). Ani yang dilantik 3 September 2024 itu berharap sinergi terjaga."
    )
    assert events(read(text)) == [("other", "2024-09-18")]
    welcomed = (
        "BLORA - AKBP Ani Lestari yang dilantik Kapolda Jawa Tengah pada Senin (16/9/2024) tiba di Blora, Rabu"
        " (18/9/2024). Ia disambut upacara yang dipimpin Wakapolres Blora Kompol Budi Santoso."
    )
    assert events(read(welcomed)) == [("ceremony", "2024-09-18")]


def test_a_headline_in_short_tells_of_what_is_to_come(read: Read) -> None:
    text = (
        "KPU Blora Gelar Debat Publik\n\nBLORA - KPU Blora akan menggelar debat publik pada 9 Oktober 2024 di Hotel"
        " Mustika. {}\n\n“Semua siap,” kata Ketua KPU Blora Eko Prasetyo, Rabu (18/9/2024)."
    )
    record = read(text.format("Gedung sudah dicek."))
    assert [(e["type"], e["date"], e["status"]) for e in record["events"]] == [("campaign", "2024-10-09", "planned")]
    held = read(text.format("Debat publik pertama digelar KPU Blora, Selasa (17/9/2024)."))
    assert [event["status"] for event in held["events"]] == ["held"]


def test_a_day_behind_that_of_the_article_is_to_come(read: Read) -> None:
    text = (
        "BLORA - KPU Blora menggelar debat publik di Hotel Mustika, {}.\n\n“Siap,” kata Eko Prasetyo, Rabu (18/9/2024)."
    )
    for day, told in (("Rabu (9/10/2024)", ("2024-10-09", "planned")), ("Selasa (17/9/2024)", ("2024-09-17", "held"))):
        record = read(text.format(day), published="2024-09-19")
        assert [(event["date"], event["status"]) for event in record["events"]] == [told]


def test_a_day_behind_the_building_is_that_of_the_event(read: Read) -> None:
    text = "BLORA - Bawaslu Blora menggelar rapat koordinasi menyambut Pilgub tahun 2024 di {} pada Rabu (18/9/2024)."
    assert events(read(text.format("Hotel Mustika"), published=None)) == [("meeting", "2024-09-18")]


def test_who_watches_over_something_visits_it(read: Read) -> None:
    text = "BLORA - Ketua Bawaslu Blora Ani Lestari melakukan pengawasan coklit di Desa Ngroto, Rabu (18/9/2024)."
    assert events(read(text)) == [("visit", "2024-09-18")]
