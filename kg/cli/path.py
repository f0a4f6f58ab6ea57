"""`kg path`: how two entities are connected, step by step, with the quotes that say so."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import click

from kg.cli.folders import names_and_folder
from kg.cli.relating import plain_link, plain_node, quoted, said, source_of, via_option


@click.command(short_help="The shortest path between two entities, with evidence.")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("source", metavar="[OUTPUT]", required=False)
@via_option
@click.option("-n", "--paths", "most", type=click.IntRange(1, 50), default=1, show_default=True, help="How many paths.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--quotes", type=click.IntRange(min=0), default=1, show_default=True, help="Quotes a step.")
@click.option("--lang", type=click.Choice(["en", "id"]), default="en", show_default=True)
def command(**given: Any) -> None:
    """The shortest path between A and B in OUTPUT, a folder that `kg build` wrote (default: output).

    A and B are ids, names, aliases or parts of names. Steps are asserted claims: taking part
    in an event, holding a post.
    """
    from kg.cli.tabular import printable
    from kg.export.words import words
    from kg.graph.finding import find_node
    from kg.graph.loading import load_base
    from kg.graph.relations import paths, relation_graph

    (one, other), folder = names_and_folder([given["left"], given["right"]], given["source"])
    base = load_base(folder)
    language = words(given["lang"])
    left, right = find_node(base, one), find_node(base, other)
    found = paths(base, left.id, right.id, via=given["via"], most=given["most"])
    graph = relation_graph(base, given["via"])
    if given["form"] == "json":
        plain = [
            {
                "nodes": [plain_node(base, node) for node in path],
                "steps": [[plain_link(link) for link in graph.edges[pair]["links"]] for pair in pairwise(path)],
            }
            for path in found
        ]
        click.echo(json.dumps({"from": left.id, "to": right.id, "paths": plain}, ensure_ascii=False, indent=1))
        return
    if not found:
        click.echo(language.word("page", "no_path").format(left=left.name, right=right.name), err=True)
    for number, path in enumerate(found, 1):
        if number > 1:
            click.echo()
        click.echo(language.word("page", "path").format(number=number, steps=len(path) - 1))
        for at, node in enumerate(path):
            shown = plain_node(base, node)
            date = f", {shown['date']}" if shown.get("date") else ""
            click.echo(f"● {printable(shown['name'])} [{language.word('terms', shown['kind'])}{date}]")
            if at + 1 < len(path):
                link = graph.edges[node, path[at + 1]]["links"][0]
                click.echo(f"│   {said(link, language)}")
                for evidence in link.evidence[: given["quotes"]]:
                    click.echo(f"│   {quoted(evidence)}")
                    click.echo(f"│     {source_of(base, evidence)}")
