"""The text of a SPARQL query → its keywords, and whether it may go to an engine.

An engine's parser calls itself for every bracket: a query that nests or chains more than any person writes would end
the process, or take it for ever. Such a query is refused, and one that would reach out of the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError

_DEEPEST = 100  # brackets in brackets
_LONGEST = 2_000  # operators and clauses
_TWICE = frozenset(
    ("GROUP_CONCAT", "REGEX", "REPLACE", "SUBSTR")
)  # the parser reads their arguments twice, and those in them again
_TWICE_DEEPEST = 6
_MOST_PATTERNS = 150  # triples, steps of a path and groups: their order is sought in the fourth power of their number
_OPERATORS = frozenset("!+*&|=<>^-")
_PATTERN = frozenset("{.;/")
_CLAUSES = frozenset(("BIND", "EXISTS", "FILTER", "GRAPH", "MINUS", "OPTIONAL", "SELECT", "UNION"))
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_PARTS = re.compile("[A-Za-z_]+|-")
# Comments, IRIs, strings, names with a prefix and variables, so that a word or a bracket outside of them can be told. A
# string that is never closed goes to its end, and a run of letters is taken whole: each sign is looked at only twice.
_TOKEN = re.compile(
    r"""\#[^\n]*|(?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)"""
    r"""|\"{3}(?:[^"\\]|\\.|"(?!""))*+(?:\"{3})?|'{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3})?"""
    r"""|"(?:[^"\\\n\r]|\\.)*+"?|'(?:[^'\\\n\r]|\\.)*+'?|[?$]\w+|@[A-Za-z-]+|:(?:\\.|[\w.%:-])*"""
    r"""|(?P<run>[\w.-]++)(?::(?:\\.|[\w.%:-])*)?|(?P<sign>[][(){}!+*/&|=<>^,;])""",
    re.DOTALL,
)
_IN_IRI = re.compile(r"[][()]")  # what looks like an IRI may be two comparisons: ?a<(1)&&(2)>?b
_IN_LONG_IRI = re.compile(r"[][()!+*/&|=-]")
_LONG_IRI = 1_000


def check_query(query: str) -> None:
    r"""Raise QueryError when a query would reach out of the graph, or is nested or chained beyond all measure.

    `\uXXXX` may stand for a letter of a keyword: the query is read both as it is and with such escapes resolved.
    """
    for text in _readings(query):
        open_: list[str] = []
        count, patterns, last = 0, 0, ""
        for part in _tokens(text):
            if part == "SERVICE":
                hint = "take the SERVICE part out; the graph answers from its own data only"
                message = "SERVICE is refused: it would send a request to another machine"
                raise QueryError(message, where="query", hint=hint)
            patterns += part in _PATTERN or (part == "," and open_[-1:] in (["{"], ["["]))
            if part in _OPENING:
                open_.append(last if last in _TWICE else part)
            elif part in _CLOSING:
                del open_[-1:]
            else:
                count += part in _CLAUSES or part in _OPERATORS
            last = part
            twice = sum(part in _TWICE for part in open_) if last == "(" else 0
            if len(open_) > _DEEPEST or twice > _TWICE_DEEPEST or count > _LONGEST or patterns > _MOST_PATTERNS:
                raise QueryError("the query is nested too deep, or too long", where="query", hint="simplify the query")


def _readings(query: str) -> tuple[str, str]:
    """The query as it is, and with its escapes resolved."""
    return query, _ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2], 16) % 0x110000), query)


def _tokens(text: str) -> Iterator[str]:
    """The words in capitals and the signs, in their order."""
    for found in _TOKEN.finditer(text):
        if found.group().endswith(".") and found.group()[0] not in "#\"'":
            yield "."
        if found["sign"]:
            yield found["sign"]
        elif found["iri"]:
            yield from (_IN_LONG_IRI if len(found["iri"]) > _LONG_IRI else _IN_IRI).findall(found["iri"])
        elif found["run"] and found.end("run") == found.end():  # else a name with that prefix
            yield from (part.upper() for part in _PARTS.findall(found["run"]))
