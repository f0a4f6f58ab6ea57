"""Claims → their RDF: what is asserted, how sure, by which rule, with which quotes; direct edges of accepted ones.

A co-occurrence is described beside them, and is none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from kg.graph.notation import (
    A,
    Fact,
    Written,
    decimal,
    kg,
    oa,
    org,
    prov,
    resource,
    sem,
    text,
    truth,
    when,
    whole,
    word,
)
from kg.graph.resources import Quoted, Resources
from kg.graph.triples import Description
from kg.model import CoOccurrence, Evidence, Participation, Posting, Statement

# Terms of co-occurrences, which are nine of ten resources.
PAIR, TOGETHER = kg("CoOccurrence"), kg("coOccursWith")
ARTICLES, BETWEEN, COUNT, EVENTS, SCOPE = (kg(name) for name in ("articles", "between", "count", "events", "scope"))
ROLE_TYPES = {"led": "Leader", "organised": "Organiser", "attended": "Attendee"}


def describe_posting(known: Resources, posting: Posting) -> Iterator[Description]:
    person, post, institution = resource(posting.person), resource(posting.post), resource(posting.institution)
    facts: list[Fact] = [
        (A, org("Membership")),
        (org("member"), person),
        (org("organization"), institution),
        (kg("post"), post),
        (kg("former"), truth(posting.former)),
    ]
    facts += [(kg("rank"), text(posting.rank))] if posting.rank else []
    facts += [(kg("acting"), text(posting.acting))] if posting.acting else []
    days = (posting.first_seen, posting.last_seen, posting.start_asserted, posting.end_asserted)
    for name, day in zip(("firstSeen", "lastSeen", "startAsserted", "endAsserted"), days, strict=True):
        facts += [(kg(name), when(day))] if day else []
    yield from describe_claim(known, posting, facts)
    yield *direct(posting, known.unheld), sources(known, posting)


def describe_participation(known: Resources, part: Participation) -> Iterator[Description]:
    event, participant = resource(part.event), resource(part.participant)
    facts: list[Fact] = [
        (A, kg("Participation")),
        (kg("event"), event),
        (kg("participant"), participant),
        (sem("roleType"), known.glossary.term(ROLE_TYPES[part.role])),
    ]
    facts += [(kg("actedAs"), resource(part.acted_as))] if part.acted_as else []
    facts += [(kg("onBehalfOf"), resource(part.on_behalf_of))] if part.on_behalf_of else []
    yield from describe_claim(known, part, facts)
    yield *direct(part, known.unheld), sources(known, part)


def direct(claim: Statement, unheld: Container[str]) -> tuple[Written, list[Fact]]:
    """The edge that an accepted claim is in short: whom it is of, and what holds of them.

    Nothing of another claim, nor where the event was only planned, or was called off: nobody attended that.
    """
    if isinstance(claim, Posting):
        holds = claim.status == "accepted" and not claim.former
        return resource(claim.person), [(kg("holdsPost"), resource(claim.post))] if holds else []
    held = claim.status == "accepted" and claim.event not in unheld
    return resource(claim.participant), [(kg(claim.role), resource(claim.event))] if held else []


def describe_cooccurrence(known: Resources, pair: CoOccurrence) -> Iterator[Description]:
    me, (left, right) = resource(pair.id), map(resource, pair.between)
    articles = tuple(known.article(name) for name in pair.articles)
    facts: list[Fact] = [
        (A, PAIR),
        (BETWEEN, left),
        (BETWEEN, right),
        (COUNT, whole(pair.count)),
        (SCOPE, word(pair.scope)),
    ]
    facts += [(EVENTS, resource(event)) for event in pair.events]
    yield me, facts, articles
    for article in articles:
        yield me, [(ARTICLES, article)], (article,)
    yield left, [(TOGETHER, right)], articles
    yield right, [(TOGETHER, left)], articles


def describe_claim(known: Resources, claim: Statement, about: list[Fact]) -> Iterator[Description]:
    """What every claim has: status, confidence, rules, notes, run, evidence."""
    me = resource(claim.id)
    about += [
        (A, kg("Claim")),
        (kg("status"), word(claim.status)),
        (kg("confidence"), decimal(claim.confidence)),
        (prov("wasGeneratedBy"), known.run),
    ]
    about += [(kg("rule"), word(rule)) for rule in claim.rules if rule]
    about += [(kg("note"), text(note)) for note in claim.notes]
    yield me, about, sources(known, claim)
    yield from rests_on(known, me, claim.evidence)


def rests_on(known: Resources, subject: Written, evidence: Iterable[Evidence]) -> Iterator[Description]:
    """The evidence of a claim or an event, each told by its own article."""
    for item in evidence:
        source = known.article(item.article)
        facts: list[Fact] = [(kg("evidence"), known.proof(item)), (prov("wasQuotedFrom"), source)]
        yield subject, facts, (source,)


def sources(known: Resources, claim: Statement) -> tuple[Written, ...]:
    return tuple(known.article(name) for name in sorted({item.article for item in claim.evidence}))


def describe_evidence(known: Resources, local: str, item: Quoted) -> Iterator[Description]:
    source, me = known.article(item.article), resource(local)
    position, quote = resource(f"{local}-position"), resource(f"{local}-quote")
    told = (source,)
    facts: list[Fact] = [(A, oa("SpecificResource")), (oa("hasSource"), source)]
    yield me, [*facts, (oa("hasSelector"), quote), (oa("hasSelector"), position)], told
    facts = [(A, oa("TextPositionSelector")), (oa("start"), whole(item.start)), (oa("end"), whole(item.end))]
    yield position, facts, told
    facts = [(A, oa("TextQuoteSelector")), (oa("exact"), text(item.quote))]
    facts += [(oa("prefix"), text(item.prefix))] if item.prefix else []
    facts += [(oa("suffix"), text(item.suffix))] if item.suffix else []
    yield quote, facts, told
