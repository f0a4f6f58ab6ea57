"""What election bodies, prosecutors and courts do in the news: who has a part in it, and in which role."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

KPU, BAWASLU, KEJARI = "KPU Kabupaten Lebong", "Bawaslu Kabupaten Lebong", "Kejaksaan Negeri Lebong"

CASES: list[tuple[str, str, set[tuple[str, str]]]] = [
    (
        "meeting",
        "KPU Kabupaten Lebong menggelar rakor persiapan pleno dengan Bawaslu Lebong, Kamis (16/5/2024).",
        {(KPU, "organised"), (BAWASLU, "attended")},
    ),
    (
        "meeting",
        "KPU Kabupaten Lebong menggelar rakor Kamis 16 Mei 2024 dengan jajaran Bawaslu Lebong.",
        {(KPU, "organised"), (BAWASLU, "attended")},
    ),
    (
        "ceremony",
        "KPU Kabupaten Lebong melantik 60 anggota PPK di aula, Kamis (16/5/2024).",
        {(KPU, "organised")},
    ),
    (
        "ceremony",
        "Sebanyak 60 anggota PPK dilantik oleh Ketua KPU Kabupaten Lebong Ahmad Fauzi, Kamis (16/5/2024).",
        {(KPU, "led"), ("Ahmad Fauzi", "led")},
    ),
    (
        "ceremony",
        "KPU Kabupaten Lebong memusnahkan 898 surat suara rusak, Kamis (16/5/2024). Pemusnahan disaksikan Bawaslu Lebong.",
        {(KPU, "organised"), (BAWASLU, "attended")},
    ),
    (
        "ceremony",
        "Ribuan surat suara dimusnahkan KPU Kabupaten Lebong, Kamis (16/5/2024). Pemusnahan disaksikan Bawaslu Lebong.",
        {(KPU, "organised"), (BAWASLU, "attended")},
    ),
    (
        "visit",
        "Bawaslu Kabupaten Lebong melakukan kunjungan ke Kejari Lebong, Kamis (16/5/2024). Rombongan diterima Kajari Lebong Ahmad Fauzi.",
        {(BAWASLU, "attended"), (KEJARI, "attended"), ("Ahmad Fauzi", "attended")},
    ),
    (
        "other",
        "Sidang pidana pemilu digelar Kamis (16/5/2024). Sidang dipimpin hakim ketua Ahmad Fauzi dengan hakim anggota Rina Astuti dan Tono Prasetyo.",
        {("Ahmad Fauzi", "led"), ("Rina Astuti", "attended"), ("Tono Prasetyo", "attended")},
    ),
    (  # who leads a sitting does not bring the witness
        "other",
        "Sidang pidana pemilu digelar Kamis (16/5/2024). Sidang yang dipimpin hakim ketua Ahmad Fauzi menghadirkan saksi ahli Dr. Tono Prasetyo.",
        {("Ahmad Fauzi", "led"), ("Tono Prasetyo", "attended")},
    ),
    (  # what a body consists of is said of it, not of a gathering
        "training",
        "Kejari Lebong menggelar penerangan hukum, Kamis (16/5/2024). Ia mengatakan telah dibentuk Gakkumdu, yang terdiri atas Bawaslu, Polres Lebong dan Kejari Lebong.",
        {(KEJARI, "organised")},
    ),
    (  # a definition has no participants
        "meeting",
        "Bawaslu Kabupaten Lebong menggelar rakor, Kamis (16/5/2024). Sentra Gakkumdu adalah pusat penegakan hukum yang terdiri dari unsur Bawaslu, Kejaksaan Negeri dan Polres Lebong.",
        {(BAWASLU, "organised")},
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected"), CASES)
def test_parts(read: Read, kind: str, text: str, expected: set[tuple[str, str]]) -> None:
    record = read(f"LEBONG – {text}", published="2024-05-17")
    assert [event["type"] for event in record["events"]] == [kind]
    assert parts_of(record) == expected
