"""Ontology → the terms that a graph refers to, with their labels: one file answers in Indonesian and English."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph.terms import PREF_LABEL, TYPE, encode, kg, text
from kg.ids import slug
from kg.ontology import CONCEPT, NS, SKOS, Ontology

_CONCEPT_CLASS = ox.NamedNode(SKOS + "Concept")
_BROADER = ox.NamedNode(SKOS + "broader")
_WANTED = {TYPE.value, PREF_LABEL.value}


class Glossary:
    """Gives out the IRIs of concepts and of terms of `kg:`, and remembers which were asked for."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._concepts: dict[str, str] = {}
        self._terms: set[str] = set()

    def concept(self, name: str) -> ox.NamedNode:
        """The concept of that id, or else whose id is the slug of the name, or else a new one labelled so."""
        known = self._ontology.concepts
        key = name if name in known else slug(name) if slug(name) in known else encode(name.replace("/", "-"))
        self._concepts.setdefault(key, name)
        return ox.NamedNode(CONCEPT + (encode(key) if key in known else key))

    def term(self, name: str) -> ox.NamedNode:
        """A term of the vocabulary of `ontology/kg.ttl`."""
        self._terms.add(name)
        return kg(name)

    def used(self) -> Iterator[tuple[ox.NamedNode, list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]]]:
        """What was asked for, with all that is broader, each with its type and labels."""
        known = self._ontology.concepts
        wanted = dict(self._concepts)
        for key in self._concepts:
            if key in known:
                wanted |= {above: above for above in self._ontology.ancestors(key) if above in known}
        for key, name in sorted(wanted.items()):
            facts: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [(TYPE, _CONCEPT_CLASS)]
            if key in known:
                labels = [label for label in known[key].labels if label.kind == "pref"]
                facts += [(PREF_LABEL, text(label.text, label.lang or None)) for label in labels]
                facts += [(kg("rankOfPost"), text(value)) for value in known[key].values.get("rankOfPost", ())]
                facts += [(_BROADER, ox.NamedNode(CONCEPT + encode(b))) for b in known[key].broader if b in known]
            else:
                facts.append((PREF_LABEL, text(name, "id")))
            yield ox.NamedNode(CONCEPT + (encode(key) if key in known else key)), facts
        for name in sorted(self._terms):
            yield kg(name), [(p, o) for p, o in self._vocabulary.get(name, []) if p.value in _WANTED]

    @cached_property
    def _vocabulary(self) -> Mapping[str, list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]]:
        found: dict[str, list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]] = defaultdict(list)
        path = self._ontology.root / "kg.ttl"
        if path.is_file():
            try:
                for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
                    if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                        found[quad.subject.value.removeprefix(NS)].append((quad.predicate, quad.object))
            except SyntaxError as error:
                raise OntologyError(f"not Turtle: {error.msg}", where=str(path), hint="mend the syntax there") from None
        return found
