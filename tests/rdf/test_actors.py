"""Actors and their ties for Gephi: the figures of `kg stats`, in GraphML that others read."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.export.actors import write_actors
from kg.graph.network import projection
from tests.rdf.builders import HOSTILE, hostile_base
from tests.statistics.bases import article, base, body, event, part, person, together


def graph_of(known, graph="participation") -> nx.Graph:
    out = io.BytesIO()
    write_actors(known, out, graph)
    return nx.read_graphml(io.BytesIO(out.getvalue()))


@pytest.fixture
def known():
    people = [person(name) for name in "abc"]
    there = ("a", "1"), ("b", "1"), ("c", "1"), ("a", "2"), ("b", "2")
    held = [part(f"person/{who}", f"event/{what}") for who, what in there]
    return base(*people, body("p", region="51.05"), event("1"), event("2"), article("a1"), *held,
                together("institution/p", "person/c", ["a1"]))  # fmt: skip


def test_ties_have_the_weights_of_the_statistics_and_say_what_they_stand_for(known):
    found, expected = graph_of(known), projection(known)
    assert not found.is_directed()
    assert {frozenset(pair): data["weight"] for *pair, data in found.edges(data=True)} == {
        frozenset(pair): data["weight"] for *pair, data in expected.edges(data=True)
    }
    assert found.edges["person/a", "person/b"] == {"weight": 1.5, "together": 2, "where": "event/1 | event/2"}
    assert found.nodes["person/a"]["label"] == "a"
    assert (found.nodes["person/a"]["seen"], found.nodes["person/a"]["degree"]) == (2, 2)
    assert found.nodes["person/a"]["strength"] == 2.0


def test_who_is_named_with_whom_is_a_graph_of_its_own(known):
    found = graph_of(known, "cooccurrence")
    assert found.has_edge("institution/p", "person/c")
    assert not graph_of(known).has_edge("institution/p", "person/c")
    assert found.edges["institution/p", "person/c"]["where"] == "a1"
    assert found.nodes["institution/p"]["region"] == "51.05"


def test_hostile_names_survive():
    found = graph_of(hostile_base())
    labels = {data["label"] for _, data in found.nodes(data=True)}
    assert labels & set(HOSTILE)
    assert labels <= {entity.name for entity in hostile_base().entities.values()}


def test_the_choice_of_ties_is_for_actors_only(tmp_path):
    done = CliRunner().invoke(main, ["export", "turtle", str(tmp_path), "--graph", "persons"])
    assert done.exit_code == 2
    assert "--graph is for actors" in done.output
