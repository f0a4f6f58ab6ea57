"""Names that open with a word of the language or an initial without a blank, and words that are no names."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_WHEN = "Rabu (25/9/2024)"


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}


@pytest.mark.parametrize("name", ["Lalu Habib Santosa", "Lalu Wirapraja"])
def test_a_particle_with_a_capital_inside_a_sentence_opens_a_name(read: Read, name: str) -> None:
    assert name in _people(read(f"Rapat dihadiri {name} dan Ketua KPU Blora Ani Wijaya, {_WHEN}."))


@pytest.mark.parametrize("told", ["Lalu Budi Santoso menutup rapat", "Ani datang, Lalu Budi Santoso menutup rapat"])
def test_the_same_word_opens_no_name_where_it_says_what_came_then(read: Read, told: str) -> None:
    assert "Budi Santoso" in _people(read(f"Rapat digelar KPU Blora, {_WHEN}. {told}."))


def test_an_initial_glued_to_a_word_of_names_is_no_degree(read: Read) -> None:
    told = f"Rapat dihadiri Sekretaris KPU Blora, M.Yusuf dan Ketua KPU Blora, Ani Wijaya, M.Kom, {_WHEN}."
    kpu = "KPU Kabupaten Blora"
    assert _posts(read(told)) == {("M.Yusuf", kpu), ("Ani Wijaya", kpu)}


def test_two_letters_behind_the_status_of_many_are_nobody(read: Read) -> None:
    assert _people(read("Bupati Blora meninjau rumah susun ASN Ko")) == set()


def test_a_misspelt_forum_is_no_person(read: Read) -> None:
    record = read(f"Bupati Blora Ani Wijaya bersama Forkompida Blora mengikuti rapat di Hotel Mekar, {_WHEN}.")
    assert _people(record) == {"Ani Wijaya"}
    assert ("Forkopimda Kabupaten Blora", "attended") in parts_of(record)


def test_a_field_of_an_assistant_is_no_person(read: Read) -> None:
    told = "Sekda Aceh Besar, Asisten Pemerintahan, Keistimewaan Aceh dan Kesra, serta Dinas Sosial"
    assert _people(read(f"Rapat di Jantho diikuti {told}, {_WHEN}.")) == set()


def test_a_word_of_a_field_is_no_person(read: Read) -> None:
    told = "Ani Wijaya kini menjabat Kasubdit Penuntutan Narkotika pada Jaksa Agung Muda Pidana Umum Kejagung"
    assert _people(read(f"Rapat digelar Kejari Blora, {_WHEN}. {told}.")) == {"Ani Wijaya"}


def test_who_commands_the_school_of_a_kodam_holds_a_post_there(read: Read) -> None:
    record = read(f"Upacara di Makodam II/Sriwijaya dihadiri Danrindam Kolonel Inf Budi Wijaya, {_WHEN}.")
    assert _posts(record) == {("Budi Wijaya", "Kodam II/Sriwijaya")}
