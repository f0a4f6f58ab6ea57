"""`kg neighbours`: who and what is around an entity, step by step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli.folders import names_and_folder
from kg.cli.relating import plain_link, plain_node, said, via_option

if TYPE_CHECKING:
    from kg.export.words import Words
    from kg.graph.knowledge_base import KnowledgeBase
    from kg.graph.relations import Neighbour
    from kg.graph.statistics.tables import Section


@click.command(short_help="Who and what is around an entity.")
@click.argument("entity", metavar="X")
@click.argument("source", metavar="[OUTPUT]", required=False)
@click.option("-d", "--depth", type=click.IntRange(1, 6), default=1, show_default=True, help="Steps; an event is one.")
@via_option
@click.option("-n", "--top", type=click.IntRange(min=0), default=50, show_default=True, help="Rows; 0 is all.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "json", "csv", "md"]), default="table", show_default=True
)
@click.option("--lang", type=click.Choice(["en", "id"]), default="en", show_default=True)
def command(**given: Any) -> None:
    """Everything within --depth steps of X in OUTPUT, a folder that `kg build` wrote (default: output).

    At depth 1 stand the events X took part in and the posts it holds; at depth 2, who else took part in those.
    """
    from kg.cli.tabular import show
    from kg.export.words import words
    from kg.graph.finding import find_node
    from kg.graph.loading import load_base
    from kg.graph.relations import neighbours
    from kg.graph.statistics.options import Options

    (name,), folder = names_and_folder([given["entity"]], given["source"])
    base = load_base(folder)
    node = find_node(base, name)
    found = neighbours(base, node.id, depth=given["depth"], via=given["via"])
    if given["form"] == "json":
        plain = [
            plain_node(base, one.id)
            | {"steps": one.steps, "through": one.through, "links": [plain_link(link) for link in one.links]}
            for one in found
        ]
        click.echo(json.dumps({"of": plain_node(base, node.id), "neighbours": plain}, ensure_ascii=False, indent=1))
        return
    part = _section(base, node.name, found, words(given["lang"]), given["top"] or None)
    show([part], Options(), form=given["form"], language=given["lang"], only="neighbours")


def _section(base: KnowledgeBase, name: str, found: list[Neighbour], language: Words, top: int | None) -> Section:
    """The neighbours as a table like those of the statistics."""
    from kg.graph.relations import kind_of, name_of
    from kg.graph.statistics.tables import section, table

    rows = []
    for one in found:
        event = base.events.get(one.id)
        through = name_of(base, one.through) if one.steps > 1 else name
        rows.append((
            one.steps, name_of(base, one.id), kind_of(base, one.id), event.date if event else None,
            said(one.links[0], language), through, one.sources,
        ))  # fmt: skip
    columns = "steps:integer name kind:term date relation through sources:integer"
    return section("neighbours", {}, [table("neighbours", columns, rows, limit=top)])
