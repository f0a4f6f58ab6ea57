"""A SPARQL query with its parameters → an answer, by pyoxigraph or by rdflib; the answer in the standard formats.

Parameters are bound as terms (SEP-0007 substitution in pyoxigraph, initial bindings in rdflib): no text of a user or of
an article ever becomes a part of a query. A query lists its parameters in its SELECT; `without` drops them again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, cast

import pyoxigraph as ox

from kg.errors import QueryError, UsageError
from kg.graph.store import Source, open_store
from kg.graph.terms import DEFAULT_BASE, Term, prefixes

if TYPE_CHECKING:
    import rdflib

Bindings = Mapping[str, Term]
EngineName = Literal["oxigraph", "rdflib"]
Cell = ox.NamedNode | ox.BlankNode | ox.Literal | None
ROW_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV, "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}  # fmt: skip
GRAPH_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Comments, IRIs, strings, names with a prefix and variables, so that a keyword outside of them can be told.
_TOKEN = re.compile(
    r"""\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|[?$]\w+|@[A-Za-z-]+|[\w.-]*:[\w.%\\:-]*|(?P<word>[A-Za-z]+)""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a SELECT, the truth of an ASK, or the triples of a CONSTRUCT or DESCRIBE."""

    variables: tuple[str, ...] = ()
    rows: Sequence[tuple[Cell, ...]] = ()
    truth: bool | None = None
    triples: Sequence[ox.Triple] | None = None

    def without(self, names: Collection[str]) -> Answer:
        """The rows without some columns."""
        kept = [at for at, name in enumerate(self.variables) if name not in names]
        return replace(
            self,
            variables=tuple(self.variables[at] for at in kept),
            rows=[tuple(row[at] for at in kept) for row in self.rows],
        )


Engine = Callable[[str, Bindings], Answer]


def words(query: str) -> set[str]:
    """The bare words of a query in capitals: its keywords, without what stands in strings, IRIs, names and comments."""
    return {found["word"].upper() for found in _TOKEN.finditer(query) if found["word"]}


def refuse_outside(query: str) -> None:
    """Raise QueryError when a query would reach out of the graph."""
    if "SERVICE" in words(query):
        hint = "take the SERVICE part out; the graph answers from its own data only"
        raise QueryError("SERVICE is refused: it would send a request to another machine", where="query", hint=hint)


def open_engine(source: Source, name: EngineName = "oxigraph") -> Engine:
    """An engine over a source. Raises OutputError when the RDF is malformed."""
    if name == "rdflib":
        return _rdflib_engine(source)
    return over_store(open_store(source))


def over_store(store: ox.Store) -> Engine:
    """pyoxigraph over a store that is open."""

    def answer(query: str, bindings: Bindings) -> Answer:
        refuse_outside(query)
        given = {ox.Variable(name): term for name, term in bindings.items()}
        try:
            result = store.query(query, substitutions=cast("Any", given or None))
            return read_answer(result)
        except SyntaxError as error:
            raise _malformed(error.msg) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query failed: {error}", where="query", hint="simplify the query") from error

    return answer


def read_answer(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """All of a result of pyoxigraph, as values."""
    if isinstance(result, ox.QueryBoolean):
        return Answer(truth=bool(result))
    if isinstance(result, ox.QueryTriples):
        return Answer(triples=sorted(set(result), key=str))
    variables = tuple(variable.value for variable in result.variables)
    rows = [tuple(cast("Cell", solution[name]) for name in variables) for solution in result]
    return Answer(variables=variables, rows=rows)


def _malformed(message: str) -> QueryError:
    hint = "prefixes must be declared; `kg query --list` names the questions that need no SPARQL"
    return QueryError(f"not a SPARQL query: {message}", where="query", hint=hint)


def _rdflib_engine(source: Source) -> Engine:
    """The same answers by rdflib, for comparison; slow on large graphs."""
    import rdflib

    graph = rdflib.Dataset(default_union=True) if source.format.supports_datasets else rdflib.Graph()
    names = {"Turtle": "turtle", "N-Triples": "nt", "N-Quads": "nquads", "TriG": "trig", "JSON-LD": "json-ld"}
    graph.parse(data=source.content(), format=names.get(source.format.name, "xml"))

    def answer(query: str, bindings: Bindings) -> Answer:
        refuse_outside(query)
        given = {name: _to_rdflib(term) for name, term in bindings.items()}
        try:
            result = graph.query(query, initBindings=given)
        except Exception as error:  # the parser and the algebra raise plain exceptions of many kinds
            raise _malformed(str(error)) from error
        if result.type == "ASK":
            return Answer(truth=bool(result.askAnswer))
        if result.graph is not None:
            data = result.graph.serialize(format="nt", encoding="utf-8")
            return Answer(triples=sorted({q.triple for q in ox.parse(data, ox.RdfFormat.N_TRIPLES)}, key=str))
        variables = tuple(str(variable) for variable in result.vars or ())
        rows = [tuple(_from_rdflib(row.get(v)) for v in result.vars or ()) for row in result.bindings]
        return Answer(variables=variables, rows=rows)

    return answer


def _to_rdflib(term: Term) -> rdflib.URIRef | rdflib.Literal:
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value.endswith("#string")
    return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(term.datatype.value))


def _from_rdflib(term: rdflib.term.Identifier | None) -> Cell:
    import rdflib

    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return (
            ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype))) if term.datatype else ox.Literal(str(term))
        )
    return ox.BlankNode() if isinstance(term, rdflib.BNode) else ox.NamedNode(str(term))


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
        return xml_safe(data) if name == "rdf" else data
    if name not in ROW_FORMATS:
        raise UsageError(f"rows can't be written as {name}", where="--format", hint="use " + ", ".join(ROW_FORMATS))
    document = json.dumps(_to_json(answer), ensure_ascii=False).encode()
    if name == "json":
        return document + b"\n"
    result = ox.parse_query_results(document, format=ox.QueryResultsFormat.JSON)
    data = cast("bytes", result.serialize(format=ROW_FORMATS[name]))
    return xml_safe(data) if name == "xml" else data + b"\n" if answer.truth is not None else data


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
