"""SHACL-SPARQL constraints of shapes, asked once of a whole store: the nodes that break them, with the messages.

A validator asks such a constraint once for each focus node, which takes minutes in rdflib. A constraint of ours binds
`$this` by its own pattern, so one query gives the same nodes in milliseconds; those outside the shape's targets are
passed over. Other SHACL processors read the same shapes file as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph.results import Cell
from kg.graph.sparql import over_store
from kg.graph.terms import RDF, RDFS

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SH = "http://www.w3.org/ns/shacl#"
_SLOT = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True)
class Breach:
    """A node that breaks a constraint: how bad, the message by language, and the value in question."""

    severity: str
    focus: str
    messages: Mapping[str, str]
    value: str


def breaches(store: ox.Store, shapes: rdflib.Graph) -> Iterator[Breach]:
    """What breaks the `sh:sparql` constraints of the shapes. Raises OntologyError when a query is malformed."""
    import rdflib

    sh = rdflib.Namespace(SH)
    for shape, constraint in sorted(shapes.subject_objects(sh.sparql), key=str):
        targets = _targets(store, shapes, shape)
        severity = str(shapes.value(shape, sh.severity) or sh.Violation).removeprefix(SH)
        query = _prefixes(shapes, constraint) + str(shapes.value(constraint, sh.select))
        try:
            answer = over_store(store)(query)
        except Exception as error:
            raise OntologyError(
                f"a constraint can't be asked: {error}", where=str(shape), hint="mend its query"
            ) from error
        for row in answer.rows:
            cells = dict(zip(answer.variables, row, strict=True))
            focus = cells.get("this")
            if isinstance(focus, ox.NamedNode) and focus in targets:
                messages = {
                    getattr(message, "language", None) or "": _filled(str(message), cells)
                    for message in shapes.objects(constraint, sh.message)
                }
                yield Breach(severity, focus.value, messages, _shown(cells.get("value")))


def _targets(store: ox.Store, shapes: rdflib.Graph, shape: Node) -> set[ox.NamedNode]:
    """The focus nodes of a shape: instances of its target classes, and ends of its target properties."""
    import rdflib

    sh = rdflib.Namespace(SH)
    found: set[object] = set()
    for cls in shapes.objects(shape, sh.targetClass):
        wanted = [ox.NamedNode(str(cls))]
        below = ox.NamedNode(RDFS + "subClassOf")
        wanted += [
            q.subject for q in store.quads_for_pattern(None, below, wanted[0]) if isinstance(q.subject, ox.NamedNode)
        ]
        for each in wanted:
            found |= {q.subject for q in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), each)}
    for predicate in shapes.objects(shape, sh.targetSubjectsOf):
        found |= {q.subject for q in store.quads_for_pattern(None, ox.NamedNode(str(predicate)), None)}
    for predicate in shapes.objects(shape, sh.targetObjectsOf):
        found |= {q.object for q in store.quads_for_pattern(None, ox.NamedNode(str(predicate)), None)}
    return {node for node in found if isinstance(node, ox.NamedNode)}


def _prefixes(shapes: rdflib.Graph, constraint: Node) -> str:
    import rdflib

    sh = rdflib.Namespace(SH)
    declared = [d for owner in shapes.objects(constraint, sh.prefixes) for d in shapes.objects(owner, sh.declare)]
    lines = sorted(f"PREFIX {shapes.value(d, sh.prefix)}: <{shapes.value(d, sh.namespace)}>\n" for d in declared)
    return "".join(lines)


def _filled(message: str, cells: Mapping[str, Cell]) -> str:
    return _SLOT.sub(lambda slot: _shown(cells[slot[1]]) if slot[1] in cells else slot[0], message)


def _shown(cell: Cell) -> str:
    return cell.value if isinstance(cell, ox.NamedNode | ox.Literal) else ""
