"""A store and an IRI → what is known of it: as triples, or as the values of its page."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.graph.sparql import over_store
from kg.graph.terms import PREF_LABEL, RDFS, SCHEMA, kg

_LIMIT = 500
_DEFAULT = ox.DefaultGraph()
_LABELS = (PREF_LABEL, ox.NamedNode(RDFS + "label"), ox.NamedNode(SCHEMA + "headline"))
_CLAIMS = """PREFIX kg: <https://kg.example/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?who ?whoName ?what ?whatName ?date ?status ?confidence ?quote ?headline ?url ?claim WHERE {
  VALUES (?thing) { (UNDEF) }
  ?claim ?link ?thing ; kg:status ?status ; kg:confidence ?confidence .
  ?claim ?subject ?who . FILTER(?subject IN (org:member, kg:participant))
  ?claim ?object ?what . FILTER(?object IN (kg:post, kg:event))
  ?who skos:prefLabel ?whoName . ?what skos:prefLabel ?whatName .
  ?claim kg:evidence ?evidence .
  ?evidence oa:hasSource ?article ; oa:hasSelector ?selector . ?selector oa:exact ?quote .
  OPTIONAL { ?what kg:date ?eventDate }
  OPTIONAL { ?claim kg:firstSeen ?first ; kg:lastSeen ?last }
  BIND(IF(?first = ?last, STR(?last), CONCAT(STR(?first), " – ", STR(?last))) AS ?seen)
  BIND(COALESCE(STR(?eventDate), ?seen, "") AS ?date)
  OPTIONAL { ?article skos:prefLabel ?headline }
  OPTIONAL { ?article schema:url ?url }
}
ORDER BY ?date STR(?whatName) STR(?whoName) STR(?quote)
LIMIT 500"""


def describe_entity(store: ox.Store, iri: ox.NamedNode) -> list[ox.Triple]:
    """What is said of it, and of the claims, evidence and other nodes that name it, one step away."""
    out = [quad.triple for quad in store.quads_for_pattern(iri, None, None, _DEFAULT)]
    into = [quad.triple for quad in islice(store.quads_for_pattern(None, None, iri, _DEFAULT), _LIMIT)]
    claims = {t.subject for t in into if isinstance(t.subject, ox.NamedNode)}
    around = [
        quad.triple
        for claim in sorted(claims, key=str)
        if any(store.quads_for_pattern(claim, kg("status"), None, _DEFAULT))
        for quad in store.quads_for_pattern(claim, None, None, _DEFAULT)
    ]
    return sorted({*out, *into, *around}, key=str)


def page_of(store: ox.Store, iri: ox.NamedNode) -> tuple[int, str, bytes]:
    """Status, media type, and the values of the page as JSON."""
    facts = [_row(store, q.predicate, q.object) for q in store.quads_for_pattern(iri, None, None, _DEFAULT)]
    found = islice(store.quads_for_pattern(None, None, iri, _DEFAULT), _LIMIT)
    named = [_row(store, q.predicate, q.subject) for q in found]
    if not facts and not named:
        return 404, "text/plain", b"nothing is known of that IRI"
    answer = over_store(store)(_CLAIMS, parameters={"thing": iri})
    claims = [
        {name: getattr(cell, "value", "") for name, cell in zip(answer.variables, row, strict=True)}
        for row in answer.rows
    ]
    page = {
        "iri": iri.value,
        "label": label_of(store, iri),
        "facts": sorted(facts, key=_order),
        "named": sorted(named, key=_order),
        "claims": claims,
    }
    return 200, "application/json", json.dumps(page, ensure_ascii=False).encode()


def label_of(store: ox.Store, node: ox.NamedNode) -> str:
    """The label of a node, the Indonesian one first; the end of its IRI when it has none."""
    for predicate in _LABELS:
        labels = [q.object for q in store.quads_for_pattern(node, predicate, None, _DEFAULT)]
        shown = sorted((x.language != "id", x.value) for x in labels if isinstance(x, ox.Literal))
        if shown:
            return shown[0][1]
    return node.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _row(store: ox.Store, predicate: ox.NamedNode, value: Any) -> dict[str, str]:
    row = {"predicate": predicate.value, "name": predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]}
    if isinstance(value, ox.NamedNode):
        return row | {"iri": value.value, "text": label_of(store, value)}
    return row | {"iri": "", "text": getattr(value, "value", str(value)), "lang": getattr(value, "language", "") or ""}


def _order(row: dict[str, str]) -> tuple[str, str, str]:
    return row["name"], row["text"], row["iri"]
