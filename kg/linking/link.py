"""Records of `kg extract` → the same records with canonical ids: what `kg link` does, as a pure function.

The order of the records changes nothing; the result is sorted by article. Everything is linked from scratch, so adding,
changing or removing an article and linking again is the same as having had the other articles from the start.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kg.ids import digest, slug
from kg.linking.clusters import Clusters, Constraints, cluster
from kg.linking.decisions import Decision
from kg.linking.events import EventClusters, Meeting, cluster_events
from kg.linking.features import Context
from kg.linking.institutions import Institution, Institutions
from kg.linking.persons import person_ids
from kg.linking.profiles import Key
from kg.linking.references import References, constraints, unmet
from kg.linking.rewrite import Gone, Linked, decided_names, rewrite
from kg.linking.source import Here, InOrder, Known, Source, entity_ids
from kg.linking.telling import joined, put_away, seen, told, unsettled
from kg.linking.words import Words, default_words
from kg.model import Issue
from kg.records import Record
from kg.spool import Spool


@dataclass(frozen=True)
class _Found:
    """What one pass over the records links."""

    persons: Clusters
    person_ids: Mapping[Key, str]
    alone: AbstractSet[Key]
    events: EventClusters
    event_ids: Mapping[Key, str]


def link(
    records: Iterable[Record],
    *,
    decisions: Sequence[Decision] = (),
    words: Words | None = None,
    problems: Callable[[Issue], None] | None = None,
) -> list[Record]:
    """Link the entities and events of all records; see DESIGN for what the lines look like afterwards.

    `words` defaults to the installed ontology's; `problems` is told of decisions that name nothing.

    Raises RecordError when two records have one article id but not one content, LinkError when decisions contradict
    each other.
    """
    with Spool() as given:
        given.extend(records)
        return list(linked(given, decisions=decisions, words=words, problems=problems))


def linked(
    given: Spool,
    *,
    decisions: Sequence[Decision] = (),
    words: Words | None = None,
    folder: Path | None = None,
    problems: Callable[[Issue], None] | None = None,
) -> Iterator[Record]:
    """The same one record after another, by article, with what does not fit in memory in a folder.

    Raises as `link` does, OutputError when the disk is full.
    """
    words = words or default_words()
    source: Source = Here(InOrder(given))
    found, gone = find(source, decisions, words)
    if problems:
        for issue in found.unmet:
            problems(issue)
    yield from _told(found, source.without(gone) if gone else source, decisions, words, folder)


def find(source: Source, decisions: Sequence[Decision], words: Words) -> tuple[Linked, Gone | None]:
    """What is linked with what, and what is taken out of the records before. Raises LinkError as `link` does."""
    with _without_collector():
        return _find(source, decisions, words)


def _find(source: Source, decisions: Sequence[Decision], words: Words) -> tuple[Linked, Gone | None]:
    known = source.known(words)
    found = _pass(source, known, Constraints())
    names: dict[Key, tuple[str, str]] = {}
    gone: Gone | None = None
    issues: tuple[Issue, ...] = ()
    if decisions:
        references = References(decisions, source, lambda record: _ids(record, known, found))
        institutions = _decided_institutions(source, known.institutions, decisions, references)
        gone = Gone(decisions, references)
        issues = unmet(decisions, references)
        source = source.without(gone)
        names = decided_names(decisions, references)
        known = replace(known, institutions=known.institutions.decided(institutions), common=source.common())
        found = _pass(source, known, constraints(decisions, references))
    linked = Linked(
        copies=known.copies,
        institutions=known.institutions,
        persons=found.persons,
        person_ids=found.person_ids,
        alone=found.alone,
        events=found.events,
        event_ids=found.event_ids,
        names=names,
        unmet=issues,
    )
    return linked, gone


def _told(
    linked: Linked, records: Iterable[Record], decisions: Sequence[Decision], words: Words, folder: Path | None
) -> Iterator[Record]:
    """The records as they go out: canonical ids, one wording an office, conflicts marked, bare offices with holders."""
    with Spool(folder) as away:
        counts = put_away((rewrite(record, linked) for record in records), away, words)
        wordings = unsettled([counts], words)
        offices = joined([seen(away, wordings, decisions, words)], decisions, words)
        yield from told(away, wordings, offices, decisions, words)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare the collector of cycles from walking millions of live objects again and again: it halves the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _pass(source: Source, known: Known, limits: Constraints) -> _Found:
    persons, ids, alone = _persons(source, known, limits)
    meetings = list(source.meetings(known, ids))
    events = cluster_events(meetings, limits.same, limits.different, source.links)
    return _Found(persons, ids, alone, events, _event_ids(events, meetings))


def _persons(source: Source, known: Known, limits: Constraints) -> tuple[Clusters, dict[Key, str], set[Key]]:
    """Who is one, by which ids, and who is in one article only without an office; what was compared is let go."""
    profiles = list(source.profiles(known))
    found = cluster(profiles, Context(known.names, known.words), limits, source.scores)
    ids = person_ids(found.profiles, {profile.keys[0]: profile for profile in profiles})
    alone = {profile.keys[0] for profile in found.profiles if len(profile.keys) == 1 and not profile.offices}
    return replace(found, profiles=()), ids, alone


def _ids(record: Record, known: Known, found: _Found) -> dict[str, str]:
    """Id in the record → canonical id, of entities and events."""
    events = {event["id"]: found.event_ids[Key(record["article"], event["id"])] for event in record["events"]}
    return entity_ids(record, known, found.person_ids) | events


def _event_ids(events: EventClusters, meetings: Sequence[Meeting]) -> dict[Key, str]:
    """`event/<date>-<kind>-<region>-<hash>`, the hash being that of the earliest report's name."""
    by_key = {meeting.key: meeting for meeting in meetings}
    minted: dict[str, list[tuple[Key, ...]]] = defaultdict(list)
    for group in events.groups:
        first = min(
            (by_key[key] for key in group), key=lambda m: (m.date is None, not m.exact, m.published or "9999", m.key)
        )
        label = slug("-".join(part for part in (first.date, first.kind, first.region) if part))
        minted[
            f"event/{label}-{digest(first.date or '', first.kind, first.region or '', first.name, length=8)}"
        ].append(group)
    found: dict[Key, str] = {}
    for canonical, groups in sorted(minted.items()):
        for group in groups:
            own = canonical if len(groups) == 1 else f"{canonical}-{digest(group[0].article, group[0].local, length=4)}"
            found.update(dict.fromkeys(group, own))
    return found


def _decided_institutions(
    records: Iterable[Record], known: Institutions, decisions: Sequence[Decision], references: References
) -> dict[Key, Institution]:
    """The institutions that the decisions same and different about them make others."""
    linked = {Key(r["article"], local): found for r in records for local, found in known.of(r).items()}
    given = dict(linked)
    for decision in decisions:
        left = [key for key in references.find(decision.left) if key in linked]
        right = [key for key in references.find(decision.right) if key in linked]
        if not left or not right:
            continue
        if decision.decision == "same":
            ids = {linked[left[0]].id, linked[right[0]].id}
            best = min((i for i in linked.values() if i.id in ids), key=lambda i: (i.unit is None, i.nil, i.id))
            for key, institution in linked.items():
                if institution.id in ids:
                    reasons = (*institution.reasons, f"one institution, {decision.words}")
                    linked[key] = Institution(best.id, reasons, best.unit)
        elif decision.decision == "different" and linked[left[0]].id == linked[right[0]].id:
            for key in right:
                own = f"{linked[key].id}-{digest(decision.right, length=6)}"
                linked[key] = Institution(own, (f"another institution, {decision.words}",), nil=True)
    return {key: found for key, found in linked.items() if found is not given[key]}
