"""Names halved by a hyphen, glued to a verb, given away by a rank or spelt out in brackets; firms and schools."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_LEAD = "BLORA - Polres Blora menggelar apel gelar pasukan di halaman Mapolres, Rabu (25/9/2024)."


def _names(record: Record, kind: str = "Person") -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == kind}


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]}


@pytest.mark.parametrize("name", ["Budi Perangin-angin", "Budi Perangin-Angin", "Budi Karo-karo"])
def test_a_hyphen_may_stand_inside_a_word_of_names(read: Read, name: str) -> None:
    assert _names(read(f"{_LEAD}\n\nApel dipimpin AKP {name}.")) == {name}


def test_a_hyphen_between_two_names_joins_none(read: Read) -> None:
    assert "Hartono-Mulyadi" not in _names(read("KPU Blora menggelar debat. Paslon Hartono-Mulyadi hadir."))


def test_a_long_verb_glued_to_an_unlisted_name_is_none_of_it(read: Read) -> None:
    record = read("Kapolres Blora AKBP Revi Nurvelamenghadiri rapat koordinasi di Pendopo, Rabu (25/9/2024).")
    assert parts_of(record) == {("Revi Nurvela", "attended"), ("Polres Blora", "attended")}


def test_a_word_behind_a_rank_names_no_unit_elsewhere(read: Read) -> None:
    record = read(f"{_LEAD}\n\nTugas Kapolres Ari Satmoko kami lanjutkan. AKBP Ari berpamitan.")
    assert _names(record, "PoliceUnit") == {"Polres Blora"}
    assert _names(record) == {"Ari Satmoko"}


def test_a_rank_behind_the_name_of_a_unit_leaves_it_one(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir Kapolsek Ari Iptu Budi Santoso. AKBP Ari Wibowo memberi arahan.")
    assert "Polsek Ari" in _names(record, "PoliceUnit")


def test_somebody_is_told_with_an_age_and_what_she_is(read: Read) -> None:
    told = "Kejadian itu menewaskan seorang ibu rumah tangga, Juliani (43), warga Desa Sukamaju."
    assert _names(read(f"{_LEAD}\n\n{told}")) == {"Juliani"}


def test_a_degree_may_have_a_blank_behind_its_stop(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir Camat Jepon Salikin, S. Pdi, Danramil Jepon Kapten Inf Budi Santoso, M. Rizal.")
    assert _names(record) == {"Salikin", "Budi Santoso", "M. Rizal"}


def test_the_bracket_behind_initials_names_no_person(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir dalam apel PT. PSL (Putra Sari Lestari) dan PT Mekar Jaya (Budi Santoso).")
    assert _names(record) == {"Budi Santoso"}
    assert _names(record, "Company") == {"PT. PSL", "PT Mekar Jaya"}


def test_a_firm_in_short_is_the_one_that_was_named(read: Read) -> None:
    told = "Hadir dalam apel PT Samudra Prima Hijau (SPH). PT SPH menyiapkan armada, PT. SPH juga memberi bantuan."
    assert _names(read(f"{_LEAD}\n\n{told}"), "Company") == {"PT Samudra Prima Hijau"}


def test_a_firm_may_go_by_letters_that_are_a_degree(read: Read) -> None:
    assert _names(read(f"{_LEAD}\n\nHadir dalam apel PT SHI dan PT MH."), "Company") == {"PT SHI", "PT MH"}


def test_a_firm_in_capitals_ends_before_a_conjunction(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir dalam apel PT KTU, PT AIP dan Masyarakat Peduli Api (MPA) Kecamatan Jepon.")
    assert _names(record, "Company") == {"PT KTU", "PT AIP"}
    assert any("Peduli Api" in name for name in _names(record, "CivilSociety"))
    record = read(f"{_LEAD}\n\nHadir dalam apel CV Karya dan Kawan, PT KTU.")
    assert _names(record, "Company") == {"CV Karya dan Kawan", "PT KTU"}


def test_a_school_with_a_number_has_its_regency(read: Read) -> None:
    told = "Apel diikuti pelajar SDN 40 Kota Bima, SMPN 1 Kabupaten Blora dan SMAN 2 Kecamatan Jepon."
    schools = {"SDN 40 Kota Bima", "SMPN 1 Kabupaten Blora", "SMAN 2"}
    assert _names(read(f"{_LEAD}\n\n{told}"), "Education") == schools


def test_capitals_in_brackets_shorten_a_district(read: Read) -> None:
    told = "Banjir melanda Kecamatan Matan Hilir Selatan (MHS). Apel dipimpin Kapolsek MHS Ipda Budi Santoso."
    record = read(f"{told} Camat MHS Ani Wijaya hadir.")
    assert _posts(record) == {
        ("Budi Santoso", "Polsek Matan Hilir Selatan"),
        ("Ani Wijaya", "Pemerintah Kecamatan Matan Hilir Selatan"),
    }


def test_other_capitals_in_brackets_shorten_no_district(read: Read) -> None:
    record = read("Banjir melanda Kecamatan Matan Hilir Selatan (BPBD). Apel dipimpin Kapolsek MHS Ipda Budi Santoso.")
    assert _names(record, "PoliceUnit") != {"Polsek Matan Hilir Selatan"}


def test_whoever_usually_holds_a_post_keeps_it_beside_the_new_one(read: Read) -> None:
    told = "Nurul Edy, yang sehari-harinya menjabat sebagai Asisten I pada Pemprov Kalteng, sekarang menjadi Pj. Bupati"
    posts = {("Nurul Edy", "Pemerintah Provinsi Kalimantan Tengah"), ("Nurul Edy", "Pemerintah Kabupaten Sukamara")}
    assert _posts(read(f"{told} Kabupaten Sukamara.")) == posts


def test_whoever_came_from_a_post_has_left_it(read: Read) -> None:
    record = read("Nurul Edy, yang sebelumnya menjabat sebagai Camat Jepon, kini menjadi Pj. Bupati Sukamara.")
    assert ("Nurul Edy", "Pemerintah Kabupaten Sukamara") in _posts(record)
    assert not any(post["to"] is None and "Jepon" in post["post"] for post in record["postings"] if "to" in post)


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Ketua DPRD Sementara Maluku Utara", "DPRD Provinsi Maluku Utara"),
        ("Kepala LP Kelas IIA Kendal", "Lapas Kendal"),
        ("Kepala LP Klas II B Kendal", "Lapas Kendal"),
    ],
)
def test_an_office_may_be_provisional_or_of_a_class(read: Read, written: str, body: str) -> None:
    assert _posts(read(f"Apel dihadiri {written} Samsul Hidayat.")) == {("Samsul Hidayat", body)}


def test_a_village_facilitator_serves_no_government(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir Tenaga Ahli Pendamping Desa Kabupaten Blora Anton Hilman dalam apel.")
    assert not _names(record, "RegionalGovernment")
    assert _names(record) == {"Anton Hilman"}


def test_initials_stand_behind_the_title_of_a_fathers_name(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir Wakil Bupati Bima Drs. H. Dahlan H. M. Noer, Ketua MUI Bima H. Ali.")
    assert _names(record) == {"Dahlan H. M. Noer", "Ali"}


def test_the_title_of_the_next_person_joins_no_names(read: Read) -> None:
    record = read(f"{_LEAD}\n\nHadir tokoh agama H. Budi Santoso, H. M. Noer dan Ustaz Ali.")
    assert _names(record) == {"Budi Santoso", "M. Noer", "Ali"}


@pytest.mark.parametrize(
    ("written", "name"),
    [("Herman Aray", {"Herma Aray"}), ("Hermin Arai", {"Herma Aray", "Hermin Arai"})],
)
def test_a_full_name_one_letter_off_is_that_of_whoever_is_in_office(read: Read, written: str, name: set[str]) -> None:
    told = "Kepala Dinas Sosial Blora Herma Aray memimpin apel. Semua peserta siap dan perlengkapan sudah diperiksa."
    more = "Ia meminta semua pihak menjaga ketertiban selama tahapan berlangsung sampai selesai."
    assert _names(read(f"{_LEAD}\n\n{told} {more} Semua harus siaga, ujar {written}.")) == name


def test_two_without_an_office_keep_their_names(read: Read) -> None:
    told = "Warga bernama Herma Aray datang ke kantor desa pada pagi hari. Ia membawa berkas yang diminta oleh panitia."
    record = read(f"{_LEAD}\n\n{told} Semua warga diminta sabar menunggu giliran, ujar Herman Aray, warga lainnya.")
    assert _names(record) == {"Herma Aray", "Herman Aray"}


@pytest.mark.parametrize("joint", ["pada", "di"])
@pytest.mark.parametrize("government", ["Pemprov Kalteng", "Pemprov. Kalteng"])
def test_an_agency_is_that_of_the_government_it_is_at(read: Read, joint: str, government: str) -> None:
    record = read(f"Apel di Kota Palangkaraya dihadiri Kepala BKD {joint} {government} Ani Wijaya.", published=None)
    assert _posts(record) == {("Ani Wijaya", "BKD Provinsi Kalimantan Tengah")}


def test_some_groups_are_told_by_their_kind_alone(read: Read) -> None:
    assert not _names(read(f"{_LEAD}\n\nHadir dalam apel perwakilan Ormas Islam Blora."), "CivilSociety")
