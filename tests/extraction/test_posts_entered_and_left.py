"""Who comes into an office, by a verb whose words may stand apart, and who leaves one, or is only asked to."""

from __future__ import annotations

import pytest

from .conftest import Read

Posted = tuple[str, str, bool]


def _posts(read: Read, text: str) -> set[Posted]:
    """Name, post and whether formerly of all postings of a report."""
    record = read(f"PEMALANG - {text}")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], p["former"]) for p in record["postings"]}


@pytest.mark.parametrize(
    "text",
    [
        "Jabatan Kapolsek Moga kini di tangan AKP Dwi Lestari.",
        "Posisi Kapolsek Moga kini berada di pundak AKP Dwi Lestari.",
        "AKP Dwi Lestari ditempatkan sebagai Kapolsek Moga.",
        "AKP Dwi Lestari kini menempati pos Kapolsek Moga.",
        "AKP Dwi Lestari mendapat kepercayaan sebagai Kapolsek Moga.",
        "AKP Dwi Lestari meraih promosi sebagai Kapolsek Moga.",
        "AKP Dwi Lestari, sejak September 2023 menjabat Kapolsek Moga.",
        "AKP Dwi Lestari yang sejak awal tahun 2023 menjabat sebagai Kapolsek Moga mengimbau warga.",
        "Untuk Kapolsek Moga dipercayakan kepada AKP Dwi Lestari.",
        "Sedangkan untuk Kapolsek Moga diisi oleh AKP Dwi Lestari.",
        "AKP Dwi Lestari ditunjuk secara langsung menjadi Kapolsek Moga.",
        "AKP Dwi Lestari yang belum lama menjabat Kapolsek Moga hadir.",
        "AKP Dwi Lestari ditetapkan sebagai Kapolsek Moga.",
    ],
)
def test_who_is_told_to_have_a_post_has_it(read: Read, text: str) -> None:
    assert _posts(read, text) == {("Dwi Lestari", "Kapolsek Moga", False)}


@pytest.mark.parametrize(
    "text",
    [
        "AKP Dwi Lestari diusulkan menempati posisi Kapolsek Moga.",
        "AKP Dwi Lestari berpeluang menduduki jabatan Kapolsek Moga.",
        "AKP Dwi Lestari digadang-gadang mengisi jabatan Kapolsek Moga.",
        "Sambutan Kapolsek Moga diserahkan kepada AKP Dwi Lestari.",
    ],
)
def test_who_is_only_proposed_has_no_post(read: Read, text: str) -> None:
    assert _posts(read, text) == set()


@pytest.mark.parametrize("verb", ["dilantik", "dilantik oleh", "ditunjuk oleh", "dikukuhkan"])
@pytest.mark.parametrize("link", ["sebagai", "menjadi"])
def test_whoever_swears_somebody_in_does_not_come_into_her_office(read: Read, verb: str, link: str) -> None:
    text = f"Joko Pranoto {verb} Bupati Pemalang Dwi Lestari {link} Camat Moga."
    assert _posts(read, text) == {
        ("Joko Pranoto", "Camat Moga", False),
        ("Dwi Lestari", "Bupati Pemalang", False),
    }


def test_of_two_sworn_in_by_a_third_none_has_the_office_of_the_third(read: Read) -> None:
    text = "Joko Pranoto dan Rudi Hartono dilantik Gubernur Jateng Dwi Lestari sebagai Bupati dan Wakil Bupati Blora."
    assert ("Dwi Lestari", "Gubernur Jateng", False) in _posts(read, text)
    assert not {post for name, post, _ in _posts(read, text) if name == "Dwi Lestari"} - {"Gubernur Jateng"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Joko Pranoto terpilih secara aklamasi sebagai Ketua PWI Kabupaten Blora.", "Ketua PWI Kabupaten Blora"),
        ("Joko Pranoto terpilih dengan suara terbanyak menjadi Ketua FKUB Blora.", "Ketua FKUB Blora"),
    ],
)
def test_how_somebody_was_elected_may_stand_between(read: Read, text: str, post: str) -> None:
    assert _posts(read, text) == {("Joko Pranoto", post, False)}


def test_who_left_a_post_that_another_has_now_held_it(read: Read) -> None:
    text = "Jabatan Ketua KPU Blora yang ditinggalkan Joko Pranoto kini diisi Dwi Lestari."
    assert _posts(read, text) == {("Joko Pranoto", "Ketua KPU Blora", True), ("Dwi Lestari", "Ketua KPU Blora", False)}


def test_an_acting_office_is_held_beside_the_other_one(read: Read) -> None:
    text = "Plh Sekda Blora yang dijabat Asisten I Joko Pranoto membuka rapat."
    assert {post for _, post, _ in _posts(read, text)} == {"Sekda Blora", "Asisten I Blora"}


