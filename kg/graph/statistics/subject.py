"""Which graph the rankings, the structure and the stability are about, as one incidence and its ties."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from scipy import sparse

from kg.graph.incidence import Incidence, at_events, in_articles, newman, oversized, shared
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.options import GraphName
from kg.graph.statistics.tables import Note
from kg.model import ArticleNode

REGENCY = 5  # length of the code of a kabupaten or kota


def outlet_of(node: ArticleNode) -> str | None:
    """Who published an article: the publisher it names, or else the host of its address."""
    if node.publisher or not node.url:
        return node.publisher
    try:
        host = urlsplit(node.url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@dataclass(frozen=True)
class Subject:
    """A knowledge base seen as one graph: actors tied by events, or by articles when co-occurrence is asked for."""

    base: KnowledgeBase
    graph: GraphName

    @cached_property
    def incidence(self) -> Incidence:
        if self.graph == "cooccurrence":
            return self.mentions
        return at_events(self.base, self.graph)

    @cached_property
    def mentions(self) -> Incidence:
        """Who is named in which article, whatever the graph is of."""
        return in_articles(self.base)

    @cached_property
    def homes(self) -> dict[str, str]:
        """The region of each entity: its own, or for a person that of the institution where most postings are."""
        regions = {entity.id: entity.region for entity in self.base.entities.values() if entity.region}
        held: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in self.base.postings.values():
            if claim.status != "rejected" and claim.institution in regions:
                held[claim.person][regions[claim.institution]] += 1
        for person, counts in held.items():
            regions.setdefault(person, min(counts, key=lambda code: (-counts[code], code)))
        return regions

    @cached_property
    def regencies(self) -> dict[str, tuple[str, ...]]:
        """The regencies that each article is about: those of its events, else those of the entities it names most."""
        found: dict[str, set[str]] = defaultdict(set)
        for event in self.base.events.values():
            if event.region and len(event.region) >= REGENCY:
                for article in event.reports:
                    found[article].add(event.region[:REGENCY])
        named: dict[str, Counter[str]] = defaultdict(Counter)
        homes = [self.base.entities[actor].region or "" for actor in self.mentions.actors]
        for actor, unit in zip(self.mentions.actor.tolist(), self.mentions.unit.tolist(), strict=True):
            if len(homes[actor]) >= REGENCY:
                named[self.mentions.units[unit]][homes[actor][:REGENCY]] += 1
        for article, counts in named.items():
            if article not in found:
                most = max(counts.values())
                found[article] = {code for code, count in counts.items() if count == most}
        return {article: tuple(sorted(codes)) for article, codes in sorted(found.items())}

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
        return self.base.entities[self.incidence.actors[actor]].name

    def cls(self, actor: int) -> str:
        return self.base.entities[self.incidence.actors[actor]].cls
