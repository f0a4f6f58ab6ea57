"""Regions as careless pages write them: a side in small letters, a short form of their own behind the level."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Camat Kuta selatan Ani Wijaya", "Pemerintah Kecamatan Kuta Selatan"),
        ("Kapolsek Banjarmasin barat AKP Ani Wijaya", "Polsek Banjarmasin Barat"),
        ("Kapolres Lampung utara AKBP Ani Wijaya", "Polres Lampung Utara"),
        ("Kapolsek Kotamakmur barat Iptu Ani Wijaya", "Polsek Kotamakmur barat"),  # in no list
    ],
)
def test_a_side_in_small_letters_is_part_of_the_name(read: Read, written: str, body: str) -> None:
    assert _posts(read(f"Apel dipimpin {written}, Rabu (25/9/2024).")) == {("Ani Wijaya", body)}


def test_a_word_for_a_side_behind_a_mere_place_is_none(read: Read) -> None:
    places = [event["place"] for event in read("Apel digelar di Lampung tengah malam, Rabu (25/9/2024).")["events"]]
    assert places == ["Lampung"]


def test_the_short_form_of_a_region_behind_its_level_ends_in_front_of_a_name(read: Read) -> None:
    lead = "Rapat digelar Pemda Kabupaten Kepulauan Tanimbar (KepTan), Rabu (25/9/2024)."
    told = (
        "Rapat dihadiri Kepala Badan Kesatuan Bangsa dan Politik (Kakesbangpol) Kab. KepTan Joyo Darmawan, S.H., "
        "Kepala Kantor Pertanahan Kab. KepTan Ani Wijaya, dan Kapolres KepTan AKBP Budi Santoso."
    )
    assert _posts(read(f"{lead}\n\n{told}")) == {
        ("Joyo Darmawan", "Badan Kesatuan Bangsa dan Politik Kabupaten Kepulauan Tanimbar"),
        ("Ani Wijaya", "Kantor Pertanahan Kabupaten Kepulauan Tanimbar"),
        ("Budi Santoso", "Polres Kepulauan Tanimbar"),
    }


def test_a_comma_may_stand_for_the_full_stop_of_a_short_level(read: Read) -> None:
    where = "di Ruang Aula Mawar Polres Blora, Jl.Dahlia No1, Kel, Ketsoblak, Kec.Blora Selatan, Kota Tual"
    record = read(f"Mediasi dilakukan oleh Polres Blora {where}, Rabu (25/9/2024).")
    assert {entity["name"] for entity in record["entities"]} == {"Polres Blora"}
