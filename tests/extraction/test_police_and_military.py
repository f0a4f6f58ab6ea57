"""News of police and military: who stands for whom, whose post it is, what is done and when."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "KENDAL - Polres Kendal menggelar rapat koordinasi pengamanan Pilkada di Aula Mapolres, Selasa (24/9/2024). "


def test_an_office_without_a_name_is_held_by_whom_the_article_names_in_it(read: Read) -> None:
    listed = "Hadir dalam rapat Dandim 0715/Kendal, Ketua KPU Kendal, dan Camat Boja. "
    named = "\n\n“Kami siap,” kata Ketua KPU Kendal Khasanudin."
    found = parts_of(read(LEAD + listed + named))
    assert {("Khasanudin", "attended"), ("KPU Kabupaten Kendal", "attended")} <= found


def test_an_office_without_a_name_is_not_a_former_holders(read: Read) -> None:
    listed, named = "Hadir dalam rapat Ketua KPU Kendal.", "\n\nItu kata mantan Ketua KPU Kendal Khasanudin."
    found = {name for name, _ in parts_of(read(LEAD + listed + named))}
    assert "KPU Kabupaten Kendal" in found
    assert "Khasanudin" not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Apel dipimpin Kapolres Kendal AKBP Feria Aji, S.I.K., M.H., dan Dandim 0715/Kendal Letkol Inf Ragil Jaka.",
        "Apel dipimpin Kapolres Kendal AKBP Feria Aji dan Dandim 0715/Kendal Letkol Inf Ragil Jaka.",
    ],
)
def test_two_may_lead(read: Read, sentence: str) -> None:
    found = parts_of(read("KENDAL - " + sentence))
    assert {("Feria Aji", "led"), ("Ragil Jaka", "led"), ("Kodim 0715/Kendal", "led")} <= found


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("Kanitreskrim Polsek Boja Ipda Budi Santosa", "Kanitreskrim Polsek Boja"),
        ("Wadir Lantas Polda Jateng AKBP Budi Santosa", "Wadir Lantas Polda Jateng"),
        ("Dir Krimum Polda Jateng Kombes Pol Budi Santosa", "Dir Krimum Polda Jateng"),
        ("Kaur Bin Ops Satlantas Polres Kendal Ipda Budi Santosa", None),
        ("Kasubbag Dal Ops Polres Kendal AKP Budi Santosa", "Kasubbag Dal Ops Polres Kendal"),
        ("Bhabinkamtibmas Kelurahan Candiroto Aiptu Budi Santosa", None),
        ("Babinsa Candiroto Serda Budi Santosa", None),
    ],
)
def test_posts_of_sections_and_of_villages(read: Read, words: str, post: str | None) -> None:
    record = read(LEAD + f"Rapat dihadiri {words}.")
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == ["Budi Santosa"]
    assert post is None or [p["post"] for p in record["postings"]] == [post]


def test_a_village_is_no_person_where_its_name_stands_behind_a_place_word(read: Read) -> None:
    text = "Rapat berlangsung di Kelurahan Candiroto, Kendal. Rapat itu diadakan oleh Bhabinkamtibmas Candiroto."
    assert "Person" not in {e["class"] for e in read(LEAD + text)["entities"]}


def test_a_new_post_makes_the_old_one_a_former_one(read: Read) -> None:
    text = "Kapolres Demak AKBP Budi Santosa kini menjabat sebagai Kapolres Kudus."
    postings = {p["post"]: p["former"] for p in read(LEAD + text)["postings"]}
    assert postings == {"Kapolres Demak": True, "Kapolres Kudus": False}


def test_a_wife_who_bears_her_husbands_name_is_not_he(read: Read) -> None:
    text = (
        "Hadir Kapolda Jateng Irjen Pol Ahmad Lutfi bersama Ketua Bhayangkari Polda Jateng Ny. Sari Ahmad Lutfi "
        "dan Ketua Persit KCK Cabang XX Kodim 0715/Kendal Ny. Yuni Ragil."
    )
    record = read(LEAD + text)
    names = {e["id"]: e["name"] for e in record["entities"]}
    assert {(names[p["person"]], names[p["institution"]]) for p in record["postings"]} == {
        ("Ahmad Lutfi", "Polda Jawa Tengah"),
        ("Sari Ahmad Lutfi", "Bhayangkari Polda Jateng"),
        ("Yuni Ragil", "Persit KCK Cabang XX Kodim 0715/Kendal"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ia membacakan amanat Kapolda Jateng. Dalam amanatnya Kapolda Jateng Irjen Pol Ahmad Lutfi mengajak bersiap.",
        "Amanat Kapolda Jateng Irjen Pol Ahmad Lutfi yang dibacakan Wakapolres Kendal Kompol Edi Sutrisno jelas.",
    ],
)
def test_whose_message_is_read_out_was_not_there(read: Read, text: str) -> None:
    found = {name for name, _ in parts_of(read(LEAD + text))}
    assert not {"Ahmad Lutfi", "Polda Jawa Tengah"} & found
    assert ("Edi Sutrisno" in found) is ("Edi" in text)


def test_all_who_head_such_bodies_name_none(read: Read) -> None:
    text = "Hadir Dandim 0715/Kendal, dan para Camat Kendal, diikuti personel Polsek sejajaran."
    names = {e["name"] for e in read(LEAD + text)["entities"]}
    assert names == {"Polres Kendal", "Kodim 0715/Kendal"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Polres Kendal menggelar Latpraops Mantap Praja di aula, Selasa (24/9/2024).", "training"),
        ("Polres Kendal menggelar pelatihan Pra Ops Mantap Praja di aula, Selasa (24/9/2024).", "training"),
        ("Bhabinkamtibmas Aiptu Budi Santosa menggelar cooling system di Boja, Selasa (24/9/2024).", "visit"),
    ],
)
def test_kinds_of_what_police_do(read: Read, sentence: str, kind: str) -> None:
    assert [event["type"] for event in read("KENDAL - " + sentence)["events"]] == [kind]


def test_a_sentence_ends_with_a_post(read: Read) -> None:
    record = read(LEAD + "Hal itu disampaikan Kapolres. Lalu Dandim 0715/Kendal memeriksa pasukan.")
    assert {e["name"] for e in record["entities"]} == {"Polres Kendal", "Kodim 0715/Kendal"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dalam memimpin rapat itu, Kapolres Kendal AKBP Feria Aji didampingi Kasat Lantas Iptu Budi Santosa.",
            {("Feria Aji", "led"), ("Budi Santosa", "attended")},
        ),
        (
            "Turut mengikuti rapat, Dandim 0715/Kendal Letkol Inf Ragil Jaka, Ketua KPU Kendal Khasanudin.",
            {("Ragil Jaka", "attended"), ("Khasanudin", "attended")},
        ),
        (
            "Selaku pimpinan rapat. Kapolres Kendal AKBP Feria Aji berpesan agar anggotanya netral.",
            {("Feria Aji", "led"), ("Polres Kendal", "led")},
        ),
        (
            "Polres menggandeng KPU Kendal. Juga Kejaksaan Negeri Kendal sebagai bagian dari Gakkumdu.",
            {("KPU Kabupaten Kendal", "attended"), ("Kejaksaan Negeri Kendal", "attended")},
        ),
    ],
)
def test_who_does_what_a_clause_in_front_says(read: Read, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= parts_of(read(LEAD + sentence))


def test_another_clause_behind_a_comma_has_a_subject_of_its_own(read: Read) -> None:
    text = "Rapat dipimpin Kapolres Kendal AKBP Feria Aji, sedangkan Kodim 0715/Kendal menyiapkan kendaraan."
    assert ("Kodim 0715/Kendal", "led") not in parts_of(read(LEAD + text))


def test_a_body_does_not_borrow_a_name_that_no_such_body_has(read: Read) -> None:
    text = "Patroli diikuti anggota Polres, Polsek Boja dan Koramil Boja, Selasa (24/9/2024)."
    names = {e["name"] for e in read("KENDAL - Kapolres Kendal hadir. " + text)["entities"]}
    assert names == {"Polres Kendal", "Polsek Boja", "Koramil Boja"}


def test_a_line_may_end_between_a_rank_and_the_name(read: Read) -> None:
    record = read(LEAD + "Rapat dihadiri Kasat Lantas Polres Kendal Iptu\nBudi Santosa dan anggotanya.")
    assert "Budi Santosa" in {e["name"] for e in record["entities"]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Polres Kendal, Polda Jateng, menggelar patroli, Senin (23/9/2024).", {"Polres Kendal"}),
        ("Polsek Boja Polres Kendal Polda Jateng menggelar patroli, Senin (23/9/2024).", {"Polsek Boja"}),
        (
            "Patroli diikuti Kodim 0715/Kendal, Polsek Boja, dan Polres Kendal, Senin (23/9/2024).",
            {"Kodim 0715/Kendal", "Polsek Boja", "Polres Kendal"},
        ),
    ],
)
def test_a_superior_that_only_says_where_a_unit_belongs(read: Read, sentence: str, expected: set[str]) -> None:
    assert {name for name, _ in parts_of(read("KENDAL - " + sentence))} == expected


def test_a_long_form_with_an_unknown_word_is_one_post_with_its_short_form(read: Read) -> None:
    record = read(LEAD + "Hadir Perwira Seksi Oprasi (Pasi Ops) Kodim 0715/Kendal, Lettu Inf Budi Santosa.")
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == ["Budi Santosa"]
    assert [p["post"] for p in record["postings"]] == ["Perwira Seksi Oprasi Kodim 0715/Kendal"]


def test_kinds_of_places_are_no_names(read: Read) -> None:
    text = "Logistik diantar ke PPS Desa/Kelurahan di seluruh kecamatan."
    assert {e["name"] for e in read(LEAD + text)["entities"]} == {"Polres Kendal"}


def test_a_day_that_is_to_come_is_not_that_of_the_event(read: Read) -> None:
    text = (
        "KENDAL - Polres Kendal menggelar apel untuk pengamanan yang dimulai esok hari, Rabu (25/9/2024). "
        "Apel dihadiri Kodim 0715/Kendal, Selasa (24/9/2024)."
    )
    assert [event["date"] for event in read(text)["events"]] == ["2024-09-24"]


def test_whose_visit_it_is_was_there(read: Read) -> None:
    text = (
        "KENDAL - Kedatangan Danrem 073/Makutarama Kolonel Inf Budi Santosa disambut Polres Kendal, Senin (23/9/2024)."
    )
    assert {("Budi Santosa", "attended"), ("Polres Kendal", "attended")} <= parts_of(read(text))


def test_who_speaks_at_a_farewell_was_there(read: Read) -> None:
    text = "KENDAL - “Siap,” kata Dandim 0715/Kendal Letkol Inf Ragil Jaka pada acara pisah sambut, Senin (23/9/2024)."
    assert ("Ragil Jaka", "attended") in parts_of(read(text))


@pytest.mark.parametrize(
    ("words", "institution"),
    [
        ("Dansat Brimob Polda Jateng Komisaris Besar Budi Santosa", "Polda Jawa Tengah"),
        ("Kasat Brimob Jateng Kombes Pol Budi Santosa", "Polda Jawa Tengah"),
    ],
)
def test_a_post_at_a_part_of_a_command_is_at_the_command(read: Read, words: str, institution: str) -> None:
    record = read(LEAD + f"Hadir {words}.")
    names = {e["id"]: e["name"] for e in record["entities"]}
    assert [(names[p["person"]], names[p["institution"]]) for p in record["postings"]] == [
        ("Budi Santosa", institution)
    ]


def test_all_units_below_one_name_none(read: Read) -> None:
    text = "Hadir para Kapolres/ta jajaran Polda Jateng, Kapolsek jajaran dan personel Polres jajaran."
    assert {e["name"] for e in read("KUDUS - Rapat digelar Polres Kudus. " + text)["entities"]} == {
        "Polres Kudus",
        "Polda Jawa Tengah",
    }


def test_names_in_small_letters(read: Read) -> None:
    text = "Hadir Kapten sujiono, Budi santoso dari ppk brangsong, kapolsek kaliwungu dan kapolres baru."
    found = {e["name"] for e in read(LEAD + text)["entities"]}
    assert {"sujiono", "Budi santoso", "PPK Kecamatan Brangsong", "Polsek Kaliwungu"} <= found
    assert "Polres baru" not in found


def test_words_in_small_letters_are_no_names(read: Read) -> None:
    text = "Hadir Kapten kapal, polsek kota dan AKP yang memimpin patroli."
    assert {e["name"] for e in read(LEAD + text)["entities"]} == {"Polres Kendal"}


def test_who_welcomes_what_is_done_was_not_there(read: Read) -> None:
    text = "Kegiatan itu disambut baik oleh Bawaslu Kendal."
    assert "Bawaslu Kabupaten Kendal" not in {name for name, _ in parts_of(read(LEAD + text))}


def test_what_somebody_was_before_is_a_former_post(read: Read) -> None:
    text = (
        "AKP Budi Santosa yang sebelumnya sebagai Kapolsek Boja, sekarang menjabat sebagai Kasat Lantas Polres Demak."
    )
    postings = {p["post"]: p["former"] for p in read(LEAD + text)["postings"]}
    assert postings == {"Kapolsek Boja": True, "Kasat Lantas Polres Demak": False}


@pytest.mark.parametrize("verb", ["menyosialisasikan", "mensosialisasikan", "gencar sosialisasikan"])
def test_a_body_that_informs_the_public_organises_it(read: Read, verb: str) -> None:
    record = read(f"KPU Blora {verb} tahapan pilkada di Kecamatan Jepon, Kamis (19/9/2024).")
    assert ("KPU Kabupaten Blora", "organised") in parts_of(record)


@pytest.mark.parametrize(
    "words", ["rapat pleno rekapitulasi penghitungan suara", "rapat pleno terbuka rekapitulasi penghitungan suara"]
)
def test_a_count_is_no_meeting(read: Read, words: str) -> None:
    assert [e["type"] for e in read(f"KPU Blora menggelar {words}, Kamis (19/9/2024).")["events"]] == ["voting"]


@pytest.mark.parametrize("section", ["Kasi Operasi", "Kasi Logistik", "Kasi Teritorial", "Kasi Ops"])
def test_a_section_of_the_staff_is_one_post_without_the_unit_too(read: Read, section: str) -> None:
    record = read(
        f"SEMARANG - Danrem 073/Makutarama Brigjen TNI Budi Hartono, diwakili {section} Kasrem Kolonel Inf Eko "
        "Susanto, menghadiri rapat koordinasi, Selasa (24/9/2024)."
    )
    posts = {posting["post"] for posting in record["postings"]}
    assert f"{section} Kasrem 073/Makutarama" in posts
    assert not any(post.startswith("Kasrem") for post in posts)
