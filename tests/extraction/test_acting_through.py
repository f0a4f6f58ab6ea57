"""Who acts through somebody else, who came along behind an event word, and what was held once another was over."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_BLORA = "Pemerintah Kabupaten Blora"
_KESBANGPOL = "Badan Kesatuan Bangsa dan Politik Kabupaten Blora"


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Blora melalui Bakesbangpol menggelar rapat koordinasi, Rabu (25/9/2024).",
        "Pemkab Blora, melalui Badan Kesatuan Bangsa dan Politik (Kesbangpol) menggelar rapat, Rabu (25/9/2024).",
        "Rapat koordinasi digelar Pemkab Blora lewat Bakesbangpol Blora, Rabu (25/9/2024).",
    ],
)
def test_a_government_that_acts_through_its_agency_organises_with_it(read: Read, text: str) -> None:
    assert parts_of(read(text)) == {(_BLORA, "organised"), (_KESBANGPOL, "organised")}


def test_what_is_announced_through_a_body_makes_no_host_of_it(read: Read) -> None:
    text = "Polres Blora menggelar apel, Rabu (25/9/2024). Jadwalnya diumumkan melalui KPU Blora."
    assert parts_of(read(text)) == {("Polres Blora", "organised")}


def test_who_opens_for_a_chief_named_in_front_of_a_comma_leads(read: Read) -> None:
    told = "Rapat dibuka Bupati Blora Ani Wijaya, melalui Wakil Bupati Budi Santoso, dan dihadiri Kodim Blora."
    parts = parts_of(read(f"{told} Rapat digelar Rabu (25/9/2024)."))
    assert {("Budi Santoso", "led"), (_BLORA, "led"), ("Kodim 0721/Blora", "attended")} <= parts
    assert "Ani Wijaya" not in {who for who, _ in parts}


@pytest.mark.parametrize("event", ["apel bersama", "doa bersama", "patroli bersama"])
def test_who_came_along_is_told_behind_an_event_that_ends_with_the_same_word(read: Read, event: str) -> None:
    text = f"Polsek Tunjungan menggelar {event} dengan personel Koramil 02 Tunjungan, Rabu (25/9/2024)."
    assert ("Koramil 02/Tunjungan", "attended") in parts_of(read(text))


def test_what_is_held_once_another_event_is_over_is_one_of_its_own(read: Read) -> None:
    apel = "Polres Blora menggelar apel di Mapolres, Rabu (25/9/2024), dihadiri Kodim Blora."
    after = "Setelah apel digelar, Kapolres Blora juga menggelar rapat koordinasi bersama Dandim Blora."
    kinds = [event["type"] for event in read(f"{apel}\n\n{after}")["events"]]
    assert kinds == ["ceremony", "meeting"]


def test_what_is_said_once_an_event_is_over_is_none(read: Read) -> None:
    apel = "Polres Blora menggelar apel di Mapolres, Rabu (25/9/2024), dihadiri Kodim Blora."
    after = "Setelah apel digelar, Kapolres Blora AKBP Ani Wijaya menjelaskan hasil rapat koordinasi dengan Dandim."
    assert [event["type"] for event in read(f"{apel}\n\n{after}")["events"]] == ["ceremony"]


def test_contestants_are_told_behind_the_offices_that_they_stand_for(read: Read) -> None:
    debate = "KPU Blora menggelar debat calon bupati dan wakil bupati, Rabu (25/9/2024)."
    second = (
        "Pasangan calon bupati dan wakil bupati nomor urut 2, Tono Wibowo dan Lastri Utami, dan pasangan calon bupati "
        "dan wakil bupati nomor urut 3, Budi Santoso dan Sari Lestari."
    )
    named = (
        "Tiga calon tersebut yaitu pasangan calon bupati dan wakil bupati nomor urut 1, Joyo Darmawan dan Ani Wijaya."
    )
    parts = parts_of(read(f"{debate}\n\n{named} {second}"))
    persons = ("Joyo Darmawan", "Ani Wijaya", "Tono Wibowo", "Lastri Utami", "Budi Santoso", "Sari Lestari")
    assert {(name, "attended") for name in persons} <= parts


@pytest.mark.parametrize(
    "told",
    [
        "Rapat dihadiri Ketua KPU Blora Budi Santoso sebagai narasumber, dan Dandim Blora Letkol Joko Susilo.",
        "Kapolres hadir bersama Ketua KPU Blora Budi Santoso selaku moderator, dan Dandim Blora Letkol Joko Susilo.",
    ],
)
def test_a_list_goes_on_behind_words_for_the_capacity_of_a_member(read: Read, told: str) -> None:
    parts = parts_of(read(f"Polres Blora menggelar rapat, Rabu (25/9/2024). {told}"))
    assert {("Budi Santoso", "attended"), ("Joko Susilo", "attended")} <= parts


def test_who_does_something_in_her_capacity_closes_the_list(read: Read) -> None:
    told = "Rapat dihadiri Ketua KPU Blora, Bupati Blora Ani Wijaya sebagai narasumber menyampaikan materi."
    parts = parts_of(read(f"Polres Blora menggelar rapat, Rabu (25/9/2024). {told}"))
    assert ("KPU Kabupaten Blora", "attended") in parts


def test_an_event_word_ends_before_the_body_that_its_last_word_begins(read: Read) -> None:
    record = read("Rapat Tim Terpadu Penanganan Konflik Sosial Kabupaten Blora digelar Rabu (25/9/2024) di Blora.")
    assert "Tim Terpadu Penanganan Konflik Sosial Kabupaten Blora" in {entity["name"] for entity in record["entities"]}
