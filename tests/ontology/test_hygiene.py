"""The shapes of hygiene.ttl over the whole ontology, and that they catch what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ontology_files import ontology_folder

rdflib = pytest.importorskip("rdflib")
pyshacl = pytest.importorskip("pyshacl")

WRONG = """
@prefix kg: <https://kg.example/ns#> .
@prefix kgc: <https://kg.example/concept/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def findings(*files: Path, more: str = "") -> list[str]:
    data = rdflib.Graph()
    for path in files:
        data.parse(path, format="turtle")
    if more:
        data.parse(data=WRONG + more, format="turtle")
    shapes = rdflib.Graph().parse(ontology_folder() / "hygiene.ttl", format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False)
    message = rdflib.URIRef("http://www.w3.org/ns/shacl#resultMessage")
    focus = rdflib.URIRef("http://www.w3.org/ns/shacl#focusNode")
    return sorted(f"{report.value(s, focus)} {o}" for s, o in report.subject_objects(message))


def test_the_ontology_is_clean() -> None:
    root = ontology_folder()
    files = [root / name for name in ("institutions.ttl", "posts.ttl", "ranks.ttl")] + sorted(
        (root / "kinds").glob("*")
    )
    assert findings(*files) == []


KIND = """kgc:a a skos:Concept ; skos:inScheme kgc:institution-types ; skos:prefLabel "A"@id ; kg:entityClass kg:Court ;
    kg:namedBy "open" ; kg:nameTemplate "A {name}" ; kg:level "open" ; kg:source "s" ; kg:confidence "c" """

POST = "kgc:p a skos:Concept ; skos:inScheme kgc:post-types ; skos:prefLabel 'P'@id ;"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (KIND + '; skos:prefLabel "B"@id ; skos:example "A" .', "one preferred label a language"),
        (KIND + '; skos:altLabel "A"@id ; skos:example "A" .', "a preferred label is no alternative label"),
        (KIND + "; skos:broader kgc:a ; skos:example 'A' .", "skos:broader makes no cycle"),
        (KIND + "; kg:parentType kgc:a ; skos:example 'A' .", "kg:parentType makes no cycle"),
        (KIND + ".", "a kind has an example"),
        (KIND.replace("kg:Court", "kg:Palace") + "; skos:example 'A' .", "classes of the graph"),
        (KIND + "; skos:example 'A' ." + KIND.replace("kgc:a ", "kgc:b ") + "; skos:example 'A' .", "two concepts"),
        (POST + " kg:rankOfPost 'boss' .", "head, deputy"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(more: str, message: str) -> None:
    found = findings(more=more)
    assert any(message in line or (message == "a kind has an example" and "concept/a" in line) for line in found), found
