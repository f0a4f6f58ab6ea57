"""Who is called to a meeting attends it, and who calls holds it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

HEARING = {
    ("DPRD Kabupaten Blora", "organised"),
    ("KPU Kabupaten Blora", "attended"),
    ("Bawaslu Kabupaten Blora", "attended"),
}


@pytest.mark.parametrize(
    "lead",
    [
        "Komisi I DPRD Blora memanggil KPU dan Bawaslu Blora untuk rapat dengar pendapat (RDP)",
        "Komisi I DPRD Blora panggil KPU dan Bawaslu Blora dalam rapat dengar pendapat",
        "Komisi I DPRD Blora menghadirkan KPU dan Bawaslu Blora dalam RDP",
        "Komisi I DPRD Blora menggelar rapat evaluasi dengan memanggil KPU dan Bawaslu Blora",
        "Komisi I DPRD Blora menggelar rapat dengar pendapat (RDP) dengan KPU dan Bawaslu Blora",
        "Komisi I DPRD Blora menggelar rapat kerja bersama KPU dan Bawaslu Blora",
        "KPU dan Bawaslu Blora dipanggil Komisi I DPRD Blora untuk rapat dengar pendapat",
    ],
)
def test_who_is_called_attends(read: Read, lead: str) -> None:
    record = read(f"BLORA - {lead}, Rabu (18/9/2024).")
    assert parts_of(record) - {("DPRD Kabupaten Blora", "attended")} == HEARING
    assert [(event["type"], event["date"]) for event in record["events"]] == [("meeting", "2024-09-18")]


@pytest.mark.parametrize(
    "text",
    [
        "BLORA - Kejari Blora memanggil Ketua KPU Blora Ani Wijaya sebagai saksi, Rabu (18/9/2024).",
        "BLORA - Bawaslu Blora memanggil Kades Cepu untuk dimintai keterangan, Rabu (18/9/2024).",
        "BLORA - Bupati Blora Budi Santoso, yang akrab dipanggil Budi, lahir di Cepu.",
    ],
)
def test_a_summons_is_no_meeting(read: Read, text: str) -> None:
    assert read(text)["events"] == []
