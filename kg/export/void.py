"""KnowledgeBase → a description of the data set in VoID and DCAT: counts, licence, newest article, versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg import __version__
from kg.errors import UsageError
from kg.export.files import sink
from kg.export.turtle import Shortener, turtle
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.rdf import describe
from kg.graph.terms import DCAT, DCTERMS, DEFAULT_BASE, TYPE, VOCABULARIES, VOID, Term, kg, prefixes, text, when, whole
from kg.graph.triples import Triple, arrange
from kg.ids import slug
from kg.ontology import Ontology, load_ontology

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_RIGHTS = {
    "id": "Kutipan artikel adalah hak penerbitnya.",
    "en": "The quotes of articles belong to their publishers.",
}
_TITLE = {"id": "Graf pelaku dan lembaga dari berita", "en": "Actors and institutions in the news"}
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
    triples = describe(base, base_iri=base_iri, ontology=found).triples
    described = arrange(_description(base, triples, base_iri, _licence(licence), found.version))
    spaces = prefixes(base_iri) | {"void": VOID, "dcat": DCAT, "dataset": base_iri + "dataset/"}
    with sink(target) as file:
        file.writelines(chunk.encode() for chunk in turtle(described, spaces))


def _licence(value: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(value)
    except ValueError:
        hint = f"give one such as {LICENCE}"
        raise UsageError(f"not an IRI: {value!r}", where="--licence", hint=hint) from None


def _description(
    base: KnowledgeBase, triples: Sequence[Triple], base_iri: str, licence: ox.NamedNode, version: str
) -> list[Triple]:
    dataset = ox.NamedNode(base_iri + "dataset")
    facts: list[tuple[ox.NamedNode, Term]] = [
        (TYPE, ox.NamedNode(VOID + "Dataset")),
        (TYPE, ox.NamedNode(DCAT + "Dataset")),
        (ox.NamedNode(DCTERMS + "license"), licence),
        (ox.NamedNode(VOID + "uriSpace"), text(base_iri)),
        (ox.NamedNode(VOID + "triples"), whole(len(triples))),
        (ox.NamedNode(VOID + "distinctSubjects"), whole(len({s.value for s, _, _ in triples}))),
        (ox.NamedNode(VOID + "properties"), whole(len({p.value for _, p, _ in triples}))),
        (ox.NamedNode(VOID + "entities"), whole(len(base.entities))),
        (ox.NamedNode(VOID + "documents"), whole(len(base.articles))),
        (kg("toolVersion"), text(__version__)),
        (kg("ontologyVersion"), text(version)),
    ]
    facts += [(ox.NamedNode(DCTERMS + "title"), text(label, lang)) for lang, label in _TITLE.items()]
    facts += [(ox.NamedNode(DCTERMS + "rights"), text(label, lang)) for lang, label in _RIGHTS.items()]
    newest = max((node.published[:10] for node in base.articles.values() if node.published), default=None)
    facts += [(ox.NamedNode(DCTERMS + "modified"), when(newest))] if newest else []
    used = {
        namespace for namespace in VOCABULARIES.values() if any(p.value.startswith(namespace) for _, p, _ in triples)
    }
    facts += [(ox.NamedNode(VOID + "vocabulary"), ox.NamedNode(namespace)) for namespace in used]
    found = [(dataset, predicate, value) for predicate, value in facts]
    for name, media in _DISTRIBUTIONS.items():
        distribution = ox.NamedNode(f"{base_iri}dataset/{name}")
        found.append((dataset, ox.NamedNode(DCAT + "distribution"), distribution))
        found.append((distribution, TYPE, ox.NamedNode(DCAT + "Distribution")))
        found.append((distribution, ox.NamedNode(DCAT + "mediaType"), text(media)))
    short = Shortener(VOCABULARIES)
    classes = Counter(value.value for _, predicate, value in triples if predicate == TYPE)
    for name, count in sorted(classes.items()):
        part = ox.NamedNode(f"{base_iri}dataset/class-{slug(short.iri(ox.NamedNode(name)))}")
        found.append((dataset, ox.NamedNode(VOID + "classPartition"), part))
        found.append((part, ox.NamedNode(VOID + "class"), ox.NamedNode(name)))
        found.append((part, ox.NamedNode(VOID + "entities"), whole(count)))
    return found
