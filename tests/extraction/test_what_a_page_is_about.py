"""Which of the events that a page names it is about: what a plenary or a visit is for, where a plan is told."""

from __future__ import annotations

from kg.records import Record

from .conftest import Read

DAY = "Rabu (18/9/2024)"


def kinds(record: Record) -> list[str]:
    return [event["type"] for event in record["events"]]


def test_a_title_apart_tells_what_a_plenary_determined(read: Read) -> None:
    text = f"BLORA - KPU Blora menggelar rapat pleno terbuka di Hotel Mustika, {DAY}. Pleno dihadiri Bawaslu Blora."
    assert kinds(read(text, title="KPU Tetapkan Dua Paslon")) == ["meeting"]
    assert kinds(read(text, title="KPU Gelar Pleno")) == ["voting"]


def test_what_a_visit_is_for_takes_place_there(read: Read) -> None:
    text = (
        f"KPU Blora Teken MoU\n\nBLORA - KPU Blora melakukan kunjungan ke Kejaksaan Negeri Blora, {DAY}, dalam rangka"
        " penandatanganan nota kesepahaman.\n\nPenandatanganan dilakukan Ketua KPU Blora Eko Prasetyo."
    )
    assert kinds(read(text)) == ["ceremony"]


def test_a_visit_that_a_meeting_is_for_is_the_meeting(read: Read) -> None:
    text = (
        "Ketua Bawaslu Blora Silaturahmi\n\nBLORA - Ketua Bawaslu Blora Eko Prasetyo menghadiri pertemuan antar"
        f" lembaga dalam rangka silaturahmi di Kantor Kejaksaan Negeri Blora, {DAY}.\n\n"
        "Pertemuan ini dihadiri Ketua KPU Blora."
    )
    assert kinds(read(text)) == ["meeting"]


def test_what_belongs_to_a_purpose_is_one(read: Read) -> None:
    text = (
        "BLORA - Sehari menjelang rapat pleno KPU Blora penetapan hasil pemilihan yang akan digelar 19 September 2024,"
        " Polres Blora menggelar apel gladi di lapangan.\n\nApel gladi dipimpin Kabag Ops Kompol Budi Santoso."
    )
    assert kinds(read(text)) == ["ceremony"]


def test_where_a_plan_is_told_is_what_took_place(read: Read) -> None:
    text = (
        "Gubernur Lantik Bupati Blora\n\nSEMARANG - Gubernur Jawa Tengah Budi Santoso buka suara soal pelantikan Bupati"
        " Blora. Ia menyatakan akan melantik Bupati Blora pekan depan.\n\n{}"
    )
    there = f"“SK sudah ada,” kata Budi saat menghadiri fun run di Alun-alun Blora, {DAY}."
    assert kinds(read(text.format(there))) == ["other"]
    said = f"“SK sudah ada,” kata Budi, {DAY}."
    assert [event["status"] for event in read(text.format(said))["events"]] == ["planned"]


def test_a_plenary_held_each_week_is_a_meeting(read: Read) -> None:
    text = f"BLORA - KPU Blora melaksanakan rapat pleno rutin yang dipimpin Ketua KPU Blora Eko Prasetyo, {DAY}."
    assert kinds(read(text)) == ["meeting"]
