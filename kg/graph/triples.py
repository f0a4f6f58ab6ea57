"""Descriptions of resources → sorted triples without doubles, as a whole, by article or by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

import pyoxigraph as ox

from kg.graph.terms import ALT_LABEL, PREF_LABEL, TYPE, Term

Fact = tuple[ox.NamedNode, Term]
Triple = tuple[ox.NamedNode, ox.NamedNode, Term]
_FIRST = {TYPE.value: "0", PREF_LABEL.value: "1", ALT_LABEL.value: "2"}


@dataclass(frozen=True, slots=True)
class Description:
    """Facts of one subject; `articles` are the nodes of the articles that tell them, none for what is common."""

    subject: ox.NamedNode
    facts: Sequence[Fact]
    articles: tuple[ox.NamedNode, ...] = ()


@dataclass(frozen=True)
class Dataset:
    """All descriptions of a knowledge base under one base IRI."""

    base_iri: str
    descriptions: Sequence[Description] = field(repr=False)

    @cached_property
    def triples(self) -> Sequence[Triple]:
        """Every triple once: by subject, then type and labels first, then by predicate and object."""
        return arrange((d.subject, p, o) for d in self.descriptions for p, o in d.facts)

    def graphs(self) -> Iterator[tuple[ox.NamedNode | None, Sequence[Triple]]]:
        """The triples by article, those of no article first; a triple that several articles tell is in each graph."""
        told: dict[str, list[Triple]] = {"": []}
        for description in self.descriptions:
            for graph in [article.value for article in description.articles] or [""]:
                told.setdefault(graph, []).extend((description.subject, p, o) for p, o in description.facts)
        for name, triples in sorted(told.items()):
            yield (ox.NamedNode(name) if name else None), arrange(triples)


def arrange(triples: Iterable[Triple]) -> list[Triple]:
    """Sort triples as the outputs have them, and drop doubles."""
    keyed = {(s.value, _FIRST.get(p.value, p.value), str(o)): (s, p, o) for s, p, o in triples}
    return [keyed[key] for key in sorted(keyed)]


def by_subject(triples: Iterable[Triple]) -> Iterator[tuple[ox.NamedNode, list[tuple[ox.NamedNode, list[Term]]]]]:
    """Arranged triples grouped by subject and predicate."""
    for subject, group in groupby(triples, key=lambda triple: triple[0]):
        yield subject, [(p, [o for _, _, o in same]) for p, same in groupby(group, key=lambda triple: triple[1])]
