"""RDF → what breaks the shapes of `ontology/shapes.ttl`, in words, with the article and the sentence behind it.

pyshacl checks the core constraints; those in SPARQL are asked of the whole graph at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError, UsageError
from kg.graph.constraints import SH, Breach, breaches
from kg.graph.rdflib_engine import to_rdflib
from kg.graph.store import Source, open_store, quads
from kg.graph.terms import OA, RDFS, SCHEMA
from kg.ontology import NS, SKOS
from kg.ontology_files import ontology_folder

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A quote of an article, with its offsets."""

    article: str
    title: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that breaks a shape: how bad, about what, why, and where the text says so."""

    severity: str  # Violation, Warning, Info
    focus: str
    label: str
    message: str
    path: str
    value: str
    places: tuple[Place, ...] = ()


def validate(source: Source, *, shapes: Path | None = None, lang: str = "en") -> list[Finding]:
    """What breaks the shapes, violations first; nothing when the graph is as it should be.

    Raises UsageError without pyshacl, OntologyError when the shapes are malformed, OutputError when the RDF is.
    """
    try:
        import pyshacl
    except ImportError:
        hint = "install it where kg is: .venv/bin/pip install pyshacl"
        raise UsageError("pyshacl is not installed", where="validate", hint=hint) from None
    import rdflib

    rules = shapes or ontology_folder() / "shapes.ttl"
    graph = rdflib.Graph()
    for quad in quads(source, source.content()):
        subject, predicate, value = map(to_rdflib, quad.triple)
        graph.add((subject, predicate, value))
    try:
        wanted = rdflib.Graph().parse(rules, format="turtle")
        found = set(_breaches(breaches(open_store(source), wanted), graph, lang))
        wanted.remove((None, rdflib.Namespace(SH).sparql, None))
        _, report, _ = pyshacl.validate(
            graph, shacl_graph=wanted, advanced=False, inference="none", allow_warnings=True
        )
    except (pyshacl.errors.ShapeLoadError, pyshacl.errors.ConstraintLoadError, pyshacl.errors.ReportableRuntimeError,
            OSError, SyntaxError) as error:  # fmt: skip
        raise OntologyError(f"the shapes can't be used: {error}", where=str(rules), hint="mend them there") from error
    if not isinstance(report, rdflib.Graph):
        raise OntologyError("the shapes give no report", where=str(rules), hint="mend them there")
    return sorted(found.union(_findings(report, graph, lang)), key=lambda f: (f.severity != "Violation", f))


def _breaches(broken: Iterable[Breach], graph: rdflib.Graph, lang: str) -> Iterator[Finding]:
    import rdflib

    for breach in broken:
        focus, value = rdflib.URIRef(breach.focus), rdflib.URIRef(breach.value)
        yield Finding(
            severity=breach.severity,
            focus=breach.focus,
            label=_label(graph, focus),
            message=breach.messages.get(lang) or min(breach.messages.values(), default="breaks a shape"),
            path="",
            value=breach.value,
            places=tuple(sorted({*_places(graph, focus), *_places(graph, value)})),
        )


def _findings(report: rdflib.Graph, graph: rdflib.Graph, lang: str) -> Iterator[Finding]:
    import rdflib

    sh = rdflib.Namespace(SH)
    for result in report.objects(None, sh.result):
        focus, value = report.value(result, sh.focusNode), report.value(result, sh.value)
        messages = list(report.objects(result, sh.resultMessage))
        chosen = [str(m) for m in messages if getattr(m, "language", None) == lang] or [str(m) for m in messages]
        path = report.value(result, sh.resultPath)
        yield Finding(
            severity=str(report.value(result, sh.resultSeverity)).removeprefix(SH),
            focus=str(focus),
            label=_label(graph, focus),
            message=min(chosen, default="breaks a shape"),
            path=str(path) if isinstance(path, rdflib.URIRef) else "",
            value=str(value) if value is not None else "",
            places=tuple(sorted({*_places(graph, focus), *_places(graph, value)})),
        )


def _label(graph: rdflib.Graph, node: Node | None) -> str:
    import rdflib

    for name in (SKOS + "prefLabel", RDFS + "label"):
        labels = sorted(str(label) for label in graph.objects(node, rdflib.URIRef(name)))
        if labels:
            return labels[0]
    return ""


def _places(graph: rdflib.Graph, node: Node | None) -> Iterator[Place]:
    """The quotes behind a claim or an event, or of the evidence itself."""
    import rdflib

    oa = rdflib.Namespace(OA)
    if not isinstance(node, rdflib.URIRef):
        return
    evidence = [*graph.objects(node, rdflib.URIRef(NS + "evidence"))]
    evidence += [node] if (node, oa.hasSource, None) in graph else []
    for item in evidence:
        found = {"exact": "", "start": "0", "end": "0"}
        for selector in graph.objects(item, oa.hasSelector):
            found |= {name: str(v) for name in found for v in graph.objects(selector, oa[name])}
        article = graph.value(item, oa.hasSource)
        title = graph.value(article, rdflib.URIRef(SCHEMA + "headline"))
        start, end = (int(found[name]) if found[name].isdecimal() else 0 for name in ("start", "end"))
        yield Place(str(article), str(title or ""), start, end, found["exact"])
