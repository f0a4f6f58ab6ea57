"""Posts that are said by a body or by the post of its head: acting heads, staff of a head, what lies between."""

from __future__ import annotations

import pytest

from .conftest import Read

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Hadir Plh, Kejari Blora, Ani Wijaya, SH.", [("Ani Wijaya", "Kejaksaan Negeri Blora")]),
    (
        "Rakor dihadiri Plt. Kesbangpol Kabupaten Belu Ani Wijaya dan Pj. Kades Oebelo Budi Santoso.",
        [
            ("Ani Wijaya", "Badan Kesatuan Bangsa dan Politik Kabupaten Belu"),
            ("Budi Santoso", "Pemerintah Desa Oebelo"),
        ],
    ),
    (
        "Polsek Tunjungan dijabat AKP Suyono, S.H., dan Polsek Ngawen kini dijabat Iptu Lilik.",
        [("Lilik", "Polsek Ngawen"), ("Suyono", "Polsek Tunjungan")],
    ),
    ("Polres Belu yang dinakhodai AKBP Ani Wijaya menggelar apel.", [("Ani Wijaya", "Polres Belu")]),
    (
        "Hadir Kasi Intel Kajari Blora Djatmiko dan Pasi Ops Dandim 0719/Jepara Kapten Inf Budi Santoso.",
        [("Budi Santoso", "Kodim 0719/Jepara"), ("Djatmiko", "Kejaksaan Negeri Blora")],
    ),
    ("Staf ahli wali kota Surabaya Ani Wijaya hadir dalam rapat.", [("Ani Wijaya", "Pemerintah Kota Surabaya")]),
    (
        "Hadir Kepala Biro Pemerintahan Setda Provinsi Bali Ani Wijaya.",
        [("Ani Wijaya", "Pemerintah Provinsi Bali")],
    ),
    (
        "Hadir Deputi Pengawasan dan Pengendalian Kepegawaian BKN, Ani Wijaya; serta Staf Ahli Aparatur Negara BSSN,"
        " Budi Santoso.",
        [("Ani Wijaya", "BKN"), ("Budi Santoso", "BSSN")],
    ),
    ("Hadir Pangkogabwilhan II Marsdya TNI Ani Wijaya.", [("Ani Wijaya", "Kogabwilhan II")]),
    ("Hadir Sesmenko Polhukam Letjen TNI Ani Wijaya.", [("Ani Wijaya", "Kemenko Polhukam")]),
    (
        "Budi Santoso dari Kejaksaan Tinggi Bali, selaku Koordinator Sentra Gakkumdu Provinsi Bali, hadir dalam rakor.",
        [("Budi Santoso", "Sentra Gakkumdu Provinsi Bali")],
    ),
    (
        "Hadir dalam acara itu Ani Wijaya Ketua Bawaslu Kabupaten Blora beserta anggota.",
        [("Ani Wijaya", "Bawaslu Kabupaten Blora")],
    ),
    (
        "Hadir Ketua Forum Camat Kabupaten Belu Ani Wijaya dan Sekretaris Forum Kades Kunduran Budi Santoso.",
        [("Ani Wijaya", "Forum Camat Kabupaten Belu"), ("Budi Santoso", "Forum Kades Kunduran")],
    ),
    (
        "Hadir Ketua DPC PDI Perjuangan Kabupaten Pati Ani Wijaya, Ketua PMKRI Cabang Ende Budi Santoso.",
        [("Ani Wijaya", "DPC PDI Perjuangan Pati"), ("Budi Santoso", "PMKRI Ende")],
    ),
    ("Hadir Manajer ULP PLN Blora Ani Wijaya.", [("Ani Wijaya", "PLN")]),
    (
        "Hadir Babinsa Koramil 03/Blora Sertu Suyono dan Serda Parman, serta Wakil Ketua DPRD Blora Ani Wijaya, Budi"
        " Santoso, dan AKP Tono.",
        [
            ("Ani Wijaya", "DPRD Kabupaten Blora"),
            ("Budi Santoso", "DPRD Kabupaten Blora"),
            ("Parman", "Koramil 03/Blora"),
            ("Suyono", "Koramil 03/Blora"),
        ],
    ),
    ("Hadir Danramil 03/Blora Kapten Inf Suyono dan Lettu Parman.", [("Suyono", "Koramil 03/Blora")]),
    (
        "Hadir komisoner KPU Blora Elvira Yulianti dan Kordiv. Penanganan Pelanggaran Bawaslu Blora Budi Santoso.",
        [("Budi Santoso", "Bawaslu Kabupaten Blora"), ("Elvira Yulianti", "KPU Kabupaten Blora")],
    ),
    (
        "Hadir Koordinator Divisi (Kordiv) Hubungan Antar Lembaga (HAL) Bawaslu Provinsi Bali, Bapak Budi Santoso.",
        [("Budi Santoso", "Bawaslu Provinsi Bali")],
    ),
    (
        "Pangdam XII/Tanjungpura yang diwakili Kapok Sahli Brigjen TNI Budi Santoso hadir dalam rapat.",
        [("Budi Santoso", "Kodam XII/Tanjungpura")],
    ),
    (
        "Kapolda NTB, Irjen Pol Umar Wijaya yang diwakili Irwasda Kombes Pol Dede Santoso hadir.",
        [("Dede Santoso", "Polda Nusa Tenggara Barat"), ("Umar Wijaya", "Polda Nusa Tenggara Barat")],
    ),
    (
        "Pengurus DPC PDIP Kudus tiba. Pengurus itu diterima Ketua DPC PDIP Ani Wijaya.",
        [("Ani Wijaya", "DPC PDIP Kudus")],
    ),
    # A rival to each: a post in a list, and a body of which nobody is said to be the head.
    ("Hadir Kasi Humas, Kapolsek Kunduran AKP Ani Wijaya.", [("Ani Wijaya", "Polsek Kunduran")]),
    ("Polsek Tunjungan dijaga AKP Suyono.", []),
    ("Pengawasan Polres Blora AKBP Suyono puji dalam rapat.", []),
]


