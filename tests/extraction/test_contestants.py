"""Who stands in an election: named in pairs, and there where the event is their debate."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_DEBATE = "BLORA - KPU Blora menggelar debat publik di Hotel Azana, Rabu (25/9/2024)."
_RALLY = "BLORA - KPU Blora menggelar rapat koordinasi di Hotel Azana, Rabu (25/9/2024)."
_FOUR = {"Hartono Wiguna", "Melani Astuti", "Hamdani", "Nur Basuki"}


@pytest.mark.parametrize(
    "told",
    [
        "Dua pasangan calon dimaksud adalah Hartono Wiguna SH-Melani Astuti SE, dan Hamdani-Nur Basuki.",
        "Debat kali ini hanya diikuti dua pasangan calon Bupati, Hartono Wiguna-Melani Astuti dan Hamdani-Nur Basuki.",
        "Kedua paslon yang mengikuti debat adalah Hartono Wiguna - Melani Astuti dan Hamdani - Nur Basuki.",
        "Dua pasangan calon tersebut yakni Hartono Wiguna dan Melani Astuti serta Hamdani dan Nur Basuki.",
        "Paslon nomor urut 1 Hartono Wiguna-Melani Astuti menyampaikan visi. Paslon nomor urut 2 Hamdani-Nur Basuki "
        "mengatakan akan membangun desa.",
        "Debat itu menampilkan dua pasangan calon (Paslon) bupati dan wakil bupati, yaitu calon nomor urut 1, Hartono "
        "Wiguna dan Melani Astuti (Harmela), serta calon nomor urut 2, Hamdani dan Nur Basuki (Hambas).",
        'Debat bertema "Kota Sehat dan Bersih. Debat itu diikuti dua pasangan calon, Hartono Wiguna-Melani Astuti dan '
        "Hamdani-Nur Basuki.",
    ],
)
def test_contestants_take_part_in_their_debate(read: Read, told: str) -> None:
    record = read(f"{_DEBATE}\n\n{told}")
    assert {(name, "attended") for name in _FOUR} <= parts_of(record)


@pytest.mark.parametrize(
    "told",
    [
        "Dua pasangan calon dimaksud adalah Hartono Wiguna-Melani Astuti dan Hamdani-Nur Basuki.",
        "Paslon nomor urut 1 Hartono Wiguna-Melani Astuti menyampaikan visi.",
    ],
)
def test_contestants_who_are_only_named_are_not_at_another_event(read: Read, told: str) -> None:
    assert not {name for name, _ in parts_of(read(f"{_RALLY}\n\n{told}"))} & _FOUR


def test_who_speaks_of_contestants_is_none_of_them(read: Read) -> None:
    record = read(f"{_DEBATE}\n\nKetua tim Dewi Anjani menilai pasangan calon Hamdani-Nur Basuki unggul.")
    assert not {name for name, _ in parts_of(record)} & {*_FOUR, "Dewi Anjani"}
