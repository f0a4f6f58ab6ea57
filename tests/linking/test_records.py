"""Lines from outside: what is wrong with one is said with its place, never met as a crash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KGError, RecordError
from kg.graph.knowledge_base import from_records, to_lines
from kg.linking.link import link
from kg.record_checks import read_records
from kg.records import to_line

from .builders import body, event, officer, posting, record


def whole() -> dict[str, Any]:
    police = body("Polres", "51.05")
    return json.loads(to_line(record("a", police, events=(event(police, day="2024-08-30"),))))  # type: ignore[no-any-return]


def broken(path: list[str | int], value: Any) -> str:
    made = whole() | {
        "postings": json.loads(to_line(officer("a", "Arthur", "Polres", "51.05", "2024-08-30")))["postings"]
    }
    made["entities"] += json.loads(to_line(officer("a", "Arthur", "Polres", "51.05", "2024-08-30")))["entities"][1:]
    at: Any = made
    for step in path[:-1]:
        at = at[step]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return json.dumps(made)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["entities"], ..., "'entities' is missing"),
        (["entities", 0], 5, "is not an object"),
        (["entities", 0, "name"], ..., "'name' of one of 'entities' is missing"),
        (["entities", 0, "region"], 51.05, "'region' of one of 'entities' is 51.05"),
        (["entities", 0, "mentions", 0, "start"], "0", "'start' of one of 'mentions'"),
        (["entities", 1, "id"], "i-polres-51.05", "is the id of two of its entities"),
        (["postings", 0, "person"], "nobody", "'nobody' is the id of no entity"),
        (["postings", 0, "confidence"], True, "'confidence' of one of 'postings'"),
        (["postings", 0, "evidence"], ..., "'evidence' of one of 'postings' is missing"),
        (["postings", 0, "seen"], "2024-02-31", "not a day"),
        (["events", 0, "date"], "30 Agustus 2024", "not a day"),
        (["events", 0, "participations", 0, "participant"], "x", "'x' is the id of no entity"),
        (["published"], "yesterday", "not a day"),
        (["article"], "a\tb", "is no id"),
        (["postings", 0, "confidence"], float("nan"), "'confidence' of one of 'postings' is nan"),
        (["postings", 0, "evidence", "prefix"], None, "'prefix' of one of 'evidence' is None"),
        (["entities", 0, "mentions", 0, "start"], 10**20, "'start' of one of 'mentions'"),
        (["source"], {"fingerprint": [1 << 64]}, "is in a fingerprint"),
        (["article"], "", "is no id"),
        (["source"], {"fingerprint": [1, None]}, "is in a fingerprint"),
        (["cooccurrences"], [{"between": [], "scope": "sentence", "count": 1}], "is no pair"),
        (["cooccurrences"], [{"between": ["i-polres-51.05"] * 2, "scope": "page", "count": 1}], "'scope' of one of"),
        (["entities", 0, "class"], "Circus", "'class' of one of 'entities' is 'Circus'"),
        (["events", 0, "type"], "party", "'type' of one of 'events' is 'party'"),
        (["events", 0, "status"], "", "'status' of one of 'events' is ''"),
        (["events", 0, "participations", 0, "role"], "", "'role' of one of 'participations' is ''"),
        (["entities", 0, "mentions", 0, "start"], -1, "'start' of one of 'mentions' is -1"),
        (["entities", 0, "mentions", 0, "end"], 0, r"\[0, 0\) in 'mentions' is no span"),
        (["postings", 0, "evidence", "end"], 3, r"\[10, 3\) in 'evidence' is no span"),
        (["postings", 0, "confidence"], 1.5, "'confidence' of one of 'postings' is 1.5"),
        (["events", 0, "participations", 0, "confidence"], -0.1, "'confidence' of one of 'participations' is -0.1"),
        (["events", 0, "participations", 0, "on_behalf_of"], "x", "'x' is the id of no entity"),
        (["cooccurrences"], [{"between": ["i-polres-51.05"] * 2, "scope": "article", "count": 0}], "'count' of one of"),
        (["cooccurrences"], [{"between": [["x"]], "scope": "sentence", "count": 1}], "is the id of no entity"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(path: list[str | int], value: Any, said: str) -> None:
    with pytest.raises(RecordError, match=said) as caught:
        list(read_records(["", broken(path, value)], "in.jsonl"))
    assert caught.value.where == "in.jsonl:2"


def test_what_may_be_missing_is_filled_in() -> None:
    line = {
        "article": "a", "entities": [{"id": "e1", "class": "Person", "name": "Arthur", "mentions": []}], "postings": [],
        "events": [{"id": "v1", "type": "meeting", "participations": []}], "cooccurrences": [], "issues": [],
    }  # fmt: skip
    base = from_records(link(read_records([json.dumps(line)])))
    assert [e.name for e in base.entities.values()] == ["Arthur"]


VALUES = st.sampled_from(["x", "", None, 0, -1, 1e9, True, [], {}, "2024-08-30", "\x00", "\ud800", "i-polres-51.05"])
PATHS = st.sampled_from([
    ("article",), ("published",), ("entities",), ("entities", 0), ("entities", 0, "id"), ("entities", 0, "class"),
    ("entities", 0, "name"), ("entities", 0, "aliases"), ("entities", 0, "mentions"), ("entities", 0, "unit"),
    ("entities", 0, "candidates"), ("entities", 1, "ranks"), ("postings", 0, "person"), ("postings", 0, "post"),
    ("postings", 0, "rank"), ("postings", 0, "role"), ("postings", 0, "seen"), ("postings", 0, "start"),
    ("events", 0, "name"), ("events", 0, "region"), ("events", 0, "date"), ("events", 0, "precision"), ("source",),
    ("source", "fingerprint"), ("source", "copy_of"), ("cooccurrences",), ("issues",),
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PATHS, VALUES)
def test_a_damaged_line_is_linked_or_refused(path: tuple[str | int, ...], value: Any) -> None:
    try:
        records = list(read_records([broken(list(path), value)], "in.jsonl"))
        list(to_lines(from_records(link(records))))
    except KGError as error:
        assert error.where


def test_posting_of_builders_is_whole() -> None:
    assert (
        posting(officer("a", "A B", "KPU", "51.05", "2024-01-01")["entities"][1], body("KPU", "51.05"), None)["seen"]
        is None
    )  # type: ignore[arg-type]
