"""Ontology → the terms that a graph refers to, with their labels: one file answers in Indonesian and English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph.notation import LABEL, A, Fact, Written, iri, kg, text
from kg.graph.terms import encode
from kg.graph.triples import Subject
from kg.ids import slug
from kg.ontology import CONCEPT, NS, SKOS, Ontology

_WANTED = (A, LABEL)


class Glossary:
    """Gives out the IRIs of concepts and of terms of `kg:`, and remembers which were asked for."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._concepts: dict[str, str] = {}
        self._terms: set[str] = set()

    def concept(self, name: str) -> Written:
        """The concept of that id, or else whose id is the slug of the name, or else a new one labelled so."""
        known = self._ontology.concepts
        key = name if name in known else slug(name) if slug(name) in known else encode(name.replace("/", "-"))
        self._concepts.setdefault(key, name)
        return self._node(key)

    def term(self, name: str) -> Written:
        """A term of the vocabulary of `ontology/kg.ttl`."""
        self._terms.add(name)
        return kg(name)

    def concepts(self) -> Iterator[Subject]:
        """The concepts that were asked for, with all that is broader, each with its type and labels."""
        known = self._ontology.concepts
        wanted = dict(self._concepts)
        for key in self._concepts:
            if key in known:
                wanted |= {above: above for above in self._ontology.ancestors(key) if above in known}
        for key, name in sorted(wanted.items()):
            facts: list[Fact] = [(A, iri(SKOS + "Concept"))]
            if key in known:
                labels = [label for label in known[key].labels if label.kind == "pref"]
                facts += [(LABEL, text(label.text, label.lang or None)) for label in labels]
                facts += [(kg("rankOfPost"), text(value)) for value in known[key].values.get("rankOfPost", ())]
                facts += [(iri(SKOS + "broader"), self._node(above)) for above in known[key].broader if above in known]
            else:
                facts.append((LABEL, text(name, "id")))
            yield self._node(key), facts

    def terms(self) -> Iterator[Subject]:
        """The terms that were asked for, each with its type and labels."""
        for name in sorted(self._terms):
            facts = [fact for fact in self._vocabulary.get(name, []) if fact[0] in _WANTED]
            if facts:
                yield kg(name), facts

    def _node(self, key: str) -> Written:
        return iri(CONCEPT + (encode(key) if key in self._ontology.concepts else key))

    @cached_property
    def _vocabulary(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        path = self._ontology.root / "kg.ttl"
        if path.is_file():
            try:
                for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                    if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                        found[quad.subject.value.removeprefix(NS)].append((str(quad.predicate), str(quad.object)))
            except SyntaxError as error:
                raise OntologyError(f"not Turtle: {error.msg}", where=str(path), hint="mend the syntax there") from None
        return found
