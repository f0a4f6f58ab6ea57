"""`statements.jsonl` from elsewhere: a line that is no statement is an error that names its place."""

from __future__ import annotations

import json

import pytest

from kg.errors import KGError, OutputError
from kg.graph.knowledge_base import from_lines, to_lines
from kg.graph.loading import load_base
from tests.rdf.builders import plain_base

LINES = list(to_lines(plain_base()))
IN_SCOPE = {"id": "cooccurrence/x-article", "scope": "article", "count": 1, "articles": [], "events": []}


def of(kind: str) -> dict:
    return next(value for line in LINES if (value := json.loads(line))["node"] == kind)


def test_what_was_written_is_read():
    assert list(to_lines(from_lines(LINES))) == LINES


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("entity", {"id": None}),
        ("entity", {"id": ["x"]}),
        ("entity", {"name": 7}),
        ("entity", {"cls": None}),
        ("entity", {"nil": 1}),
        ("entity", {"aliases": "x"}),
        ("entity", {"aliases": [None]}),
        ("entity", {"parents": [{"id": 1}]}),
        ("entity", {"parents": ["x"]}),
        ("entity", {"possible": [{"id": "x", "points": "many", "reason": ""}]}),
        ("entity", {"unheard": "of"}),
        ("posting", {"confidence": "0.9"}),
        ("posting", {"evidence": [{"article": "a", "start": "0", "end": 1, "quote": ""}]}),
        ("event", {"date": 20240830}),
        ("cooccurrence", {"between": ["one"]}),
        ("cooccurrence", {"count": 1}),
        ("cooccurrence", {"scopes": ["article"]}),
        ("cooccurrence", {"scopes": [IN_SCOPE | {"count": True}]}),
        ("cooccurrence", {"scopes": [IN_SCOPE | {"articles": [1]}]}),
        ("entity", {"node": "unheard"}),
        ("entity", {"node": []}),
        ("entity", {"name": "\ud800"}),
    ],
)
def test_a_field_of_another_type_is_named_with_its_line(kind, change):
    lines = [*LINES, json.dumps(of(kind) | change)]
    with pytest.raises(OutputError, match="not a statement") as caught:
        from_lines(lines, "s.jsonl")
    assert caught.value.where == f"s.jsonl:{len(lines)}"


@pytest.mark.parametrize("kind", ["entity", "post", "event"])
def test_what_names_something_that_is_not_there(kind):
    kept = [line for line in LINES if json.loads(line)["node"] != kind]
    with pytest.raises(OutputError, match="which is not in it"):
        from_lines(kept)


@pytest.mark.parametrize(
    "line", ['{"node":' * 100_000, "[" * 100_000, "null", "1", '{"node":"entity"}', "\x00", '{"node"']
)
def test_a_line_that_is_no_statement(line, tmp_path):
    (tmp_path / "statements.jsonl").write_text(f"{LINES[0]}\n{line}\n")
    with pytest.raises(KGError, match=r"statements\.jsonl:2"):
        load_base(tmp_path)


@pytest.mark.parametrize("first", [b'{"node":', b"{}", b"\xff"])
def test_a_folder_that_is_damaged_from_its_first_line_on_is_to_be_built_again(first, tmp_path):
    (tmp_path / "statements.jsonl").write_bytes(first + b"\n" + LINES[0].encode() + b"\n")
    for source in (tmp_path, tmp_path / "statements.jsonl"):
        with pytest.raises(KGError, match=r"statements\.jsonl:1: .*\nhint: build the folder again"):
            load_base(source)
