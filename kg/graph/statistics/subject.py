"""Which graph the rankings, the structure and the stability are about, as one incidence and its ties."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph.distinct import distinct
from kg.graph.facts import Facts, facts_of
from kg.graph.incidence import REJECTED, Incidence, events_of, in_articles, newman, oversized, shared
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.mentions import NONE, Numbers
from kg.graph.statistics.options import GraphName
from kg.graph.statistics.tables import Note

Integers = NDArray[np.int64]
REGENCY = 5  # length of the code of a kabupaten or kota


@dataclass(frozen=True)
class Subject:
    """A knowledge base seen as one graph: actors tied by events, or by articles when co-occurrence is asked for."""

    base: KnowledgeBase
    graph: GraphName
    given: Facts | None = None

    @cached_property
    def facts(self) -> Facts:
        """What was read of the knowledge base."""
        return self.given or facts_of(self.base)

    def of(self, graph: GraphName) -> Subject:
        """Another graph of the same knowledge base."""
        return self if graph == self.graph else Subject(self.base, graph, self.facts)

    @cached_property
    def incidence(self) -> Incidence:
        if self.graph == "cooccurrence":
            return self.mentions
        return events_of(self.facts, self.graph)

    @cached_property
    def mentions(self) -> Incidence:
        """Who is named in which article, whatever the graph is of."""
        return in_articles(self.facts)

    @cached_property
    def homes(self) -> dict[str, str]:
        """The region of each entity: its own, or for a person that of the institution where most postings are."""
        facts = self.facts
        claims, known = facts.claims, facts.actors.regions
        ids = facts.actors.numbers.names()
        regions = {ids[at]: region for at, region in enumerate(known) if region}
        held: dict[int, Counter[str]] = defaultdict(Counter)
        chosen = (claims.event < 0) & (claims.status != REJECTED) & (claims.body < len(known))
        for person, body in zip(claims.actor[chosen].tolist(), claims.body[chosen].tolist(), strict=True):
            if code := known[body]:
                held[person][code] += 1
        for person, counts in held.items():
            regions.setdefault(ids[person], min(counts, key=lambda code: (-counts[code], code)))
        return regions

    @cached_property
    def regencies(self) -> dict[str, tuple[str, ...]]:
        """The regencies that each article is about: those of its events, else those of the entities it names most."""
        events, articles, codes = self.facts.events, self.facts.articles.numbers, Numbers()
        places = np.array([_regency(codes, region) for region in events.regions], dtype=np.int64)
        where = np.repeat(places, np.diff(np.asarray(events.ends), prepend=0))
        by_event = distinct((np.asarray(events.reports, dtype=np.int64)[where >= 0] << 32) | where[where >= 0])
        named = self.mentions
        homes = np.array([_regency(codes, self.region(actor)) for actor in named.actors], dtype=np.int64)
        units = np.array([articles.at[unit] for unit in named.units], dtype=np.int64)
        told = np.zeros(len(articles.at), dtype=bool)
        told[by_event >> 32] = True
        kept = (homes[named.actor] >= 0) & ~told[units[named.unit]]
        found, counts = np.unique((units[named.unit[kept]] << 32) | homes[named.actor[kept]], return_counts=True)
        most = np.zeros(len(articles.at), dtype=np.int64)
        np.maximum.at(most, found >> 32, counts)
        every = distinct(np.concatenate([by_event, found[counts == most[found >> 32]]]))
        return self._by_name(every, codes.names())

    def _by_name(self, found: Integers, codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """The codes of each article, by its name, of numbers: article × 2³² + code, sorted."""
        names, same = self.facts.articles.numbers.names(), dict[tuple[str, ...], tuple[str, ...]]()
        about: dict[str, tuple[str, ...]] = {}
        for article, numbers in groupby(found.tolist(), key=lambda number: number >> 32):
            told = tuple(sorted(codes[number & 0xFFFFFFFF] for number in numbers))
            about[names[article]] = same.setdefault(told, told)
        return dict(sorted(about.items()))

    @cached_property
    def ties(self) -> sparse.csr_array:
        """Actors × actors with Newman's weights."""
        return newman(self.incidence.matrix)

    @cached_property
    def counts(self) -> sparse.csr_array:
        """Actors × actors: events, or articles, in common."""
        return shared(self.incidence.matrix)

    @property
    def notes(self) -> tuple[Note, ...]:
        notes = [Note(f"graph_{self.graph}")]
        if too_large := oversized(self.incidence.matrix):
            notes.append(Note("oversized", {"units": too_large}))
        return tuple(notes)

    def name(self, actor: int) -> str:
        return self.facts.actors.names[self.number(self.incidence.actors[actor])]

    def cls(self, actor: int) -> str:
        return self.facts.actors.classes[self.number(self.incidence.actors[actor])]

    def region(self, actor: str) -> str | None:
        """The region of an entity by its id, as the graph has it."""
        return self.facts.actors.regions[self.number(actor)]

    def number(self, actor: str) -> int:
        """The number of an entity by its id."""
        return self.facts.actors.numbers.at[actor]


def _regency(codes: Numbers, region: str | None) -> int:
    """The number of the regency of a region; NONE where it is none, or larger."""
    return codes.of(region[:REGENCY]) if region and len(region) >= REGENCY else NONE
