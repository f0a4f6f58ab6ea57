"""`kg serve`: explorer and read-only SPARQL endpoint on this machine."""

from __future__ import annotations

import errno
import ipaddress
import socket
from pathlib import Path

import click

from kg.errors import UsageError
from kg.graph.store import find_source, prepare


@click.command(name="serve")
@click.argument("folder", default="output", type=click.Path(path_type=Path))
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address; other than loopback, others can read all."
)
@click.option("--port", default=7878, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--timeout",
    "seconds",
    default=30.0,
    show_default=True,
    type=click.FloatRange(min=0.1),
    help="Seconds a query may take.",
)
@click.option("--max-mb", default=64, show_default=True, type=click.IntRange(1, 2000), help="Size an answer may have.")
@click.option("--workers", default=4, show_default=True, type=click.IntRange(1, 64), help="Queries that run at once.")
@click.option("--base-iri", help="Namespace of the resources; found in the graph when not given.")
def command(
    folder: Path, host: str, port: int, seconds: float, max_mb: int, workers: int, base_iri: str | None
) -> None:
    """Serve FOLDER (or an RDF file): the explorer at /, a query page at /query, SPARQL at /sparql.

    Everything is read-only. Stop it with Ctrl+C.
    """
    source = find_source(folder)
    if source.path is None:
        raise UsageError("a server needs a file", where="-", hint="save the graph to a file first")
    prepare(source)  # before any worker, so that only one process builds the store
    listener = _listen(host, port)
    import uvicorn

    from kg.serving.app import Site, make_app

    shown = listener.getsockname()
    explorer = folder / "graph.html" if folder.is_dir() else None
    hosts = ("localhost", "127.0.0.1", "[::1]") if _is_loopback(host) else ("*",)
    site = Site(source.path, explorer, base_iri, workers, seconds, max_mb * 2**20, hosts)
    click.echo(f"http://{_bracketed(shown[0])}:{shown[1]}/  (query page /query, SPARQL endpoint /sparql)", err=True)
    config = uvicorn.Config(make_app(site), log_level="warning", access_log=False, server_header=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(256)
    except OSError as error:
        raise UsageError(
            f"can't listen at {host}, port {port}: {error.strerror}",
            where="serve",
            hint="another program uses it: stop that one, or choose another with --port"
            if error.errno == errno.EADDRINUSE
            else "give an address of this machine with --host, and a port from 1024 on",
        ) from None
    return listener


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
