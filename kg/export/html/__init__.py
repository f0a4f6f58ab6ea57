"""KnowledgeBase → `graph.html`: an explorer in one file that opens offline and shows every edge with its quotes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.files import atomic

if TYPE_CHECKING:
    from kg.export.html.data import PageData
    from kg.export.html.layout import Progress
    from kg.export.html.network import ExplorerNetwork
    from kg.export.html.tables import Regions
    from kg.graph.knowledge_base import KnowledgeBase

__all__ = ["to_html", "write_html"]


def write_html(
    base: KnowledgeBase, path: Path | str, *, gazetteer: Regions | None = None, progress: Progress | None = None
) -> None:
    """Write the explorer of a knowledge base to one file.

    `gazetteer` names regions and places them where the knowledge base doesn't; `progress` is told (step, done, total).
    A page that stands at `path` already lends its places when the graph is still the same.
    Raises OutputError when the file can't be written.
    """
    path = Path(path)
    page = to_html(base, gazetteer=gazetteer, progress=progress, earlier=path)
    with atomic(path) as file:
        file.write(page.encode("utf-8", "backslashreplace"))
    if progress is not None:
        progress("page", 1, 1)


def to_html(
    base: KnowledgeBase,
    *,
    gazetteer: Regions | None = None,
    progress: Progress | None = None,
    earlier: Path | None = None,
) -> str:
    """The explorer as text; write it as UTF-8 with `backslashreplace` (articles may hold broken characters)."""
    from kg.export.html.data import page_data
    from kg.export.html.layout import with_context
    from kg.export.html.network import ExplorerNetwork

    if progress is not None:
        progress("data", 0, 1)
    data = page_data(base, gazetteer=gazetteer)
    key = data.fingerprint()
    places = _earlier_places(earlier, key, data.nodes) or with_context(
        data.nodes, data.edges, data.above, progress=progress
    )
    network = ExplorerNetwork()
    _fill(network, data, places)
    network.parts = {"graph": {"hash": key, **data.graph}, "together": data.together, "quotes": data.quotes}
    if progress is not None:
        progress("page", 0, 1)
    return network.generate_html()


def _fill(network: ExplorerNetwork, data: PageData, places: list[tuple[int, int]]) -> None:
    nodes, edges = data.graph["nodes"], data.graph["edges"]
    for number, (label, group, (x, y)) in enumerate(zip(nodes["label"], nodes["cls"], places, strict=True)):
        network.add_node(number, label, x=x, y=y, group=group)
    for source, target, kind in zip(edges["s"], edges["t"], edges["k"], strict=True):
        network.add_edge(source, target, kind=kind)


_PLACES = re.compile(r'"hash":"([0-9a-f]+)".*?"x":(\[[-0-9,]*\]),"y":(\[[-0-9,]*\])', re.DOTALL)


def _earlier_places(path: Path | None, key: str, count: int) -> list[tuple[int, int]] | None:
    """The places of a page that was written before, if it is of the same graph."""
    if path is None or count == 0:
        return None
    try:
        found = _PLACES.search(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if found is None or found[1] != key:
        return None
    x, y = json.loads(found[2]), json.loads(found[3])
    return list(zip(x, y, strict=True)) if len(x) == len(y) == count else None
