"""What a paper is about is signed all the same, and what is said to be done already is no part of a meeting."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

MEETING = "BLORA - Rapat koordinasi digelar di aula, Selasa (24/9/2024). "


def parts_of(record: Record) -> set[tuple[str, str]]:
    """Who takes part in any event of a record, by name, and how."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["participant"]], p["role"]) for event in record["events"] for p in event["participations"]}


@pytest.mark.parametrize("topic", ["tentang", "mengenai", "soal", "perihal"])
def test_who_signs_a_paper_about_something_takes_part(read: Read, topic: str) -> None:
    signed = "ditandatangani Bupati Blora Ani Wijaya dan Kajari Blora Budi Santoso, Selasa (24/9/2024)"
    parts = parts_of(read(f"BLORA - Adendum nota kesepahaman {topic} penanganan masalah hukum {signed}."))
    assert {("Ani Wijaya", "attended"), ("Budi Santoso", "attended")} <= parts


def test_a_topic_itself_is_no_event(read: Read) -> None:
    record = read("BLORA - Ketua KPU Blora Ani Wijaya menulis soal aturan yang ditandatangani Bupati Blora.")
    assert not record["events"]


@pytest.mark.parametrize(
    "told",
    [
        "Bawaslu Rembang sudah melantik 16 ribu pengawas.",
        "Kata Budi Santoso, Bawaslu Rembang telah membentuk pengawas dan melantik 16 ribu pengawas.",
        "Selain itu, Bawaslu Rembang telah melantik pengawas desa.",
    ],
)
def test_what_is_done_already_is_no_part_of_a_meeting(read: Read, told: str) -> None:
    assert not parts_of(read(MEETING + told))


def test_who_has_done_what_the_article_is_about_takes_part(read: Read) -> None:
    record = read(
        "BLORA - Pelantikan pengawas digelar di aula, Selasa (24/9/2024). Bawaslu Blora telah melantik mereka."
    )
    assert any(name == "Bawaslu Kabupaten Blora" for name, _ in parts_of(record))


def test_who_welcomes_a_visitor_holds_no_event(read: Read) -> None:
    visit = "BLORA - Kunjungan kerja Kapolda Jawa Tengah berlangsung di Blora, Selasa (24/9/2024). "
    parts = parts_of(read(f"{visit}Penyambutan oleh Forkopimda Kabupaten Blora memperlihatkan sinergi."))
    assert ("Forkopimda Kabupaten Blora", "attended") in parts
    assert ("Forkopimda Kabupaten Blora", "organised") not in parts


def test_a_word_that_a_bracket_explains_is_nobody(read: Read) -> None:
    record = read(
        f"{MEETING}Warga memberi tanah untuk Pos Pengamanan Pulau Terluar (Pamputer). Anggota Pamputer dan"
        " Ketua KPU Blora Sri Lestari hadir."
    )
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Sri Lestari"]


def test_a_commissioner_is_of_the_only_such_body_of_the_article(read: Read) -> None:
    lead = (
        "BLORA - Sosialisasi dibuka Komisioner Bawaslu Blora, Ani Wijaya, Selasa (24/9/2024).\n\nAcara itu lancar.\n\n"
    )
    record = read(f"{lead}Komisioner lainnya, Budi Santoso, menyebut hal itu penting.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}
    assert ("Budi Santoso", "Bawaslu Kabupaten Blora") in held


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Bawaslu Blora menggelar sosialisasi Sentra Gakkumdu Blora", {"Bawaslu Kabupaten Blora"}),
        ("Sosialisasi Sentra Gakkumdu Blora digelar Bawaslu Blora", {"Bawaslu Kabupaten Blora"}),
        ("Bawaslu Blora menggelar rakor Sentra Gakkumdu Blora", {"Bawaslu Kabupaten Blora"}),
        ("Rakor Sentra Gakkumdu Blora digelar di aula", {"Sentra Gakkumdu Kabupaten Blora"}),
        ("Surat suara pemilu DPD RI, sudah di distribusikan ke desa", set()),
        ("Usai pemilu DPRD Blora menggelar rapat paripurna", {"DPRD Kabupaten Blora"}),
        ("Patroli dilakukan oleh Karo Ops Polda Jateng", set()),
        ("Patroli dilakukan oleh Polda Jateng", {"Polda Jawa Tengah"}),
    ],
)
def test_the_topic_the_ballot_and_the_staff_organise_nothing(read: Read, text: str, hosts: set[str]) -> None:
    parts = parts_of(read(f"BLORA - {text}, Senin (22/1/2024)."))
    assert {name for name, role in parts if role == "organised"} == hosts


@pytest.mark.parametrize("who", ["Parpol dan caleg DPD", "Caleg DPRD Blora dan calon DPD"])
def test_the_house_for_which_people_stand_does_not_come(read: Read, who: str) -> None:
    text = f"BLORA - {who} hadir dalam deklarasi damai yang digelar Bawaslu Blora, Senin (22/1/2024)."
    assert not {"DPD RI", "DPRD Kabupaten Blora"} & {name for name, _ in parts_of(read(text))}
    text = "BLORA - Anggota DPD RI Ani Wijaya dan DPRD Blora hadir dalam deklarasi damai, Senin (22/1/2024)."
    assert {("DPD RI", "attended"), ("DPRD Kabupaten Blora", "attended")} <= parts_of(read(text))


def test_who_sends_people_to_what_others_hold_organises_nothing(read: Read) -> None:
    text = "BLORA - Deklarasi damai digelar KPU Blora, Senin (22/1/2024). Polres Blora mengerahkan 272 personel."
    assert parts_of(read(text)) == {("KPU Kabupaten Blora", "organised"), ("Polres Blora", "attended")}


def test_who_came_to_the_plenary_did_not_come_to_its_guard(read: Read) -> None:
    text = (
        "BLORA - Polres Blora melaksanakan pengamanan ketat dalam rapat pleno rekapitulasi, Sabtu (7/12/2024). "
        "Rapat pleno itu dihadiri Ketua Bawaslu Blora Ani Wijaya."
    )
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    who = {event["type"]: {names[p["participant"]] for p in event["participations"]} for event in record["events"]}
    assert who == {"patrol": {"Polres Blora"}, "voting": {"Bawaslu Kabupaten Blora", "Ani Wijaya"}}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kapolres Blora AKBP Ani Wijaya menyerahkan tanggung jawab pengamanan",
            "Menyerahkan tanggung jawab pengamanan",
        ),
        ("Anggota PPS Kecamatan Cepu dilantik berdasarkan Keputusan KPU Blora", "Dilantik"),
        ("Anggota PPS Kecamatan Cepu dilantik sesuai jadwal", "Dilantik"),
    ],
)
def test_the_name_of_an_event_is_not_cut_in_a_word(read: Read, text: str, name: str) -> None:
    assert [event["name"] for event in read(f"BLORA - {text}, Minggu (22/9/2024).")["events"]] == [name]
