"""Turtle → a SPARQL 1.1 Graph Store over HTTP, of any maker.

https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import base64
import urllib.error
import urllib.request
from urllib.parse import urlencode, urlsplit

from kg.errors import OutputError, UsageError

_HINTS = {
    401: "set the user and password: --user NAME, and the password in KG_PASSWORD",
    403: "the store does not let this user write there",
    404: "look the address of the graph store up in the store's manual; Oxigraph's is /store, Fuseki's /NAME/data",
    405: "the address takes no uploads; Oxigraph's graph store is at /store, Fuseki's at /NAME/data",
    413: "the store takes no file of that size: raise its limit",
}


def put_graph(
    data: bytes,
    store: str,
    *,
    graph: str | None = None,
    add: bool = False,
    media_type: str = "text/turtle",
    user: tuple[str, str] | None = None,
    seconds: float = 600.0,
) -> int:
    """Send RDF to a graph of a store (its default graph when none is named); returns the HTTP status.

    The graph is replaced, or added to. Raises UsageError at an address that is no http(s) URL, OutputError when a store
    can't be reached or refuses.
    """
    parts = urlsplit(store)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise UsageError(f"not an http address: {store!r}", where="--graph-store", hint="give https://host/path")
    query = "&".join(part for part in (parts.query, urlencode({"graph": graph}) if graph else "default") if part)
    url = parts._replace(query=query, fragment="").geturl()
    headers = {"Content-Type": media_type}
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(":".join(user).encode()).decode()
    request = urllib.request.Request(url, data, headers, method="POST" if add else "PUT")  # noqa: S310 - checked above
    try:
        with urllib.request.urlopen(request, timeout=seconds) as response:  # noqa: S310 - checked above
            return int(response.status)
    except urllib.error.HTTPError as error:
        said = error.read(300).decode("utf-8", "replace").strip().replace("\n", " ")
        hint = _HINTS.get(error.code, "look at the log of the store")
        raise OutputError(f"the store answered {error.code}: {said or error.reason}", where=store, hint=hint) from None
    except OSError as error:
        reason = getattr(error, "reason", None) or error
        raise OutputError(
            f"the store can't be reached: {reason}", where=store, hint="is it running, at that address?"
        ) from None
