"""The police of a region by the bare word and its name: "Kepolisian Bali" is the Polda."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kepolisian Bali", "Polda Bali"),
        ("Kepolisian Blora", "Polres Blora"),
        ("Kepolisian Kabupaten Blora", "Polres Blora"),
        ("Kepolisian Kota Kupang", "Polresta Kupang Kota"),
        ("Jajaran kepolisian Sekampung", "Polsek Sekampung"),
        ("Kepolisian Kota Besar Palembang", "Polrestabes Palembang"),
    ],
)
def test_the_police_of_a_region_is_the_unit_that_it_has(read: Read, words: str, name: str) -> None:
    record = read(f"{words} menggelar apel di lapangan, Rabu (25/9/2024).")
    assert [entity["name"] for entity in record["entities"]] == [name]


@pytest.mark.parametrize("words", ["Kepolisian", "Unsur kepolisian setempat", "Kepolisian Malaysia"])
def test_the_police_without_a_region_is_no_unit(read: Read, words: str) -> None:
    assert read(f"{words} menggelar apel di Blora, Rabu (25/9/2024).")["entities"] == []
