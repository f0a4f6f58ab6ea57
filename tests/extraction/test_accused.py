"""Who stands before a court or is questioned is there in person, and her body is not."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

COURT = "BLORA - Sidang digelar di Pengadilan Negeri Blora, Rabu (18/9/2024). "


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Desa Sukamaju, Ani Lestari, menjalani sidang perdana.",
        "Terdakwa Kepala Dinas Kesehatan Blora Ani Lestari hadir dalam sidang itu.",
        "Sidang dihadiri Wakil Bupati Blora Ani Lestari sebagai terdakwa.",
        "Camat Cepu Ani Lestari diadili. Ani hadir dalam sidang itu.",
    ],
)
def test_the_body_of_the_accused_has_no_part(read: Read, text: str) -> None:
    assert {name for name, _ in parts_of(read(COURT + text))} - {"Pengadilan Negeri Blora"} == {"Ani Lestari"}


def test_who_speaks_of_the_accused_is_there_for_her_body(read: Read) -> None:
    text = COURT + "Kapolres Blora AKBP Ani Lestari menghadirkan terdakwa Budi Santoso, dan hadir dalam sidang itu."
    assert {"Polres Blora", "Ani Lestari"} <= {name for name, _ in parts_of(read(text))}


@pytest.mark.parametrize("chief", ["Kapolres Blora AKBP Ani Lestari", "Kapolres Blora"])
def test_a_pronoun_says_for_which_person_somebody_came(read: Read, chief: str) -> None:
    text = (
        f"BLORA - KPU Blora menggelar deklarasi, Rabu (18/9/2024). Karena {chief} dipanggil ke Polda Jateng, ia "
        "diwakili Wakapolres Kompol Budi Santoso."
    )
    assert parts_of(read(text)) == {
        ("KPU Kabupaten Blora", "organised"),
        ("Polres Blora", "attended"),
        ("Budi Santoso", "attended"),
    }


def test_a_name_with_another_capital_is_no_slip_of_a_word(read: Read) -> None:
    record = read(
        "BLORA - Rakor digelar Bakorwil III Malang, Rabu (18/9/2024), dihadiri Kapolres Blora AKBP Ani Lestari."
    )
    assert [event["name"] for event in record["events"]] == ["Rakor"]
    assert ("Bakorwil III Malang", "organised") in parts_of(record)


@pytest.mark.parametrize("away", ["resmi cuti kampanye", "memasuki masa pensiun", "diperiksa penyidik"])
def test_who_is_told_to_be_away_was_not_there(read: Read, away: str) -> None:
    text = "BLORA - KPU Blora menggelar rakor, Rabu (18/9/2024). Bupati Blora Ani Lestari " + away + "."
    assert parts_of(read(text)) == {("KPU Kabupaten Blora", "organised")}
