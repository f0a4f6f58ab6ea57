"""`kg publish`: the graph → a SPARQL 1.1 Graph Store, the way to a shared or a larger store."""

from __future__ import annotations

import os

import click

from kg.errors import UsageError
from kg.graph.publishing import put_graph
from kg.graph.store import find_source


@click.command(name="publish")
@click.argument("source", metavar="[FOLDER|FILE|-]", default="output")
@click.option(
    "--graph-store", "store", required=True, metavar="URL", help="Address of the graph store, as /store of Oxigraph."
)
@click.option("--graph", metavar="IRI", help="Named graph to fill; else the default graph.")
@click.option("--add", is_flag=True, help="Add to what the graph has; else it is replaced.")
@click.option("--user", metavar="NAME", help="User of the store; the password is read from KG_PASSWORD.")
def command(source: str, store: str, graph: str | None, user: str | None, *, add: bool) -> None:
    """Load the graph into any store that speaks the SPARQL 1.1 Graph Store Protocol.

    \b
    kg publish output/ --graph-store http://localhost:7878/store --graph https://data.example.org/graph/news
    """
    found = find_source(source)
    if found.format.supports_datasets and graph:
        hint = "publish graph.ttl, or leave --graph out"
        raise UsageError("a file with graphs of its own can't go into one graph", where=found.where, hint=hint)
    password = os.environ.get("KG_PASSWORD", "")
    data = found.content()
    account = (user, password) if user else None
    status = put_graph(data, store, graph=graph, add=add, media_type=found.format.media_type, user=account)
    click.echo(f"{len(data)} bytes to {graph or 'the default graph'} of {store}: {status}", err=True)
