"""A text that an editor or a mail wrapped at a column gives what it gives in long lines."""

from __future__ import annotations

import textwrap

import pytest

from .conftest import Read, parts_of

PARAGRAPHS = (
    "BLORA - Polres Blora menggelar rapat koordinasi pengamanan pilkada di aula Mapolres Blora, Rabu (18/9/2024). "
    "Rapat dipimpin Kapolres Blora AKBP Dr. Ani Wijaya Kusuma, S.I.K., M.H. didampingi Wakapolres Kompol Budi Hartono.",
    "Hadir dalam rapat itu Bupati Blora H. Dwi Prasetyo Nugroho, Dandim 0721/Blora Letkol Inf Eko Susanto Wibowo, "
    "Ketua KPU Kabupaten Blora Fajar Setiawan Putra, Ketua Bawaslu Kabupaten Blora Gita Permata Sari, "
    "Kepala Kejaksaan Negeri Blora Hendra Gunawan Saputra, SH., MH dan "
    "Kepala Badan Kesatuan Bangsa dan Politik Kabupaten Blora Indra Lesmana.",
    "Turut hadir Koordinator Divisi Hukum, Pencegahan, Partisipasi Masyarakat dan Hubungan Masyarakat Bawaslu "
    "Kabupaten Blora Joko Lelono Raharjo, Kepala Bagian Operasional (Kabag Ops) Polres Blora Kompol Kurnia Adi "
    "Nugraha, "
    "pengurus Forum Komunikasi Pemuda Cinta Damai Nusantara dan Ketua Majelis Ulama Indonesia (MUI) Kabupaten "
    "Blora Lukman Hakim.",
    "Kapolres mengatakan rapat itu untuk menyamakan langkah semua pihak menjelang pemungutan suara 27 November 2024.",
)


@pytest.mark.parametrize("width", range(50, 111, 5))
def test_the_column_at_which_a_text_is_wrapped_changes_nothing(read: Read, width: int) -> None:
    whole = read("\n\n".join(PARAGRAPHS))
    wrapped = read("\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS))
    assert len({name for name, _ in parts_of(whole)}) == 20
    assert parts_of(wrapped) == parts_of(whole)
    assert [p["post"] for p in wrapped["postings"]] == [p["post"] for p in whole["postings"]]
    assert [(e["type"], e["date"], e["place"]) for e in wrapped["events"]] == [
        (e["type"], e["date"], e["place"]) for e in whole["events"]
    ]


def test_lines_that_end_with_a_little_word_go_on_though_the_next_begins_with_a_capital(read: Read) -> None:
    lines = (
        "BLORA - Untuk melihat hasil Program Imunisasi Kabupaten",
        "Blora, Kepala Dinas Kesehatan Kabupaten Blora Ani Wijaya menggelar rapat di",
        "Aula Dinas Kesehatan Kabupaten Blora yang dihadiri Kepala Puskesmas dan",
        "Camat se-Kabupaten Blora, Rabu (18/9/2024).",
        "Rapat itu agenda rutin dan kali ini digabung dengan Sosialisasi dari",
        "Puskesmas Cepu. Acara dibuka Bupati Blora melalui Kepala Dinas",
        "Kesehatan Kabupaten Blora Ani Wijaya.",
    )
    record = read("\n".join(lines), published=None)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {names[posting["person"]] for posting in record["postings"]} == {"Ani Wijaya"}
    assert [event["date"] for event in record["events"]] == ["2024-09-18"]


def test_a_list_goes_on_where_a_line_cuts_a_member(read: Read) -> None:
    lines = (
        "Mediasi itu dihadiri Dandim Blora Letkol Joko Susilo dan Kapolres Blora AKBP Budi Santoso,",
        "Para Perwira Staf Polres Blora, Camat Tunjungan Sari Lestari, Kepala Desa Mekar Sari Joyo",
        "Darmawan dan Staf, Kepala Desa Mekar Jaya",
        "Lastri Utami dan Staf, Tokoh Adat dan tamu undangan",
    )
    record = read("Mediasi digelar Polres Blora, Rabu (25/9/2024).\n\n" + "\n".join(lines))
    people = {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}
    assert {"Joyo Darmawan", "Lastri Utami"} <= people


def test_the_first_word_of_a_wrapped_paragraph_may_stand_on_a_line_of_its_own(read: Read) -> None:
    lines = (
        "Polres Blora menggelar rapat koordinasi pengamanan pilkada di aula Mapolres",
        "Blora, Rabu (18/9/2024), yang diikuti para perwira dan bintara dari semua",
        "satuan.",
        "Kapolres",
        "Blora AKBP Ani Wijaya memimpin rapat itu bersama Ketua KPU",
        "(Komisi Pemilihan Umum) Kabupaten Blora Budi Hartono, yang menyampaikan",
        "rencana pengiriman logistik.",
        "Ia",
        "berharap semua pihak menjaga ketertiban sampai penghitungan suara selesai.",
    )
    record = read("\n".join(lines))
    assert [p["post"] for p in record["postings"]] == ["Kapolres Blora", "Ketua KPU Kabupaten Blora"]
    assert ("Ani Wijaya", "led") in parts_of(record)
