"""Whom a trial, a plan, a grave or a move only names was not there."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

TRIAL = "BLORA - Sidang putusan perkara politik uang digelar di Pengadilan Negeri Blora, Selasa (24/9/2024). "
ROLL_CALL = "BLORA - Kapolres Blora AKBP Ani Wijaya memimpin apel, Selasa (24/9/2024). "
LED = {("Polres Blora", "led"), ("Ani Wijaya", "led")}
REMEMBRANCE = "BLORA - Ziarah rombongan dipimpin Dandim 0721/Blora Letkol Inf Ani Wijaya, Selasa (24/9/2024). "


@pytest.mark.parametrize(
    "sentence",
    [
        "Perkara itu bermula saat Kades Cepu Budi Santoso mendukung seorang calon dalam kegiatan di balai desa.",
        "Adapun para termohon dalam perkara ini meliputi Kapolres Blora dan Kapolda Jawa Tengah.",
        "Bupati Blora Budi Santoso menyerahkan kasus itu kepada aparat.",
        "Para termohon terdiri dari Polres Blora dan Polda Jawa Tengah.",
        "Terdakwa menerima dana hibah dari Pemerintah Kabupaten Blora.",
        "Kades Cepu Budi Santoso mendukung calon itu dengan menghadiri kegiatan kampanye.",
    ],
)
def test_whom_a_case_names_is_not_at_its_trial(read: Read, sentence: str) -> None:
    assert parts_of(read(TRIAL + sentence)) == set()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Jaksa Penuntut Umum Kejari Blora Budi Santoso membacakan dakwaan.", "Budi Santoso"),
        ("Sidang dipimpin hakim ketua Budi Santoso.", "Budi Santoso"),
        ("Sidang dipimpin Hakim Tunggal Budi Santoso.", "Budi Santoso"),
        ("Majelis terdiri dari Hakim Ani Wijaya dan Hakim Budi Santoso.", "Budi Santoso"),
        ("Kapolsek Cepu AKP Budi Santoso berjaga di depan ruang sidang.", "Budi Santoso"),
        ("Pada sidang itu tujuh saksi dihadirkan, di antaranya Bupati Blora Budi Santoso.", "Budi Santoso"),
        ("Ketua KPU Blora Budi Santoso hadir.", "Budi Santoso"),
    ],
)
def test_court_and_those_told_to_be_there_are_at_a_trial(read: Read, sentence: str, name: str) -> None:
    assert name in {who for who, _ in parts_of(read(TRIAL + sentence))}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rencananya, Bupati Blora Budi Santoso tiba di Cepu dan meninjau gudang.",
        "Dandim 0721/Blora Letkol Inf Budi Santoso akan tiba di lokasi dan mendarat di alun-alun.",
        "Ia menyebut lusa akan ada penertiban APK yang dilakukan oleh Satpol PP Blora.",
        "Hari ini ada penertiban APK yang dilakukan oleh Satpol PP Blora.",
    ],
)
def test_what_is_to_come_or_held_besides_brings_nobody(read: Read, sentence: str) -> None:
    assert parts_of(read(ROLL_CALL + sentence)) == LED


@pytest.mark.parametrize(
    "sentence",
    [
        "Akan tetapi, Bupati Blora Budi Santoso menghadiri apel itu.",
        "Rencananya ada simulasi, kata Bupati Blora Budi Santoso saat apel itu.",
    ],
)
def test_words_of_plans_elsewhere_take_nobody_away(read: Read, sentence: str) -> None:
    assert ("Budi Santoso", "attended") in parts_of(read(ROLL_CALL + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Di makam itu terbaring Kolonel Budi Santoso dan Kapten Dwi Prasetyo.",
        "Rombongan mengunjungi pusara Mayor Budi Santoso, Letjen Dwi Prasetyo, dan Kapten Eko.",
        "Kemudian, ada Letkol Budi Santoso yang juga merupakan pahlawan nasional.",
        "Bunga ditaburkan di makam mantan Bupati Blora Budi Santoso.",
    ],
)
def test_the_dead_are_not_there(read: Read, sentence: str) -> None:
    assert parts_of(read(REMEMBRANCE + sentence)) == {("Kodim 0721/Blora", "led"), ("Ani Wijaya", "led")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Di Taman Makam Pahlawan itu, Kapolres Blora AKBP Budi Santoso menabur bunga.",
        "Peziarah mendoakan arwah para pahlawan bersama Kapten Inf Budi Santoso.",
        "Tabur bunga di makam pahlawan dilakukan Kapolres Blora AKBP Budi Santoso.",
    ],
)
def test_who_stands_at_a_grave_is(read: Read, sentence: str) -> None:
    assert ("Budi Santoso", "attended") in parts_of(read(REMEMBRANCE + sentence))


def test_who_is_moved_is_not_at_a_meeting_by_that(read: Read) -> None:
    lead = "BLORA - Polda Jawa Tengah menggelar rapat koordinasi, Selasa (24/9/2024). "
    record = read(lead + "Pejabat yang dimutasi adalah Kapolres Pati AKBP Budi Santoso.")
    assert parts_of(record) == {("Polda Jawa Tengah", "organised")}


def test_commanders_of_known_forces_lend_their_body_no_name(read: Read) -> None:
    record = read(
        "BLORA - Apel digelar, Selasa (24/9/2024). Kolonel Inf Budi Santoso pernah menjabat Komandan Paspampres."
    )
    assert "Paspampres" not in {who for who, _ in parts_of(record)}
