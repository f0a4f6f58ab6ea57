"""KnowledgeBase → silence: which official units of a covered regency are never seen, never meet, miss every meeting.

Silence is of the data: an institution that is missing here may have met every week, unreported or in articles that were
not collected. What is expected is data, in ontology/silence.toml; the units come from the gazetteer.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kg.errors import OntologyError
from kg.graph.facts import Facts
from kg.graph.incidence import Incidence
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import REGENCY, Subject
from kg.graph.statistics.tables import Note, Section, Table, Value, ratio, section, table
from kg.ontology_files import ontology_folder

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer, Unit


@dataclass(frozen=True, slots=True)
class Expected:
    """Kinds of unit that every regency has, classes that should be at meetings, and classes that should meet."""

    types: frozenset[str]
    watched: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def load_expected(path: Path | None = None) -> Expected:
    """Read ontology/silence.toml; raises OntologyError when it is not there or not of that form."""
    source = path or ontology_folder() / "silence.toml"
    try:
        value = tomllib.loads(source.read_text("utf-8"))
        pairs = tuple((str(left), str(right)) for left, right in value["pairs"])
        return Expected(frozenset(map(str, value["expected"])), tuple(map(str, value["watched"])), pairs)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OntologyError(
            f"not a list of what is expected: {error}", where=str(source), hint="mend it there"
        ) from None


@cache
def load_gazetteer() -> Gazetteer:
    """The list of official units, read once; raises OntologyError when its tables contradict themselves."""
    from kg.lexicon.compile import load_lexicon

    return load_lexicon().gazetteer


def silence(subject: Subject, options: Options, gazetteer: Gazetteer | None = None) -> Section:
    """Who of the covered regencies is never seen, never meets another class, or misses every meeting."""
    facts, expected = subject.facts, load_expected()
    articles = Counter(code for codes in subject.regencies.values() for code in codes)
    covered = sorted(articles)
    meetings = subject.of("institutions")
    never_met = _never_met(meetings, subject.mentions, expected)
    missing = _missing(meetings, covered, expected)
    never, total = _never_seen(facts, gazetteer or load_gazetteer(), articles, expected, options)
    count = len(never.rows) + never.more
    figures: dict[str, Value] = {
        "regencies_covered": len(covered),
        "units_expected": total,
        "units_never_seen": count,
        "never_seen_share": ratio(count, total),
        "never_met": len(never_met),
        "never_at_meetings": len(missing),
    }
    columns = "unit class:term never_met:term events:integer articles:integer region id:id"
    tables = [
        never,
        table("never_met", columns, never_met, limit=options.top),
        table("never_at_meetings", "region meetings:integer missing:term", missing, limit=options.top),
    ]
    return section("silence", figures, tables, [Note("silence_of_the_data")])


def _never_seen(
    facts: Facts, gazetteer: Gazetteer, articles: Counter[str], expected: Expected, options: Options
) -> tuple[Table, int]:
    """Official units of the covered regencies that no article names; most-covered regencies first."""
    actors = facts.actors
    named = [at for at in range(actors.known) if not actors.context[at]]
    seen, names = {actors.units[at] for at in named}, {actors.names[at] for at in named}
    units: dict[str, tuple[str, Unit]] = {}
    for code in sorted(articles, key=lambda code: (-articles[code], code)):
        for unit in gazetteer.units_of_region(code, types=sorted(expected.types)):
            if unit.type in expected.types:
                units.setdefault(unit.id, (code, unit))
    rows: list[tuple[Value, ...]] = [
        (unit.name, unit.cls, gazetteer.region_name(code) or code, articles[code], unit.id)
        for code, unit in units.values()
        if unit.id not in seen and unit.name not in names
    ]
    return table("never_seen", "unit class:term region articles:integer id:id", rows, limit=options.top), len(units)


def _never_met(meetings: Subject, named: Incidence, expected: Expected) -> list[tuple[Value, ...]]:
    """Units that articles name and that never took part in an event with any unit of a class they should meet."""
    incidence, actors = meetings.incidence, meetings.facts.actors
    classes_at: dict[int, set[str]] = defaultdict(set)
    events_of: dict[str, list[int]] = defaultdict(list)
    classes = [meetings.cls(actor) for actor in range(len(incidence.actors))]
    for actor, unit in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        classes_at[unit].add(classes[actor])
        events_of[incidence.actors[actor]].append(unit)
    counts = np.bincount(named.actor, minlength=len(named.actors)).tolist()
    articles = dict(zip(named.actors, counts, strict=True))
    watched = {left for left, _ in expected.pairs}
    rows: list[tuple[Value, ...]] = []
    for at, key in enumerate(actors.numbers.names()[: actors.known]):
        cls, region = actors.classes[at], actors.regions[at]
        told, events = articles.get(key, 0), events_of.get(key, [])
        if cls not in watched or actors.context[at] or not region or not (told or events):
            continue
        others = [right for left, right in expected.pairs if left == cls]
        absent = [right for right in others if not any(right in classes_at[e] for e in events)]
        if absent:
            where = meetings.facts.region_name(region[:REGENCY])
            rows.append((actors.names[at], cls, " ".join(absent), len(events), told, where, key))
    return sorted(rows, key=lambda row: (-_number(row[3]), -_number(row[4]), str(row[0]), str(row[6])))


def _missing(subject: Subject, covered: list[str], expected: Expected) -> list[tuple[Value, ...]]:
    """The classes that took part in none of a regency's meetings, where most meetings are first."""
    meetings = _classes_at_meetings(subject, covered)
    rows: list[tuple[Value, ...]] = []
    for code in covered:
        absent = [cls for cls in expected.watched if not any(cls in classes for classes in meetings[code])]
        if meetings[code] and absent:
            rows.append((subject.facts.region_name(code), len(meetings[code]), " ".join(absent)))
    return sorted(rows, key=lambda row: (-_number(row[1]), str(row[0])))


def _classes_at_meetings(subject: Subject, covered: list[str]) -> Mapping[str, list[set[str]]]:
    """For each regency its held meetings: the classes of its own institutions that took part in each."""
    incidence, events = subject.incidence, subject.facts.events
    classes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    sort = [(subject.cls(at), (subject.region(actor) or "")[:REGENCY]) for at, actor in enumerate(incidence.actors)]
    for actor, unit in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        classes[incidence.units[unit]].add(sort[actor])
    found: dict[str, list[set[str]]] = {code: [] for code in covered}
    for key, kind, status, where in zip(events.numbers.at, events.kinds, events.status, events.regions, strict=False):
        if status != "held" or kind != "meeting":
            continue
        present = classes.get(key, set())
        own = {where[:REGENCY]} if where else {region for _, region in present}
        for code in own & found.keys():
            found[code].append({cls for cls, region in present if region in (code, "")})
    return found


def _number(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else 0
