"""Linked records → KnowledgeBase: articles, entities, events and statements with all their evidence, sorted.

The knowledge base is what every output is a view of; `statements.jsonl` is its whole content, one object a line.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, cast

from kg.errors import OutputError
from kg.ids import claim_id, mint, participation_id, post_id, posting_id
from kg.model import (
    ArticleNode,
    CoOccurrence,
    Entity,
    Event,
    Evidence,
    Participation,
    Post,
    Posting,
    Region,
    Statement,
)
from kg.records import EvidenceRecord, Record

__all__ = ["KINDS", "KnowledgeBase", "claim_id", "ends_of", "evidence_of", "from_lines", "from_records", "post_id", "to_lines"]

KINDS: dict[str, type] = {
    "article": ArticleNode, "region": Region, "entity": Entity, "post": Post, "event": Event,
    "posting": Posting, "participation": Participation, "cooccurrence": CoOccurrence,
}  # fmt: skip
Node = ArticleNode | Region | Entity | Post | Event | Posting | Participation | CoOccurrence


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything that is known, by kind and then by id; each mapping is sorted by id."""

    articles: Mapping[str, ArticleNode] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    postings: Mapping[str, Posting] = field(default_factory=dict)
    participations: Mapping[str, Participation] = field(default_factory=dict)
    cooccurrences: Mapping[str, CoOccurrence] = field(default_factory=dict)

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Every node with its kind, in the order of the file."""
        for kind, values in zip(KINDS, self._mappings(), strict=True):
            for value in values.values():
                yield kind, value

    def statements(self) -> Iterator[Statement]:
        """Postings, then participations, by id."""
        yield from self.postings.values()
        yield from self.participations.values()

    @cached_property
    def statements_about(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements by the id of each entity, post and event that they name."""
        about: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements():
            for end in sorted(ends_of(statement)):
                about[end].append(statement)
        return {key: tuple(value) for key, value in sorted(about.items())}

    def _mappings(self) -> tuple[Mapping[str, Node], ...]:
        return (
            self.articles, self.regions, self.entities, self.posts, self.events, self.postings,
            self.participations, self.cooccurrences,
        )  # fmt: skip


def ends_of(statement: Statement) -> set[str]:
    """The ids of what a statement is about."""
    match statement:
        case Posting():
            return {statement.person, statement.post, statement.institution}
        case Participation():
            ends = {statement.event, statement.participant, statement.acted_as, statement.on_behalf_of}
            return {end for end in ends if end is not None}


def to_lines(base: KnowledgeBase) -> Iterator[str]:
    """The knowledge base as lines of JSON, without their ends: `node` says which noun, then its fields."""
    for kind, node in base.nodes():
        yield json.dumps({"node": kind} | dataclasses.asdict(node), ensure_ascii=False, separators=(",", ":"))


