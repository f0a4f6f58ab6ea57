"""Several names in front of a verb and several offices behind it: each has the one in its place, or nobody has any."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

HEAD, DEPUTY = "Bupati Blora", "Wakil Bupati Blora"


def _posts(read: Read, text: str, **how: str) -> list[tuple[str, str]]:
    record = read(text, **how)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return sorted((names[p["person"]], p["post"]) for p in record["postings"] if not p["former"])


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso dan Ani Wijaya resmi dilantik sebagai Bupati dan Wakil Bupati Blora periode 2024-2029.",
        "Pasangan Budi Santoso-Ani Wijaya dilantik menjadi Bupati dan Wakil Bupati Blora di Jakarta.",
        "Budi Santoso-Ani Wijaya resmi menjabat Bupati-Wakil Bupati Blora.",
        "Budi Santoso, S.E., dan dr. Ani Wijaya, M.Kes., resmi menjadi Bupati dan Wakil Bupati Blora.",
        "Gubernur melantik Budi Santoso dan Ani Wijaya menjadi Bupati dan Wakil Bupati Blora.",
        "Dua orang, yakni Budi Santoso dan Ani Wijaya, masing-masing menjabat Bupati Blora dan Wakil Bupati Blora.",
    ],
)
def test_the_first_name_is_the_heads_and_the_second_the_deputys(read: Read, text: str) -> None:
    assert _posts(read, text) == [("Ani Wijaya", DEPUTY), ("Budi Santoso", HEAD)]


def test_three_names_have_three_offices(read: Read) -> None:
    text = (
        "Ani Wijaya, Budi Santoso, dan Joko Pranoto dilantik sebagai Kepala Dinas Kesehatan Kabupaten Blora, "
        "Kepala Dinas Perhubungan Kabupaten Blora, dan Camat Cepu."
    )
    assert _posts(read, text) == [
        ("Ani Wijaya", "Kepala Dinas Kesehatan Kabupaten Blora"),
        ("Budi Santoso", "Kepala Dinas Perhubungan Kabupaten Blora"),
        ("Joko Pranoto", "Camat Cepu"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso, Ani Wijaya dan Joko Pranoto dilantik sebagai Bupati dan Wakil Bupati Blora, Selasa (17/9/2024).",
        "Budi Santoso dan Ani Wijaya dilantik sebagai Camat Cepu, Camat Jepon dan Camat Kunduran, Selasa (17/9/2024).",
        "Budi Santoso dan Ani Wijaya dilantik menjadi Bupati Blora, Selasa (17/9/2024).",
        "Budi Santoso dan Ani Wijaya ditetapkan sebagai Bupati dan Wakil Bupati Blora terpilih, Selasa (17/9/2024).",
        "Budi Santoso dan Ani Wijaya terpilih sebagai Bupati dan Wakil Bupati Blora, Selasa (17/9/2024).",
    ],
)
def test_nothing_is_guessed_where_the_counts_differ_and_of_those_elected(read: Read, text: str) -> None:
    assert _posts(read, text) == []


def test_an_office_that_many_hold_is_that_of_all(read: Read) -> None:
    text = "Budi Santoso dan Ani Wijaya dilantik sebagai anggota KPU Kabupaten Blora, Selasa (17/9/2024)."
    member = "anggota KPU Kabupaten Blora"
    assert _posts(read, text) == [("Ani Wijaya", member), ("Budi Santoso", member)]


def test_a_former_office_is_dealt_out_too(read: Read) -> None:
    text = "Budi Santoso dan Ani Wijaya yang sebelumnya menjabat Camat Cepu dan Camat Jepon hadir dalam apel."
    record = read(text)
    assert sorted((p["post"], p["former"]) for p in record["postings"]) == [("Camat Cepu", True), ("Camat Jepon", True)]


@pytest.mark.parametrize("joint", [" dan ", ", "])
def test_a_mere_capacity_is_that_of_the_last(read: Read, joint: str) -> None:
    text = f"Rapat dihadiri Ani Wijaya{joint}Budi Santoso selaku Ketua KPU Kabupaten Blora, Selasa (17/9/2024)."
    assert _posts(read, text) == [("Budi Santoso", "Ketua KPU Kabupaten Blora")]


def test_each_begins_on_the_day_of_the_ceremony_and_only_in_her_own_office(read: Read) -> None:
    record = read(
        "Budi Santoso dan Ani Wijaya dilantik sebagai Camat Cepu dan Camat Jepon, Selasa (17/9/2024).",
    )
    assert sorted((p["post"], p["start"]) for p in record["postings"]) == [
        ("Camat Cepu", "2024-09-17"),
        ("Camat Jepon", "2024-09-17"),
    ]


def test_an_office_held_before_has_no_end_by_a_handover_of_another_one(read: Read) -> None:
    record = read(
        "Kapolres Blora memimpin sertijab Kapolsek Cepu, Selasa (17/9/2024). AKP Budi Santoso digantikan "
        "Iptu Joko Pranoto yang sebelumnya bertugas sebagai Kanit Reskrim Polsek Jepon."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    ended = [(names[p["person"]], p["post"]) for p in record["postings"] if p["end"]]
    assert ended == [("Budi Santoso", "Kapolsek Cepu")]


def test_stray_full_stops_part_nobody_from_an_office(read: Read) -> None:
    record = read(
        "BLORA - Upacara digelar di Blora, Selasa (24/9/2024). Hadir dalam upacara tersebut Bupati Blora. "
        "Drs. H. Ani Wijaya, M. Si., Sekda Blora . Ir. Budi Santoso, MM., Dandim 0721/Blora. Letkol Inf Dwi Prasetyo, "
        "Ketua DPRD Kabupaten Blora. Eko Nugroho, S.H., M.Si., Kapolres Blora. AKBP Fajar Hidayat."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {(names[p["person"]], p["post"]) for p in record["postings"]} == {
        ("Ani Wijaya", "Bupati Blora"),
        ("Budi Santoso", "Sekda Blora"),
        ("Dwi Prasetyo", "Dandim 0721/Blora"),
        ("Eko Nugroho", "Ketua DPRD Kabupaten Blora"),
        ("Fajar Hidayat", "Kapolres Blora"),
    }
    came = {"Ani Wijaya", "Budi Santoso", "Dwi Prasetyo", "Eko Nugroho", "Fajar Hidayat"}
    assert {(name, "attended") for name in came} <= parts_of(record)


def test_members_of_a_list_that_full_stops_part_all_came(read: Read) -> None:
    record = read(
        "BLORA - Apel dihadiri Bupati Blora Ani Wijaya . Kapolres Blora AKBP Budi Santoso . "
        "Ketua KPU Blora Dwi Prasetyo, Selasa (24/9/2024)."
    )
    assert {(name, "attended") for name in ("Ani Wijaya", "Budi Santoso", "Dwi Prasetyo")} <= parts_of(record)
