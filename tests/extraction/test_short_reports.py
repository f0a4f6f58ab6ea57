"""What short reports from the field have: posts right behind names without a comma, numbered posts, private firms."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _names(record: Record, kind: str) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == kind}


def _postings(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], posting["post"]) for posting in record["postings"]}


@pytest.mark.parametrize(
    ("told", "postings"),
    [
        (
            "Turut hadir Pak Tono Wibowo Kepala Desa Mekarjaya, Pak Dedi Hartono Ketua PPS Mekarjaya.",
            {("Tono Wibowo", "Kepala Desa Mekarjaya"), ("Dedi Hartono", "Ketua PPS Mekarjaya")},
        ),
        (
            "Rapat dihadiri AKP Tono Wibowo Kapolsek Mekarjaya, Kapten Inf Dedi Hartono Danramil Mekarjaya.",
            {("Tono Wibowo", "Kapolsek Mekarjaya"), ("Dedi Hartono", "Danramil Mekarjaya")},
        ),
        (
            "Rapat dihadiri Tono Wibowo Ketua PPS Mekarjaya dan Ratna Sari Ketua Bawaslu Blora.",
            {("Tono Wibowo", "Ketua PPS Mekarjaya"), ("Ratna Sari", "Ketua Bawaslu Blora")},
        ),
        (
            "Turut hadir Kapolsek Mekarjaya, AKP Tono Wibowo, Danramil Mekarjaya, Kapten Inf Dedi Hartono.",
            {("Tono Wibowo", "Kapolsek Mekarjaya"), ("Dedi Hartono", "Danramil Mekarjaya")},
        ),
    ],
)
def test_a_post_right_behind_a_name_is_not_that_of_the_next(
    read: Read, told: str, postings: set[tuple[str, str]]
) -> None:
    assert _postings(read(told)) == postings


def test_the_name_of_a_village_has_no_conjunction(read: Read) -> None:
    record = read("Rapat dihadiri Ketua PPS Mekarwangi dan Ratna Sari.")
    assert _names(record, "ElectionCommission") == {"PPS Mekarwangi"}
    assert _names(record, "Person") == {"Ratna Sari"}


@pytest.mark.parametrize(
    "told",
    [
        "Babinsa 17 Mangkurejo menggelar patroli di Kelurahan Mangkurejo, Kota Batam, Senin (23/9/2024).",
        "Turut hadir Ibu Lastri Bidan Desa Mangkurejo.",
        "Turut hadir Bapak Lastri Staf Desa Mangkurejo.",
        "Turut hadir Pak Lastri Satpam SMPN 16 Mangkurejo.",
        "Turut hadir Ibu Lastri Kader Posyandu.",
    ],
)
def test_a_village_and_a_trade_are_nobody(read: Read, told: str) -> None:
    assert _names(read(told), "Person") <= {"Lastri"}


@pytest.mark.parametrize(
    ("told", "firms"),
    [
        ("PT Sawit Karya Kencana dan CV Maju Bersama Abadi", {"PT Sawit Karya Kencana", "CV Maju Bersama Abadi"}),
        ("PT Sawit Kencana bersama Polres Blora", {"PT Sawit Kencana"}),
    ],
)
def test_words_of_cues_are_part_of_the_names_of_firms(read: Read, told: str, firms: set[str]) -> None:
    assert _names(read(f"Rapat dihadiri {told}."), "Company") == firms


@pytest.mark.parametrize(
    ("told", "posting"),
    [
        ("Dandim 0730 Gunugkidul Letkol Inf Rudi Hartono memimpin apel.", "Dandim 0730 Gunugkidul"),
        ("Danramil 0823-15 Mangkurejo, Kapten Inf Rudi Hartono memimpin apel.", "Danramil 0823-15 Mangkurejo"),
        ("Dandim 08.24/Jember Letkol Inf Rudi Hartono memimpin apel.", "Dandim 08.24/Jember"),
        ("Danramil 05 Wagiman, Kapten Inf Rudi Hartono memimpin apel.", None),
    ],
)
def test_the_place_of_a_numbered_unit_is_nobody(read: Read, told: str, posting: str | None) -> None:
    record = read(told)
    people = {"Rudi Hartono"} if posting else {"Rudi Hartono", "Wagiman"}
    assert _names(record, "Person") == people
    assert _postings(record) == ({("Rudi Hartono", posting)} if posting else {("Wagiman", "Danramil 05")})


def test_a_dot_inside_the_number_of_a_unit_is_none_of_it(read: Read) -> None:
    assert _names(read("Kodim 08.24/Jember menggelar apel."), "MilitaryCommand") == {"Kodim 0824/Jember"}


@pytest.mark.parametrize(
    "told",
    [
        "Usai apel, pita disematkan kepada perwakilan yaitu Kodim Blora dan Satpol PP Blora oleh inspektur upacara.",
        "Amanat Bupati Blora dibacakan inspektur upacara dalam apel itu.",
        "Penyematan pita dilakukan oleh pimpinan apel kepada Polres Blora dan Kodim Blora.",
    ],
)
def test_who_leads_without_a_name_is_nobody_in_front_nor_behind(read: Read, told: str) -> None:
    assert "led" not in {role for _, role in parts_of(read(told))}


def test_who_leads_by_a_name_behind_leads(read: Read) -> None:
    told = "Amanat Panglima dibacakan inspektur upacara Kapolres Blora AKBP Ani Wijaya dalam apel itu."
    assert parts_of(read(told)) == {("Ani Wijaya", "led"), ("Polres Blora", "led")}


_PATROL = "Polres Blora menggelar patroli di Blora, Rabu (25/9/2024)."


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("“Kami dibantu personel Kodim Blora,” ujar Kapolres Blora AKBP Ani Wijaya.", {"Kodim 0721/Blora"}),
        ("“Kegiatan ini melibatkan Satpol PP Blora,” ujar AKBP Ani Wijaya.", {"Satpol PP Kabupaten Blora"}),
        ("“Kami bersama KPU Blora siap menyukseskan pilkada,” ujar AKBP Ani Wijaya.", set[str]()),
    ],
)
def test_who_is_on_duty_is_told_in_quotes_too(read: Read, said: str, there: set[str]) -> None:
    others = {name for name, _ in parts_of(read(f"{_PATROL} {said}"))} - {"Polres Blora", "Ani Wijaya"}
    assert others == there


def test_who_helps_elsewhere_is_not_at_a_meeting(read: Read) -> None:
    told = "Polres Blora menggelar rapat di Blora, Rabu (25/9/2024)."
    said = "“Untuk pengamanan kami dibantu Kodim Blora,” ujar Kapolres Blora AKBP Ani Wijaya."
    assert ("Kodim 0721/Blora", "attended") not in parts_of(read(f"{told} {said}"))


@pytest.mark.parametrize("staff", ["petugas dari", "relawan", "tim dari"])
def test_staff_of_a_body_in_a_list_are_its_members(read: Read, staff: str) -> None:
    told = f"Koramil Ngawen bersama Polsek Ngawen dan {staff} PMI Blora melakukan patroli, Rabu (25/9/2024)."
    assert ("PMI Kabupaten Blora", "attended") in parts_of(read(told))
    assert ("PMI Kabupaten Blora", "organised") not in parts_of(read(told))


def test_the_words_up_to_the_region_of_an_unlisted_body_are_no_name(read: Read) -> None:
    record = read("Rapat itu dihadiri Ketua Wirasanti Blora Budi Santoso dan Ketua Askabindo Rembang Joko Susilo.")
    assert _names(record, "Person") == {"Budi Santoso", "Joko Susilo"}


def test_an_association_of_a_trade_has_branches_and_is_whole_when_bare(read: Read) -> None:
    record = read("Rapat itu dihadiri Ketua Hiswana Migas Blora Budi Santoso dan Ketua Gapensi Rembang.")
    assert _names(record, "CivilSociety") == {"Hiswana Migas Kabupaten Blora", "Gapensi Kabupaten Rembang"}
    assert _names(read("Rapat itu dihadiri Hiswana Migas."), "CivilSociety") == {"Hiswana Migas"}
