"""Where the name of a body that no table lists ends, and the name of its office-holder begins."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read

CASES = [
    (
        "Kepala Desa Rasabou Umar M. Tajib menandatangani surat itu.",
        ("Umar M. Tajib", "Pemerintah Desa Rasabou"),
    ),
    ("Lurah Arombu Siti Hayatun Lamani ikut menandatangani surat itu.", ("Siti Hayatun Lamani", "Kelurahan Arombu")),
    ("Kepala Desa Karangrejo M. Anwar Rofi menandatangani surat itu.", ("M. Anwar Rofi", "Pemerintah Desa Karangrejo")),
    (
        "PT Garam Laut Biru menanam bakau. General Manager PT Garam Laut Biru Edy Agustus Pranoto berharap bakau tumbuh.",
        ("Edy Agustus Pranoto", "PT Garam Laut Biru"),
    ),
    (
        "Mahasiswa Universitas Pasir Putih pulang. Rektor Universitas Pasir Putih Gumbrek Tawuan berharap mereka kembali.",
        ("Gumbrek Tawuan", "Universitas Pasir Putih"),
    ),
    ("Hadir pula Rektor Universitas Pasir Putih Bambang Riyanto.", ("Bambang Riyanto", "Universitas Pasir Putih")),
    (
        "Komisaris Utama Bank Gunung Jati Yohanes Setiawan hadir. Bank Gunung Jati membagi laba.",
        ("Yohanes Setiawan", "Bank Gunung Jati"),
    ),
    ("Ketua DPC PPP Kota Tegal Bambang Riyanto hadir.", ("Bambang Riyanto", "DPC PPP Kota Tegal")),
    ("Ketua KPU Jepara Bambang Adi Perwira memimpin rapat.", ("Bambang Adi Perwira", "KPU Kabupaten Jepara")),
    ("Kepala Desa Karang Gondang Lor, Suwito, hadir.", ("Suwito", "Pemerintah Desa Karang Gondang Lor")),
    ("Ketua Himpunan Mahasiswa Islam (HMI) Cabang Blora Raka Wijaya hadir.", ("Raka Wijaya", "HMI Cabang Blora")),
    ("Ketua Himpunan Mahasiswa Islam (HMI) Raka Wijaya hadir.", ("Raka Wijaya", "HMI")),
    ("Ketua Umum Pengurus Besar PGRI (PB PGRI) Raka Wijaya hadir.", ("Raka Wijaya", "PGRI")),
    ("Ketua Dewan Pimpinan Cabang (DPC) PPP Kabupaten Blora Raka Wijaya hadir.", ("Raka Wijaya", "DPC PPP Blora")),
    ("Kepala SMA Muhammadiyah 2 Blora Raka Wijaya hadir.", ("Raka Wijaya", "SMA Muhammadiyah 2 Blora")),
    ("Rektor Universitas Muhammadiyah Palu Raka Wijaya hadir.", ("Raka Wijaya", "Universitas Muhammadiyah Palu")),
    ("Ketua Karang Taruna Kecamatan Jepon Raka Wijaya hadir.", ("Raka Wijaya", "Karang Taruna Kecamatan Jepon")),
    ("Ketua BEM Universitas Indonesia Raka Wijaya hadir.", ("Raka Wijaya", "BEM Universitas Indonesia")),
    ("Ketua BEM Universitas Indonesia (BEM UI) Raka Wijaya hadir.", ("Raka Wijaya", "BEM UI")),
    ("Presiden BEM Universitas Tadulako (Untad), Raka Wijaya hadir.", ("Raka Wijaya", "BEM Universitas Tadulako")),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_body_ends_where_its_office_holder_begins(read: Read, text: str, wanted: tuple[str, str]) -> None:
    record = read(text)
    names = {e["id"]: e["name"] for e in record["entities"]}
    assert wanted in [(names[p["person"]], names[p["institution"]]) for p in record["postings"]]


BODIES = [
    ("Rapat dihadiri SMP Negeri 3 Depok dan SMPN 3.", {"SMP Negeri 3 Depok"}),
    ("Rapat dihadiri CV Batu Sarana dan PT Garam Biru.", {"CV Batu Sarana", "PT Garam Biru"}),
    ("Rapat dihadiri Forum Deteksi Dini Masyarakat (FKDM) Kabupaten Jepara.", {"FKDM Kabupaten Jepara"}),
    (
        "JEPARA - Rapat dihadiri Dinas Bina Rupa dan Tata Wicara Provinsi Jawa Tengah.",
        {"Dinas Bina Rupa dan Tata Wicara Provinsi Jawa Tengah"},
    ),
    ("Rektor Universitas Ahmad Dahlan.", {"Universitas Ahmad Dahlan"}),
]


@pytest.mark.parametrize(("text", "wanted"), BODIES)
def test_unlisted_bodies_have_the_name_that_the_text_gives(read: Read, text: str, wanted: set[str]) -> None:
    assert {e["name"] for e in read(text)["entities"]} == wanted


def test_a_unit_is_the_region_of_the_article_but_for_one_letter(read: Read) -> None:
    text = "JEPARA - Kapolres Jeppara AKBP Budi Santoso memimpin apel. Apel dihadiri Bawaslu Kabupaten Jepara."
    assert "Polres Jepara" in {e["name"] for e in read(text)["entities"]}


def test_the_short_form_of_a_name_may_stand_behind_another_kind(read: Read) -> None:
    text = "Polsek Tanah Putih Tanjung Melawan (TPTM) menggelar apel. Apel dihadiri Camat TPTM dan Kapolsek TPTM."
    found = {e["name"] for e in read(text)["entities"]}
    assert found == {"Polsek Tanah Putih Tanjung Melawan", "Pemerintah Kecamatan Tanah Putih Tanjung Melawan"}


def test_a_pair_of_offices_that_are_sought_proves_no_body(read: Read) -> None:
    text = "SLEMAN - KPU Sleman menggelar rapat. Siapa pun Bupati dan Wakil Bupati Sleman nanti, warga berharap banyak."
    assert {e["name"] for e in read(text)["entities"]} == {"KPU Kabupaten Sleman"}


def test_candidates_in_pairs_are_persons(read: Read) -> None:
    text = "KPU Sleman menetapkan pasangan calon nomor urut tiga Hamsuardo-Kuslaba dan nomor urut empat Jaelono-Ombo."
    found = {e["name"] for e in read(text)["entities"] if e["class"] == "Person"}
    assert found == {"Hamsuardo", "Kuslaba", "Jaelono", "Ombo"}


@pytest.mark.parametrize(
    "told",
    [
        "Kepala Dinas Terkait, Instansi Terkait",
        "Pimpinan Partai Politik Peserta Pemilu",
        "Partai Politik Pengusung",
        "Dinas Teknis dan Ormas Keagamaan",
    ],
)
def test_a_word_that_tells_which_bodies_are_meant_names_none(read: Read, told: str) -> None:
    record = read(f"Rapat itu dihadiri {told} dan Kapolres Blora AKBP Budi Hartono.")
    assert {entity["name"] for entity in record["entities"]} == {"Polres Blora", "Budi Hartono"}


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Kepala Bulog Sub Divre Madiun", "Perum Bulog Madiun"),
        ("Kepala Perum Bulog Divre Jatim", "Perum Bulog Jawa Timur"),
        ("Pimpinan Bulog Kanwil Jatim", "Perum Bulog Jawa Timur"),
        ("Manajer PLN ULP Blora", "PLN"),
        ("Manajer PLN Area Cepu", "PLN"),
        ("Kepala BNI KCP Blora", "BNI"),
        ("Pimpinan Cabang BNI Kab. Blora", "BNI"),
    ],
)
def test_words_for_a_branch_of_a_firm_are_no_name(read: Read, office: str, body: str) -> None:
    record = read(f"Rapat dihadiri {office} Hartono Wiguna, Rabu (18/9/2024).")
    assert {entity["name"] for entity in record["entities"]} == {body, "Hartono Wiguna"}


def test_an_agency_of_buildings(read: Read) -> None:
    record = read("Sidak diikuti Kepala Dinas Tata Ruang dan Tata Bangunan Kota Medan Hartono Wiguna.")
    names = {entity["name"] for entity in record["entities"]}
    assert names == {"Dinas Tata Ruang dan Tata Bangunan Kota Medan", "Hartono Wiguna"}


@pytest.mark.parametrize(
    ("sentence", "body", "person"),
    [
        ("Rapat dihadiri Rektor Mulia Jaya University (MJU) Ani Wijaya.", "Mulia Jaya University", "Ani Wijaya"),
        ("Mahasiswa Telkom University hadir.", "Telkom University", None),
        ("Direktur Setara Institute Ani Wijaya mengatakan pemilu damai.", "Setara Institute", "Ani Wijaya"),
        ("Ketua Indonesia Karya Watch (IKW) Ani Wijaya hadir.", "Indonesia Karya Watch", "Ani Wijaya"),
        ("Direktur Eksekutif Mulia Foundation Ani Wijaya hadir.", "Mulia Foundation", "Ani Wijaya"),
        ("Ketua Yayasan Mulia Foundation Ani Wijaya hadir.", "Yayasan Mulia Foundation", "Ani Wijaya"),
    ],
)
def test_a_kind_may_stand_behind_the_name(read: Read, sentence: str, body: str, person: str | None) -> None:
    entities = read(sentence)["entities"]
    assert [e["name"] for e in entities if e["class"] in ("Education", "CivilSociety")] == [body]
    assert [e["name"] for e in entities if e["class"] == "Person"] == ([person] if person else [])


@pytest.mark.parametrize(
    ("sentence", "name", "region"),
    [
        ("Ketua DPC PPP Lebak Raka Wijaya hadir.", "DPC PPP Lebak", "36.02"),
        ("Ketua DPW PPP Jawa Tengah Raka Wijaya hadir.", "DPW PPP Jawa Tengah", "33"),
        ("Kepala Rutan Boyolali Raka Wijaya hadir.", "Rutan Boyolali", "33.09"),
        ("Ketua TP PKK Kecamatan Midai Raka Wijaya hadir.", "TP PKK Kecamatan Midai", "21.03.04"),
        ("Kepala Puskesmas Sidoarjo Raka Wijaya hadir.", "Puskesmas Sidoarjo", None),  # may be a village
        ("Kepala Desa Buleleng Raka Wijaya hadir.", "Pemerintah Desa Buleleng", None),
        ("Direktur PT Cahaya Medan Raka Wijaya hadir.", "PT Cahaya Medan", None),
    ],
)
def test_a_body_that_no_table_lists_is_of_the_region_that_its_name_ends_with(
    read: Read, sentence: str, name: str, region: str | None
) -> None:
    found = {entity["name"]: entity["region"] for entity in read(sentence)["entities"]}
    assert found[name] == region
