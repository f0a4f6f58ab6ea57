"""KnowledgeBase → RDF, after the vocabulary of `ontology/kg.ttl`. No blank nodes.

A `Description` says some facts of one subject, and which articles tell them: a graph an article needs that, the other
formats take the union. `Dataset.triples` is sorted and without doubles, so that every output is the same bytes again.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.rdf_claims import describe_cooccurrence, describe_evidence, describe_participation, describe_posting
from kg.graph.rdf_things import (
    describe_article,
    describe_entity,
    describe_event,
    describe_post,
    describe_region,
    describe_run,
)
from kg.graph.resources import Resources
from kg.graph.terms import DEFAULT_BASE, PREF_LABEL, TYPE, check_base_iri, kg, text
from kg.graph.triples import Dataset, Description, Fact
from kg.ontology import Ontology, load_ontology


def describe(base: KnowledgeBase, *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None) -> Dataset:
    """The RDF of a knowledge base; without an ontology, the one that ships with the package.

    Raises UsageError when the base IRI is none, OntologyError when the ontology can't be read.
    """
    known = Resources(base, check_base_iri(base_iri), ontology or load_ontology())
    return Dataset(base_iri, (*_told(known), *_referred_to(known)))


def _told(known: Resources) -> Iterator[Description]:
    base = known.base
    yield describe_run(known)
    for article in base.articles.values():
        yield describe_article(known, article)
    for region in base.regions.values():
        yield describe_region(known, region)
    for post in base.posts.values():
        yield describe_post(known, post)
    for entity in base.entities.values():
        yield from describe_entity(known, entity)
    for event in base.events.values():
        yield from describe_event(known, event)
    for posting in base.postings.values():
        yield from describe_posting(known, posting)
    for participation in base.participations.values():
        yield from describe_participation(known, participation)
    for pair in base.cooccurrences.values():
        yield from describe_cooccurrence(known, pair)


def _referred_to(known: Resources) -> Iterator[Description]:
    """Evidence, regions that the knowledge base does not list, and concepts with their labels."""
    for evidence in known.evidence.values():
        yield from describe_evidence(known, evidence)
    for code in sorted(known.loose_regions):
        facts: list[Fact] = [(TYPE, kg("Region")), (kg("code"), text(code)), (PREF_LABEL, text(code))]
        yield Description(known.node(f"region/{code}"), facts)
    for subject, labels in known.glossary.used():
        yield Description(subject, labels)
