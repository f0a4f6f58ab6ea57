"""Which graph the rankings, the structure and the stability are about, as one incidence and its ties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scipy import sparse

from kg.graph.incidence import Incidence, at_events, in_articles, newman, oversized, shared
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.options import GraphName
from kg.graph.statistics.tables import Note


@dataclass(frozen=True)
class Subject:
    """A knowledge base seen as one graph: actors tied by events, or by articles when co-occurrence is asked for."""

    base: KnowledgeBase
    graph: GraphName

    @cached_property
    def incidence(self) -> Incidence:
        if self.graph == "cooccurrence":
            return in_articles(self.base)
        return at_events(self.base, self.graph)

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
