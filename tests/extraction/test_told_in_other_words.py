"""Events whose day, guard or leader is told beside the words that one expects: behind a speaker, a date, a list."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _events(read: Read, text: str, published: str | None = "2024-09-27") -> list[tuple[str, str | None, str]]:
    return [(event["type"], event["date"], event["status"]) for event in read(text, published=published)["events"]]


def test_what_the_speaker_does_in_a_clause_is_no_report(read: Read) -> None:
    text = (
        "BLORA - KPU Blora menggelar rapat pleno rekapitulasi, Rabu (25/9/2024). Hasilnya dibacakan satu per satu. "
        "Para saksi menerima. Tidak ada keberatan.\n\nRekapitulasi berjalan lancar, "
        "terang Kabag Ops Polres Blora Kompol Budi Santoso yang memimpin langsung pengamanan."
    )
    assert {kind for kind, _, _ in _events(read, text)} == {"voting", "patrol"}
    said = text.replace("Budi Santoso yang memimpin langsung pengamanan", "Budi Santoso, dan memuji pengamanan warga")
    assert {kind for kind, _, _ in _events(read, said)} == {"voting"}


def test_the_day_may_stand_alone_behind_the_sentence_that_names_the_event(read: Read) -> None:
    text = "BLORA - Rapat koordinasi persiapan debat berlangsung di aula KPU Blora. Rabu, 25/9/2024."
    assert _events(read, text) == [("meeting", "2024-09-25", "held")]


@pytest.mark.parametrize("word", ["besok", "siang ini", "hari ini"])
def test_a_word_behind_a_date_counts_to_that_date(read: Read, word: str) -> None:
    text = f"BLORA - Bupati Blora Ani Lestari dijadwalkan akan meninjau gudang KPU pada Jumat (27/9/24) {word}."
    assert _events(read, text) == [("visit", "2024-09-27", "planned")]


def test_a_word_alone_still_counts_from_publication(read: Read) -> None:
    text = "BLORA - Bupati Blora Ani Lestari dijadwalkan akan meninjau gudang KPU besok."
    assert _events(read, text) == [("visit", "2024-09-28", "planned")]


def test_a_roll_call_called_ceremony_is_one_event(read: Read) -> None:
    text = "BLORA - Bupati Blora Ani Lestari memimpin upacara apel siaga bencana, Rabu (25/9/2024)."
    both = f"{text} Apel dihadiri Kapolres Blora AKBP Budi Santoso dan BPBD Kabupaten Blora."
    assert len(_events(read, both)) == 1


def test_only_the_last_of_the_guests_leads_in_her_capacity(read: Read) -> None:
    text = (
        "BLORA - Polres Blora menggelar apel, Rabu (25/9/2024). Hadir Ketua KPU Blora Dewi Sartika, Bupati Blora Ani "
        "Lestari dan Dandim 0721/Blora yang diwakili Kapten Inf Budi Santoso selaku pemimpin apel."
    )
    found = parts_of(read(text))
    assert ("Budi Santoso", "led") in found
    assert ("Kodim 0721/Blora", "led") in found
    assert not {("Dewi Sartika", "led"), ("Ani Lestari", "led"), ("KPU Kabupaten Blora", "led")} & found


def test_whom_somebody_involves_does_not_hold_it(read: Read) -> None:
    text = "BLORA - Polres Blora dengan melibatkan Kodim 0721/Blora menggelar patroli gabungan, Rabu (25/9/2024)."
    found = parts_of(read(text))
    assert ("Polres Blora", "organised") in found
    assert ("Kodim 0721/Blora", "attended") in found
    assert ("Kodim 0721/Blora", "organised") not in found


def test_a_quote_that_opens_with_the_event_tells_who_led_it(read: Read) -> None:
    text = "BLORA - Polres Blora menggelar patroli gabungan, Rabu (25/9/2024)."
    told = (
        f"{text}\n\n“Patroli gabungan dipimpin oleh Kabag Ops Polres Blora Kompol Budi Santoso. Semua aman,” katanya."
    )
    assert ("Budi Santoso", "led") in parts_of(read(told))
    asked = told.replace("dipimpin oleh", "harus dipimpin oleh")
    assert ("Budi Santoso", "led") not in parts_of(read(asked))
