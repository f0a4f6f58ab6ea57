"""Which name and which body an office goes with, where the words around it mislead."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Pemkab Blora menggelar rapat koordinasi di Blora, Selasa (24/9/2024). "


def _posts(read: Read, text: str) -> set[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"]) for p in record["postings"]}


def _names(read: Read, text: str) -> set[str]:
    return {entity["name"] for entity in read(text)["entities"]}


def test_mayor_is_at_no_government_of_a_regency(read: Read) -> None:
    found = _posts(read, f"{LEAD}Hadir Bupati Blora Ani Wijaya, Sekda Blora Darmi dan Pj Wali Kota Budi Santoso.")
    assert found == {("Ani Wijaya", "Bupati Blora"), ("Darmi", "Sekda Blora")}


def test_governor_is_at_no_government_of_a_regency(read: Read) -> None:
    text = "PATI - Bupati Blora dan Bupati Pati hadir di Pati, Selasa (24/9/2024). Rapat dipimpin Gubernur."
    assert ("Pemerintah Kabupaten Pati", "led") not in parts_of(read(text))


@pytest.mark.parametrize("office", ["Pj.Bupati Pati", "Plt.Camat Cepu", "Plt.Sekda Blora"])
def test_marker_glued_to_a_post_is_no_degree(read: Read, office: str) -> None:
    assert ("Darmi Lestari", office.partition(".")[2]) in _posts(
        read, f"{LEAD}Hadir Kapolres Blora AKBP Budi Santoso, {office} Darmi Lestari."
    )


@pytest.mark.parametrize("heads", ["beberapa Bupati/Wali Kota", "sejumlah Bupati dan Wali Kota"])
def test_word_for_several_goes_on_over_a_pair(read: Read, heads: str) -> None:
    text = (
        f"SEMARANG - Polda Jateng menggelar apel. Tempat disiapkan Pemkot Semarang. Apel dihadiri {heads} dan Kapolda."
    )
    assert ("Pemerintah Kota Semarang", "attended") not in parts_of(read(text))
    assert ("Pemerintah Kota Semarang", "attended") in parts_of(read(text.replace(heads, "Wali Kota")))


def test_initials_in_front_of_a_name_are_no_field(read: Read) -> None:
    text = (
        f"{LEAD}Hadir Koordinator Divisi Hukum dan Diklat Bawaslu Blora Ani. Hadir Kabid Data dan Informasi NB Nuraini."
    )
    assert "NB Nuraini" in _names(read, text)


@pytest.mark.parametrize("post", ["Kasubbag TU", "Kabid Data dan IT"])
def test_two_letters_that_are_the_field(read: Read, post: str) -> None:
    assert "Nuraini" in _names(read, f"{LEAD}Hadir {post} Nuraini, S.Pt.")


@pytest.mark.parametrize(
    "post",
    [
        "Sekretaris Direktorat Jenderal Politik dan Pemerintahan Umum Kemendagri",
        "Direktur Politik Direktorat Jenderal Politik dan Pemerintahan Umum Kemendagri",
    ],
)
def test_directorate_general_is_no_rank(read: Read, post: str) -> None:
    assert _posts(read, f"{LEAD}Hadir {post}, Ani Wijaya.") == {("Ani Wijaya", post)}


def test_word_that_stands_behind_a_level_elsewhere_is_nobody(read: Read) -> None:
    assert "Bloraa" not in _names(read, f"{LEAD}Hadir Ketua PN Bloraa. Kabupaten Bloraa aman.")
    assert "Darmi" in _names(read, f"{LEAD}Hadir Ketua PN Darmi. Kabupaten Bloraa aman.")


def test_last_of_a_list_in_which_one_is_known(read: Read) -> None:
    assert "Qelmus Tabarua" in _names(read, f"{LEAD}Ani Wijaya dan Qelmus Tabarua, akan ikut Pilkada.")
    assert "Lensa Tabarua" not in _names(read, f"{LEAD}Ani Wijaya dan Lensa Tabarua, akan ikut Pilkada.")


def test_list_that_begins_with_a_name_without_an_office(read: Read) -> None:
    forward = (
        "Hadir Darmi Lestari, Ketua DPRD Blora, Ani Wijaya, Camat Cepu, Budi Santoso, sejumlah pejabat, "
        "Kapolres Blora, AKBP Rudi Hartono."
    )
    assert _posts(read, LEAD + forward) == {
        ("Ani Wijaya", "Ketua DPRD Blora"),
        ("Budi Santoso", "Camat Cepu"),
        ("Rudi Hartono", "Kapolres Blora"),
    }
    behind = "Hadir Darmi Lestari, Ketua DPRD Blora, Ani Wijaya, Camat Cepu, Budi Santoso, Lurah Balun."
    assert ("Darmi Lestari", "Ketua DPRD Blora") in _posts(read, LEAD + behind)


def test_party_of_somebody_told_of_before_takes_no_part(read: Read) -> None:
    text = f"{LEAD}Ketua DPRD Blora Ani Wijaya hadir. Politikus Golkar itu menyampaikan usulan saat rapat."
    assert "Partai Golkar" not in {name for name, _ in parts_of(read(text))}
    assert "Partai Golkar" in _names(read, text)
