"""Nouns of one id as several articles tell them → one noun, with the evidence and the sightings of all."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from kg.model import Entity, Event, Participation, Possible, Post, Posting

_Noun = TypeVar("_Noun")
# Fields that a merged noun has of the one that comes first.
_OF_ENTITY = attrgetter("cls", "type", "region", "parents", "unit", "context")
_OF_EVENT = attrgetter("kind", "name", "date", "precision", "status", "place", "region")
_OF_POSTING = attrgetter("person", "post", "institution", "acting", "former", "status", "confidence")
_OF_PARTICIPATION = attrgetter("event", "participant", "role", "on_behalf_of", "status", "confidence")
_STATUS_ORDER = {"accepted": 0, "conflict": 1, "rejected": 2}


def _union(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({item for value in values for item in value if item}))


def _questions(values: Iterable[tuple[Possible, ...]]) -> tuple[Possible, ...]:
    return tuple(sorted({p.id: p for value in values for p in sorted(value)}.values(), key=lambda p: (-p.points, p.id)))


def _first(
    nouns: Sequence[_Noun], key: Callable[[_Noun], tuple[Any, ...]], taken: Callable[[_Noun], tuple[Any, ...]]
) -> _Noun:
    """The one that comes first by a key; of those that are equal by it, the first by all that they say.

    `taken` is what is taken from it: where that is the same, any will do.
    """
    keys = [key(noun) for noun in nouns]
    least = min(keys)
    first = {id(noun): noun for noun, found in zip(nouns, keys, strict=True) if found == least}
    some = next(iter(first.values()))
    same = taken(some)
    return some if all(taken(noun) == same for noun in first.values()) else min(first.values(), key=repr)


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
    best = _first(named, lambda e: (e.nil, e.type or "", e.region or "~", e.unit or "~"), _OF_ENTITY)
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
    best = _first(
        told,
        lambda e: (
            e.date is None,
            e.precision != "day",
            e.status != "held",
            -len(e.name),
            e.name,
            e.place or "~",
            e.kind,
        ),
        _OF_EVENT,
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
    best = _first(same, lambda p: (_STATUS_ORDER[p.status], -p.confidence, p.rank or "~"), _OF_POSTING)
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
    best = _first(same, lambda p: (_STATUS_ORDER[p.status], -p.confidence, p.acted_as or "~"), _OF_PARTICIPATION)
    return dataclasses.replace(
        best,
        acted_as=min((p.acted_as for p in same if p.acted_as), default=None),
        rules=_union(p.rules for p in same),
        evidence=tuple(sorted({e for p in same for e in p.evidence})),
        notes=_union(p.notes for p in same),
    )


def _merge_post(same: Sequence[Post]) -> Post:
    if len(same) == 1:
        return same[0]
    best = min(same, key=lambda p: (p.role is None, p.role or ""))
    aliases = _union(p.aliases for p in same)
    return best if aliases == best.aliases else dataclasses.replace(best, aliases=aliases)


MERGERS: dict[str, Callable[[Sequence[Any]], Any]] = {
    "article": lambda same: same[-1],
    "entity": _merge_entity,
    "post": _merge_post,
    "event": _merge_event,
    "posting": _merge_posting,
    "participation": _merge_participation,
}
