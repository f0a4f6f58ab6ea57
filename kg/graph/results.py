"""An answer to a query, and the standard formats of answers."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import pyoxigraph as ox

from kg.errors import UsageError
from kg.graph.terms import DEFAULT_BASE, prefixes

Cell = ox.NamedNode | ox.BlankNode | ox.Literal | None
ROW_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV, "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}  # fmt: skip
GRAPH_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
_ALL = re.compile(r"(?i)\bselect\s+(?:(?:distinct|reduced)\s+)?\*")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a SELECT, the truth of an ASK, or the triples of a CONSTRUCT or DESCRIBE."""

    variables: tuple[str, ...] = ()
    rows: Sequence[tuple[Cell, ...]] = ()
    truth: bool | None = None
    triples: Sequence[ox.Triple] | None = None


def as_written(answer: Answer, query: str) -> Answer:
    """The answer to SELECT * with its columns in the order in which the query first names them."""
    if not _ALL.search(query):
        return answer
    first = {name: found.start() for name in answer.variables if (found := re.search(rf"[?$]{name}\b", query))}
    order = sorted(range(len(answer.variables)), key=lambda at: first.get(answer.variables[at], len(query)))
    rows = [tuple(row[at] for at in order) for row in answer.rows]
    return replace(answer, variables=tuple(answer.variables[at] for at in order), rows=rows)


def serialise(answer: Answer, name: str, *, base_iri: str = DEFAULT_BASE) -> bytes:
    """The answer in a standard format: csv, tsv, json or xml for rows and truths, ttl, nt, rdf or jsonld for triples.

    Raises UsageError when the kind of query has no such format.
    """
    if answer.triples is not None:
        if name not in GRAPH_FORMATS:
            raise UsageError(
                f"triples can't be written as {name}", where="--format", hint="use " + ", ".join(GRAPH_FORMATS)
            )
        data = cast("bytes", ox.serialize(answer.triples, format=GRAPH_FORMATS[name], prefixes=prefixes(base_iri)))
        return xml_safe(data) if name == "rdf" else sorted_prefixes(data) if name == "ttl" else data
    if name not in ROW_FORMATS:
        raise UsageError(f"rows can't be written as {name}", where="--format", hint="use " + ", ".join(ROW_FORMATS))
    document = json.dumps(_to_json(answer), ensure_ascii=False).encode()
    if name == "json":
        return document + b"\n"
    result = ox.parse_query_results(document, format=ox.QueryResultsFormat.JSON)
    data = cast("bytes", result.serialize(format=ROW_FORMATS[name]))
    return xml_safe(data) if name == "xml" else data + b"\n" if answer.truth is not None else data


def sorted_prefixes(turtle: bytes) -> bytes:
    """Turtle as the library wrote it, with its prefixes in order: theirs changes from run to run."""
    lines = turtle.split(b"\n")
    end = next((at for at, line in enumerate(lines) if not line.startswith(b"@prefix ")), 0)
    return b"\n".join(sorted(lines[:end]) + lines[end:])


def xml_safe(document: bytes) -> bytes:
    """XML as the library wrote it, with carriage returns that survive reading and without what XML 1.0 can't carry."""
    return _NOT_XML.sub("\ufffd", document.decode().replace("\r", "&#13;")).encode()


def _to_json(answer: Answer) -> dict[str, Any]:
    """SPARQL 1.1 Query Results JSON."""
    if answer.truth is not None:
        return {"head": {}, "boolean": answer.truth}
    bindings = [
        {name: _json_cell(cell) for name, cell in zip(answer.variables, row, strict=True) if cell is not None}
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}


def _json_cell(cell: Cell) -> dict[str, str]:
    if isinstance(cell, ox.NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, ox.BlankNode):
        return {"type": "bnode", "value": cell.value}
    if not isinstance(cell, ox.Literal):
        return {"type": "literal", "value": str(cell)}
    shown = {"type": "literal", "value": cell.value}
    if cell.language:
        return shown | {"xml:lang": cell.language}
    return shown if cell.datatype.value.endswith("#string") else shown | {"datatype": cell.datatype.value}
