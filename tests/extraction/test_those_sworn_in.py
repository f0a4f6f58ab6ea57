"""Reports of handovers and inaugurations: lists of those sworn in, posts left, terms, empty seats and whole regions."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of, posts_with_days

LEAD = "BLORA - Bupati Blora Ani Wijaya melantik pejabat di Pendopo Blora, Selasa (24/9/2024). "
COUNCIL = "BLORA - DPRD Kabupaten Blora menggelar rapat paripurna di Blora, Selasa (24/9/2024). "


def _posts(read: Read, text: str) -> set[tuple[str, str, bool]]:
    return {(name, post, former) for name, post, former, *_ in posts_with_days(read, text)}


@pytest.mark.parametrize("mark", ["- ", "1. "])
def test_whom_a_list_gives_a_post_was_there(read: Read, mark: str) -> None:
    line = "Budi Santoso yang sebelumnya menjabat Camat Cepu, kini pindah menjadi Camat Jepon."
    assert ("Budi Santoso", "attended") in parts_of(read(f"{LEAD}Dua camat bergeser.\n{mark}{line}"))
    assert ("Budi Santoso", "attended") not in parts_of(read(LEAD + line))


def test_mover_whose_post_is_taken_over_is_there(read: Read) -> None:
    text = f"{LEAD}Budi Santoso bergeser dari Camat Cepu menjadi Camat Jepon, posisinya digantikan Rudi Hartono."
    assert {("Budi Santoso", "Camat Jepon", False), ("Rudi Hartono", "Camat Cepu", False)} <= _posts(read, text)
    assert ("Budi Santoso", "attended") in parts_of(read(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Posisi Budi di Polres Blora digantikan dengan AKBP Rudi Hartono.",
        "Jabatan Budi Santoso digantikan oleh AKBP Rudi Hartono.",
    ],
)
def test_post_of_whom_the_sentence_before_tells(read: Read, sentence: str) -> None:
    moved = "AKBP Budi Santoso, dari Kapolres Blora, menjadi Wadirlantas Polda Jambi. "
    assert ("Rudi Hartono", "Kapolres Blora", False) in _posts(read, moved + sentence)


def test_post_of_somebody_else_passes_to_nobody(read: Read) -> None:
    text = "AKBP Budi Santoso, Kapolres Blora, hadir. Jabatan Darmi digantikan AKBP Rudi Hartono."
    assert not {post for name, post, _ in _posts(read, text) if name == "Rudi Hartono"}


def test_last_day_of_a_term_is_no_day_of_an_event(read: Read) -> None:
    text = (
        f"{LEAD}Pada kesempatan tersebut, Bupati Ani juga menyerahkan tugas sebagai Bupati kepada Wakil Bupati "
        "Budi Santoso, yang ditunjuk sebagai Plt Bupati Blora oleh Mendagri hingga 25 Mei 2025."
    )
    assert {event["date"] for event in read(text, published=None)["events"]} == {"2024-09-24"}


def test_owner_takes_no_part(read: Read) -> None:
    text = "BLORA - Sidang perkara korupsi bagi-bagi tanah milik Pemkab Pati digelar di PN Blora, Selasa (24/9/2024)."
    assert "Pemerintah Kabupaten Pati" not in {name for name, _ in parts_of(read(text))}


def test_those_of_a_whole_region_are_no_single_body(read: Read) -> None:
    text = (
        "Bawaslu Blora melantik anggota Panwascam se-Kabupaten Blora di Blora, Selasa (24/9/2024). Hadir Camat Cepu "
        "Budi Santoso. Anggota Panwascam bersumpah. Bawaslu Blora memimpin pengambilan sumpah anggota Panwascam."
    )
    assert "ElectionSupervisor" in {entity["class"] for entity in read(text)["entities"]}
    assert not [e["name"] for e in read(text)["entities"] if e["name"].startswith("Panwaslu Kecamatan")]
    one = text.replace("Hadir", "Hadir Panwascam Cepu dan")
    assert [e["name"] for e in read(one)["entities"] if e["name"].startswith("Panwaslu Kecamatan")]


@pytest.mark.parametrize("village", ["Gedung Srimulyo", "Lapangan Sriwidadi"])
def test_village_that_is_called_after_a_building(read: Read, village: str) -> None:
    names = {entity["name"] for entity in read(f"{LEAD}Hadir Kades {village} dan para tokoh.")["entities"]}
    assert f"Pemerintah Desa {village}" in names


def test_holders_of_empty_seats_were_not_there(read: Read) -> None:
    text = f"{COUNCIL}Sementara kursi bagi Wakil Ketua I Budi Santoso dan Wakil Ketua II Rudi Hartono terlihat kosong."
    assert not {"Budi Santoso", "Rudi Hartono"} & {name for name, _ in parts_of(read(text))}


@pytest.mark.parametrize("present", ["yang terlihat hadir, hanya", "yang tampak hadir hanya", "yang turut hadir yakni"])
def test_members_who_were_seen_to_be_there(read: Read, present: str) -> None:
    text = f"{COUNCIL}Anggota DPRD {present} Budi Santoso (F PKB), Rudi Hartono (PAN)."
    assert {("Budi Santoso", "attended"), ("Rudi Hartono", "attended")} <= parts_of(read(text))
