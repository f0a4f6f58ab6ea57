"""What somebody was before or will be next: those bodies have no part in the event that is told of."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

EVENT = "Apel digelar di Mapolres Blora, Selasa (17/9/2024), dipimpin Kapolres Blora AKBP Ani Wijaya."
WHO = {("Ani Wijaya", "led"), ("Polres Blora", "led")}


def _posts(read: Read, text: str) -> list[tuple[str, str, bool, bool]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return sorted((names[p["person"]], p["post"], p["former"], p["seen"] is not None) for p in record["postings"])


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Slamet sebelumnya bertugas sebagai Kasdim 0718/Pati.",
        "Mayor Slamet pernah bertugas sebagai Kasdim 0718/Pati.",
        "Mayor Slamet juga pernah menjabat Kasdim 0718/Pati.",
        "Sebelumnya, Mayor Slamet menjabat sebagai Kasdim 0718/Pati.",
        "Mayor Slamet terakhir berdinas sebagai Kasdim 0718/Pati.",
    ],
)
def test_a_former_post_is_one_and_puts_no_body_into_the_event(read: Read, told: str) -> None:
    text = f"{EVENT} {told}"
    assert ("Slamet", "Kasdim 0718/Pati", True, False) in _posts(read, text)
    assert parts_of(read(text)) == WHO


@pytest.mark.parametrize(
    "told",
    [
        "AKBP Budi Santoso selanjutnya mengemban tugas baru sebagai Wadirlantas Polda Bali.",
        "AKBP Budi Santoso akan bertugas sebagai Wadirlantas Polda Bali.",
        "AKBP Budi Santoso dipromosikan menjadi Wadirlantas Polda Bali.",
        "AKBP Budi Santoso kembali ke tugas semula sebagai Wadirlantas Polda Bali.",
    ],
)
@pytest.mark.parametrize("event", [EVENT, EVENT.replace("Apel", "Upacara sertijab")])
def test_the_next_post_is_not_seen_yet_and_puts_no_body_into_the_event(read: Read, event: str, told: str) -> None:
    text = f"{event} {told}"
    assert ("Budi Santoso", "Wadirlantas Polda Bali", False, False) in _posts(read, text)
    assert "Polda Bali" not in {name for name, _ in parts_of(read(text))}


def test_what_is_told_of_the_leader_herself_takes_nothing_from_her_office(read: Read) -> None:
    text = (
        f"{EVENT} Sebelum menjabat Kapolres Blora, AKBP Ani Wijaya menjabat sebagai Kapolres Pati dan Kapolres Kudus."
    )
    assert [post for post in _posts(read, text) if post[0] == "Ani Wijaya"] == [
        ("Ani Wijaya", "Kapolres Blora", False, True),
        ("Ani Wijaya", "Kapolres Kudus", True, False),
        ("Ani Wijaya", "Kapolres Pati", True, False),
    ]
    assert parts_of(read(text)) == WHO


def test_of_whom_a_pronoun_tells_no_body_has_a_part(read: Read) -> None:
    assert parts_of(read(f"{EVENT} Ia sebelumnya bertugas sebagai Kasdim 0718/Pati.")) == WHO


def test_who_holds_a_post_now_is_in_it(read: Read) -> None:
    text = f"{EVENT} Mayor Slamet bertugas sebagai Kasdim 0721/Blora."
    assert ("Slamet", "Kasdim 0721/Blora", False, True) in _posts(read, text)
    assert parts_of(read(text)) == WHO


def test_a_former_post_between_commas_is_that_of_whoever_stands_for_office(read: Read) -> None:
    text = "Calon Bupati Budi Santoso, mantan Sekda Kabupaten Blora, menghadiri debat, Selasa (17/9/2024)."
    assert _posts(read, text) == [("Budi Santoso", "Sekda Kabupaten Blora", True, False)]


def test_a_former_post_in_front_of_a_name_is_that_persons(read: Read) -> None:
    text = "Rapat dihadiri Kapolres Blora AKBP Ani Wijaya, mantan Bupati Pati Budi Santoso, Selasa (17/9/2024)."
    assert _posts(read, text) == [
        ("Ani Wijaya", "Kapolres Blora", False, True),
        ("Budi Santoso", "Bupati Pati", True, False),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "AKP Slamet sebelumnya bertugas sebagai Kasat Lantas Polres Pati.",
        "AKP Slamet selanjutnya mengemban tugas baru sebagai Kasat Lantas Polres Pati.",
    ],
)
def test_no_bare_post_is_at_a_body_of_which_only_a_career_tells(read: Read, told: str) -> None:
    text = f"{EVENT} {told} Hadir dalam apel itu Wakapolres Kompol Budi Santoso."
    assert ("Budi Santoso", "Wakapolres Blora", False, True) in _posts(read, text)
    assert "Polres Pati" not in {name for name, _ in parts_of(read(text))}


@pytest.mark.parametrize("role", ["inspektur upacara", "komandan upacara", "Irup"])
def test_a_part_in_a_ceremony_is_no_post(read: Read, role: str) -> None:
    text = f"Upacara digelar Selasa (17/9/2024). Kapolres Blora AKBP Ani Wijaya bertugas sebagai {role}."
    assert _posts(read, text) == [("Ani Wijaya", "Kapolres Blora", False, True)]
    assert parts_of(read(text)) == WHO


def test_who_is_in_an_office_again_is_in_it(read: Read) -> None:
    text = "Ani Wijaya kembali menjabat Ketua KPU Kabupaten Blora. Rapat digelar Selasa (17/9/2024)."
    assert _posts(read, text) == [("Ani Wijaya", "Ketua KPU Kabupaten Blora", False, True)]


def test_who_will_hold_another_post_still_holds_her_own(read: Read) -> None:
    text = "Kapolres Blora AKBP Ani Wijaya akan menjabat Wadirlantas Polda Bali. AKBP Ani Wijaya memimpin apel."
    text = text.replace("apel.", "apel, Selasa (17/9/2024).")
    assert _posts(read, text) == [
        ("Ani Wijaya", "Kapolres Blora", False, True),
        ("Ani Wijaya", "Wadirlantas Polda Bali", False, False),
    ]
    assert parts_of(read(text)) == WHO
