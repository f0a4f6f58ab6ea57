"""Articles, regions, institutions, persons, posts and events → their RDF."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg import __version__
from kg.graph.rdf_claims import rests_on
from kg.graph.resources import Resources
from kg.graph.terms import (
    ALT_LABEL,
    FOAF,
    GEO,
    PREF_LABEL,
    TYPE,
    dcterms,
    decimal,
    kg,
    org,
    prov,
    schema,
    sem,
    text,
    typed,
    when,
)
from kg.graph.triples import Description, Fact
from kg.ids import digest, mint
from kg.model import ArticleNode, Entity, Event, Post, Region

EVENT_TYPES = {
    "meeting": "Meeting", "ceremony": "Ceremony", "training": "Training", "patrol": "Patrol", "visit": "Visit",
    "campaign": "Campaign", "voting": "Voting", "other": "OtherEvent",
}  # fmt: skip


def describe_run(known: Resources) -> Description:
    facts: list[Fact] = [
        (TYPE, prov("Activity")),
        (PREF_LABEL, text(f"kg {__version__}", "en")),
        (kg("toolVersion"), text(__version__)),
        (kg("ontologyVersion"), text(known.ontology.version)),
    ]
    return Description(known.run, facts)


def describe_article(known: Resources, article: ArticleNode) -> Description:
    me = known.node(article.id)
    facts: list[Fact] = [
        (TYPE, schema("NewsArticle")),
        (PREF_LABEL, text(article.title or article.article, "id" if article.title else None)),
        (dcterms("identifier"), text(article.article)),
    ]
    facts += [(schema("headline"), text(article.title, "id"))] if article.title else []
    facts += [(schema("url"), text(article.url))] if article.url else []
    facts += [(schema("publisher"), text(article.publisher))] if article.publisher else []
    facts += [(schema("datePublished"), when(article.published))] if article.published else []
    facts += [(kg("sha256"), text(article.sha256))] if article.sha256 else []
    facts += [(kg("copyOf"), known.article(article.copy_of))] if article.copy_of else []
    return Description(me, facts, (me,))


def describe_region(known: Resources, region: Region) -> Description:
    facts: list[Fact] = [
        (TYPE, kg("Region")),
        (PREF_LABEL, text(region.name, "id")),
        (kg("code"), text(region.code)),
        (kg("regionType"), text(region.type)),
    ]
    if region.parent:
        listed = region.parent in known.base.regions
        facts.append((kg("partOf"), known.node(region.parent) if listed else known.region(region.parent)))
    if region.lat is not None and region.lon is not None:
        facts += [
            (ox.NamedNode(GEO + "lat"), decimal(region.lat)),
            (ox.NamedNode(GEO + "long"), decimal(region.lon)),
        ]
    return Description(known.node(region.id), facts)


def describe_entity(known: Resources, entity: Entity) -> Iterator[Description]:
    me = known.node(entity.id)
    facts: list[Fact] = [(ALT_LABEL, text(alias, None if entity.cls == "Person" else "id")) for alias in entity.aliases]
    if entity.cls == "Person":
        facts += [(TYPE, ox.NamedNode(FOAF + "Person")), (PREF_LABEL, text(entity.name))]
        facts.append((ox.NamedNode(FOAF + "name"), text(entity.name)))
    else:
        above = "OrganizationalCollaboration" if entity.cls == "Forum" else "FormalOrganization"
        facts += [(TYPE, kg(entity.cls)), (TYPE, org(above)), (PREF_LABEL, text(entity.name, "id"))]
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
            term = known.node(f"subordination/{digest(entity.id, parent.id, parent.start or '', parent.end or '')}")
            dated: list[Fact] = [(TYPE, kg("Subordination")), (kg("unit"), me), (kg("superior"), superior)]
            dated += [(kg("start"), when(parent.start))] if parent.start else []
            dated += [(kg("end"), when(parent.end))] if parent.end else []
            yield Description(term, dated)
    yield Description(me, facts)


def describe_post(known: Resources, post: Post) -> Description:
    facts: list[Fact] = [
        (TYPE, org("Post")),
        (PREF_LABEL, text(post.label, "id")),
        (org("postIn"), known.node(post.institution)),
    ]
    facts += [(org("role"), known.glossary.concept(post.role))] if post.role else []
    return Description(known.node(post.id), facts)


def describe_event(known: Resources, event: Event) -> Iterator[Description]:
    me = known.node(event.id)
    reports = tuple(known.article(name) for name in event.reports)
    facts: list[Fact] = [
        (TYPE, sem("Event")),
        (TYPE, schema("Event")),
        (PREF_LABEL, text(event.name, "id")),
        (sem("eventType"), known.glossary.term(EVENT_TYPES.get(event.kind, "OtherEvent"))),
        (kg("eventStatus"), text(event.status)),
        (kg("datePrecision"), text(event.precision)),
    ]
    facts += [(kg("date"), when(event.date))] if event.date else []
    facts += [(kg("region"), known.region(event.region))] if event.region else []
    if event.place:
        place = known.node(mint("place", event.place, event.region or "", label=event.place))
        facts.append((sem("hasPlace"), place))
        where: list[Fact] = [(TYPE, sem("Place")), (PREF_LABEL, text(event.place, "id"))]
        where += [(kg("region"), known.region(event.region))] if event.region else []
        yield Description(place, where, reports)
    yield Description(me, facts, reports)
    for report in reports:
        yield Description(me, [(kg("reportedIn"), report)], (report,))
    yield from rests_on(known, me, event.evidence)
