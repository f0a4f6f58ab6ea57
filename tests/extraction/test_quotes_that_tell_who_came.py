"""Who was at an event by what somebody says of it in a quote, and lists that begin behind a short line."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = (
    "BLORA - Komandan Koramil 0721-02/Cepu Kapten Inf Ari Wibowo mengikuti rapat koordinasi di Blora, "
    "Kamis (19/9/2024)."
)


@pytest.mark.parametrize(
    ("said", "came"),
    [
        ("Hadir dalam rapat ini Kepala Kesbangpol, Dandim, dan Kapolres", {"Kodim 0721/Blora", "Polres Blora"}),
        ("Yang hadir dalam kegiatan rapat ini adalah Dandim dan Kapolres", {"Kodim 0721/Blora", "Polres Blora"}),
        ("Kami selalu hadir dalam rapat bersama Dandim dan Kapolres", set()),
        ("Diharapkan hadir dalam rapat ini Dandim dan Kapolres", set()),
    ],
)
def test_a_quote_that_points_at_the_event_behind_the_word_tells_who_came(read: Read, said: str, came: set[str]) -> None:
    record = read(f"{LEAD}\n\n“{said},” kata Kapten Ari Wibowo.")
    assert {name for name, _ in parts_of(record)} & {"Kodim 0721/Blora", "Polres Blora"} == came
    assert {entity["name"] for entity in record["entities"]} & {"Kodim 0721/Blora", "Polres Blora"} == came


@pytest.mark.parametrize(
    "list_",
    [
        "Hadir dalam kegiatan tersebut,\nmewakili Kapolres Blora AKP Budi Hartono, mewakili Dandim 0721/Blora Kapten "
        "Inf Eko Susanto, Ketua KPU Blora Fajar Setiawan, Pasangan Calon\nIr. Gita Lestari – Hendra Gunawan, SE.",
        "Hadir dalam kegiatan tersebut, mewakili Kapolres Blora AKP Budi Hartono, mewakili Dandim 0721/Blora Kapten "
        "Inf Eko Susanto, Ketua KPU Blora Fajar Setiawan, Pasangan Calon Ir. Gita Lestari – Hendra Gunawan, SE.",
    ],
)
def test_a_short_line_with_a_comma_goes_on_in_the_next_and_its_first_member_came_for_somebody(
    read: Read, list_: str
) -> None:
    record = read(f"BLORA - Bawaslu Blora menggelar deklarasi damai, Kamis (19/9/2024).\n\n{list_}")
    came = {"Budi Hartono", "Polres Blora", "Kodim 0721/Blora", "Eko Susanto", "Fajar Setiawan", "Gita Lestari"}
    assert came <= {name for name, _ in parts_of(record)}
    assert "Kapolres Blora" not in {posting["post"] for posting in record["postings"]}


def test_whoever_came_may_be_told_behind_the_chief(read: Read) -> None:
    record = read(
        "BLORA - Bawaslu Blora menggelar rapat, Kamis (19/9/2024).\n\n"
        "Hadir dalam rapat itu, mewakili Kapolres Blora AKBP Budi Hartono, Kabag Ops Polres Blora Kompol Eko Susanto."
    )
    assert ("Eko Susanto", "attended") in parts_of(record)
    assert "Kapolres Blora" in {posting["post"] for posting in record["postings"]}


def test_a_sentence_that_a_line_cuts_before_a_verb_goes_on(read: Read) -> None:
    record = read(
        "BLORA - Bawaslu Blora menggelar rapat, Kamis (19/9/2024). Rapat dipimpin Ketua Bawaslu Blora Ani Wijaya.\n\n"
        "Ketua KPU Blora Fajar Setiawan bersama Kapolres dan Kepala Kejaksaan Negeri\n"
        "menghadiri rapat koordinasi itu."
    )
    assert {("Fajar Setiawan", "attended"), ("Kejaksaan Negeri Blora", "attended")} <= parts_of(record)


@pytest.mark.parametrize("title", ["sdr.", "Sdr.", "sdri.", "Bpk"])
def test_a_short_form_of_address_may_be_written_small(read: Read, title: str) -> None:
    record = read(f"BLORA - Rapat dihadiri Ketua Bawaslu Blora {title} Dimas Prakoso, SH, Kamis (19/9/2024).")
    assert [posting["post"] for posting in record["postings"]] == ["Ketua Bawaslu Blora"]
