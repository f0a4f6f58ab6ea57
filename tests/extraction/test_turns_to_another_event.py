"""Another event that a sentence turns to: begun after the main one, at the next body, elsewhere, for guests."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

DAY = "Rabu (18/9/2024)"
APEL = f"BLORA - Kapolres Blora AKBP Ani Lestari memimpin apel gelar pasukan di halaman Mapolres Blora, {DAY}. "
VISIT = f"BLORA - Kapolda Jawa Tengah Irjen Pol Gatot Wibowo mengunjungi Polres Blora, {DAY}.\n\n"


def told(record: Record) -> list[tuple[str, set[str]]]:
    """The kind of each event and who took part in it."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return [(e["type"], {names[p["participant"]] for p in e["participations"]}) for e in record["events"]]


def test_what_was_begun_after_the_visit_has_its_own_guests(read: Read) -> None:
    text = VISIT + (
        "Usai memberi arahan, Kapolda bertatap muka dengan warga. Tatap muka itu dihadiri Bupati Blora Dewi Anggraini."
    )
    assert told(read(text))[1] == ("meeting", {"Dewi Anggraini", "Pemerintah Kabupaten Blora"})


@pytest.mark.parametrize(
    "sequel",
    [
        "Usai kunjungan, Kapolda mengatakan pengamanan berjalan baik. Pengamanan itu melibatkan Kodim 0721/Blora.",
        "Setelah kunjungan, Kapolda akan bertatap muka. Tatap muka itu dihadiri Bupati Blora Dewi Anggraini.",
        "Kunjungan dilanjutkan ke gudang logistik. Kapolda didampingi Bupati Blora Dewi Anggraini.",
    ],
)
def test_what_is_only_said_or_to_come_is_no_other_event(read: Read, sequel: str) -> None:
    assert len(told(read(VISIT + sequel))) == 1


def test_a_visit_goes_on_to_another_body(read: Read) -> None:
    text = VISIT + "Kunjungan dilanjutkan ke kantor KPU Blora. Rombongan diterima Ketua KPU Blora Eko Prasetyo."
    events = told(read(text))
    assert [kind for kind, _ in events] == ["visit", "visit"]
    assert events[1][1] == {"KPU Kabupaten Blora", "Eko Prasetyo"}


def test_two_parades_are_told_in_turns(read: Read) -> None:
    text = (
        f"BLORA - Polres Blora dan Polres Rembang menggelar apel gelar pasukan, {DAY}.\n\n"
        "Apel di Mapolres Rembang dipimpin Kapolres Rembang AKBP Dodi Kurnia. "
        "Sedangkan apel di Mapolres Blora dipimpin Kapolres Blora AKBP Ani Lestari."
    )
    first, second = told(read(text))
    assert "Dodi Kurnia" in first[1]
    assert second == ("ceremony", {"Polres Blora", "Ani Lestari"})
    of_it = text.replace("Sedangkan apel di Mapolres Blora dipimpin", "Sedangkan apel itu dihadiri")
    assert len(told(read(of_it))) == 1


def test_a_ceremony_behind_a_roll_call_needs_somebody_new(read: Read) -> None:
    burned = "Usai apel, dilakukan pemusnahan minuman keras oleh {}."
    assert [kind for kind, _ in told(read(APEL + burned.format("Kapolres Blora AKBP Ani Lestari")))] == ["ceremony"]
    both = told(read(APEL + burned.format("Kapolres bersama Kajari Blora Dewi Anggraini")))
    assert [kind for kind, _ in both] == ["ceremony", "ceremony"]
    assert len(told(read(APEL + "Usai apel, upacara dilanjutkan bersama Kajari Blora Dewi Anggraini."))) == 1


def test_guests_of_the_evening_came_to_another_event(read: Read) -> None:
    text = (
        f"CEPU - Serah terima jabatan Kapolsek Cepu dipimpin Kapolres Blora AKBP Ani Lestari, {DAY}.\n\n"
        "Malam harinya digelar pisah sambut di pendopo yang dihadiri Danramil Cepu Kapten Inf Oki Saputra."
    )
    assert told(read(text))[1] == ("ceremony", {"Koramil Cepu", "Oki Saputra"})


def test_an_activity_of_the_same_kind_has_that_kind(read: Read) -> None:
    text = (
        f"BLORA - KPU Blora menggelar sosialisasi pilkada di Cepu, {DAY}.\n\n"
        "Sebelumnya, Senin (16/9/2024), kegiatan serupa digelar di Jepon dan dihadiri Camat Jepon Budi Santoso."
    )
    assert [(e["type"], e["date"]) for e in read(text)["events"]] == [
        ("training", "2024-09-18"),
        ("training", "2024-09-16"),
    ]


def test_an_opening_that_is_over_is_no_other_event(read: Read) -> None:
    text = (
        f"BLORA - KPU Blora menggelar rapat koordinasi, {DAY}.\n\n"
        "Usai pembukaan, rapat dilanjutkan dengan paparan oleh Kajari Blora Dewi Anggraini."
    )
    assert [kind for kind, _ in told(read(text))] == ["meeting"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Polres Blora akan menerjunkan 400 personel untuk mengamankan Pilkada Blora, kata Kapolres, {DAY}.", []),
        (f"Kini Bawaslu Blora membuka pendaftaran pengawas desa, {DAY}.", []),
        (f"KPU Blora membuka pendaftaran pasangan calon, {DAY}.", ["campaign"]),
    ],
)
def test_what_is_to_come_and_who_is_looked_for_are_no_events(read: Read, text: str, kinds: list[str]) -> None:
    assert [event["type"] for event in read(f"BLORA - {text}")["events"] if event["status"] == "held"] == kinds
