"""KnowledgeBase → the pairs that a person should decide, the most valuable first, with both sides' quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.graph.finding import words_of
from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Entity, Event, Evidence, Participation, Posting

_MOST_NAMESAKES = 12  # of a name that more bear, a pair tells nothing
_SURE = 3.5  # points at which linking would have joined them


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: `reference` names it in decisions, and stays true when ids change."""

    id: str
    name: str
    reference: str
    facts: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two are one; `value` grows with what hangs on it and with how close the call is."""

    left: Side
    right: Side
    points: float
    reason: str
    value: float


def questions(base: KnowledgeBase) -> tuple[Question, ...]:
    """Every open pair once, the most valuable first: those that linking leaves open, and namesakes without office."""
    found: dict[tuple[str, str], Question] = {}
    nodes: list[Entity | Event] = [*base.entities.values(), *base.events.values()]
    known = {node.id for node in nodes}
    left_open = ((node.id, p.id, p.points, p.reason) for node in nodes for p in node.possible if p.id in known)
    for end, far, points, reason in (*left_open, *_namesakes(base)):
        one, other = sorted((end, far))
        if (one, other) not in found:
            hanging = sum(len(base.statements_about.get(side, ())) for side in (one, other))
            value = round((1 + hanging) * max(0.1, 1 - abs(_SURE - points) / _SURE), 3)
            found[one, other] = Question(_side(base, one), _side(base, other), points, reason, value)
    return tuple(sorted(found.values(), key=lambda q: (-q.value, q.left.id, q.right.id)))


def _namesakes(base: KnowledgeBase) -> Iterator[tuple[str, str, float, str]]:
    """Persons of one full name of whom one has no office: only the name speaks for it, and nothing against it."""
    named: dict[str, list[str]] = defaultdict(list)
    for entity in base.entities.values():
        if entity.cls == "Person" and len(words_of(entity.name)) > 1:
            named[" ".join(entity.name.casefold().split())].append(entity.id)
    for same in named.values():
        if not 1 < len(same) <= _MOST_NAMESAKES:
            continue
        for one, other in combinations(sorted(same), 2):
            if not (_in_office(base, one) and _in_office(base, other)):
                yield one, other, 0.0, "the same name; one of them is named without an office"


def _in_office(base: KnowledgeBase, person: str) -> bool:
    about = base.statements_about.get(person, ())
    return any(isinstance(s, Posting) and s.person == person and s.status != "rejected" for s in about)


def _side(base: KnowledgeBase, one: str) -> Side:
    if one in base.events:
        event = base.events[one]
        shown = event.evidence or _evidence(base, one)
        return Side(one, event.name, _reference([event.name], shown, one), tuple(_event_facts(event)), tuple(shown))
    entity = base.entities[one]
    evidence = _evidence(base, one)
    return Side(
        one,
        entity.name,
        _reference([entity.name, *entity.aliases], evidence, one),
        tuple(_facts(base, entity)),
        tuple(evidence),
    )


def _evidence(base: KnowledgeBase, one: str) -> list[Evidence]:
    return sorted({e for statement in base.statements_about.get(one, ()) for e in statement.evidence})


def _reference(names: Sequence[str], evidence: Sequence[Evidence], canonical: str) -> str:
    """A mention of the thing as ARTICLE#NAME: the first quote that has one of its names in full, else its id."""
    for shown in evidence:
        for name in sorted(names, key=lambda n: (-len(n), n)):
            if name and name in shown.quote:
                return f"{shown.article}#{name}"
    return canonical


def _event_facts(event: Event) -> Iterator[str]:
    yield f"{event.kind}, {event.date or 'day not known'}, {event.status}"
    if event.place:
        yield event.place
    yield f"told by {', '.join(event.reports)}"


def _facts(base: KnowledgeBase, entity: Entity) -> Iterator[str]:
    if entity.ranks:
        yield f"rank {', '.join(entity.ranks)}"
    for statement in base.statements_about.get(entity.id, ()):
        match statement:
            case Posting():
                seen = f" ({statement.first_seen})" if statement.first_seen else ""
                yield f"{'former ' if statement.former else ''}{base.posts[statement.post].label}{seen}"
            case Participation():
                event = base.events[statement.event]
                yield f"{statement.role} {event.name} ({event.date or 'day not known'})"
