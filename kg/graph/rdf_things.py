"""Articles, regions, institutions, persons, posts and events → their RDF."""

from __future__ import annotations

from collections.abc import Iterator

from kg import __version__
from kg.graph.notation import (
    ALIAS,
    LABEL,
    A,
    Fact,
    dcterms,
    decimal,
    iri,
    kg,
    org,
    prov,
    resource,
    schema,
    sem,
    text,
    typed,
    when,
)
from kg.graph.rdf_claims import rests_on
from kg.graph.resources import Resources
from kg.graph.terms import FOAF, GEO
from kg.graph.triples import Description
from kg.ids import digest, mint
from kg.model import ArticleNode, Entity, Event, Post, Region

EVENT_TYPES = {
    "meeting": "Meeting", "ceremony": "Ceremony", "training": "Training", "patrol": "Patrol", "visit": "Visit",
    "campaign": "Campaign", "voting": "Voting", "other": "OtherEvent",
}  # fmt: skip


def describe_run(known: Resources) -> Iterator[Description]:
    facts: list[Fact] = [
        (A, prov("Activity")),
        (LABEL, text(f"kg {__version__}", "en")),
        (kg("toolVersion"), text(__version__)),
        (kg("ontologyVersion"), text(known.ontology.version)),
    ]
    yield known.run, facts, ()


def describe_article(known: Resources, article: ArticleNode) -> Iterator[Description]:
    me = resource(article.id)
    facts: list[Fact] = [
        (A, schema("NewsArticle")),
        (LABEL, text(article.title or article.article, "id" if article.title else None)),
        (dcterms("identifier"), text(article.article)),
    ]
    facts += [(schema("headline"), text(article.title, "id"))] if article.title else []
    facts += [(schema("url"), text(article.url))] if article.url else []
    facts += [(schema("publisher"), text(article.publisher))] if article.publisher else []
    facts += [(schema("datePublished"), when(article.published))] if article.published else []
    facts += [(kg("sha256"), text(article.sha256))] if article.sha256 else []
    facts += [(kg("copyOf"), known.article(article.copy_of))] if article.copy_of else []
    yield me, facts, (me,)


def describe_region(known: Resources, region: Region) -> Iterator[Description]:
    facts: list[Fact] = [
        (A, kg("Region")),
        (LABEL, text(region.name, "id")),
        (kg("code"), text(region.code)),
        (kg("regionType"), text(region.type)),
    ]
    if region.parent:
        listed = region.parent in known.base.regions
        facts.append((kg("partOf"), resource(region.parent) if listed else known.region(region.parent)))
    if region.lat is not None and region.lon is not None:
        facts += [
            (iri(GEO + "lat"), decimal(region.lat)),
            (iri(GEO + "long"), decimal(region.lon)),
        ]
    yield resource(region.id), facts, ()


def describe_entity(known: Resources, entity: Entity) -> Iterator[Description]:
    me = resource(entity.id)
    facts: list[Fact] = [(ALIAS, text(alias, None if entity.cls == "Person" else "id")) for alias in entity.aliases]
    if entity.cls == "Person":
        facts += [(A, iri(FOAF + "Person")), (LABEL, text(entity.name))]
        facts.append((iri(FOAF + "name"), text(entity.name)))
    else:
        above = "OrganizationalCollaboration" if entity.cls == "Forum" else "FormalOrganization"
        facts += [(A, kg(entity.cls)), (A, org(above)), (LABEL, text(entity.name, "id"))]
    if entity.type and entity.cls != "Person":
        facts.append((org("classification"), known.glossary.concept(entity.type)))
    if entity.region:
        facts.append((kg("jurisdiction"), known.region(entity.region)))
    facts += [(dcterms("identifier"), text(entity.unit))] if entity.unit else []
    facts += [(kg("nil"), typed("true", "boolean"))] if entity.nil else []
    facts += [(kg("context"), typed("true", "boolean"))] if entity.context else []
    for name, values in (("rank", entity.ranks), ("honorific", entity.honorifics), ("degree", entity.degrees),
                         ("candidate", entity.candidates), ("linkReason", entity.reasons)):  # fmt: skip
        facts += [(kg(name), text(value)) for value in values]
    for parent in entity.parents:
        superior = known.unit(parent.id)
        if parent.end is None:
            facts.append((org("subOrganizationOf"), superior))
        if parent.start or parent.end:
            term = resource(f"subordination/{digest(entity.id, parent.id, parent.start or '', parent.end or '')}")
            dated: list[Fact] = [(A, kg("Subordination")), (kg("unit"), me), (kg("superior"), superior)]
            dated += [(kg("start"), when(parent.start))] if parent.start else []
            dated += [(kg("end"), when(parent.end))] if parent.end else []
            yield term, dated, ()
    yield me, facts, ()


def describe_post(known: Resources, post: Post) -> Iterator[Description]:
    facts: list[Fact] = [
        (A, org("Post")),
        (LABEL, text(post.label, "id")),
        (org("postIn"), resource(post.institution)),
    ]
    facts += [(org("role"), known.glossary.concept(post.role))] if post.role else []
    facts += [(ALIAS, text(alias, "id")) for alias in post.aliases]
    yield resource(post.id), facts, ()


def describe_event(known: Resources, event: Event) -> Iterator[Description]:
    me = resource(event.id)
    reports = tuple(known.article(name) for name in event.reports)
    facts: list[Fact] = [
        (A, sem("Event")),
        (A, schema("Event")),
        (LABEL, text(event.name, "id")),
        (sem("eventType"), known.glossary.term(EVENT_TYPES.get(event.kind, "OtherEvent"))),
        (kg("eventStatus"), text(event.status)),
        (kg("datePrecision"), text(event.precision)),
    ]
    facts += [(kg("date"), when(event.date))] if event.date else []
    facts += [(kg("region"), known.region(event.region))] if event.region else []
    if event.place:
        place = resource(mint("place", event.place, event.region or "", label=event.place))
        facts.append((sem("hasPlace"), place))
        where: list[Fact] = [(A, sem("Place")), (LABEL, text(event.place, "id"))]
        where += [(kg("region"), known.region(event.region))] if event.region else []
        yield place, where, reports
    yield me, facts, reports
    for report in reports:
        yield me, [(kg("reportedIn"), report)], (report,)
    yield from rests_on(known, me, event.evidence)
