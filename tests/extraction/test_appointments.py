"""Who comes into an office holds it, by whatever verb the news says so; who leaves one held it."""

from __future__ import annotations

import pytest

from .conftest import Read


def offices(read: Read, text: str) -> set[tuple[str, str, bool]]:
    """Name, post, and whether the post is a former one."""
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], p["former"]) for p in record["postings"]}


@pytest.mark.parametrize("small", ["", "lalu ", "juga ", "resmi ", "kini ", "telah ", "yang "])
@pytest.mark.parametrize(
    "verb",
    ["dipercaya sebagai", "ditunjuk menjadi", "diangkat dalam jabatan baru sebagai", "dipromosikan sebagai",
     "mendapat promosi jabatan sebagai", "mengemban jabatan baru sebagai", "dilantik menjadi", "menjabat sebagai"],
)  # fmt: skip
def test_a_verb_gives_the_office_behind_it(read: Read, small: str, verb: str) -> None:
    assert offices(read, f"AKBP Ani Wijaya {small}{verb} Kapolres Blora.") == {("Ani Wijaya", "Kapolres Blora", False)}


def test_who_moves_leaves_the_office_in_front_and_who_is_appointed_may_keep_it(read: Read) -> None:
    assert offices(read, "Kapolres Blora AKBP Ani Wijaya dipromosikan sebagai Wakapolresta Pati.") == {
        ("Ani Wijaya", "Kapolres Blora", True),
        ("Ani Wijaya", "Wakapolresta Pati", False),
    }
    assert ("Ani Wijaya", "Camat Jepon", False) in offices(
        read, "Camat Jepon Ani Wijaya ditunjuk sebagai Ketua KONI Blora."
    )


@pytest.mark.parametrize(
    "handing",
    [
        "Jabatan Kapolres Blora diserahkan kepada AKBP Ani Wijaya.",
        "Jabatan Kapolres Blora lalu diemban oleh AKBP Ani Wijaya.",
        "Posisi Kapolres Blora kini diisi AKBP Ani Wijaya.",
        "Jabatan Kapolres Blora ia serahkan kepada AKBP Ani Wijaya.",
    ],
)
def test_a_post_that_is_spoken_of_goes_to_whom_it_is_given(read: Read, handing: str) -> None:
    assert offices(read, handing) == {("Ani Wijaya", "Kapolres Blora", False)}


def test_whoever_it_is_given_to_keeps_nothing_of_what_came_before(read: Read) -> None:
    assert offices(read, "Jabatan Wakapolresta Pati diberikan kepada mantan Kapolres Blora, AKBP Ani Wijaya.") == {
        ("Ani Wijaya", "Wakapolresta Pati", False),
        ("Ani Wijaya", "Kapolres Blora", True),
    }


@pytest.mark.parametrize(
    "other",
    [
        "Rumah dinas Bupati Blora ditempati Ani Wijaya.",
        "Bantuan dari Bupati Blora diserahkan kepada Ani Wijaya.",
        "Surat Kapolres Blora dipegang Ani Wijaya.",
    ],
)
def test_what_is_handed_over_besides_makes_nobody_an_official(read: Read, other: str) -> None:
    assert offices(read, other) == set()


def test_leaving_an_office_is_no_event(read: Read) -> None:
    assert read("AKBP Ani Wijaya melepas jabatan lamanya sebagai Kapolres Blora, Rabu (18/9/2024).")["events"] == []


@pytest.mark.parametrize(
    "words",
    ["Tongkat komando {} diserahkan kepada", "Pucuk pimpinan {} diamanatkan kepada", "Tampuk pimpinan {} beralih ke"],
)
def test_whoever_is_given_the_command_of_a_body_heads_it(read: Read, words: str) -> None:
    record = read(f"{words.format('Polres Blora')} mantan Wakapolres Rembang, AKBP Ani Wijaya.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    held = [(names[posting["person"]], posting["post"]) for posting in record["postings"]]
    assert ("Ani Wijaya", "Kapolres Blora") in held


def test_a_seat_in_a_house_is_not_its_head(read: Read) -> None:
    assert read("Kursi DPRD Blora diisi Ani Wijaya.")["postings"] == []


@pytest.mark.parametrize("degrees", [", S.Hub.Int.,", ",S.Hub.Int.,M.H.I.,", ", S.IP., M.Si.,"])
def test_the_commander_of_a_task_force_of_a_battalion_has_his_post_there(read: Read, degrees: str) -> None:
    record = read(
        f"Letkol Inf Budi Santoso{degrees} selaku Dansatgas Yonif 410/Alugoro hadir dalam apel, Kamis (19/9/2024)."
    )
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [names[posting["person"]] for posting in record["postings"]] == ["Budi Santoso"]
