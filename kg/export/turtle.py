"""RDF dataset → Turtle, N-Triples and TriG: sorted, grouped by subject, the same bytes every time.

Terms are written by pyoxigraph; only grouping and prefixes are done here: a library's prefixes come in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.export.files import sink
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.rdf import describe
from kg.graph.terms import DEFAULT_BASE, TYPE, XSD, Term, prefixes
from kg.graph.triples import Dataset, Triple, by_subject
from kg.ontology import Ontology

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "boolean": re.compile("true|false"),
}


def write_turtle(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as Turtle to a path (whole or not at all) or to a binary file."""
    dataset = describe(base, base_iri=base_iri, ontology=ontology)
    with sink(target) as file:
        file.writelines(chunk.encode() for chunk in turtle(dataset.triples, prefixes(base_iri)))


def write_ntriples(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as N-Triples."""
    dataset = describe(base, base_iri=base_iri, ontology=ontology)
    with sink(target) as file:
        file.writelines(f"{s} {p} {o} .\n".encode() for s, p, o in dataset.triples)


def write_trig(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as TriG: what an article tells in a graph of its name, the rest in the default one."""
    dataset = describe(base, base_iri=base_iri, ontology=ontology)
    with sink(target) as file:
        file.writelines(chunk.encode() for chunk in trig(dataset))


def turtle(triples: Sequence[Triple], namespaces: dict[str, str]) -> Iterator[str]:
    """The document in pieces: prefixes that are used, then one block a subject."""
    short = Shortener(namespaces)
    blocks = list(_blocks(triples, short))
    yield from short.header()
    yield from blocks


def trig(dataset: Dataset) -> Iterator[str]:
    """The document in pieces: prefixes, the default graph, then one graph an article."""
    short = Shortener(prefixes(dataset.base_iri))
    body: list[str] = []
    for name, triples in dataset.graphs():
        if name is None:
            body += _blocks(triples, short)
        else:
            body.append(f"\nGRAPH {short.iri(name)} {{\n")
            body += _blocks(triples, short)
            body.append("\n}\n")
    yield from short.header()
    yield from body


class Shortener:
    """Terms as Turtle writes them: IRIs by prefix where their local part needs no escape, numbers and booleans bare."""

    def __init__(self, namespaces: dict[str, str]) -> None:
        self._namespaces = namespaces
        # The longest namespace first, as one may begin another.
        self._order = sorted(
            ((ns, prefix) for prefix, ns in namespaces.items()), key=lambda item: (-len(item[0]), item)
        )
        self._seen: dict[str, str] = {}
        self.used: set[str] = set()

    def header(self) -> Iterator[str]:
        for prefix, namespace in self._namespaces.items():
            if prefix in self.used:
                yield f"@prefix {prefix}: <{namespace}> .\n"

    def iri(self, node: ox.NamedNode) -> str:
        value = node.value
        if value not in self._seen:
            self._seen[value] = self._shorten(value)
        return self._seen[value]

    def term(self, term: Term) -> str:
        if isinstance(term, ox.NamedNode):
            return self.iri(term)
        datatype = term.datatype.value
        if not datatype.startswith(XSD) or datatype == XSD + "string":
            return str(term)
        name = datatype.removeprefix(XSD)
        if name in _BARE and _BARE[name].fullmatch(term.value):
            return term.value
        return f"{ox.Literal(term.value)}^^{self.iri(term.datatype)}"

    def _shorten(self, value: str) -> str:
        for namespace, prefix in self._order:
            if value.startswith(namespace) and _LOCAL.fullmatch(value, len(namespace)):
                self.used.add(prefix)
                return f"{prefix}:{value[len(namespace) :]}"
        return f"<{value}>"


def _blocks(triples: Iterable[Triple], short: Shortener) -> Iterator[str]:
    for subject, facts in by_subject(triples):
        lines = []
        for predicate, objects in facts:
            verb = "a" if predicate == TYPE else short.iri(predicate)
            lines.append(f"{verb} {' , '.join(map(short.term, objects))}")
        yield f"\n{short.iri(subject)} " + " ;\n    ".join(lines) + " .\n"
