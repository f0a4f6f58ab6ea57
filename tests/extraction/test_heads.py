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
    # A rival to each: a post in a list, and a body of which nobody is said to be the head.
    ("Hadir Kasi Humas, Kapolsek Kunduran AKP Ani Wijaya.", [("Ani Wijaya", "Polsek Kunduran")]),
    ("Polsek Tunjungan dijaga AKP Suyono.", []),
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
