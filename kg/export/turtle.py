"""RDF dataset → Turtle, N-Triples and TriG: by subject, facts sorted, the same bytes every time.

Subjects are written as they come, so that a graph of any size takes little memory. The prefixes are always the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import IO

from kg.export.files import sink
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.notation import A, Fact, Written, absolute
from kg.graph.rdf import Dataset, describe, ntriples
from kg.graph.terms import DEFAULT_BASE, KINDS, XSD, prefixes
from kg.graph.triples import Subject
from kg.ontology import Ontology

_LOCAL = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_LOCAL_PART = re.compile(_LOCAL)
_BARE = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "boolean": re.compile("true|false"),
}
_BATCH = 1000  # pieces that are encoded together


def write_turtle(
    base: KnowledgeBase,
    target: Path | IO[bytes],
    *,
    base_iri: str = DEFAULT_BASE,
    ontology: Ontology | None = None,
    folder: Path | None = None,
) -> None:
    """Write the graph as Turtle to a path (whole or not at all) or to a binary file; large sorts use `folder`."""
    dataset = describe(base, base_iri=base_iri, ontology=ontology, folder=folder)
    write_pieces(turtle(dataset.subjects(), base_iri), target)


def write_ntriples(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as N-Triples."""
    dataset = describe(base, base_iri=base_iri, ontology=ontology)
    write_pieces(ntriples(dataset.subjects(), base_iri), target)


def write_trig(
    base: KnowledgeBase, target: Path | IO[bytes], *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None
) -> None:
    """Write the graph as TriG: what an article tells in a graph of its name, the rest in the default one."""
    write_pieces(trig(describe(base, base_iri=base_iri, ontology=ontology)), target)


def write_pieces(pieces: Iterator[str], target: Path | IO[bytes]) -> None:
    """Write text to a path (whole or not at all) or to a binary file."""
    with sink(target) as file:
        while batch := "".join(islice(pieces, _BATCH)):
            file.write(batch.encode())


def turtle(
    subjects: Iterable[Subject], base_iri: str = DEFAULT_BASE, namespaces: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The document in pieces: prefixes, then one block a subject."""
    short = Shortener(base_iri, namespaces)
    yield from short.header()
    for subject, facts in subjects:
        yield _block(subject, facts, short)


def trig(dataset: Dataset) -> Iterator[str]:
    """The document in pieces: prefixes, the default graph, then one graph an article."""
    short = Shortener(dataset.base_iri)
    yield from short.header()
    for name, subjects in dataset.graphs():
        if name is not None:
            yield f"\nGRAPH {short.term(name)} {{\n"
        for subject, facts in subjects:
            yield _block(subject, facts, short)
        if name is not None:
            yield "\n}\n"


class Shortener:
    """Terms as Turtle writes them: IRIs by prefix where their local part needs no escape, numbers and booleans bare."""

    def __init__(self, base_iri: str, namespaces: Mapping[str, str] | None = None) -> None:
        self._base_iri = base_iri
        self.namespaces = namespaces or prefixes(base_iri)
        # The longest namespace first, as one may begin another.
        self._order = sorted(
            ((ns, prefix) for prefix, ns in self.namespaces.items()), key=lambda item: (-len(item[0]), item)
        )
        kinds = [kind for kind in KINDS if self.namespaces.get(kind) == f"{base_iri}{kind}/"]
        self._resource = re.compile(f"</({'|'.join(kinds) or '(?!)'})/({_LOCAL})>")
        self.known = lru_cache(maxsize=1 << 17)(self.new)

    def header(self) -> Iterator[str]:
        for prefix, namespace in self.namespaces.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def term(self, term: Written) -> str:
        """A term that may come again, or a literal of free text."""
        return self.known(term) if term[0] != '"' or term[-1] == ">" else term

    def new(self, term: Written) -> str:
        """A term that has not come before."""
        if term[0] == "<":
            found = self._resource.fullmatch(term)
            return f"{found[1]}:{found[2]}" if found else self._shorten(absolute(term, self._base_iri)[1:-1])
        if term[-1] != ">":
            return term
        literal, _, datatype = term.rpartition("^^")
        name = datatype[1 + len(XSD) : -1]
        bare = _BARE.get(name) if datatype.startswith(f"<{XSD}") else None
        return literal[1:-1] if bare and bare.fullmatch(literal[1:-1]) else f"{literal}^^{self.known(datatype)}"

    def _shorten(self, value: str) -> str:
        for namespace, prefix in self._order:
            if value.startswith(namespace) and _LOCAL_PART.fullmatch(value, len(namespace)):
                return f"{prefix}:{value[len(namespace) :]}"
        return f"<{value}>"


def _block(subject: Written, facts: Iterable[Fact], short: Shortener) -> str:
    lines = []
    for predicate, same in groupby(facts, key=itemgetter(0)):
        verb = "a" if predicate == A else short.known(predicate)
        lines.append(f"{verb} {' , '.join([short.term(value) for _, value in same])}")
    return f"\n{short.new(subject)} " + " ;\n    ".join(lines) + " .\n"
