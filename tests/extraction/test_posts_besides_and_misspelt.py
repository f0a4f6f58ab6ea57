"""Posts that somebody has besides another, those of few letters with a wrong one, and who had a post until now."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _posts(read: Read, text: str) -> set[tuple[str, str, bool]]:
    """Name, post and whether formerly of all postings of a report."""
    record = read(f"PEMALANG - {text}")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], p["former"]) for p in record["postings"]}


def test_who_is_in_an_office_as_another_has_both_and_leads(read: Read) -> None:
    text = "Apel dipimpin Kabag Ops Polres Blora selaku Karendal Ops Kompol Dwi Lestari."
    assert _posts(read, text) == {
        ("Dwi Lestari", "Kabag Ops Polres Blora", False),
        ("Dwi Lestari", "Karendal Ops Polres Blora", False),
    }
    assert ("Dwi Lestari", "led") in parts_of(read(f"PEMALANG - {text}"))


def test_the_number_of_an_operation_does_not_part_an_office_from_its_holder(read: Read) -> None:
    text = "Dandim 0721/Blora selaku Dansatgas TMMD ke-120 Letkol Inf Joko Pranoto meninjau lokasi."
    assert _posts(read, text) == {
        ("Joko Pranoto", "Dandim 0721/Blora", False),
        ("Joko Pranoto", "Dansatgas TMMD", False),
    }


def test_who_comes_for_somebody_has_not_the_office_that_is_told_besides(read: Read) -> None:
    text = "Kapolres Blora selaku Kaopsres diwakili Wakapolres Kompol Dwi Lestari memimpin apel."
    assert _posts(read, text) == {("Dwi Lestari", "Wakapolres Blora", False)}


@pytest.mark.parametrize(
    "text",
    [
        "Kwetua KPU Kabupaten Blora Rina Lestari membuka rapat.",
        "Ketya KPU Kabupaten Blora, Rina Lestari membuka rapat.",
    ],
)
def test_a_short_post_with_a_wrong_letter_is_read_where_all_else_is_there_and_says_so(read: Read, text: str) -> None:
    record = read(f"PEMALANG - {text}")
    assert [(p["role"], p["rule"]) for p in record["postings"]] == [("ketua", "posting-misspelt")]
    right = read("PEMALANG - Ketua KPU Kabupaten Blora, Rina Lestari membuka rapat.")["postings"]
    assert record["postings"][0]["confidence"] < right[0]["confidence"]


@pytest.mark.parametrize(
    "text",
    [
        "Kartu KPU Blora Rina Lestari hilang.",
        "Kelua Tabalong Rina Lestari hadir.",
        "Kwetua KPU Kabupaten Blora dipanggil.",
        "Kamar Blora Rina Lestari kosong.",
    ],
)
def test_words_a_place_and_a_post_of_nobody_are_no_misspelt_post(read: Read, text: str) -> None:
    assert _posts(read, text) == set()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Kaporles Blora AKBP Dwi Lestari memimpin apel.", "kapolres"),
        ("Kapolrse Blora AKBP Dwi Lestari memimpin apel.", "kapolres"),
        ("Danrmil 05/Moga Kapten Inf Dwi Lestari memimpin apel.", "danramil"),
        ("Pangdan IV/Diponegoro Mayjen TNI Dwi Lestari memimpin apel.", "pangdam"),
    ],
)
def test_letters_in_the_wrong_order_and_short_numbers_of_units(read: Read, text: str, post: str) -> None:
    assert [p["role"] for p in read(f"PEMALANG - {text}")["postings"]] == [post]


@pytest.mark.parametrize(
    "text",
    [
        "Irjen Joko Pranoto selaku Kapolda Banten sebelumnya dan tamu lain hadir.",
        "Kapolda Banten sebelumnya Irjen Joko Pranoto berpamitan.",
    ],
)
def test_who_is_told_to_have_been_in_office_before_is_no_longer(read: Read, text: str) -> None:
    assert _posts(read, text) == {("Joko Pranoto", "Kapolda Banten", True)}


def test_no_corps_stands_behind_a_rank_of_the_police(read: Read) -> None:
    assert _posts(read, "Kapolda Banten Irjen Pol Armed Pranoto memimpin apel.") == {
        ("Armed Pranoto", "Kapolda Banten", False)
    }
    assert _posts(read, "Dandim 0721/Blora Letkol Arm Joko Pranoto memimpin apel.") == {
        ("Joko Pranoto", "Dandim 0721/Blora", False)
    }
