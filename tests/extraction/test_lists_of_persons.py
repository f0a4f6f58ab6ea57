"""Lists of persons: names before or behind their offices, in brackets, on lines of their own, led by many."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "
HOST = ("Polres Blora", "organised")
KPU, BAWASLU = "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora"


@pytest.mark.parametrize(
    ("sentence", "postings"),
    [
        (
            "Rapat dihadiri Sarjito, Ketua KPU Blora, Gunarso, Ketua Bawaslu Blora dan Pratiwi, Kepala Kejaksaan "
            "Negeri Blora.",
            {("Sarjito", KPU), ("Gunarso", BAWASLU), ("Pratiwi", "Kejaksaan Negeri Blora")},
        ),
        (
            "Rapat dihadiri Ketua KPU Blora (Sarjito Wibowo) dan Ketua Bawaslu Blora (Hj. Gunarti, S.H.).",
            {("Sarjito Wibowo", KPU), ("Gunarti", BAWASLU)},
        ),
        (
            "Rapat dihadiri Ketua KPU Blora, Sarjito, dan Ketua Bawaslu Blora, Gunarso.",
            {("Sarjito", KPU), ("Gunarso", BAWASLU)},
        ),
    ],
)  # fmt: skip
def test_names_of_a_list_have_the_offices_beside_them(
    read: Read, sentence: str, postings: set[tuple[str, str]]
) -> None:
    record = read(LEAD + sentence)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {(names[p["person"]], names[p["institution"]]) for p in record["postings"]} == postings
    attended = {(who, "attended") for pair in postings for who in pair}
    assert parts_of(record) == {HOST} | attended


def test_an_office_in_front_of_an_acronym_in_brackets_has_no_holder(read: Read) -> None:
    record = read(LEAD + "Rapat dihadiri Ketua KPU Blora (PKPU) dan Ketua Bawaslu Blora.")
    assert not record["postings"]


def test_all_who_are_named_behind_a_passive_verb_act(read: Read) -> None:
    record = read("Rapat koordinasi digelar oleh KPU Blora, Bawaslu Blora, dan Polres Blora, Selasa (24/9/2024).")
    assert parts_of(record) == {(KPU, "organised"), (BAWASLU, "organised"), ("Polres Blora", "organised")}


def test_who_does_something_else_behind_the_comma_does_not_lead(read: Read) -> None:
    record = read(
        LEAD + "Rapat dipimpin Kapolres Blora AKBP Ani Wijaya, Ketua KPU Blora Sarjito dan Ketua Bawaslu Blora "
        "Gunarso menyampaikan laporan."
    )
    assert {who for who, role in parts_of(record) if role == "led"} == {"Ani Wijaya", "Polres Blora"}


def test_one_of_whom_a_region_has_one_is_not_many(read: Read) -> None:
    record = read(LEAD + "Hadir Ketua KPU, Ketua Bawaslu, dan Camat serta Lurah se-Kabupaten Blora.")
    assert parts_of(record) == {HOST, (KPU, "attended"), (BAWASLU, "attended")}
    record = read(LEAD + "Hadir Ketua KPU dan Bawaslu se-Jawa Tengah.")
    assert parts_of(record) == {HOST}


def test_a_predecessor_was_not_there(read: Read) -> None:
    record = read(LEAD + "Hadir Kapolres Blora AKBP Ani Wijaya yang menggantikan AKBP Dwi Prasetyo.")
    assert ("Dwi Prasetyo", "attended") not in parts_of(record)
    assert ("Ani Wijaya", "attended") in parts_of(record)


def test_a_rank_is_longer_than_the_post_that_begins_it(read: Read) -> None:
    record = read(
        "SEMARANG - Kepala Kepolisian Daerah Jawa Tengah, Inspektur Jenderal Polisi Ani Wijaya, menghadiri apel di "
        "halaman Polda, Selasa (24/9/2024)."
    )
    assert parts_of(record) == {("Ani Wijaya", "attended"), ("Polda Jawa Tengah", "attended")}


def test_who_takes_the_salute_may_be_named_behind_the_event(read: Read) -> None:
    record = read(LEAD + "Bertindak sebagai inspektur upacara dalam apel itu Kapolres Blora AKBP Ani Wijaya.")
    assert ("Ani Wijaya", "led") in parts_of(record)


def test_a_name_behind_a_post_is_the_persons_who_bears_it(read: Read) -> None:
    record = read(
        "BANGLI - Kapolres Bangli AKBP IGA Dhana Aryawan meninjau gudang KPU, Selasa (24/9/2024).\n\n"
        "Kapolres Dhana Aryawan mengajak warga rukun."
    )
    names = {entity["name"] for entity in record["entities"] if entity["class"] in ("PoliceUnit", "Person")}
    assert names == {"Polres Bangli", "IGA Dhana Aryawan"}


def test_a_district_goes_by_the_beginnings_of_its_words(read: Read) -> None:
    record = read(
        "BADUNG - Rapat koordinasi digelar di Kecamatan Kuta Selatan, Selasa (24/9/2024). Rapat dihadiri camat Kutsel, "
        "tokoh agama, dan Perbekel Ungasan serta warga."
    )
    assert parts_of(record) == {
        ("Pemerintah Kecamatan Kuta Selatan", "attended"), ("Pemerintah Desa Ungasan", "attended"),
    }  # fmt: skip


def test_a_full_name_behind_a_listed_village_is_the_holders(read: Read) -> None:
    record = read(LEAD + "Hadir Kepala Desa Passo Theressia Maitimu dan Kepala Desa Passo Barat Dua.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    postings = {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}
    assert postings == {("Theressia Maitimu", "Pemerintah Desa Passo")}


def test_bare_committees_of_a_district_are_its_own(read: Read) -> None:
    record = read(
        "BLORA - Polsek Cepu menggelar rapat koordinasi di Kecamatan Cepu, Kabupaten Blora, Selasa (24/9/2024). Hadir "
        "Camat Cepu, Panwascam dan PPK."
    )
    assert {"Panwaslu Kecamatan Cepu", "PPK Kecamatan Cepu"} <= {who for who, _ in parts_of(record)}


ROSTER = (
    "Rapat dihadiri Kapolres Blora AKBP Ani Wijaya, Sutikyo (Lazisqu), Marten L. Pandak (GB Patimu), "
    "Rifka S.Th (Pendeta Jemaat Elimo) dan Bejonah (warga)."
)


def test_those_of_a_roster_are_persons_and_what_brackets_say_of_them_is_nobody(read: Read) -> None:
    persons = {entity["name"] for entity in read(ROSTER)["entities"] if entity["class"] == "Person"}
    assert persons == {"Ani Wijaya", "Sutikyo", "Marten L. Pandak", "Rifka", "Bejonah"}


def test_brackets_alone_make_nobody(read: Read) -> None:
    record = read("Rapat dihadiri Astraka (ASKA), Uniliva (UNVA) dan Tilkom (TLKA).")
    assert [entity for entity in record["entities"] if entity["class"] == "Person"] == []
