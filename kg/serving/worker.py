"""A process that answers from the store, one request at a time: `python -m kg.serving.worker GRAPH MAX_BYTES`.

It can be killed at any moment: pyoxigraph has no way to stop a query from outside. Requests come on stdin, answers go
to stdout. The store is only read, and no query reaches out of it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any, cast

import pyoxigraph as ox

from kg.errors import KGError
from kg.graph.catalogue import Question, ask, find_question, load_catalogue
from kg.graph.query_text import check_query
from kg.graph.results import Answer, serialise, sorted_prefixes, xml_safe
from kg.graph.sparql import malformed, over_store
from kg.graph.store import find_source, open_store
from kg.graph.terms import prefixes
from kg.serving import frames
from kg.serving.entities import describe_entity, page_of

ROWS = {
    "application/sparql-results+json": ("json", ox.QueryResultsFormat.JSON),
    "application/sparql-results+xml": ("xml", ox.QueryResultsFormat.XML),
    "text/csv": ("csv", ox.QueryResultsFormat.CSV),
    "text/tab-separated-values": ("tsv", ox.QueryResultsFormat.TSV),
}
GRAPHS = {
    "text/turtle": ("ttl", ox.RdfFormat.TURTLE),
    "application/n-triples": ("nt", ox.RdfFormat.N_TRIPLES),
    "application/rdf+xml": ("rdf", ox.RdfFormat.RDF_XML),
    "application/ld+json": ("jsonld", ox.RdfFormat.JSON_LD),
}
_ANY = ["*/*"]
_MEMORY = 6 * 2**30


class TooLargeError(Exception):
    """The answer has more bytes than allowed."""


class _Limited(io.RawIOBase):
    """Collects bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        self.data = bytearray()
        self._limit = limit

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if len(self.data) + len(data) > self._limit:
            raise OSError("too large")
        self.data += data
        return len(data)


def main(graph: str, max_bytes: str) -> None:
    """Answer requests until stdin ends."""
    _limit_memory()
    store = open_store(find_source(graph))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while (frame := frames.read(requests)) is not None:
        try:
            status, media, body = _answer(store, frame[0], int(max_bytes))
        except TooLargeError:
            status, media = 413, "text/plain"
            body = f"the answer has more than {int(max_bytes) // 2**20} MB: add LIMIT, or ask for less".encode()
        except KGError as error:
            status, media, body = 400, "text/plain", str(error).encode("utf-8", "replace")
        answers.write(frames.pack({"status": status, "type": media}, body))
        answers.flush()


def _answer(store: ox.Store, request: dict[str, Any], limit: int) -> tuple[int, str, bytes]:
    """Status, media type and body."""
    accept: Sequence[str] = request.get("accept") or _ANY
    match request["op"]:
        case "query":
            return _query(store, request, accept, limit)
        case "question":
            engine = over_store(store)
            question = find_question(request["name"], _catalogue())
            answer = ask(question, request["given"], engine, base_iri=request["base_iri"])
            return _values(answer, accept, limit, request["base_iri"])
        case "describe":
            triples = describe_entity(store, ox.NamedNode(request["iri"]))
            if not triples:
                return 404, "text/plain", b"nothing is known of that IRI"
            return _values(Answer(triples=triples), accept, limit, request["base_iri"])
        case _:
            return page_of(store, ox.NamedNode(request["iri"]))


def _query(store: ox.Store, request: dict[str, Any], accept: Sequence[str], limit: int) -> tuple[int, str, bytes]:
    check_query(request["query"])
    given: dict[str, Any] = {}
    out = _Limited(limit)
    try:
        if request["default"] or request["named"]:
            given["default_graph"] = [ox.NamedNode(value) for value in request["default"]]
            given["named_graphs"] = [ox.NamedNode(value) for value in request["named"]]
        result = store.query(request["query"], prefixes=prefixes(request["base_iri"]), **given)
        if isinstance(result, ox.QueryTriples):
            media = choose(accept, list(GRAPHS))
            if media:
                shown = prefixes(request["base_iri"])
                ox.serialize(result, cast("Any", out), format=GRAPHS[media][1], prefixes=shown)
        else:
            media = choose(accept, list(ROWS))
            if media:
                result.serialize(cast("Any", out), format=ROWS[media][1])
    except SyntaxError as error:
        return 400, "text/plain", str(malformed(error.msg, request["query"])).encode()
    except (OSError, RuntimeError, ValueError) as error:
        if str(error) == "too large":
            raise TooLargeError from None
        return 400, "text/plain", f"the query failed: {error}".encode()
    if media is None:
        return 406, "text/plain", ("can be had as " + ", ".join([*ROWS, *GRAPHS])).encode()
    data = bytes(out.data)
    if media.endswith("xml"):
        return 200, media, xml_safe(data)
    return 200, media, sorted_prefixes(data) if media == "text/turtle" else data


def _values(answer: Answer, accept: Sequence[str], limit: int, base_iri: str) -> tuple[int, str, bytes]:
    formats = GRAPHS if answer.triples is not None else ROWS
    media = choose(accept, list(formats))
    if media is None:
        return 406, "text/plain", ("can be had as " + ", ".join(formats)).encode()
    body = serialise(answer, formats[media][0], base_iri=base_iri)
    if len(body) > limit:
        raise TooLargeError
    return 200, media, body


def choose(accept: Sequence[str], offered: Sequence[str]) -> str | None:
    """The first offered type that the client takes, in the client's order; None when it takes none of them."""
    aliases = {
        "application/json": "application/sparql-results+json",
        "application/xml": "application/sparql-results+xml",
        "text/xml": "application/sparql-results+xml",
    }
    for wanted in accept:
        wanted = aliases.get(wanted, wanted) if aliases.get(wanted) in offered else wanted
        for media in offered:
            if wanted in (media, "*/*") or (wanted.endswith("/*") and media.startswith(wanted[:-1])):
                return media
    return None


@cache
def _catalogue() -> dict[str, Question]:
    return load_catalogue()


def _limit_memory() -> None:
    """Let a query that eats the memory end this process only."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        return


if __name__ == "__main__":
    main(*sys.argv[1:])
