"""RDF dataset → JSON-LD: a context, then one node a line, sorted; the same triples as the Turtle."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

from kg.export.blocks import Shortener
from kg.export.turtle import write_pieces
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.notation import A, Fact, Written
from kg.graph.rdf import Dataset, describe
from kg.graph.terms import DEFAULT_BASE
from kg.graph.triples import Subject, ordered
from kg.ontology import Ontology


def write_jsonld(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as JSON-LD 1.1; its context says which values are IRIs and of which type the others are."""
    write_pieces(jsonld(describe(base, base_iri=base_iri, ontology=ontology)), target)


def jsonld(dataset: Dataset) -> Iterator[str]:
    """The document in pieces; the graph is walked through twice."""
    short = Shortener(dataset.base_iri)
    kinds = _kinds_of_values(dataset.subjects())
    typed = sorted((_name(short, predicate), kind) for predicate, kind in kinds.items() if kind and predicate != A)
    types = {name: {"@type": kind if kind == "@id" else _name(short, kind)} for name, kind in typed}
    context: dict[str, Any] = {**short.namespaces, **types}
    yield f'{{"@context": {json.dumps(context, ensure_ascii=False, indent=1)},\n"@graph": ['
    for number, (subject, facts) in enumerate(dataset.subjects()):
        node = json.dumps(_node(subject, facts, kinds, short), ensure_ascii=False)
        yield f",\n{node}" if number else f"\n{node}"
    yield "\n]}\n"


def _kinds_of_values(subjects: Iterable[Subject]) -> dict[Written, str | None]:
    """For each predicate `@id` or a datatype, when all its values are of that kind; None when mixed, or text."""
    kinds: dict[Written, str | None] = {}
    for _, facts in subjects:
        for predicate, value in facts:
            kind = _kind(value)
            kinds[predicate] = kind if kinds.get(predicate, kind) == kind else None
    return kinds


def _kind(value: Written) -> str | None:
    if value[0] == "<":
        return "@id"
    return value.rpartition("^^")[2] if value[-1] == ">" else None


def _node(
    subject: Written, facts: Iterable[Fact], kinds: dict[Written, str | None], short: Shortener
) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _name(short, subject)}
    for predicate, same in groupby(ordered(facts), key=itemgetter(0)):
        if predicate == A:
            shown: list[Any] = [_name(short, value) for _, value in same]
        else:
            shown = [_value(value, kinds[predicate], short) for _, value in same]
        node["@type" if predicate == A else _name(short, predicate)] = shown[0] if len(shown) == 1 else shown
    return node


def _value(value: Written, kind: str | None, short: Shortener) -> Any:
    if value[0] == "<":
        return _name(short, value) if kind else {"@id": _name(short, value)}
    end = value.rindex('"') + 1
    content, more = json.loads(value[:end]), value[end:]  # N-Triples escapes no sign otherwise than JSON does
    if more.startswith("@"):
        return {"@value": content, "@language": more[1:]}
    return {"@value": content, "@type": _name(short, more[2:])} if more and not kind else content


def _name(short: Shortener, node: Written) -> str:
    return short.term(node).removeprefix("<").removesuffix(">")
