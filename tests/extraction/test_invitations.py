"""Who is invited need not have come, and what one is invited to need not have been held."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

HOST = ("KPU Kabupaten Blora", "organised")
MEETING = "BLORA - KPU Blora menggelar rapat koordinasi di Hotel Kencana, Senin (23/9/2024)."
CHIEF = {("Ani Wijaya", "attended"), ("Polres Blora", "attended")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Undangan rapat koordinasi diteken Sekda Blora Budi Santoso dan dikirim ke Kapolres Blora AKBP Ani Wijaya.",
        "Surat undangan apel gelar pasukan dikirim kepada Kapolres Blora AKBP Ani Wijaya, Senin (23/9/2024).",
        "Kapolres Blora AKBP Ani Wijaya menerima undangan pelantikan PPK dari Ketua KPU Blora, Senin (23/9/2024).",
        "KPU Blora mengundang Kapolres Blora AKBP Ani Wijaya untuk menghadiri rapat koordinasi, Senin (23/9/2024).",
        "Kapolres Blora AKBP Ani Wijaya diundang KPU Blora untuk menghadiri rapat koordinasi, Senin (23/9/2024).",
        "DPRD Blora mengundang Kapolres Blora AKBP Ani Wijaya untuk mengikuti rapat kerja, Rabu (18/9/2024).",
        "Kapolres Blora AKBP Ani Wijaya diundang DPRD Blora ke rapat kerja, Rabu (18/9/2024).",
    ],
)
def test_an_invitation_is_no_event(read: Read, sentence: str) -> None:
    record = read(f"BLORA - {sentence}")
    assert record["events"] == []
    assert "Kapolres Blora" in {posting["post"] for posting in record["postings"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "KPU mengundang Kapolres Blora AKBP Ani Wijaya.",
        "Turut diundang Kapolres Blora AKBP Ani Wijaya.",
        "Kapolres Blora AKBP Ani Wijaya yang diundang tidak tampak.",
    ],
)
def test_who_is_only_invited_was_not_there(read: Read, sentence: str) -> None:
    assert parts_of(read(f"{MEETING} {sentence}")) == {HOST}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tamu undangan yang hadir antara lain Kapolres Blora AKBP Ani Wijaya.",
        "Kapolres Blora AKBP Ani Wijaya hadir sebagai undangan dalam rapat itu.",
        "Kapolres Blora AKBP Ani Wijaya menghadiri undangan rapat itu.",
        "KPU mengundang Kapolres Blora AKBP Ani Wijaya. Kapolres Blora AKBP Ani Wijaya hadir tepat waktu.",
        "Rapat ini mengundang Kapolres Blora AKBP Ani Wijaya.",
    ],
)
def test_who_came_was_there(read: Read, sentence: str) -> None:
    assert parts_of(read(f"{MEETING} {sentence}")) == {HOST, *CHIEF}


def test_what_others_came_to_was_held(read: Read) -> None:
    invited = "KPU Blora mengundang Polres Blora untuk rapat koordinasi logistik di pendopo, Senin (23/9/2024)."
    record = read(f"BLORA - {invited} Kapolres Blora AKBP Ani Wijaya hadir lebih awal.")
    assert [event["date"] for event in record["events"]] == ["2024-09-23"]
    assert parts_of(record) == {HOST, *CHIEF}
