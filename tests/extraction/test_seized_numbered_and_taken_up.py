"""What is seized is no guard, the number of a paper no name, and a name taken up is that of before."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _posts(read: Read, text: str) -> list[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return [(names[p["person"]], p["post"]) for p in record["postings"]]


@pytest.mark.parametrize(
    "seized",
    ["lima kilogram sabu-sabu", "tiga pelaku pencurian", "12 motor hasil curian", "barang bukti berupa ponsel"],
)
def test_what_is_seized_is_guarded_by_nobody(read: Read, seized: str) -> None:
    assert read(f"BLORA - Polres Blora berhasil mengamankan {seized}, Selasa (24/9/2024).")["events"] == []


@pytest.mark.parametrize("guarded", ["unjuk rasa mahasiswa", "logistik pemilu", "debat publik"])
def test_what_is_guarded_is(read: Read, guarded: str) -> None:
    record = read(f"BLORA - Polres Blora mengamankan {guarded}, Selasa (24/9/2024).")
    assert ("Polres Blora", "attended") in parts_of(record)


@pytest.mark.parametrize("number", ["No.188.44/564/2021", "No. 12", "Nomor 12 Tahun 2024"])
def test_the_number_of_a_paper_ends_a_name(read: Read, number: str) -> None:
    text = f"BLORA - Keputusan Bupati Blora Ani Wijaya {number} tentang pengangkatan terbit, Selasa (24/9/2024)."
    assert _posts(read, text) == [("Ani Wijaya", "Bupati Blora")]


def test_a_name_that_is_a_word_too_is_no_field(read: Read) -> None:
    record = read("BLORA - Sidang dipimpin Ketua DKPP Ani Wijaya, dengan anggota Teguh Hartono SH, Selasa (24/9/2024).")
    assert ("Teguh Hartono", "attended") in parts_of(record)


def test_a_military_governor_is_no_governor(read: Read) -> None:
    text = "BLORA - Apel digelar, Selasa (24/9/2024). Ia menyebut Ani Wijaya, mantan Gubernur Militer Sulawesi."
    assert _posts(read, text) == []


@pytest.mark.parametrize("told", ["Ani adalah Ketua KPU Blora.", "Ani yang merupakan Ketua KPU Blora berpesan."])
def test_a_name_taken_up_with_an_office_behind_is_that_of_before(read: Read, told: str) -> None:
    text = f"BLORA - Rapat dihadiri Ani Wijaya dan Budi Santoso, Selasa (24/9/2024). {told}"
    assert _posts(read, text) == [("Ani Wijaya", "Ketua KPU Blora")]


def test_an_office_in_front_of_a_single_name_is_another_ones(read: Read) -> None:
    text = "BLORA - Rapat dihadiri warga Budi Santoso, Selasa (24/9/2024). Kapolsek Cepu Budi mengatakan semua aman."
    assert ("Budi Santoso", "Kapolsek Cepu") not in _posts(read, text)


@pytest.mark.parametrize(
    "told",
    [
        "Sementara itu dalam rapat koordinasi di Cepu, Bupati Blora Budi Santoso mendapat jaket.",
        "Dalam patroli semalam, Kapolsek Cepu AKP Budi Santoso menemukan senjata tajam.",
    ],
)
def test_who_is_told_of_at_another_event_is_not_there(read: Read, told: str) -> None:
    record = read(f"BLORA - Polres Blora menggelar apel pagi, Selasa (24/9/2024). {told}")
    assert "Budi Santoso" not in {who for who, _ in parts_of(record)}


def test_who_is_told_of_at_the_event_is(read: Read) -> None:
    record = read(
        "BLORA - Polres Blora menggelar apel pagi, Selasa (24/9/2024). "
        "Dalam apel itu, Dandim 0721/Blora Letkol Inf Budi Santoso mendapat penghargaan."
    )
    assert ("Budi Santoso", "attended") in parts_of(record)
