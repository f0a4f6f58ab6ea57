"""Names and values → terms as text, which sorts, compares and joins without an object for each.

A term is written as in N-Triples: `<IRI>` or `"text"@en` or `"5"^^<datatype>`. A resource of the knowledge base is
its id between `</` and `>`, whatever signs that has; base IRI and percent-encoding come in when it is written out.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, TypeAlias

from kg.graph.terms import ALT_LABEL, DCTERMS, OA, ORG, PREF_LABEL, PROV, SCHEMA, SEM, TYPE, XSD, encode
from kg.ontology import NS

Written: TypeAlias = str
Fact: TypeAlias = tuple[Written, Written]
Triple: TypeAlias = tuple[Written, Written, Written]

A: Final[Written] = str(TYPE)
LABEL: Final[Written] = str(PREF_LABEL)
ALIAS: Final[Written] = str(ALT_LABEL)
_FIRST: Final = {A: "0", LABEL: "1", ALIAS: "2"}
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"), "dateTime"),
)


def resource(local: str) -> Written:
    """A resource of the knowledge base by its id."""
    return f"</{local}>"


def iri(value: str) -> Written:
    """An absolute IRI, which must be one."""
    return f"<{value}>"


@cache
def kg(name: str) -> Written:
    """A term of our vocabulary."""
    return f"<{NS}{name}>"


@cache
def org(name: str) -> Written:
    """A term of the Organization Ontology."""
    return f"<{ORG}{name}>"


@cache
def prov(name: str) -> Written:
    """A term of PROV-O."""
    return f"<{PROV}{name}>"


@cache
def oa(name: str) -> Written:
    """A term of the Web Annotation Vocabulary."""
    return f"<{OA}{name}>"


@cache
def sem(name: str) -> Written:
    """A term of the Simple Event Model."""
    return f"<{SEM}{name}>"


@cache
def schema(name: str) -> Written:
    """A term of schema.org."""
    return f"<{SCHEMA}{name}>"


@cache
def dcterms(name: str) -> Written:
    """A term of Dublin Core."""
    return f"<{DCTERMS}{name}>"


def text(value: str, language: str | None = None) -> Written:
    """A literal of any text. Half a surrogate pair, which no encoding can carry, becomes U+FFFD.

    >>> text('the "big" one'), text("rapat", "id")
    ('"the \\\\"big\\\\" one"', '"rapat"@id')
    """
    if not value.isprintable() or '"' in value or "\\" in value:  # quicker than to look for the special signs
        value = _SPECIAL.sub(_escape, value)
    return f'"{value}"@{language.lower()}' if language else f'"{value}"'


@lru_cache(maxsize=1 << 14)
def typed(value: str, datatype: str) -> Written:
    """A literal of one of the XML Schema datatypes, by its local name."""
    return f"{text(value)}^^<{XSD}{datatype}>"


@lru_cache(maxsize=1 << 10)
def word(value: str) -> Written:
    """A literal that comes again and again: a status, a role, the name of a rule."""
    return text(value)


def truth(value: bool) -> Written:  # noqa: FBT001 - it is the value
    return typed("true" if value else "false", "boolean")


def whole(value: int) -> Written:
    """A whole number."""
    return typed(str(value), "integer")


def decimal(value: float) -> Written:
    """A decimal with at most four digits behind the point; what is no number stays visible as a double."""
    if not math.isfinite(value):
        return typed({"nan": "NaN", "inf": "INF", "-inf": "-INF"}[str(float(value))], "double")
    return _decimal(repr(float(value)))


@lru_cache(maxsize=1 << 14)
def _decimal(value: str) -> Written:
    shown = f"{Decimal(value):.4f}".rstrip("0")
    return typed(shown + "0" if shown.endswith(".") else shown, "decimal")


@lru_cache(maxsize=1 << 14)
def when(value: str) -> Written:
    """A day, a month, a year or a moment with its XML Schema type; anything else stays plain text.

    >>> when("2024-08"), when("soon")
    ('"2024-08"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>', '"soon"')
    """
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value) and value.isascii() and _exists(value, datatype):
            return typed(value, datatype)
    return text(value)


def absolute(term: Written, base_iri: str) -> Written:
    """A term with the base IRI in it, as N-Triples writes it.

    >>> absolute("</person/a b>", "https://data.example.org/id/")
    '<https://data.example.org/id/person/a%20b>'
    """
    return f"<{base_iri}{encode(term[2:-1])}>" if term.startswith("</") else term


def place(predicate: Written) -> str:
    """What predicates are sorted by: the type and labels first."""
    return _FIRST.get(predicate, predicate)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04X}"


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
