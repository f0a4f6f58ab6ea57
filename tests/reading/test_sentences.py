"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest

from kg.reading.cues import cues_for
from kg.reading.sentences import sentences

CASES = [
    "Rapat dimulai.|Semua hadir.",
    "Kapolres AKBP Dr. H. Wira Satya, S.I.K., M.H. membuka rapat.|Ia datang pagi.",
    "Drs. Gatot Priyono, M.Si. hadir mewakili bupati.",
    "Tim menuju Kec. Sukamaju, Kab. Karangsari, lewat Jl. Merdeka No. 5 tanpa hambatan.",
    "Apel dimulai pukul 09.00 WIB.|Pesertanya 1.250 orang.",
    "Kegiatan berlangsung di Karangsari.Memberikan semangat baru bagi warga.|Selesai.",
    '"Kami siap. Semua siap," ujarnya.',
    "“Jangan ragu!” tegas Budi.|Ia lalu pulang.",
    "Plh. Camat A.W. Nugraha memimpin apel.",
    "Siapa yang datang?|Semua camat!|Tidak ada yang absen.",
    "Situs kabarlaut.com dan kpu.go.id memuat daftar itu.",
    "1. Kapolsek Sukamaju Iptu Bagus",
    "Letkol Inf. Joko dan Kombes. Pol. Rudi tiba bersama.",
    "Hadir Muh. Amin, M. Yusuf, dan H. Basri.",
    "Ia mengutip Pasal 5 UU No. 7 Tahun 2017.|Aturan itu masih berlaku.",
    "Kapolres AKBP Wira Satya. S.I.K., M.H., dan Ketua Bawaslu Darmaji. SH, tiba bersama.",
    "Bupati Dr. H. Karim. S. Kep., M.Kes., membuka rapat.|SE, katanya, sudah terbit.",
    "Yang hadir Bambang, S.H., M.H.|Dandim mengirim wakil.",
    "Hadir Kasi. Pemerintahan dan para Kabag.|Dandim mengirim wakil.",
    "Rapat digelar bersama Pemkab.|Bupati mewakili Pemprov. Kalteng.",
    "Hadir Pabung (Letda XY. Rahmat), dan Ketua KPU.",
    "Rapat ditunda (baca juga di sini.|Semua menunggu.",
    "Hadir Bupati Karangsari. Drs. Karim, M.Si., Sekda . Ir. Basri, Dandim 0999/Karangsari. Letkol Joko.|Semua duduk.",
    "Hadir Camat Sukamaju, Ketua DPRD Karangsari. Rini Astuti, S.H., dan Kapolres.|Semua duduk.",
    "Rapat dihadiri Karim . Kapolres Karangsari AKBP Wira . Ketua KPU Darmaji.",
    "Rapat dihadiri Bupati Karangsari.|Drs. Karim mengatakan semua siap.",
    "Rapat dihadiri Ketua KPU Karangsari.|AKBP Wira, Kapolres Karangsari, mengatakan semua siap.",
    "Rapat dihadiri Bupati Karim, Kapolres Wira.|Ketua KPU Darmaji mengatakan semua siap.",
]


def _known(ontology):
    return cues_for(ontology).stops


@pytest.mark.parametrize("case", CASES)
def test_sentences(case, ontology):
    expected = case.replace(".Memberikan", ".|Memberikan").split("|")
    if '"Kami siap.' in case:
        expected = ['"Kami siap.', 'Semua siap," ujarnya.']
    text = " ".join(case.split("|"))
    found = sentences(text, 0, len(text), _known(ontology))
    assert [text[span.start : span.end] for span in found] == expected


def test_a_long_text_without_ends_is_cut_between_words(ontology):
    text = "kata " * 20_000
    found = [text[span.start : span.end] for span in sentences(text, 0, len(text), _known(ontology))]
    assert len(found) > 1
    assert " ".join(found).split() == text.split()


def test_a_long_word_is_cut_somewhere(ontology):
    text = "a" * 20_000
    found = [text[span.start : span.end] for span in sentences(text, 0, len(text), _known(ontology))]
    assert len(found) > 1
    assert "".join(found) == text
