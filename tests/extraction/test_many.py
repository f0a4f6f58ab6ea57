"""Words for many bodies at once, and lists whose members share a name, a verb or an announcement."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "JEPARA - Kapolres Jepara AKBP Budi Santoso memimpin rapat koordinasi di aula, Senin (23/9/2024). "


@pytest.mark.parametrize(
    "many",
    [
        "para camat",
        "para Kapolres jajaran",
        "Camat se-Kabupaten Jepara",
        "Kapolsek dan Danramil Se Kab. Jepara",
        "PPK dan Panwascam se-Kabupaten Jepara",
        "Kejaksaan Negeri se-Jawa Tengah",
    ],
)
def test_a_word_for_many_bodies_names_none(read: Read, many: str) -> None:
    record = read(LEAD + f"Rapat itu dihadiri Bawaslu Kabupaten Jepara dan {many}.")
    assert {e["name"] for e in record["entities"]} == {"Polres Jepara", "Budi Santoso", "Bawaslu Kabupaten Jepara"}


def test_a_number_is_not_shared_with_the_body_before(read: Read) -> None:
    record = read("Rapat dihadiri perwira Polres dan Kodim 0719/Jepara, Senin (23/9/2024).")
    assert {e["name"] for e in record["entities"]} == {"Polres Jepara", "Kodim 0719/Jepara"}


def test_a_name_may_begin_with_a_word_that_is_also_part_of_a_post(read: Read) -> None:
    record = read("Kapolsek Metro Timur AKP Budi Santoso memimpin apel, Senin (23/9/2024).")
    assert {e["name"] for e in record["entities"]} == {"Polsek Metro Timur", "Budi Santoso"}


def test_those_who_are_announced_behind_a_verb_attend(read: Read) -> None:
    record = read(
        LEAD + "Tampil sebagai narasumber dalam kegiatan ini antara lain Kompol Ani Wijaya dan Iptu Dwi Prasetyo."
    )
    assert {("Ani Wijaya", "attended"), ("Dwi Prasetyo", "attended")} <= parts_of(record)


def test_a_companion_is_read_in_the_word_for_an_event(read: Read) -> None:
    record = read(LEAD + "Patroli bersama Kapolsek Bangsri AKP Ani Wijaya ini menyasar gudang logistik.")
    assert ("Ani Wijaya", "attended") in parts_of(record)


@pytest.mark.parametrize(
    "sentence",
    [
        "Selain Dandim 0719/Jepara Letkol Inf Ani Wijaya, hadir Ketua KPU Jepara Umar Faruk.",
        "Ikrar dibacakan di hadapan Dandim 0719/Jepara Letkol Inf Ani Wijaya dan Ketua KPU Jepara Umar Faruk.",
        "Narasumbernya Dandim 0719/Jepara Letkol Inf Ani Wijaya dan Ketua KPU Jepara Umar Faruk.",
    ],
)
def test_who_is_there_beside_others(read: Read, sentence: str) -> None:
    record = read(LEAD + sentence)
    assert {("Ani Wijaya", "attended"), ("Umar Faruk", "attended")} <= parts_of(record)
