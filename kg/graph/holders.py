"""The line of an office → who held it on a day.

A sighting proves a day. Between two sightings of one holder close in time, with nobody else seen, he is taken to have
held the office; further out that is only probable, and where neither reaches it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.days import days_between
from kg.graph.tenures import Tenure, Timeline

_CLOSE = 92  # days between two sightings of one holder that leave no doubt about the days between
_REACH = 183  # days beyond a sighting for which the holder is probable

Certainty = Literal["certain", "probable", "unknown"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held the office on a day: one person, when certain or probable; the reason in words; the articles.

    `acting` says of each person how he acted in it ("Pj", "Plt"), or None.
    """

    day: str
    certainty: Certainty
    persons: tuple[str, ...]
    why: str
    articles: tuple[str, ...] = ()
    acting: tuple[str | None, ...] = ()


def holder_on(line: Timeline, day: str) -> Holder:
    """Who held the office on a day: certain, probable or unknown, and why."""
    proven = [(t, why) for t in line.tenures if (why := _proof(t, day, line))]
    if proven:
        persons = {t.person for t, _ in proven}
        seen = (s for t, _ in proven for s in t.sightings)
        close = _sorted(s.article for s in seen if abs(days_between(s.day, day)) <= _CLOSE)
        acting = _acting(t for t, _ in proven)
        if len(persons) == 1:
            return Holder(day, "certain", _sorted(persons), proven[0][1], close, acting)
        why = f"{len(persons)} people are proven in the office around that day"
        return Holder(day, "unknown", _sorted(persons), why, close, acting)
    away = [(far, t) for t in line.tenures if (far := _distance(t, day, line)) is not None]
    nearest = min((far for far, _ in away), default=0)
    likely = [tenure for far, tenure in away if far == nearest or nearest]
    persons = {tenure.person for tenure in likely}
    if len(persons) == 1:
        why = f"seen in the office {nearest} days away, nobody else in between" if nearest else "seen before and after"
        articles = _sorted(s.article for s in likely[0].sightings)
        return Holder(day, "probable", (likely[0].person,), why, articles, _acting(likely))
    if persons:
        before = max((t.last for t in likely if t.last and t.last < day), default=None)
        after = min((t.first for t in likely if t.first and t.first > day), default=None)
        between = f"between two holders: one is proven until {before}, the next from {after}"
        why = between if before and after else "several people are proven near that day"
        return Holder(day, "unknown", _sorted(persons), why, (), _acting(likely))
    return Holder(day, "unknown", (), _no_answer(line, day))


def _no_answer(line: Timeline, day: str) -> str:
    """Why nobody is even probable on a day."""
    if not line.tenures:
        return "no holder is known"
    near = [t for t in line.tenures if any(abs(days_between(d, day)) <= _REACH for d in (*t.days, t.start, t.end) if d)]
    if len(near) > 1:
        return "what sources say of the holders around that day does not agree"
    return "the holder who is known near that day was not in office on it" if near else "no source is near that day"


def _acting(tenures: Iterable[Tenure]) -> tuple[str | None, ...]:
    """How each person of these tenures, in their order, acted; who is called acting once is not its full holder."""
    words: dict[str, str | None] = {}
    for tenure in tenures:
        words[tenure.person] = words.get(tenure.person) or tenure.acting
    return tuple(words[person] for person in sorted(words))


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _proof(tenure: Tenure, day: str, line: Timeline) -> str | None:
    """Why a day of a holder is beyond doubt, or None."""
    if day in tenure.days:
        return "seen in the office on that day"
    if tenure.left_by and day >= tenure.left_by and (not tenure.days or tenure.days[-1] < day):
        return None
    before, after = tenure.around(day)
    if before is None or after is None or _rival_between(tenure, before, after, line, left=day):
        return None
    if before == tenure.start and after == tenure.end:
        return f"in office from {before} to {after}, as sources say"
    if before == day or after == day:
        return "took or left the office on that day" if day in (tenure.start, tenure.end) else None
    if days_between(before, after) <= _CLOSE:
        return f"seen in the office on {before} and on {after}, nobody else in between"
    return None


def _distance(tenure: Tenure, day: str, line: Timeline) -> int | None:
    """Days to the nearest proof of a holder who probably held the office on a day; None when he is out of reach."""
    if tenure.first is None or tenure.last is None or _held_by_another(tenure, day, line):
        return None
    if tenure.first <= day <= tenure.last:
        before, after = tenure.around(day)
        return None if _rival_between(tenure, before or tenure.first, after or tenure.last, line) else 0
    if day > tenure.last:
        gone = (tenure.end and day > tenure.end) or (tenure.left_by and day >= tenure.left_by)
        distance, blocked = days_between(tenure.last, day), _rival_between(tenure, tenure.last, day, line)
    else:
        gone = bool(tenure.start)
        distance, blocked = days_between(day, tenure.first), _rival_between(tenure, day, tenure.first, line)
    return None if gone or blocked or distance > _REACH else distance


def _held_by_another(tenure: Tenure, day: str, line: Timeline) -> bool:
    return any(
        other.person != tenure.person and other.first and other.last and other.first <= day <= other.last
        for other in line.tenures
    )


def _rival_between(tenure: Tenure, first: str, last: str, line: Timeline, *, left: str | None = None) -> bool:
    """Whether somebody else is proven in the office between two days; the day of a handover belongs to both.

    Who is said to have left by a day is no rival then.
    """
    handover = (tenure.start, tenure.end)
    return any(
        other.person != tenure.person
        and not (left and other.end and other.end <= left)
        and any(day not in handover for day in other.proven(first, last))
        for other in line.tenures
    )
