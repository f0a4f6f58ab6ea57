"""Who serves an office-holder, or is married to one, does not hold that office; misspelt words around names."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "JEPARA - Rapat koordinasi digelar di aula, Senin (23/9/2024). Rapat dihadiri "


def _held(read: Read, sentence: str) -> set[tuple[str, str]]:
    record = read(LEAD + sentence)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ajudan Bupati Jepara Umar Faruk.", {("Umar Faruk", "Ajudan Bupati Jepara")}),
        ("Staf Khusus Menteri Dalam Negeri Umar Faruk.", {("Umar Faruk", "Staf Khusus Menteri Dalam Negeri")}),
        (
            "Wali Kota Salatiga Ani Wijaya dan Staf Khusus Menkopolhukam Bidang Hukum Umar Faruk.",
            {("Ani Wijaya", "Wali Kota Salatiga"), ("Umar Faruk", "Staf Khusus Menkopolhukam Bidang Hukum")},
        ),
        ("Mendagri RI Umar Faruk.", {("Umar Faruk", "Mendagri")}),
        (
            "Menteri Dalam Negeri Republik Indonesia, Jenderal Polisi (Purn.) Umar Faruk.",
            {("Umar Faruk", "Menteri Dalam Negeri")},
        ),
        ("Wakil Menteri Dalam Negeri (Wamendagri) RI Umar Faruk.", {("Umar Faruk", "Wakil Menteri Dalam Negeri")}),
        ("Juru Bicara KPK Umar Faruk.", {("Umar Faruk", "Juru Bicara KPK")}),
        ("istri Bupati Jepara Ny. Ani Wijaya.", set()),
        ("Bupati Jepara Umar Faruk dan istri Ny. Ani Wijaya.", {("Umar Faruk", "Bupati Jepara")}),
        ("Menteri Dalam Negeri (Mendagri) Umar Faruk.", {("Umar Faruk", "Menteri Dalam Negeri")}),
        ("Anggota DPRD Komisi A Kab. Jepara Umar Faruk, S.E.", {("Umar Faruk", "Anggota DPRD Kabupaten Jepara")}),
        ("Dandim 0719/Jepara Letkol CSI Umar Faruk.", {("Umar Faruk", "Dandim 0719/Jepara")}),
        ("Dandim 0719/Jepara Letkol Inv Umar Faruk.", {("Umar Faruk", "Dandim 0719/Jepara")}),
        ("Dandim 0719/Jepara Letkol Arl Umar Faruk.", {("Umar Faruk", "Dandim 0719/Jepara")}),
        ("Dandim 0719/Jepara Letkol Ari Umar Faruk.", {("Ari Umar Faruk", "Dandim 0719/Jepara")}),
        ("Dandim 0719/Jepara Letkol Jun Umar Faruk.", {("Jun Umar Faruk", "Dandim 0719/Jepara")}),
        (
            "Ketua FKUB Kabupaten Jepara H. Umar faruqan, S.Ag., M.Si.",
            {("Umar faruqan", "Ketua FKUB Kabupaten Jepara")},
        ),
        (
            "Kabid Pembinaan Kewiliyahan Nasional Badan Kesbangpol Kabupaten Jepara Umar Faruk.",
            {("Umar Faruk", "Kabid Pembinaan Kewiliyahan Nasional Badan Kesbangpol Kabupaten Jepara")},
        ),
    ],
)
def test_posts_around_an_office(read: Read, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert _held(read, sentence) == expected


def test_an_acting_word_may_be_repeated_in_brackets(read: Read) -> None:
    (posting,) = read(LEAD + "Penjabat (Pj.) Bupati Jepara, Umar Faruk.")["postings"]
    assert posting["acting"] == "Pj"


def test_two_spellings_of_a_name_are_one_person(read: Read) -> None:
    record = read(LEAD + "Kapolres Jepara AKBP Moch. Kholid. Muhammad Kholid menyebut rapat itu penting.")
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == ["Moch. Kholid"]


@pytest.mark.parametrize(
    ("sentence", "official", "came"),
    [
        ("istri Kapolres Jepara AKBP Umar Faruk, Ny. Ani Umar.", "Kapolres Jepara", {"Ani Umar"}),
        ("istri Kapolres Jepara AKBP Umar Faruk.", "Kapolres Jepara", set()),
        ("suami Ketua KPU Jepara Umar Faruk.", "Ketua KPU Jepara", set()),
        ("anak Bupati Jepara Umar Faruk.", "Bupati Jepara", set()),
        ("putra Bupati Jepara Umar Faruk, Rizky Umar.", "Bupati Jepara", {"Rizky Umar"}),
        ("sopir Bupati Jepara Umar Faruk.", "Bupati Jepara", set()),
        ("ajudan Bupati Jepara Umar Faruk.", "Bupati Jepara", set()),
        ("ajudan Kapolres Jepara AKBP Umar Faruk, Briptu Joko Susilo.", "Kapolres Jepara", {"Joko Susilo"}),
    ],
)
def test_whose_relative_or_aide_came_was_not_there(read: Read, sentence: str, official: str, came: set[str]) -> None:
    assert _held(read, sentence) == {("Umar Faruk", official)}
    assert {who for who, _ in parts_of(read(LEAD + sentence))} == came


@pytest.mark.parametrize(
    "sentence",
    [
        "Kapolres Jepara AKBP Umar Faruk beserta istri.",
        "Kapolres Jepara AKBP Umar Faruk bersama istri Ny. Ani Umar.",
        "Kapolres Jepara AKBP Umar Faruk dan istri, Ny. Ani Umar.",
        "Kapolres Jepara AKBP Umar Faruk didampingi ajudan.",
    ],
)
def test_who_came_with_a_relative_was_there(read: Read, sentence: str) -> None:
    assert ("Umar Faruk", "attended") in parts_of(read(LEAD + sentence))
    assert _held(read, sentence) == {("Umar Faruk", "Kapolres Jepara")}


def test_an_aide_with_a_rank_is_named(read: Read) -> None:
    assert _held(read, "ajudan Bupati Jepara Briptu Joko Susilo.") == {("Joko Susilo", "ajudan Bupati Jepara")}


@pytest.mark.parametrize("body", ["TP PKK Blora", "Bhayangkari Cabang Blora", "Dharma Wanita Persatuan Blora"])
def test_who_chairs_the_wives_is_not_the_husband_whose_name_she_bears(read: Read, body: str) -> None:
    record = read(
        f"Ketua {body} Dewi Arif Santoso hadir bersama Bupati Blora Arif Santoso dalam upacara, Rabu (18/9/2024). "
        "Arif Santoso memimpin upacara itu."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = {(names[posting["person"]], posting["role"]) for posting in record["postings"]}
    assert ("Arif Santoso", "bupati") in held
    assert {name for name, role in held if role != "bupati"} == {"Dewi Arif Santoso"}
    led = {names[p["participant"]] for p in record["events"][0]["participations"] if p["role"] == "led"}
    assert "Arif Santoso" in led
    assert "Dewi Arif Santoso" not in led
