"""KnowledgeBase → everything that is known of one thing, with the quotes, as plain values in one shape.

A thing is an entity, an event, a post, an article, a claim, its evidence or a co-occurrence; of two, what ties them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, get_args

from kg.errors import QueryError
from kg.graph.acting import acting_in
from kg.graph.finding import find_node, id_of
from kg.graph.knowledge_base import KnowledgeBase, ends_of
from kg.ids import article_id
from kg.model import Entity, Event, Evidence, Participation, Posting, Scope, Statement

_STATEMENTS = {"accepted": 0, "conflict": 1, "rejected": 2}
_SCOPES = get_args(Scope)
_EVIDENCE = "evidence/"


def explain(base: KnowledgeBase, name: str, other: str | None = None) -> dict[str, Any]:
    """What the graph says of a name or id: `about`, `statements`, and `together` for co-occurrences.

    With `other`, only what ties the two. Raises QueryError when a name means nothing or several things.
    """
    one = _find(base, name)
    if other is None:
        return _about(base, one)
    two = _find(base, other)
    events = _events_of(base, one) & _events_of(base, two)
    statements = [
        s
        for s in base.statements()
        if {one, two} <= ends_of(s) or (isinstance(s, Participation) and s.event in events and {one, two} & ends_of(s))
    ]
    return {
        "about": _node(base, one),
        "and": _node(base, two),
        "statements": _statements(base, statements),
        "together": _together(base, one, two),
    }


def _find(base: KnowledgeBase, name: str) -> str:
    wanted = name.strip()
    for one in (wanted, id_of(wanted)):
        for nodes in (base.postings, base.participations, base.cooccurrences, base.posts, base.articles):
            if one in nodes:
                return one
        if one.startswith(_EVIDENCE) and any(True for _ in _resting_on(base, one)):
            return one
    articles = [node.id for node in base.articles.values() if node.article == wanted]
    if articles:
        return articles[0]
    posts = [post.id for post in base.posts.values() if post.label.casefold() == wanted.casefold()]
    if len(posts) == 1:
        return posts[0]
    if posts:
        listed = "".join(f"\n  {p}  {base.posts[p].label}, {_name(base, base.posts[p].institution)}" for p in posts[:8])
        raise QueryError(f"{name!r} could be {len(posts)} posts", hint=f"give the id of one:{listed}")
    return find_node(base, wanted).id


def _about(base: KnowledgeBase, one: str) -> dict[str, Any]:
    if one in base.postings or one in base.participations:
        claim: Statement = base.postings[one] if one in base.postings else base.participations[one]
        ends = [_node(base, end) for end in sorted(ends_of(claim))]
        return {"about": {"id": one, "kind": "claim"}, "statements": _statements(base, [claim]), "names": ends}
    if one.startswith(_EVIDENCE):
        claims, proofs = zip(*_resting_on(base, one), strict=True)
        told = [c for c in claims if not isinstance(c, Event)]
        shown = {"id": one, "kind": "evidence", "quotes": [_quote(base, proofs[0])]}
        return {"about": shown, "statements": _statements(base, told)}
    if one in base.articles:
        article = base.articles[one].article
        proven = [s for s in base.statements() if any(e.article == article for e in s.evidence)]
        return {"about": _node(base, one), "statements": _statements(base, proven, only=article)}
    if one in base.cooccurrences:
        left, right = base.cooccurrences[one].between
        return {"about": _node(base, one), "statements": [], "together": _together(base, left, right)}
    return {"about": _node(base, one), "statements": _statements(base, base.statements_about.get(one, ()))}


def _resting_on(base: KnowledgeBase, one: str) -> Iterator[tuple[Statement | Event, Evidence]]:
    """The claims and events that rest on the evidence of that id, as `graph.ttl` names it."""
    from kg.graph.resources import evidence_id

    for told in (*base.statements(), *base.events.values()):
        for item in told.evidence:
            if evidence_id(item) == one:
                yield told, item
                break


def _events_of(base: KnowledgeBase, one: str) -> set[str]:
    return {s.event for s in base.statements_about.get(one, ()) if isinstance(s, Participation)}


def _name(base: KnowledgeBase, one: str) -> str:
    if one in base.entities:
        return base.entities[one].name
    if one in base.events:
        return base.events[one].name
    return base.posts[one].label if one in base.posts else one


def _node(base: KnowledgeBase, one: str) -> dict[str, Any]:
    """What a node is, without empty fields."""
    node: Any
    if one in base.entities:
        node = base.entities[one]
        kind = node.cls
    elif one in base.events:
        node, kind = base.events[one], "Event"
    elif one in base.posts:
        node, kind = base.posts[one], "Post"
    elif one in base.articles:
        node, kind = base.articles[one], "Article"
    else:
        node, kind = base.cooccurrences[one], "CoOccurrence"
    value = {key: content for key, content in asdict(node).items() if content not in (None, (), [], False, "")}
    value.pop("evidence", None)
    value = {"kind": kind} | value
    if "region" in value and isinstance(node, Entity | Event):
        region = next((r for r in base.regions.values() if r.code == node.region), None)
        value |= {"region_name": region.name} if region else {}
    if isinstance(node, Event):
        value["sources"] = base.sources(node.reports)
        value["quotes"] = [_quote(base, e) for e in node.evidence]
    if isinstance(node, Entity) and node.parents:
        value["parents"] = [asdict(p) | {"name": _name(base, p.id)} for p in node.parents]
    if "possible" in value:
        value["possible"] = [p | {"name": _name(base, p["id"])} for p in value["possible"]]
    return value


def _statements(base: KnowledgeBase, given: Iterable[Statement], only: str | None = None) -> list[dict[str, Any]]:
    ordered = sorted(given, key=lambda s: (_STATEMENTS[s.status], isinstance(s, Participation), _when(base, s), s.id))
    return [_statement(base, statement, only) for statement in ordered]


def _when(base: KnowledgeBase, statement: Statement) -> str:
    if isinstance(statement, Posting):
        return statement.first_seen or statement.start_asserted or "~"
    return base.events[statement.event].date or "~"


def _statement(base: KnowledgeBase, statement: Statement, only: str | None) -> dict[str, Any]:
    shown = [e for e in statement.evidence if only is None or e.article == only]
    return {
        "id": statement.id,
        "says": _says(base, statement),
        "status": statement.status,
        "confidence": statement.confidence,
        "rules": [rule for rule in statement.rules if rule],
        "notes": list(statement.notes),
        "sources": list(base.sources(e.article for e in statement.evidence)),
        "evidence": [_quote(base, e) for e in shown],
    }


def _says(base: KnowledgeBase, statement: Statement) -> str:
    if isinstance(statement, Posting):
        held = "was" if statement.former else "is"
        parts = [_name(base, statement.person), held, statement.acting, base.posts[statement.post].label]
        dates = list(_dates(statement))
        return " ".join(part for part in parts if part) + (f" ({', '.join(dates)})" if dates else "")
    event = base.events[statement.event]
    text = f"{_name(base, statement.participant)} {statement.role} {event.name}"
    if statement.acted_as:
        acting = acting_in(base, statement)
        text += f", as {f'{acting} ' if acting else ''}{base.posts[statement.acted_as].label}"
    if statement.on_behalf_of:
        text += f", for {_name(base, statement.on_behalf_of)}"
    when = event.date or "day not known"
    return f"{text} ({when}{'' if event.status == 'held' else ', ' + event.status})"


def _dates(posting: Posting) -> Iterator[str]:
    if posting.first_seen:
        last = f" and {posting.last_seen}" if posting.last_seen != posting.first_seen else ""
        yield f"seen {posting.first_seen}{last}"
    if posting.start_asserted:
        yield f"from {posting.start_asserted}"
    if posting.end_asserted:
        yield f"until {posting.end_asserted}"


def _quote(base: KnowledgeBase, evidence: Evidence) -> dict[str, Any]:
    article = base.articles.get(article_id(evidence.article))
    return asdict(evidence) | {
        "title": article.title if article else None,
        "publisher": article.publisher if article else None,
        "published": article.published if article else None,
        "url": article.url if article else None,
        "copy_of": article.copy_of if article else None,
    }


def _together(base: KnowledgeBase, one: str, other: str) -> list[dict[str, Any]]:
    """How often two are named together, the closest first."""
    pair = tuple(sorted((one, other)))
    found = [c for c in base.cooccurrences.values() if c.between == pair]
    return [
        {"scope": c.scope, "count": c.count, "events": list(c.events), "articles": list(c.articles)}
        | {"event_names": [_name(base, event) for event in c.events]}
        | {"sources": list(base.sources(c.articles))}
        for c in sorted(found, key=lambda c: (_SCOPES.index(c.scope), c.id))
    ]