def from_lines(lines: Iterable[str], where: str = "statements.jsonl") -> KnowledgeBase:
    """Read what `to_lines` wrote; raises OutputError with file and line where a line is not of that form."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            kind = value.pop("node")
            node = _build(KINDS[kind], value)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise OutputError(
                f"not a statement: {error}", where=f"{where}:{number}", hint="build the folder again with `kg build`"
            ) from None
        found[kind][node.id] = node
    return KnowledgeBase(*(dict(sorted(found[kind].items())) for kind in KINDS))


@cache
def _nested(noun: type) -> dict[str, Callable[[Any], Any]]:
    """How to read back each field of a noun that JSON keeps as a list."""
    readers: dict[str, Callable[[Any], Any]] = {}
    for name, hint in typing.get_type_hints(noun).items():
        if typing.get_origin(hint) is not tuple:
            continue
        inner = typing.get_args(hint)[0]
        if isinstance(inner, type) and not isinstance(inner, types.GenericAlias) and dataclasses.is_dataclass(inner):
            made = cast("Callable[..., Any]", inner)
            readers[name] = lambda items, made=made: tuple(made(**item) for item in items)
        else:
            readers[name] = tuple
    return readers


def _build(noun: type, value: dict[str, Any]) -> Any:
    for name, read in _nested(noun).items():
        if name in value:
            value[name] = read(value[name])
    return noun(**value)


def evidence_of(article: str, record: EvidenceRecord) -> Evidence:
    """The evidence of a record as a noun of the graph."""
    return Evidence(
        article, record["start"], record["end"], record["quote"], record.get("prefix", ""), record.get("suffix", "")
    )


def from_records(records: Iterable[Record]) -> KnowledgeBase:
    """Collect linked records (ids are canonical) into a knowledge base, in any order of records.

    Statements of the same content become one with all their evidence; its confidence is that of its best evidence.
    """
    articles: dict[str, ArticleNode] = {}
    entities: dict[str, list[Entity]] = defaultdict(list)
    events: dict[str, list[tuple[str, Event]]] = defaultdict(list)
    posts: dict[str, Post] = {}
    postings: dict[str, list[Posting]] = defaultdict(list)
    participations: dict[str, list[Participation]] = defaultdict(list)
    together: dict[tuple[str, tuple[str, str]], list[tuple[str, int]]] = defaultdict(list)

    for record in records:
        article = record["article"]
        node = _article(record)
        articles[node.id] = node
        for entity in record["entities"]:
            entities[entity["id"]].append(
                Entity(
                    id=entity["id"],
                    cls=entity["class"],  # type: ignore[arg-type]
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
                )
            )
        for claim in record["postings"]:
            post = Post(post_id(claim["post"], claim["institution"]), claim["post"], claim["institution"], claim.get("role"))
            posts[post.id] = post
            acting, former = claim["acting"], claim.get("former", False)
            key = posting_id(claim["person"], post.id, acting, former=former)
            postings[key].append(
                Posting(
                    id=key, person=claim["person"], post=post.id, institution=claim["institution"], rank=claim["rank"],
                    acting=acting, former=former, first_seen=claim.get("seen"), last_seen=claim.get("seen"),
                    start_asserted=claim.get("start"), end_asserted=claim.get("end"),
                    status=claim.get("status", "accepted"),  # type: ignore[arg-type]
                    confidence=claim["confidence"], rules=(claim.get("rule", ""),),
                    evidence=(evidence_of(article, claim["evidence"]),), notes=tuple(claim.get("notes", [])),
                )  # fmt: skip
            )
        institutions = {p["person"]: p["institution"] for p in record["postings"]}
        for event in record["events"]:
            shown = event.get("evidence")
            events[event["id"]].append(
                (
                    article,
                    Event(
                        id=event["id"], kind=event["type"], name=event["name"], date=event["date"],  # type: ignore[arg-type]
                        precision=event.get("precision", "day" if event["date"] else "none"),  # type: ignore[arg-type]
                        status=event["status"], place=event["place"], region=event["region"],  # type: ignore[arg-type]
                        reports=(article,), evidence=(evidence_of(article, shown),) if shown else (),
                    ),
                )  # fmt: skip
            )
            for part in event["participations"]:
                acted_as = None
                institution = institutions.get(part["participant"])
                if part["post"] and institution:
                    acted_as = post_id(part["post"], institution)
                    posts.setdefault(acted_as, Post(acted_as, part["post"], institution, None))
                key = participation_id(event["id"], part["participant"], part["role"], part["on_behalf_of"])
                participations[key].append(
                    Participation(
                        id=key, event=event["id"], participant=part["participant"],
                        role=part["role"], acted_as=acted_as, on_behalf_of=part["on_behalf_of"],  # type: ignore[arg-type]
                        status=part.get("status", "accepted"),  # type: ignore[arg-type]
                        confidence=part["confidence"], rules=(part.get("rule", ""),),
                        evidence=(evidence_of(article, part["evidence"]),), notes=tuple(part.get("notes", [])),
                    )  # fmt: skip
                )
        for pair in record["cooccurrences"]:
            left, right = sorted(pair["between"])
            if left != right:
                together[pair["scope"], (left, right)].append((article, pair["count"]))

    merged_events = {key: _merge_event(value) for key, value in sorted(events.items())}
    return KnowledgeBase(
        articles=dict(sorted(articles.items())),
        entities={key: _merge_entity(value) for key, value in sorted(entities.items())},
        posts=dict(sorted(posts.items())),
        events=merged_events,
        postings={key: _merge_posting(value) for key, value in sorted(postings.items())},
        participations={key: _merge_participation(value) for key, value in sorted(participations.items())},
        cooccurrences=_cooccurrences(together),
    )


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


def _union(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({item for value in values for item in value if item}))


def _merge_entity(same: list[Entity]) -> Entity:
    """One node of several: the commonest name, the shorter first among equals; everything else is the union."""
    names = [entity.name for entity in same]
    name = min(set(names), key=lambda n: (-names.count(n), len(n), n))
    best = min((e for e in same if e.name == name), key=lambda e: (e.nil, e.type or "", e.region or "~", e.unit or "~"))
    aliases = _union(e.aliases + (e.name,) for e in same)
    return dataclasses.replace(
        best,
        aliases=tuple(a for a in aliases if a != name),
        ranks=_union(e.ranks for e in same),
        honorifics=_union(e.honorifics for e in same),
        degrees=_union(e.degrees for e in same),
        candidates=_union(e.candidates for e in same),
        reasons=_union(e.reasons for e in same),
    )


def _merge_event(told: list[tuple[str, Event]]) -> Event:
    best = min((e for _, e in told), key=lambda e: (e.date is None, e.status != "held", -len(e.name), e.name, e.place or "~"))
    return dataclasses.replace(
        best,
        reports=tuple(sorted({article for article, _ in told})),
        evidence=tuple(sorted({e for _, event in told for e in event.evidence})),
    )


_STATUS_ORDER = {"accepted": 0, "conflict": 1, "rejected": 2}


def _merge_posting(same: list[Posting]) -> Posting:
    best = min(same, key=lambda p: (_STATUS_ORDER[p.status], -p.confidence, p.rank or "~"))
    seen = sorted(day for p in same for day in (p.first_seen, p.last_seen) if day)
    latest = max(same, key=lambda p: (p.last_seen or "", p.rank or ""))
    return dataclasses.replace(
        best,
        rank=latest.rank or best.rank,
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        start_asserted=min((p.start_asserted for p in same if p.start_asserted), default=None),
        end_asserted=max((p.end_asserted for p in same if p.end_asserted), default=None),
        rules=_union(p.rules for p in same),
        evidence=tuple(sorted({e for p in same for e in p.evidence})),
        notes=_union(p.notes for p in same),
    )


def _merge_participation(same: list[Participation]) -> Participation:
    best = min(same, key=lambda p: (_STATUS_ORDER[p.status], -p.confidence, p.acted_as or "~"))
    return dataclasses.replace(
        best,
        rules=_union(p.rules for p in same),
        evidence=tuple(sorted({e for p in same for e in p.evidence})),
        notes=_union(p.notes for p in same),
    )


def _cooccurrences(
    together: Mapping[tuple[str, tuple[str, str]], list[tuple[str, int]]],
) -> dict[str, CoOccurrence]:
    found = (
        CoOccurrence(
            id=mint("cooccurrence", scope, *pair),
            between=pair,
            scope=scope,  # type: ignore[arg-type]
            count=sum(count for _, count in counts),
            articles=tuple(sorted({article for article, _ in counts})),
        )
        for (scope, pair), counts in together.items()
    )
    return {node.id: node for node in sorted(found, key=lambda c: c.id)}
