"""Initials behind fields, little words inside names, offices of many in lists, and verbs with a body between."""

from __future__ import annotations

import pytest

from .conftest import Read


def _posts(read: Read, text: str) -> set[tuple[str, str, bool]]:
    """Name, post and whether formerly of all postings of a report."""
    record = read(f"PEMALANG - {text}")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], p["former"]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kabag Pemerintahan dan Humas M Fauzan hadir.", "M Fauzan"),
        ("Kabag Pemerintahan Umum Setda Hartono hadir bersama Dwi Lestari.", "Hartono"),
        ("Ketua Komisi A Joko Pranoto hadir.", "Joko Pranoto"),
        ("Asisten I Joko Pranoto hadir.", "Joko Pranoto"),
    ],
)
def test_a_letter_in_front_of_a_name_is_an_initial_unless_it_numbers(read: Read, text: str, name: str) -> None:
    assert name in {found for found, *_ in _posts(read, text)}


def test_a_little_word_stands_inside_a_name_of_three(read: Read) -> None:
    text = "Rapat disaksikan 4 komisioner KPU yaitu Rina Atas Asih, Dwi Lestari, Siti Aminah dan Joko Pranoto."
    assert {name for name, *_ in _posts(read, text)} == {"Rina Atas Asih", "Dwi Lestari", "Siti Aminah", "Joko Pranoto"}
    text = "Kapolsek Moga AKP Gunawan Karyawan Manurung memimpin apel."
    assert _posts(read, text) == {("Gunawan Karyawan Manurung", "Kapolsek Moga", False)}


@pytest.mark.parametrize("text", ["Kapolsek Moga AKP Budi Memimpin Apel Pagi.", "Kapolsek Moga AKP Budi Atas Izin."])
def test_a_verb_or_a_word_in_front_of_no_name_ends_it(read: Read, text: str) -> None:
    assert _posts(read, text) == {("Budi", "Kapolsek Moga", False)}


def test_an_office_of_many_in_a_list_is_not_that_of_the_name_in_front(read: Read) -> None:
    text = "Rapat Koramil 05/Moga dihadiri Pendeta Simon, Pastor Markus, Babinsa, Bhabinkamtibmas dan warga."
    assert _posts(read, text) == set()


def test_the_post_that_is_told_ahead_is_left_for_the_one_at_another_body(read: Read) -> None:
    text = "AKBP Dwi Lestari, Kapolres Blora yang dimutasi ke Polda Bali untuk jabatan Wadirpolair Polda Bali."
    assert _posts(read, text) == {
        ("Dwi Lestari", "Kapolres Blora", True),
        ("Dwi Lestari", "Wadirpolair Polda Bali", False),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kepala Staf PD XIV Hasanuddin Endang Lestari hadir.", "Endang Lestari"),
        ("Aster PD IV/Diponegoro Kolonel Inf Endang Lestari hadir.", "Endang Lestari"),
        ("Camat Moga Drs. Ec. Joko Pranoto, MM hadir.", "Joko Pranoto"),
        ("Uskup Ende Mgr Joko Pranoto hadir.", "Joko Pranoto"),
    ],
)
def test_a_unit_a_title_or_a_see_is_no_part_of_a_name(read: Read, text: str, name: str) -> None:
    record = read(f"PEMALANG - {text}")
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == [name]


def test_a_title_at_the_end_of_a_line_goes_with_the_name_on_the_next(read: Read) -> None:
    lines = (
        "BLORA - Apel gelar pasukan pengamanan pemilu digelar di halaman",
        "Mapolres Blora, Rabu pagi, dan diikuti oleh ratusan personel dari",
        "berbagai kesatuan yang bertugas di wilayah Kabupaten Blora dan di",
        "sekitarnya. Turut hadir Bupati Djoko Pranoto, Ketua DPRD Blora, Ir.",
        "H.Bambang Lestari, Dandim 0721/Blora Letkol Inf Rudi Hartono serta",
        "jajaran lainnya.",
    )
    record = read("\n".join(lines))
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Bambang Lestari", "Ketua DPRD Blora") in {(names[p["person"]], p["post"]) for p in record["postings"]}


def test_staffs_of_a_kodam_are_of_it(read: Read) -> None:
    text = "Hadir Paban Bhakti Sterdam IV/Diponegoro Mayor Arh Joko Pranoto."
    record = read(f"PEMALANG - {text}")
    assert "Kodam IV/Diponegoro" in {entity["name"] for entity in record["entities"]}
    assert {name for name, *_ in _posts(read, text)} == {"Joko Pranoto"}
