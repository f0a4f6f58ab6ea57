"""What takes place and who is there, in the turns that pages of all sorts use."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "
KPU, BAWASLU, KODIM = "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora", "Kodim 0721/Blora"


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam rapat ini juga terlibat langsung KPU Blora, Bawaslu Blora dan warga sekitar.",
        "Adapun yang menandatangani ikrar itu Ketua KPU Blora Ani Wijaya dan Ketua Bawaslu Blora Budi Yasa.",
        "Peserta mendengarkan pemaparan yang dibawakan oleh KPU Blora dan Bawaslu Blora.",
        "Ada KPU Blora dan Bawaslu Blora di barisan depan.",
    ],
)
def test_those_who_are_named_behind_the_verb_attended(read: Read, sentence: str) -> None:
    assert {(KPU, "attended"), (BAWASLU, "attended")} <= parts_of(read(LEAD + sentence))


def test_what_there_is_besides_is_nobody_there(read: Read) -> None:
    assert KPU not in {
        name for name, _ in parts_of(read(LEAD + "Masih ada persoalan anggaran yang diajukan ke KPU Blora."))
    }


def test_to_meet_with_obstacles_is_no_visit(read: Read) -> None:
    record = read("BLORA - Apel pagi di Polres Blora, Selasa (24/9/2024), digelar tanpa menemui hambatan berarti.")
    assert [event["type"] for event in record["events"]] == ["ceremony"]


@pytest.mark.parametrize("word", ["silaturahmi", "silahturahmi", "silaturrahmi"])
def test_visits_are_spelled_in_many_ways(read: Read, word: str) -> None:
    record = read(f"BLORA - Bupati Blora Rudi Wibowo mengikuti {word} di pendopo, Selasa (24/9/2024).")
    assert [(event["type"], event["date"]) for event in record["events"]] == [("visit", "2024-09-24")]
