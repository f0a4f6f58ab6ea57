"""The page's `pyvis.network.Network`: its interface, a template of our own; nothing is fetched or run from data.

pyvis as it comes needs the network, runs scripts out of labels in several places, drops parallel edges and takes
quadratic time to insert; this subclass keeps its interface and replaces what writes the page.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, PackageLoader, StrictUndefined
from pyvis.network import Network

from kg.export.files import atomic
from kg.export.html.columns import as_json, joined, pieces

SCRIPTS = (
    "data", "words", "state", "shapes", "filters", "scene", "paint", "search", "cards", "panel", "facets",
    "network", "table", "timeline", "map", "chain", "takeaway", "main",
)  # fmt: skip
STYLES = ("page", "panels", "views")


class ExplorerNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """Nodes with places and edges with their kinds, written as one offline page.

    `parts` are further blocks of data for the page, by the id of their `<script type="application/json">`; a graph
    among them that has places of its own is drawn as it is, without an object for each node and edge.
    """

    def __init__(self) -> None:
        super().__init__(height="100%", width="100%", directed=True, cdn_resources="in_line")
        self.path = "page.html"
        self.templateEnv = Environment(
            loader=PackageLoader("kg.export", "html"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.parts: dict[str, Any] = {}
        self.toggle_physics(status=False)

    def add_node(self, n_id: int, label: str | None = None, **options: Any) -> None:
        """Add a node in constant time; a second one of the same id is ignored, as in pyvis."""
        if n_id not in self.node_map:
            self.node_map[n_id] = node = {"id": n_id, "label": str(n_id) if label is None else label, **options}
            self.node_ids.append(n_id)
            self.nodes.append(node)

    def add_edge(self, source: int, to: int, **options: Any) -> None:
        """Add an edge in constant time; parallel edges are kept. Raises ValueError for an unknown end."""
        for end in (source, to):
            if end not in self.node_map:
                raise ValueError(f"no such node: {end!r}")
        self.edges.append({"from": source, "to": to, **options})

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: FBT001, FBT002 - pyvis's signature
        """The whole page as text; the arguments are pyvis's and change nothing: the page is always one file."""
        self.html = "".join(self.pieces())
        return self.html

    def pieces(self) -> Iterator[str]:
        """The page from its first to its last character, without ever holding all of it."""
        style, script, vis = _asset(STYLES, "css"), _asset(SCRIPTS, "js"), vis_script()
        graph = dict(self.parts.get("graph", {}))
        if "x" not in graph:
            graph |= {"x": [n.get("x", 0) for n in self.nodes], "y": [n.get("y", 0) for n in self.nodes]}
        yield from self.templateEnv.get_template(self.path).generate(
            policy=policy(scripts=(script, vis), styles=(style,)),
            style=style,
            script=script,
            vis=vis,
            graph=joined(pieces(graph)),
            words=as_json(json.loads(_asset(("i18n",), "json"))),
            outline=as_json(json.loads(_asset(("outline",), "json"))),
            together=joined(pieces(self.parts.get("together", {}))),
            quotes=joined(pieces(self.parts.get("quotes", {}))),
        )

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:  # noqa: FBT001, FBT002 - pyvis's signature
        """Write the page as UTF-8, whole or not at all. Raises OutputError when the file can't be written."""
        with atomic(Path(name)) as file:
            file.writelines(piece.encode("utf-8", "backslashreplace") for piece in self.pieces())


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """A content security policy that allows these inline scripts and styles by their hashes, and nothing else."""
    allowed = " ".join(map(_source_hash, scripts))
    looks = " ".join(map(_source_hash, styles))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {looks}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def vis_script() -> str:
    """vis-network as the installed pyvis carries it. Raises ValueError when it could not stand in a page."""
    folder = files(pyvis) / "templates" / "lib" / "vis-9.1.2"
    text = (folder / "vis-network.min.js").read_text(encoding="utf-8").replace("\r\n", "\n")
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError("vis-network's script holds markup and can't be inlined")
    return text


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(names: tuple[str, ...], ending: str) -> str:
    folder = files("kg.export.html")
    text = "\n".join((folder / f"{name}.{ending}").read_text(encoding="utf-8").rstrip() for name in names)
    return f'(() => {{\n"use strict";\n{text}\n}})();' if ending == "js" else text
