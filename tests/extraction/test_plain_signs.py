"""What stands for other signs changes nothing but the offsets; quotes stay as they are stored."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from itertools import pairwise
from textwrap import wrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.odd_signs import odd_signs
from kg.reading.plain_signs import in_plain_dress, in_plain_signs
from kg.records import Record

from .conftest import Read, parts_of

TEXT = (
    "Apel di Blora\n"
    "BLORA - Kapolres Blora AKBP Sarwendah Lukita memimpin apel gelar pasukan di halaman Mapolres Blora, "
    "Kamis (19/9/2024).\n"
    "Apel dihadiri Ketua KPU Kabupaten Blora Tumpal Wiratmaja."
)
BOLD = {ord(c): 0x1D5D4 + n for n, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
DRESSES: dict[str, Callable[[str], str]] = {
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "narrow blanks": lambda text: re.sub(r" (?=[A-Z])", "\u202f", text),
    "invisible before capitals": lambda text: re.sub(r"(?=[A-Z])", "\u200b", text),
    "invisible for a blank": lambda text: text.replace(" AKBP ", "\u200bAKBP\u200b"),
    "a mark of order and of direction": lambda text: "\ufeff\u200e" + text,
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{2})(?=[a-z]{2})", "\u00ad", text),
    "in bold": lambda text: text.translate(BOLD),
    "of full width": lambda text: text.translate(WIDE),
    "entities": lambda text: text.replace(" ", "&nbsp;").replace("(", "&#40;").replace(")", "&amp;#x29;"),
    "tags of paragraphs": lambda text: "".join(f"<p class='x'>{line}</p>\n" for line in text.split("\n")),
    "line breaks as tags": lambda text: text.replace("\n", "<br /><br>"),
    "line breaks as letters": lambda text: text.replace("\n", "\\n").replace("BLORA", "\\u0042LORA"),
    "words in bold": lambda text: text.replace("AKBP", "<b>AKBP</b>").replace("Blora", "<strong>Blora</strong>"),
    "a script and a comment": lambda text: text.replace("\n", "\n<script>x = '<p>Kapolda';</script><!-- Kapolri -->"),
    "marked down": lambda text: text.replace("AKBP", "**AKBP**").replace("Blora", "*Blora*").replace("apel", "_apel_"),
    "pictures": lambda text: "📍" + text.replace("\n", "\n✅ ").replace(" - ", " ➡️ - "),
    "blanks misread": lambda text: text.replace(" ", "Â\u00a0"),
    "dashes misread": lambda text: text.replace(" - ", " â€“ "),
}


def said(record: Record) -> Any:
    """What a record says, without where and in which signs."""
    people = {entity["id"]: entity["name"] for entity in record["entities"]}
    posts = {(people[p["person"]], p["post"], people[p["institution"]]) for p in record["postings"]}
    days = {(event["type"], event["date"]) for event in record["events"]}
    return set(people.values()), posts, parts_of(record), days


def quotes(record: Record) -> list[tuple[int, int, str]]:
    """Every stretch of text that a record shows."""
    evidence = [p["evidence"] for p in record["postings"]]
    evidence += [p["evidence"] for event in record["events"] for p in event["participations"]]
    shown = [(e["start"], e["end"], e["quote"]) for e in evidence]
    whole = [(e["start"] - len(e["prefix"]), e["end"], e["prefix"] + e["quote"]) for e in evidence]
    return shown + whole + [(m["start"], m["end"], m["text"]) for e in record["entities"] for m in e["mentions"]]


def bare(quote: str) -> str:
    """The words of a quote, also where only one of two marks around them stands in it."""
    plain = in_plain_signs(quote)
    return " ".join(re.sub("[*_]", "", plain.text if plain else quote).split())


def test_the_plain_text_is_understood(read: Read) -> None:
    names, posts, parts, days = said(read(TEXT))
    assert {"Sarwendah Lukita", "Tumpal Wiratmaja"} <= names
    assert ("Sarwendah Lukita", "Kapolres Blora", "Polres Blora") in posts
    assert ("Sarwendah Lukita", "led") in parts
    assert days == {("ceremony", "2024-09-19")}


@pytest.mark.parametrize("dress", DRESSES)
def test_the_same_is_said_in_other_signs(read: Read, dress: str) -> None:
    text = DRESSES[dress](TEXT)
    assert text != TEXT
    record, plainly = read(text), read(TEXT)
    assert said(record) == said(plainly)
    assert quotes(record)
    for start, end, quote in quotes(record):
        assert text[start:end] == quote
    assert [bare(quote) for _, _, quote in quotes(record)] == [quote for _, _, quote in quotes(plainly)]
    assert record["source"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_title_given_apart_is_read_in_plain_signs_as_well(read: Read) -> None:
    title = "Kapolres\u00a0Blora Pimpin\u200b Apel"
    assert read(f"{title}\n{TEXT}", title=title)["title"] == "Kapolres Blora Pimpin Apel"


@pytest.mark.parametrize(
    "text",
    [
        "Panitia membeli 3 * 4 lembar & 5_6 kursi <baru> di C:\\rumah.",
        "Ia menulis *) sebagai tanda, a_b_c@contoh.id, 5 < 6 dan 7 > 6, serta R&D;",
        "* butir satu\n* butir dua",
        "Château di Sâo tak ada di sini.",
        "Berkas D:\\nota dan C:\\tugas ada di komputer, kata dia pada wartawan.",
        "Hasilnya 2 *3 dan 4* 5.",
        "Suami-\nistri dan rata-\nrata, orang-\norang",
    ],
)
def test_what_is_meant_as_it_stands_stays(text: str) -> None:
    assert in_plain_signs(text) is None


def test_a_quote_misread_is_a_quote() -> None:
    read = in_plain_signs("â€œAmanâ€\x9d, kata dia. â€œTertibâ€ dan â€˜damaiâ€™ â€” semuaÂ baik")
    assert read is not None
    assert read.text == "“Aman”, kata dia. “Tertib” dan ‘damai’ — semua baik"


def test_a_script_that_does_not_end_hides_nothing() -> None:
    read = in_plain_signs("Satu <script>dua <p>tiga</p> <b>empat</b> </style>lima")
    assert read is not None
    assert read.text.split() == ["Satu", "dua", "tiga", "empat", "lima"]
    read = in_plain_signs("Satu <script>dua</script> tiga <script>empat</script> lima <script>enam")
    assert read is not None
    assert read.text.split() == ["Satu", "tiga", "lima", "enam"]


PIECES = [
    "a",
    "Z",
    " ",
    ".",
    "\n",
    "\u00a0",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\U0001d5d4",
    "\uff21",
    "&nbsp;",
    "&",
    "<p>",
]
PIECES += ["<b>", "<", "a-\n", "✅", "<script>", "</script>", "**", "_", "\\n", "\\u0041", "â€œ", "â", "Â"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_stretch_leads_back_to_what_it_was_made_of(stored: str) -> None:
    read = in_plain_signs(stored)
    if read is None:
        assert not odd_signs(stored)
        return
    meant = {(odd.start, odd.end): odd.sign for odd in odd_signs(stored)}
    places = [read.stored(at, at + 1) for at in range(len(read.text))]
    assert read.text == "".join(meant.get(place) or in_plain_dress(stored[slice(*place)]) for place in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    for at, (one, other) in enumerate(pairwise(places)):
        assert read.stored(at, at + 2) == (one[0], other[1])


def test_a_blank_line_between_all_lines_tells_nothing(read: Read) -> None:
    lines = (
        "BLORA - Rapat koordinasi digelar KPU Kabupaten Blora, Kamis (19/9/2024). Hadir dalam rapat tersebut:",
        "1. Kapolres Blora AKBP Sarwendah Lukita",
        "2. Dandim 0721/Blora Letkol Inf Wiranto Sagala",
        "Rapat berakhir sore hari.",
    )
    assert said(read("\n\n".join(lines))) == said(read("\n".join(lines)))
    assert ("Wiranto Sagala", "attended") in parts_of(read("\n\n".join(lines)))


def test_blank_lines_between_all_paragraphs_tell_nothing_where_lines_are_wrapped(read: Read) -> None:
    lead = "BLORA - Rapat koordinasi persiapan pemungutan suara digelar KPU Kabupaten Blora di aula kantornya, "
    lead += "Kamis (19/9/2024), dengan semua petugas dari kecamatan. Hadir dalam rapat tersebut:"
    lines = (
        "\n".join(wrap(lead, 60)),
        "1. Kapolres Blora AKBP Sarwendah Lukita",
        "2. Dandim 0721/Blora Letkol Inf Wiranto Sagala",
        "Rapat berakhir sore hari.",
    )
    assert ("Wiranto Sagala", "attended") in parts_of(read("\n\n".join(lines)))


def test_words_that_the_ends_of_lines_part_are_whole(read: Read) -> None:
    lines = (
        "BLORA - Komisi Pemilihan Umum Kabupaten Blora meng-",
        "gelar rapat koordinasi persiapan pemungutan suara di",
        "aula kantornya, Kamis (19/9/2024). Rapat dibuka Ketua",
        "KPU Kabupaten Blora Sarwendah Lukita dan dihadiri Kapol-",
        "res Blora AKBP Wiranto Sagala serta Camat Cepu Tum-",
        "pal Wiratmaja. Semua pihak rata-rata siap bekerja.",
    )
    record = read("\n".join(lines))
    assert {("Wiranto Sagala", "attended"), ("Tumpal Wiratmaja", "attended")} <= parts_of(record)
    quoted = {mention["text"] for entity in record["entities"] for mention in entity["mentions"]}
    assert "Tum-\npal Wiratmaja" in quoted
