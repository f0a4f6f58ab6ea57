"""Which bodies a text names, by their canonical names."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read

CASES: list[tuple[str, str, list[str]]] = [
    (
        "",
        "Kepala Rutan Kelas IIB Wonosobo, Agung Prabowo, menuturkan warga binaan ikut mencoblos.",
        ["Rutan Wonosobo"],
    ),
    ("", "Sekretaris DPRD Kabupaten Tabanan I Made Suarjaya menyampaikan jadwal sidang.", ["DPRD Kabupaten Tabanan"]),
    (
        "",
        "Ketua PCNU Kabupaten Jember, KH Abdullah Syamsul Arifin, mengajak warga menjaga kerukunan.",
        ["PCNU Kabupaten Jember"],
    ),
    (
        "",
        "Ketua Divisi Hukum dan Pengawasan KPU Kabupaten Pemalang, Sunarto, menjelaskan tahapan.",
        ["KPU Kabupaten Pemalang"],
    ),
    ("", "Ketua Komisi I DPRD Kota Bontang Abdul Haris menyoroti netralitas ASN.", ["DPRD Kota Bontang"]),
    ("", "Danlanal Nias Letkol Laut (P) Wishnu Ardiansyah menyerahkan bantuan.", ["Lanal Nias"]),
    ("", "Kasat Reskrim Polresta Manado Kompol May Diana Sitepu mengatakan tersangka ditahan.", ["Polresta Manado"]),
    ("", "Kalapas Kelas IIA Curup, Bambang Wijanarko, menggelar razia kamar.", ["Lapas Curup"]),
    (
        "",
        "Sekretaris DPC PDI Perjuangan Kota Salatiga Dance Ishak Palit menyatakan siap menang.",
        ["DPC PDI Perjuangan Salatiga"],
    ),
    ("", "Lurah Wapunto, La Ode Rahmat Hidayat, mengatakan drainase tersumbat.", ["Kelurahan Wapunto"]),
    ("", "Camat Rantau Pulung Muhammad Vhatur Amin hadir dalam kegiatan itu.", ["Pemerintah Kecamatan Rantau Pulung"]),
    ("", "Kepala Kantor Staf Presiden Muhammad Qodari memantau persiapan.", ["Kantor Staf Presiden"]),
    ("", "Ketua Panwaslih Kota Langsa Rizal Azwar menerima laporan itu.", ["Panwaslih Kota Langsa"]),
    (
        "",
        "Koordinator Aliansi Masyarakat Peduli Lingkungan, Deden Supriatna, berorasi di depan kantor bupati.",
        ["Aliansi Masyarakat Peduli Lingkungan"],
    ),
    ("", "Tersangka Darmo alias Kentung (45) ditangkap Satreskrim Polres Sragen di rumahnya.", ["Polres Sragen"]),
    (
        "",
        "Pelaku berinisial AR (19) dan MS (22) kini mendekam di sel tahanan Polsek Medan Baru.",
        ["Polsek Medan Baru"],
    ),
    ("", "Pengamat politik Universitas Airlangga, Suko Widodo, menilai koalisi itu rapuh.", ["Universitas Airlangga"]),
    (
        "",
        "Dosen Fakultas Ilmu Sosial dan Ilmu Politik Universitas Jember, Honest Dody Molasy, berpendapat lain.",
        ["Universitas Jember"],
    ),
    ("", "Festival Danau Sentani dan Pekan Olahraga Nasional digelar pada bulan yang sama di Jayapura.", []),
    ("", "Operasi Ketupat Rencong dan Operasi Lilin Seulawah berlangsung aman.", []),
    ("", "Sistem Informasi Partai Politik atau Sipol dan Sirekap dipakai sejak tahun lalu.", []),
    ("", "Puting beliung dan Banjir Bandang melanda Lereng Gunung Slamet pada Rabu malam.", []),
    ("", "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum menjadi dasar Peraturan Bawaslu itu.", []),
    ("", "Pilkada Serentak 2024 dan Pemilu Legislatif memakai Daftar Pemilih Tetap yang sama.", []),
    ("", "Kapal Motor Sinar Bangun karam di Danau Toba pada Juni silam.", []),
    (
        "Kapolres Bima Kota Ajak Warga Jaga Kerukunan Jelang Pilkada",
        "Kapolres Bima Kota AKBP Yudha Pranata mengajak warga menjaga kerukunan.",
        ["Polres Bima Kota"],
    ),
    (
        "DUA KURIR SABU DIRINGKUS POLRES LANGKAT",
        "Dua kurir sabu diringkus Satresnarkoba Polres Langkat, Jumat malam.",
        ["Polres Langkat"],
    ),
    (
        "",
        "Turut hadir:\n1. Kapolres Ende AKBP I Gede Ngurah Joni Mahardika\n2. Dandim 1602/Ende Letkol Inf Nelson Paido Makmur\n3. Ketua DPRD Ende Fransiskus Taso",
        ["DPRD Kabupaten Ende", "Kodim 1602/Ende", "Polres Ende"],
    ),
    (
        "",
        "Kapolda Sumbar Irjen Pol Suharyono, S.I.K., S.H. dan Gubernur Sumbar Mahyeldi Ansharullah meninjau lokasi longsor.",
        ["Pemerintah Provinsi Sumatera Barat", "Polda Sumatera Barat"],
    ),
    ("", "Sekjen DPP PDI Perjuangan Hasto Kristiyanto menghadiri konsolidasi.", ["PDI Perjuangan"]),
    (
        "",
        "Kepala Badan Pusat Statistik (BPS) Kabupaten Alor, Semuel Ronal, memaparkan data inflasi.",
        ["BPS Kabupaten Alor"],
    ),
    (
        "",
        "Rapat dihadiri Dinas Pemberdayaan Masyarakat, Satpol PP dan Kesbangpol Kabupaten Rembang.",
        [
            "Badan Kesatuan Bangsa dan Politik Kabupaten Rembang",
            "Dinas Pemberdayaan Masyarakat Kabupaten Rembang",
            "Satpol PP Kabupaten Rembang",
        ],
    ),
    (
        "",
        "Setelah itu penandatanganan PKS antara KPU Provinsi Maluku dan Kejaksaan Tinggi Maluku.",
        [
            "KPU Provinsi Maluku",
            "Kejaksaan Tinggi Maluku",
        ],
    ),
    ("", "Hadir Polsek Metro Timur dan Kodim 0411/Kota Metro.", ["Kodim 0411/Kota Metro", "Polsek Metro Timur"]),
    ("", "Hadir para perwira Polres dan Kodim 0715/Kendal.", ["Kodim 0715/Kendal", "Polres Kendal"]),
    (
        "",
        "Rapat dihadiri Dandim 0714/Salatiga yang di wakilkan Dan Ramil Ungaran.",
        ["Kodim 0714/Salatiga", "Koramil Ungaran"],
    ),
    ("", "Hadir Ketua KPU Rembang, Kapolsek Se Kab. Rembang dan Danramil Se Kab. Rembang.", ["KPU Kabupaten Rembang"]),
    ("", "Rapat dihadiri Ketua Panwaslu Kabupaten Kapuas Iswahyudi Wibowo.", ["Panwaslu Kabupaten Kapuas"]),
    ("", "Rapat dihadiri Ketua Bawaslu Kabupaten Kapuas Iswahyudi Wibowo.", ["Bawaslu Kabupaten Kapuas"]),
    ("", "Deklarasi itu diikuti pasangan calon bupati dan wakil bupati Rembang.", []),
    ("", "Surat suara pemilihan gubernur-wakil gubernur dan bupati-wakil bupati Rembang tiba.", []),
    ("", "Pemilihan gubernur, bupati, dan wali kota Surakarta berlangsung aman.", []),
    (
        "",
        "Rapat dihadiri para calon bupati, Bupati Rembang Budi Santosa, dan tamu lain.",
        ["Pemerintah Kabupaten Rembang"],
    ),
    ("", "Raja Ampat dan Pulau Padar menjadi tujuan wisata favorit wisatawan Eropa.", []),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_bodies(read: Read, title: str, text: str, expected: list[str]) -> None:
    record = read(f"{title}\n\n{text}" if title else text, title=title or None)
    assert sorted(e["name"] for e in record["entities"] if e["class"] != "Person") == expected


def test_a_post_is_a_mention_of_its_institution_but_no_other_name_of_it(read: Read) -> None:
    record = read(
        "Kabag Ops Polres Klungkung Kompol I Ketut Suastika hadir. Kepolisian Resor Klungkung menjaga rapat itu."
    )
    (polres,) = (entity for entity in record["entities"] if entity["name"] == "Polres Klungkung")
    assert polres["aliases"] == ["Kepolisian Resor Klungkung"]
    assert "Kabag Ops Polres Klungkung" in {mention["text"] for mention in polres["mentions"]}


def test_a_regional_agency_with_a_list_in_its_name(read: Read) -> None:
    record = read(
        "KUDUS - Rapat dihadiri Kepala Badan Pengelolaan Pajak, Keuangan dan Aset Daerah (BPPKAD) Kudus Eko Wijaya "
        "dan Kepala Dinas Pemberdayaan Perempuan (DPP) Kabupaten Kudus Ani Wijaya, Senin (23/9/2024)."
    )
    assert {e["name"] for e in record["entities"]} == {
        "Badan Pengelolaan Pajak, Keuangan dan Aset Daerah Kudus", "Dinas Pemberdayaan Perempuan Kabupaten Kudus",
        "Eko Wijaya", "Ani Wijaya",
    }  # fmt: skip


def test_a_dateline_means_the_town_before_a_district_of_its_name(read: Read) -> None:
    record = read("PADANG - Bawaslu dan Kabag Pemerintahan menggelar rapat bersama camat se-Kota Padang.")
    assert {e["name"] for e in record["entities"] if e["class"] == "ElectionSupervisor"} == {"Bawaslu Kota Padang"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kajari Sidikalang Umar Faruk hadir.", "Kejaksaan Negeri Sidikalang"),
        ("Kajari Sidikalang Umar Faruk hadir. Kejari Dairi siap.", "Kejaksaan Negeri Dairi"),
        ("Kajari Dairi Umar Faruk hadir.", "Kejaksaan Negeri Dairi"),
    ],
)
def test_an_office_that_is_called_after_its_seat_alone_goes_by_that(read: Read, text: str, expected: str) -> None:
    assert [e["name"] for e in read(text)["entities"] if e["class"] == "ProsecutionOffice"] == [expected]
