"""Descriptions of resources → subjects with their facts, sorted and without doubles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kg.graph.notation import Fact, Triple, Written, absolute, place

# Facts of one subject, and the articles that tell them: none for what is common.
Description: TypeAlias = tuple[Written, list[Fact], tuple[Written, ...]]
Subject: TypeAlias = tuple[Written, list[Fact]]  # the facts in any order; one may come more than once


def ordered(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once: the type and labels first, then by predicate and object."""
    return sorted(set(facts), key=lambda fact: (place(fact[0]), fact[1]))


def arrange(triples: Iterable[Triple], base_iri: str) -> Iterator[Subject]:
    """Triples that fit in memory, by subject: its IRI decides."""
    told: dict[Written, list[Fact]] = defaultdict(list)
    for subject, predicate, value in triples:
        told[absolute(subject, base_iri)].append((predicate, value))
    for subject in sorted(told, key=lambda term: term[1:-1]):
        yield subject, told[subject]
