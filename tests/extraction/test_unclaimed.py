"""What an article only reports, denies or supposes gives nobody a part, and no event was held by it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

WHO = "Kapolres Blora AKBP Ani Wijaya"
RALLY = "deklarasi dukungan di Hotel Kencana, Senin (23/9/2024)"
HOST = ("Polres Blora", "organised")
DRILL = "Polres Blora menggelar simulasi pengamanan di alun-alun, Senin (23/9/2024)."


def _held(read: Read, sentence: str) -> list[tuple[str, str | None]]:
    record = read(f"BLORA - {sentence}")
    assert [posting["post"] for posting in record["postings"]][:1] == ["Kapolres Blora"]
    return [(event["type"], event["date"]) for event in record["events"]]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Beredar kabar bohong bahwa {WHO} menghadiri {RALLY} bersama Ketua KPU Blora Budi Santoso.",
        f"Isu yang menyebut {WHO} ikut hadir dalam {RALLY}, ramai di media sosial.",
        f"Rumor kehadiran {WHO} dalam {RALLY} beredar luas.",
        f"Kabar {WHO} menghadiri {RALLY} dipastikan hoaks.",
        f"Video hoaks itu menyebut rapat koordinasi dipimpin {WHO}, Senin (23/9/2024).",
        f"[HOAKS] {WHO} menghadiri {RALLY}.",
        f"Diduga {WHO} menghadiri {RALLY}.",
        f"{WHO} diduga kuat ikut menghadiri {RALLY}.",
        f"{WHO} dituding memimpin rapat pemenangan di Hotel Kencana, Senin (23/9/2024).",
        f"{WHO} dikabarkan hadir dalam {RALLY}.",
        f"{WHO} disebut-sebut bertemu Ketua KPU Blora Budi Santoso di Hotel Kencana, Senin (23/9/2024).",
        f"Konon, {WHO} memimpin rapat tertutup di Hotel Kencana, Senin (23/9/2024).",
        f"Warga menuduh {WHO} menghadiri {RALLY}.",
        f"{WHO} membantah tudingan bahwa dirinya hadir dalam {RALLY}.",
        f"Tidak benar {WHO} menghadiri {RALLY}.",
        f"Tidak benar bahwa rapat koordinasi di Hotel Kencana, Senin (23/9/2024), dihadiri {WHO}.",
        f"Seandainya {WHO} menghadiri rapat koordinasi di pendopo, Senin (23/9/2024), warga akan lega.",
        f"Jika rapat koordinasi dipimpin {WHO}, Ketua KPU Blora Budi Santoso hadir.",
        f"Andaikan tidak sakit, {WHO} memimpin rapat koordinasi di pendopo, Senin (23/9/2024).",
        f"Beredar video {WHO} menghadiri {RALLY}.",
        f"Menurut informasi yang beredar, {WHO} memimpin rapat tertutup, Senin (23/9/2024).",
        f"Benarkah {WHO} menghadiri {RALLY}?",
        f"Andai saja apel itu dihadiri {WHO}, Senin (23/9/2024), masalahnya selesai.",
    ],
)
def test_nothing_was_held_by_hearsay(read: Read, sentence: str) -> None:
    assert _held(read, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{WHO} memimpin konferensi pers tentang pencurian yang diduga dilakukan Joko, Senin (23/9/2024).",
        f"Konferensi pers terkait pria yang diduga membawa senjata dipimpin {WHO}, Senin (23/9/2024).",
    ],
)
def test_a_suspect_does_not_undo_a_press_conference(read: Read, sentence: str) -> None:
    assert _held(read, sentence) == [("other", "2024-09-23")]
    assert ("Ani Wijaya", "led") in parts_of(read(f"BLORA - {sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        f"{WHO} menghadiri sosialisasi bahaya hoaks di pendopo, Senin (23/9/2024).",
        f"Menanggapi isu tersebut, {WHO} menghadiri rapat koordinasi, Senin (23/9/2024).",
        f"Menanggapi kabar bahwa logistik terlambat, {WHO} menghadiri rapat koordinasi, Senin (23/9/2024).",
        f"{WHO} menghadiri rapat koordinasi, Senin (23/9/2024), untuk menepis isu bahwa logistik kurang.",
        f"{WHO} menghadiri rapat koordinasi, Senin (23/9/2024). “Jika ada pelanggaran, kami tindak,” katanya.",
        f"Petugas mengecek apakah logistik siap dalam rapat koordinasi yang dihadiri {WHO}, Senin (23/9/2024).",
        f"Warga mengatakan jika apel itu dihadiri {WHO}, Senin (23/9/2024).",
        f"Kalau tahun lalu apel digelar di lapangan, kali ini apel dihadiri {WHO}, Senin (23/9/2024).",
        f"Kabar bahwa logistik rusak tidak benar, kata {WHO} dalam rapat koordinasi, Senin (23/9/2024).",
    ],
)
def test_what_is_told_beside_hearsay_stays(read: Read, sentence: str) -> None:
    record = read(f"BLORA - {sentence}")
    assert [event["date"] for event in record["events"]] == ["2024-09-23"]
    assert ("Ani Wijaya", "attended") in parts_of(record)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ketua KPU Blora Budi Santoso diduga tidak netral.",
        "Simulasi itu konon dihadiri Ketua KPU Blora Budi Santoso.",
        "Ketua KPU Blora Budi Santoso membantah menghadiri simulasi itu.",
    ],
)
def test_nobody_comes_to_an_event_by_hearsay(read: Read, sentence: str) -> None:
    assert parts_of(read(f"BLORA - {DRILL} {sentence}")) == {HOST}


@pytest.mark.parametrize(
    "retraction",
    ["Hoaks! Begitu penjelasan Humas.", "Itu tidak benar.", "Faktanya, kabar itu bohong.", "Hoaks, kata Kasi Humas."],
)
def test_what_the_next_sentence_takes_back_is_not_claimed(read: Read, retraction: str) -> None:
    assert _held(read, f"{WHO} menghadiri {RALLY}. {retraction}") == []


@pytest.mark.parametrize(
    "sentence",
    ["Hoaks jadi perhatian utama dalam acara itu.", "Tolak hoaks! Begitu seruan peserta.", "Salah satunya dari PKB."],
)
def test_a_word_for_hoaxes_takes_nothing_back(read: Read, sentence: str) -> None:
    assert _held(read, f"{WHO} menghadiri {RALLY}. {sentence}") == [("campaign", "2024-09-23")]
