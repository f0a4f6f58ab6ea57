"""A SPARQL query with its parameters → an answer, by pyoxigraph or by rdflib.

Parameters are terms, bound in one of two ways. A name that a user typed is bound by the engine beside the query
(SEP-0007 substitution in pyoxigraph, initial bindings in rdflib): text never becomes a part of a query. An IRI of the
graph, a day, a number or a language, which can hold nothing else, is set as inline data (VALUES) by `inline`: the
optimiser sees it there, and a question is answered a hundred times faster than by substitution.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.query_text import check_query
from kg.graph.results import Answer, Cell
from kg.graph.store import Source, open_store
from kg.graph.terms import DEFAULT_BASE, XSD, Term, prefixes

if TYPE_CHECKING:
    pass

Bindings = Mapping[str, Term]
NONE: Final[Bindings] = MappingProxyType({})
EngineName = Literal["oxigraph", "rdflib"]
_BLOCK = re.compile(r"VALUES \((?P<names>\?\w+(?: \?\w+)*)\) \{ \([^{}]*\) \}")
_CLOSED = {
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "integer": re.compile(r"[+-]?[0-9]{1,18}"),
    "string": re.compile(r"[a-z]{2}"),  # a language
}
_QUOTED = re.compile(r"""<[^<>\s]*>|"[^"\n]*"|'[^'\n]*'|\#[^\n]*""")  # near enough for a hint
_DECLARED = re.compile(r"(?i)\bprefix\s+([\w-]*):")
_PREFIXED = re.compile(r"(?<![\w:?$@-])([A-Za-z][\w-]*):(?=[\w%\\])")
_HEAD = re.compile(r"(?i)^(?:\s*(?:prefix\s+[\w-]*:|base)\s*)*\s*")
_UPDATE = re.compile(r"(?i)(?:insert|delete|load|clear|create|drop|copy|move|add)\b")
_MESSAGE = 100  # signs of a parser's message


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


def without_blocks(query: str, bindings: Bindings) -> str:
    """The query without the data blocks of parameters, for an engine that binds them in another way."""
    return _BLOCK.sub(lambda block: "" if _names(block) <= set(bindings) else block[0], query)


def _names(block: re.Match[str]) -> set[str]:
    return set(block["names"].replace("?", "").split())


def _inlined(term: Term) -> str:
    """A term as SPARQL writes it. An IRI has been checked by its class; a literal must be closed: a day, a number …"""
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.removeprefix(XSD)
        if kind not in _CLOSED or not _CLOSED[kind].fullmatch(term.value):
            raise ValueError(f"not a closed value: {term}")
    return str(term)


def open_engine(source: Source, name: EngineName = "oxigraph", *, base_iri: str = DEFAULT_BASE) -> Engine:
    """An engine over a source; queries need not declare the prefixes of the outputs.

    Raises OutputError when the RDF is malformed.
    """
    if name == "rdflib":
        from kg.graph.rdflib_engine import over_rdflib

        return over_rdflib(source, base_iri=base_iri)
    return over_store(open_store(source), base_iri=base_iri)


def over_store(store: ox.Store, *, base_iri: str = DEFAULT_BASE) -> Engine:
    """pyoxigraph over a store that is open; queries need not declare the prefixes of the outputs."""
    known = prefixes(base_iri)

    def answer(query: str, bindings: Bindings = NONE, parameters: Bindings = NONE) -> Answer:
        check_query(query)
        query = inline(query, parameters)
        given = {ox.Variable(name): term for name, term in bindings.items()}
        try:
            result = store.query(query, prefixes=known, substitutions=cast("Any", given or None))
            return read_answer(result)
        except SyntaxError as error:
            raise malformed(error.msg, query) from None
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


def malformed(message: str, query: str = "") -> QueryError:
    """The error of a query that no engine can read, with what is most likely wrong with it."""
    text = _QUOTED.sub(" ", query)
    declared = {found.casefold() for found in _DECLARED.findall(text)}
    strange = [name for name in _PREFIXED.findall(text) if name.casefold() not in declared | prefixes().keys()]
    if _UPDATE.match(_HEAD.sub("", text)):
        message, hint = "it would change the graph", "the graph is only read: use SELECT, ASK, CONSTRUCT or DESCRIBE"
    elif strange:
        message = f"the prefix {strange[0]}: is not declared"
        hint = f"add PREFIX {strange[0]}: <…>; {' '.join(f'{name}:' for name in prefixes())} need none"
    else:
        hint = "mend it there; `kg query --list` names the questions that need no SPARQL"
    if len(message) > _MESSAGE:  # the parser lists every sign that could stand there
        message = " ".join(message[:_MESSAGE].split()).rsplit(", ", 1)[0] + " …"
    return QueryError(f"not a SPARQL query: {message}", where="query", hint=hint)
