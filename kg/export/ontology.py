"""The ontology with its gazetteer → one Turtle file: vocabulary, concepts, regions, listed institutions, who is above.

With it, `org:subOrganizationOf+` gives the chain of command of every listed unit, named by an article or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.export.turtle import turtle, write_pieces
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.notation import Triple
from kg.graph.rdf import describe
from kg.graph.terms import DEFAULT_BASE
from kg.graph.triples import arrange
from kg.lexicon.gazetteer import Gazetteer
from kg.model import Entity, Region
from kg.ontology import Ontology
from kg.ontology_files import load_ontology


def write_ontology(target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None) -> None:
    """Write everything that is known before any article is read.

    Raises OntologyError when a file of the ontology is malformed.
    """
    found = ontology or load_ontology()
    listed = describe(_listed(Gazetteer.load(found)), base_iri=base_iri, ontology=found)
    told = ((subject, predicate, value) for subject, facts in listed.subjects() for predicate, value in facts)
    write_pieces(turtle(arrange(chain(_files(found), told), base_iri), base_iri), target)


def _files(ontology: Ontology) -> Iterator[Triple]:
    """The triples of the Turtle files; the shapes are left out, as they have blank nodes and are for checking only."""
    for path in sorted(ontology.root.rglob("*.ttl")):
        if path.name in ("shapes.ttl", "hygiene.ttl"):
            continue
        try:
            for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                    yield str(quad.subject), str(quad.predicate), str(quad.object)
        except SyntaxError as error:
            raise OntologyError(f"not Turtle: {error.msg}", where=str(path), hint="mend the syntax there") from None


def _listed(gazetteer: Gazetteer) -> KnowledgeBase:
    """The listed institutions and their regions as a knowledge base without claims."""
    entities: dict[str, Entity] = {}
    regions: dict[str, Region] = {}
    for unit in gazetteer.listed():
        identifier = f"institution/{unit.id}"
        entities[identifier] = Entity(
            id=identifier, cls=unit.cls, type=unit.type, name=unit.name, aliases=unit.aliases, region=unit.region,
            parents=unit.parents, unit=unit.id, context=True,
        )  # fmt: skip
        for region in _with_parents(gazetteer, unit.region):
            regions[region.id] = region
    return KnowledgeBase(entities=dict(sorted(entities.items())), regions=dict(sorted(regions.items())))


def _with_parents(gazetteer: Gazetteer, code: str | None) -> Iterator[Region]:
    while code and (region := gazetteer.region(code)):
        yield region
        code = region.parent.removeprefix("region/") if region.parent else None
