"""HTTP request → what is asked, as the SPARQL 1.1 Protocol has it (query operation only).

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from kg.errors import KGError

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
MAX_BODY = 2**20


class RefusedError(KGError):
    """A request that is answered with a 4xx status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the graphs that it is asked of; none named means the graphs of the store."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def read_request(method: str, query_string: bytes, content_type: str, body: bytes) -> Asked:
    """The query operation of a request. Raises RefusedError with the status to answer."""
    in_url = _fields(query_string)
    kind = content_type.split(";")[0].strip().lower()
    if method in ("GET", "HEAD"):
        return _asked(in_url, in_url)
    if method != "POST":
        raise RefusedError(405, "use GET or POST")
    if len(body) > MAX_BODY:
        raise RefusedError(413, "the request is too long")
    if kind == UPDATE:
        raise RefusedError(403, "this endpoint is read-only: updates are refused")
    if kind == FORM:
        fields = _fields(body)
        return _asked(fields, fields)
    if kind == DIRECT:
        if "query" in in_url:
            raise RefusedError(400, "the query is given twice, in the address and in the body")
        return _asked({"query": [_text(body)]}, in_url)
    raise RefusedError(415, f"send {FORM} or {DIRECT}")


def _fields(data: bytes) -> dict[str, list[str]]:
    try:
        return parse_qs(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=200)
    except ValueError:
        raise RefusedError(400, "the parameters are not percent-encoded UTF-8") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "the query is not UTF-8") from None


def _asked(fields: Mapping[str, Sequence[str]], graphs: Mapping[str, Sequence[str]]) -> Asked:
    if "update" in fields:
        raise RefusedError(403, "this endpoint is read-only: updates are refused")
    queries = fields.get("query", ())
    if len(queries) != 1:
        raise RefusedError(400, "give exactly one query" if queries else "the parameter query is missing")
    return Asked(queries[0], tuple(graphs.get("default-graph-uri", ())), tuple(graphs.get("named-graph-uri", ())))


def preferred(accept: str) -> list[str]:
    """The media types of an Accept header, best first; everything when it is empty.

    >>> preferred("text/csv;q=0.5, application/json, text/html;q=0")
    ['application/json', 'text/csv']
    """
    found: list[tuple[float, int, str]] = []
    for at, part in enumerate(accept.split(",")):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = float(value)
                except ValueError:
                    quality = 0.0
        if media and quality > 0:
            found.append((-quality, at, media.lower()))
    return [media for _, _, media in sorted(found)] or ["*/*"]
