"""KnowledgeBase → a description of the data set in VoID and DCAT: counts, licence, newest article, versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg import __version__
from kg.errors import UsageError
from kg.export.blocks import Shortener
from kg.export.turtle import turtle, write_pieces
from kg.export.words import Language, words
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.notation import A, Fact, Triple, Written, iri, kg, text, when, whole
from kg.graph.rdf import describe
from kg.graph.terms import DCAT, DCTERMS, DEFAULT_BASE, VOCABULARIES, VOID
from kg.graph.triples import Subject, arrange
from kg.ids import slug
from kg.ontology import Ontology
from kg.ontology_files import load_ontology

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LANGUAGES: tuple[Language, ...] = ("id", "en")
_DISTRIBUTIONS = {
    "turtle": "text/turtle", "ntriples": "application/n-triples", "trig": "application/trig",
    "jsonld": "application/ld+json",
}  # fmt: skip


def write_void(
    base: KnowledgeBase,
    target: Path | IO[bytes],
    *,
    base_iri: str = DEFAULT_BASE,
    licence: str = LICENCE,
    ontology: Ontology | None = None,
) -> None:
    """Write the description as Turtle. Raises UsageError when the licence is no IRI."""
    found = ontology or load_ontology()
    check = _licence(licence)
    counts = _Counts.of(describe(base, base_iri=base_iri, ontology=found).subjects())
    described = arrange(_description(base, counts, base_iri, check, found.version), base_iri)
    spaces = VOCABULARIES | {"void": VOID, "dcat": DCAT, "dataset": base_iri + "dataset/"}
    write_pieces(turtle(described, base_iri, spaces), target)


@dataclass
class _Counts:
    """What a graph has: triples, subjects, and how often each property and each class."""

    triples: int = 0
    subjects: int = 0
    properties: set[Written] = field(default_factory=set)
    classes: Counter[Written] = field(default_factory=Counter)

    @classmethod
    def of(cls, subjects: Iterable[Subject]) -> _Counts:
        counts = cls()
        for _, facts in subjects:
            told = set(facts)
            counts.subjects += 1
            counts.triples += len(told)
            counts.properties.update(predicate for predicate, _ in told)
            counts.classes.update(value for predicate, value in told if predicate == A)
        return counts


def _licence(value: str) -> Written:
    try:
        return str(ox.NamedNode(value))
    except ValueError:
        hint = f"give one such as {LICENCE}"
        raise UsageError(f"not an IRI: {value!r}", where="--licence", hint=hint) from None


def _description(base: KnowledgeBase, counts: _Counts, base_iri: str, licence: Written, version: str) -> list[Triple]:
    dataset = iri(base_iri + "dataset")
    facts: list[Fact] = [
        (A, iri(VOID + "Dataset")),
        (A, iri(DCAT + "Dataset")),
        (iri(DCTERMS + "license"), licence),
        (iri(VOID + "uriSpace"), text(base_iri)),
        (iri(VOID + "triples"), whole(counts.triples)),
        (iri(VOID + "distinctSubjects"), whole(counts.subjects)),
        (iri(VOID + "properties"), whole(len(counts.properties))),
        (iri(VOID + "entities"), whole(len(base.entities))),
        (iri(VOID + "documents"), whole(len(base.articles))),
        (kg("toolVersion"), text(__version__)),
        (kg("ontologyVersion"), text(version)),
    ]
    for name in ("title", "rights"):
        facts += [(iri(DCTERMS + name), text(words(lang).word("dataset", name), lang)) for lang in _LANGUAGES]
    newest = max((node.published[:10] for node in base.articles.values() if node.published), default=None)
    facts += [(iri(DCTERMS + "modified"), when(newest))] if newest else []
    used = {
        namespace
        for namespace in VOCABULARIES.values()
        if any(p.startswith(f"<{namespace}") for p in counts.properties)
    }
    facts += [(iri(VOID + "vocabulary"), iri(namespace)) for namespace in used]
    found = [(dataset, predicate, value) for predicate, value in facts]
    for name, media in _DISTRIBUTIONS.items():
        distribution = iri(f"{base_iri}dataset/{name}")
        found.append((dataset, iri(DCAT + "distribution"), distribution))
        found.append((distribution, A, iri(DCAT + "Distribution")))
        found.append((distribution, iri(DCAT + "mediaType"), text(media)))
    short = Shortener(base_iri, VOCABULARIES)
    for name, count in sorted(counts.classes.items()):
        part = iri(f"{base_iri}dataset/class-{slug(short.term(name))}")
        found.append((dataset, iri(VOID + "classPartition"), part))
        found.append((part, iri(VOID + "class"), name))
        found.append((part, iri(VOID + "entities"), whole(count)))
    return found
