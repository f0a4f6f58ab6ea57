"""KnowledgeBase → `graph.html`: an explorer in one file that opens offline and shows every edge with its quotes."""

from __future__ import annotations

import json
import mmap
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.html.selection import Held, held_by

if TYPE_CHECKING:
    from kg.export.html.layout import Progress
    from kg.export.html.network import ExplorerNetwork
    from kg.export.html.tables import Regions
    from kg.graph.knowledge_base import KnowledgeBase

__all__ = ["to_html", "write_html"]


def write_html(
    base: KnowledgeBase,
    path: Path | str,
    *,
    gazetteer: Regions | None = None,
    progress: Progress | None = None,
    most: int | None = None,
) -> Held:
    """Write the explorer of a knowledge base to one file, and say how many of its nodes the page holds.

    Of more nodes than `most` (`selection.MOST` when nothing is said) it holds the most connected, and says so itself.

    `gazetteer` names regions and places them where the knowledge base doesn't; `progress` is told (step, done, total).
    A page that stands at `path` already lends its places when the graph is still the same.
    Raises OutputError when the file can't be written.
    """
    path = Path(path)
    held = held_by(base, most)
    _network(base, held, gazetteer, progress, path).write_html(str(path))
    if progress is not None:
        progress("page", 1, 1)
    return held


def to_html(
    base: KnowledgeBase,
    *,
    gazetteer: Regions | None = None,
    progress: Progress | None = None,
    earlier: Path | None = None,
    most: int | None = None,
) -> str:
    """The explorer as text; write it as UTF-8 with `backslashreplace` (articles may hold broken characters)."""
    return _network(base, held_by(base, most), gazetteer, progress, earlier).generate_html()


def _network(
    base: KnowledgeBase, held: Held, gazetteer: Regions | None, progress: Progress | None, earlier: Path | None
) -> ExplorerNetwork:
    from kg.export.html.columns import Filed
    from kg.export.html.data import page_data
    from kg.export.html.layout import with_context
    from kg.export.html.network import ExplorerNetwork

    if progress is not None:
        progress("data", 0, 1)
    data = page_data(base, gazetteer=gazetteer, held=held)
    quotes, data.quotes = Filed(data.quotes), {}
    key = data.fingerprint()
    places = _earlier_places(earlier, key, data.nodes)
    if places is None:
        found = with_context(data.nodes, data.edges, data.above, progress=progress)
        places = [x for x, _ in found], [y for _, y in found]
    network = ExplorerNetwork()
    # Places come first, so that the next page finds them at once.
    graph = {"hash": key, "x": places[0], "y": places[1], **data.graph}
    network.parts = {"graph": graph, "together": data.together, "quotes": quotes}
    if progress is not None:
        progress("page", 0, 1)
    return network


_PLACES = re.compile(rb'"hash":"([0-9a-f]+)","x":(\[[-0-9,]*\]),"y":(\[[-0-9,]*\])')


def _earlier_places(path: Path | None, key: str, count: int) -> tuple[list[int], list[int]] | None:
    """The places of a page that was written before, if it is of the same graph."""
    if path is None or count == 0:
        return None
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as page:
            found = _PLACES.search(page)
            if found is None or found[1].decode() != key:
                return None
            x, y = json.loads(found[2]), json.loads(found[3])
    except (OSError, ValueError):
        return None
    return (x, y) if len(x) == len(y) == count else None
