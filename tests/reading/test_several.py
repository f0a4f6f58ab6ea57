"""Pages that show several articles one after another, and lines that were cut."""

from __future__ import annotations

import pytest

FIRST = (
    "Camat Waruga Ani Wijaya membuka rapat koordinasi di aula kantor camat, Senin (4/3/2024).\n"
    "Rapat itu dihadiri kepala desa dari seluruh kecamatan dan petugas dari puskesmas setempat.\n"
    "Ia meminta semua pihak menjaga ketertiban selama masa tenang di wilayahnya.\n"
)
SECOND = (
    "Lurah Tegalsari Budi Hartono memimpin kerja bakti bersama warga di lapangan, Rabu (6/3/2024).\n"
    "Kegiatan itu diikuti puluhan warga dan anggota karang taruna dari seluruh lingkungan.\n"
)


def kinds(document, kind):
    return [document.quote(block.span) for block in document.blocks if block.kind == kind]


@pytest.mark.parametrize(
    "between", ["120 dibaca - 0 komentar", "Diposting oleh Kabar Laut di 19.02 Tidak ada komentar:", "Editor: Dewi"]
)
def test_a_headline_behind_the_end_of_an_article_begins_another(between, read):
    page = (
        f"Rapat Koordinasi Camat Waruga Digelar\n{FIRST}{between}\nLurah Tegalsari Pimpin Kerja Bakti Warga\n{SECOND}"
    )
    document = read(page)
    assert kinds(document, "title") == [
        "Rapat Koordinasi Camat Waruga Digelar",
        "Lurah Tegalsari Pimpin Kerja Bakti Warga",
    ]
    assert "Lurah Tegalsari Budi Hartono" in " ".join(kinds(document, "body"))
    assert document.title == "Rapat Koordinasi Camat Waruga Digelar"


def test_a_headline_in_front_of_a_dateline_begins_another_article(read):
    head, other = "Rapat Koordinasi Camat Waruga Digelar", "Lurah Tegalsari Pimpin Kerja Bakti"
    page = f"{head}\nWARUGA – {FIRST}{other}\nTEGALSARI – {SECOND}"
    document = read(page)
    assert kinds(document, "title")[1:] == ["Lurah Tegalsari Pimpin Kerja Bakti"]
    assert kinds(document, "dateline") == ["WARUGA –", "TEGALSARI –"]


def test_a_subheading_begins_no_other_article(read):
    page = f"Rapat Koordinasi Camat Waruga Digelar\n{FIRST}Harapan Camat Untuk Semua Warga\n{SECOND}"
    assert kinds(read(page), "title") == ["Rapat Koordinasi Camat Waruga Digelar"]


def test_a_line_with_an_end_of_a_sentence_inside_is_body_though_it_was_cut(read):
    cut = "Pemerintah Kecamatan Waruga senada. Dalam sambutan Camat Wa"
    links = "Baca juga:\nKapolres Resmikan Gedung Baru Polsek\n"
    assert cut in kinds(read(f"Rapat Koordinasi Camat Waruga Digelar\n{FIRST}{cut}\n{links}"), "body")
    link = "Camat Drs. Ani Wijaya Resmikan Gedung Baru Wa"
    assert link not in kinds(read(f"Rapat Koordinasi Camat Waruga Digelar\n{FIRST}{link}\n{links}"), "body")


def test_comments_that_are_counted_are_no_article(read):
    page = f"Rapat Koordinasi Camat Waruga Digelar\n{FIRST}2 Komentar\nBudi Hartono\n{SECOND}"
    document = read(page)
    assert kinds(document, "title") == ["Rapat Koordinasi Camat Waruga Digelar"]
    assert "Lurah Tegalsari Budi Hartono" not in " ".join(kinds(document, "body"))
