"""KnowledgeBase → RDF, after the vocabulary of `ontology/kg.ttl`. No blank nodes.

A `Description` says some facts of one subject, and which articles tell them: a graph an article needs that, the other
formats take the union. Subjects come kind by kind and by id, each once, and never all at a time: what is met on the way
about another subject waits in `Asides`, and the quotes wait on disk.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby, starmap
from operator import itemgetter
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pyoxigraph as ox

from kg.graph.asides import Asides
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.notation import LABEL, A, Fact, Triple, Written, absolute, kg, resource, text
from kg.graph.ordering import in_order
from kg.graph.pairs import Pair, co_occurrences
from kg.graph.rdf_claims import (
    TOGETHER,
    describe_cooccurrence,
    describe_evidence,
    describe_participation,
    describe_posting,
    direct,
)
from kg.graph.rdf_things import (
    describe_article,
    describe_entity,
    describe_event,
    describe_post,
    describe_region,
    describe_run,
)
from kg.graph.resources import Quoted, Resources
from kg.graph.stored import pairs_in
from kg.graph.terms import DEFAULT_BASE, check_base_iri
from kg.graph.triples import Description, Subject, arrange, ordered
from kg.grouping import SortedFiles
from kg.model import Posting, Statement
from kg.ontology import Ontology
from kg.ontology_files import load_ontology

_QUOTES = 32 << 20  # bytes of quotes that wait in memory
Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)
_DESCRIBERS: dict[str, Callable[[Resources, Any], Iterator[Description]]] = {
    "articles": describe_article, "regions": describe_region, "entities": describe_entity, "posts": describe_post,
    "events": describe_event, "postings": describe_posting, "participations": describe_participation,
    "cooccurrences": describe_cooccurrence,
}  # fmt: skip


def describe(
    base: KnowledgeBase,
    *,
    base_iri: str = DEFAULT_BASE,
    ontology: Ontology | None = None,
    folder: Path | None = None,
) -> Dataset:
    """The RDF of a knowledge base; without an ontology, the one that ships with the package.

    Quotes that do not fit in memory are sorted in `folder`. Raises UsageError when the base IRI is none, OntologyError
    when the ontology can't be read.
    """
    return Dataset(base, check_base_iri(base_iri), ontology or load_ontology(), folder)


@dataclass(frozen=True)
class Dataset:
    """All that is known of a knowledge base under one base IRI; it is found out anew at each walk."""

    base: KnowledgeBase = field(repr=False)
    base_iri: str
    ontology: Ontology = field(repr=False)
    folder: Path | None = None

    def subjects(self) -> Iterator[Subject]:
        """Every subject with its facts: concepts, articles, claims, … , and terms of the vocabulary at the end."""
        return chain.from_iterable(self.each(Plain()))

    def each(self, maker: Maker[Made]) -> Iterator[Made]:
        """What is made of every subject, claim, pair and quote."""
        asides = Asides()
        with SortedFiles(self.folder, memory=_QUOTES) as quotes:
            known = Resources(self.base, self.ontology, quotes)
            for walk in _things(known, asides):  # what they refer to must be known before the first of them is written
                deque(walk, maxlen=0)
            yield from starmap(maker.block, known.glossary.concepts())
            yield from starmap(maker.block, _walk(known, "articles", asides))
            for claim in _claims(self.base):
                asides.add(*direct(claim, known.unheld))
                yield maker.claim(known, claim)
            for pair in pairs_in(self.base.cooccurrences):
                left, right = pair.between
                asides.tie(resource(left), resource(right), TOGETHER)
                yield maker.pair(known, pair)
            # Direct edges land on entities, and all that tells them has been.
            yield from starmap(maker.block, _walk(known, "events", asides))
            for local, item in known.quotes():
                yield maker.quote(known, local, item)
        maker.forget()
        for section in _last(known, asides):
            yield from starmap(maker.block, section)

    @cached_property
    def triples(self) -> list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
        """Every triple once, as objects: for graphs that fit in memory."""
        lines = "".join(ntriples(self.subjects(), self.base_iri))
        return [tuple(quad.triple) for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES)]

    def graphs(self) -> Iterator[tuple[Written | None, Iterator[Subject]]]:
        """The subjects by article, those of no article first; a fact that several articles tell is in each graph."""
        told: dict[Written, list[Triple]] = {"": []}
        with SortedFiles(self.folder) as quotes:
            for subject, facts, articles in _told(Resources(self.base, self.ontology, quotes)):
                for graph in articles or ("",):
                    told.setdefault(graph, []).extend((subject, predicate, value) for predicate, value in facts)
        for name in sorted(told, key=lambda term: absolute(term, self.base_iri)[:-1]):
            yield name or None, arrange(told.pop(name), self.base_iri)


class Maker(Protocol[Made_co]):
    """Makes something of each subject; what comes by the million it gets as the noun."""

    def block(self, subject: Written, facts: list[Fact], /) -> Made_co: ...
    def claim(self, known: Resources, claim: Statement, /) -> Made_co: ...
    def pair(self, known: Resources, pair: Pair, /) -> Made_co: ...
    def quote(self, known: Resources, local: str, item: Quoted, /) -> Made_co: ...
    def forget(self) -> None: ...  # from here on there are blocks only


class Plain:
    """Makes subjects with their facts."""

    def block(self, subject: Written, facts: list[Fact]) -> list[Subject]:
        """The subject as it comes."""
        return [(subject, facts)]

    def claim(self, known: Resources, claim: Statement) -> list[Subject]:
        """A posting or a participation."""
        if isinstance(claim, Posting):
            return [_own(claim.id, describe_posting(known, claim))]
        return [_own(claim.id, describe_participation(known, claim))]

    def pair(self, known: Resources, pair: Pair) -> list[Subject]:
        """The co-occurrences of a pair."""
        return [_own(one.id, describe_cooccurrence(known, one)) for one in co_occurrences(pair)]

    def quote(self, known: Resources, local: str, item: Quoted) -> list[Subject]:
        """A span, its position and its words."""
        return [(subject, facts) for subject, facts, _ in describe_evidence(known, local, item)]

    def forget(self) -> None:
        """Nothing is kept."""


def _own(name: str, descriptions: Iterable[Description]) -> Subject:
    """What descriptions say of a resource itself."""
    me = resource(name)
    return me, [fact for subject, facts, _ in descriptions if subject == me for fact in facts]


def ntriples(subjects: Iterable[Subject], base_iri: str) -> Iterator[str]:
    """A line for each triple."""
    for subject, facts in subjects:
        start = absolute(subject, base_iri)
        for predicate, value in ordered(facts):
            yield f"{start} {predicate} {absolute(value, base_iri)} .\n"


def _claims(base: KnowledgeBase) -> Iterator[Statement]:
    """Postings and participations by id; there are many more of these."""
    postings = in_order(base.postings)
    posting = next(postings, None)
    for part in in_order(base.participations):
        while posting is not None and posting.id <= part.id:
            yield posting
            posting = next(postings, None)
        yield part
    if posting is not None:
        yield posting
        yield from postings


def _last(known: Resources, asides: Asides) -> Iterator[Iterator[Subject]]:
    """What comes at the end, in the order of IRIs."""
    rest = [*_things(known, None), _plain(_loose_regions(known)), _plain(describe_run(known)), asides.subjects()]
    yield _merged(rest)
    yield known.glossary.terms()


def _things(known: Resources, asides: Asides | None) -> list[Iterator[Subject]]:
    return [_walk(known, kind, asides) for kind in ("entities", "posts", "regions")]


def _walk(known: Resources, kind: str, asides: Asides | None) -> Iterator[Subject]:
    """The nouns of a kind by id, each with what is said of it; what is said of others goes aside."""
    describer = _DESCRIBERS[kind]
    for noun in in_order(getattr(known.base, kind)):
        me = resource(noun.id)
        mine: list[Fact] = []
        for subject, facts, _ in describer(known, noun):
            if subject == me:
                mine += facts
            elif asides is not None:
                asides.add(subject, facts)
        yield me, mine


def _merged(streams: Iterable[Iterator[Subject]]) -> Iterator[Subject]:
    """Several streams in the order of ids; what they say of one subject comes together."""
    for subject, same in groupby(heapq.merge(*streams, key=_by_id), key=itemgetter(0)):
        yield subject, [fact for _, facts in same for fact in facts]


def _by_id(subject: Subject) -> str:
    return subject[0][:-1]


def _plain(descriptions: Iterable[Description]) -> Iterator[Subject]:
    return ((subject, facts) for subject, facts, _ in descriptions)


def _loose_regions(known: Resources) -> Iterator[Description]:
    """Regions that the knowledge base refers to and does not list."""
    for code in sorted(known.loose_regions):
        yield resource(f"region/{code}"), [(A, kg("Region")), (kg("code"), text(code)), (LABEL, text(code))], ()


def _told(known: Resources) -> Iterator[Description]:
    """All descriptions, in any order."""
    yield from describe_run(known)
    for kind, describer in _DESCRIBERS.items():
        for noun in getattr(known.base, kind).values():
            yield from describer(known, noun)
    for local, item in known.quotes():
        yield from describe_evidence(known, local, item)
    yield from _loose_regions(known)
    for subject, facts in chain(known.glossary.concepts(), known.glossary.terms()):
        yield subject, facts, ()
