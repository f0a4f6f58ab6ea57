"""A SPARQL query with its parameters → an answer, by pyoxigraph or by rdflib; the answer in the standard formats.

Parameters are terms, bound in one of two ways. A name that a user typed is bound by the engine beside the query
(SEP-0007 substitution in pyoxigraph, initial bindings in rdflib): text never becomes a part of a query. An IRI of the
graph, a day or a number, which can hold nothing else, is set as inline data (VALUES) by `inline`: the optimiser sees it
there, and a question is answered a hundred times faster than by substitution.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, cast

import pyoxigraph as ox

from kg.errors import QueryError, UsageError
from kg.graph.store import Source, open_store, quads
from kg.graph.terms import DEFAULT_BASE, XSD, Term, prefixes

if TYPE_CHECKING:
    import rdflib

Bindings = Mapping[str, Term]
_NONE: Final[Bindings] = MappingProxyType({})
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
_BLOCK = re.compile(r"VALUES \((?P<names>\?\w+(?: \?\w+)*)\) \{ \([^{}]*\) \}")
_CLOSED = {"date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "integer": re.compile(r"[+-]?[0-9]{1,18}")}
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
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


class Engine(Protocol):
    """Answers a query. Bindings may be of any text; parameters are closed values with a data block in the query."""

    def __call__(self, query: str, bindings: Bindings = ..., parameters: Bindings = ...) -> Answer: ...


def inline(query: str, bindings: Bindings) -> str:
    """The query with its data blocks `VALUES (?name …) { (…) }` of parameters filled with terms.

    Raises QueryError when a parameter has no block, and ValueError at a term that could hold free text.
    """
    missing = set(bindings)

    def fill(block: re.Match[str]) -> str:
        if not _names(block) <= set(bindings):
            return block[0]
        missing.difference_update(_names(block))
        terms = " ".join(_inlined(bindings[name.removeprefix("?")]) for name in block["names"].split())
        return f"VALUES ({block['names']}) {{ ({terms}) }}"

    filled = _BLOCK.sub(fill, query)
    if missing:
        name = min(missing)
        hint = f"add a line such as VALUES (?{name}) {{ (UNDEF) }}"
        raise QueryError(f"the query has no VALUES block for its parameter {name}", where="query", hint=hint)
    return filled


def _names(block: re.Match[str]) -> set[str]:
    return set(block["names"].replace("?", "").split())


def _inlined(term: Term) -> str:
    """A term as SPARQL writes it. An IRI has been checked by its class; a literal must be a day or a whole number."""
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.removeprefix(XSD)
        if kind not in _CLOSED or not _CLOSED[kind].fullmatch(term.value):
            raise ValueError(f"not a closed value: {term}")
    return str(term)


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

    def answer(query: str, bindings: Bindings = _NONE, parameters: Bindings = _NONE) -> Answer:
        refuse_outside(query)
        query = inline(query, parameters)
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

    # Read by the strict parser: rdflib's own would take malformed files, and write 1.0 as 1.
    graph = rdflib.Dataset()
    for quad in quads(source, source.content()):
        subject, predicate, value = map(to_rdflib, quad.triple)
        graph.graph(_graph_name(quad)).add((subject, predicate, value))

    def answer(query: str, bindings: Bindings = _NONE, parameters: Bindings = _NONE) -> Answer:
        refuse_outside(query)
        # rdflib joins a data block only after it has evaluated the rest; initial bindings are its way to be quick.
        query = _BLOCK.sub(lambda block: "" if _names(block) <= set(parameters) else block[0], query)
        given = {name: to_rdflib(term) for name, term in {**bindings, **parameters}.items()}
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


def _graph_name(quad: ox.Quad) -> rdflib.term.IdentifiedNode:
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    default = isinstance(quad.graph_name, ox.DefaultGraph)
    return DATASET_DEFAULT_GRAPH_ID if default else cast("rdflib.URIRef", to_rdflib(quad.graph_name))


def to_rdflib(term: object) -> rdflib.term.Identifier:
    """A term of pyoxigraph as rdflib has it, its lexical form as it was. Raises QueryError at a triple as a term."""
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise QueryError("rdflib knows no triples as terms", where="graph", hint="use --engine oxigraph")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value.endswith("#string")
    kind = None if plain else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=kind, normalize=False)


def _from_rdflib(term: rdflib.term.Identifier | None) -> Cell:
    import rdflib

    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        if term.datatype is None:
            return ox.Literal(str(term))
        # As pyoxigraph has them: the canonical form of XSD 1.1, without a point where nothing is behind it.
        shown = str(term).rstrip("0").removesuffix(".") if _DECIMAL.fullmatch(str(term)) else str(term)
        return ox.Literal(
            shown if str(term.datatype) == XSD + "decimal" else str(term), datatype=ox.NamedNode(str(term.datatype))
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
