"""Offices, bodies and names as hurried pages write them: coined words, open brackets, units that no list has so."""

from __future__ import annotations

import pytest

from .conftest import Read

HELD: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Hadir Kabapenda Blora Ani Wijaya, Kadisporapar Rembang Budi Santoso dan Kakesbang Pol Kab. Blora Dwi.",
        [
            ("Ani Wijaya", "Bapenda Kabupaten Blora"),
            ("Budi Santoso", "Disporapar Kabupaten Rembang"),
            ("Dwi", "Badan Kesatuan Bangsa dan Politik Kabupaten Blora"),
        ],
    ),
    (
        "Hadir Kartiman, SH. MHum (Ka Dinsosnaker Kab. Blora) dan Kadinpermasdes Rembang Ani Wijaya.",
        [("Ani Wijaya", "Dinpermasdes Rembang"), ("Kartiman", "Dinsosnaker Kab. Blora")],
    ),
    (
        "Hadir Camat Cepu Suwarno, Panwascam A. Kholid M, PPK Cepu Ani Wijaya dan Danramil Cepu Kapten Inf Budi.",
        [
            ("A. Kholid M", "Panwaslu Kecamatan Cepu"),
            ("Ani Wijaya", "PPK Kecamatan Cepu"),
            ("Budi", "Koramil Cepu"),
            ("Suwarno", "Pemerintah Kecamatan Cepu"),
        ],
    ),
    (
        "Hadir Letkol Inf Aris Wijaya (Dandim 0721/Blora, Drs. Yudi Santoso (Wakil Bupati Blora), Ani Lestari (Ketua"
        " Pengadilan Negri Blora).",
        [
            ("Ani Lestari", "Pengadilan Negeri Blora"),
            ("Aris Wijaya", "Kodim 0721/Blora"),
            ("Yudi Santoso", "Pemerintah Kabupaten Blora"),
        ],
    ),
    (
        "Hadir Danrem 142 Tatax Kolonel Inf Rangga Wijaya dan Dandim 0404 Me/PALI Letkol Inf Budi Santoso.",
        [("Budi Santoso", "Kodim 0404/Muara Enim"), ("Rangga Wijaya", "Korem 142/Taroada Tarogau")],
    ),
    (
        "Materi diisi oleh Kasat Intelkam Polres Blora, AKP Suandi, yang memaparkan kerawanan selama Pilkada, serta"
        " Kabag Ops Polres Blora, AKP Budi Santoso.",
        [("Budi Santoso", "Polres Blora"), ("Suandi", "Polres Blora")],
    ),
    (
        "Hadir Korwil Binda Jawa Tengah Wilayah Blora, Pati dan Rembang Budi Santoso serta Kapolres Blora AKBP Ani.",
        [("Ani", "Polres Blora"), ("Budi Santoso", "Binda Jawa Tengah")],
    ),
    (
        "Usai dilantik sebagai Ketua KPU Blora, Ani Wijaya berterima kasih.",
        [("Ani Wijaya", "KPU Kabupaten Blora")],
    ),
    ("Kapolres Blora dilantik sebagai Kapolda, Ani Wijaya menjadi wakilnya.", []),
    (
        "Hadir Kapolres Blora AKBP Ani dan Kasubag Progsar Bagren AKP Leo Kopong serta Kasi Humas AKP Budi.",
        [("Ani", "Polres Blora"), ("Budi", "Polres Blora"), ("Leo Kopong", "Polres Blora")],
    ),
    (
        "Kepala Desa Ngawen, Kecamatan Cepu, Sardono membantah, begitu pula Camat Kunduran, Blora, Ani Wijaya.",
        [("Ani Wijaya", "Pemerintah Kecamatan Kunduran"), ("Sardono", "Pemerintah Desa Ngawen")],
    ),
    (
        "Hadir Ani, Camat Cepu, Blora, Budi, Camat Jepon, dan Danramil Wangi-wangi Kapten Inf Dwi Wijaya.",
        [
            ("Ani", "Pemerintah Kecamatan Cepu"),
            ("Budi", "Pemerintah Kecamatan Jepon"),
            ("Dwi Wijaya", "Koramil Wangi-Wangi"),
        ],
    ),
    (
        "Hadir Yono, SH.MSi (Asspem Kesra Sekda Blora) dan Ketua Bamag Kota Blitar Pendeta Stefanus Edy.",
        [("Stefanus Edy", "Bamag Kota Blitar"), ("Yono", "Pemerintah Kabupaten Blora")],
    ),
    (
        "Rapat koordinasi dihadiri Devisi Perencanaan, Keuangan dan Logistik KPU Gianyar Ani Wijaya, Komisioner KPU"
        " Devisi Data Ibu Rohani dan Ketua Senkom Blora Aries.",
        [
            ("Ani Wijaya", "KPU Kabupaten Gianyar"),
            ("Aries", "Senkom Mitra Polri Blora"),
            ("Rohani", "KPU Kabupaten Gianyar"),
        ],
    ),
    ("KETUA KPU BLORA HADIRI RAPAT\nKetua KPU Blora Ingatkan, Rohani Penting.", []),
    (
        "Rapat dipimpin Ketua DPRD Kabupaten Blora, Tatang Wijaya(PDIP), didampingi para wakil ketua, antara lain: Rois"
        " Lestari(Partai Golkar), Kholidin(PPP), dan Ajeng Triyani(PKB) serta Bupati Blora.",
        [
            ("Ajeng Triyani", "DPRD Kabupaten Blora"),
            ("Kholidin", "DPRD Kabupaten Blora"),
            ("Rois Lestari", "DPRD Kabupaten Blora"),
            ("Tatang Wijaya", "DPRD Kabupaten Blora"),
        ],
    ),
    (
        "Hadir Iptu Cecep Ahmadi, mewakili Dandim 0721/Blora, Lettu Inf Nur Alam dan Kabag ops Res Bima Kompol Hari.",
        [("Hari", "Polres Bima")],
    ),
    (
        "Sekda Blora H. Ani Wijaya yang hadir mewakili Bupati Blora, H. Budi Santoso, menyampaikan terima kasih.",
        [("Ani Wijaya", "Pemerintah Kabupaten Blora"), ("Budi Santoso", "Pemerintah Kabupaten Blora")],
    ),
    (
        "Ketua KPU dan Ketua Bawaslu Kabupaten Blora, masing-masing Ani Wijaya dan Budi Santoso, duduk di kiri.",
        [("Ani Wijaya", "KPU Kabupaten Blora"), ("Budi Santoso", "Bawaslu Kabupaten Blora")],
    ),
    (
        "Ani Wijaya resmi mengemban tugas Pjs Bupati Blora.",
        [("Ani Wijaya", "Pemerintah Kabupaten Blora")],
    ),
    (
        "Selamat, Teguh Wibisono jadi ketua.\nTeguh Wibisono terpilih menjadi Ketua PPK Cepu, kata KPU Blora.",
        [("Teguh Wibisono", "PPK Kecamatan Cepu")],
    ),
    ("Budi Santoso terpilih sebagai Bupati Blora, kata KPU Blora.", []),
    ("Rapat gabungan dijaga seorang anggota Batalyon 320 Badak, kata Kapolres Blora.", []),
    (
        "Hadir Kepala Dinas Sosial P3A Kabupaten Blora Andi Pratama, Ketua BPD Desa Mulyorejo Ani Wijaya dan Batuud"
        " Koramil 03/Cepu Pelda Budi Santoso.",
        [
            ("Andi Pratama", "Dinas Sosial Kabupaten Blora"),
            ("Ani Wijaya", "BPD Mulyorejo"),
            ("Budi Santoso", "Koramil 03/Cepu"),
        ],
    ),
    (
        "Hadir Kapuskodal Ops Kodam IV/Diponegoro Kolonel Inf Budi dan Wadan Lantamal V Kolonel Laut Dwi.",
        [("Budi", "Kodam IV/Diponegoro"), ("Dwi", "Lantamal V")],
    ),
    ("Hadir Danki Brimob Kompi 2 Batalyon C AKP Dwi.", []),
    (
        "Hadir Kadiv Humas Polri Irjen Pol Ani Wijaya dan Jampidsus Kejaksaan Agung Budi Santoso.",
        [
            ("Ani Wijaya", "Polri"),
            ("Budi Santoso", "Kejaksaan Agung"),
        ],
    ),
    ("Hadir Manajer Humas PT KAI Daop 4 Semarang Ani Wijaya.", [("Ani Wijaya", "PT KAI Daop 4 Semarang")]),
    (
        "Hadir Pelatih Persis Solo Ani Wijaya dan Peneliti ICW Budi Santoso.",
        [
            ("Ani Wijaya", "Persis Solo"),
            ("Budi Santoso", "ICW"),
        ],
    ),
    ("Hadir Corporate Secretary PT Pertamina Patra Niaga Ani Wijaya.", [("Ani Wijaya", "Pertamina Patra Niaga")]),
]

