"""Lists of names that are announced, initials in them, who is sworn in, and the national body beside a local one."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _people(read: Read, text: str) -> set[str]:
    return {e["name"] for e in read(text)["entities"] if e["class"] == "Person"}


def _postings(read: Read, text: str) -> set[tuple[str, str]]:
    record = read(text)
    names = {e["id"]: e["name"] for e in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


def test_unknown_names_in_an_announced_list_of_persons(read: Read) -> None:
    found = _people(
        read, "Debat diikuti empat kandidat, di antaranya Jati Kusilo, Kuslaba, Dewata Ombo dan Wira Panca."
    )
    assert found == {"Jati Kusilo", "Kuslaba", "Dewata Ombo", "Wira Panca"}


def test_an_announced_list_of_things_is_no_list_of_persons(read: Read) -> None:
    assert not _people(read, "Warga membawa hasil bumi, di antaranya Kuslaba, Gondang Ombo dan Pala.")


def test_initials_in_a_list_are_no_degree(read: Read) -> None:
    text = "Hadir anggota Bawaslu Kabupaten Jepara antara lain Herman, J.H. Malonda, Totok Hariyono, dan Ani Wijaya."
    assert _people(read, text) == {"Herman", "J.H. Malonda", "Totok Hariyono", "Ani Wijaya"}


def test_who_is_sworn_in_attends(read: Read) -> None:
    record = read("Gubernur Bali Budi Santoso melantik Ani Wijaya sebagai Pj Bupati Klungkung, Senin (23/9/2024).")
    assert {("Ani Wijaya", "attended"), ("Budi Santoso", "led")} <= parts_of(record)


def test_whom_an_office_goes_to_holds_it(read: Read) -> None:
    text = "Kapolres Klungkung kini dijabat AKBP Ani Wijaya menggantikan AKBP Budi Santoso."
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = {(names[p["person"]], p["former"]) for p in record["postings"]}
    assert held == {("Ani Wijaya", False), ("Budi Santoso", True)}


@pytest.mark.parametrize("national", ["Bawaslu RI", "Bawaslu Republik Indonesia"])
def test_a_bare_body_beside_the_national_one_is_national(read: Read, national: str) -> None:
    text = f"Ketua Bawaslu Budi Santoso memuji kerja sama {national}.\nRapat diikuti Bawaslu Kabupaten Jepara."
    assert _postings(read, text) == {("Budi Santoso", "Bawaslu RI")}


def test_a_bare_body_behind_a_local_one_is_local(read: Read) -> None:
    text = "Bawaslu Kabupaten Jepara menerima tamu dari Bawaslu RI. Ketua Bawaslu Budi Santoso menyambut mereka."
    assert _postings(read, text) == {("Budi Santoso", "Bawaslu Kabupaten Jepara")}


def test_a_post_that_reaches_into_a_division_is_at_headquarters(read: Read) -> None:
    text = "Karo Penmas Divisi Humas Mabes Polri Brigjen Pol Budi Santoso menjelaskan kasus itu."
    assert _postings(read, text) == {("Budi Santoso", "Polri")}


def test_the_head_office_of_a_party_is_the_party(read: Read) -> None:
    record = read("Sekjen DPP Partai Golkar Budi Santoso hadir. Hadir pula Ketua DPD Partai Golkar Jepara Ani Wijaya.")
    assert {e["name"] for e in record["entities"] if e["class"] == "PoliticalParty"} == {
        "Partai Golkar",
        "DPD Partai Golkar Jepara",
    }


def test_the_office_building_of_a_body_names_the_body(read: Read) -> None:
    record = read("Rapat Sentra Gakkumdu digelar di Ruang Rapat Kantor Bawaslu Kab. Jepara, Senin (23/9/2024).")
    assert "Bawaslu Kabupaten Jepara" in {e["name"] for e in record["entities"]}


def test_a_bare_prosecution_service_that_attends_is_the_local_office(read: Read) -> None:
    record = read("JEPARA - Polres Jepara menggelar rapat, Senin (23/9/2024). Rapat dihadiri Kejaksaan dan KPU.")
    assert ("Kejaksaan Negeri Jepara", "attended") in parts_of(record)


def test_initials_inside_a_name_are_no_degree(read: Read) -> None:
    assert _people(read, "Kapolres Jepara AKBP Budi M.H Saragih, S.I.K., memimpin apel.") == {"Budi M.H Saragih"}


def test_who_carries_ballots_takes_part(read: Read) -> None:
    text = (
        "Polres Jepara mengawal logistik, Senin (23/9/2024). "
        "KPU Jepara beserta Bawaslu Jepara membawa logistik ke kapal."
    )
    assert {("KPU Kabupaten Jepara", "attended"), ("Bawaslu Kabupaten Jepara", "attended")} <= parts_of(read(text))


def test_the_region_of_an_office_is_no_person(read: Read) -> None:
    text = "Hadir Kepala Dinas Energi dan Sumber Daya Mineral Wilayah Kendeng Selatan."
    assert not _people(read, text)


def test_a_list_with_posts_in_front_keeps_its_order(read: Read) -> None:
    text = (
        "Hadir Ketua Bawaslu Kota Salatiga, Budi Santoso, Anggota Umar Faruk, Dewi Kartika, "
        "Korsek Bawaslu kota, Ani Wijaya."
    )
    record = read(text)
    names = {e["id"]: e["name"] for e in record["entities"]}
    held = {names[p["person"]]: p["post"].split()[0] for p in record["postings"]}
    assert held == {
        "Budi Santoso": "Ketua",
        "Umar Faruk": "Anggota",
        "Dewi Kartika": "Anggota",
        "Ani Wijaya": "Korsek",
    }


def test_a_region_is_no_person(read: Read) -> None:
    assert not _people(read, "Warga Natuna meneken pakta integritas, kata Natuna dalam siarannya.")


def test_a_listed_village_is_not_cut_before_a_word_of_names(read: Read) -> None:
    record = read("Kelurahan Tejo Agung menggelar rapat, Senin (23/9/2024). Lurah Tejo Agung hadir.")
    assert {e["name"] for e in record["entities"]} == {"Kelurahan Tejo Agung"}
