"""Headlines in which an event's word is the verb, debates and those who stand in them, polls that are not yet."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def _dates(record: Record) -> list[str | None]:
    return [event["date"] for event in record["events"]]


_STAND = "pasangan nomor urut 1 Ani Wijaya-Budi Santoso, dan pasangan Joko Darmawan-Siti Lestari nomor urut 2"


@pytest.mark.parametrize("told", ["tampil dua peserta calon bupati dan wakil bupati", "ada dua pasangan calon"])
def test_the_debate_may_be_named_in_front_of_those_who_stand(read: Read, told: str) -> None:
    record = read(f"BLORA - KPU Blora menggelar debat perdana, Rabu (18/9).\n\nPada debat itu {told}, yaitu {_STAND}.")
    assert {("Ani Wijaya", "attended"), ("Siti Lestari", "attended")} <= parts_of(record)


def test_who_stands_and_is_only_spoken_of_was_at_no_debate(read: Read) -> None:
    told = "Pada debat itu KPU menyebut dua pasangan calon tidak datang, yaitu Ani Wijaya-Budi Santoso dan lainnya."
    record = read(f"BLORA - KPU Blora menggelar debat perdana, Rabu (18/9/2024).\n\n{told}")
    assert ("Ani Wijaya", "attended") not in parts_of(record)


def test_a_debate_among_those_who_stand_for_office_names_no_government(read: Read) -> None:
    title = "Ratusan Personel Amankan Debat Perdana Bupati-Wakil Bupati Blora"
    record = read(f"{title}\n\nBLORA - Polres Blora mengamankan debat itu, Rabu (18/9/2024).", title=title)
    assert "Pemerintah Kabupaten Blora" not in {entity["name"] for entity in record["entities"]}


@pytest.mark.parametrize("comma", ["", ","])
def test_a_poll_that_is_prepared_dates_no_visit(read: Read, comma: str) -> None:
    lead = "BLORA - Kapolda Jawa Tengah Irjen Budi Santoso berkunjung ke Blora."
    told = "Kunjungan itu untuk melihat persiapan pemilihan Bupati dan Wakil Bupati yang digelar"
    met = "Kapolda disambut Bupati Blora Ani Wijaya."
    assert _dates(read(f"{lead} {told}{comma} Rabu (25/9) lalu. {met}", published="2024-09-27")) == [None]


def test_a_visit_to_a_poll_is_on_its_day(read: Read) -> None:
    lead = "BLORA - Kapolda Jawa Tengah Irjen Budi Santoso meninjau pemilihan Bupati yang digelar Rabu (25/9)."
    assert _dates(read(lead, published="2024-09-27")) == ["2024-09-25"]


@pytest.mark.parametrize(
    ("title", "organised"),
    [
        ("KPU Blora Simulasi Pilkada 2024", True),
        ("KPU Blora Launching Pilkada, Berharap Warga Datang", True),
        ("KPU Blora Simulasi Pilkada Ditunda", False),
    ],
)
def test_a_headline_has_the_word_of_an_event_as_its_verb(read: Read, title: str, *, organised: bool) -> None:
    word = "Launching" if "Launching" in title else "Simulasi"
    record = read(
        f"{title}\n\nBLORA - {word} dihadiri Bupati Blora Ani Wijaya di alun, Sabtu (21/9/2024).", title=title
    )
    assert (("KPU Kabupaten Blora", "organised") in parts_of(record)) is organised


def test_who_sends_people_off_leads(read: Read) -> None:
    title = "Kapolsek Jepon Lepas Tim Anti Politik Uang"
    lead = "BLORA - Polsek Jepon melaksanakan apel siaga, Kamis (19/9/2024). Kapolsek Jepon AKP Darmo mengecek barisan."
    assert {("Polsek Jepon", "led"), ("Darmo", "led")} <= parts_of(read(f"{title}\n\n{lead}", title=title))


@pytest.mark.parametrize(
    ("told", "person"),
    [("Kusnadi warga Desa Jepon", "Kusnadi"), ("Puluhan warga Desa Jepon", None), ("Pasar warga Desa Jepon", None)],
)
def test_who_lives_where_is_told_without_a_comma(read: Read, told: str, person: str | None) -> None:
    lead = "BLORA - Bupati Blora Ani Wijaya meninjau gudang KPU Blora, Kamis (19/9/2024)."
    record = read(f"{lead}\n\nSementara itu, {told} mengatakan gudang itu bersih.")
    assert _people(record) - {"Ani Wijaya"} == ({person} if person else set())


def test_a_noun_may_stand_in_front_of_initials_of_an_unknown_name(read: Read) -> None:
    record = read(
        "BLORA - Rapat digelar KPU Blora, Rabu (18/9).\n\nPenunjukan M. Firsada sebagai Camat Jepon dibacakan."
    )
    assert "M. Firsada" in _people(record)
