"""Records of `kg extract` → the same records with canonical ids: what `kg link` does, as a pure function.

The order of the records changes nothing; the result is sorted by article. Everything is linked from scratch, so adding,
changing or removing an article and linking again is the same as having had the other articles from the start.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from kg.errors import RecordError
from kg.ids import digest, slug
from kg.linking.clusters import Clusters, Constraints, cluster
from kg.linking.conflicts import Conflicts
from kg.linking.copies import Copies
from kg.linking.decisions import Decision
from kg.linking.events import EventClusters, Meeting, cluster_events, meetings_of
from kg.linking.features import Context
from kg.linking.holders import Holders
from kg.linking.institutions import Institution, Institutions
from kg.linking.names import Names
from kg.linking.persons import person_ids
from kg.linking.posts import Wordings
from kg.linking.profiles import Key, Profile, profiles_of
from kg.linking.references import References, constraints
from kg.linking.rewrite import Dropped, Linked, decided_names, rewrite
from kg.linking.words import Words, default_words, fold
from kg.records import Record
from kg.spool import Spool

_COMMON_FROM = 4  # distinct full names with a token from which on the token is common here


@dataclass(frozen=True)
class _Found:
    """What one pass over the records links."""

    persons: Clusters
    person_ids: Mapping[Key, str]
    events: EventClusters
    event_ids: Mapping[Key, str]


@dataclass(frozen=True)
class _Known:
    """What is known before persons and events are compared."""

    copies: Mapping[str, str]
    institutions: Institutions
    names: Names
    words: Words


def link(records: Iterable[Record], *, decisions: Sequence[Decision] = (), words: Words | None = None) -> list[Record]:
    """Link the entities and events of all records; see DESIGN for what the lines look like afterwards.

    `words` defaults to the installed ontology's. Raises RecordError when two records have one article id but not one
    content, LinkError when decisions contradict each other.
    """
    with Spool() as given:
        given.extend(records)
        return list(linked(given, decisions=decisions, words=words))


def linked(
    given: Spool, *, decisions: Sequence[Decision] = (), words: Words | None = None, folder: Path | None = None
) -> Iterator[Record]:
    """The same one record after another, by article, with what does not fit in memory in a folder.

    Raises as `link` does, OutputError when the disk is full.
    """
    words = words or default_words()
    with _without_collector():
        found, records = _link(_Sorted(given), decisions, words)
    yield from _told(found, records, decisions, words, folder)


class _Sorted:
    """The records of a spool by article, each article once."""

    def __init__(self, given: Spool) -> None:
        self._given = given
        self._places: list[int] = []
        last: int | None = None
        for place in given.order():
            if last is not None and given.article(place) == given.article(last):
                if given.line(place) != given.line(last):
                    raise RecordError(
                        "two different records with one article id",
                        where=given.article(place),
                        hint="keep the one that is meant",
                    )
                continue
            self._places.append(place)
            last = place

    def __iter__(self) -> Iterator[Record]:
        return self._given.read(self._places)


def _link(records: Iterable[Record], decisions: Sequence[Decision], words: Words) -> tuple[Linked, Iterable[Record]]:
    """What is linked with what, and the records that this is said of."""
    known = _read_once(records, words)
    found = _pass(records, known, Constraints())
    names: dict[Key, tuple[str, str]] = {}
    if decisions:
        references = References(decisions, records, lambda record: _ids(record, known, found))
        institutions = _decided_institutions(records, known.institutions, decisions, references)
        known = replace(known, institutions=known.institutions.decided(institutions))
        records = Dropped(records, decisions, references)
        names = decided_names(decisions, references)
        known = replace(known, names=_names(records, words))
        found = _pass(records, known, constraints(decisions, references))
    linked = Linked(
        copies=known.copies,
        institutions=known.institutions,
        persons=found.persons,
        person_ids=found.person_ids,
        events=found.events,
        event_ids=found.event_ids,
        names=names,
    )
    return linked, records


def _told(
    linked: Linked, records: Iterable[Record], decisions: Sequence[Decision], words: Words, folder: Path | None
) -> Iterator[Record]:
    """The records as they go out: canonical ids, one wording an office, conflicts marked, bare offices with holders."""
    wordings, conflicts = Wordings(words), Conflicts(decisions, words)
    holders = Holders(words, conflicts.rejected)
    with Spool(folder) as rewritten:
        for record in records:
            new = rewrite(record, linked)
            wordings.take(new)
            rewritten.add(new)
        for record in rewritten:
            renamed = wordings.renamed(record)
            conflicts.take(renamed)
            holders.take(renamed, record)
        for record in rewritten:
            yield holders.with_holders(conflicts.marked(wordings.renamed(record)))


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


def _read_once(records: Iterable[Record], words: Words) -> _Known:
    """What one reading of all records tells: copies, the names of institutions, the tokens that many names share."""
    copies, institutions, common = Copies(), Institutions(), _Common()
    for record in records:
        copies.take(record)
        institutions.take(record)
        common.take(record)
    return _Known(copies.find(), institutions, Names(words, common.tokens()), words)


def _names(records: Iterable[Record], words: Words) -> Names:
    common = _Common()
    for record in records:
        common.take(record)
    return Names(words, common.tokens())


def _pass(records: Iterable[Record], known: _Known, limits: Constraints) -> _Found:
    profiles = list(_profiles(records, known))
    persons = cluster(profiles, Context(known.names, known.words), limits)
    ids = person_ids(persons.profiles, {profile.keys[0]: profile for profile in profiles})
    meetings = [meeting for record in records for meeting in _meetings(record, known, ids)]
    events = cluster_events(meetings, limits.same, limits.different)
    return _Found(persons, ids, events, _event_ids(events, meetings))


def _profiles(records: Iterable[Record], known: _Known) -> Iterator[Profile]:
    for record in records:
        canonical = {local: found.id for local, found in known.institutions.of(record).items()}
        source = known.copies.get(record["article"], record["article"])
        yield from profiles_of(record, canonical, source, known.words, known.names)


def _meetings(record: Record, known: _Known, persons: Mapping[Key, str]) -> Iterator[Meeting]:
    source = known.copies.get(record["article"], record["article"])
    return meetings_of(record, _entity_ids(record, known, persons), source)


def _entity_ids(record: Record, known: _Known, persons: Mapping[Key, str]) -> dict[str, str]:
    institutions = known.institutions.of(record)
    return {
        e["id"]: institutions[e["id"]].id if e["id"] in institutions else persons[Key(record["article"], e["id"])]
        for e in record["entities"]
    }


def _ids(record: Record, known: _Known, found: _Found) -> dict[str, str]:
    """Id in the record → canonical id, of entities and events."""
    events = {event["id"]: found.event_ids[Key(record["article"], event["id"])] for event in record["events"]}
    return _entity_ids(record, known, found.person_ids) | events


class _Common:
    """Takes all records, then tells the tokens that so many full names have that they hardly tell people apart."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def take(self, record: Record) -> None:
        self._texts.update(e["name"] for e in record["entities"] if e["class"] == "Person")

    def tokens(self) -> frozenset[str]:
        full = {tokens for text in self._texts if len(tokens := tuple(fold(text).split())) > 1}
        count = Counter(chain.from_iterable(set(tokens) for tokens in full))
        least = max(_COMMON_FROM, len(full) // 200)
        return frozenset(token for token, number in count.items() if number >= least)


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
