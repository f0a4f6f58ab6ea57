"""Names and fields of posts as attendance lists of real pages write them: in capitals, numbered, without a blank."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

LEAD = "BLORA - KPU Kabupaten Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "


def persons(record: Record) -> set[str]:
    """The names of the persons of a record."""
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def postings_of(record: Record) -> set[tuple[str, str]]:
    """Who holds a post at what body, by name."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("list_", "names"),
    [
        ("Ketua KPU Ani Duha, Edo Gulo, Meidaran Hulu, Yulius Gea dan Eko Lase", "Meidaran Hulu"),
        ("Lamato Bu’ulolo dan Dorita Gohae", "Lamato Bu’ulolo|Dorita Gohae"),
        ("Komisioner Bawaslu Blora Divisi HPP JORDI BARO BAHY, SH", "JORDI BARO BAHY"),
        ("Komisioner KPU Blora Divisi Sosialisasi, Parmas dan SDM YOSEP LABOK, S.Sos", "YOSEP LABOK"),
        ("Anggota Komisi I Sri Umi Darwati", "Sri Umi Darwati"),
        ("Sekretaris Komisi I Gusti Ayu Sri", "I Gusti Ayu Sri"),
        ("Kapolda Maluku IRJEN POL .Drs. ANDRI LATUMETEN, M.Si", "ANDRI LATUMETEN"),
    ],
)
def test_a_name_of_a_list_is_whole(read: Read, list_: str, names: str) -> None:
    assert set(names.split("|")) <= persons(read(f"{LEAD}Hadir dalam rapat itu {list_}."))


@pytest.mark.parametrize(
    "list_",
    [
        "Wakil Bupati Blora, Sekretaris Daerah, DandimmBlora dan perwakilan TNI",
        "jajaran Komisi II dan Komisi V",
        "Forkopimda Se-Kepulauan Blora, Dandim 0721/Blora",
    ],
)
def test_no_words_of_a_list_are_a_name(read: Read, list_: str) -> None:
    assert persons(read(f"{LEAD}Hadir dalam rapat itu {list_}.")) == set()


def test_who_speaks_as_the_head_of_the_organisers_is_somebody(read: Read) -> None:
    assert persons(read(f"{LEAD}Ramita Esa selaku Ketua Panitia melaporkan bahwa rapat itu rutin.")) == {"Ramita Esa"}


@pytest.mark.parametrize(
    ("list_", "posting"),
    [
        ("Kordiv Perencanaan data dan informasi Gawi Lestari, SH", ("Gawi Lestari", "KPU Kabupaten Blora")),
        ("Letkol Inf Budi Santoso (Ketua Tim Pusterad)", ("Budi Santoso", "Pusterad")),
        ("Kapten Inf Siswadi (Pasi Terdim 0721/Blora)", ("Siswadi", "Kodim 0721/Blora")),
        ("Kepala Bandara Ngloram Cepu, Moh. Zuhri, S.Sit", ("Moh. Zuhri", "Bandara Ngloram Cepu")),
        ("Spri Kapolda Maluku IPDA LUKITO ANDRI", ("LUKITO ANDRI", "Polda Maluku")),
    ],
)
def test_the_post_of_a_list_is_at_its_body(read: Read, list_: str, posting: tuple[str, str]) -> None:
    assert posting in postings_of(read(f"{LEAD}Hadir dalam rapat itu {list_}."))


@pytest.mark.parametrize("office", ["Ka Rutan Blora", "Kepala Dinas Kesehatan Blora", "Kalapas Blora"])
def test_who_comes_for_a_head_does_not_hold_the_office(read: Read, office: str) -> None:
    record = read(f"{LEAD}Hadir dalam rapat itu Perwakilan {office}, Bpk. Daniel Wutun.")
    assert "Daniel Wutun" in persons(record)
    assert not postings_of(record)
