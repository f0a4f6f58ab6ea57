"""One wrong letter in a word for what people do, or for an event, hides neither; other words are left alone."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Upacara itu dipimpn Kapolres Blora AKBP Ani Wijaya", "led"),
        ("Rapat itu dihadri Kapolres Blora AKBP Ani Wijaya", "attended"),
        ("Kapolres Blora AKBP Ani Wijaya mengahdiri rapat di aula", "attended"),
        ("Kapolres Blora AKBP Ani Wijaya memimpim rapat di aula", "led"),
        ("Camat Jepon Budi Hartono membuka rapat didampinggi Kapolres Blora AKBP Ani Wijaya", "attended"),
        ("Kapolres Blora AKBP Ani Wijaya mengikuti sosialiasi di aula", "attended"),
    ],
)
def test_a_verb_or_an_event_may_have_a_wrong_letter(read: Read, sentence: str, role: str) -> None:
    assert ("Ani Wijaya", role) in parts_of(read(f"BLORA - {sentence}, Rabu (18/9/2024)."))


@pytest.mark.parametrize("verb", ["mangatakan", "menagtakan", "mengatakn"])
def test_whoever_only_speaks_takes_no_part_with_a_wrong_letter_either(read: Read, verb: str) -> None:
    record = read(
        "BLORA - Kapolres Blora AKBP Ani Wijaya memimpin rapat, Rabu (18/9/2024). "
        f"Ketua KPU Blora Budi Hartono {verb} tahapan berjalan lancar."
    )
    assert "Budi Hartono" not in {name for name, _ in parts_of(record)}


def test_a_word_of_its_own_is_no_slip(read: Read) -> None:
    record = read("BLORA - Warga mengharapkan Kapolres Blora AKBP Ani Wijaya menghargai petani, Rabu (18/9/2024).")
    assert not parts_of(record)
