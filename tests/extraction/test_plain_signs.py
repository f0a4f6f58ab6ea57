"""Odd blanks, letters in bold and signs that nobody sees change nothing but the offsets; quotes stay as they stand."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.plain_signs import in_plain_signs
from kg.records import Record

from .conftest import Read, parts_of

TEXT = (
    "BLORA - Kapolres Blora AKBP Sarwendah Lukita memimpin apel gelar pasukan di halaman Mapolres Blora, "
    "Kamis (19/9/2024). Apel dihadiri Ketua KPU Kabupaten Blora Tumpal Wiratmaja."
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
    record = read(text)
    assert said(record) == said(read(TEXT))
    assert quotes(record)
    for start, end, quote in quotes(record):
        assert text[start:end] == quote
    assert record["source"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_title_given_apart_is_read_in_plain_signs_as_well(read: Read) -> None:
    title = "Kapolres\u00a0Blora Pimpin\u200b Apel"
    assert read(f"{title}\n{TEXT}", title=title)["title"] == "Kapolres Blora Pimpin Apel"


@given(st.text("aZ \u00a0\u200b\u00ad\u202f\ufeff\U0001d5d4\uff21.\n"))
def test_every_stretch_leads_back_to_what_it_was_made_of(stored: str) -> None:
    read = in_plain_signs(stored)
    if read is None:
        assert not re.search("[^aZ .\n]", stored)
        return
    assert in_plain_signs(read.text) is None
    last = 0
    for at, sign in enumerate(read.text):
        start, end = read.stored(at, at + 1)
        assert last <= start
        assert end == start + 1
        last = end
        again = in_plain_signs(stored[start])
        assert sign == (again.text if again else stored[start]) or (sign, stored[start]) == (" ", "\u200b")
