"""What pages have beside sentences: credits of pictures, units by number, bare units that are many."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _persons(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def _bodies(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] != "Person"}


@pytest.mark.parametrize(
    "credit", ["(JABI/Harian Jogaja/Solopas)", "/PORTAL PAPUAN/Humas Polda Papua", "Foto: ANTARO/Wahyu Said/nym."]
)
def test_what_strokes_part_in_a_credit_is_nobody(read: Read, credit: str) -> None:
    assert _persons(read(f"Bendera partai politik dipasang, Senin (23/9/2024). {credit}\n\nRapat digelar.")) == set()


def test_a_pair_with_a_stroke_is_two_persons(read: Read) -> None:
    record = read("Debat dihadiri Wahyu Said/Budi Santosa dan Ani Wijaya/Rudi Hartono, Senin (23/9/2024).")
    assert _persons(record) == {"Wahyu Said", "Budi Santosa", "Ani Wijaya", "Rudi Hartono"}


@pytest.mark.parametrize("unit", ["Danyon 126 Kala Cakti", "Danyonif 126/Kala Cakti"])
def test_a_battalion_keeps_its_name_of_honour(read: Read, unit: str) -> None:
    record = read(f"Patroli diikuti {unit} Letkol Inf Wahyu Said, Senin (23/9/2024).")
    assert _bodies(record) == {"Yonif 126/Kala Cakti"}


@pytest.mark.parametrize("words", ["Tim dibentuk sampai Tingkat Polres.", "Pengamanan Polres ditingkatkan."])
def test_bare_units_that_do_nothing_are_not_one(read: Read, words: str) -> None:
    record = read(f"SEMARANG - Kapolda Jateng memimpin apel di Kota Semarang, Senin (23/9/2024). {words}")
    assert _bodies(record) == {"Polda Jawa Tengah"}


@pytest.mark.parametrize("place", ["Warung Kopi Ibu Aminah", "Warkop Bang Wahyu", "Toko Haji Said", "Sei Rajawala"])
def test_a_stall_called_after_its_owner_is_a_place(read: Read, place: str) -> None:
    assert _persons(read(f"Patroli digelar Polres Blora. Petugas mampir ke {place} di Cepu.")) == set()


@pytest.mark.parametrize(
    "words",
    [
        "KPU Blora menetapkan Wahyu Said sebagai bupati terpilih melalui rapat pleno terbuka, Senin (23/9/2024).",
        "Wahyu Said ditetapkan KPU Blora dalam rapat pleno terbuka, Senin (23/9/2024).",
        "Wahyu Said ditetapkan KPU Blora. Rapat pleno terbuka itu diadakan pada Senin (23/9/2024).",
    ],
)
def test_who_resolves_something_at_a_sitting_holds_it(read: Read, words: str) -> None:
    assert parts_of(read(words)) == {("KPU Kabupaten Blora", "organised")}


@pytest.mark.parametrize("words", ["menetapkan jadwal kampanye terbuka", "menetapkan aturan pemungutan suara"])
def test_what_is_only_ruled_about_is_not_held(read: Read, words: str) -> None:
    assert read(f"KPU Blora {words}, Senin (23/9/2024).")["events"] == []


def test_a_day_in_the_sentence_before_a_sitting_is_read(read: Read) -> None:
    record = read("Kapolres Blora hadir, Senin (23/9/2024). Rapat itu diadakan di aula, Senin (23/9/2024).")
    assert record["article"] == "a1"
