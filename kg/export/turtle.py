"""RDF dataset → Turtle, N-Triples and TriG: by subject, facts sorted, the same bytes every time.

Subjects are written as they come, so that a graph of any size takes little memory. The prefixes are always the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, starmap
from pathlib import Path
from typing import IO

from kg.export.blocks import Blocks, Shortener
from kg.export.files import sink
from kg.export.frequent import FrequentBlocks
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.rdf import Dataset, describe, ntriples
from kg.graph.terms import DEFAULT_BASE
from kg.graph.triples import Subject
from kg.ontology import Ontology

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
    write_pieces(turtle(dataset, base_iri), target)


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
    subjects: Dataset | Iterable[Subject], base_iri: str = DEFAULT_BASE, namespaces: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The document in pieces: prefixes, then one block a subject."""
    short = Shortener(base_iri, namespaces)
    blocks = FrequentBlocks(short)
    yield from short.header()
    if isinstance(subjects, Dataset):
        yield from subjects.each(blocks)
    else:
        yield from starmap(blocks.block, subjects)


def trig(dataset: Dataset) -> Iterator[str]:
    """The document in pieces: prefixes, the default graph, then one graph an article."""
    short = Shortener(dataset.base_iri)
    yield from short.header()
    block = Blocks(short).block
    for name, subjects in dataset.graphs():
        if name is not None:
            yield f"\nGRAPH {short.term(name)} {{\n"
        for subject, facts in subjects:
            yield block(subject, facts)
        if name is not None:
            yield "\n}\n"
