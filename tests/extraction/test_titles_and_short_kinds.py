"""Corps and ranks in front of names, abbreviations that are a kind of body only with a name, and where a unit lies."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _names(record: Record, kind: str = "Person") -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == kind}


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}


@pytest.mark.parametrize("title", ["Pastor", "Pastur"])
def test_the_title_of_a_priest_is_none_of_the_name(read: Read, title: str) -> None:
    assert _names(read(f"Rapat dihadiri {title} Sius dan Pendeta Paon.")) == {"Sius", "Paon"}


@pytest.mark.parametrize("corps", ["Arh", "Arhanud", "Artileri Pertahanan Udara"])
def test_the_corps_of_an_officer_is_none_of_the_name(read: Read, corps: str) -> None:
    assert _names(read(f"Rapat dihadiri Dandim Blora Letkol {corps} Budi Santoso.")) == {"Budi Santoso"}


def test_a_name_behind_a_corps_names_no_unit_elsewhere(read: Read) -> None:
    text = "Apel dipimpin Dandim 0721/Blora Letkol Czi Tri Bayu Subagiyo. Dikatakan Tri Bayu, semua siap."
    record = read(f"{text} Dandim Tri Bayu Subagiyo berterima kasih.")
    assert _posts(record) == {("Tri Bayu Subagiyo", "Kodim 0721/Blora")}


@pytest.mark.parametrize("place", ["Loji", "Bukit", "Taman"])
def test_a_place_word_ends_the_name_of_an_officer_where_no_place_follows(read: Read, place: str) -> None:
    assert _names(read(f"Rapat dihadiri Iptu Kaleb {place}, dan Ani Wijaya.")) == {f"Kaleb {place}", "Ani Wijaya"}


def test_degrees_end_the_name_of_an_officer(read: Read) -> None:
    assert _names(read("Rapat dihadiri AKBP Kaleb Santoso S.I.K, dan Ani Wijaya.")) == {"Kaleb Santoso", "Ani Wijaya"}


@pytest.mark.parametrize(("first", "post"), [("Hari", "Ketua KPU Blora"), ("Teguh", "Camat Cepu")])
def test_an_ordinary_word_opens_the_name_of_whose_post_follows(read: Read, first: str, post: str) -> None:
    assert _names(read(f"{first} Wijaya, {post}, membuka rapat koordinasi.")) == {f"{first} Wijaya"}


def test_an_ordinary_word_that_nobody_is_called_opens_no_name(read: Read) -> None:
    assert _names(read("Kehadiran Budi Wijaya, Ketua KPU Blora, disambut camat.")) == {"Budi Wijaya"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Abdul khalik, mengatakan rapat itu penting", "Abdul khalik"),
        ("Abdul rozaq mengatakan rapat itu penting", "Abdul rozaq"),
        ("Abdul mengatakan rapat itu penting", "Abdul"),
        ("Abdul bingung karena rapat ditunda", "Abdul"),
        ("Abdul juga hadir dalam rapat", "Abdul"),
    ],
)
def test_half_a_name_goes_on_in_small_letters(read: Read, words: str, name: str) -> None:
    assert _names(read(f"Ketua KPU Blora {words}.")) == {name}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Ramil 03/Cepu", "Koramil 03/Cepu"),
        ("Dim 0721/Blora", "Kodim 0721/Blora"),
        ("Rem 081/Dhirotsaha Jaya", "Korem 081/Dhirotsaha Jaya"),
        ("PA Blora", "Pengadilan Agama Blora"),
        ("MS Calang", "Mahkamah Syar'iyah Calang"),
    ],
)
def test_an_abbreviation_is_a_kind_of_body_in_front_of_a_name(read: Read, body: str, name: str) -> None:
    record = read(f"Rapat dihadiri anggota {body} dan Budi Santoso.")
    assert _names(record, "MilitaryCommand") | _names(record, "Court") == {name}


def test_the_same_abbreviation_with_anything_else_is_none(read: Read) -> None:
    record = read("Rapat dihadiri PA Simanjuntak dan MS Hidayat. Rem Cakram dipakai, kata Ramil. Dim Sum disajikan.")
    assert _names(record, "MilitaryCommand") | _names(record, "Court") == set()
    assert {"PA Simanjuntak", "MS Hidayat"} <= _names(record)


def test_the_village_where_a_unit_lies_does_not_name_it(read: Read) -> None:
    record = read("Kodim 0721/Blora menggelar apel di lapangan Makodim Kelurahan Kauman Lama.")
    assert _names(record, "MilitaryCommand") == {"Kodim 0721/Blora"}


def test_the_head_of_an_agency_by_its_contraction(read: Read) -> None:
    record = read("Rapat Pemkab Blora dihadiri Kadis Perkimtan Aries Kurniawan.")
    agency = "Dinas Perumahan, Kawasan Permukiman dan Pertanahan Kabupaten Blora"
    assert _posts(record) == {("Aries Kurniawan", agency)}


def test_prosecutors_in_a_school_teach(read: Read) -> None:
    record = read("Kejari Blora menggelar Jaksa Masuk Sekolah di SMPN 1 Blora, senin 6 nopember 2023.")
    assert [(event["type"], event["date"]) for event in record["events"]] == [("training", "2023-11-06")]
    assert ("Kejaksaan Negeri Blora", "organised") in parts_of(record)
