"""KnowledgeBase → GraphML and GEXF, for Gephi, yEd, Cytoscape and networkx.

XML 1.0 can't carry most control characters: each becomes its picture from U+2400 on (␀ for NUL), U+FFFD where none is.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.export.files import sink
from kg.export.network import to_networkx
from kg.graph.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(base: KnowledgeBase, target: Path | IO[bytes]) -> None:
    """Write every node and edge as GraphML; an edge's id is that of its claim or count."""
    # The writer over lxml: the other one writes carriage returns as they are, and they are lost when read.
    from networkx.readwrite.graphml import GraphMLWriterLxml

    written = io.BytesIO()
    writer = GraphMLWriterLxml(
        written, encoding="utf-8", prettyprint=True, named_key_ids=True, edge_id_from_attribute="id"
    )
    writer.add_graph_element(_for_xml(base))
    writer.dump()
    with sink(target) as file:
        file.write(written.getvalue())


def write_gexf(base: KnowledgeBase, target: Path | IO[bytes]) -> None:
    """Write every node and edge as GEXF 1.2, without the day's date that networkx would put in it."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    del writer.xml.find("meta").attrib["lastmodifieddate"]
    writer.add_graph(_for_xml(base))
    written = io.BytesIO()
    writer.write(written)
    with sink(target) as file:
        file.write(written.getvalue())


def _for_xml(base: KnowledgeBase) -> nx.MultiDiGraph[str]:
    """The network with strings that XML can carry, and edges that know their id."""
    import networkx as nx

    network = to_networkx(base)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        graph.add_node(_clean(node), **_cleaned(data))
    for source, target, key, data in network.edges(keys=True, data=True):
        identifier = _clean(str(key))
        graph.add_edge(_clean(source), _clean(target), key=identifier, id=identifier, **_cleaned(data))
    return graph


def _cleaned(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _clean(value) if isinstance(value, str) else value for key, value in data.items()}


def _clean(value: str) -> str:
    return _NOT_XML.sub(lambda found: chr(0x2400 + ord(found[0])) if ord(found[0]) < 0x20 else "\ufffd", value)
