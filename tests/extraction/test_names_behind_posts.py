"""A name behind the post of a unit that no list has: the unit's, or the holder's."""

from __future__ import annotations

import pytest

from .conftest import Read


def _names(read: Read, text: str) -> set[tuple[str, str]]:
    return {(entity["class"], entity["name"]) for entity in read(text)["entities"]}


@pytest.mark.parametrize("post", ["Kapolsek", "Kapolres", "Dandim", "Danrem", "Pangdam", "Danramil"])
def test_a_full_name_alone_behind_a_post_is_the_holders(read: Read, post: str) -> None:
    assert _names(read, f"{post} Sofwan Nizar hadir dalam rapat, Rabu (18/9/2024).") == {("Person", "Sofwan Nizar")}


@pytest.mark.parametrize("holder", ["AKP Sofwan Nizar", "Sofwan Nizar"])
def test_a_unit_stands_between_the_post_and_its_holder(read: Read, holder: str) -> None:
    assert _names(read, f"Rapat dihadiri Kapolsek Sukamaju {holder}, Rabu (18/9/2024).") == {
        ("PoliceUnit", "Polsek Sukamaju"),
        ("Person", "Sofwan Nizar"),
    }


def test_the_second_mention_of_a_commander_makes_no_unit(read: Read) -> None:
    text = "Dandim 0910/Malinau, Letkol Inf Sofwan Nizar memimpin apel, Rabu (18/9/2024). Dandim Sofwan Nizar hadir."
    assert _names(read, text) == {("MilitaryCommand", "Kodim 0910/Malinau"), ("Person", "Sofwan Nizar")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapat dihadiri Kadisnakeswan Blora Hartono Wiguna, Rabu (18/9/2024).",
        "Rapat dihadiri Ketua KPU Blora Melani, Kabidkumlog Blora Hartono Wiguna, Rabu (18/9/2024).",
        "Rapat dihadiri Kakanminvetcad Hartono Wiguna, Rabu (18/9/2024).",
        "Kadisbunhorti Kabupaten Blora, Hartono Wiguna mengatakan semua siap.",
    ],
)
def test_an_unlisted_word_coined_for_a_post_is_no_name(read: Read, sentence: str) -> None:
    names = {entity["name"] for entity in read(sentence)["entities"] if entity["class"] == "Person"}
    assert names - {"Melani"} == {"Hartono Wiguna"}


def test_a_name_that_begins_like_a_post_is_one(read: Read) -> None:
    record = read("Rapat dihadiri Ketua KPU Blora Kadinem Lestari dan warga bernama Kasiyah, Rabu (18/9/2024).")
    assert "Kadinem Lestari" in {entity["name"] for entity in record["entities"]}


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("Ketua KPU Blora Indah Mulia", ["Indah Mulia"]),
        ("Ketua Bawaslu Blora Cahaya Timur", ["Cahaya Timur"]),
        ("Anggota KPU Blora Budi Hartono dan Harum Karang", ["Budi Hartono", "Harum Karang"]),
        ("Ketua KPU Blora Budi Hartono dan anggota KPU Harum Karang", ["Budi Hartono", "Harum Karang"]),
        ("Ketua Bawaslu Lampung Timur", []),
        ("Ketua Bawaslu Kabupaten Blora Jawa Tengah", []),
        ("Anggota KPU Blora Divisi Perencanaan Data", []),
        ("Ketua KPU Blora Pemilu Damai", []),
        ("Ketua Yayasan Cahaya Timur", []),
    ],
)
def test_words_of_the_language_name_who_holds_an_elected_bodys_office(read: Read, who: str, names: list[str]) -> None:
    record = read(f"BLORA - {who} turut hadir saat rapat koordinasi di Hotel Azana, Rabu (25/9/2024).")
    assert sorted(e["name"] for e in record["entities"] if e["class"] == "Person") == names


def test_words_of_a_headline_behind_an_office_name_nobody(read: Read) -> None:
    text = "BLORA - Rapat koordinasi digelar di Hotel Azana, Rabu (25/9/2024).\n\nKetua KPU Blora Dukung Rencana Besar"
    assert not [entity for entity in read(text)["entities"] if entity["class"] == "Person"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Wakil Gub. Jawa Tengah Sofwan Nizar hadir.", "Wakil Gub. Jawa Tengah"),
        (
            "Bupati Blora didampingi Asisten Pemerintahan, Keistimewaan Aceh dan Kesejahteraan Rakyat, Sofwan Nizar.",
            "Asisten Pemerintahan, Keistimewaan Aceh dan Kesejahteraan Rakyat Blora",
        ),
        ("Wakil Inspektur Jenderal TNI Angkatan Darat Mayjen TNI Sofwan Nizar hadir.",) * 2,
    ],
)
def test_the_words_of_long_posts_and_numbers_are_no_names(read: Read, text: str, post: str) -> None:
    record = read(text)
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Sofwan Nizar"]
    assert [posting["post"] for posting in record["postings"]] == [post.partition(" Mayjen")[0]]


def test_a_short_number_with_another_name_is_not_the_unit_of_that_number(read: Read) -> None:
    assert ("MilitaryCommand", "Kodim 0102/Pidie") not in _names(
        read, "Dandim 102 Panju Panjung, Brigjen TNI Sofwan Nizar, hadir."
    )
    assert ("MilitaryCommand", "Kodim 0721/Blora") in _names(read, "Dandim 721/Blora Letkol Inf Sofwan Nizar hadir.")
