"""What a user calls something → its IRI in the graph: by IRI, id or name. It never guesses among several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.finding import is_titled, words_of
from kg.graph.meant import meant
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
    found = _exactly(value, kind, engine) or _loosely(value, kind, engine, where)
    if len(found) == 1 and kind == "entity":
        found |= _called_alike(value, next(iter(found)), engine)
    if len(found) == 1:
        return next(iter(found))
    names, offices = _preferred(found, engine), _offices(found, engine)
    listed = sorted(
        f"\n  {_as_id(iri, base_iri)}  {', '.join((names.get(iri, name), *offices.get(iri, ())))}"
        for iri, name in found.items()
    )
    more = f"\n  and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    hint = f"give the id of one:{''.join(listed[:_SHOWN])}{more}"
    raise QueryError(f"{value!r} is the name of several", where=where, hint=hint)


def _as_id(iri: ox.NamedNode, base_iri: str) -> str:
    """An id as other commands print it, where it is one that `_as_iris` would take back."""
    local = unquote(iri.value.removeprefix(base_iri))
    return local if base_iri + encode(local) == iri.value else iri.value


def _called_alike(value: str, found: ox.NamedNode, engine: Engine) -> dict[ox.NamedNode, str]:
    """Others of its class that articles name by these words and more, where the one found is called so as an alias."""
    if _preferred([found], engine).get(found, "").casefold() == value.casefold():
        return {}
    query = f"""{_PREFIXES}
SELECT DISTINCT ?known ?s ?name WHERE {{
  ?known a ?class . ?s a ?class ; skos:prefLabel ?name .
  FILTER(?class NOT IN (org:FormalOrganization, org:OrganizationalCollaboration))
  FILTER NOT EXISTS {{ ?s kg:context true }}
}}"""
    asked = words_of(value)
    return {
        iri: name.value
        for _, iri, name in engine(query, {"known": found}).rows
        if isinstance(iri, ox.NamedNode) and isinstance(name, ox.Literal) and asked and asked <= words_of(name.value)
    }


def _preferred(found: Iterable[ox.NamedNode], engine: Engine) -> dict[ox.NamedNode, str]:
    """What each is called in the graph, since it may have been found by another name."""
    query = f"{_PREFIXES} SELECT ?s ?name WHERE {{ ?s skos:prefLabel ?name }}"
    labels = {
        iri: [name for _, name in engine(query, {"s": iri}).rows if isinstance(name, ox.Literal)] for iri in found
    }
    return {iri: min(label.value for label in given) for iri, given in labels.items() if given}


def _offices(found: Iterable[ox.NamedNode], engine: Engine) -> dict[ox.NamedNode, tuple[str, ...]]:
    """The offices that tell one person from namesakes."""
    query = f"{_PREFIXES} SELECT ?s ?name WHERE {{ ?s kg:holdsPost ?post . ?post skos:prefLabel ?name }}"
    held = {iri: [name for _, name in engine(query, {"s": iri}).rows if isinstance(name, ox.Literal)] for iri in found}
    return {iri: tuple(sorted({label.value for label in given})[:2]) for iri, given in held.items()}


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
    wanted = value.casefold()
    asked = words_of(value)
    same: dict[ox.NamedNode, str] = {}
    partly: dict[ox.NamedNode, str] = {}
    names: dict[ox.NamedNode, list[str]] = defaultdict(list)
    for iri, name in _values(_PROPERTIES, kind, engine):
        names[iri].append(name)
        if name.casefold() == wanted:
            same[iri] = name
        elif asked and asked <= words_of(name):
            partly[iri] = min(partly.get(iri, name), name)
    found = same or partly
    if not found and kind == "entity":
        found = _titled(value, names, engine) or _listed(value, names)
    if found:
        return found
    near = get_close_matches(value, sorted({name for given in names.values() for name in given}), n=3, cutoff=0.6)
    hint = (
        f"did you mean {', '.join(repr(n) for n in near)}?" if near else "look names up in the explorer, or give an IRI"
    )
    raise QueryError(f"nothing in the graph is called {value!r}", where=where, hint=hint)


def _titled(value: str, names: Mapping[ox.NamedNode, list[str]], engine: Engine) -> dict[ox.NamedNode, str]:
    """Who is named with ranks, titles or degrees that articles give them."""
    titles: dict[ox.NamedNode, list[str]] = defaultdict(list)
    for iri, title in _values("kg:rank|kg:honorific|kg:degree", "entity", engine):
        titles[iri].append(title)
    return {iri: min(names[iri]) for iri, given in titles.items() if is_titled(value, names[iri], given)}


def _listed(value: str, names: Mapping[ox.NamedNode, list[str]]) -> dict[ox.NamedNode, str]:
    """The body that is called so, whatever articles call it; its identifier in the gazetteer is among its names."""
    post, units = meant(value)
    return {iri: min(given) for iri, given in names.items() if post is None and not units.isdisjoint(given)}


def _values(properties: str, kind: str, engine: Engine) -> Iterator[tuple[ox.NamedNode, str]]:
    query = f"""{_PREFIXES}
SELECT ?s ?value WHERE {{ VALUES ?class {{ {_CLASSES[kind]} }} ?s a ?class . ?s {properties} ?value }}"""
    for iri, value in engine(query, {}).rows:
        if isinstance(iri, ox.NamedNode) and isinstance(value, ox.Literal):
            yield iri, value.value
