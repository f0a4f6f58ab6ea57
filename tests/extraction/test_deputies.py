"""A deputy is never taken for whom he stands in for, whatever the post."""

from __future__ import annotations

import pytest

from kg.ontology_files import load_ontology

from .conftest import Read


def _posts(read: Read, text: str) -> list[str]:
    return [posting["post"] for posting in read(text)["postings"]]


@pytest.mark.parametrize(
    ("office", "post"),
    [
        ("Wakil Danrem 152/Baabullah Kolonel Inf", "Wakil Danrem 152/Baabullah"),
        ("Wakil Direktur Lantas Polda Maluku Utara AKBP", "Wakil Direktur Lantas Polda Maluku Utara"),
        ("Wakil Direktur (Wadir) Intelkam Polda Maluku Utara AKBP", "Wakil Direktur Intelkam Polda Maluku Utara"),
        ("Plt. Wakil Kasat Lantas Polres Ternate Iptu", "Wakil Kasat Lantas Polres Ternate"),
        ("Wakil Jaksa Agung", "Wakil Jaksa Agung"),
        ("Wakil Bupati Blora", "Wakil Bupati Blora"),
        ("Wakil Ketua DPRD Blora", "Wakil Ketua DPRD Blora"),
    ],
)
def test_the_post_says_that_it_is_the_deputys(read: Read, office: str, post: str) -> None:
    assert _posts(read, f"Rapat di Ternate dihadiri {office} Andri Hariyanto, Rabu (18/9/2024).") == [post]


def test_no_post_of_the_ontology_loses_its_deputy(read: Read) -> None:
    posts = [concept for concept in load_ontology().concepts.values() if concept.scheme == "post-types"]
    asked = [concept for concept in posts if concept.value("rankOfPost") in ("head", "staff")]
    lost = [
        concept.label()
        for concept in asked[::5]
        for post in _posts(read, f"Rapat di Ternate dihadiri Wakil {concept.label()} AKBP Andri Hariyanto.")
        if not post.startswith("Wakil")
    ]
    assert len(asked) > 200
    assert not lost


def test_a_deputy_and_the_holder_are_two(read: Read) -> None:
    found = read(
        "Apel dipimpin Danrem 152/Baabullah Kolonel Inf Budi Raharja bersama Wakil Danrem Letkol Inf Andi Hasan."
    )
    assert {(p["post"], p["role"]) for p in found["postings"]} == {
        ("Danrem 152/Baabullah", "danrem"),
        ("Wakil Danrem 152/Baabullah", "deputy"),
    }


@pytest.mark.parametrize("text", ["Para wakil rakyat hadir dalam rapat.", "Wakil dari KPU Blora hadir dalam rapat."])
def test_a_representative_holds_no_office(read: Read, text: str) -> None:
    assert not _posts(read, text)
