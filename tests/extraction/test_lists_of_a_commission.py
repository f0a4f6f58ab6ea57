"""Names and posts as commissions list them: "anggota yaitu, A, B", a field that ends a sentence, "Kejari Susilo"."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_LEAD = "KENDAL - KPU Kendal menggelar rapat koordinasi di Aula Kantor KPU, Kamis (19/9/2024)."


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], posting["post"]) for posting in record["postings"]}


@pytest.mark.parametrize("sign", [",", ":", ""])
def test_all_behind_namely_share_the_post(read: Read, sign: str) -> None:
    told = f"Rapat dihadiri Ketua Bawaslu Kendal Ani Wijaya dan anggota yaitu{sign} Suriadi, Samsul Bahri dan M. Hasan."
    posts = _posts(read(f"{_LEAD}\n\n{told}"))
    assert {("Suriadi", "anggota"), ("Samsul Bahri", "anggota"), ("M. Hasan", "anggota")} <= posts
    assert ("Ani Wijaya", "anggota") not in posts


def test_members_are_of_the_body_of_whom_they_are_named_with(read: Read) -> None:
    text = (
        "IDI - Komisi A DPRK Aceh Timur menggelar rapat, Kamis (19/9/2024).\n\nRapat itu dihadiri Wakil Ketua Komisi A "
        "Irwansyah dan anggota yaitu, Suriadi, Samsul Bahri dan M. Hasan."
    )
    assert {("Suriadi", "anggota"), ("Samsul Bahri", "anggota"), ("M. Hasan", "anggota")} <= _posts(read(text))


def test_a_member_in_the_next_sentence_is_not_of_the_body_before(read: Read) -> None:
    text = "Hadir Bupati Kendal Ani Wijaya. Kegiatan itu diikuti anggota Suriadi."
    assert not {post for post in _posts(read(f"{_LEAD}\n\n{text}")) if post[0] == "Suriadi"}


def test_a_misspelt_commander_in_front_of_the_number_of_a_unit(read: Read) -> None:
    record = read(
        f"{_LEAD}\n\nHadir Ketua Bawaslu Kendal, Ani Wijaya, Dandrem 073 Makutarama, Kolonel Inf Rudi Hartono, "
        "Danlanal Semarang, Letkol Laut (P) Heru Yusuf, utusan Kejati."
    )
    assert {("Rudi Hartono", "Dandrem 073 Makutarama"), ("Heru Yusuf", "Danlanal Semarang")} <= _posts(record)


@pytest.mark.parametrize(
    "faculty", ["Perikanan dan Ilmu Kelautan", "Ekonomi dan Bisnis", "Ilmu Sosial dan Ilmu Politik (FISIP)"]
)
def test_a_faculty_may_have_several_fields(read: Read, faculty: str) -> None:
    record = read(f"{_LEAD}\n\nHadir Dr. Tuti Wijaya, Dekan Fakultas {faculty} Universitas Diponegoro.")
    fields = faculty.partition(" (")[0]
    assert _posts(record) == {("Tuti Wijaya", f"Dekan Fakultas {fields} Universitas Diponegoro")}


def test_a_faculty_and_another_body_are_two(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir mahasiswa Fakultas Hukum dan Rektor Universitas Diponegoro Selvi Wijaya.")
    assert _posts(record) == {("Selvi Wijaya", "Rektor Universitas Diponegoro")}


@pytest.mark.parametrize("name", ["Mutiara T Yasin", "Ikram Malan Sanusi"])
def test_the_name_of_a_candidate_begins_behind_the_number(read: Read, name: str) -> None:
    record = read(f"{_LEAD}\n\nHadir Paslon Nomor Urut 3 {name}-Ahlan Lestari.")
    assert {(name, "attended"), ("Ahlan Lestari", "attended")} <= parts_of(record)


def test_who_is_a_member_and_heads_a_division_has_both_posts(read: Read) -> None:
    record = read(
        f"{_LEAD}\n\nHadir dari KPU Kornelius Abon (Ketua), Gregorius Sule (Anggota/Ketua Divisi Teknis) dan Ibrahim "
        "Jafar (Anggota/Ketua Divisi Hukum)."
    )
    assert {("Gregorius Sule", "Ketua Divisi Teknis"), ("Ibrahim Jafar", "Ketua Divisi Hukum")} <= {
        (who, post.removesuffix(" KPU Kabupaten Kendal")) for who, post in _posts(record)
    }
    assert ("Gregorius Sule", "Anggota") in _posts(record)


def test_the_letter_of_a_number_is_no_initial(read: Read) -> None:
    record = read(f"{_LEAD}\n\nTim itu dibentuk dengan Keputusan Bupati Kendal Nomor B. 83/IV.01/HK/2024.")
    assert not _posts(record)


@pytest.mark.parametrize("name", ["Muhlis Tapi-Tapi", "Hasan Lapa-Lapa"])
def test_a_surname_may_be_one_word_twice(read: Read, name: str) -> None:
    assert (name, "Camat Boja") in _posts(read(f"{_LEAD}\n\nHadir Camat Boja {name}, S.Ag, dan Kapolsek Boja."))


def test_a_word_twice_is_no_name_by_itself(read: Read) -> None:
    names = {entity["name"] for entity in read(f"{_LEAD}\n\nRapat-Rapat itu dihadiri Camat Boja Hasan.")["entities"]}
    assert "Rapat-Rapat" not in names


@pytest.mark.parametrize("told", ["Provinsi, Ani Wijaya,", "Provinsi Ani Wijaya", "Provinsi Jawa Tengah Ani Wijaya"])
def test_the_level_behind_a_post_tells_its_body(read: Read, told: str) -> None:
    record = read(f"{_LEAD}\n\nHadir Kepala Kesbangpol {told} dan Kapolres Kendal AKBP Budi.")
    assert ("Ani Wijaya", "Kepala Kesbangpol Provinsi Jawa Tengah") in _posts(record)
    assert ("Badan Kesatuan Bangsa dan Politik Provinsi Jawa Tengah", "attended") in parts_of(record)
    assert not {name for name, _ in parts_of(record) if name.endswith("Politik Kabupaten Kendal")}


def test_a_field_of_public_relations_and_a_word_that_no_name_ends_with(read: Read) -> None:
    told = "Hadir Budi Santoso, Kasubag Teknis dan Hubmas, serta Ani Wijaya, Ketua Tim Pertimbangan PPID."
    record = read(f"{_LEAD}\n\n{told}")
    assert ("Budi Santoso", "Kasubag Teknis dan Hubmas KPU Kabupaten Kendal") in _posts(record)
    assert not {entity["name"] for entity in record["entities"] if entity["name"].endswith(("Hubmas", "PPID"))}


def test_speakers_of_a_body_who_are_announced_are_persons(read: Read) -> None:
    told = "Rapat ini menghadirkan narasumber dari BPKP, yaitu Putriane dan Aldisa Wijaya."
    assert {("Putriane", "attended"), ("Aldisa Wijaya", "attended")} <= parts_of(read(f"{_LEAD}\n\n{told}"))


def test_a_field_may_end_its_sentence_with_an_abbreviation(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir Ani Wijaya selaku Ketua Divisi Sosdiklih Parmas SDM.")
    assert _posts(record) == {("Ani Wijaya", "Ketua Divisi Sosdiklih Parmas SDM KPU Kabupaten Kendal")}
    assert "SDM" not in {entity["name"] for entity in record["entities"]}


def test_a_word_for_a_body_with_a_single_name_behind_it_is_its_head(read: Read) -> None:
    record = read(
        f"{_LEAD}\n\nHadir Ketua PN Kendal Masriati, Kejari Susilo, Kapolres Kendal yang diwakili Kompol Budi."
    )
    assert ("Susilo", "Kajari Kendal") in _posts(record)
    assert not {post for post in _posts(record) if post == ("Susilo", "Kapolres Kendal")}


def test_a_body_with_a_place_behind_it_is_no_head(read: Read) -> None:
    assert not _posts(read(f"{_LEAD}\n\nHadir Kejari Batang, Polres Kendal dan Bawaslu."))


@pytest.mark.parametrize(
    "name",
    ["Anak Agung Gede Dewa Rama", "I Ketut Dewa Arta", "Ida Bagus Dewa Gede Rama", "Abdul Kader", "Ibrahim Kader"],
)
def test_a_later_word_that_may_begin_a_name_or_be_a_post_does_not_cut_it(read: Read, name: str) -> None:
    record = read(f"{_LEAD}\n\nHadir Camat Boja {name}, Kapolsek Boja AKP Budi.")
    assert (name, "Camat Boja") in _posts(record)
    assert (name, "attended") in parts_of(record)


def test_two_names_are_two_where_the_first_is_of_another_custom(read: Read) -> None:
    names = {who for who, _ in parts_of(read(f"{_LEAD}\n\nHadir Camat Boja Hartono Wiguna I Ketut Dewa Arta."))}
    assert {"Hartono Wiguna", "I Ketut Dewa Arta"} <= names


def test_the_word_for_a_cadre_in_front_of_a_party_is_no_name(read: Read) -> None:
    names = {entity["name"] for entity in read(f"{_LEAD}\n\nBudi Kader Golkar hadir dalam rapat itu.")["entities"]}
    assert "Partai Golkar" in names
    assert "Budi Kader" not in names
