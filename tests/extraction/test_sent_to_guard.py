"""Units whose people are sent out guard something, and so do those who back them."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

DAY = "Kamis (19/9/2024)"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            f"Sebanyak 162 personel Polres Blora dikerahkan untuk mengamankan jalannya debat publik, {DAY}.",
            {("Polres Blora", "attended")},
        ),
        (
            f"Sebanyak 90 personel Polres Blora dan Kodim 0721/Blora diterjunkan untuk mengawal logistik, {DAY}.",
            {("Polres Blora", "attended"), ("Kodim 0721/Blora", "attended")},
        ),
        (
            f"Sebanyak 90 personel dikerahkan Polres Blora untuk mengawal logistik, {DAY}.",
            {("Polres Blora", "organised")},
        ),
        (f"Baliho milik Partai Golkar diturunkan dari pagar pasar Blora, {DAY}.", set()),
    ],
)  # fmt: skip
def test_who_is_sent_is_there(read: Read, sentence: str, expected: set[tuple[str, str]]) -> None:
    record = read(f"BLORA - {sentence}")
    assert parts_of(record) == expected
    assert [event["type"] for event in record["events"]] == ["patrol"] * bool(expected)


def test_the_guard_is_the_event_where_its_purpose_is_told_and_who_backs_it_is_there(read: Read) -> None:
    record = read(
        "BLORA - Sebanyak 162 personel Polres Blora dikerahkan untuk mengamankan debat publik calon bupati.\n\n"
        "“Kami mendapatkan dukungan dari Kodim 0721/Blora serta personel gabungan dari Dishub dan Satpol PP Kabupaten "
        "Blora,” kata Kapolres Blora AKBP Ani Wijaya.\n\n"
        f"Ani Wijaya menerangkan, debat publik ini diselenggarakan oleh KPU Blora di gedung DPRD, {DAY}."
    )
    guard, debate = record["events"]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert (guard["type"], debate["type"]) == ("patrol", "campaign")
    assert {names[part["participant"]] for part in guard["participations"]} == {
        "Polres Blora", "Kodim 0721/Blora", "Dinas Perhubungan Kabupaten Blora", "Satpol PP Kabupaten Blora",
    }  # fmt: skip
    assert [names[part["participant"]] for part in debate["participations"]] == ["KPU Kabupaten Blora"]


def test_who_backs_a_candidate_is_not_there(read: Read) -> None:
    record = read(
        f"BLORA - Pasangan Ani Wijaya dan Budi Santosa mendaftar ke KPU Blora, {DAY}. Pasangan itu mendapat dukungan "
        "dari Partai Golkar dan PDI Perjuangan."
    )
    assert not {"Partai Golkar", "PDI Perjuangan"} & {name for name, _ in parts_of(record)}


def test_an_office_of_national_unity_is_named_as_it_is_written(read: Read) -> None:
    record = read(f"BLORA - Kantor Kesbangpol dan Linmas Kabupaten Blora menggelar sosialisasi, {DAY}.")
    assert parts_of(record) == {("Kantor Kesbangpol dan Linmas Kabupaten Blora", "organised")}
