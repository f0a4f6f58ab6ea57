"""What a user calls something → its IRI in the graph: by IRI, id or name. It never guesses among several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.sparql import Engine
from kg.graph.terms import DEFAULT_BASE, encode, text

_PREFIXES = """PREFIX kg: <https://kg.example/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_CLASSES = {
    "entity": "foaf:Person org:FormalOrganization org:OrganizationalCollaboration",
    "region": "kg:Region",
    "article": "schema:NewsArticle",
}
_PROPERTIES = "skos:prefLabel|skos:altLabel|dcterms:identifier|kg:code|schema:url"
_WORD = re.compile(r"\w+")
_SHOWN = 8


def find_named(
    value: str, kind: str, engine: Engine, *, where: str = "query", base_iri: str = DEFAULT_BASE
) -> ox.NamedNode:
    """The one thing of a kind (entity, region or article) with that IRI, id or name.

    A name is compared whole first, then without regard to case, then by its words, which must all be in one name.
    Raises QueryError when nothing or more than one thing is meant, and shows which.
    """
    for iri in _as_iris(value, base_iri):
        if engine(f"{_PREFIXES} ASK {{ VALUES ?class {{ {_CLASSES[kind]} }} ?s a ?class }}", {"s": iri}).truth:
            return iri
    found = _exactly(value, kind, engine)
    if not found:
        found = _loosely(value, kind, engine, where)
    if len(found) == 1:
        return next(iter(found))
    names = _preferred(found, engine)
    listed = sorted(f"{iri.value} ({names.get(iri, name)})" for iri, name in found.items())
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    raise QueryError(
        f"{value!r} is the name of several: {'; '.join(listed[:_SHOWN])}{more}",
        where=where,
        hint="give one of these IRIs",
    )


def _preferred(found: Iterable[ox.NamedNode], engine: Engine) -> dict[ox.NamedNode, str]:
    """What each is called in the graph, since it may have been found by another name."""
    query = f"{_PREFIXES} SELECT ?s ?name WHERE {{ ?s skos:prefLabel ?name }}"
    labels = {
        iri: [name for _, name in engine(query, {"s": iri}).rows if isinstance(name, ox.Literal)] for iri in found
    }
    return {iri: min(label.value for label in given) for iri, given in labels.items() if given}


def _as_iris(value: str, base_iri: str) -> list[ox.NamedNode]:
    """What the value would be as an IRI, and as an id below the base."""
    candidates = [value.strip("<>")] if re.match(r"<?[a-z][a-z0-9+.-]*:", value) else []
    candidates += [base_iri + encode(value)] if "/" in value else []
    iris = []
    for candidate in candidates:
        try:
            iris.append(ox.NamedNode(candidate))
        except ValueError:
            continue
    return iris


def _exactly(value: str, kind: str, engine: Engine) -> dict[ox.NamedNode, str]:
    query = f"""{_PREFIXES}
SELECT DISTINCT ?s ?name WHERE {{ VALUES ?class {{ {_CLASSES[kind]} }} ?s {_PROPERTIES} ?name . ?s a ?class }}"""
    rows = [
        row
        for term in (text(value), text(value, "id"), text(value, "en"))
        for row in engine(query, {"name": term}).rows
    ]
    return {iri: value for iri, *_ in rows if isinstance(iri, ox.NamedNode)}


def _loosely(value: str, kind: str, engine: Engine, where: str) -> dict[ox.NamedNode, str]:
    query = f"""{_PREFIXES}
SELECT ?s ?name WHERE {{ VALUES ?class {{ {_CLASSES[kind]} }} ?s a ?class . ?s {_PROPERTIES} ?name }}"""
    wanted = value.casefold()
    asked = set(_WORD.findall(wanted))
    same: dict[ox.NamedNode, str] = {}
    partly: dict[ox.NamedNode, str] = {}
    names: set[str] = set()
    for iri, name in engine(query, {}).rows:
        if isinstance(iri, ox.NamedNode) and isinstance(name, ox.Literal):
            names.add(name.value)
            folded = name.value.casefold()
            if folded == wanted:
                same[iri] = name.value
            elif asked and asked <= set(_WORD.findall(folded)):
                partly[iri] = min(partly.get(iri, name.value), name.value)
    if same or partly:
        return same or partly
    near = get_close_matches(value, sorted(names), n=3, cutoff=0.6)
    hint = (
        f"did you mean {', '.join(repr(n) for n in near)}?" if near else "look names up in the explorer, or give an IRI"
    )
    raise QueryError(f"nothing in the graph is called {value!r}", where=where, hint=hint)
