"""The judges of a trial are at its court; posts with a wrong letter; words that name a person or say something."""

from __future__ import annotations

import pytest

from .conftest import Read

TRIAL = "BLORA - Pengadilan Negeri Blora menggelar sidang perdana, Senin (23/9/2024).\n\n"


def _held(read: Read, text: str) -> set[tuple[str, str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]}


def _names(read: Read, text: str, class_: str = "Person") -> set[str]:
    return {entity["name"] for entity in read(text)["entities"] if entity["class"] == class_}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sidang itu dipimpin hakim ketua Umar Faruk SH.", {("Umar Faruk", "hakim ketua")}),
        ("Sidang dibuka Ketua Majelis Umar Faruk.", {("Umar Faruk", "Ketua Majelis")}),
        (
            "Sidang dihadiri dua anggota hakim bernama Umariyah dan Wijayanti.",
            {("Umariyah", "anggota hakim"), ("Wijayanti", "anggota hakim")},
        ),
        ("Sidang dipimpin Hakim Aggota Umar Faruk.", {("Umar Faruk", "Hakim Aggota")}),
        ("Sidang dibantu Panitera Pengganti Umar Faruk.", {("Umar Faruk", "Panitera Pengganti")}),
    ],
)
def test_judges_are_at_the_only_court_of_the_article(read: Read, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert _held(read, TRIAL + sentence) == {(*pair, "Pengadilan Negeri Blora") for pair in expected}


def test_of_two_courts_none_is_taken(read: Read) -> None:
    text = TRIAL + "Pengadilan Agama Jepara juga bersidang.\n\nSidang itu dipimpin hakim ketua Umar Faruk SH."
    assert not _held(read, text)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Jaksa Penuntut Umum (JPU) Umar Faruk dari Kejari Blora menuntut 5 tahun.", "Kejaksaan Negeri Blora"),
        ("Komisioner Umar Faruk dari KPU Blora hadir.", "KPU Kabupaten Blora"),
    ],
)
def test_a_post_is_at_the_body_that_its_holder_comes_from(read: Read, sentence: str, body: str) -> None:
    ((person, _, institution),) = _held(read, sentence)
    assert (person, institution) == ("Umar Faruk", body)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Bupti Blora Umar Faruk hadir.", "Pemerintah Kabupaten Blora"),
        ("Gubenrur Jawa Tengah Umar Faruk hadir.", "Pemerintah Provinsi Jawa Tengah"),
        ("Kapolress Blora AKBP Umar Faruk hadir.", "Polres Blora"),
        ("Walkot Salatiga Umar Faruk hadir.", "Pemerintah Kota Salatiga"),
    ],
)
def test_posts_with_a_wrong_letter_in_front_of_a_region(read: Read, sentence: str, body: str) -> None:
    ((person, _, institution),) = _held(read, sentence)
    assert (person, institution) == ("Umar Faruk", body)


def test_the_last_word_of_a_post_may_have_a_wrong_letter(read: Read) -> None:
    held = _held(read, "Hadir Kasat Intekam Polres Blora AKP Umar Faruk dan Kabag Opps Kompol Ani Wijaya.")
    assert {(person, body) for person, _, body in held} == {
        ("Umar Faruk", "Polres Blora"),
        ("Ani Wijaya", "Polres Blora"),
    }


@pytest.mark.parametrize("title", ["Sekda : ASN Wajib Netral", "Bupati: PNS Dilarang Berpolitik"])
def test_what_is_said_names_nobody(read: Read, title: str) -> None:
    assert not _names(read, f"BLORA - {title}. Semua pegawai harus patuh.")


@pytest.mark.parametrize(
    ("sentence", "person", "governments"),
    [
        ("Camat Bambang Irawan mengatakan rapat itu aman.", "Bambang Irawan", set()),
        ("Camat Kamal Hidayat datang ke Kecamatan Kamal.", "Hidayat", {"Pemerintah Kecamatan Kamal"}),
        ("Rapat dihadiri Kepala Desa Joko Susilo, Babinsa Serka Umar.", "Joko Susilo", set()),
    ],
)
def test_whether_a_name_is_that_of_the_place(read: Read, sentence: str, person: str, governments: set[str]) -> None:
    text = f"JEMBER - {sentence}"
    assert person in _names(read, text)
    assert _names(read, text, "RegionalGovernment") == governments


def test_scouts_among_those_who_line_up_are_those_of_no_region(read: Read) -> None:
    text = "BLORA - Apel dipimpin Kapolres Blora AKBP Umar Faruk, diikuti personel TNI, Polri, Satpol PP, dan Pramuka."
    assert _names(read, text, "CivilSociety") == {"Pramuka"}
