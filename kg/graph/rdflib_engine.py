"""The same answers by rdflib, for comparison: slow on large graphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.query_text import check_query
from kg.graph.results import Answer, Cell
from kg.graph.sparql import NONE, Bindings, Engine, malformed, without_blocks
from kg.graph.store import Source, quads
from kg.graph.terms import DEFAULT_BASE, XSD, prefixes

if TYPE_CHECKING:
    import rdflib

_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")


def over_rdflib(source: Source, *, base_iri: str = DEFAULT_BASE) -> Engine:
    """The same answers by rdflib, for comparison; slow on large graphs."""
    import rdflib

    # Read by the strict parser: rdflib's own would take malformed files, and write 1.0 as 1.
    graph = rdflib.Dataset()
    known = prefixes(base_iri)
    for quad in quads(source, source.content()):
        subject, predicate, value = map(to_rdflib, quad.triple)
        graph.graph(_graph_name(quad)).add((subject, predicate, value))

    def answer(query: str, bindings: Bindings = NONE, parameters: Bindings = NONE) -> Answer:
        check_query(query)
        # rdflib joins a data block only after it has evaluated the rest; initial bindings are its way to be quick.
        query = without_blocks(query, parameters)
        given = {name: to_rdflib(term) for name, term in {**bindings, **parameters}.items()}
        try:
            result = graph.query(query, initBindings=given, initNs=known)
        except Exception as error:  # the parser and the algebra raise plain exceptions of many kinds
            raise malformed(str(error), query) from error
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
