"""What stands around a name and is none of it: pronouns, levels, brackets, places; and what belongs to it all the same."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read

BODIES = [
    (
        "Hadir Ketua GOW Kota Salatiga, Ketua Kwarcab Pramuka Blora dan Ketua IWAPI Blora.",
        {"GOW Kota Salatiga", "Pramuka Kabupaten Blora", "IWAPI Kabupaten Blora"},
    ),
    ("Sebagai Kapolda Ia merasa dekat dengan pers di Mapolda Bali.", {"Polda Bali"}),
    ("Di masing-masing PPS Kec. Cepu dan balai Desa Kec. Cepu rekap selesai.", set()),
    ("Warga membahas Rencana Kerja Pemerintah Desa (RKP) Tahun 2024.", set()),
    ("Razia dilakukan Lapas Tanjungbalai Asahan.", {"Lapas Tanjungbalai Asahan"}),
    ("BNNP Bali menggeledah rumah. Sepuluh orang anggota BNN ikut.", {"BNNP Bali"}),
    ("BNNP Bali menggeledah rumah. BNN RI memantau.", {"BNNP Bali", "BNN"}),
    ("Hadir Ketua Bhayangkari Cabang Kota Salatiga.", {"Bhayangkari Cabang Kota Salatiga"}),
    ("Hadir Ketua Bhayangkari Salatiga.", {"Bhayangkari Cabang Salatiga"}),
    ("Hadir Kepala SPN Polda Bali dan Kepala Sekolah Polisi Negara Wonosari.", {"Polda Bali"}),
    (
        "Hadir Koramil 0721/04 Cepu, Koramil 0721/05 Jepon dan Danramil Cepu. Koramil 0721-05 siaga.",
        {"Koramil 0721-04/Cepu", "Koramil 0721-05/Jepon"},
    ),
    (
        "Rapat dihadiri Camat Cepu, Kades Suka Makmur Jaya, Kapolsek Cepu.",
        {"Pemerintah Kecamatan Cepu", "Pemerintah Desa Suka Makmur Jaya", "Polsek Cepu"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), BODIES)
def test_a_name_has_neither_more_nor_less_than_its_own_words(read: Read, text: str, wanted: set[str]) -> None:
    assert {entity["name"] for entity in read(text)["entities"]} == wanted


NOBODY = [
    "Acara digelar di kediaman Bupati Blora, Griya Kencana Blora.",
    "Yang diundang ialah ketua KPPS Desa Bangowan bersama sekretaris KPPSnya dan ketua PPSnya.",
    "ASN, Trantib dan sekretaris kecamatan diawasi.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_houses_fields_and_abbreviations_with_endings_are_nobody(read: Read, text: str) -> None:
    assert [entity["name"] for entity in read(text)["entities"] if entity["class"] == "Person"] == []


HOLDERS = [
    ("Kapolres Blora AKBP FX. Wijanarko hadir.", ("FX. Wijanarko", "Kapolres Blora", "Polres Blora")),
    (
        "Kasat Reskrim Polres Blora AKP ST. Simatupang hadir.",
        ("ST. Simatupang", "Kasat Reskrim Polres Blora", "Polres Blora"),
    ),
    (
        "Petugas Lapas Blora bersiaga. Kalapas Sangapta Surbakti hadir.",
        ("Sangapta Surbakti", "Kalapas Blora", "Lapas Blora"),
    ),
    (
        "Petugas Lapas Blora bersiaga. KPLP, Tumpal Surbakti, hadir.",
        ("Tumpal Surbakti", "KPLP Lapas Blora", "Lapas Blora"),
    ),
    (
        "Kordiv Pengawasan, Humas dan Hubal Bawaslu Blora Wahyu Said hadir.",
        ("Wahyu Said", "Kordiv Pengawasan, Humas dan Hubal Bawaslu Blora", "Bawaslu Kabupaten Blora"),
    ),
    (
        "Kordiv Hukum, Data dan Xaqar Bawaslu Blora Wahyu Said hadir.",
        ("Wahyu Said", "Kordiv Hukum, Data dan Xaqar Bawaslu Blora", "Bawaslu Kabupaten Blora"),
    ),
    (
        "Dansatgas TMMD ke-119 Kodim 0721/Blora Letkol Inf Wahyu Said hadir.",
        ("Wahyu Said", "Dansatgas TMMD ke-119 Kodim 0721/Blora", "Kodim 0721/Blora"),
    ),
    (
        "Komandan Satuan Setingkat Kompi (Dan SSK) Kodim 0721/Blora Kapten Inf Wahyu Said hadir.",
        ("Wahyu Said", "Komandan Satuan Setingkat Kompi Kodim 0721/Blora", "Kodim 0721/Blora"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), HOLDERS)
def test_initials_fields_and_numbers_belong_to_name_and_office(
    read: Read, text: str, wanted: tuple[str, str, str]
) -> None:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert wanted in [(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]]
