"""Who only sent something, or of whom it is only told which post she holds, was not there."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar syukuran HUT Bhayangkara, Senin (23/9/2024)."
DANDIM = "Dandim 0721/Blora Letkol Inf Joko Susilo"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{DANDIM} turut mengirim karangan bunga.",
        f"{DANDIM} mengirimkan ucapan selamat.",
        f"{DANDIM} ikut menyumbang konsumsi.",
        f"Karangan bunga juga datang dari {DANDIM}.",
        "Adapun jabatan Dandim 0721/Blora kini diemban Letkol Inf Joko Susilo.",
        "Posisi Dandim 0721/Blora sementara dipegang Letkol Inf Joko Susilo.",
    ],
)
def test_nobody_comes_by_what_she_sends_or_holds(read: Read, sentence: str) -> None:
    assert parts_of(read(f"{LEAD} {sentence}")) == {("Polres Blora", "organised")}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{DANDIM} turut hadir dan menyerahkan kue ulang tahun.",
        f"{DANDIM} hadir serta mengirim karangan bunga.",
        f"{DANDIM} ikut memotong tumpeng.",
    ],
)
def test_who_comes_and_gives_was_there(read: Read, sentence: str) -> None:
    assert ("Joko Susilo", "attended") in parts_of(read(f"{LEAD} {sentence}"))


@pytest.mark.parametrize("sent", ["mengirim wakil", "mengirimkan perwakilan"])
def test_who_sends_somebody_is_represented(read: Read, sent: str) -> None:
    parts = parts_of(read(f"{LEAD} Hadir Bupati Blora Budi Santoso. Adapun Dandim 0721/Blora {sent}."))
    assert ("Kodim 0721/Blora", "attended") in parts


def test_who_gives_up_an_office_was_there(read: Read) -> None:
    record = read(
        "BLORA - Tongkat komando Kodim 0721/Blora diserahterimakan di Makorem 073/Makutarama, Senin (23/9/2024). Letkol"
        " Inf Joko Susilo melepas jabatan Dandim kepada Letkol Inf Budi Santoso. Upacara dipimpin Danrem 073."
    )
    assert {("Joko Susilo", "attended"), ("Budi Santoso", "attended")} <= parts_of(record)
