"""A store and an IRI → what is known of it: as triples, or as the values of its page."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.graph.sparql import over_store
from kg.graph.terms import PREF_LABEL, RDFS, SCHEMA, kg

_LIMIT = 500
_COMPANY = 100  # shown of those named beside a thing
_DEFAULT = ox.DefaultGraph()
_LABELS = (PREF_LABEL, ox.NamedNode(RDFS + "label"), ox.NamedNode(SCHEMA + "headline"))
_CLAIMS = """PREFIX kg: <https://kg.example/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?who ?whoName ?role ?what ?whatName ?date ?status ?confidence ?quote ?headline ?url ?claim WHERE {
  VALUES (?thing) { (UNDEF) }
  ?claim ?link ?thing ; kg:status ?status ; kg:confidence ?confidence .
  ?claim ?subject ?who . FILTER(?subject IN (org:member, kg:participant))
  ?claim ?object ?what . FILTER(?object IN (kg:post, kg:event))
  ?who skos:prefLabel ?whoName . ?what skos:prefLabel ?whatName .
  OPTIONAL { ?claim sem:roleType ?roleType . ?roleType skos:prefLabel ?local , ?english .
    FILTER(LANG(?local) = "id" && LANG(?english) = "en") BIND(CONCAT(STR(?local), " · ", STR(?english)) AS ?role) }
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
_TOGETHER = """PREFIX kg: <https://kg.example/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?other ?name ?scope ?count WHERE {
  VALUES (?thing) { (UNDEF) }
  ?pair kg:between ?thing ; kg:between ?other ; kg:scope ?scope ; kg:count ?count .
  ?other skos:prefLabel ?name . FILTER(?other != ?thing)
}"""
_SCOPES = ("article", "event", "paragraph", "sentence")
_BETWEEN, _BESIDE = kg("between"), kg("coOccursWith")  # told by a table of their own


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
    out = list(store.quads_for_pattern(iri, None, None, _DEFAULT))
    into = store.quads_for_pattern(None, None, iri, _DEFAULT)
    if not out and next(iter(into), None) is None:
        return 404, "text/plain", b"nothing is known of that IRI"
    facts = [_row(store, q.predicate, q.object) for q in out if q.predicate != _BESIDE]
    into = store.quads_for_pattern(None, None, iri, _DEFAULT)
    others = (q for q in into if q.predicate not in (_BETWEEN, _BESIDE) and not _is_claim(store, q.subject))
    named = [_row(store, q.predicate, q.subject) for q in islice(others, _LIMIT)]
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
        **_together(store, iri),
    }
    return 200, "application/json", json.dumps(page, ensure_ascii=False).encode()


def _is_claim(store: ox.Store, node: Any) -> bool:
    """Whether a node is a claim, with a status: the table of claims has it."""
    return next(iter(store.quads_for_pattern(node, kg("status"), None, _DEFAULT)), None) is not None


def _together(store: ox.Store, iri: ox.NamedNode) -> dict[str, Any]:
    """Who is named beside it, in most articles first, and how many more there are."""
    found: dict[str, dict[str, Any]] = {}
    for cells in over_store(store)(_TOGETHER, parameters={"thing": iri}).rows:
        other, name, scope, count = (getattr(cell, "value", "") for cell in cells)
        row = found.setdefault(other, {"iri": other, "text": name} | dict.fromkeys(_SCOPES, 0))
        row[scope] = int(count)
    ordered = sorted(found.values(), key=lambda row: (*(-row[scope] for scope in _SCOPES), row["text"], row["iri"]))
    return {"together": ordered[:_COMPANY], "company": len(ordered)}


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
