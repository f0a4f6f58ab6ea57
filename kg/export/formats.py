"""Name of a format → its writer: what `kg export` offers."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kg.graph.loading import load_base


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written: `function` of `module`, with what is set once; `options` are what a user may set."""

    about: str
    ending: str
    module: str
    function: str
    options: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()  # positional, between the knowledge base and the target
    needs_base: bool = True


_RDF = ("base_iri",)
FORMATS: Mapping[str, Format] = {
    "turtle": Format("RDF, to read", "ttl", "kg.export.turtle", "write_turtle", _RDF),
    "ntriples": Format("RDF, a triple a line", "nt", "kg.export.turtle", "write_ntriples", _RDF),
    "trig": Format("RDF, a graph an article", "trig", "kg.export.turtle", "write_trig", _RDF),
    "jsonld": Format("RDF as JSON with a context", "jsonld", "kg.export.jsonld", "write_jsonld", _RDF),
    "graphml": Format("for Gephi, yEd, networkx", "graphml", "kg.export.graphml", "write_graphml"),
    "gexf": Format("for Gephi", "gexf", "kg.export.graphml", "write_gexf"),
    "actors": Format("GraphML of actors only, tied and weighted as `kg stats` does", "actors.graphml",
                     "kg.export.actors", "write_actors", ("graph",)),
    "nodes": Format("table of nodes, CSV", "nodes.csv", "kg.export.tables", "write_table", fixed=("nodes",)),
    "edges": Format("table of edges, CSV", "edges.csv", "kg.export.tables", "write_table", fixed=("edges",)),
    "claims": Format("table of claims, CSV", "claims.csv", "kg.export.tables", "write_table", fixed=("claims",)),
    "ftm": Format("FollowTheMoney entities, JSON Lines", "ftm.json", "kg.export.ftm", "write_ftm"),
    "void": Format("description of the data set", "void.ttl", "kg.export.void", "write_void", (*_RDF, "licence")),
    "ontology": Format("vocabulary, concepts and listed institutions, RDF", "ontology.ttl", "kg.export.ontology",
                       "write_ontology", _RDF, needs_base=False),
}  # fmt: skip


def writer(name: str) -> Callable[..., None]:
    """The function that writes a format."""
    found = FORMATS[name]
    function: Callable[..., None] = getattr(importlib.import_module(found.module), found.function)
    return function


def write(name: str, source: str | Path, target: Path | IO[bytes], **options: Any) -> None:
    """Write a format of a folder, a file or stdin (`-`); options that it has no use for are passed over."""
    found = FORMATS[name]
    subject = [load_base(source)] if found.needs_base else []
    given = {key: value for key, value in options.items() if key in found.options and value is not None}
    writer(name)(*subject, *found.fixed, target, **given)
