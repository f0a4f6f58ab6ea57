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


def test_what_is_done_again_and_again_is_not_the_event_of_a_day(read: Read) -> None:
    text = (
        "BLORA - Bawaslu Blora terus melakukan sosialisasi untuk mencegah pelanggaran. Bawaslu sudah beberapa kali "
        "melakukan kunjungan ke partai. Tujuannya agar semua paham.\n\nPada Rabu (25/9/2024), Anggota Bawaslu Blora "
        "Dewi Sartika bersama staf berkunjung ke kantor Partai Golkar."
    )
    assert _events(read, text) == [("visit", "2024-09-25", "held")]
    dated = "BLORA - Polsek Blora rutin menggelar patroli, Rabu (25/9/2024)."
    assert _events(read, dated) == [("patrol", "2024-09-25", "held")]


def test_a_short_form_in_brackets_speaks_for_no_kind_twice(read: Read) -> None:
    text = (
        "BLORA - Pemberian penghargaan dirangkai dengan acara Komunikasi Sosial (Komsos) di aula Makodim Blora, Rabu "
        "(25/9/2024). Hadir Kasdim 0721/Blora Mayor Inf Budi Santoso."
    )
    (event,) = read(text)["events"]
    assert (event["type"], event["name"]) == ("ceremony", "Pemberian penghargaan")


def test_who_did_something_on_another_day_that_is_told_there_did_not_come(read: Read) -> None:
    text = "BLORA - Kodim 0721/Blora menggelar seminar, Rabu (25/9/2024), dihadiri Bupati Blora Ani Lestari.\n\n"
    told = f"{text}Menurutnya, pada 18 April 2024 tim BPIP mengunjungi desa itu."
    assert "Badan Pembinaan Ideologi Pancasila" not in {name for name, _ in parts_of(read(told))}
    assert not {("BPIP", "attended")} & parts_of(read(told))


def test_a_visit_goes_on_to_the_next_host(read: Read) -> None:
    text = (
        "BLORA - Bawaslu Blora melakukan kunjungan ke kantor Partai Golkar, Rabu (25/9/2024). Kunjungan kerja "
        "dilanjutkan ke Kodim 0721/Blora."
    )
    assert ("Kodim 0721/Blora", "attended") in parts_of(read(text))


def test_a_list_of_those_who_do_something_ends_with_serta(read: Read) -> None:
    text = (
        "BLORA - PPK Kecamatan Tunjungan menggelar rapat pleno, Rabu (25/9/2024). Monitoring itu dilakukan oleh "
        "Kapolres Blora AKBP Budi Santoso, Anggota KPU Blora Joko Susilo, serta Ketua Bawaslu Blora Dewi Sartika."
    )
    assert {(name, "attended") for name in ("Budi Santoso", "Joko Susilo", "Dewi Sartika")} <= parts_of(read(text))


def test_a_pronoun_behind_a_speaker_means_her(read: Read) -> None:
    text = (
        "BLORA - PPK Kecamatan Tunjungan menggelar rapat pleno, Rabu (25/9/2024). Kapolres Blora AKBP Budi Santoso "
        "mengapresiasi hal itu. Ketua Bawaslu Blora Dewi Sartika mengatakan, ia turun memantau rekapitulasi."
    )
    found = parts_of(read(text))
    assert ("Dewi Sartika", "attended") in found
    assert ("Budi Santoso", "attended") not in found


def test_who_has_the_weekday_of_today_wrong_has_others_wrong(read: Read) -> None:
    text = "BLORA - Polres Blora mengecek gudang KPU, Senin (12/11/2024). Semua siap, kata Kapolres Blora"
    assert _events(read, f"{text}, Selasa (13/11).", "2024-11-13")[0][1] == "2024-11-12"
    assert _events(read, f"{text}, Rabu (13/11).", "2024-11-13")[0][1] == "2024-11-11"
