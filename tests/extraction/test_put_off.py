"""What was put off before, and held after all, was held."""

from __future__ import annotations

import pytest

from .conftest import Read

DAY = "Rabu (18/9/2024)"


def _status(read: Read, sentence: str) -> list[str]:
    return [event["status"] for event in read(f"BLORA - {sentence}")["events"]]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Setelah sempat tertunda, KPU Kabupaten Blora akhirnya menggelar debat publik di pendopo, {DAY}.",
        f"Rakor yang sempat ditunda pekan lalu akhirnya digelar Polres Blora, {DAY}.",
        f"Usai tertunda sepekan, Bawaslu Kabupaten Blora menggelar apel siaga, {DAY}.",
        f"Pelantikan PPK yang sebelumnya ditunda digelar KPU Kabupaten Blora, {DAY}.",
        f"Pelantikan PPK yang ditunda itu baru digelar KPU Kabupaten Blora, {DAY}.",
        f"Debat publik yang digelar KPU Kabupaten Blora, {DAY}, sempat tertunda 30 menit karena hujan.",
        f"KPU Kabupaten Blora yang sempat menunda debat akhirnya menggelar debat itu, {DAY}.",
        f"Rapat yang digelar Polres Blora, {DAY}, membahas pilkada yang ditunda.",
        f"KPU Kabupaten Blora akhirnya menggelar debat publik, {DAY}, setelah dua kali batal.",
    ],
)
def test_what_was_put_off_before_was_held(read: Read, sentence: str) -> None:
    assert _status(read, sentence) == ["held"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Debat publik KPU Kabupaten Blora di pendopo, {DAY}, ditunda.",
        f"Debat publik KPU Kabupaten Blora ditunda setelah sempat digelar 10 menit, {DAY}.",
        f"Setelah sempat digelar, rapat pleno KPU Kabupaten Blora akhirnya ditunda, {DAY}.",
        f"Rakor yang sedianya digelar Polres Blora, {DAY}, ditunda.",
        f"Rapat pleno KPU Kabupaten Blora yang sempat ditunda batal digelar, {DAY}.",
        "Rapat pleno yang ditunda itu akan digelar KPU Kabupaten Blora, Rabu (9/10/2024).",
    ],
)
def test_what_is_put_off_was_not_held(read: Read, sentence: str) -> None:
    assert "held" not in _status(read, sentence)


def test_guests_of_what_was_put_off_do_not_prove_it(read: Read) -> None:
    assert _status(read, "Hanya sembilan anggota DPRD Blora hadir, rapat paripurna ditunda.") == ["postponed"]
    assert _status(read, "Rapat paripurna yang sempat ditunda digelar, dihadiri Bupati Blora.") == ["held"]
