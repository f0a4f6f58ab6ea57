"""Lists of who goes from one post to another, units above an office in front of its verb, and posts at headquarters."""

from __future__ import annotations

import pytest

from .conftest import Read


def _posts(read: Read, text: str) -> set[tuple[str, str, str | None, bool]]:
    """Name, post, body and whether formerly of all postings of a report."""
    record = read(f"PEMALANG - {text}")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {
        (names[p["person"]], p["post"], names[p["institution"]] if p["institution"] else None, p["former"])
        for p in record["postings"]
    }


def test_each_of_a_list_has_the_posts_behind_the_name(read: Read) -> None:
    text = (
        "Yang dimutasi yakni Joko Pranoto yang digeser dari Camat Moga menjadi Camat Taman, Rudi Hartono digeser dari "
        "Camat Belik menjadi Camat Moga, dan Dwi Lestari dari Camat Taman geser menjadi Camat Belik."
    )
    assert {(name, post, former) for name, post, _, former in _posts(read, text)} == {
        ("Joko Pranoto", "Camat Moga", True),
        ("Joko Pranoto", "Camat Taman", False),
        ("Rudi Hartono", "Camat Belik", True),
        ("Rudi Hartono", "Camat Moga", False),
        ("Dwi Lestari", "Camat Taman", True),
        ("Dwi Lestari", "Camat Belik", False),
    }


@pytest.mark.parametrize(
    "text",
    [
        "AKBP Dwi Lestari Kapolres Blora Polda Jateng diangkat dalam jabatan baru sebagai Kapolres Pati Polda Jateng.",
        "AKBP Dwi Lestari, Kapolres Blora Polda Jateng, diangkat sebagai Kapolres Pati Polda Jateng.",
        "AKBP Dwi Lestari, jabatan lama Kapolres Blora Polda Jateng, jabatan baru Kapolres Pati Polda Jateng.",
    ],
)
def test_the_unit_above_an_office_does_not_part_it_from_its_verb(read: Read, text: str) -> None:
    assert _posts(read, text) == {
        ("Dwi Lestari", "Kapolres Blora", "Polres Blora", True),
        ("Dwi Lestari", "Kapolres Pati", "Polres Pati", False),
    }


def test_who_is_moved_has_the_post_so_far_no_longer(read: Read) -> None:
    text = (
        "Dwi Lestari yang kini menjabat sebagai Camat Moga dimutasi menjadi Camat Taman. Posisinya diganti Ani Rahma."
    )
    assert {(name, post, former) for name, post, _, former in _posts(read, text)} == {
        ("Dwi Lestari", "Camat Moga", True),
        ("Dwi Lestari", "Camat Taman", False),
        ("Ani Rahma", "Camat Moga", False),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Blora AKBP Joko Pranoto dimutasi menjadi Kapolres Pati dan diganti oleh AKBP Dwi Lestari.",
        "AKBP Joko Pranoto dimutasi menjadi Kapolres Pati dan Kapolres Blora digantikan oleh AKBP Dwi Lestari.",
        "Kapolres Blora resmi berganti, dari AKBP Joko Pranoto kepada AKBP Dwi Lestari.",
    ],
)
def test_who_follows_somebody_in_a_post_has_it(read: Read, text: str) -> None:
    assert ("Dwi Lestari", "Kapolres Blora", "Polres Blora", False) in _posts(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Apel dipimpin Kapolres Blora digantikan oleh Kompol Dwi Lestari.",
        "Rapat dihadiri Kapolres Blora yang diganti oleh Kompol Dwi Lestari.",
    ],
)
def test_who_stands_in_for_a_chief_does_not_have_the_office(read: Read, text: str) -> None:
    assert _posts(read, text) == set()


def test_the_holder_before_is_told_behind_a_comma(read: Read) -> None:
    text = "Kapolres Blora sebelumnya, AKBP Joko Pranoto, berpamitan."
    assert _posts(read, text) == {("Joko Pranoto", "Kapolres Blora", "Polres Blora", True)}
    text = "Kapolres Blora sebelumnya memimpin apel bersama AKBP Joko Pranoto."
    assert _posts(read, text) == set()


def test_a_short_form_in_brackets_is_no_office_of_its_own(read: Read) -> None:
    post = "Asisten Kapolri Bidang Operasi (Asops)"
    text = f"Irjen Dwi Lestari, yang sebelumnya menjabat {post}, ditunjuk sebagai Kapolda Jateng."
    bodies = {body for _, _, body, _ in _posts(read, text)}
    assert bodies == {"Polri", "Polda Jawa Tengah"}


def test_the_body_where_somebody_serves_is_that_of_her_post(read: Read) -> None:
    text = "Sebelumnya, Kombes Dwi Lestari bertugas di Baintelkam Polri sebagai Kasubdit Sumber Daya Alam."
    text = f"Polda Jateng berbenah. {text}"
    assert _posts(read, text) == {("Dwi Lestari", "Kasubdit Sumber Daya Alam", "Polri", True)}


def test_a_field_ends_with_its_own_words_and_before_a_verb(read: Read) -> None:
    text = "Kabag Sumber Daya Alam Setda Blora Antoni Wijaya dan Kabag Sumber Daya Alam Rudi Hartono hadir."
    assert {name for name, *_ in _posts(read, text)} == {"Antoni Wijaya", "Rudi Hartono"}
    text = "Dwi Lestari yang sebelumnya sebagai staf ahli bidang pembangunan dimutasi menjadi fungsional UPTD sanggar."
    told = [
        (name, post.startswith("staf ahli"), "dimutasi" in post, former) for name, post, _, former in _posts(read, text)
    ]
    assert told == [("Dwi Lestari", True, False, True)]


def test_who_heads_a_team_does_not_head_the_body_told_of_before(read: Read) -> None:
    text = "Hadir Ketua DPRD Blora, Joko Pranoto; Ketua Tim Percepatan Pembangunan, Dwi Lestari dan lainnya."
    assert _posts(read, text) == {("Joko Pranoto", "Ketua DPRD Blora", "DPRD Kabupaten Blora", False)}


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Kepala Biro Renmin", "Polri"),
        ("Kabagrenmin Korbrimob", "Polri"),
        ("Karowabprof Divpropam Polri", "Polri"),
        ("Pati Lemdiklat Polri", "Polri"),
        ("Dirlantas Polda Banten", "Polda Banten"),
    ],
)
def test_posts_of_the_police_headquarters_are_not_at_the_polda_told_of(read: Read, post: str, body: str) -> None:
    text = f"Kapolda Jateng Irjen Joko Pranoto memimpin sertijab. Kombes Dwi Lestari dimutasi sebagai {post}."
    assert {where for name, _, where, _ in _posts(read, text) if name == "Dwi Lestari"} == {body}


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Paban II Sops TNI", "TNI"),
        ("Waasintel Kasad", "TNI AD"),
        ("Pamen Ahli Kodiklatad", "Kodiklatad"),
        ("Danrindam IV/Diponegoro", "Kodam IV/Diponegoro"),
    ],
)
def test_posts_of_the_army_headquarters_are_not_at_the_kodam_told_of(read: Read, post: str, body: str) -> None:
    text = f"Pangdam IX/Udayana Mayjen TNI Joko Pranoto memimpin sertijab. Kolonel Inf Dwi Lestari menjabat {post}."
    assert {where for name, _, where, _ in _posts(read, text) if name == "Dwi Lestari"} == {body}