@pytest.mark.parametrize(("text", "postings"), CASES)
def test_postings(read: Read, text: str, postings: list[tuple[str, str]]) -> None:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert sorted((names[p["person"]], names[p["institution"]]) for p in record["postings"]) == postings


def test_the_ministry_bears_the_name_that_the_article_uses(read: Read) -> None:
    old = read("Rakor digelar Kementerian Koordinator Bidang Politik, Hukum, dan Keamanan di Jakarta.")
    new = read("Rakor digelar Kemenko Polkam di Jakarta.")
    names = [[e["name"] for e in record["entities"] if e["class"] == "NationalAgency"] for record in (old, new)]
    assert names == [["Kemenko Polhukam"], ["Kemenko Polkam"]]


def test_the_region_in_front_of_a_candidate_is_not_of_the_name(read: Read) -> None:
    record = read("Debat calon wakil bupati Kudus Bellinda Putri dan cabup Blora Arief Rohman digelar di Semarang.")
    assert sorted(e["name"] for e in record["entities"] if e["class"] == "Person") == ["Arief Rohman", "Bellinda Putri"]


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("Hadir Ketua Komisi Penyiaran Digital, Ani Wijaya, di Kabupaten Blora bersama Bupati Blora.", []),
        ("Hadir Ketua Komisi II, Ani Wijaya, di Kabupaten Blora bersama Bupati Blora.", ["DPRD Kabupaten Blora"]),
    ],
)
def test_a_commission_is_of_the_council_only_with_its_number(read: Read, text: str, houses: list[str]) -> None:
    assert [e["name"] for e in read(text)["entities"] if e["class"] == "Legislature"] == houses
