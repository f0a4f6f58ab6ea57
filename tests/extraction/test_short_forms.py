"""Short forms in brackets: inside a name, explained by it, used before. A body above those of regions; its members."""

from __future__ import annotations

import pytest

from .conftest import Read


def bodies(read: Read, text: str) -> list[str]:
    return [entity["name"] for entity in read(text)["entities"] if entity["class"] != "Person"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Badan Narkotika Nasional Provinsi (BNNP) Jawa Tengah", "BNNP Jawa Tengah"),
        ("Badan Narkotika Nasional Kota (BNNK) Tegal", "BNN Kota Tegal"),
        ("Institut Agama Islam Negeri (IAIN) Kudus", "IAIN Kudus"),
        ("Sekolah Tinggi Agama Islam (STAI) Al Hikmah Blora", "STAI Al Hikmah Blora"),
        ("Sekolah Menengah Atas (SMA) Negeri 1 Blora", "SMA Negeri 1 Blora"),
        ("Partai Demokrasi Indonesia (PDI) Perjuangan", "PDI Perjuangan"),
        ("Lembaga Swadaya Masyarakat (LSM) Peduli Rakyat Blora", "LSM Peduli Rakyat Blora"),
        ("Aliansi Pemuda Pelopor (APP) Sulawesi Tenggara", "Aliansi Pemuda Pelopor Sulawesi Tenggara"),
        ("APP (Aliansi Pemuda Pelopor) Blora", "Aliansi Pemuda Pelopor Blora"),
        ("Badan Usaha Milik Desa (BUMDes) Mekar Jaya", "BUMDes Mekar Jaya"),
        ("Forum Peduli Sungai", "Forum Peduli Sungai"),
        ("Ikatan Guru Sejarah Nusantara", "Ikatan Guru Sejarah Nusantara"),
        ("Persatuan Bidan Mandiri Blora", "Persatuan Bidan Mandiri Blora"),
        ("Ketua Umum PMI Pusat", "PMI Pusat"),
    ],
)
def test_the_name_of_a_body(read: Read, written: str, name: str) -> None:
    assert bodies(read, f"Rapat dihadiri {written}, Rabu (18/9/2024).") == [name]


def test_no_title_is_a_member(read: Read) -> None:
    assert bodies(read, "Rapat dihadiri Ketua Forum Guru Ani Wijaya, Rabu (18/9/2024).") == []


def test_a_short_form_before_it_is_explained(read: Read) -> None:
    record = read(
        "Rektor Unmeja Ani Wijaya membuka seminar, Rabu (18/9/2024).\n"
        "Seminar itu digelar Universitas Mekar Jaya (Unmeja) Blora."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [(names[p["person"]], names[p["institution"]]) for p in record["postings"]] == [
        ("Ani Wijaya", "Universitas Mekar Jaya")
    ]


def test_the_headquarters_are_no_regions_body(read: Read) -> None:
    record = read(
        "Rapat dihadiri Ketua Umum KONI Pusat, Budi Hartono dan Ketua KONI Blora Ani Wijaya, Rabu (18/9/2024).\n"
        "Ketua KONI senang."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {(names[p["person"]], names[p["institution"]]) for p in record["postings"]} == {
        ("Budi Hartono", "KONI Pusat"),
        ("Ani Wijaya", "KONI Kabupaten Blora"),
    }


def test_initials_behind_a_title_end_no_sentence(read: Read) -> None:
    record = read("Rapat dihadiri Bupati Demak HM. Natsir, Kapolres Demak dan Dandim, Rabu (18/9/2024).")
    assert [p["post"] for p in record["postings"]] == ["Bupati Demak"]
