"""Names of a knowledge base → IRIs; what is referred to is remembered, so that nothing hangs in the air."""

from __future__ import annotations

import pyoxigraph as ox

from kg import __version__
from kg.graph.concepts import Glossary
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.terms import encode
from kg.ids import digest, mint, slug
from kg.model import Evidence
from kg.ontology import Ontology


class Resources:
    """Gives out IRIs below a base, and keeps the evidence and the regions that were asked for."""

    def __init__(self, base: KnowledgeBase, base_iri: str, ontology: Ontology) -> None:
        self.base = base
        self.base_iri = base_iri
        self.glossary = Glossary(ontology)
        self._nodes: dict[str, ox.NamedNode] = {}
        self.ontology = ontology
        self.region_ids = {region.code: region.id for region in base.regions.values()}
        self.article_ids = {article.article: article.id for article in base.articles.values()}
        self.run = self.node(f"run/kg-{slug(__version__)}-{slug(ontology.version)}")
        self.evidence: dict[str, Evidence] = {}
        self.loose_regions: set[str] = set()

    def node(self, local: str) -> ox.NamedNode:
        if local not in self._nodes:
            self._nodes[local] = ox.NamedNode(self.base_iri + encode(local))
        return self._nodes[local]

    def article(self, name: str) -> ox.NamedNode:
        return self.node(self.article_ids.get(name) or mint("article", name, label=name))

    def region(self, code: str) -> ox.NamedNode:
        if code in self.region_ids:
            return self.node(self.region_ids[code])
        self.loose_regions.add(code)
        return self.node(f"region/{code}")

    def unit(self, identifier: str) -> ox.NamedNode:
        known = identifier in self.base.entities or identifier.startswith("institution/")
        return self.node(identifier if known else f"institution/{identifier}")

    def proof(self, item: Evidence) -> ox.NamedNode:
        """The node of a span: the same for every claim that rests on it."""
        local = evidence_id(item)
        self.evidence.setdefault(local, item)
        return self.node(local)


def evidence_id(item: Evidence) -> str:
    return f"evidence/{digest(item.article, str(item.start), str(item.end))}"
