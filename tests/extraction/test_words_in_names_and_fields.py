"""Words that go on with a name or a field against their look: nature's, an initial without blanks, a small letter."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

_WHEN = "Rabu (25/9/2024)"


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}


def test_a_word_of_nature_ends_a_name_where_no_place_follows(read: Read) -> None:
    told = f"Rapat dihadiri Komisioner KPU Blora Joyo Lembah, S.Sos, dan Camat Tunjungan Ani Bukit, {_WHEN}."
    assert _people(read(told)) == {"Joyo Lembah", "Ani Bukit"}


def test_a_word_of_nature_in_front_of_a_name_is_a_place(read: Read) -> None:
    told = f"Rapat dihadiri Camat Tunjungan Ani Wijaya Gunung Mekar, {_WHEN}."
    assert _people(read(told)) == {"Ani Wijaya"}


def test_an_initial_that_a_full_stop_ties_to_a_name_is_part_of_it(read: Read) -> None:
    told = f"Rapat dibuka Iskarno.P Wijaya.SH MH Ketua KPU Blora, {_WHEN}."
    assert _people(read(told)) == {"Iskarno.P Wijaya"}


@pytest.mark.parametrize("title", ["Hi.", "Hi", "H."])
def test_a_title_of_pilgrims_is_no_part_of_a_name(read: Read, title: str) -> None:
    assert _people(read(f"Rapat dihadiri Ketua KPU Blora {title} Joyo Darmawan, {_WHEN}.")) == {"Joyo Darmawan"}


@pytest.mark.parametrize("field", ["pemerintahan", "Pemerintahan"])
def test_a_field_may_begin_small_behind_the_word_that_opens_it(read: Read, field: str) -> None:
    told = f"Hadir Staf Ahli Bupati Bidang {field} Hukum dan Politik, Ani Wijaya, SH."
    record = read(f"Rapat digelar Pemkab Blora, {_WHEN}. {told}")
    assert _posts(record) == {("Ani Wijaya", "Pemerintah Kabupaten Blora")}


def test_a_member_of_a_body_that_no_list_has_is_none_of_another(read: Read) -> None:
    told = f"Rapat dihadiri anggota Polsek Tunjungan Aiptu Budi Santoso dan anggota LMK Ani Wijaya, {_WHEN}."
    assert _posts(read(told)) == {("Budi Santoso", "Polsek Tunjungan")}


def test_a_unit_of_a_province_that_is_named_by_a_regency_is_the_provinces(read: Read) -> None:
    record = read(f"Rapat dihadiri Danki Brimob Blora AKP Ani Wijaya, {_WHEN}.")
    assert _posts(record) == {("Ani Wijaya", "Polda Jawa Tengah")}


def test_a_section_that_is_named_by_a_district_makes_no_unit_of_a_regency(read: Read) -> None:
    record = read(f"Rapat digelar Polsek Tunjungan, {_WHEN}.\n\n(Sihumas Tunjungan)")
    assert {entity["name"] for entity in record["entities"]} == {"Polsek Tunjungan"}


@pytest.mark.parametrize(
    ("told", "post"),
    [
        ("Sekretaris Kelurahan Mekar Sari, Ani Wijaya", ("Ani Wijaya", "Kelurahan Mekar Sari")),
        ("Dandenpomal Lanal Tual Mayor Laut (PM) Ani Wijaya", ("Ani Wijaya", "Lanal Tual")),
    ],
)
def test_the_post_is_at_the_body_behind_it(read: Read, told: str, post: tuple[str, str]) -> None:
    assert _posts(read(f"Rapat dihadiri {told}, {_WHEN}.")) == {post}


def test_the_pet_name_of_a_regent_is_nobodys_own(read: Read) -> None:
    told = f"Rapat dibuka Bupati Blora Ani Wijaya, {_WHEN}. Mas Bup berpesan agar semua rukun."
    assert _people(read(told)) == {"Ani Wijaya"}


def test_a_word_with_a_figure_is_nobodys_name(read: Read) -> None:
    told = f"Apel bersama personil Koramil, Camat dan P2KD sekecamatan Tunjungan digelar Polsek Tunjungan, {_WHEN}."
    assert _people(read(told)) == set()


def test_the_official_of_a_village_is_told_from_officials_of_villages(read: Read) -> None:
    told = f"Rapat dihadiri Pejabat Desa Mekar Sari Ani Wijaya dan para pejabat desa, {_WHEN}."
    assert _posts(read(told)) == {("Ani Wijaya", "Pemerintah Desa Mekar Sari")}
