"""Names and values → RDF terms that no hostile text can break: IRIs are percent-encoded, everything else is a literal.

The prefixes of every RDF output are here, once.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
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
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"), "dateTime"),
)


def kg(name: str) -> ox.NamedNode:
    """A term of our vocabulary."""
    return ox.NamedNode(NS + name)


def org(name: str) -> ox.NamedNode:
    """A term of the Organization Ontology."""
    return ox.NamedNode(ORG + name)


def prov(name: str) -> ox.NamedNode:
    """A term of PROV-O."""
    return ox.NamedNode(PROV + name)


def sem(name: str) -> ox.NamedNode:
    """A term of the Simple Event Model."""
    return ox.NamedNode(SEM + name)


def schema(name: str) -> ox.NamedNode:
    """A term of schema.org."""
    return ox.NamedNode(SCHEMA + name)


def dcterms(name: str) -> ox.NamedNode:
    """A term of Dublin Core."""
    return ox.NamedNode(DCTERMS + name)


def text(value: str, language: str | None = None) -> ox.Literal:
    """A literal of any text. Half a surrogate pair, which no encoding can carry, becomes U+FFFD."""
    clean = _ILL_FORMED.sub("\ufffd", value)
    return ox.Literal(clean, language=language) if language else ox.Literal(clean)


def typed(value: str, datatype: str) -> ox.Literal:
    """A literal of one of the XML Schema datatypes, by its local name."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


def whole(value: int) -> ox.Literal:
    return typed(str(value), "integer")


def decimal(value: float) -> ox.Literal:
    """A decimal with at most four digits behind the point; what is no number stays visible as a double."""
    if not math.isfinite(value):
        return typed({"nan": "NaN", "inf": "INF", "-inf": "-INF"}[str(float(value))], "double")
    shown = f"{Decimal(repr(float(value))):.4f}".rstrip("0")
    return typed(shown + "0" if shown.endswith(".") else shown, "decimal")


def when(value: str) -> ox.Literal:
    """A day, a month, a year or a moment with its XML Schema type; anything else stays plain text.

    >>> when("2024-08"), when("soon")
    (<Literal value=2024-08 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>, <Literal value=soon datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#string>>)
    """  # noqa: E501 - the shape of a doctest
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value) and value.isascii() and _exists(value, datatype):
            return typed(value, datatype)
    return text(value)


def _exists(value: str, datatype: str) -> bool:
    """Whether the calendar has that day or month."""
    try:
        if datatype == "dateTime":
            datetime.fromisoformat(value)
        else:
            date.fromisoformat(value + "-01-01"[: 10 - len(value)] if datatype == "gYear" else (value + "-01")[:10])
    except ValueError:
        return False
    return True


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
