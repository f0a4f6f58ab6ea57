"""Records of `kg extract` → the same records with canonical ids: what `kg link` does, as a pure function.

The order of the records changes nothing; the result is sorted by article. Everything is linked from scratch, so adding,
changing or removing an article and linking again is the same as having had the other articles from the start.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Protocol

from kg.errors import RecordError
from kg.ids import digest, slug
from kg.linking.clusters import Clusters, Constraints, Link, Scored, cluster, score_pairs
from kg.linking.conflicts import Conflicts
from kg.linking.copies import Copies
from kg.linking.decisions import Decision
from kg.linking.events import EventClusters, Meeting, cluster_events, meetings_of, score_meetings
from kg.linking.features import Context
from kg.linking.holders import Holders
from kg.linking.institutions import Institution, Institutions
from kg.linking.names import Names
from kg.linking.persons import person_ids
from kg.linking.posts import Wordings
from kg.linking.profiles import Key, Profile, profiles_of
from kg.linking.references import References, constraints
from kg.linking.rewrite import Dropped, Gone, Linked, decided_names, rewrite
from kg.linking.words import Words, default_words, fold
from kg.records import Record
from kg.spool import Spool

_COMMON_FROM = 4  # distinct full names with a token from which on the token is common here


@dataclass(frozen=True)
class _Found:
    """What one pass over the records links."""

    persons: Clusters
    person_ids: Mapping[Key, str]
    alone: AbstractSet[Key]
    events: EventClusters
    event_ids: Mapping[Key, str]


@dataclass(frozen=True)
class Known:
    """What is known before persons and events are compared; `common` are tokens that many full names have."""

    copies: Mapping[str, str]
    institutions: Institutions
    common: frozenset[str]
    words: Words

    @cached_property
    def names(self) -> Names:
        return Names(self.words, self.common)


class Source(Protocol):
    """All records, and what linking asks of them: answered here, or on many machines."""

    def __iter__(self) -> Iterator[Record]:
        """The records by article."""

    def known(self, words: Words) -> Known:
        """What one reading of all records tells."""

    def common(self) -> frozenset[str]:
        """The tokens that so many full names have that they hardly tell people apart."""

    def profiles(self, known: Known) -> Iterable[Profile]:
        """The persons of all records."""

    def meetings(self, known: Known, persons: Mapping[Key, str]) -> Iterable[Meeting]:
        """The events of all records."""

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterable[Scored]:
        """Pairs of profiles that may be one, as `kg.linking.clusters.score_pairs` gives them."""

    def links(self, meetings: Sequence[Meeting]) -> Iterable[Link]:
        """Pairs of meetings that may be one, as `kg.linking.events.score_meetings` gives them."""

    def without(self, gone: Gone) -> Source:
        """The same without what people said is no entity."""


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
    source: Source = Here(_Sorted(given))
    found, gone = find(source, decisions, words)
    yield from _told(found, source.without(gone) if gone else source, decisions, words, folder)


def find(source: Source, decisions: Sequence[Decision], words: Words) -> tuple[Linked, Gone | None]:
    """What is linked with what, and what is taken out of the records before. Raises LinkError as `link` does."""
    with _without_collector():
        return _find(source, decisions, words)


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


class Here:
    """The records of this machine."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    def known(self, words: Words) -> Known:
        copies, institutions, common = Copies(), Institutions(), Common()
        for record in self._records:
            copies.take(record)
            institutions.take(record)
            common.take(record)
        return Known(copies.find(), institutions, common.tokens(), words)

    def common(self) -> frozenset[str]:
        common = Common()
        for record in self._records:
            common.take(record)
        return common.tokens()

    def profiles(self, known: Known) -> Iterator[Profile]:
        return (profile for record in self._records for profile in profiles_in(record, known))

    def meetings(self, known: Known, persons: Mapping[Key, str]) -> Iterator[Meeting]:
        for record in self._records:
            source = known.copies.get(record["article"], record["article"])
            yield from meetings_of(record, _entity_ids(record, known, persons), source)

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterable[Scored]:
        return score_pairs(profiles, context)

    def links(self, meetings: Sequence[Meeting]) -> Iterable[Link]:
        return score_meetings(meetings)

    def without(self, gone: Gone) -> Here:
        return Here(Dropped(self._records, gone))


def _find(source: Source, decisions: Sequence[Decision], words: Words) -> tuple[Linked, Gone | None]:
    known = source.known(words)
    found = _pass(source, known, Constraints())
    names: dict[Key, tuple[str, str]] = {}
    gone: Gone | None = None
    if decisions:
        references = References(decisions, source, lambda record: _ids(record, known, found))
        institutions = _decided_institutions(source, known.institutions, decisions, references)
        gone = Gone(decisions, references)
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
    )
    return linked, gone


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


def profiles_in(record: Record, known: Known) -> Iterator[Profile]:
    """The persons of a record."""
    canonical = {local: found.id for local, found in known.institutions.of(record).items()}
    source = known.copies.get(record["article"], record["article"])
    return profiles_of(record, canonical, source, known.words, known.names)


def _entity_ids(record: Record, known: Known, persons: Mapping[Key, str]) -> dict[str, str]:
    institutions = known.institutions.of(record)
    return {
        e["id"]: institutions[e["id"]].id if e["id"] in institutions else persons[Key(record["article"], e["id"])]
        for e in record["entities"]
    }


def _ids(record: Record, known: Known, found: _Found) -> dict[str, str]:
    """Id in the record → canonical id, of entities and events."""
    events = {event["id"]: found.event_ids[Key(record["article"], event["id"])] for event in record["events"]}
    return _entity_ids(record, known, found.person_ids) | events


class Common:
    """Takes all records, then tells the tokens that so many full names have that they hardly tell people apart."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def take(self, record: Record) -> None:
        self._texts.update(e["name"] for e in record["entities"] if e["class"] == "Person")

    def names(self) -> set[str]:
        """The names that were taken, for `join`."""
        return self._texts

    def join(self, names: Iterable[str]) -> None:
        """Take names of other records as well."""
        self._texts.update(names)

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
