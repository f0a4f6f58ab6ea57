"""Slips of the pen in words for levels, pairs of candidates, constituencies, and units with numbers of their own."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("holder", "posting"),
    [
        ("Dansubdenpom IV/2-1 Kapten CPM Budi Hartono", ("Budi Hartono", "Subdenpom IV/2-1")),
        ("Komandan Kopasus Mayor Budi Hartono", ("Budi Hartono", "Kopassus")),
        ("Pangdivif 2 Kostrad Mayjen TNI Budi Hartono", ("Budi Hartono", "Divisi Infanteri 2/Kostrad")),
        ("Kasi Intel Rem 143/HO Letkol Inf Budi Hartono", ("Budi Hartono", "Korem 143/Halu Oleo")),
        ("Staf Ahli Pangdam XIV/HSN Kolonel Inf Budi Hartono", ("Budi Hartono", "Kodam XIV/Hasanuddin")),
        ("Ketua Bawaslu Kabulaten Belu Budi Hartono", ("Budi Hartono", "Bawaslu Kabupaten Belu")),
        ("Ketua KPU Kabupataen Belu Budi Hartono", ("Budi Hartono", "KPU Kabupaten Belu")),
        ("anggota DPRD Kabupaten Belu dari Dapil III, Budi Hartono", ("Budi Hartono", "DPRD Kabupaten Belu")),
        ("anggota DPRD NTT Dapil Belu-Malaka, Budi Hartono", ("Budi Hartono", "DPRD Provinsi Nusa Tenggara Timur")),
    ],
)
def test_the_body_and_its_holder(read: Read, holder: str, posting: tuple[str, str]) -> None:
    record = read(f"Rapat dihadiri {holder}, Rabu (18/9/2024).")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [(names[p["person"]], names[p["institution"]]) for p in record["postings"]] == [posting]
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Budi Hartono"]


@pytest.mark.parametrize("pair", ["(Sarpo-Marlin)", "(Sarpo – Marlin)", "Sarpo-Marlin"])
def test_a_pair_of_single_names(read: Read, pair: str) -> None:
    record = read(f"Deklarasi diikuti Paslon Nomor Urut 2 {pair}, Rabu (18/9/2024).")
    assert {("Sarpo", "attended"), ("Marlin", "attended")} <= parts_of(record)


def test_no_sentence_ends_between_the_degrees_of_the_first_of_a_pair(read: Read) -> None:
    record = read("Hadir paslon Made Sukarja, SE. MM – Ketut Sudarma, SH., M.Si dalam deklarasi, Rabu (18/9/2024).")
    assert {name for name, _ in parts_of(record)} == {"Made Sukarja", "Ketut Sudarma"}


def test_a_task_group_keeps_its_whole_name(read: Read) -> None:
    record = read("Rapat dihadiri Gugus Tugas Percepatan Penanganan Covid-19 Kabupaten Belu, Rabu (18/9/2024).")
    assert parts_of(record) == {("Gugus Tugas Percepatan Penanganan Covid-19 Kabupaten Belu", "attended")}


@pytest.mark.parametrize("holder", ["caleg PKB Budi Hartono", "caleg PKB dari Dapil 8 Kota Kupang, Budi Hartono"])
def test_who_stands_for_a_seat_holds_no_post_at_the_party(read: Read, holder: str) -> None:
    record = read(f"Rapat dihadiri {holder}, Rabu (18/9/2024).")
    assert record["postings"] == []
    assert parts_of(record) == {("Budi Hartono", "attended")}
    assert "PKB" in {entity["name"] for entity in record["entities"]}


def test_a_pair_of_candidates_and_a_body_are_no_post_at_the_body(read: Read) -> None:
    record = read("Rapat dihadiri tim paslon dan Polres Belu, Rabu (18/9/2024).")
    assert parts_of(record) == {("Polres Belu", "attended")}


@pytest.mark.parametrize(
    ("leader", "body"),
    [
        ("Kapolres Belu AKBP Rudi Salim, Ketua DPRD Belu Sari Dewi", "Panwaslu Kabupaten Belu"),
        ("Camat Lasiolat Rudi Salim", "Panwaslu Kecamatan Lasiolat"),
    ],
)
def test_the_supervisors_of_the_level_that_most_bodies_are_of(read: Read, leader: str, body: str) -> None:
    record = read(
        f"Apel dihadiri {leader}, Kapolsek Lasiolat Iptu Ani Wijaya, anggota Panwaslu Budi Hartono, Rabu (17/1/2018).",
        published="2018-01-18",
    )
    assert body in {entity["name"] for entity in record["entities"]}


def test_a_peaceful_campaign_is_a_ceremony(read: Read) -> None:
    record = read("Kapolres Belu AKBP Rudi Salim menghadiri Kampanye Damai yang digelar KPU Belu, Rabu (18/9/2024).")
    assert [event["type"] for event in record["events"]] == ["ceremony"]


@pytest.mark.parametrize("verb", ["mengatakan", "menyampaikan", "dikonfirmasi"])
def test_a_verb_that_lacks_its_blank_is_no_part_of_the_name(read: Read, verb: str) -> None:
    record = read(f"Kapolres Belu AKBP Budi Hartono{verb} di Atambua, Rabu (18/9/2024), patroli akan digelar.")
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Budi Hartono"]
    assert parts_of(record) == set()
