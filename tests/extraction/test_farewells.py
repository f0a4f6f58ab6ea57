"""A farewell is held when the office has passed: the one bidden farewell had it, and the other one has it."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of, posts_with_days


@pytest.mark.parametrize(
    "text",
    [
        "Malam pisah sambut Kapolres Blora dari pejabat lama AKBP Budi Santoso kepada pejabat baru AKBP Ani Wijaya.",
        "Kenal pamit Kapolres Blora dari AKBP Budi Santoso ke AKBP Ani Wijaya digelar di pendopo.",
        "Pisah sambut Kapolres Blora AKBP Budi Santoso kepada AKBP Ani Wijaya digelar di pendopo.",
        "Pisah sambut Kapolres Blora lama AKBP Budi Santoso dengan Kapolres baru AKBP Ani Wijaya digelar di pendopo.",
    ],
)
def test_who_is_bidden_farewell_is_not_seen_in_the_office(read: Read, text: str) -> None:
    text = text.replace(".", ", Selasa (17/9/2024).")
    assert posts_with_days(read, text) == [
        ("Ani Wijaya", "Kapolres Blora", False, "2024-09-17", None, None),
        ("Budi Santoso", "Kapolres Blora", True, None, None, None),
    ]
    assert parts_of(read(text)) >= {("Ani Wijaya", "attended"), ("Budi Santoso", "attended")}


def test_the_office_passed_on_the_day_of_the_handover(read: Read) -> None:
    text = (
        "Serah terima jabatan Kapolres Blora digelar di Semarang, Senin (16/9/2024). Pisah sambut Kapolres Blora "
        "dari AKBP Budi Santoso kepada AKBP Ani Wijaya digelar Rabu (18/9/2024)."
    )
    assert posts_with_days(read, text) == [
        ("Ani Wijaya", "Kapolres Blora", False, "2024-09-18", "2024-09-16", None),
        ("Budi Santoso", "Kapolres Blora", True, None, None, "2024-09-16"),
    ]


@pytest.mark.parametrize("word", ["yang lama,", "lama", "terdahulu,"])
def test_the_old_holder_has_an_old_office(read: Read, word: str) -> None:
    text = f"Apel dihadiri Kapolres Blora {word} AKBP Budi Santoso, Selasa (17/9/2024)."
    assert posts_with_days(read, text) == [("Budi Santoso", "Kapolres Blora", True, None, None, None)]


def test_a_handover_gives_each_office_of_a_list_an_old_and_a_new_holder(read: Read) -> None:
    text = (
        "Sertijab Kapolsek Cepu dari AKP Budi Santoso ke Iptu Ani Wijaya dan Kapolsek Jepon dari AKP Joko Pranoto "
        "ke Iptu Dwi Lestari digelar Selasa (17/9/2024)."
    )
    day = "2024-09-17"
    assert posts_with_days(read, text) == [
        ("Ani Wijaya", "Kapolsek Cepu", False, day, day, None),
        ("Budi Santoso", "Kapolsek Cepu", True, None, None, day),
        ("Dwi Lestari", "Kapolsek Jepon", False, day, day, None),
        ("Joko Pranoto", "Kapolsek Jepon", True, None, None, day),
    ]


def test_who_speaks_at_a_farewell_holds_her_office(read: Read) -> None:
    text = (
        "Pisah sambut Kapolres Blora digelar di pendopo, Selasa (17/9/2024). "
        "Kapolres Blora AKBP Ani Wijaya menyerahkan cendera mata."
    )
    assert posts_with_days(read, text) == [("Ani Wijaya", "Kapolres Blora", False, "2024-09-17", None, None)]
