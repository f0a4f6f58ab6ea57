"""RDF dataset → JSON-LD: a context, then one node a line, sorted; the same triples as the Turtle."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.export.files import sink
from kg.export.turtle import Shortener
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.rdf import describe
from kg.graph.terms import DEFAULT_BASE, TYPE, XSD, Term, prefixes
from kg.graph.triples import Triple, by_subject
from kg.ontology import Ontology

_STRING = XSD + "string"


def write_jsonld(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as JSON-LD 1.1; its context says which values are IRIs and of which type the others are."""
    dataset = describe(base, base_iri=base_iri, ontology=ontology)
    with sink(target) as file:
        file.writelines(chunk.encode() for chunk in jsonld(dataset.triples, prefixes(base_iri)))


def jsonld(triples: Sequence[Triple], namespaces: dict[str, str]) -> Iterator[str]:
    """The document in pieces."""
    short = Shortener(namespaces)
    kinds = _kinds_of_values(triples)
    nodes = [_dump(_node(subject, facts, kinds, short)) for subject, facts in by_subject(triples)]
    typed = sorted((_name(short, ox.NamedNode(p)), kind) for p, kind in kinds.items() if kind and p != TYPE.value)
    types = {name: {"@type": kind if kind == "@id" else _name(short, ox.NamedNode(kind))} for name, kind in typed}
    context: dict[str, Any] = {prefix: space for prefix, space in namespaces.items() if prefix in short.used} | types
    yield f'{{"@context": {json.dumps(context, ensure_ascii=False, indent=1)},\n"@graph": [\n'
    yield ",\n".join(nodes)
    yield "\n]}\n"


def _kinds_of_values(triples: Sequence[Triple]) -> dict[str, str | None]:
    """For each predicate `@id` or a datatype, when all its values are of that kind; None when mixed, or text."""
    kinds: dict[str, str | None] = {}
    for _, predicate, value in triples:
        kind = _kind(value)
        kinds[predicate.value] = kind if kinds.get(predicate.value, kind) == kind else None
    return kinds


def _kind(value: Term) -> str | None:
    if isinstance(value, ox.NamedNode):
        return "@id"
    return None if value.language or value.datatype.value == _STRING else value.datatype.value


def _node(
    subject: ox.NamedNode,
    facts: list[tuple[ox.NamedNode, list[Term]]],
    kinds: dict[str, str | None],
    short: Shortener,
) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _name(short, subject)}
    for predicate, values in facts:
        if predicate == TYPE:
            shown: list[Any] = [_name(short, value) for value in values if isinstance(value, ox.NamedNode)]
        else:
            shown = [_value(value, kinds[predicate.value], short) for value in values]
        node["@type" if predicate == TYPE else _name(short, predicate)] = shown[0] if len(shown) == 1 else shown
    return node


def _value(value: Term, kind: str | None, short: Shortener) -> Any:
    if isinstance(value, ox.NamedNode):
        return _name(short, value) if kind else {"@id": _name(short, value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if kind or value.datatype.value == _STRING:
        return value.value
    return {"@value": value.value, "@type": _name(short, value.datatype)}


def _name(short: Shortener, node: ox.NamedNode) -> str:
    return short.iri(node).removeprefix("<").removesuffix(">")


def _dump(node: dict[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False)
