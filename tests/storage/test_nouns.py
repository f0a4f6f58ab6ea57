"""A row of a noun is what the noun itself is written as: all of its fields, in their order."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kg.graph.fields import reader_of
from kg.graph.knowledge_base import KINDS, node_value
from kg.graph.nouns import nouns_of
from kg.pipeline.extraction import Extraction
from kg.records import Record
from kg.wire import dumps

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    extraction = Extraction()
    return list(extraction.records(extraction.articles([SEEDS])))


def test_a_row_has_the_fields_of_its_noun(records: list[Record]) -> None:
    told = set()
    for record in records:
        for kind, noun in nouns_of(record):
            told.add(kind)
            assert list(noun) == [field.name for field in fields(KINDS[kind])]
            row = dumps(noun).decode()
            assert node_value(reader_of(KINDS[kind])(row)) == row
    assert told == {"article", "entity", "post", "posting", "event", "participation"}