NAMED: list[tuple[str, set[str]]] = [
    (
        "Rapat dihadiri Polres Blora, Dinsosdukcapil Kabupaten Blora dan Dinhub.",
        {"Polres Blora", "Dinsosdukcapil Kabupaten Blora", "Dinhub Kabupaten Blora"},
    ),
    ("Rapat dihadiri Distrik Cepu. Diskusi itu dibuka Dinata.", set()),
    (
        "Hadir pasukan Brigif 24/Bulungan Sakti serta Kodim 0721/Blora.",
        {"Brigif 24/Bulungan Sakti", "Kodim 0721/Blora"},
    ),
    ("Kantor KPU Blora di Jalan Panglima Sudirman dan di Jl. Gubernur Suryo dijaga.", {"KPU Kabupaten Blora"}),
    ("Rapat dihadiri Polres Banyumas.", {"Polres Banyumas"}),
    ("Rapat dihadiri Kapolres Banyumas. Polresta Banyumas berjaga.", {"Polresta Banyumas"}),
    ("Rapat di Blora dihadiri Korem 073/Makutarama dan Kodim.", {"Korem 073/Makutarama"}),
    ("Rapat dihadiri Polsek Cepu dan Kecamatan Jepon serta Polres Blora.", {"Polsek Cepu", "Polres Blora"}),
    ("Hadir Ketua Fkm Sukamaju dan Kapolres Blora AKBP Mhd Yasir.", {"Polres Blora", "Mhd Yasir"}),
    (
        "Hadir Sekretaris FKDM Kalbar, Viza Wijaya, S.Sos, M.A, M.I.R.\nKegiatan itu lancar.",
        {"FKDM Provinsi Kalimantan Barat", "Viza Wijaya"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_who_holds_an_office_where(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = sorted((names[posting["person"]], names[posting["institution"]]) for posting in record["postings"])
    assert held == expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_what_bodies_are_called(read: Read, text: str, expected: set[str]) -> None:
    assert {entity["name"] for entity in read(text)["entities"]} == expected


def test_a_coined_word_for_a_post_is_named_as_it_is_written(read: Read) -> None:
    posts = [posting["post"] for posting in read("Hadir Kabapenda Blora Ani Wijaya.")["postings"]]
    assert posts == ["Kabapenda Blora"]
