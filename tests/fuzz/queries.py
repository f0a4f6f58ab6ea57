"""Targets at the graph's own doors: SPARQL, parameters of named questions, requests of the endpoint."""

from __future__ import annotations

import io
from functools import cache
from random import Random

from tests.fuzz.mutation import text_changes
from tests.fuzz.stations import _linked
from tests.fuzz.target import Act, Target

_SPARQL = (
    "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "{", "}", "(", ")", "?s", "?p", "?o", "$x", "*", "+", "|",
    "/", "^", "!", "FILTER", "OPTIONAL", "UNION", "MINUS", "GRAPH", "SERVICE", "SERV\\u0049CE", "VALUES", "BIND",
    "AS", "GROUP BY", "ORDER BY", "LIMIT 3", "OFFSET", "DISTINCT", "EXISTS", "regex(?o, \"", "REPLACE(",
    "\"(a+)+$\"", "STRDT(", "IRI(", "COUNT(", "UNDEF", "VALUES (?a) { (UNDEF) }", "<http://x/", ">", "\"\"\"", "'",
    "\\u0000", "\\U00110000", "#", "PREFIX x: <", "BASE <", "FROM <", "INSERT DATA {", "DROP ALL", "LOAD <", "1e999",
    "-0", "_:b", "[]", "@id", "^^", "kg:", "skos:prefLabel", "a", ".", ";", ",",
)  # fmt: skip
_QUERIES = (
    "SELECT * { ?s ?p ?o } LIMIT 3",
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
    "ASK { ?s skos:prefLabel \"x\"@id . FILTER(regex(str(?s), '^h')) }",
    "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 2",
    "SELECT ?s (COUNT(*) AS ?n) { VALUES (?s) { (UNDEF) } ?s ?p \"\"\"x\"\"\" # SERVICE\n } GROUP BY ?s",
)  # fmt: skip
_VALUES = (
    "any", "person/", "institution/polres-51.05", "https://kg.example/id/", "<http://x>", "http://[", "2024-08-30",
    "2024-02-30", "51", "51.05", "0", "-1", "99999999999999999999", "٣", "a1", "name=", "\ud800", "\udcff", "%", "'",
    '"', "\\", ") }", "UNDEF",
)  # fmt: skip


def _turtle() -> bytes:
    from kg.export.turtle import write_turtle
    from kg.graph.knowledge_base import from_records

    out = io.BytesIO()
    write_turtle(from_records(_linked()[:1]), out)
    return out.getvalue()


def _start_sparql() -> Act:
    import pyoxigraph as ox

    from kg.graph.results import serialise
    from kg.graph.sparql import over_store

    engine = over_store(ox.Store())  # empty: what a query may cost on a full one is bounded by who asks it

    def act(data: bytes) -> object:
        form, _, query = data.partition(b"\n")
        answer = engine(query.decode("utf-8", "surrogateescape"))
        return serialise(answer, form.decode("ascii", "ignore"))

    return act


def _sparql() -> list[bytes]:
    forms = ("csv", "tsv", "json", "xml", "ttl", "nt", "rdf", "jsonld")
    return [f"{form}\n{query}".encode() for form in forms for query in _QUERIES]


def _change_parameters(data: bytes, random: Random) -> bytes:
    """Other values; now and then another name."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    name, mark, value = lines[at].partition(b"=")
    if mark and random.random() < 0.95:
        near = random.choice((*_VALUES, *_names()))
        value = near.encode("utf-8", "surrogatepass") if random.random() < 0.5 else text_changes(_VALUES)(value, random)
        lines[at] = name + mark + value.replace(b"\n", b" ")
        return b"\n".join(lines)
    return text_changes(_VALUES)(data, random) if random.random() < 0.1 else data


@cache
def _names() -> tuple[str, ...]:
    """Names and ids of what is in the graph."""
    return tuple(
        sorted({value for r in _linked()[:1] for e in r["entities"] for value in (e["id"], e["name"], *e["aliases"])})
    )


def _change_query(data: bytes, random: Random) -> bytes:
    form, _, query = data.partition(b"\n")
    if random.random() < 0.05:
        form = random.choice((b"csv", b"tsv", b"json", b"xml", b"ttl", b"nt", b"rdf", b"jsonld"))
    return form + b"\n" + text_changes(_SPARQL)(query, random)


def _start_parameters() -> Act:
    import pyoxigraph as ox

    from kg.graph.catalogue import ask, find_question, load_catalogue
    from kg.graph.sparql import over_store

    store = ox.Store()
    store.extend(ox.parse(_turtle(), ox.RdfFormat.TURTLE))
    engine, catalogue = over_store(store), load_catalogue()

    def act(data: bytes) -> object:
        name, *pairs = data.decode("utf-8", "surrogateescape").split("\n")
        given = dict(pair.partition("=")[::2] for pair in pairs)
        return ask(find_question(name, catalogue), given, engine).rows

    return act


def _parameters() -> list[bytes]:
    from kg.graph.catalogue import load_catalogue

    kinds = {"entity": "KPU", "region": "51", "article": "a1", "date": "2024-08-30", "integer": "2", "language": "en"}
    return [
        "\n".join([name, *(f"{p.name}={kinds[p.type]}" for p in question.parameters)]).encode()
        for name, question in load_catalogue().items()
    ]


def _start_protocol() -> Act:
    from kg.serving.protocol import preferred, read_request

    def act(data: bytes) -> object:
        method, url, kind, accept, body = (data.split(b"\n", 4) + [b""] * 5)[:5]
        preferred(accept.decode("latin-1"))
        return read_request(method.decode("latin-1"), url, kind.decode("latin-1"), body)

    return act


def _requests() -> list[bytes]:
    form = "application/x-www-form-urlencoded"
    return [
        b"GET\nquery=ASK+%7B%7D&default-graph-uri=http://x\n\ntext/csv;q=0.5, */*\n",
        f"POST\n\n{form}\n*/*\nquery=ASK+%7B%7D".encode(),
        b"POST\ndefault-graph-uri=x\napplication/sparql-query; charset=utf-8\napplication/json\nASK {}",
        b"POST\n\napplication/sparql-update\n\nDROP ALL",
    ]


_HTTP = (
    "query=",
    "&",
    "=",
    "%",
    "%FF",
    "%ED%A0%80",
    "+",
    ";",
    ",",
    ";q=",
    "q=nan",
    "q=1e999",
    "POST",
    "update=",
    "\n",
    "*/*",
)

TARGETS = (
    Target("sparql", "a query, and its answer in every format", _start_sparql, _sparql, _change_query, seconds=20.0),
    Target("parameters", "values of the named questions", _start_parameters, _parameters, _change_parameters, 400),
    Target("protocol", "requests to the endpoint", _start_protocol, _requests, text_changes(_HTTP), 1000),
)
