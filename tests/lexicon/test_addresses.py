"""Addresses in a text: where they stand, and that a long word is looked along once."""

from __future__ import annotations

import pytest

from kg.lexicon.addresses import addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lihat www.contoh.id, lalu hadir", ["www.contoh.id,"]),
        ("surel ani.wijaya+kabar@contoh.org segera", ["ani.wijaya+kabar@contoh.org"]),
        ("akun @polresblora dan #PemiluDamai", ["@polresblora", "#PemiluDamai"]),
        ("laman kpu.contoh.id/berita ramai", ["kpu.contoh.id/berita"]),
        ("Polres Blora hadir.", []),
    ],
)
def test_addresses_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found
