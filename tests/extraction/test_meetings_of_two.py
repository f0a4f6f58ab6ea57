"""Who is met with: right behind the verb, or behind the words that tell how."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_BOTH = {"Budi Hartono", "Pemerintah Kabupaten Blora", "Ani Wijaya", "Polres Blora"}


@pytest.mark.parametrize(
    "met",
    [
        "bertemu",
        "bertemu dengan",
        "bertemu empat mata dengan",
        "bertemu langsung dengan",
        "bertemu secara tertutup dengan",
        "bertemu diam-diam dengan",
        "bertatap muka secara khusus dengan",
        "berdialog santai dengan",
        "berdiskusi serius dengan",
        "berbincang hangat dengan",
        "berkoordinasi intensif dengan",
        "duduk bersama",
        "duduk bersama dengan",
        "rapat tertutup dengan",
    ],
)
def test_both_sides_of_a_meeting_were_there(read: Read, met: str) -> None:
    text = f"BLORA - Bupati Blora Budi Hartono {met} Kapolres Blora AKBP Ani Wijaya di Hotel Azana, Rabu (25/9/2024)."
    assert parts_of(read(text)) == {(who, "attended") for who in _BOTH}


@pytest.mark.parametrize(
    "met",
    [
        "membantah bertemu empat mata dengan",
        "belum bertemu langsung dengan",
        "batal bertemu secara khusus dengan",
        "ingin bertemu langsung dengan",
        "berjanji akan berkoordinasi lebih lanjut dengan",
        "menolak bertemu langsung dengan",
        "menolak menemui",
        "enggan menghadiri rapat dengan",
    ],
)
def test_who_was_not_met_was_not_there(read: Read, met: str) -> None:
    text = f"BLORA - Bupati Blora Budi Hartono {met} Kapolres Blora AKBP Ani Wijaya, Rabu (25/9/2024)."
    assert parts_of(read(text)) == set()


def test_what_is_talked_about_is_not_met(read: Read) -> None:
    text = (
        "BLORA - Bupati Blora Budi Hartono berdialog langsung dengan warga soal kinerja Polres Blora, Rabu (25/9/2024)."
    )
    assert parts_of(read(text)) == {("Budi Hartono", "attended"), ("Pemerintah Kabupaten Blora", "attended")}


@pytest.mark.parametrize("met", ["ia bertemu langsung dengan", "Kapolres menemui", "Kapolres berdialog dengan"])
def test_who_was_met_before_an_event_was_not_there_for_that(read: Read, met: str) -> None:
    apel = "BLORA - Kapolres Blora AKBP Ani Wijaya memimpin apel di Mapolres Blora, Rabu (25/9/2024)."
    assert ("Budi Hartono", "attended") not in parts_of(read(f"{apel} Sebelumnya, {met} Bupati Blora Budi Hartono."))
