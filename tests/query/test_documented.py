"""docs/queries.md names every question, and the question that it shows how to write works."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox

from kg.export.turtle import write_turtle
from kg.graph.catalogue import ask, load_catalogue, read_question
from kg.graph.sparql import open_engine
from kg.graph.store import Source
from tests.rdf.builders import plain_base

PAGE = (Path(__file__).parent.parent.parent / "docs" / "queries.md").read_text("utf-8")


def test_every_question_is_documented_with_its_parameters():
    for question in load_catalogue().values():
        (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{question.name}`")]
        assert all(f"`--{p.name}`" in line for p in question.parameters)
        assert question.about["en"] in line


def test_the_question_shown_there_works(tmp_path):
    path = tmp_path / "region-events.rq"
    path.write_text(PAGE.split("```sparql\n")[1].split("```")[0], "utf-8")
    out = io.BytesIO()
    write_turtle(plain_base(), out)
    engine = open_engine(Source("test", ox.RdfFormat.TURTLE, data=out.getvalue()))
    rows = ask(read_question(path), {"region": "Kabupaten Klungkung"}, engine).rows
    assert [row[0].value for row in rows] == ["Rapat Tim Terpadu"]
