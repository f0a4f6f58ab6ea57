"""Targets behind the first door: an article's text, records, decisions, statements."""

from __future__ import annotations

import io
import json
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.model import Article
from kg.records import Record
from tests.fuzz.material import articles, clauses, news
from tests.fuzz.mutation import fresh_news, json_changes, text_changes
from tests.fuzz.target import Act, Target

if TYPE_CHECKING:
    from kg.linking.words import Words


def _start_article() -> Act:
    """An article's text through body, extraction and terms; every quote is checked, and the record as well."""
    from kg.pipeline.extraction import Extraction
    from kg.reading.decoding import storable
    from kg.record_checks import check_record
    from kg.records import to_line

    extraction = Extraction()

    def act(data: bytes) -> object:
        text = storable(data.decode("utf-8", "surrogateescape"))[0]
        head = text.partition("\n")[0]
        title = head[:80] if len(head) % 3 == 0 else None
        article = Article("x", text, title=title, published=None if len(text) % 3 == 0 else "2024-09-20")
        record = json.loads(to_line(extraction.record(article)).encode())
        return check_record(record, "x")

    return act


def _news() -> list[bytes]:
    made = (text for seed in range(10) for text in (news(Random(seed), 500), clauses(Random(seed))))
    return [text.encode() for text in (*articles(), *made)]


@cache
def records() -> tuple[Record, ...]:
    """The records of five sample articles, two of them of one event, cut short."""
    from kg.pipeline.extraction import Extraction

    extraction = Extraction()
    return tuple(extraction.record(Article(f"a{n}", text[:400])) for n, text in enumerate(articles()[:5]))


def _record_lines() -> list[bytes]:
    lines = [json.dumps(record).encode() for record in records()]
    linked = [json.dumps(record).encode() for record in _linked()]
    return [*lines, b"\n".join(lines[:2]), *linked[:2]]


def _linked() -> list[Record]:
    from kg.linking.link import link

    return link(records())


def _few_words() -> Words:
    """What linking knows, but for most of the common names: they only take time."""
    from kg.linking.words import default_words

    words = default_words()
    return replace(words, common=frozenset(sorted(words.common)[::50]))


def _start_records() -> Act:
    """Lines as `kg link` and `kg export` take them: linked, collected, written as statements and Turtle, read again."""
    from kg.export.turtle import write_turtle
    from kg.graph.knowledge_base import from_lines, from_records, to_lines
    from kg.linking.link import link
    from kg.record_checks import read_records

    words = _few_words()

    def act(data: bytes) -> object:
        given = list(read_records(data.decode("utf-8", "replace").split("\n")))
        for found in (link(given, words=words), given):
            base = from_records(found)
            lines = list(to_lines(base))
            try:
                again = list(to_lines(from_lines(lines)))
            except KGError as error:
                raise AssertionError("statements that were written can't be read") from error
            if again != lines:
                raise AssertionError("statements do not come back as they were")
            write_turtle(base, io.BytesIO())
        return None

    return act


def _start_decisions() -> Act:
    """A file of decisions, and linking under them."""
    from kg.linking.decisions import read_decisions
    from kg.linking.link import link

    path = Path(tempfile.mkdtemp(prefix="kg-fuzz-")) / "decisions.csv"
    given, words = records()[:2], _few_words()

    def act(data: bytes) -> object:
        path.write_bytes(data)
        decisions = read_decisions(path)
        return link(given, decisions=decisions, words=words) if decisions else None

    return act


def _references() -> list[str]:
    ids = [entity["id"] for record in _linked()[:2] for entity in record["entities"]]
    named = [f"{r['article']}#{e['name']}" for r in records()[:2] for e in r["entities"]]
    events = [event["id"] for record in _linked()[:2] for event in record["events"]]
    return sorted({*ids, *named, *events})


def _decisions() -> list[bytes]:
    head = "decision,left,right,who,when,why\n"
    names = _references()
    rows = [
        f"{kind},{names[(3 * n) % len(names)]},{names[(5 * n + 1) % len(names)]},me,2024-09-19,because"
        for n, kind in enumerate(("same", "different", "rename", "not-an-entity", "wrong-claim", "same", "different"))
    ]
    return [(head + "\n".join(rows[:count])).encode() for count in range(len(rows) + 1)]


def _decision_signs() -> list[str]:
    return [
        *_references(),
        "same,",
        "different,",
        "rename,",
        "not-an-entity,",
        "wrong-claim,",
        ",",
        '"',
        "\n",
        "# ",
        "\r",
    ]


def _change_decisions(data: bytes, random: Random) -> bytes:
    return text_changes(_decision_signs_once())(data, random)


@cache
def _decision_signs_once() -> tuple[str, ...]:
    return tuple(_decision_signs())


def _start_statements() -> Act:
    """`statements.jsonl` as every command reads it, then what commands make of it."""
    from kg.export.graphml import write_graphml
    from kg.export.turtle import write_turtle
    from kg.graph.knowledge_base import to_lines
    from kg.graph.loading import load_base
    from kg.graph.questions import questions

    path = Path(tempfile.mkdtemp(prefix="kg-fuzz-")) / "statements.jsonl"

    def act(data: bytes) -> object:
        path.write_bytes(data)
        base = load_base(path)
        for line in to_lines(base):
            line.encode()
        write_turtle(base, io.BytesIO())
        write_graphml(base, io.BytesIO())
        return questions(base)

    return act


def _statements() -> list[bytes]:
    """A small graph of every kind of node, and slices of a large one."""
    from kg.graph.knowledge_base import from_records, to_lines

    lines = [line.encode() for line in to_lines(from_records(_linked()))]
    by_kind: dict[str, list[bytes]] = {}
    for line in lines:
        by_kind.setdefault(json.loads(line)["node"], []).append(line)
    one_each = b"\n".join(found[0] for found in by_kind.values())
    small = [line.encode() for line in to_lines(from_records(_linked()[:1]))]
    return [one_each, b"\n".join(small), *(found[-1] for found in by_kind.values())]


TARGETS = (
    Target(
        "article",
        "body, extraction and terms of any text",
        _start_article,
        _news,
        text_changes(fresh=fresh_news, share=0.4),
        700,
    ),
    Target("records", "linking, collecting and exporting records", _start_records, _record_lines, json_changes, 20_000),
    Target("decisions", "human decisions, and linking under them", _start_decisions, _decisions, _change_decisions),
    Target("statements", "the graph that commands read", _start_statements, _statements, json_changes, 20_000),
)
