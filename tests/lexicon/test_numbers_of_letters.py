"""What stands in the number of a letter names nobody, and dates and units with strokes are no such numbers."""

from __future__ import annotations

import pytest

from kg.lexicon.addresses import addresses


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Surat Nomor 443.1/BAKESBANGPOL/VII/173/2020 dibahas.", "443.1/BAKESBANGPOL/VII/173/2020"),
        ("Surat nomor:005/123/DPRD/2024, kata dia.", "005/123/DPRD/2024"),
    ],
)
def test_the_number_of_a_letter_is_found_whole(text: str, number: str) -> None:
    assert [text[start:end] for start, end in addresses(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat, Rabu (18/9/2024).",
        "Rapat, Rabu/18/9/2024.",
        "Rapat 18/September/2024.",
        "Dandim 0721/Blora",
        "TNI/Polri/Pemda",
        "APBD 2023/2024",
    ],
)
def test_what_is_no_number_of_a_letter(text: str) -> None:
    assert addresses(text) == []
