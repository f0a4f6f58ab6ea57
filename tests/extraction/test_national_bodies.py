"""National bodies beside local ones of the same kind."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(("kind", "local"), [("KPU", "KPU Kabupaten Blora"), ("Bawaslu", "Bawaslu Kabupaten Blora")])
def test_a_national_chair_does_not_chair_the_local_body(read: Read, kind: str, local: str) -> None:
    record = read(f"Rapat dihadiri Ketua {kind} Blora Andi Wijaya dan Ketua {kind} RI Budi Santoso.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    posts = {names[posting["person"]]: names[posting["institution"]] for posting in record["postings"]}
    assert posts == {"Andi Wijaya": local, "Budi Santoso": f"{kind} RI"}


def test_among_ministers_the_bare_commission_is_the_national_one(read: Read) -> None:
    ministers = "Menko Polhukam Ani Wijaya, Mendagri Budi Santoso"
    heads = "Bupati Badung Ani Wijaya, Kapolres Badung AKBP Budi Santoso"
    names = []
    for others in (ministers, heads):
        record = read(f"Rakor di Kabupaten Badung dihadiri {others}, dan Ketua KPU Tono Prasetyo.")
        names.append([e["name"] for e in record["entities"] if e["class"] == "ElectionCommission"])
    assert names == [["KPU RI"], ["KPU Kabupaten Badung"]]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Menteri Koordinator Bidang Perekonomian", "Kemenko Perekonomian"),
        ("Menteri Koordinator (Menko) Bidang Pangan", "Kemenko Pangan"),
        ("Menko Polhukam", "Kemenko Polhukam"),
        ("Menteri Perdagangan (Mendag)", "Kementerian Perdagangan"),
        ("Mendag", "Kementerian Perdagangan"),
        ("Wakil Menteri Kesehatan", "Kementerian Kesehatan"),
        ("Menteri Energi dan Sumber Daya Mineral (ESDM)", "Kementerian ESDM"),
    ],
)
def test_a_minister_is_of_the_ministry_that_the_words_name(read: Read, words: str, body: str) -> None:
    record = read(f"{words} Wahyu Said membuka rapat, Senin (23/9/2024).")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    (posting,) = record["postings"]
    assert (names[posting["person"]], names[posting["institution"]]) == ("Wahyu Said", body)
    assert "Kemenko" not in posting["post"]


def test_a_bare_minister_is_still_in_the_office_that_was_told(read: Read) -> None:
    record = read("Menko Polhukam Wahyu Said membuka rapat. “Baik,” kata Menko Wahyu.")
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Wahyu Said"]
