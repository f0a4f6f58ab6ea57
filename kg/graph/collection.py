"""Linked records → the nouns of the graph: statements of one content become one, with all their evidence and sightings.

The records may come in any order. Of one statement told with different care, the best evidence gives the confidence.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from kg.graph.knowledge_base import KnowledgeBase, evidence_of
from kg.ids import mint, participation_id, post_id, posting_id
from kg.model import (
    ArticleNode,
    ClaimStatus,
    CoOccurrence,
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
    Scope,
    Sighting,
)
from kg.records import EntityRecord, EventRecord, ParticipationRecord, PossibleRecord, PostingRecord, Record

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer

_STATUS_ORDER = {"accepted": 0, "conflict": 1, "rejected": 2}


class _Claimed(Protocol):
    @property
    def id(self) -> str: ...


_Noun = TypeVar("_Noun", bound=_Claimed)
Pairs = dict[tuple[str, tuple[str, str]], list[tuple[str, int]]]


@dataclasses.dataclass
class _Found:
    """Every noun as each record tells it, by id."""

    articles: dict[str, ArticleNode] = dataclasses.field(default_factory=dict)
    entities: dict[str, list[Entity]] = dataclasses.field(default_factory=lambda: defaultdict(list))
    events: dict[str, list[Event]] = dataclasses.field(default_factory=lambda: defaultdict(list))
    posts: dict[str, list[Post]] = dataclasses.field(default_factory=lambda: defaultdict(list))
    postings: dict[str, list[Posting]] = dataclasses.field(default_factory=lambda: defaultdict(list))
    participations: dict[str, list[Participation]] = dataclasses.field(default_factory=lambda: defaultdict(list))
    together: Pairs = dataclasses.field(default_factory=lambda: defaultdict(list))


def collect(records: Iterable[Record], gazetteer: Gazetteer | None = None) -> KnowledgeBase:
    """Collect linked records into a knowledge base.

    With a gazetteer, the superior units and the regions of everything that is mentioned come with them.
    """
    found = _Found()
    for record in records:
        _add(record, found)
    entities = {key: _merge_entity(same) for key, same in sorted(found.entities.items())}
    events = {key: _merge_event(same) for key, same in sorted(found.events.items())}
    participations = {key: _merge_participation(same) for key, same in sorted(found.participations.items())}
    together = [*_together(found.together), *_at_events(events, participations)]
    base = KnowledgeBase(
        articles=dict(sorted(found.articles.items())),
        entities=entities,
        posts={
            key: min(same, key=lambda p: (p.role is None, p.role or "")) for key, same in sorted(found.posts.items())
        },
        events=events,
        postings={key: _merge_posting(same) for key, same in sorted(found.postings.items())},
        participations=participations,
        cooccurrences=_by_id(together),
    )
    if gazetteer is None:
        return base
    from kg.graph.context import with_context

    return with_context(base, gazetteer)


def _by_id(nouns: Iterable[_Noun]) -> dict[str, _Noun]:
    return {noun.id: noun for noun in sorted(nouns, key=lambda n: n.id)}


def _add(record: Record, found: _Found) -> None:
    article = record["article"]
    node = _article(record)
    found.articles[node.id] = node
    for entity in record["entities"]:
        found.entities[entity["id"]].append(_entity(entity))
    for claim in record["postings"]:
        post = Post(
            post_id(claim["post"], claim["institution"]), claim["post"], claim["institution"], claim.get("role")
        )
        found.posts[post.id].append(post)
        posting = _posting(claim, post.id, article, record["published"])
        found.postings[posting.id].append(posting)
    for event in record["events"]:
        found.events[event["id"]].append(_event(event, article))
        for part in event["participations"]:
            acted_as = _acted_as(part, record)
            if acted_as:
                found.posts[acted_as.id].append(acted_as)
            told = _participation(part, event["id"], acted_as, article)
            found.participations[told.id].append(told)
    for pair in record["cooccurrences"]:
        left, right = sorted(pair["between"])
        if left != right and pair["scope"] != "event":
            found.together[pair["scope"], (left, right)].append((article, pair["count"]))


def _article(record: Record) -> ArticleNode:
    source = record.get("source")
    return ArticleNode(
        id=mint("article", record["article"], label=record["article"]),
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


def _union(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({item for value in values for item in value if item}))


def _questions(values: Iterable[tuple[Possible, ...]]) -> tuple[Possible, ...]:
    return tuple(sorted({p.id: p for value in values for p in sorted(value)}.values(), key=lambda p: (-p.points, p.id)))


def _name_of(same: Sequence[Entity]) -> str:
    """The commonest name, for a person the fullest; the shorter, then the first by letters, among equals."""
    names = [entity.name for entity in same]
    tokens = max(len(name.split()) for name in names) if same[0].cls == "Person" else 0
    fullest = {name for name in names if len(name.split()) >= tokens}
    return min(fullest, key=lambda n: (-names.count(n), len(n), n))


def _merge_entity(same: Sequence[Entity]) -> Entity:
    """One node of several: its name, and the union of everything else."""
    if len(same) == 1:
        return same[0]
    name = _name_of(same)
    named = [e for e in same if e.name == name]
    best = min(named, key=lambda e: (e.nil, e.type or "", e.region or "~", e.unit or "~", repr(e)))
    aliases = _union((*e.aliases, e.name) for e in same)
    return dataclasses.replace(
        best,
        aliases=tuple(a for a in aliases if a != name),
        region=best.region or min((e.region for e in same if e.region), default=None),
        nil=all(e.nil for e in same),
        ranks=_union(e.ranks for e in same),
        honorifics=_union(e.honorifics for e in same),
        degrees=_union(e.degrees for e in same),
        candidates=_union(e.candidates for e in same),
        reasons=_union(e.reasons for e in same),
        possible=_questions(e.possible for e in same),
    )


def _merge_event(told: Sequence[Event]) -> Event:
    if len(told) == 1:
        return told[0]
    best = min(
        told,
        key=lambda e: (
            e.date is None,
            e.precision != "day",
            e.status != "held",
            -len(e.name),
            e.name,
            e.place or "~",
            e.kind,
            repr(e),
        ),
    )
    return dataclasses.replace(
        best,
        place=best.place or min((e.place for e in told if e.place), default=None),
        region=best.region or min((e.region for e in told if e.region), default=None),
        reports=tuple(sorted({article for e in told for article in e.reports})),
        evidence=tuple(sorted({e for event in told for e in event.evidence})),
        reasons=_union(e.reasons for e in told),
        possible=_questions(e.possible for e in told),
    )


def _merge_posting(same: Sequence[Posting]) -> Posting:
    if len(same) == 1:
        return same[0]
    best = min(same, key=lambda p: (_STATUS_ORDER[p.status], -p.confidence, p.rank or "~", repr(p)))
    days = sorted(day for p in same for day in (p.first_seen, p.last_seen) if day)
    latest = max(same, key=lambda p: (p.rank is not None, p.last_seen or "", p.rank or ""))
    return dataclasses.replace(
        best,
        rank=latest.rank,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        start_asserted=min((p.start_asserted for p in same if p.start_asserted), default=None),
        end_asserted=max((p.end_asserted for p in same if p.end_asserted), default=None),
        rules=_union(p.rules for p in same),
        evidence=tuple(sorted({e for p in same for e in p.evidence})),
        notes=_union(p.notes for p in same),
        sightings=tuple(sorted({s for p in same for s in p.sightings})),
    )


def _merge_participation(same: Sequence[Participation]) -> Participation:
    if len(same) == 1:
        return same[0]
    best = min(same, key=lambda p: (_STATUS_ORDER[p.status], -p.confidence, p.acted_as or "~", repr(p)))
    return dataclasses.replace(
        best,
        acted_as=min((p.acted_as for p in same if p.acted_as), default=None),
        rules=_union(p.rules for p in same),
        evidence=tuple(sorted({e for p in same for e in p.evidence})),
        notes=_union(p.notes for p in same),
    )


def _together(found: Pairs) -> list[CoOccurrence]:
    return [
        CoOccurrence(
            id=mint("cooccurrence", scope, *pair),
            between=pair,
            scope=cast("Scope", scope),
            count=sum(count for _, count in counts),
            articles=tuple(sorted({article for article, _ in counts})),
        )
        for (scope, pair), counts in found.items()
    ]


def _at_events(events: Mapping[str, Event], participations: Mapping[str, Participation]) -> list[CoOccurrence]:
    """Two who took part in the same events: how many events, which, and which articles tell of them."""
    present: dict[str, set[str]] = defaultdict(set)
    for part in participations.values():
        if part.status != "rejected":
            present[part.event].add(part.participant)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event, participants in sorted(present.items()):
        for left, right in combinations(sorted(participants), 2):
            shared[left, right].append(event)
    return [
        CoOccurrence(
            id=mint("cooccurrence", "event", *pair),
            between=pair,
            scope="event",
            count=len(met),
            articles=tuple(sorted({article for event in met for article in events[event].reports})),
            events=tuple(met),
        )
        for pair, met in shared.items()
    ]
