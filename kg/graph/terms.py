"""Names and values → RDF terms of pyoxigraph, for queries; no hostile text can break them: it is a literal, or encoded.

The prefixes of every RDF output are here, once; the facts of a graph are written by `kg.graph.notation`.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import UsageError
from kg.ontology import CONCEPT, NS, RDF_TYPE, SKOS

DEFAULT_BASE: Final = "https://kg.example/id/"

ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SCHEMA: Final = "https://schema.org/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
GEO: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"

VOCABULARIES: Final = {
    "kg": NS, "concept": CONCEPT, "org": ORG, "prov": PROV, "oa": OA, "sem": SEM, "schema": SCHEMA, "foaf": FOAF,
    "dcterms": DCTERMS, "geo": GEO, "skos": SKOS, "owl": OWL, "rdfs": RDFS, "rdf": RDF, "xsd": XSD,
}  # fmt: skip
KINDS: Final = (
    "institution", "person", "event", "post", "region", "place", "article", "claim", "cooccurrence", "evidence",
    "subordination", "run",
)  # fmt: skip

TYPE: Final = ox.NamedNode(RDF_TYPE)
PREF_LABEL: Final = ox.NamedNode(SKOS + "prefLabel")
ALT_LABEL: Final = ox.NamedNode(SKOS + "altLabel")

Term = ox.NamedNode | ox.Literal
_PLAIN = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*")
_ILL_FORMED = re.compile("[\ud800-\udfff]")


def kg(name: str) -> ox.NamedNode:
    """A term of our vocabulary."""
    return ox.NamedNode(NS + name)


def text(value: str, language: str | None = None) -> ox.Literal:
    """A literal of any text. Half a surrogate pair, which no encoding can carry, becomes U+FFFD."""
    clean = _ILL_FORMED.sub("\ufffd", value)
    return ox.Literal(clean, language=language) if language else ox.Literal(clean)


def typed(value: str, datatype: str) -> ox.Literal:
    """A literal of one of the XML Schema datatypes, by its local name."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


def encode(local: str) -> str:
    """The local part of an IRI: unreserved characters and slashes stay, all others are percent-encoded; injective.

    >>> encode("person/a b>"), encode("person/..")
    ('person/a%20b%3E', 'person/%2E%2E')
    """
    if _PLAIN.fullmatch(local):
        return local
    path = quote(local.encode("utf-8", "surrogatepass"), safe="/")
    return "/".join(part.replace(".", "%2E") if part.strip(".") == "" else part for part in path.split("/"))


def check_base_iri(value: str) -> str:
    """The base when it is an absolute IRI that ends with a slash or a hash sign; raises UsageError otherwise."""
    hint = "give something like https://data.example.org/id/"
    if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+[/#]", value):
        raise UsageError(f"not an absolute IRI that ends with / or #: {value!r}", where="--base-iri", hint=hint)
    try:
        next(iter(ox.parse(f"<{value}x> <{value}x> <{value}x> .", ox.RdfFormat.N_TRIPLES)))
    except (SyntaxError, ValueError):
        raise UsageError(f"not an absolute IRI: {value!r}", where="--base-iri", hint=hint) from None
    return value


def prefixes(base_iri: str = DEFAULT_BASE) -> dict[str, str]:
    """Prefix → namespace of the outputs, in the order in which they are written."""
    return VOCABULARIES | {kind: f"{base_iri}{kind}/" for kind in KINDS}
