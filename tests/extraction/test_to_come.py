"""What is planned, wished for, called off or denied: no such event is held, and nobody was there by it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_MEETING = "BLORA - KPU Blora menggelar rapat koordinasi, Rabu (25/9/2024), dihadiri Kapolres Blora AKBP Budi Santoso."


def _status(read: Read, text: str) -> set[str]:
    return {event["status"] for event in read(text)["events"]}


@pytest.mark.parametrize(
    "word", ["akan", "hendak", "siap", "segera", "berniat", "wajib", "perlu", "diharapkan", "seharusnya", "diagendakan"]
)
def test_what_is_planned_or_wished_for_was_not_held(read: Read, word: str) -> None:
    said = "Ketua KPU Blora Dewi Sartika mengatakan hal itu, Jumat (27/9/2024)."
    assert "held" not in _status(read, f"BLORA - KPU Blora {word} menggelar rapat pleno di kantornya. {said}")
    assert "held" not in _status(read, f"BLORA - Rapat pleno KPU Blora {word} digelar di kantornya. {said}")


@pytest.mark.parametrize("word", ["tidak jadi digelar", "batal digelar", "urung dilaksanakan", "gagal digelar"])
def test_what_is_called_off_was_not_held(read: Read, word: str) -> None:
    assert "held" not in _status(read, f"BLORA - Apel gelar pasukan Polres Blora {word}, Rabu (25/9/2024).")


@pytest.mark.parametrize(
    "denied",
    [
        "Bupati Blora Ani Lestari dijadwalkan hadir namun batal.",
        "Bupati Blora Ani Lestari turut diundang tetapi tidak hadir.",
        "Bupati Blora Ani Lestari akan menghadiri rapat itu.",
        "Bupati Blora Ani Lestari ingin menghadiri rapat itu.",
        "Rapat itu digelar tanpa kehadiran Bupati Blora Ani Lestari.",
    ],
)
def test_who_was_only_to_come_was_not_there(read: Read, denied: str) -> None:
    found = {name for name, _ in parts_of(read(f"{_MEETING} {denied}"))}
    assert "Ani Lestari" not in found
    assert "Budi Santoso" in found


@pytest.mark.parametrize(
    "told", ["hadir namun tidak mengikuti rapat sampai selesai", "tidak hanya hadir, tetapi juga memberi sambutan"]
)
def test_who_was_there_stays(read: Read, told: str) -> None:
    found = {name for name, _ in parts_of(read(f"{_MEETING} Bupati Blora Ani Lestari {told}."))}
    assert "Ani Lestari" in found


def test_in_front_of_whom_something_is_said_was_there(read: Read) -> None:
    text = (
        "BLORA - KPU Blora menggelar deklarasi damai, Rabu (25/9/2024). Deklarasi disampaikan oleh 15 partai di hadapan"
    )
    found = parts_of(read(f"{text} Bupati Blora Ani Lestari dan Kapolres Blora AKBP Budi Santoso."))
    assert {("Ani Lestari", "attended"), ("Budi Santoso", "attended")} <= found


@pytest.mark.parametrize("guests", ["", " yang dihadiri Kapolres Blora AKBP Budi Santoso"])
def test_guests_in_a_clause_do_not_make_a_plan_come_true(read: Read, guests: str) -> None:
    events = read(f"KPU Blora akan menggelar rapat koordinasi{guests}, Kamis (3/10/2024).")["events"]
    assert [(event["status"], event["date"]) for event in events] == [("planned", "2024-10-03")]


def test_guests_behind_the_verb_of_a_held_event_make_it_true(read: Read) -> None:
    text = "Usai rapat yang dihadiri Kapolres Blora AKBP Budi Santoso, KPU Blora akan menggelar simulasi."
    assert "held" in _status(read, f"BLORA - KPU Blora menggelar rapat, Rabu (25/9/2024). {text}")


@pytest.mark.parametrize(
    "plan",
    [
        "KPU Kabupaten Blora akan menggelar rapat pleno terbuka. Rapat akan dipimpin Ketua KPU Blora Siti Aminah.",
        "KPU Blora akan menggelar upacara HUT RI yang dipimpin Bupati Blora Arief Rohman.",
    ],
)
def test_the_day_of_a_plan_is_not_that_of_its_report(read: Read, plan: str) -> None:
    events = read(f"BLORA, Sabtu (17/8/2024) - {plan}", published="2024-08-19")["events"]
    assert [(event["status"], event["date"]) for event in events] == [("planned", None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("KPU Blora menunda rapat koordinasi yang dihadiri Kapolres Blora AKBP Budi Santoso.", "postponed"),
        ("KPU Blora tunda rapat koordinasi bersama Polres Blora, Kamis (26/9/2024).", "postponed"),
        ("KPU Blora membatalkan rapat koordinasi yang dihadiri Kapolres Blora AKBP Budi Santoso.", "cancelled"),
        ("Rapat koordinasi digelar KPU Blora, Kamis (26/9/2024), dan membahas usul menunda pleno.", "held"),
    ],
)
def test_who_puts_an_event_off_names_it_behind_the_word(read: Read, text: str, status: str) -> None:
    assert _status(read, text) == {status}
