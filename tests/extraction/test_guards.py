"""Who guards an event holds and leads the guard, and not what is guarded."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

DAY = "Senin (23/9/2024)"
PROTEST = f"BLORA - Puluhan petani menggelar unjuk rasa di depan kantor Bupati Blora, {DAY}."
GUARD = {("Polres Blora", "organised")}
LED = {("Polres Blora", "led"), ("Joko Susilo", "led")}
OFFICER = "Kabag Ops Polres Blora Kompol Joko Susilo"


def _events(record: Record) -> dict[str, set[tuple[str, str]]]:
    """Who took part, in which role, by the kind of event."""
    return {event["type"]: parts_of({**record, "events": [event]}) for event in record["events"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Aksi dikawal puluhan personel Polres Blora.",
        "Aksi tersebut diamankan Polres Blora.",
        "Polres Blora mengerahkan 200 personel untuk mengamankan aksi itu.",
    ],
)
def test_police_attend_a_protest_that_they_guard(read: Read, sentence: str) -> None:
    assert _events(read(f"{PROTEST} {sentence}")) == {"other": {("Polres Blora", "attended")}}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Unjuk rasa itu dijaga ketat personel Polres Blora dipimpin {OFFICER}.",
        f"Unjuk rasa itu dikawal Polres Blora di bawah pimpinan {OFFICER}.",
        f"Aksi dikawal Polres Blora dan dipimpin {OFFICER}.",
        f"{OFFICER} memimpin langsung jalannya pengamanan.",
    ],
)
def test_who_leads_the_guard_of_a_protest_does_not_lead_that(read: Read, sentence: str) -> None:
    events = _events(read(f"{PROTEST} {sentence}"))
    assert events.pop("other", set()) == set()
    assert LED <= events["patrol"] <= GUARD | LED


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("KPU Kabupaten Blora menggelar rapat pleno rekapitulasi di pendopo, {day}. Rapat pleno diamankan", "voting"),
        ("KPU Kabupaten Blora menggelar debat publik di pendopo, {day}. Debat itu dikawal", "campaign"),
        ("Rapat koordinasi digelar KPU Kabupaten Blora di pendopo, {day}, dan dijaga ketat", "meeting"),
    ],
)
def test_what_a_commission_holds_is_not_held_by_its_guards(read: Read, event: str, kind: str) -> None:
    sentence = event.format(day=DAY)
    events = _events(read(f"BLORA - {sentence} Polres Blora dipimpin {OFFICER} dibantu Kodim 0721/Blora."))
    assert events.keys() == {kind, "patrol"}
    assert events[kind] == {("KPU Kabupaten Blora", "organised")}
    assert GUARD | LED | {("Kodim 0721/Blora", "attended")} <= events["patrol"]


def test_a_day_between_an_event_and_its_guard_parts_nothing(read: Read) -> None:
    events = _events(read(f"BLORA - Kampanye terbuka di Lapangan Kridosono, {DAY}, diamankan Polres Blora."))
    assert events == {"campaign": {("Polres Blora", "attended")}}


def test_who_is_arrested_is_no_guarded_event(read: Read) -> None:
    assert _events(read(f"{PROTEST} Dua orang diamankan Polres Blora.")) == {"other": set()}


def test_who_comes_to_a_guarded_event_is_not_its_guard(read: Read) -> None:
    events = _events(
        read(f"BLORA - Rapat koordinasi di pendopo, {DAY}, dijaga ketat Polres Blora dan dihadiri KPU Kabupaten Blora.")
    )
    assert events == {"meeting": {("KPU Kabupaten Blora", "attended"), ("Polres Blora", "attended")}}


def test_police_hold_what_is_no_protest(read: Read) -> None:
    record = read(f"BLORA - Polres Blora menggelar aksi bersih pantai, {DAY}. Aksi dipimpin {OFFICER}.")
    assert parts_of(record) >= GUARD | LED
    assert [event["type"] for event in record["events"]] == ["other"]


def test_nobody_held_a_protest_since_it_was_at_his_office(read: Read) -> None:
    record = read(f"BLORA - Ratusan buruh berunjuk rasa di depan kantor Pemkab Blora, {DAY}.")
    assert parts_of(record) == set()
