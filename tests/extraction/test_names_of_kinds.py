"""What a kind says: contests name nobody, a short word for a head heads any body, courts go by their town."""

from __future__ import annotations

import pytest

from .conftest import Read


def _names(record: dict, kind: str) -> list[str]:  # type: ignore[type-arg]
    return [entity["name"] for entity in record["entities"] if entity["class"] == kind]


@pytest.mark.parametrize("contest", ["Pilkades Serentak", "Pilwana Badunsanak", "Pilwako Damai", "Pilgub Jujur"])
def test_a_contest_behind_a_comma_holds_no_office(read: Read, contest: str) -> None:
    record = read(f"Kata Kapolres Blora, {contest} tahun ini berlangsung aman.")
    assert _names(record, "Person") == []
    assert record["postings"] == []


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Ka Kesbang", "Badan Kesatuan Bangsa dan Politik Kabupaten Buru"),
        ("Ka. BPBD", "BPBD Kabupaten Buru"),
        ("Ka Sat Pol PP Buru", "Satpol PP Kabupaten Buru"),
        ("Ka Dinas Kesehatan", "Dinas Kesehatan Kabupaten Buru"),
    ],
)
def test_a_short_word_for_a_head_heads_any_body(read: Read, office: str, body: str) -> None:
    record = read(f"Kapolres Buru AKBP Ani Wijaya memimpin rapat. Hadir {office} Rosid Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Rosid Hartono", body) in [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Ketua KIP", "KIP Kabupaten Pidie"),
        ("Ketua Panwaslih", "Panwaslih Kabupaten Pidie"),
        ("Ketua Mahkamah Syariah", "Mahkamah Syar'iyah Pidie"),
        ("Ketua Mahkamah Syar'iyah Sigli", "Mahkamah Syar'iyah Sigli"),
        ("Kepala Pengadilan Negeri Sigli", "Pengadilan Negeri Sigli"),
        ("Ketua Pengadilan Negeri", "Pengadilan Negeri Pidie"),
    ],
)
def test_bodies_of_aceh_and_courts_by_their_town(read: Read, office: str, body: str) -> None:
    record = read(f"Kapolres Pidie AKBP Ani Wijaya memimpin rapat. Hadir {office} Rosid Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Rosid Hartono", body) in [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]


def test_a_court_keeps_its_unit_under_either_name(read: Read) -> None:
    town, region = (read(f"Rapat dihadiri Pengadilan Negeri {name}.") for name in ("Sigli", "Pidie"))
    assert [e["unit"] for e in town["entities"]] == [e["unit"] for e in region["entities"]] != [None]


