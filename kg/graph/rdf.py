"""KnowledgeBase → RDF descriptions of its resources, after the vocabulary of `ontology/kg.ttl`. No blank nodes.

A `Description` says some facts of one subject, and which articles tell them: a graph an article needs that, the other
formats take the union. `Dataset.triples` is sorted and without doubles, so that every output is the same bytes again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby

import pyoxigraph as ox

from kg import __version__
from kg.graph.concepts import Glossary
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.terms import (
    ALT_LABEL,
    DCTERMS,
    DEFAULT_BASE,
    FOAF,
    GEO,
    OA,
    ORG,
    PREF_LABEL,
    PROV,
    SCHEMA,
    SEM,
    TYPE,
    Term,
    check_base_iri,
    decimal,
    encode,
    kg,
    text,
    typed,
    when,
    whole,
)
from kg.ids import digest, mint, slug
from kg.model import ArticleNode, CoOccurrence, Entity, Event, Evidence, Participation, Post, Posting, Region, Statement
from kg.ontology import Ontology, load_ontology

Fact = tuple[ox.NamedNode, Term]
Triple = tuple[ox.NamedNode, ox.NamedNode, Term]

EVENT_TYPES = {
    "meeting": "Meeting", "ceremony": "Ceremony", "training": "Training", "patrol": "Patrol", "visit": "Visit",
    "campaign": "Campaign", "voting": "Voting", "other": "OtherEvent",
}  # fmt: skip
ROLE_TYPES = {"led": "Leader", "organised": "Organiser", "attended": "Attendee"}
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


def describe(base: KnowledgeBase, *, base_iri: str = DEFAULT_BASE, ontology: Ontology | None = None) -> Dataset:
    """The RDF of a knowledge base; without an ontology, the one that ships with the package.

    Raises UsageError when the base IRI is none, OntologyError when the ontology can't be read.
    """
    describer = _Describer(base, check_base_iri(base_iri), ontology or load_ontology())
    return Dataset(base_iri, tuple(describer.everything()))


class _Describer:
    """Says what is known of each node; remembers what was referred to, so that nothing hangs in the air."""

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

    def everything(self) -> Iterator[Description]:
        """Nodes and claims first; then what they referred to."""
        base = self.base
        yield self._run()
        yield from map(self._article, base.articles.values())
        yield from map(self._region, base.regions.values())
        yield from map(self._post, base.posts.values())
        yield from chain.from_iterable(map(self._entity, base.entities.values()))
        yield from chain.from_iterable(map(self._event, base.events.values()))
        yield from chain.from_iterable(map(self._posting, base.postings.values()))
        yield from chain.from_iterable(map(self._participation, base.participations.values()))
        yield from chain.from_iterable(map(self._cooccurrence, base.cooccurrences.values()))
        for evidence in self.evidence.values():
            yield from self._evidence(evidence)
        for code in sorted(self.loose_regions):
            loose: list[Fact] = [(TYPE, kg("Region")), (kg("code"), text(code)), (PREF_LABEL, text(code))]
            yield Description(self.node(f"region/{code}"), loose)
        yield from (Description(subject, facts) for subject, facts in self.glossary.used())

    def _run(self) -> Description:
        facts: list[Fact] = [
            (TYPE, _prov("Activity")),
            (PREF_LABEL, text(f"kg {__version__}", "en")),
            (kg("toolVersion"), text(__version__)),
            (kg("ontologyVersion"), text(self.ontology.version)),
        ]
        return Description(self.run, facts)

    def _article(self, article: ArticleNode) -> Description:
        me = self.node(article.id)
        facts: list[Fact] = [
            (TYPE, _schema("NewsArticle")),
            (PREF_LABEL, text(article.title or article.article, "id" if article.title else None)),
            (_dcterms("identifier"), text(article.article)),
        ]
        facts += [(_schema("headline"), text(article.title, "id"))] if article.title else []
        facts += [(_schema("url"), text(article.url))] if article.url else []
        facts += [(_schema("publisher"), text(article.publisher))] if article.publisher else []
        facts += [(_schema("datePublished"), when(article.published))] if article.published else []
        facts += [(kg("sha256"), text(article.sha256))] if article.sha256 else []
        facts += [(kg("copyOf"), self.article(article.copy_of))] if article.copy_of else []
        return Description(me, facts, (me,))

    def _region(self, region: Region) -> Description:
        facts: list[Fact] = [
            (TYPE, kg("Region")),
            (PREF_LABEL, text(region.name, "id")),
            (kg("code"), text(region.code)),
            (kg("regionType"), text(region.type)),
        ]
        if region.parent:
            known = region.parent in self.base.regions
            facts.append((kg("partOf"), self.node(region.parent) if known else self.region(region.parent)))
        if region.lat is not None and region.lon is not None:
            facts += [
                (ox.NamedNode(GEO + "lat"), decimal(region.lat)),
                (ox.NamedNode(GEO + "long"), decimal(region.lon)),
            ]
        return Description(self.node(region.id), facts)

    def _entity(self, entity: Entity) -> Iterator[Description]:
        me = self.node(entity.id)
        facts: list[Fact] = [
            (ALT_LABEL, text(alias, None if entity.cls == "Person" else "id")) for alias in entity.aliases
        ]
        if entity.cls == "Person":
            facts += [(TYPE, ox.NamedNode(FOAF + "Person")), (PREF_LABEL, text(entity.name))]
            facts.append((ox.NamedNode(FOAF + "name"), text(entity.name)))
        else:
            above = "OrganizationalCollaboration" if entity.cls == "Forum" else "FormalOrganization"
            facts += [(TYPE, kg(entity.cls)), (TYPE, _org(above)), (PREF_LABEL, text(entity.name, "id"))]
        if entity.type and entity.cls != "Person":
            facts.append((_org("classification"), self.glossary.concept(entity.type)))
        if entity.region:
            facts.append((kg("jurisdiction"), self.region(entity.region)))
        facts += [(_dcterms("identifier"), text(entity.unit))] if entity.unit else []
        facts += [(kg("nil"), typed("true", "boolean"))] if entity.nil else []
        facts += [(kg("context"), typed("true", "boolean"))] if entity.context else []
        for name, values in (("rank", entity.ranks), ("honorific", entity.honorifics), ("degree", entity.degrees),
                             ("candidate", entity.candidates), ("linkReason", entity.reasons)):  # fmt: skip
            facts += [(kg(name), text(value)) for value in values]
        for parent in entity.parents:
            superior = self.unit(parent.id)
            if parent.end is None:
                facts.append((_org("subOrganizationOf"), superior))
            if parent.start or parent.end:
                term = self.node(f"subordination/{digest(entity.id, parent.id, parent.start or '', parent.end or '')}")
                dated: list[Fact] = [(TYPE, kg("Subordination")), (kg("unit"), me), (kg("superior"), superior)]
                dated += [(kg("start"), when(parent.start))] if parent.start else []
                dated += [(kg("end"), when(parent.end))] if parent.end else []
                yield Description(term, dated)
        yield Description(me, facts)

    def _post(self, post: Post) -> Description:
        facts: list[Fact] = [
            (TYPE, _org("Post")),
            (PREF_LABEL, text(post.label, "id")),
            (_org("postIn"), self.node(post.institution)),
        ]
        facts += [(_org("role"), self.glossary.concept(post.role))] if post.role else []
        return Description(self.node(post.id), facts)

    def _event(self, event: Event) -> Iterator[Description]:
        me = self.node(event.id)
        reports = tuple(self.article(name) for name in event.reports)
        facts: list[Fact] = [
            (TYPE, _sem("Event")),
            (TYPE, _schema("Event")),
            (PREF_LABEL, text(event.name, "id")),
            (_sem("eventType"), self.glossary.term(EVENT_TYPES.get(event.kind, "OtherEvent"))),
            (kg("eventStatus"), text(event.status)),
            (kg("datePrecision"), text(event.precision)),
        ]
        facts += [(kg("date"), when(event.date))] if event.date else []
        facts += [(kg("region"), self.region(event.region))] if event.region else []
        if event.place:
            place = self.node(mint("place", event.place, event.region or "", label=event.place))
            facts.append((_sem("hasPlace"), place))
            where: list[Fact] = [(TYPE, _sem("Place")), (PREF_LABEL, text(event.place, "id"))]
            where += [(kg("region"), self.region(event.region))] if event.region else []
            yield Description(place, where, reports)
        yield Description(me, facts, reports)
        for report in reports:
            yield Description(me, [(kg("reportedIn"), report)], (report,))
        yield from self._rests_on(me, event.evidence)

    def _claim(self, claim: Statement, about: list[Fact]) -> Iterator[Description]:
        """What every claim has: status, confidence, rules, notes, run, evidence."""
        me = self.node(claim.id)
        about += [
            (TYPE, kg("Claim")),
            (kg("status"), text(claim.status)),
            (kg("confidence"), decimal(claim.confidence)),
            (_prov("wasGeneratedBy"), self.run),
        ]
        about += [(kg("rule"), text(rule)) for rule in claim.rules if rule]
        about += [(kg("note"), text(note)) for note in claim.notes]
        yield Description(me, about, self._sources(claim))
        yield from self._rests_on(me, claim.evidence)

    def _sources(self, claim: Statement) -> tuple[ox.NamedNode, ...]:
        return tuple(self.article(name) for name in sorted({item.article for item in claim.evidence}))

    def _rests_on(self, subject: ox.NamedNode, evidence: Iterable[Evidence]) -> Iterator[Description]:
        for item in evidence:
            local = f"evidence/{digest(item.article, str(item.start), str(item.end))}"
            self.evidence.setdefault(local, item)
            source = self.article(item.article)
            yield Description(
                subject, [(kg("evidence"), self.node(local)), (_prov("wasQuotedFrom"), source)], (source,)
            )

    def _posting(self, posting: Posting) -> Iterator[Description]:
        person, post, institution = self.node(posting.person), self.node(posting.post), self.node(posting.institution)
        facts: list[Fact] = [
            (TYPE, _org("Membership")),
            (_org("member"), person),
            (_org("organization"), institution),
            (kg("post"), post),
            (kg("former"), typed("true" if posting.former else "false", "boolean")),
        ]
        facts += [(kg("rank"), text(posting.rank))] if posting.rank else []
        facts += [(kg("acting"), text(posting.acting))] if posting.acting else []
        days = (posting.first_seen, posting.last_seen, posting.start_asserted, posting.end_asserted)
        for name, day in zip(("firstSeen", "lastSeen", "startAsserted", "endAsserted"), days, strict=True):
            facts += [(kg(name), when(day))] if day else []
        yield from self._claim(posting, facts)
        if posting.status == "accepted" and not posting.former:
            yield Description(person, [(kg("holdsPost"), post)], self._sources(posting))

    def _participation(self, part: Participation) -> Iterator[Description]:
        event, participant = self.node(part.event), self.node(part.participant)
        facts: list[Fact] = [
            (TYPE, kg("Participation")),
            (kg("event"), event),
            (kg("participant"), participant),
            (_sem("roleType"), self.glossary.term(ROLE_TYPES[part.role])),
        ]
        facts += [(kg("actedAs"), self.node(part.acted_as))] if part.acted_as else []
        facts += [(kg("onBehalfOf"), self.node(part.on_behalf_of))] if part.on_behalf_of else []
        yield from self._claim(part, facts)
        if part.status == "accepted":
            yield Description(participant, [(kg(part.role), event)], self._sources(part))

    def _cooccurrence(self, pair: CoOccurrence) -> Iterator[Description]:
        left, right = (self.node(end) for end in pair.between)
        articles = tuple(self.article(name) for name in pair.articles)
        facts: list[Fact] = [
            (TYPE, kg("CoOccurrence")),
            (kg("between"), left),
            (kg("between"), right),
            (kg("scope"), text(pair.scope)),
            (kg("count"), whole(pair.count)),
        ]
        facts += [(kg("events"), self.node(event)) for event in pair.events]
        yield Description(self.node(pair.id), facts, articles)
        for article in articles:
            yield Description(self.node(pair.id), [(kg("articles"), article)], (article,))
        yield Description(left, [(kg("coOccursWith"), right)], articles)
        yield Description(right, [(kg("coOccursWith"), left)], articles)

    def _evidence(self, item: Evidence) -> Iterator[Description]:
        local = f"evidence/{digest(item.article, str(item.start), str(item.end))}"
        source, quote, position = (
            self.article(item.article),
            self.node(f"{local}-quote"),
            self.node(f"{local}-position"),
        )
        selector = ox.NamedNode(OA + "hasSelector")
        yield Description(
            self.node(local),
            [(TYPE, ox.NamedNode(OA + "SpecificResource")), (ox.NamedNode(OA + "hasSource"), source),
             (selector, quote), (selector, position)],
            (source,),
        )  # fmt: skip
        facts: list[Fact] = [
            (TYPE, ox.NamedNode(OA + "TextQuoteSelector")),
            (ox.NamedNode(OA + "exact"), text(item.quote)),
        ]
        facts += [(ox.NamedNode(OA + "prefix"), text(item.prefix))] if item.prefix else []
        facts += [(ox.NamedNode(OA + "suffix"), text(item.suffix))] if item.suffix else []
        yield Description(quote, facts, (source,))
        yield Description(
            position,
            [(TYPE, ox.NamedNode(OA + "TextPositionSelector")), (ox.NamedNode(OA + "start"), whole(item.start)),
             (ox.NamedNode(OA + "end"), whole(item.end))],
            (source,),
        )  # fmt: skip


def _org(name: str) -> ox.NamedNode:
    return ox.NamedNode(ORG + name)


def _prov(name: str) -> ox.NamedNode:
    return ox.NamedNode(PROV + name)


def _sem(name: str) -> ox.NamedNode:
    return ox.NamedNode(SEM + name)


def _schema(name: str) -> ox.NamedNode:
    return ox.NamedNode(SCHEMA + name)


def _dcterms(name: str) -> ox.NamedNode:
    return ox.NamedNode(DCTERMS + name)
