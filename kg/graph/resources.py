"""Names of a knowledge base → its resources; what is referred to is remembered, so that nothing hangs in the air."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kg import __version__
from kg.graph.article_ids import ArticleIds
from kg.graph.concepts import Glossary
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.notation import Written, resource
from kg.grouping import SortedFiles
from kg.ids import digest, slug
from kg.model import Evidence
from kg.ontology import Ontology
from kg.wire import dumps, loads


class Quoted(NamedTuple):
    """What is told of a quote; as evidence has it."""

    article: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


class Resources:
    """Gives out resources, and keeps the evidence and the regions that were asked for."""

    def __init__(self, base: KnowledgeBase, ontology: Ontology, evidence: SortedFiles) -> None:
        self.base = base
        self.glossary = Glossary(ontology)
        self.ontology = ontology
        self._regions = {region.code: resource(region.id) for region in base.regions.values()}
        self.article: Callable[[str], Written] = ArticleIds(base, resource).__getitem__
        self.run = resource(f"run/kg-{slug(__version__)}-{slug(ontology.version)}")
        self.evidence = evidence
        self.loose_regions: set[str] = set()
        self.unheld = frozenset(event.id for event in base.events.values() if event.status != "held")

    def region(self, code: str) -> Written:
        if code in self._regions:
            return self._regions[code]
        self.loose_regions.add(code)
        return resource(f"region/{code}")

    def unit(self, identifier: str) -> Written:
        known = identifier.startswith("institution/") or identifier in self.base.entities
        return resource(identifier if known else f"institution/{identifier}")

    def proof(self, item: Evidence) -> Written:
        """The node of a span: the same for every claim that rests on it."""
        return resource(self.keep(item))

    def keep(self, item: Evidence) -> str:
        """Keep a span, which is told at the end; its id."""
        local = evidence_id(item)
        told = (item.article, item.start, item.end, item.quote, item.prefix, item.suffix)
        self.evidence.add(local, dumps(told).decode("utf-8", "surrogatepass"))
        return local

    def quotes(self) -> Iterator[tuple[str, Quoted]]:
        """All evidence that was asked for, by id, each once."""
        for local, told in self.evidence.groups():
            yield local, Quoted._make(loads(told[0]))


def evidence_id(item: Evidence) -> str:
    return f"evidence/{digest(item.article, str(item.start), str(item.end))}"
