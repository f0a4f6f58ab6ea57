"""Clean articles among random furniture: how much of the body is lost, and how much of the furniture is kept."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from kg.model import Article
from kg.ontology import Ontology
from kg.reading.documents import to_document

ARTICLES = Path(__file__).parents[2] / "evaluation" / "mixed" / "articles.jsonl"
NOT_CLEAN = ("baca juga", "penulis adalah", "scroll ", "share this", "penulis :", "reporter", "editor")
PAGES = 200

HEADLINES = [
    "Kapolsek Sukamaju Sambangi Tokoh Agama",
    "Bupati Karangsari Lantik Empat Camat",
    "Dandim 0998 Panen Padi Bersama Petani",
    "Harga Cabai Rawit Tembus Rp100 Ribu",
    "Jelang Lebaran, Polres Siapkan 12 Pos Pengamanan",
    "Ini Dia Jadwal Lengkap Debat Kandidat",
    "Sekda: ASN Jangan Main Mata",
    "Ketua DPRD Soroti Jalan Rusak di Tiga Kecamatan",
    "polisi tangkap pencuri motor di pasar",
    "Gubernur dan Kapolda Tinjau Lokasi Banjir di Karangsari",
    "Viral, Emak-emak Hadang Truk Sampah",
    "Cek Fakta: Benarkah Bupati Mundur?",
    "Kades Teluk Dalam Ditahan Jaksa, Ini Kata Kuasa Hukum",
]
MENU = ["Home", "Nasional", "Hukrim", "Ekbis", "Olahraga", "Sosok", "Indeks", "Redaksi", "Login", "Kota", "Bola"]
ABOVE = ["KABARLAUT.ID", "Portal Berita Karangsari", "Cepat, Tepat, Terpercaya", "1.204 views", "f t w", "0 Shares"]
UNDER_TITLE = [
    "Senin, 4 Maret 2024",
    "04 Mar 2024 10:22",
    "Oleh Redaksi | 4 Maret 2024",
    "Dibaca 98 kali",
    "Bagikan ke:",
]
BETWEEN = [
    "Baca juga: {}",
    "BACA JUGA :\n{}\n{}",
    "Simak Juga: {}",
    "ADVERTISEMENT",
    ">>> Baca Juga {}",
    "Bacaan Lainnya",
]
BELOW = [
    "(rud)",
    "Penulis: Rudi\nEditor: Santi",
    "Tags: pemilu, kpu",
    "Berita Terkait\n{}\n{}\n{}",
    "Yang Terbaru\n1. {}\n2. {}\n3. {}",
    "{}\n\n{}\n\n{}\n\n{}",
    "Komentar\nUdin: mantap pak Kapolsek\nSiti: semoga Bupati amanah ya, aamiin",
    "Tinggalkan Balasan\nAlamat email Anda tidak akan dipublikasikan.\nNama\nEmail",
    "© 2024 Kabar Laut. Semua hak dilindungi.\nTentang Kami\nKontak",
    "I really like your blog, it is very useful for me and I will come back to read more of it.",
    "Sebelumnya\n{}\nBerikutnya\n{}",
    "Facebook\nTwitter\nWhatsApp",
]


def clean_articles():
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if not any(mark in row["text"].lower() for mark in NOT_CLEAN)]


def filled(draw, pattern):
    return pattern.format(*draw.sample(HEADLINES, pattern.count("{}")))


def page(draw, article):
    """A page's text, and its stretches with whether they are of the article."""
    paragraphs = [part for part in article["text"].split("\n") if part.strip()]
    title = article.get("title") or paragraphs[0]
    parts = [(" | ".join(draw.sample(MENU, 5)), False)] if draw.random() < 0.5 else []
    parts += [(part, False) for part in draw.sample(ABOVE, draw.randint(0, 3))]
    parts.append((title, True))
    parts += [(part, False) for part in draw.sample(UNDER_TITLE, draw.randint(0, 2))]
    body = paragraphs if paragraphs[0] != title else paragraphs[1:]
    for number, paragraph in enumerate(body, 1):
        parts.append((paragraph, True))
        if number < len(body) and draw.random() < 0.25:
            parts.append((filled(draw, draw.choice(BETWEEN)), False))
    parts += [(filled(draw, pattern), False) for pattern in draw.sample(BELOW, draw.randint(0, 6))]
    text, marks = "", []
    between = draw.choice(["\n", "\n\n", "\n\n    "])
    for part, ours in parts:
        marks.append((len(text), len(text) + len(part), ours))
        text += part + between
    return text, marks


def shares(ontology):
    """The share of the body that is lost, and of the furniture that is kept."""
    articles, lost, kept, body, furniture = clean_articles(), 0, 0, 0, 0
    for number in range(PAGES):
        draw = random.Random(number)  # noqa: S311 - no secret depends on it
        text, marks = page(draw, draw.choice(articles))
        covered = bytearray(len(text))
        for block in to_document(Article("x", text), ontology).blocks:
            covered[block.span.start : block.span.end] = b"\1" * (block.span.end - block.span.start)
        for start, end, ours in marks:
            found = sum(covered[start:end])
            body, furniture = body + (end - start) * ours, furniture + (end - start) * (not ours)
            lost, kept = lost + (end - start - found) * ours, kept + found * (not ours)
    return lost / body, kept / furniture


@pytest.mark.skipif(not ARTICLES.exists(), reason="evaluation/mixed is not beside the tests")
def test_body_is_kept_and_furniture_left_out(ontology):
    lost, kept = shares(ontology)
    assert (lost < 0.005, kept < 0.005) == (True, True), f"{lost:.2%} of the body lost, {kept:.2%} of furniture kept"


@pytest.mark.skipif(not ARTICLES.exists(), reason="evaluation/mixed is not beside the tests")
def test_without_any_cue_the_shape_of_lines_still_tells(ontology):
    concepts = {name: concept for name, concept in ontology.concepts.items() if concept.scheme != "furniture"}
    lost, kept = shares(Ontology(ontology.root, concepts, "without furniture"))
    assert (lost < 0.02, kept < 0.25) == (True, True), f"{lost:.2%} of the body lost, {kept:.2%} of furniture kept"
