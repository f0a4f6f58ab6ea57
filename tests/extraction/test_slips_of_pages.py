"""What careless pages have: a month that is none, names in two spellings, one wrapped paragraph, lists of receivers."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_LEAD = "BLORA - Polres Blora menggelar apel gelar pasukan di halaman Mapolres, Rabu (25/9/2024)."


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Kamis (23/13/2021)", "2021-12-23"),
        ("Rabu (25/19/2024)", None),  # no month of one figure beside it fits
        ("Rabu (9/25/2024)", "2024-09-25"),
        ("Jumat 18 Febuari 2022", "2022-02-18"),
        ("Selasa, 9 Frebuari 2016", "2016-02-09"),
        ("Senin 5 Agutus 2024", "2024-08-05"),
    ],
)
def test_a_month_that_is_none_is_read_by_the_weekday(read: Read, written: str, day: str | None) -> None:
    record = read(f"Apel gelar pasukan dipimpin Bupati Blora Ani Wijaya, {written}.", published=None)
    assert [event["date"] for event in record["events"]] == [day]


def test_a_date_of_long_ago_stands_where_its_weekday_is_wrong(read: Read) -> None:
    record = read("Apel dipimpin Bupati Blora Ani Wijaya, Jumat (19/2/2022).", published="2024-09-20")
    assert [event["date"] for event in record["events"]] == ["2022-02-19"]


def test_the_days_that_an_operation_lasts_make_no_second_event(read: Read) -> None:
    told = "Sambutan yang dibacakan Bupati Blora Ani Wijaya menyebut, Operasi Lilin digelar 10 hari, dari"
    record = read(f"{_LEAD}\n\n{told} (26/9/2024) sampai (5/10/2024).", published=None)
    assert [event["date"] for event in record["events"]] == ["2024-09-25"]


@pytest.mark.parametrize(("one", "other"), [("Ma'arif", "Ma’arif"), ("Syafi'i", "Syafii")])
def test_an_apostrophe_makes_nobody_else(read: Read, one: str, other: str) -> None:
    record = read(f"{_LEAD}\n\nApel dipimpin AKBP Ahmad {one}. Usai apel, Ahmad {other} memberi arahan.")
    assert len(_people(record)) == 1


def test_a_blended_name_is_that_of_the_person_whom_the_text_names(read: Read) -> None:
    record = read(f"{_LEAD}\n\nBupati Blora Joyo Darmawan memimpin apel. Joyodar meminta semua pihak siaga.")
    assert _people(record) == {"Joyo Darmawan"}


def test_the_wife_with_her_husbands_name_is_somebody_else(read: Read) -> None:
    told = "Bupati Blora Joyo Darmawan memimpin apel. Bupati hadir bersama Ibu Lastri Joyo Darmawan."
    assert _people(read(f"{_LEAD}\n\n{told}")) == {"Joyo Darmawan", "Lastri Joyo Darmawan"}


@pytest.mark.parametrize(
    "told",
    [
        "menyerahkan piagam kepada personel Polres Blora yang berprestasi, yakni Sukardi, Budi Haryadi dan Mulyono",
        "menganugerahkan piagam kepada tiga orang terpilih, yaitu Sukardi, Budi Haryadi dan Mulyono",
    ],
)
def test_receivers_may_be_named_behind_a_word_for_them(read: Read, told: str) -> None:
    record = read(f"{_LEAD}\n\nKapolres Blora AKBP Ani Wijaya {told}.")
    assert {("Sukardi", "attended"), ("Budi Haryadi", "attended"), ("Mulyono", "attended")} <= parts_of(record)


@pytest.mark.parametrize(
    "crowd", ["Barisan peserta apel diisi", "Pasukan apel berasal dari", "Peserta apel gabungan meliputi"]
)
def test_those_of_whom_a_crowd_is_made_up_attended(read: Read, crowd: str) -> None:
    record = read(f"{_LEAD}\n\n{crowd} Kodim 0721/Blora, Satpol PP dan Dishub.")
    assert ("Satpol PP Kabupaten Blora", "attended") in parts_of(record)
    assert ("Dinas Perhubungan Kabupaten Blora", "attended") in parts_of(record)


def test_a_post_that_is_filled_tells_of_nobody_there(read: Read) -> None:
    record = read(f"{_LEAD}\n\nJabatan itu diisi Kodim 0721/Blora.")
    assert ("Kodim 0721/Blora", "attended") not in parts_of(record)


@pytest.mark.parametrize("word", ["W.s", "Ws.", "W.s.", "Ymt"])
def test_who_stands_in_for_a_commander_holds_the_post_for_the_time(read: Read, word: str) -> None:
    record = read(f"{_LEAD}\n\nHadir {word} Dandim 0721/Blora Letkol Inf Budi Santoso.")
    assert _people(record) == {"Budi Santoso"}
    assert [posting["acting"] for posting in record["postings"]] != [None]


def test_one_wrapped_paragraph_among_long_lines_is_one(read: Read) -> None:
    wrapped = (
        "BLORA - Kecamatan Jepon melaksanakan rapat koordinasi\n"
        "Persiapan Pemilihan Kepala Daerah guna menyusun langkah bersama\n"
        "semua pihak yang terlibat dalam pengamanan pemungutan suara\n"
        "pekan depan. Rabu 25 September 2024."
    )
    told = "Rapat itu dihadiri Camat Jepon Ani Wijaya dan Kapolsek Jepon Iptu Budi Santoso serta para kepala desa."
    more = "Camat berharap semua pihak menjaga ketertiban sampai penghitungan suara selesai di semua tempat itu."
    record = read(f"{wrapped}\n{told}\n{more}\n{more}\n{told}\n{more}", published=None)
    assert [(event["type"], event["date"]) for event in record["events"]] == [("meeting", "2024-09-25")]


def test_a_bare_branch_in_a_text_about_a_party_is_no_chamber(read: Read) -> None:
    record = read("Bendahara DPC Partai Demokrat Blora Ani Wijaya bicara soal pemilihan DPD.\n\nKetua DPD hadir.")
    assert not [entity for entity in record["entities"] if entity["class"] == "Legislature"]


_FILLER = "Peserta membahas kesiapan logistik, pengamanan, dan penghitungan suara di semua kecamatan di daerah itu."


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("Kapolsek Jepon Iptu Mukhlas Wirawan", "Iptu Mukhlos menegaskan", "Mukhlas Wirawan"),
        ("Pj Bupati Blora Ahmad Rizali", "Bupati Blora Ahmad Rizal mengatakan", "Ahmad Rizali"),
        ("Kepala Kesbangpol Blora Sabaan Paty", "Kepala Kesbangpol Blora, Sabaan Party mengatakan", "Sabaan Paty"),
        ("Kapendam IV/Diponegoro Kolonel Arh Saptarendra P", "Kol Arh Sapta menambahkan", "Saptarendra P"),
    ],
)
def test_a_name_one_letter_off_in_the_same_rank_or_post_is_the_same_person(
    read: Read, first: str, again: str, name: str
) -> None:
    record = read(f"BLORA - {first} mengikuti rapat koordinasi, Rabu (25/9/2024).\n\n{_FILLER}\n\n{again} semua siap.")
    assert _people(record) == {name}


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Kapolsek Jepon Iptu Suparman", "Kapolsek Cepu AKP Suparmin mengatakan"),
        ("Kapolsek Jepon Iptu Suparman", "Kapolsek Cepu Suparmin mengatakan"),
        ("Kapolsek Jepon Iptu Mukhtar Mahdi", "Danramil Jepon Kapten Inf Muhtar mengatakan"),
        ("Danramil Jepon Kapten Inf Budi Santosa", "Aipda Budi mengatakan"),
    ],
)
def test_other_ranks_and_posts_are_those_of_two(read: Read, first: str, again: str) -> None:
    record = read(f"BLORA - {first} mengikuti rapat koordinasi, Rabu (25/9/2024).\n\n{_FILLER}\n\n{again} semua siap.")
    assert len(_people(record)) == 2


@pytest.mark.parametrize(
    "words",
    ["kapolres blora, akbp Wahyu Said", "Kapolres Blora akbp. Wahyu Said", "Dandim Blora letkol inf Wahyu Said"],
)
def test_a_rank_may_lack_its_capital(read: Read, words: str) -> None:
    (posting,) = read(f"{words} memimpin apel, Senin (23/9/2024).")["postings"]
    assert posting["post"] in words


@pytest.mark.parametrize("rank", ["AKB", "AKPB", "ABKP", "IPAD", "Kompl", "Brikpa"])
def test_a_rank_between_office_and_name_may_have_a_wrong_letter(read: Read, rank: str) -> None:
    record = read(f"Apel dipimpin Kapolres Blora {rank} Wahyu Said, Senin (23/9/2024).")
    assert _people(record) == {"Wahyu Said"}
    assert [posting["post"] for posting in record["postings"]] == ["Kapolres Blora"]


@pytest.mark.parametrize("name", ["Zelda Said", "Ida Wahyu", "Serdi Said"])
def test_a_name_like_a_rank_is_a_name(read: Read, name: str) -> None:
    assert _people(read(f"Apel dipimpin Kapolsek Jepon {name}, Senin (23/9/2024).")) == {name}


@pytest.mark.parametrize("degree", ["S.Stp", "S.stp", "M.SI", "M.si", "S.pd", "S.Pdi", "S.Km", "M.KES", "Amd.Keb"])
@pytest.mark.parametrize("between", [" ", ", "])
def test_a_degree_may_have_other_capitals_and_stops(read: Read, degree: str, between: str) -> None:
    record = read(f"Camat Cepu, Wahyu Said{between}{degree} menutup lomba itu, Senin (23/9/2024).")
    assert _people(record) == {"Wahyu Said"}


@pytest.mark.parametrize("word", ["Wkl", "Wkl.", "Wk", "Wk.", "Wak", "Wak.", "Waki", "Wakl"])
@pytest.mark.parametrize(
    ("post", "whole"),
    [
        ("Bupati Blora", "Wakil Bupati Blora"),
        ("Ketua DPRD Blora", "Wakil Ketua DPRD Blora"),
        ("Wali Kota Semarang", "Wakil Wali Kota Semarang"),
    ],
)
def test_the_word_for_a_deputy_may_be_cut_short(read: Read, word: str, post: str, whole: str) -> None:
    (posting,) = read(f"Lomba ditutup {word} {post} Wahyu Said, Senin (23/9/2024).")["postings"]
    assert posting["post"] == whole


def test_a_word_without_vowels_behind_a_name_is_a_degree(read: Read) -> None:
    record = read("Hadir Ketua KPU Blora Wahyu Said, Stp., MP., bersama H. Ali, Mhd Yasir dan Drs. Budi.")
    persons = [entity["name"] for entity in record["entities"] if entity["class"] == "Person"]
    assert persons == ["Wahyu Said", "Ali", "Mhd Yasir", "Budi"]


def test_a_name_with_an_initial_is_short_for_the_fuller_one_behind_it(read: Read) -> None:
    record = read("Kapolres Blora AKBP Wahyu S Pranata memimpin apel. AKBP Wahyu Sumrah Pranata menyatakan siap.")
    persons = [entity["name"] for entity in record["entities"] if entity["class"] == "Person"]
    assert persons == ["Wahyu Sumrah Pranata"]
