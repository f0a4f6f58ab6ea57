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

from kg.errors import OntologyError
from kg.graph.incidence import Incidence, at_events
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.contents import region_name
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import REGENCY, Subject
from kg.graph.statistics.tables import Note, Section, Table, Value, ratio, section, table
from kg.ontology import ontology_folder

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
    base, expected = subject.base, load_expected()
    articles = Counter(code for codes in subject.regencies.values() for code in codes)
    covered = sorted(articles)
    incidence = at_events(base, "institutions")
    never_met = _never_met(base, incidence, subject.mentions, expected)
    missing = _missing(base, incidence, covered, expected)
    never, total = _never_seen(base, gazetteer or load_gazetteer(), articles, expected, options)
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
    base: KnowledgeBase, gazetteer: Gazetteer, articles: Counter[str], expected: Expected, options: Options
) -> tuple[Table, int]:
    """Official units of the covered regencies that no article names; most-covered regencies first."""
    seen = {entity.unit for entity in base.entities.values() if entity.unit and not entity.context}
    names = {entity.name for entity in base.entities.values() if not entity.context}
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


def _never_met(
    base: KnowledgeBase, incidence: Incidence, named: Incidence, expected: Expected
) -> list[tuple[Value, ...]]:
    """Units that articles name and that never took part in an event with any unit of a class they should meet."""
    classes_at: dict[str, set[str]] = defaultdict(set)
    events_of: dict[str, list[str]] = defaultdict(list)
    for actor, unit in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        name = incidence.actors[actor]
        classes_at[incidence.units[unit]].add(base.entities[name].cls)
        events_of[name].append(incidence.units[unit])
    articles = Counter(named.actors[actor] for actor in named.actor.tolist())
    rows: list[tuple[Value, ...]] = []
    for entity in base.entities.values():
        if entity.context or not entity.region or not (articles[entity.id] or events_of[entity.id]):
            continue
        others = [right for left, right in expected.pairs if left == entity.cls]
        absent = [right for right in others if not any(right in classes_at[e] for e in events_of[entity.id])]
        if absent:
            where = region_name(base, entity.region[:REGENCY])
            counts = len(events_of[entity.id]), articles[entity.id]
            rows.append((entity.name, entity.cls, " ".join(absent), *counts, where, entity.id))
    return sorted(rows, key=lambda row: (-_number(row[3]), -_number(row[4]), str(row[0]), str(row[6])))


def _missing(
    base: KnowledgeBase, incidence: Incidence, covered: list[str], expected: Expected
) -> list[tuple[Value, ...]]:
    """The classes that took part in none of a regency's meetings, where most meetings are first."""
    meetings = _classes_at_meetings(base, incidence, covered)
    rows: list[tuple[Value, ...]] = []
    for code in covered:
        absent = [cls for cls in expected.watched if not any(cls in classes for classes in meetings[code].values())]
        if meetings[code] and absent:
            rows.append((region_name(base, code), len(meetings[code]), " ".join(absent)))
    return sorted(rows, key=lambda row: (-_number(row[1]), str(row[0])))


def _classes_at_meetings(
    base: KnowledgeBase, incidence: Incidence, covered: list[str]
) -> Mapping[str, dict[str, set[str]]]:
    """For each regency its held meetings, and the classes of its own institutions that took part in each."""
    classes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for actor, unit in zip(incidence.actor.tolist(), incidence.unit.tolist(), strict=True):
        entity = base.entities[incidence.actors[actor]]
        classes[incidence.units[unit]].add((entity.cls, (entity.region or "")[:REGENCY]))
    found: dict[str, dict[str, set[str]]] = {code: {} for code in covered}
    for event in base.events.values():
        if event.status != "held" or event.kind != "meeting":
            continue
        present = classes.get(event.id, set())
        own = {event.region[:REGENCY]} if event.region else {region for _, region in present}
        for code in own & found.keys():
            found[code][event.id] = {cls for cls, region in present if region in (code, "")}
    return found


def _number(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else 0