@pytest.mark.parametrize("post", ["tersangka", "calon Bupati Blora", "Bupati Blora", "Bupati Blora terpilih"])
def test_who_is_only_named_for_a_public_office_or_a_suspect_holds_none(read: Read, post: str) -> None:
    assert _posts(read, f"Joko Pranoto ditetapkan sebagai {post}.") == set()


def test_who_was_only_elected_to_a_public_office_does_not_hold_it(read: Read) -> None:
    assert _posts(read, "Joko Pranoto terpilih secara meyakinkan menjadi Bupati Blora.") == set()


def test_the_unit_to_which_somebody_goes_is_that_of_the_new_post(read: Read) -> None:
    text = "Kapolsek Moga AKP Dwi Lestari digeser ke Polres Tegal sebagai Kasat Samapta."
    record = read(f"PEMALANG - {text}")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    found = {(p["post"], names[p["institution"]], p["former"]) for p in record["postings"] if p["institution"]}
    assert found == {("Kapolsek Moga", "Polsek Moga", True), ("Kasat Samapta", "Polres Tegal", False)}


@pytest.mark.parametrize(
    "text",
    [
        "AKP Dwi Lestari (jabatan lama: Kapolsek Moga, jabatan baru: Kapolsek Taman).",
        "AKP Dwi Lestari: Kapolsek Moga menjadi Kapolsek Taman.",
        "AKP Dwi Lestari, Kapolsek Moga ke Kapolsek Taman.",
        "AKP Dwi Lestari yang sebelumnya Kapolsek Moga kini Kapolsek Taman.",
        "Kapolsek Moga AKP Dwi Lestari digeser ke jabatan Kapolsek Taman.",
    ],
)
def test_a_list_of_moves_tells_the_old_post_and_the_new_one(read: Read, text: str) -> None:
    assert _posts(read, text) == {("Dwi Lestari", "Kapolsek Moga", True), ("Dwi Lestari", "Kapolsek Taman", False)}


def test_who_had_a_post_and_who_has_it_are_told_without_a_word_for_it(read: Read) -> None:
    text = "Kapolsek Moga yang sebelumnya dijabat AKP Joko Pranoto kini diisi oleh Iptu Dwi Lestari."
    assert _posts(read, text) == {("Joko Pranoto", "Kapolsek Moga", True), ("Dwi Lestari", "Kapolsek Moga", False)}


@pytest.mark.parametrize(
    "text",
    [
        "Dwi Lestari mengakhiri tugas sebagai Ketua KPU Kabupaten Blora.",
        "Dwi Lestari resmi mundur dari jabatan Ketua KPU Kabupaten Blora.",
        "Dwi Lestari diberhentikan sebagai Ketua KPU Kabupaten Blora.",
        "Dwi Lestari telah berakhir masa tugasnya sebagai Ketua KPU Kabupaten Blora.",
        "KPU RI mencopot Dwi Lestari dari jabatan Ketua KPU Kabupaten Blora.",
        "Pemberhentian Dwi Lestari sebagai Ketua KPU Kabupaten Blora diumumkan.",
        "Pengunduran diri Dwi Lestari sebagai Ketua KPU Kabupaten Blora diterima.",
        "Ketua KPU Kabupaten Blora Dwi Lestari mengakhiri masa jabatannya sebagai Ketua KPU.",
    ],
)
def test_who_leaves_an_office_held_it(read: Read, text: str) -> None:
    assert _posts(read, text) == {("Dwi Lestari", "Ketua KPU Kabupaten Blora", True)}


@pytest.mark.parametrize(
    "text",
    [
        "Dwi Lestari akan mengakhiri tugas sebagai Ketua KPU Kabupaten Blora.",
        "Dwi Lestari didesak mundur dari jabatan Ketua KPU Kabupaten Blora.",
        "Dwi Lestari tidak mundur dari jabatan Ketua KPU Kabupaten Blora.",
        "Massa menuntut Dwi Lestari dicopot dari jabatan Ketua KPU Kabupaten Blora.",
        "Dwi Lestari cuti dari jabatannya sebagai Ketua KPU Kabupaten Blora.",
        "Usulan pemberhentian Dwi Lestari sebagai Ketua KPU Kabupaten Blora dibahas.",
        "Pelantikan Dwi Lestari sebagai Ketua KPU Kabupaten Blora digelar.",
    ],
)
def test_who_is_only_to_leave_an_office_holds_it(read: Read, text: str) -> None:
    assert _posts(read, text) == {("Dwi Lestari", "Ketua KPU Kabupaten Blora", False)}


def test_the_office_that_somebody_left_is_not_that_of_who_speaks_behind_it(read: Read) -> None:
    text = "Saat ditanya soal Joko Pranoto yang dicopot dari jabatannya sebagai Ketua DPC PKB Blora, Dwi Lestari diam."
    assert _posts(read, text) == {("Joko Pranoto", "Ketua DPC PKB Blora", True)}
