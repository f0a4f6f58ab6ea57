"""Claims → their RDF: what is asserted, how sure, by which rule, with which quotes; direct edges of accepted ones.

A co-occurrence is described beside them, and is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.graph.resources import Resources, evidence_id
from kg.graph.terms import OA, TYPE, decimal, kg, org, prov, sem, text, typed, when, whole
from kg.graph.triples import Description, Fact
from kg.model import CoOccurrence, Evidence, Participation, Posting, Statement

ROLE_TYPES = {"led": "Leader", "organised": "Organiser", "attended": "Attendee"}


def describe_posting(known: Resources, posting: Posting) -> Iterator[Description]:
    person, post, institution = known.node(posting.person), known.node(posting.post), known.node(posting.institution)
    facts: list[Fact] = [
        (TYPE, org("Membership")),
        (org("member"), person),
        (org("organization"), institution),
        (kg("post"), post),
        (kg("former"), typed("true" if posting.former else "false", "boolean")),
    ]
    facts += [(kg("rank"), text(posting.rank))] if posting.rank else []
    facts += [(kg("acting"), text(posting.acting))] if posting.acting else []
    days = (posting.first_seen, posting.last_seen, posting.start_asserted, posting.end_asserted)
    for name, day in zip(("firstSeen", "lastSeen", "startAsserted", "endAsserted"), days, strict=True):
        facts += [(kg(name), when(day))] if day else []
    yield from describe_claim(known, posting, facts)
    if posting.status == "accepted" and not posting.former:
        yield Description(person, [(kg("holdsPost"), post)], sources(known, posting))


def describe_participation(known: Resources, part: Participation) -> Iterator[Description]:
    event, participant = known.node(part.event), known.node(part.participant)
    facts: list[Fact] = [
        (TYPE, kg("Participation")),
        (kg("event"), event),
        (kg("participant"), participant),
        (sem("roleType"), known.glossary.term(ROLE_TYPES[part.role])),
    ]
    facts += [(kg("actedAs"), known.node(part.acted_as))] if part.acted_as else []
    facts += [(kg("onBehalfOf"), known.node(part.on_behalf_of))] if part.on_behalf_of else []
    yield from describe_claim(known, part, facts)
    if part.status == "accepted":
        yield Description(participant, [(kg(part.role), event)], sources(known, part))


def describe_cooccurrence(known: Resources, pair: CoOccurrence) -> Iterator[Description]:
    left, right = (known.node(end) for end in pair.between)
    articles = tuple(known.article(name) for name in pair.articles)
    facts: list[Fact] = [
        (TYPE, kg("CoOccurrence")),
        (kg("between"), left),
        (kg("between"), right),
        (kg("scope"), text(pair.scope)),
        (kg("count"), whole(pair.count)),
    ]
    facts += [(kg("events"), known.node(event)) for event in pair.events]
    yield Description(known.node(pair.id), facts, articles)
    for article in articles:
        yield Description(known.node(pair.id), [(kg("articles"), article)], (article,))
    yield Description(left, [(kg("coOccursWith"), right)], articles)
    yield Description(right, [(kg("coOccursWith"), left)], articles)


def describe_claim(known: Resources, claim: Statement, about: list[Fact]) -> Iterator[Description]:
    """What every claim has: status, confidence, rules, notes, run, evidence."""
    me = known.node(claim.id)
    about += [
        (TYPE, kg("Claim")),
        (kg("status"), text(claim.status)),
        (kg("confidence"), decimal(claim.confidence)),
        (prov("wasGeneratedBy"), known.run),
    ]
    about += [(kg("rule"), text(rule)) for rule in claim.rules if rule]
    about += [(kg("note"), text(note)) for note in claim.notes]
    yield Description(me, about, sources(known, claim))
    yield from rests_on(known, me, claim.evidence)


def rests_on(known: Resources, subject: ox.NamedNode, evidence: Iterable[Evidence]) -> Iterator[Description]:
    """The evidence of a claim or an event, each told by its own article."""
    for item in evidence:
        source = known.article(item.article)
        facts: list[Fact] = [(kg("evidence"), known.proof(item)), (prov("wasQuotedFrom"), source)]
        yield Description(subject, facts, (source,))


def sources(known: Resources, claim: Statement) -> tuple[ox.NamedNode, ...]:
    return tuple(known.article(name) for name in sorted({item.article for item in claim.evidence}))


def describe_evidence(known: Resources, item: Evidence) -> Iterator[Description]:
    local = evidence_id(item)
    source, quote, position = (
        known.article(item.article),
        known.node(f"{local}-quote"),
        known.node(f"{local}-position"),
    )
    selector = ox.NamedNode(OA + "hasSelector")
    yield Description(
        known.node(local),
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
