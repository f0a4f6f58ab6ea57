"""Which runs of capitalised words are persons, and where their names end."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read

CASES: list[tuple[str, str, list[str]]] = [
    (
        "",
        "Hadir Ketua LKAAM Pasaman Marzuki Datuk Bandaro. Ketua LKAAM, Marzuki Dt Bandaro, membaca ikrar.",
        ["Marzuki Datuk Bandaro"],
    ),
    (
        "",
        "Komisi I DPRD Blora menggelar rapat di ruang Komisi I. Anggota Komisi I, Budi Ananta, hadir.",
        ["Budi Ananta"],
    ),
    ("", "Rapat dihadiri Kapolsek Jepon AKP SUGIARTO, S.H. dan Danramil Kapten Inf WARSONO.", ["SUGIARTO", "WARSONO"]),
    ("", "Rapat dihadiri Ketua Bawaslu Kabupaten Blora IBRAHIM dan jajaran.", ["IBRAHIM"]),
    ("", "Rapat dihadiri Ketua MUI Blora TG. H. Anwar Sani.", ["Anwar Sani"]),
    (
        "",
        "Rapat dihadiri Ketua LKAAM Marzuki Datuk Bandaro, Ketua DAD Yakobus Langit dan Ketua LMA Yosep Wangi.",
        ["Marzuki Datuk Bandaro", "Yakobus Langit", "Yosep Wangi"],
    ),
    ("", "Rapat KPU Lebong dihadiri PPDI, Apdesi dan Ketua DPRD.", []),
    (
        "",
        "Sidang pidana pemilu di PN Lebong dihadiri jaksa penuntut umum Tegar Mawang Dhita, S.H.",
        ["Tegar Mawang Dhita"],
    ),
    ("", "Rapat KPU Lebong dihadiri Ahmad Fauzi, S.H., caleg Partai Demokrat Dapil Amen-Pelabai.", ["Ahmad Fauzi"]),
    (
        "",
        "Sekretaris KPU Lebong, Darmawan Saputra yang akrab disapa Wawan membuka rapat. Semua siap, ujar Wawan.",
        ["Darmawan Saputra"],
    ),
    ("", "Rapat KPU Lebong dibuka Ikhwanudin, S.H. Semua tahapan siap, ujar Ikhwan.", ["Ikhwanudin"]),
    ("", "KPU Lebong menggelar rapat. Ramadhani dari Bawaslu Lebong menjadi narasumber.", ["Ramadhani"]),
    ("", "Kepala Rutan Kelas IIB Wonosobo, Agung Prabowo, menuturkan warga binaan ikut mencoblos.", ["Agung Prabowo"]),
    ("", "Sekretaris DPRD Kabupaten Tabanan I Made Suarjaya menyampaikan jadwal sidang.", ["I Made Suarjaya"]),
    ("", "Suwarno, warga Desa Sumberejo, mengaku mendengar ledakan keras.", ["Suwarno"]),
    (
        "",
        "Ketua PCNU Kabupaten Jember, KH Abdullah Syamsul Arifin, mengajak warga menjaga kerukunan.",
        ["Abdullah Syamsul Arifin"],
    ),
    ("", "Ketua Divisi Hukum dan Pengawasan KPU Kabupaten Pemalang, Sunarto, menjelaskan tahapan.", ["Sunarto"]),
    ("", "Ketua Komisi I DPRD Kota Bontang Abdul Haris menyoroti netralitas ASN.", ["Abdul Haris"]),
    ("", "Danlanal Nias Letkol Laut (P) Wishnu Ardiansyah menyerahkan bantuan.", ["Wishnu Ardiansyah"]),
    ("", "Kasat Reskrim Polresta Manado Kompol May Diana Sitepu mengatakan tersangka ditahan.", ["May Diana Sitepu"]),
    ("", "Kalapas Kelas IIA Curup, Bambang Wijanarko, menggelar razia kamar.", ["Bambang Wijanarko"]),
    (
        "",
        "Sekretaris DPC PDI Perjuangan Kota Salatiga Dance Ishak Palit menyatakan siap menang.",
        ["Dance Ishak Palit"],
    ),
    ("", "Lurah Wapunto, La Ode Rahmat Hidayat, mengatakan drainase tersumbat.", ["La Ode Rahmat Hidayat"]),
    ("", "Camat Rantau Pulung Muhammad Vhatur Amin hadir dalam kegiatan itu.", ["Muhammad Vhatur Amin"]),
    ("", "Kepala Kantor Staf Presiden Muhammad Qodari memantau persiapan.", ["Muhammad Qodari"]),
    ("", "Aparatur Sipil Negara (ASN) Kabupaten Rembang melalui Sekda Rembang Mahmudi meneken pakta.", ["Mahmudi"]),
    ("", "Ketua Panwaslih Kota Langsa Rizal Azwar menerima laporan itu.", ["Rizal Azwar"]),
    (
        "",
        "Koordinator Aliansi Masyarakat Peduli Lingkungan, Deden Supriatna, berorasi di depan kantor bupati.",
        ["Deden Supriatna"],
    ),
    (
        "",
        "Korban bernama Yuliana Saputri (23), warga Kelurahan Kolhua, ditemukan meninggal di kamar kos.",
        ["Yuliana Saputri"],
    ),
    ("", "Tersangka Darmo alias Kentung (45) ditangkap Satreskrim Polres Sragen di rumahnya.", ["Darmo"]),
    ("", "Istri korban, Ni Wayan Sukerti, mengaku sempat melarang suaminya melaut.", ["Ni Wayan Sukerti"]),
    ("", "Menurut saksi mata, Jumadi, api pertama kali terlihat dari dapur.", ["Jumadi"]),
    ("", "Majelis hakim yang diketuai Lingga Setiawan menjatuhkan vonis empat tahun penjara.", ["Lingga Setiawan"]),
    ("", "Kuasa hukum terdakwa, Alvon Kurnia Palma, menyatakan pikir-pikir.", ["Alvon Kurnia Palma"]),
    ("", "Pengamat politik Universitas Airlangga, Suko Widodo, menilai koalisi itu rapuh.", ["Suko Widodo"]),
    (
        "",
        "Dosen Fakultas Ilmu Sosial dan Ilmu Politik Universitas Jember, Honest Dody Molasy, berpendapat lain.",
        ["Honest Dody Molasy"],
    ),
    ("", "Buku berjudul Negara Paripurna karya Yudi Latif dibagikan kepada peserta.", ["Yudi Latif"]),
    ("", "Ketua RT 03 RW 05, Paimin, membenarkan kejadian itu.", ["Paimin"]),
    (
        "Kapolres Bima Kota Ajak Warga Jaga Kerukunan Jelang Pilkada",
        "Kapolres Bima Kota AKBP Yudha Pranata mengajak warga menjaga kerukunan.",
        ["Yudha Pranata"],
    ),
    (
        "",
        "Turut hadir:\n1. Kapolres Ende AKBP I Gede Ngurah Joni Mahardika\n2. Dandim 1602/Ende Letkol Inf Nelson Paido Makmur\n3. Ketua DPRD Ende Fransiskus Taso",
        ["Fransiskus Taso", "I Gede Ngurah Joni Mahardika", "Nelson Paido Makmur"],
    ),
    ("", "Habib Ali bin Husein Assegaf memimpin doa bersama di Masjid Agung.", ["Ali bin Husein Assegaf"]),
    (
        "",
        "Kapolda Sumbar Irjen Pol Suharyono, S.I.K., S.H. dan Gubernur Sumbar Mahyeldi Ansharullah meninjau lokasi longsor.",
        ["Mahyeldi Ansharullah", "Suharyono"],
    ),
    ("", "Sekjen DPP PDI Perjuangan Hasto Kristiyanto menghadiri konsolidasi.", ["Hasto Kristiyanto"]),
    (
        "",
        "Calon Bupati Sikka nomor urut 2, Juventus Prima Yoris Kago, berkampanye di Maumere.",
        ["Juventus Prima Yoris Kago"],
    ),
    ("", "Sementara Itu, Ketua Panitia, La Ode Samsul, melaporkan kegiatan berjalan lancar.", ["La Ode Samsul"]),
    ("", "Kepala Badan Pusat Statistik (BPS) Kabupaten Alor, Semuel Ronal, memaparkan data inflasi.", ["Semuel Ronal"]),
    (
        "",
        "Menurut Fitriani, harga cabai naik dua kali lipat. Fitriani adalah pedagang Pasar Inpres Manonda.",
        ["Fitriani"],
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_persons(read: Read, title: str, text: str, expected: list[str]) -> None:
    record = read(f"{title}\n\n{text}" if title else text, title=title or None)
    assert sorted(e["name"] for e in record["entities"] if e["class"] == "Person") == expected


def test_a_name_that_begins_like_a_numeral_is_one_in_a_list_too(read: Read) -> None:
    text = "Hadir Ketua KPU Klungkung I Ketut Sudarma, serta I Komang Suparta yang memimpin Bawaslu Klungkung."
    people = [entity["name"] for entity in read(text)["entities"] if entity["class"] == "Person"]
    assert people == ["I Ketut Sudarma", "I Komang Suparta"]


def test_single_names_behind_the_bodies_of_a_list(read: Read) -> None:
    record = read("Rapat dihadiri Kejari Blora Hartono, Polres Blora Sutrisno dan KPU Blora Melani, Rabu (18/9/2024).")
    assert {"Hartono", "Sutrisno", "Melani"} <= {entity["name"] for entity in record["entities"]}


def test_a_word_of_the_language_behind_a_body_is_nobody(read: Read) -> None:
    record = read("Rapat dihadiri KPU Blora, Kejari Blora Raya, Polsek Cepu Kota, dan Bawaslu Blora.")
    assert not [entity for entity in record["entities"] if entity["class"] == "Person"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Terdakwa didampingi tim penasihat hukumnya, Rina Melati Ningsih dan Lusi.",
        "Majelis hakim yang diketuai Cokorda Gedearsana dibantu hakim anggota (ad hoc) Lusi.",
        "Sidang dipimpin hakim ketua Ani Wijaya dengan hakim anggota (ad hoc) Budi Santosa dan Lusi.",
    ],
)
def test_those_of_a_hearing(read: Read, sentence: str) -> None:
    names = {entity["name"] for entity in read(sentence)["entities"] if entity["class"] == "Person"}
    assert "Lusi" in names and not names & {"Ad Hoc", "Hoc"}
    assert len(names) >= 2


def test_two_letters_without_a_title_are_initials(read: Read) -> None:
    record = read("Kades Melati, Ar dan Camat Blora Yu ditahan, kata Kapolsek Cepu AKP Li.")
    assert {entity["name"] for entity in record["entities"] if entity["class"] == "Person"} == {"Li"}


@pytest.mark.parametrize(
    ("called", "who"),
    [
        ("Ketua KPU Blora yang akrab disapa Imah", "Siti Mahmudah"),
        ("Ketua KPU yang biasa dipanggil Imah", "Siti Mahmudah"),
        ("Bupati yang akrab disapa Imah", "Budi Hartono"),
        ("Ketua Bawaslu yang akrab disapa Imah", None),
    ],
)
def test_the_nickname_behind_an_office_is_that_of_its_holder(read: Read, called: str, who: str | None) -> None:
    record = read(
        "BLORA - Rapat koordinasi dihadiri Bupati Blora Budi Hartono, Kapolres Blora AKBP Ani Wijaya, dan Ketua KPU "
        f"Blora Siti Mahmudah, Rabu (25/9/2024). {called} itu mengatakan logistik siap."
    )
    found = [entity["name"] for entity in record["entities"] if "Imah" in entity["aliases"]]
    assert found == ([who] if who else [])


@pytest.mark.parametrize("letter", ["A", "B.", "A,"])
def test_a_letter_behind_a_rank_is_nobody(read: Read, letter: str) -> None:
    text = f"BLORA - Apel dipimpin Kapolres Blora AKBP {letter} di Cepu, Kamis (19/9/2024)."
    assert [entity["name"] for entity in read(text)["entities"]] == ["Polres Blora"]


def test_a_letter_in_front_of_a_name_is_part_of_it(read: Read) -> None:
    text = "BLORA - Apel dipimpin Kapolres Blora AKBP A. Yani, Kamis (19/9/2024)."
    assert [entity["name"] for entity in read(text)["entities"]] == ["Polres Blora", "A. Yani"]
