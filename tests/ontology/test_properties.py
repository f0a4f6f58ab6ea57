"""Every property by which the ontology says something is declared, explained, and read by somebody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.ontology_files import ontology_folder

rdflib = pytest.importorskip("rdflib")
NS = "https://kg.example/ns#"
RDF, RDFS = rdflib.RDF, rdflib.RDFS
FOR_READERS = {"spokenAs"}  # says to whoever reads the ontology why a post has no label that is looked for


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted(ontology_folder().rglob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def test_every_property_in_use_is_declared_and_explained(graph: rdflib.Graph) -> None:
    used = {p for _, p, _ in graph if p.startswith(NS)}
    assert len(used) > 50
    explained = {
        s for s in graph.subjects(RDF.type) if (s, RDFS.label, None) in graph and (s, RDFS.comment, None) in graph
    }
    assert sorted(used - explained) == []


def test_every_property_of_the_lexicon_is_read_by_the_program(graph: rdflib.Graph) -> None:
    declared = rdflib.Graph().parse(ontology_folder() / "lexicon-terms.ttl", format="turtle")
    names = {s.removeprefix(NS) for s in declared.subjects(RDF.type, RDF.Property)}
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(kg.__file__).parent.rglob("*.py")))
    shapes = (ontology_folder() / "hygiene.ttl").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", code)) | set(re.findall(r"\w+", shapes))
    assert names - words == FOR_READERS
    assert {p.removeprefix(NS) for _, p, _ in graph} >= names  # and says something of something
