"""Who goes from one post to another, whose term is told with the post, and what only looks like a region."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

Post = tuple[str, str, bool]


def _posts(read: Read, text: str) -> list[Post]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return sorted((names[p["person"]], names[p["institution"]], p["former"]) for p in record["postings"])


@pytest.mark.parametrize("came", ["dari", "yang semula", ", sebelumnya"])
@pytest.mark.parametrize("into", ["menjadi", "ke", "digeser menjadi"])
def test_in_a_list_of_moves_each_has_an_old_office_and_a_new_one(read: Read, came: str, into: str) -> None:
    first = f"Budi Santoso {came} Camat Cepu {into} Camat Jepon"
    text = f"Yang dirotasi yakni {first}, Ani Wijaya {came} Camat Ngawen {into} Camat Kunduran."
    assert _posts(read, text.replace(" ,", ",")) == [
        ("Ani Wijaya", "Pemerintah Kecamatan Kunduran", False),
        ("Ani Wijaya", "Pemerintah Kecamatan Ngawen", True),
        ("Budi Santoso", "Pemerintah Kecamatan Cepu", True),
        ("Budi Santoso", "Pemerintah Kecamatan Jepon", False),
    ]


@pytest.mark.parametrize(
    "term",
    ["periode 2021-2026,", "masa jabatan 2021–2026", "masa bakti 2021 s/d 2026", "(2021-2026)", "periode 2021/2026,"],
)
def test_the_term_of_an_office_stands_in_front_of_its_holder(read: Read, term: str) -> None:
    text = f"Rapat dipimpin Wakil Bupati Blora {term} Budi Santoso, Selasa (17/9/2024)."
    assert _posts(read, text) == [("Budi Santoso", "Pemerintah Kabupaten Blora", False)]


@pytest.mark.parametrize("term", ["periode 2016-2021,", "masa bakti 2016-21"])
def test_a_term_that_ended_in_an_earlier_year_is_that_of_a_former_office(read: Read, term: str) -> None:
    text = f"Hadir Wakil Bupati Blora {term} Budi Santoso, Selasa (17/9/2024)."
    assert _posts(read, text) == [("Budi Santoso", "Pemerintah Kabupaten Blora", True)]


def test_several_who_become_heads_are_at_none_of_the_bodies_named(read: Read) -> None:
    text = "Tiga orang dilantik menjadi camat, yakni Joko Pranoto, Efi Sukma, dan Basuki Mindar."
    text = f"{text} Hadir Camat Cepu Ani Wijaya."
    assert _posts(read, text) == [("Ani Wijaya", "Pemerintah Kecamatan Cepu", False)]


def test_a_region_that_begins_the_name_of_the_holder_elsewhere_is_none(read: Read) -> None:
    text = "Rapat di Kota Bogor dihadiri Wali Kota Bima Arga dan Sekda Ani Wijaya."
    text = f"{text} Bima Arga berterima kasih, kata PWI Kota Bogor."
    assert _posts(read, text) == [
        ("Ani Wijaya", "Pemerintah Kota Bogor", False),
        ("Bima Arga", "Pemerintah Kota Bogor", False),
    ]
    text = "Rapat dihadiri Wali Kota Bima Arga Wijaya. Menurut Arga Wijaya, hal itu baik."
    assert _posts(read, text) == [("Arga Wijaya", "Pemerintah Kota Bima", False)]


@pytest.mark.parametrize("laid", ["diletakkan oleh", "diletakan", "diletakkan langsung oleh"])
def test_the_first_stone_that_somebody_lays_is_a_ceremony(read: Read, laid: str) -> None:
    text = f"Batu pertama pembangunan masjid di Cepu {laid} Bupati Blora Ani Wijaya, Kamis (19/9/2024)."
    events = read(text)["events"]
    assert [(event["type"], event["date"]) for event in events] == [("ceremony", "2024-09-19")]
    assert events[0]["participations"]


def test_a_wreath_that_somebody_lays_leads_no_ceremony(read: Read) -> None:
    text = "Upacara dipimpin Bupati Blora Ani Wijaya, Kamis (19/9/2024)."
    text = f"{text} Karangan bunga diletakkan oleh Kapolres Blora AKBP Budi Santoso."
    roles = {part["role"] for event in read(text)["events"] for part in event["participations"]}
    assert roles == {"led", "attended"}


@pytest.mark.parametrize(
    "told",
    [
        "Jabatan Kapolsek Jepon yang semula dijabat AKP Budi Santoso diserahterimakan kepada Iptu Ani Wijaya.",
        "Jabatan Kapolsek Jepon yang sebelumnya diemban AKP Budi Santoso kini dipercayakan kepada Iptu Ani Wijaya.",
        "Jabatan Kapolsek Jepon diserahterimakan dari AKP Budi Santoso kepada Iptu Ani Wijaya.",
        "Jabatan Kapolsek Jepon beralih dari AKP Budi Santoso ke Iptu Ani Wijaya.",
        "AKP Budi Santoso menyerahkan jabatan Kapolsek Jepon kepada Iptu Ani Wijaya.",
        "Iptu Ani Wijaya menerima jabatan Kapolsek Jepon dari AKP Budi Santoso.",
        "Posisi Kapolsek Jepon kini diisi Iptu Ani Wijaya menggantikan AKP Budi Santoso.",
        "Iptu Ani Wijaya menggantikan AKP Budi Santoso sebagai Kapolsek Jepon.",
    ],
)
def test_who_is_handed_an_office_holds_it_and_who_had_it_held_it(read: Read, told: str) -> None:
    assert _posts(read, told) == [("Ani Wijaya", "Polsek Jepon", False), ("Budi Santoso", "Polsek Jepon", True)]


@pytest.mark.parametrize(
    "told",
    [
        "Jabatan Kapolsek Jepon belum diserahterimakan kepada Iptu Ani Wijaya.",
        "Jabatan Kapolsek Jepon yang akan diserahkan kepada Iptu Ani Wijaya masih kosong.",
        "Kapolres Blora menyerahkan bantuan kepada warga Jepon, kata Iptu Ani Wijaya.",
    ],
)
def test_what_is_not_handed_over_gives_no_office(read: Read, told: str) -> None:
    assert _posts(read, told) == []


@pytest.mark.parametrize("told", ["diserahkan {} kepada", "kini diserahkan oleh {} kepada"])
def test_who_only_gives_an_office_did_not_hold_it(read: Read, told: str) -> None:
    giver = told.format("Kapolres Blora AKBP Budi Santoso")
    assert _posts(read, f"Jabatan Kapolsek Jepon {giver} Iptu Ani Wijaya.") == [
        ("Ani Wijaya", "Polsek Jepon", False),
        ("Budi Santoso", "Polres Blora", False),
    ]


@pytest.mark.parametrize("heir", ["Posisinya digantikan", "Jabatannya kini diemban", "Jabatan tersebut kini dijabat"])
def test_the_post_that_somebody_leaves_is_that_of_who_follows(read: Read, heir: str) -> None:
    text = f"Kapolsek Jepon AKP Budi Santoso dimutasi menjadi Kasat Samapta Polres Blora. {heir} Iptu Ani Wijaya."
    assert _posts(read, text) == [
        ("Ani Wijaya", "Polsek Jepon", False),
        ("Budi Santoso", "Polres Blora", False),
        ("Budi Santoso", "Polsek Jepon", True),
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "Jabatannya belum diisi, kata Iptu Ani Wijaya.",
        "Posisinya dalam tim itu dijelaskan Iptu Ani Wijaya.",
    ],
)
def test_a_post_without_an_heir_is_nobodys(read: Read, behind: str) -> None:
    text = f"Kapolsek Jepon AKP Budi Santoso dimutasi menjadi Kasat Samapta Polres Blora. {behind}"
    assert all(person != "Ani Wijaya" for person, _, _ in _posts(read, text))


def test_the_verb_of_a_headline_is_no_part_of_the_name_in_front(read: Read) -> None:
    assert _posts(read, "AKBP Ani Wijaya Jabat Kapolres Blora.") == [("Ani Wijaya", "Polres Blora", False)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Iptu Ani Wijaya diangkat menjadi Kapolsek Jepon sejak 3 September 2024.", "2024-09-03"),
        ("Iptu Ani Wijaya menjabat Kapolsek Jepon terhitung mulai Selasa (3/9/2024), gantikan AKP Budi.", "2024-09-03"),
        ("Iptu Ani Wijaya menjabat Kapolsek Jepon sejak 2023.", None),
        ("Kapolsek Jepon Iptu Ani Wijaya sejak 3 September 2024 menggelar patroli.", None),
        ("Kapolsek Jepon Iptu Ani Wijaya berpatroli sejak 3 September 2024.", None),
    ],
)
def test_the_day_since_which_an_office_is_held_is_its_start(read: Read, text: str, start: str | None) -> None:
    assert [posting["start"] for posting in read(text)["postings"]] == [start]


def test_who_hands_an_office_over_at_a_ceremony_held_it_until_then(read: Read) -> None:
    record = read(
        "BLORA - Jabatan Kapolsek Jepon diserahterimakan dari AKP Budi Santoso kepada Iptu Ani Wijaya di Mapolres "
        "Blora, Rabu (25/9/2024)."
    )
    terms = [(posting["start"], posting["end"], posting["former"]) for posting in record["postings"]]
    assert terms == [(None, "2024-09-25", True), ("2024-09-25", None, False)]


def test_in_a_list_of_handovers_each_office_has_its_two_holders(read: Read) -> None:
    text = "Jabatan Kapolsek Jepon dari AKP Budi Santoso kepada Iptu Ani Wijaya, Kapolsek Cepu dari AKP Rudi Hartono"
    assert _posts(read, f"{text} kepada Iptu Dewi Lestari, dan Kapolsek Blora kota dijabat siapa belum jelas.") == [
        ("Ani Wijaya", "Polsek Jepon", False),
        ("Budi Santoso", "Polsek Jepon", True),
        ("Dewi Lestari", "Polsek Cepu", False),
        ("Rudi Hartono", "Polsek Cepu", True),
    ]


def test_a_handover_that_is_still_to_come_gives_no_office(read: Read) -> None:
    text = "Serah terima jabatan Kapolsek Jepon dari AKP Budi Santoso kepada Iptu Ani Wijaya akan digelar pekan depan."
    assert _posts(read, text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (". Jabatan lama sebagai", "bergeser ke jabatan baru sebagai"),
        (", jabatan lama sebagai", "beralih ke jabatan baru sebagai"),
        (", jabatan lama", ", jabatan baru"),
        (" yg sebelumnya menjabat", "diangkat dengan jabatan baru sebagai"),
        (", sebelumnya menjabat", "dipromosikan ke jabatan baru sebagai"),
        (" yang sebelumnya menjabat sebagai", "kini menjabat"),
    ],
)
def test_the_old_post_and_the_new_one_are_told_by_their_names(read: Read, old: str, new: str) -> None:
    text = f"Sertijab di Mapolres Blora. Selanjutnya Iptu Budi Santoso S.IP{old} Kapolsek Cepu {new} Kapolsek Jepon."
    assert _posts(read, text) == [("Budi Santoso", "Polsek Cepu", True), ("Budi Santoso", "Polsek Jepon", False)]


def test_whoever_comes_along_with_an_office_holder_is_none_of_a_new_post(read: Read) -> None:
    text = "Iptu Budi Santoso yang sebelumnya menjabat Kapolsek Cepu hadir bersama Kapolsek Jepon."
    assert _posts(read, text) == [("Budi Santoso", "Polsek Cepu", True)]


@pytest.mark.parametrize(
    "between",
    [
        "antara yang lama AKP Budi Santoso dengan yang baru AKP Ani Wijaya",
        "antara pejabat lama AKP Budi Santoso dengan pejabat baru AKP Ani Wijaya",
        "dari pejabat lama AKP Budi Santoso kepada pejabat baru AKP Ani Wijaya",
        ", yang sebelumnya dijabat oleh AKP Budi Santoso, ke Kapolsek baru AKP Ani Wijaya,",
    ],
)
@pytest.mark.parametrize("event", ["Upacara serah terima jabatan", "Serah terima jabatan (sertijab)", "Sertijab"])
def test_the_old_holder_and_the_new_one_are_at_the_handover(read: Read, event: str, between: str) -> None:
    text = f"{event} Kapolsek Cepu {between} digelar di Mapolres, Rabu (18/9/2024).".replace(" ,", ",")
    assert [post for post in _posts(read, text) if post[1] == "Polsek Cepu"] == [
        ("Ani Wijaya", "Polsek Cepu", False),
        ("Budi Santoso", "Polsek Cepu", True),
    ]
    assert {("Ani Wijaya", "attended"), ("Budi Santoso", "attended")} <= parts_of(read(text))


@pytest.mark.parametrize("words", ["", "pejabat lama ", "pejabat sebelumnya, "])
def test_whoever_is_replaced_in_an_office_is_a_person(read: Read, words: str) -> None:
    record = read(f"Kajari Blora kini dijabat Ani Wijaya menggantikan {words}Aliansyah.")
    persons = {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}
    assert persons == {"Ani Wijaya", "Aliansyah"}


def test_what_replaces_a_thing_is_nobody(read: Read) -> None:
    record = read("Pepaya menggantikan Aliansyah di pasar.")
    assert not [entity for entity in record["entities"] if entity["class"] == "Person"]