@pytest.mark.parametrize("first", ["Kepala Dinas Pendidikan Blora Ani Wijaya, ", ""])
def test_an_office_of_one_field_is_not_that_of_another(read: Read, first: str) -> None:
    record = read(
        f"Hadir Bupati Blora Budi Ananta, {first}Kadis PUPR Rosid Hartono, Kadinkes Umar Hasan, "
        "Kadis Perhubungan Usman Ali, dan Kepala Dinas Sosial Kabupaten Blora Wulan Sari."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = {names[p["person"]]: names[p["institution"]] for p in record["postings"]}
    assert held["Rosid Hartono"] == "Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Blora"
    assert held["Umar Hasan"] == "Dinas Kesehatan Kabupaten Blora"
    assert held["Usman Ali"] == "Dinas Perhubungan Kabupaten Blora"


def test_heads_of_all_regions_are_many_behind_a_comma_too(read: Read) -> None:
    record = read("Ketua KPU Blora Ani Wijaya hadir bersama Bupati, Kapolres, Danramil hingga Camat, se-Jawa Tengah.")
    assert [e["name"] for e in record["entities"]] == ["KPU Kabupaten Blora", "Ani Wijaya"]


def test_the_year_of_an_operation_parts_no_office_from_its_holder(read: Read) -> None:
    record = read("Polres Blora menggelar apel yang dipimpin oleh Kasatgas Cegah OMB Candi 2024, AKP Budi Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    parts = {(names[p["participant"]], p["role"]) for p in record["events"][0]["participations"]}
    assert ("Budi Hartono", "led") in parts


@pytest.mark.parametrize("word", ["sunari", "wagirun"])
def test_a_name_in_small_letters_behind_a_rank(read: Read, word: str) -> None:
    record = read(f"Apel dipimpin Kabag Ops Polres Blora AKP {word} dan Kasat Lantas Iptu Budi Hartono.")
    assert _names(record, "Person") == [word, "Budi Hartono"]


@pytest.mark.parametrize("word", ["menjelang", "sekaligus", "bersangkutan", "terbaik"])
def test_a_plain_word_behind_a_rank_names_nobody(read: Read, word: str) -> None:
    assert _names(read(f"Kapolres Blora naik pangkat AKBP {word} apel di Blora."), "Person") == []


def test_a_list_goes_on_behind_a_member_who_is_stood_in_for(read: Read) -> None:
    record = read(
        "Kapolres Blora AKBP Ani Wijaya memimpin apel. Apel itu dihadiri Dandim 0721/Blora Letkol Inf Budi Hartono. "
        "Selain itu, Kajari yang diwakili Kasi Intel, Ketua KPU Rosid Hasan, Kasatpol PP Umar Ali, serta tamu lainnya."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    there = {names[p["participant"]] for event in record["events"] for p in event["participations"]}
    assert {"Rosid Hasan", "Umar Ali", "Kejaksaan Negeri Blora", "KPU Kabupaten Blora"} <= there


@pytest.mark.parametrize("other", ["Yonif 115/ML", "Batalyon Infanteri 115/ML", "Yonif 115"])
def test_a_unit_with_its_own_number_is_one_under_any_name(read: Read, other: str) -> None:
    record = read(f"Danyon 115/Macan Leuser hadir dalam apel. Personel {other} ikut apel.")
    assert _names(record, "MilitaryCommand") == ["Yonif 115/Macan Leuser"]


def test_posts_of_sub_districts_are_not_numbers_of_their_own(read: Read) -> None:
    record = read("Rapat dihadiri Koramil 01/Karangsari dan Koramil 01/Sukamulya.")
    assert len(_names(record, "MilitaryCommand")) == 2


def test_a_post_behind_whose_field_a_sub_district_stands_is_at_the_polsek(read: Read) -> None:
    record = read("Padal Zona Wilayah Jepon AKP Budi Hartono memimpin apel.")
    assert _names(record, "PoliceUnit") == ["Polsek Jepon"]


def test_a_number_of_years_is_no_part_of_a_name(read: Read) -> None:
    record = read("Besok ditentukan siapa Wali Nagari Batu Kalang 6 tahun ke depan.")
    assert [e["name"] for e in record["entities"]] == ["Pemerintah Desa Batu Kalang"]


@pytest.mark.parametrize("link", ["yang juga", "sekaligus", "merangkap"])
def test_who_also_holds_an_office_holds_it_without_another(read: Read, link: str) -> None:
    record = read(f"Kapolsek Jepon Iptu Budi Hartono hadir dalam rapat. Kata Budi {link} Ketua PMI Blora itu.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]
    assert held == [("Budi Hartono", "Polsek Jepon"), ("Budi Hartono", "PMI Kabupaten Blora")]


def test_the_region_that_an_officer_serves_parts_him_from_no_office(read: Read) -> None:
    record = read("Rapat dihadiri Perwira Penghubung Kodim 0721/Blora untuk Kabupaten Rembang, Mayor Inf Budi Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [(names[p["person"]], names[p["institution"]]) for p in record["postings"]] == [
        ("Budi Hartono", "Kodim 0721/Blora")
    ]


def test_the_head_of_an_office_and_the_chamber_of_commerce_share_a_word(read: Read) -> None:
    record = read(
        "Hadir Bupati Blora Budi Ananta, Kadin PUPR Rosid Hartono, Ketua Kadin Blora Umar Hasan, "
        "dan Kadin Perhubungan Blora Usman Ali."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = {names[p["person"]]: (p["post"], names[p["institution"]]) for p in record["postings"]}
    works = "Pekerjaan Umum dan Penataan Ruang Kabupaten Blora"
    assert held["Rosid Hartono"] == (f"Kadin {works}", f"Dinas {works}")
    assert held["Umar Hasan"] == ("Ketua Kadin Blora", "Kadin Kabupaten Blora")
    assert held["Usman Ali"] == ("Kadin Perhubungan Blora", "Dinas Perhubungan Kabupaten Blora")


def test_who_does_something_is_there_and_the_body_that_does_it_holds_it(read: Read) -> None:
    record = read("Kapolsek Jepon Iptu Umar Ali melakukan pemantauan, Rabu (18/9/2024).")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    parts = {(names[p["participant"]], p["role"]) for p in record["events"][0]["participations"]}
    assert parts == {("Umar Ali", "attended"), ("Polsek Jepon", "attended")}
    record = read("Polsek Jepon melakukan pemantauan, Rabu (18/9/2024).")
    assert [p["role"] for p in record["events"][0]["participations"]] == ["organised"]


@pytest.mark.parametrize("body", ["para Organisasi Kemasyarakatan Pemuda (OKP)", "Organisasi Kepemudaan"])
def test_youth_organisations_together_are_no_body(read: Read, body: str) -> None:
    record = read(f"Rapat dihadiri Kapolres Blora dan {body} serta masyarakat.")
    assert _names(record, "CivilSociety") == []
