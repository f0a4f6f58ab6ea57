"""Those who came, spoken of as such: a list behind the word for them, a speaker who asks them for something."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_LEAD = "BLORA - Polres Blora menggelar apel gelar pasukan di Mapolres, Selasa (17/9/2024)."
_GUESTS = {("Kodim 0721/Blora", "attended"), ("Satpol PP Kabupaten Blora", "attended")}


@pytest.mark.parametrize(
    "heading",
    [
        "Adapun peserta apel, yakni",
        "Peserta apel antara lain",
        "Adapun peserta upacara gelar pasukan tersebut, yaitu satu (1) regu",
        "Tamu undangan rapat ini, di antaranya",
    ],
)
def test_those_listed_behind_the_word_for_who_came_were_there(read: Read, heading: str) -> None:
    assert parts_of(read(f"{_LEAD} {heading} Kodim 0721/Blora dan Satpol PP Blora.")) == _GUESTS | {
        ("Polres Blora", "organised")
    }


@pytest.mark.parametrize("told", ["Peserta pemilu, yakni", "Ia meminta peserta pilkada, antara lain"])
def test_those_who_stand_in_an_election_are_no_guests(read: Read, told: str) -> None:
    parts = parts_of(read(f"{_LEAD} {told} Partai Golkar dan PDIP, diminta tertib."))
    assert parts == {("Polres Blora", "organised")}


@pytest.mark.parametrize("whom", ["semua yang hadir", "para hadirin", "seluruh peserta apel"])
@pytest.mark.parametrize("verb", ["meminta", "mengajak"])
def test_whoever_asks_those_present_is_there(read: Read, verb: str, whom: str) -> None:
    parts = parts_of(read(f"{_LEAD} Sambil menyeruput kopi, Camat Cepu Ani Wijaya {verb} {whom} menjaga kerukunan."))
    assert ("Ani Wijaya", "attended") in parts


@pytest.mark.parametrize("whom", ["warga menjaga kerukunan", "peserta pemilu tertib", "semua hadir dalam rapat besok"])
def test_whoever_asks_others_need_not_be_there(read: Read, whom: str) -> None:
    assert parts_of(read(f"{_LEAD} Camat Cepu Ani Wijaya mengajak {whom}.")) == {("Polres Blora", "organised")}


def test_an_adviser_is_told_by_whose_he_is(read: Read) -> None:
    record = read(f"{_LEAD} Apel dihadiri Wali Kota Tegal, Ani Wijaya, diwakili staf ahlinya, Budi Santoso.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Budi Santoso", "Pemerintah Kota Tegal") in {
        (names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]
    }


def test_the_report_of_who_commands_a_parade_names_no_leader(read: Read) -> None:
    told = "Setelah laporan komandan upacara, selanjutnya pembacaan sejarah oleh Ketua DPRD Blora Ani Wijaya."
    assert ("Ani Wijaya", "led") not in parts_of(read(f"{_LEAD} {told}"))
