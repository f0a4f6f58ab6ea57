"""The ASGI application: explorer, query page, SPARQL endpoint, named questions, and a page an entity."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import KGError
from kg.graph.catalogue import Question, load_catalogue
from kg.graph.terms import DEFAULT_BASE, VOCABULARIES, prefixes
from kg.serving.pool import Pool, Reply
from kg.serving.protocol import MAX_BODY, RefusedError, preferred, read_request
from kg.serving.worker import GRAPHS, choose

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
_POLICY += "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_PAGES = Environment(loader=PackageLoader("kg.serving"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
_RUN = "SELECT ?run { ?run a <http://www.w3.org/ns/prov#Activity> ; <https://kg.example/ns#toolVersion> ?version }"


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: the graph, the folder's explorer, the limits, and the names that the server answers to."""

    graph: Path
    explorer: Path | None = None
    base_iri: str | None = None
    workers: int = 4
    seconds: float = 30.0
    max_bytes: int = 64 * 2**20
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")


def make_app(site: Site) -> Starlette:
    """The application over a graph; its workers live as long as it does."""
    server = _Server(site)
    routes = [
        Route("/", server.front),
        Route("/favicon.ico", _nothing),
        Route("/query", server.query_page),
        Route("/sparql", server.sparql, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]),
        Route("/questions", server.questions),
        Route("/questions/{name}", server.question),
        Route("/entity", server.entity),
        Route("/id/{local:path}", server.entity),
        Mount("/static", StaticFiles(packages=[("kg.serving", "static")])),
    ]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=list(site.hosts), www_redirect=False)
    return Starlette(
        routes=routes, lifespan=server.lifespan, middleware=[hosts], exception_handlers={KGError: _refused}
    )


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, RefusedError) else 400
    return _plain(Reply(status, "text/plain", str(error).encode("utf-8", "replace")))


async def _nothing(_: Request) -> Response:
    return Response(status_code=204)


def _plain(reply: Reply) -> Response:
    headers = {"X-Content-Type-Options": "nosniff", "Vary": "Accept"}
    if reply.status == 405:
        headers["Allow"] = "GET, HEAD, POST"
    media = f"{reply.media}; charset=utf-8" if reply.media.startswith("text/") else reply.media
    return Response(reply.body, reply.status, headers=headers, media_type=media)


class _Server:
    """The handlers, with the pool and what was found out about the graph at the start."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.pool = Pool(site.graph, size=site.workers, seconds=site.seconds, max_bytes=site.max_bytes)
        self.base_iri = site.base_iri or DEFAULT_BASE
        self.catalogue: Mapping[str, Question] = load_catalogue()

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        await self.pool.start()
        if self.site.base_iri is None:
            reply = await self._select(_RUN)
            rows = json.loads(reply.body)["results"]["bindings"] if reply.status == 200 else []
            if rows:
                self.base_iri = rows[0]["run"]["value"].rsplit("run/", 1)[0]
        try:
            yield
        finally:
            await self.pool.stop()

    async def _select(self, query: str) -> Reply:
        accept = ["application/sparql-results+json"]
        return await self.pool.ask(self._request("query", accept, query=query, default=[], named=[]))

    def _request(self, operation: str, accept: list[str], **more: Any) -> dict[str, Any]:
        return {"op": operation, "accept": accept, "base_iri": self.base_iri, **more}

    async def front(self, _: Request) -> Response:
        if self.site.explorer and self.site.explorer.is_file():
            return FileResponse(
                self.site.explorer, media_type="text/html", headers={"X-Content-Type-Options": "nosniff"}
            )
        return RedirectResponse("/query")

    async def query_page(self, _: Request) -> Response:
        return self._page("query.html", prefixes=prefixes(self.base_iri), questions=self.catalogue.values())

    async def sparql(self, request: Request) -> Response:
        body = await self._body(request) if request.method == "POST" else b""
        media = request.headers.get("content-type", "")
        asked = read_request(request.method, request.scope["query_string"], media, body)
        accept = preferred(request.headers.get("accept", ""))
        return _plain(
            await self.pool.ask(
                self._request(
                    "query", accept, query=asked.query, default=asked.default_graphs, named=asked.named_graphs
                )
            )
        )

    async def _body(self, request: Request) -> bytes:
        data = bytearray()
        async for chunk in request.stream():
            data += chunk
            if len(data) > MAX_BODY:
                raise RefusedError(413, "the request is too long")
        return bytes(data)

    async def questions(self, _: Request) -> Response:
        return JSONResponse([asdict(question) for question in self.catalogue.values()])

    async def question(self, request: Request) -> Response:
        given = {name: value for name, value in request.query_params.items() if value != ""}
        accept = preferred(request.headers.get("accept", ""))
        name = request.path_params["name"]
        return _plain(await self.pool.ask(self._request("question", accept, name=name, given=given)))

    async def entity(self, request: Request) -> Response:
        """A resource by `/entity?iri=…`, or by `/id/…`, which stands for the base IRI."""
        iri = request.query_params.get("iri")
        if iri is None:
            path = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
            iri = self.base_iri + path.removeprefix("/id/")
        if not _is_iri(iri):
            raise RefusedError(400, "not an IRI")
        accept = preferred(request.headers.get("accept", ""))
        media = choose(accept, ["text/html", *GRAPHS])
        if media != "text/html":
            return _plain(await self.pool.ask(self._request("describe", accept, iri=iri)))
        reply = await self.pool.ask(self._request("page", accept, iri=iri))
        if reply.status != 200:
            return self._page("missing.html", reply.status, iri=iri, message=reply.body.decode())
        return self._page("entity.html", page=json.loads(reply.body), link=self._link, short=self._short, safe=_safe)

    def _link(self, iri: str) -> str:
        """Where a resource is shown here."""
        if iri.startswith(self.base_iri) and "?" not in iri and "#" not in iri:
            return "/id/" + iri.removeprefix(self.base_iri)
        return "/entity?iri=" + quote(iri, safe="")

    def _short(self, iri: str) -> str:
        for prefix, namespace in prefixes(self.base_iri).items():
            if iri.startswith(namespace) and prefix in VOCABULARIES:
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri.removeprefix(self.base_iri)

    def _page(self, template: str, status: int = 200, **values: Any) -> Response:
        headers = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff", "Vary": "Accept"}
        return HTMLResponse(_PAGES.get_template(template).render(**values), status, headers=headers)


def _safe(url: str) -> str:
    """An address of an article, if it can be a link; what else an article may call its address never is one."""
    return url if url.startswith(("https://", "http://")) else ""


def _is_iri(value: str) -> bool:
    return len(value) < 4000 and ":" in value and not any(c in '<>"{}|^`\\' or c <= " " for c in value)
