"""Who is named with whom: one line a pair, whatever tells of it, and the co-occurrences in it."""

from __future__ import annotations

import itertools
import json
from typing import cast

from kg.graph.fields import reader_of
from kg.graph.knowledge_base import from_records
from kg.graph.pairs import Pair, add_meetings, add_pairs, checked, co_occurrences, line_of
from kg.model import CoOccurrence
from kg.records import Record

A, B, C = "person/a", 'person/"b"', "institution/c"


def record(article: str, *pairs: tuple[str, str, str, int]) -> Record:
    told = [{"between": [left, right], "scope": scope, "count": count} for left, right, scope, count in pairs]
    return cast("Record", {"article": article, "entities": [{"id": A}, {"id": B}], "cooccurrences": told})


FIRST = record("1", (A, B, "article", 2), (B, A, "paragraph", 1), (B, A, "sentence", 1), (A, C, "article", 1))
SECOND = record("2\t", (B, A, "article", 3), (A, A, "article", 5), (A, B, "event", 7))
EVENT = [("event/x", [f"p{json.dumps(A)}", f"p{json.dumps(B)}", 'r"2\\t"', 'r"3"'])]


def lines(*records: Record) -> list[str]:
    rows: dict[str, list[str]] = {}

    def row(key: str, value: str) -> None:
        rows.setdefault(key, []).append(value)

    for told in records:
        add_pairs(told["article"], told["cooccurrences"], row)
    add_meetings(iter(EVENT), row)
    return [line_of(key, sorted(values)) for key, values in sorted(rows.items())]


def test_a_line_has_all_scopes_of_a_pair() -> None:
    (line,) = [line for line in lines(FIRST, SECOND) if json.loads(line)["between"] == [B, A]]
    value = json.loads(line)
    assert value.pop("node") == "cooccurrence"
    found = co_occurrences(reader_of(Pair)(line.encode()))
    assert found == checked(value)
    assert [pair.between for pair in found] == [(B, A)] * 4
    assert [(pair.scope, pair.count, pair.articles, pair.events) for pair in found] == [
        ("article", 5, ("1", "2\t"), ()),
        ("event", 1, ("2\t", "3"), ("event/x",)),
        ("paragraph", 1, ("1",), ()),
        ("sentence", 1, ("1",), ()),
    ]
    key = found[0].id.removesuffix("-article")
    assert [pair.id for pair in found] == [f"{key}-{pair.scope}" for pair in found]


def test_the_order_of_articles_changes_nothing() -> None:
    for order in itertools.permutations((FIRST, SECOND, record("3", (C, B, "sentence", 1)))):
        assert lines(*order) == lines(FIRST, SECOND, record("3", (C, B, "sentence", 1)))


def test_ids_are_in_order_within_a_line_and_from_line_to_line() -> None:
    ids = [one["id"] for line in lines(FIRST, SECOND) for one in json.loads(line)["scopes"]]
    assert ids == sorted(ids)
    assert len(set(ids)) == 5


def test_an_event_of_one_article_is_told_with_its_pairs_or_by_itself() -> None:
    alone = [("event/y", [C, A, B, A]), ("event/z", [B, C])]
    given: list[str] = []
    apart: list[str] = []
    for rows, met in ((given, alone), (apart, [])):
        found: dict[str, list[str]] = {}
        for told in (FIRST, SECOND):
            events = met if told is FIRST else ()
            add_pairs(
                told["article"],
                told["cooccurrences"],
                lambda k, v, f=found: f.setdefault(k, []).append(v),
                None,
                events,
            )
        values = [(event, ['r"1"', *(f"p{json.dumps(who)}" for who in there)]) for event, there in alone if not met]
        add_meetings(iter([*EVENT, *values]), lambda k, v, f=found: f.setdefault(k, []).append(v))
        rows += [line_of(key, sorted(values)) for key, values in sorted(found.items())]
    assert given == apart
    assert sum("event/z" in line for line in given) == 1
    assert sum("event/y" in line for line in given) == 3


def test_what_is_not_told_in_a_scope_is_none_there() -> None:
    given = {"title": None, "published": None, "postings": [], "events": []}
    people = [
        {"id": one, "class": "Person", "type": None, "name": one, "aliases": [], "region": None, "mentions": []}
        for one in (A, B)
    ]
    base = from_records([cast("Record", {**record("1", (A, B, "sentence", 1)), **given, "entities": people})])
    (pair,) = base.cooccurrences.values()
    assert pair == CoOccurrence(pair.id, (B, A), "sentence", 1, ("1",))
