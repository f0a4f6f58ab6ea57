"""The page of an entity: who is named beside it by how often, and nothing twice."""

from __future__ import annotations

import io
import json

import pyoxigraph as ox

from kg.export.turtle import write_turtle
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.terms import DEFAULT_BASE
from kg.model import CoOccurrence, Entity
from kg.serving.entities import page_of
from tests.rdf.builders import plain_base


def _page(base: KnowledgeBase, local: str) -> dict:
    out = io.BytesIO()
    write_turtle(base, out)
    store = ox.Store()
    store.load(out.getvalue(), format=ox.RdfFormat.TURTLE)
    status, _, body = page_of(store, ox.NamedNode(DEFAULT_BASE + local))
    assert status == 200
    return json.loads(body)


def test_who_is_named_beside_a_thing_stands_by_how_often():
    people = {f"person/{name}": Entity(f"person/{name}", "Person", None, name) for name in ("a", "b", "c", "d")}
    counts = {"b": ("article", 1), "c": ("article", 3), "d": ("sentence", 9)}
    named = [
        CoOccurrence(f"cooccurrence/{n}", ("person/a", f"person/{other}"), scope, count, ("x",))
        for n, (other, (scope, count)) in enumerate(counts.items())
    ]
    page = _page(KnowledgeBase(entities=people, cooccurrences={one.id: one for one in named}), "person/a")
    assert [(row["text"], row["article"], row["sentence"]) for row in page["together"]] == [
        ("c", 3, 0),
        ("b", 1, 0),
        ("d", 0, 9),
    ]
    assert page["company"] == 3
    assert not [row for row in [*page["facts"], *page["named"]] if row["name"] in ("between", "coOccursWith")]


def test_a_claim_tells_its_role_and_is_not_listed_again():
    page = _page(plain_base(), "institution/polres-51.05")
    assert "peserta · attendee" in {claim["role"] for claim in page["claims"]}
    assert not [row for row in page["named"] if "/claim/" in row["iri"]]
