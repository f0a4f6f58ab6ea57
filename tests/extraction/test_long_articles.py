"""Articles of any length: what grows with the square of it has a bound."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import Extraction


def test_a_crowd_makes_no_pairs() -> None:
    names = [
        f"{first}{last}"
        for first in ("Ba", "Da", "Ga", "Ka", "La", "Ma", "Ta")
        for last in ("di", "ma", "na", "ro", "wi")
    ]
    people = "\n".join(f"Kapolsek Sukamaju AKP {one} {other} hadir." for one in names for other in names)
    record = Extraction().record(Article("a", f"Rapat dimulai.\n{people}"))
    assert sum(entity["class"] == "Person" for entity in record["entities"]) > 500
    assert not [pair for pair in record["cooccurrences"] if pair["scope"] == "article"]


def test_an_article_of_ordinary_length_has_its_pairs() -> None:
    text = "Kapolsek Sukamaju AKP Bagus Prakoso dan Camat Sukamaju Wira Atmaja memimpin rapat."
    record = Extraction().record(Article("a", text))
    assert [pair for pair in record["cooccurrences"] if pair["scope"] == "article"]


def test_blanks_without_end_are_read() -> None:
    record = Extraction().record(Article("a", "KPU Bima" + " " * 100_000 + "(KPU) menggelar rapat."))
    assert record["entities"]


@pytest.mark.parametrize("link", ["Bareskrim ", "Babinsa ", "Kasi Intel ", "Ajudan ", "Satbrimob Bareskrim "])
def test_chains_of_units_and_posts_are_read(link: str) -> None:
    lead = "Apel digelar Polres Blora, Kamis (19/9/2024), di lapangan kantor bupati dan dihadiri banyak warga. "
    record = Extraction().record(Article("a", f"{lead * 4}Rapat dihadiri {link * 300}Polres Blora."))
    assert "Polres Blora" in {entity["name"] for entity in record["entities"]}
