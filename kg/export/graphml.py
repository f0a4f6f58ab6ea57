"""KnowledgeBase → GraphML and GEXF, for Gephi, yEd, Cytoscape and networkx.

XML 1.0 can't carry most control characters: each becomes its picture from U+2400 on (␀ for NUL), U+FFFD where none is.
GraphML is written row by row, so that a graph of any size takes the memory of its nodes' names.
"""

from __future__ import annotations

import io
import re
import typing
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.export.files import sink
from kg.export.network import EdgeRow, NodeRow, claim_rows, node_rows, pair_row, structure_rows, to_networkx
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.pairs import InScope
from kg.graph.stored import complete, pairs_in

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = "\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_CLEANED = re.compile(f"[{_NOT_XML}]")
IN_TEXT = re.compile(f"[{_NOT_XML}&<>\r]")  # one class is searched for thrice as fast as one or another
IN_ATTRIBUTE = re.compile(f'[{_NOT_XML}&<>\r\n\t"]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_TYPES = {str: "string", bool: "boolean", int: "long", float: "double"}
HEAD = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"""
_MANY = ("event/", "article/")  # how ids of most nodes begin
BATCH = 1000  # rows that are encoded together


def write_graphml(base: KnowledgeBase, target: Path | IO[bytes]) -> None:
    """Write every node and edge as GraphML; an edge's id is that of its claim or count."""
    pieces = graphml(base)
    with sink(target) as file:
        while batch := "".join(islice(pieces, BATCH)):
            file.write(batch.encode())


def graphml(base: KnowledgeBase) -> Iterator[str]:
    """The document in pieces: which values there are, the nodes by id, then the edges kind by kind."""
    yield HEAD + "\n".join((*keys("edge", EdgeRow, 3), '<key id="id" for="edge" attr.name="id" attr.type="string"/>'))
    yield "\n".join(("", *keys("node", NodeRow, 1))) + '\n<graph edgedefault="directed">'
    shape = shape_of('<node id="%s">', NodeRow._fields[1:], "</node>\n")
    names = _Names(complete(base))
    for node in node_rows(base):
        name = escaped(node.id, IN_ATTRIBUTE)
        names.add(node, name)
        yield shape % (name, *texts(node[1:]))
    yield from _edges(base, names)
    yield "</graph></graphml>"


class _Names(dict[str, str]):
    """Ids of nodes → as an attribute has them. Where all that is named is there, events and articles, which are many,
    are left out when there is nothing to escape in their ids."""

    def __init__(self, complete: bool) -> None:  # noqa: FBT001
        super().__init__()
        self._complete = complete

    def add(self, node: NodeRow, name: str) -> None:
        if not (self._complete and name == node.id and name.startswith(_MANY)):
            self[node.id] = name

    def __missing__(self, name: str) -> str | None:
        return name if self._complete and name.startswith(_MANY) else None


def _edges(base: KnowledgeBase, names: _Names) -> Iterator[str]:
    """The edges between nodes of these names; of claims and co-occurrences only what may need it is looked through."""
    shape = shape_of('<edge source="%s" target="%s" id="%s">', ("id", *EdgeRow._fields[3:]), "</edge>\n")
    days: dict[str, str | None] = {}
    words = _Words()
    for edge in structure_rows(base, days):
        if (source := names[edge.source]) is not None and (target := names[edge.target]) is not None:
            yield shape % (source, target, *_ids(edge.id), *texts(edge[3:]))
    for edge in claim_rows(base, days):
        if (source := names[edge.source]) is not None and (target := names[edge.target]) is not None:
            yield shape % (
                source, target, *_ids(edge.id), words[edge.relation], edge.basis, edge.weight,
                edge.confidence, words[edge.status], words[edge.first_seen], words[edge.last_seen],
                escaped(edge.articles, IN_TEXT), escaped(edge.quote, IN_TEXT),
            )  # fmt: skip
    row = pair_row("", "", InScope("", "article", 0, ()))._replace(weight="%s", status="%s", articles="%s")  # type: ignore[arg-type]
    yield from _pairs(base, names, (shape % ("%s", "%s", "%s", "%s", *row[3:])).split("%s"))


def _pairs(base: KnowledgeBase, names: _Names, around: list[str]) -> Iterator[str]:
    """The rows of each pair, of what stands around their values."""
    start, to, named, again, weight, scope, articles, end = around
    for pair in pairs_in(base.cooccurrences):
        left, right = map(names.get, pair.between)
        if left is not None and right is not None:
            head, rows, told = f"{start}{left}{to}{right}{named}", [], dict[tuple[str, ...], str]()
            stem = pair.scopes[0].id.removesuffix(pair.scopes[0].scope)
            clean = not IN_ATTRIBUTE.search(stem)
            for one in pair.scopes:
                name = one.id
                shown, text = (name, name) if clean and name == stem + one.scope else _ids(name)
                if (where := told.get(one.articles)) is None:
                    where = told[one.articles] = escaped(" | ".join(one.articles), IN_TEXT)
                rows.append(f"{head}{shown}{again}{text}{weight}{one.count}{scope}{one.scope}{articles}{where}{end}")
            yield "".join(rows)


def keys(kind: str, row: type[typing.NamedTuple], first: int) -> Iterator[str]:
    """What GraphML wants to know of the values before they come: the last one first, as networkx has it."""
    types = typing.get_type_hints(row)
    for name in reversed(row._fields[first:]):
        yield f'<key id="{name}" for="{kind}" attr.name="{name}" attr.type="{_TYPES[types[name]]}"/>'


def shape_of(start: str, names: Sequence[str], end: str) -> str:
    """A row with a place for each value."""
    return "".join((start, *(f'\n  <data key="{name}">%s</data>' for name in names), "\n", end))


def texts(values: Sequence[Any]) -> list[Any]:
    return [escaped(value, IN_TEXT) if value and value.__class__ is str else value for value in values]


def _ids(name: str) -> tuple[str, str]:
    """An id as an attribute has it, and as text."""
    if IN_ATTRIBUTE.search(name):
        return escaped(name, IN_ATTRIBUTE), escaped(name, IN_TEXT)
    return name, name


class _Words(dict[str, str]):
    """What comes again and again, as text has it."""

    def __missing__(self, word: str) -> str:
        self[word] = written = escaped(word, IN_TEXT)
        return written


def escaped(value: str, wrong: re.Pattern[str]) -> str:
    """A string with what XML would take for syntax, or can't carry, as it is written there."""
    return wrong.sub(_escape, value) if wrong.search(value) else value


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or _picture(found)


def _picture(found: re.Match[str]) -> str:
    return chr(0x2400 + ord(found[0])) if ord(found[0]) < 0x20 else "\ufffd"


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
    return _CLEANED.sub(_picture, value)
