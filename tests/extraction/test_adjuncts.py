"""Who is named in a phrase beside the subject of a sentence does not do what its verb says."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Sesuai arahan Kapolri dan Kapolda Jateng, Polres Blora menggelar apel di alun-alun, Selasa (24/9/2024).",
        "Sesuai arahan Kapolri, Kapolda, dan Gubernur, Polres Blora menggelar apel, Selasa (24/9/2024).",
        "Mengacu keputusan KPU RI, Selasa (24/9/2024), Polres Blora menggelar apel di alun-alun.",
        "Seperti Polres Rembang, Polres Blora menggelar apel, Selasa (24/9/2024).",
        "Usai rapat di KPU Blora, Polres Blora menggelar apel, Selasa (24/9/2024).",
        "Mendukung program Bupati Blora, Polres Blora menggelar apel, Selasa (24/9/2024).",
        "Bertempat di Aula Bappeda Blora, Selasa (24/9/2024), Polres Blora menggelar apel.",
        "Selasa (24/9/2024), berdasarkan surat KPU Blora, Polres Blora menggelar apel.",
        "Polres Blora, sesuai arahan Polda Jateng, menggelar apel, Selasa (24/9/2024).",
    ],
)
def test_a_phrase_beside_the_subject(read: Read, sentence: str) -> None:
    assert parts_of(read(f"BLORA - {sentence}")) == {("Polres Blora", "organised")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Pada Selasa (24/9/2024), Polres Blora, KPU Blora, dan Bawaslu Blora menggelar apel.",
        "Sementara itu, Polres Blora, KPU Blora, dan Bawaslu Blora menggelar apel, Selasa (24/9/2024).",
        "Puluhan anggota Polres Blora, KPU Blora, dan Bawaslu Blora menggelar apel, Selasa (24/9/2024).",
        "Sedangkan Polres Blora, KPU Blora, dan Bawaslu Blora menggelar apel, Selasa (24/9/2024).",
        "Usai Polres Blora, KPU Blora, dan Bawaslu Blora menggelar apel, Selasa (24/9/2024), warga pulang.",
        "Sejumlah lembaga, seperti Polres Blora, KPU Blora, dan Bawaslu Blora, menggelar apel, Selasa (24/9/2024).",
    ],
)
def test_a_list_stays_the_subject(read: Read, sentence: str) -> None:
    bodies = {"Polres Blora", "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora"}
    assert {who for who, _ in parts_of(read(f"BLORA - {sentence}"))} == bodies


@pytest.mark.parametrize("word", ["Didampingi", "Dengan didampingi"])
def test_a_companion_in_front_has_no_other_part(read: Read, word: str) -> None:
    record = read(f"BLORA - {word} Kapolres Blora, Bupati Blora Ani Wijaya membuka rapat di aula, Selasa (24/9/2024).")
    parts = parts_of(record)
    assert {("Polres Blora", "attended"), ("Ani Wijaya", "led")} <= parts
    assert ("Polres Blora", "led") not in parts


def test_who_acts_through_a_body(read: Read) -> None:
    record = read("BLORA - Lewat Badan Kesbangpol Blora, pemerintah setempat mengadakan rapat, Selasa (24/9/2024).")
    assert parts_of(record) == {("Badan Kesatuan Bangsa dan Politik Kabupaten Blora", "organised")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sosialisasi digelar di SMAN 1 Blora oleh Polres Blora, Selasa (24/9/2024).",
        "Sosialisasi dilaksanakan di KPU Blora, Selasa (24/9/2024). Polres Blora menggelar kegiatan itu.",
        "Polres Blora menggelar sosialisasi yang diadakan di lingkungan Universitas Diponegoro, Selasa (24/9/2024).",
    ],
)
def test_a_body_that_is_only_the_place_holds_nothing(read: Read, sentence: str) -> None:
    assert parts_of(read(f"BLORA - {sentence}")) == {("Polres Blora", "organised")}
