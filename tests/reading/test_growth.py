"""Time for an article is about linear in its length: pieces repeated, at two lengths, by processor time."""

from __future__ import annotations

import time

import pytest

from kg.model import Article
from kg.pipeline.extraction import Extraction
from kg.reading.articles import read_articles
from kg.reading.metadata import metadata_of
from kg.reading.plain import plain_text

TIMES = 8
SQUARE = TIMES * TIMES
MOST = SQUARE / 2.5  # far above linear with any noise, and far below the square


def growth(read, make, size: int) -> float:
    """By what the time grows when the text is TIMES as long; times too short to measure count as 4 ms."""
    short, long = (best(read, make(length)) for length in (size, size * TIMES))
    return long / max(short, 0.004)


def best(read, text: str) -> float:
    found = 99.0
    for _ in range(3):
        started = time.process_time()
        read(text)
        found = min(found, time.process_time() - started)
    return found


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return Extraction()


PIECES = [
    *(
        "a",
        "A",
        " ",
        "1",
        ".",
        "“",
        '"',
        "(",
        "a ",
        "A ",
        "A. ",
        " \n",
        "A, ",
        "( ",
        "1/",
        "1. ",
        "a.",
        "'",
        "- ",
        "“a",
    ),
    *(
        "Kapolres ",
        "Polres ",
        "AKBP ",
        "Kapolres Blora AKBP ",
        "KPU, ",
        "Dr. ",
        "Kamis (1/1/2024) ",
        "Desa A ",
        "Kelas I ",
    ),
    *(
        "Ondoafi, ",
        "bekas. ",
        "dihadiri ",
        "rapat ",
        "Ani Wijaya ",
        "H. ",
        "M.Si., ",
        "Dinas A dan ",
        "Baca juga: ",
        "Ketua Komisi I ",
        "bin ",
        "dari Ani ",
    ),
]


@pytest.mark.parametrize("piece", PIECES)
def test_an_article_of_one_piece(extraction, piece):
    read = lambda text: extraction.record(Article("x", text, published="2024-09-20"))  # noqa: E731
    assert growth(read, lambda size: piece * (size // len(piece)), 1_500) < MOST


SENTENCES = (
    "Ketua PN Sidakalang Budi Santoso hadir. ",
    "Polsek Qweryuab dan Qwerzuab, ",
    "Kapolres Lamoguan AKBP Budi Satria mengtakan. ",
    "Gubernur diwakili Kakesbangpol, ",
    "BEM Universitas Wijaya (BEM UW) Budi, ",
    "Ani Wijaya, Kadis PTSP Moteng, Hj. ",
    '"Siapa tahu. ',
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_long_article_of_one_sentence(extraction, sentence):
    """Names with a wrong letter and bodies without a region are looked for in all of the text."""
    read = lambda text: extraction.record(Article("x", text, published="2024-09-20"))  # noqa: E731
    assert growth(read, lambda size: sentence * (size // len(sentence)), 8_000) < MOST


@pytest.mark.parametrize(
    "piece",
    ["<p>", "<div ", "<meta a", "<meta " + "a" * 1990 + ">", "<h1>", "<figcaption>a", "<time datetime=", "&#", "<!--"],
)
def test_a_page_of_one_piece(piece):
    read = lambda text: (plain_text(text), metadata_of(text))  # noqa: E731
    assert growth(read, lambda size: piece * (size // len(piece)), 20_000) < MOST


@pytest.mark.parametrize("piece", [" ", '"', "a:", ": ", "\n", "title"])
def test_front_matter_of_one_piece(tmp_path, piece):
    path = tmp_path / "a.md"

    def read(text: str) -> None:
        path.write_text(f"---\ntitle: a{text}b\n---\nteks")
        list(read_articles([path], problems=lambda issue: None))

    assert growth(read, lambda size: piece * (size // len(piece)), 4_000) < MOST


def test_a_page_full_of_attributes_costs_little():
    """Two thousand letters that are no attribute were looked at two thousand times each."""
    assert best(metadata_of, ("<meta " + "a" * 1990 + ">") * 200) < 1.5
