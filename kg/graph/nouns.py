"""A linked record → the nouns that it tells of, each as this one article has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from kg.graph.knowledge_base import Node, evidence_of
from kg.ids import article_id, participation_id, post_id, posting_id
from kg.model import (
    ArticleNode,
    ClaimStatus,
    Entity,
    EntityClass,
    Event,
    EventKind,
    EventStatus,
    Participation,
    Possible,
    Post,
    Posting,
    Precision,
    Role,
    Sighting,
)
from kg.records import EntityRecord, EventRecord, ParticipationRecord, PossibleRecord, PostingRecord, Record


def nouns_of(record: Record) -> Iterator[tuple[str, Node]]:
    """The nouns of a record with their kinds; one noun may come more than once."""
    article = record["article"]
    yield "article", _article(record)
    for entity in record["entities"]:
        yield "entity", _entity(entity)
    for claim in record["postings"]:
        post = Post(
            post_id(claim["post"], claim["institution"]), claim["post"], claim["institution"], claim.get("role")
        )
        yield "post", post
        yield "posting", _posting(claim, post.id, article, record["published"])
    for event in record["events"]:
        yield "event", _event(event, article)
        for part in event["participations"]:
            acted_as = _acted_as(part, record)
            if acted_as:
                yield "post", acted_as
            yield "participation", _participation(part, event["id"], acted_as, article)


def _article(record: Record) -> ArticleNode:
    source = record.get("source")
    return ArticleNode(
        id=article_id(record["article"]),
        article=record["article"],
        title=record["title"],
        url=source["url"] if source else None,
        publisher=source["publisher"] if source else None,
        published=record["published"],
        sha256=source["sha256"] if source else "",
        copy_of=source.get("copy_of") if source else None,
    )


def _possible(given: Iterable[PossibleRecord]) -> tuple[Possible, ...]:
    return tuple(Possible(p["id"], p["points"], p["reason"]) for p in given)


def _entity(entity: EntityRecord) -> Entity:
    return Entity(
        id=entity["id"],
        cls=cast("EntityClass", entity["class"]),
        type=entity.get("concept") or entity["type"],
        name=entity["name"],
        aliases=tuple(entity["aliases"]),
        region=entity["region"],
        unit=entity.get("unit"),
        nil=entity.get("nil", False),
        ranks=tuple(entity.get("ranks", [])),
        honorifics=tuple(entity.get("honorifics", [])),
        degrees=tuple(entity.get("degrees", [])),
        candidates=tuple(entity.get("candidates", [])),
        reasons=tuple(entity.get("reasons", [])),
        possible=_possible(entity.get("possible", [])),
    )


def _posting(claim: PostingRecord, post: str, article: str, published: str | None) -> Posting:
    former, seen = claim.get("former", False), claim.get("seen")
    told = seen or (published[:10] if former and published else None)  # the day on which he is called a former holder
    return Posting(
        id=posting_id(claim["person"], post, claim["acting"], former=former),
        person=claim["person"],
        post=post,
        institution=claim["institution"],
        rank=claim["rank"],
        acting=claim["acting"],
        former=former,
        first_seen=seen,
        last_seen=seen,
        start_asserted=claim.get("start"),
        end_asserted=claim.get("end"),
        status=cast("ClaimStatus", claim.get("status", "accepted")),
        confidence=claim["confidence"],
        rules=(claim.get("rule", ""),),
        evidence=(evidence_of(article, claim["evidence"]),),
        notes=tuple(claim.get("notes", [])),
        sightings=(Sighting(told, article),) if told else (),
    )


def _event(event: EventRecord, article: str) -> Event:
    shown = event.get("evidence")
    return Event(
        id=event["id"],
        kind=cast("EventKind", event["type"]),
        name=event["name"],
        date=event["date"],
        precision=cast("Precision", event.get("precision", "day" if event["date"] else "none")),
        status=cast("EventStatus", event["status"]),
        place=event["place"],
        region=event["region"],
        reports=(article,),
        evidence=(evidence_of(article, shown),) if shown else (),
        reasons=tuple(event.get("reasons", [])),
        possible=_possible(event.get("possible", [])),
    )


def _acted_as(part: ParticipationRecord, record: Record) -> Post | None:
    """The post that a participant acted in: that of the posting with this wording, else at the institution itself."""
    label, who = part["post"], part["participant"]
    if not label:
        return None
    held = [p for p in record["postings"] if p["person"] == who]
    held = [p for p in held if p["post"] == label] or held
    if held:
        best = min(held, key=lambda p: (bool(p.get("former")), p["institution"]))
        role = best.get("role") if best["post"] == label else None
        return Post(post_id(label, best["institution"]), label, best["institution"], role)
    if any(e["id"] == who and e["class"] != "Person" for e in record["entities"]):
        return Post(post_id(label, who), label, who, None)
    return None


def _participation(part: ParticipationRecord, event: str, acted_as: Post | None, article: str) -> Participation:
    return Participation(
        id=participation_id(event, part["participant"], part["role"], part["on_behalf_of"]),
        event=event,
        participant=part["participant"],
        role=cast("Role", part["role"]),
        acted_as=acted_as.id if acted_as else None,
        on_behalf_of=part["on_behalf_of"],
        status=cast("ClaimStatus", part.get("status", "accepted")),
        confidence=part["confidence"],
        rules=(part.get("rule", ""),),
        evidence=(evidence_of(article, part["evidence"]),),
        notes=tuple(part.get("notes", [])),
    )
