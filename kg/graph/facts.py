"""KnowledgeBase → Facts: what figures need of it, as columns of numbers. Each kind of noun is read once, in its order.

Actors, events and articles go by numbers; one that is named and not in the knowledge base has a number behind all that
are. Names, quotes and everything else that is only shown stays behind.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from sys import intern
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.graph.distinct import distinct
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.mentions import NONE, Numbers, named_together
from kg.graph.outlets import outlet_of
from kg.graph.stored import briefly
from kg.model import ArticleNode, Entity, Event

Integers = NDArray[np.int64]
STATUSES = ("accepted", "conflict", "rejected")
ROLES = ("posting", "led", "organised", "attended")
_STATUS, _ROLE = ({name: at for at, name in enumerate(names)} for names in (STATUSES, ROLES))


class _Quoted(Struct, frozen=True, gc=False):
    """What is read of evidence."""

    article: str


class _Held(Struct, frozen=True, gc=False):
    """What is read of a posting."""

    person: str
    institution: str
    status: str
    confidence: float
    evidence: tuple[_Quoted, ...]


class _Part(Struct, frozen=True, gc=False):
    """What is read of a participation."""

    event: str
    participant: str
    role: str
    acted_as: str | None
    on_behalf_of: str | None
    status: str
    confidence: float
    evidence: tuple[_Quoted, ...]


@dataclass
class Articles:
    """Articles: `origin` is the number of the one that each copies, or its own."""

    numbers: Numbers = field(default_factory=Numbers)
    outlets: list[str | None] = field(default_factory=list)
    published: list[str | None] = field(default_factory=list)
    copy: array[int] = field(default_factory=lambda: array("b"))
    origin: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    @property
    def known(self) -> int:
        """How many are in the knowledge base."""
        return len(self.outlets)


@dataclass
class Actors:
    """Persons and institutions, with what figures ask of them."""

    numbers: Numbers = field(default_factory=Numbers)
    names: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    regions: list[str | None] = field(default_factory=list)
    units: list[str | None] = field(default_factory=list)
    nil: array[int] = field(default_factory=lambda: array("b"))
    context: array[int] = field(default_factory=lambda: array("b"))
    parents: list[tuple[int, str]] = field(default_factory=list)

    @property
    def known(self) -> int:
        """How many are in the knowledge base."""
        return len(self.names)


@dataclass
class Events:
    """Events, and the articles that report each."""

    numbers: Numbers = field(default_factory=Numbers)
    names: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    dates: list[str | None] = field(default_factory=list)
    precision: list[str] = field(default_factory=list)
    regions: list[str | None] = field(default_factory=list)
    reports: array[int] = field(default_factory=lambda: array("i"))  # of one event after another
    ends: array[int] = field(default_factory=lambda: array("i"))  # of the reports of each event

    @property
    def known(self) -> int:
        """How many are in the knowledge base."""
        return len(self.names)


@dataclass
class Claims:
    """Postings, then participations. `actor` is the person or participant; `body` the institution of the post that is
    held or acted in; `event` and `behalf` are NONE for postings; `ends[k]` ends the articles of claim k in `told`."""

    role: Any
    status: Any
    confidence: Any
    actor: Any
    body: Any
    event: Any
    behalf: Any
    ends: Any
    told: Any

    @property
    def sizes(self) -> Integers:
        """How many articles tell of each claim."""
        return np.asarray(np.diff(self.ends, prepend=0), dtype=np.int64)


@dataclass
class Facts:
    """Everything that figures are made of."""

    articles: Articles
    actors: Actors
    events: Events
    claims: Claims
    region_names: dict[str, str]
    posts: int
    pairs: int
    together: Integers  # actor × 2³² + article of everyone who is named with another one, each once, sorted

    def region_name(self, code: str | None) -> str:
        """A region with its name where the graph knows it."""
        if not code:
            return "–"
        return f"{self.region_names[code]} ({code})" if code in self.region_names else code


def facts_of(base: KnowledgeBase) -> Facts:
    """Read a knowledge base once."""
    articles, actors, events = Articles(), Actors(), Events()
    _read_articles(base, articles)
    for entity in base.entities.values():
        _add_actor(actors, entity)
    for event in base.events.values():
        _add_event(events, event, articles)
    posts = {post.id: post.institution for post in base.posts.values()}
    claims = _claims(base, posts, articles, actors, events)
    pairs, together = named_together(base, actors.numbers, articles.numbers)
    names = {region.code: region.name for region in base.regions.values()}
    found = len(articles.numbers.at)
    articles.origin = np.concatenate([articles.origin, np.arange(len(articles.origin), found)])
    return Facts(articles, actors, events, claims, names, len(posts), pairs, together)


def _read_articles(base: KnowledgeBase, articles: Articles) -> None:
    by_id: dict[str, str] = {}
    copies: list[str | None] = []
    for node in base.articles.values():
        articles.numbers.of(node.article)
        _add_article(articles, node)
        copies.append(node.copy_of)
        by_id[node.id] = node.article
    # An article that names an original which is nowhere is a copy of that one all the same.
    origin = [at if not name else articles.numbers.of(by_id.get(name, name)) for at, name in enumerate(copies)]
    missing = range(len(origin), len(articles.numbers.at))
    articles.origin = np.array([*origin, *missing], dtype=np.int64)


def _add_article(articles: Articles, node: ArticleNode) -> None:
    articles.outlets.append(_once(outlet_of(node)))
    articles.published.append(_once(node.published))
    articles.copy.append(node.copy_of is not None)


def _add_actor(actors: Actors, entity: Entity) -> None:
    number = actors.numbers.of(entity.id)
    actors.names.append(entity.name)
    actors.classes.append(entity.cls)
    actors.regions.append(_once(entity.region))
    actors.units.append(entity.unit)
    actors.nil.append(entity.nil)
    actors.context.append(entity.context)
    actors.parents.extend((number, parent.id) for parent in entity.parents)


def _add_event(events: Events, event: Event, articles: Articles) -> None:
    events.numbers.of(event.id)
    events.names.append(intern(event.name))
    events.kinds.append(event.kind)
    events.status.append(event.status)
    events.dates.append(_once(event.date))
    events.precision.append(event.precision)
    events.regions.append(_once(event.region))
    events.reports.extend(map(articles.numbers.of, event.reports))
    events.ends.append(len(events.reports))


def _claims(base: KnowledgeBase, posts: dict[str, str], articles: Articles, actors: Actors, events: Events) -> Claims:
    role, status, confidence = array("b"), array("b"), array("d")
    actor, body, event, behalf, ends, told = (array("i") for _ in range(6))
    who, what, where = (numbers.numbers.at.__getitem__ for numbers in (actors, events, articles))
    bodies = {post: who(institution) for post, institution in posts.items()}

    def shared(claim: _Held | _Part) -> None:
        status.append(_STATUS[claim.status])
        confidence.append(claim.confidence)
        shown = claim.evidence
        if len(shown) == 1:
            told.append(where(shown[0].article))
        else:
            told.extend(dict.fromkeys([where(e.article) for e in shown]))
        ends.append(len(told))

    for held in briefly(base.postings, _Held):
        role.append(0)
        actor.append(who(held.person))
        body.append(who(held.institution))
        event.append(NONE)
        behalf.append(NONE)
        shared(held)
    for part in briefly(base.participations, _Part):
        role.append(_ROLE[part.role])
        actor.append(who(part.participant))
        body.append(bodies.get(part.acted_as, NONE) if part.acted_as else NONE)
        event.append(what(part.event))
        behalf.append(who(part.on_behalf_of) if part.on_behalf_of else NONE)
        shared(part)
    return Claims(*map(np.asarray, (role, status, confidence, actor, body, event, behalf, ends, told)))


def sources(claims: Claims, articles: Articles) -> Integers:
    """How many independent sources each claim has."""
    sizes = claims.sizes
    several = np.flatnonzero(sizes > 1)
    told = claims.told[gathered(claims.ends[several] - sizes[several], sizes[several])]
    found = distinct((np.repeat(several, sizes[several]) << 32) | articles.origin[told])
    sizes[several] = np.bincount(found >> 32, minlength=len(sizes))[several]
    return sizes


def gathered(start: Integers, size: Integers) -> Integers:
    """Positions of stretches of an array that begin there, one after another."""
    ends = np.cumsum(size, dtype=np.int64)
    shift = np.repeat(start - (ends - size), size)
    return np.asarray(np.arange(len(shift), dtype=np.int64) + shift)


def _once(value: str | None) -> str | None:
    """A string that many have, kept once."""
    return value if value is None else intern(value)
