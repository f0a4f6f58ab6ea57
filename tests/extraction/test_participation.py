"""Who took part in which role: active, passive and nominal sentences, lists, delegation, and who did not."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "KENDAL - Polres Kendal menggelar rapat koordinasi pengamanan Pilkada di Aula Mapolres, Selasa (24/9/2024). "
HOST = ("Polres Kendal", "organised")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rapat dipimpin Kapolres Kendal AKBP Feria Aji.", {("Feria Aji", "led"), ("Polres Kendal", "led")}),
        ("Kapolres Kendal AKBP Feria Aji memimpin rapat itu.", {("Feria Aji", "led"), ("Polres Kendal", "led")}),
        (
            "Bertindak sebagai pimpinan rapat Wakapolres Kendal Kompol Edi Sutrisno.",
            {("Edi Sutrisno", "led"), ("Polres Kendal", "led")},
        ),
        (
            "Rapat dihadiri Ketua KPU Kendal Khasanudin, Ketua Bawaslu Kendal Hevy Indah, dan Dandim 0715/Kendal.",
            {
                ("Khasanudin", "attended"), ("KPU Kabupaten Kendal", "attended"), ("Hevy Indah", "attended"),
                ("Bawaslu Kabupaten Kendal", "attended"), ("Kodim 0715/Kendal", "attended"),
            },
        ),
        (
            "Polsek Boja beserta personel dari KPU Kabupaten Kendal dan Bawaslu Kabupaten Kendal mengawal logistik.",
            {
                ("Polsek Boja", "attended"), ("KPU Kabupaten Kendal", "attended"),
                ("Bawaslu Kabupaten Kendal", "attended"),
            },
        ),
        (
            "Turut hadir dalam kegiatan tersebut Camat Kaliwungu Dwi Cahyono.",
            {("Dwi Cahyono", "attended"), ("Pemerintah Kecamatan Kaliwungu", "attended")},
        ),
        (
            "Bupati Kendal diwakili Sekda Kabupaten Kendal Sugiono.",
            {("Sugiono", "attended"), ("Pemerintah Kabupaten Kendal", "attended")},
        ),
        (
            "Kejaksaan Negeri Kendal mengirim Kasi Intel.",
            {("Kejaksaan Negeri Kendal", "attended")},
        ),
        (
            "Ketua Bawaslu Kendal Hevy Indah bersama Kasatpol PP Kendal duduk di kursi depan.",
            {
                ("Hevy Indah", "attended"), ("Bawaslu Kabupaten Kendal", "attended"),
                ("Satpol PP Kabupaten Kendal", "attended"),
            },
        ),
    ],
)  # fmt: skip
def test_parts(read: Read, sentence: str, expected: set[tuple[str, str]]) -> None:
    found = parts_of(read(LEAD + sentence))
    assert expected <= found
    assert {part for part in found - expected if part[0] != "Polres Kendal"} == set()
    assert HOST in found


@pytest.mark.parametrize(
    "sentence",
    [
        "“Kami sudah siap,” kata Ketua KPU Kendal Khasanudin saat dihubungi terpisah.",
        "Menurut Ketua Bawaslu Kendal Hevy Indah, pelanggaran harus dicegah bersama KPU Kendal.",
        "KPU Kendal diminta segera mengumumkan daftar pemilih.",
        "Camat Kaliwungu diminta segera melapor bila ada gangguan.",
        "Perwira yang menggantikan Kompol Edi Sutrisno itu berjanji tetap siaga.",
        "Ketua KPU Kendal Khasanudin tidak hadir.",
        "Baca juga: Bupati Demak Pimpin Apel Bersama Dandim",
    ],
)
def test_who_is_quoted_urged_or_away_took_no_part(read: Read, sentence: str) -> None:
    names = {name for name, _ in parts_of(read(LEAD + "\n\n" + sentence))}
    assert names == {"Polres Kendal"}


def test_the_absent_chief_is_kept_as_the_one_acted_for(read: Read) -> None:
    record = read(LEAD + "Dandim 0715/Kendal Letkol Inf Ragil Jaka diwakili Pasi Ops Kapten Inf Suyadi.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    (deputy,) = [p for e in record["events"] for p in e["participations"] if names[p["participant"]] == "Suyadi"]
    assert names[deputy["on_behalf_of"] or ""] == "Ragil Jaka"
    assert "Ragil Jaka" not in {name for name, _ in parts_of(record)}


@pytest.mark.parametrize("opening", ["Tanggal 24 September 2024", "Selasa (24/9/2024)", "Rapat itu"])
def test_a_sentence_may_begin_with_any_kind_of_word(read: Read, opening: str) -> None:
    record = read(f"KENDAL - {opening}, Kapolres Kendal AKBP Feria Aji hadir bersama Dandim 0715/Kendal dalam rapat.")
    assert {("Feria Aji", "attended"), ("Kodim 0715/Kendal", "attended")} <= parts_of(record)


def test_a_list_goes_on_in_a_sentence_without_a_verb(read: Read) -> None:
    record = read(
        LEAD + "Hadir Sekda Kendal Sugiono dan Dandim 0715/Kendal. "
        "Kemudian para Kabag, Dishub, Kesbangpol dan undangan lain. Lalu Satpol PP membeli kursi, tenda dan meja."
    )
    assert {
        ("Dinas Perhubungan Kabupaten Kendal", "attended"),
        ("Badan Kesatuan Bangsa dan Politik Kabupaten Kendal", "attended"),
    } <= parts_of(record)
    assert "Satpol PP Kabupaten Kendal" not in {name for name, _ in parts_of(record)}


def test_an_office_in_lower_case_that_names_its_body_is_somebody(read: Read) -> None:
    record = read(LEAD + "Rapat dihadiri Sekda Kendal Sugiono serta kepala Kesbangpol.")
    assert ("Badan Kesatuan Bangsa dan Politik Kabupaten Kendal", "attended") in parts_of(record)


@pytest.mark.parametrize(
    "lead",
    [
        "Kapolres Blora AKBP Ani Lestari memimpin serah terima jabatan Kapolsek Cepu dari AKP Joko Susilo kepada Iptu"
        " Sri Wahyuni di aula, Rabu (18/9/2024).",
        "Sertijab Kapolsek Cepu dari pejabat lama AKP Joko Susilo ke pejabat baru Iptu Sri Wahyuni dipimpin Kapolres"
        " Blora AKBP Ani Lestari, Rabu (18/9/2024).",
    ],
)
def test_who_hands_an_office_over_and_who_takes_it_were_there(read: Read, lead: str) -> None:
    parts = parts_of(read(f"BLORA - {lead}"))
    assert {("Ani Lestari", "led"), ("Joko Susilo", "attended"), ("Sri Wahyuni", "attended")} <= parts
    assert not {("Ani Lestari", "attended"), ("Joko Susilo", "led")} & parts


@pytest.mark.parametrize(
    "clause",
    ["yang tergabung dalam Gakkumdu", "yang menjadi anggota Sentra Gakkumdu Kabupaten Blora", "yang berasal dari PKB"],
)
def test_a_clause_about_the_subject_does_not_hide_it_from_its_verb(read: Read, clause: str) -> None:
    record = read(f"Ketua KPU Blora Ani Wijaya {clause} menghadiri rapat, Senin (23/9/2024).")
    assert parts_of(record) == {("KPU Kabupaten Blora", "attended"), ("Ani Wijaya", "attended")}
