"""Records of `kg extract` → the same records with canonical ids: what `kg link` does, as a pure function.

The order of the records changes nothing; the result is sorted by article. Everything is linked from scratch, so adding,
changing or removing an article and linking again is the same as having had the other articles from the start.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from kg.errors import RecordError
from kg.ids import digest, slug
from kg.linking.clusters import Clusters, Constraints, cluster
from kg.linking.conflicts import mark_conflicts
from kg.linking.copies import find_copies
from kg.linking.decisions import Decision
from kg.linking.events import EventClusters, Meeting, cluster_events, read_meetings
from kg.linking.features import Context
from kg.linking.holders import link_holders
from kg.linking.institutions import Institution, link_institutions
from kg.linking.names import Names
from kg.linking.persons import person_ids
from kg.linking.posts import canonical_posts
from kg.linking.profiles import Key, Profile, read_profiles
from kg.linking.references import References, constraints
from kg.linking.rewrite import Linked, decided_names, drop_entities, rewrite
from kg.linking.words import Words, default_words, fold
from kg.records import Record, to_line

_COMMON_FROM = 4  # distinct full names with a token from which on the token is common here


@dataclass(frozen=True)
class _Found:
    """What one pass over the records links."""

    institutions: Mapping[Key, Institution]
    persons: Clusters
    person_ids: Mapping[Key, str]
    events: EventClusters
    event_ids: Mapping[Key, str]

    @property
    def ids(self) -> dict[Key, str]:
        return (
            {key: found.id for key, found in self.institutions.items()} | dict(self.person_ids) | dict(self.event_ids)
        )


def link(records: Iterable[Record], *, decisions: Sequence[Decision] = (), words: Words | None = None) -> list[Record]:
    """Link the entities and events of all records; see DESIGN for what the lines look like afterwards.

    `words` defaults to the installed ontology's. Raises RecordError when two records have one article id but not one
    content, LinkError when decisions contradict each other.
    """
    with _without_collector():
        return _link(_sorted(records), decisions, words or default_words())


def _link(given: list[Record], decisions: Sequence[Decision], words: Words) -> list[Record]:
    copies = find_copies(given)
    found = _pass(given, copies, link_institutions(given), Constraints(), words)
    names: dict[Key, tuple[str, str]] = {}
    if decisions:
        references = References(given, found.ids)
        given = drop_entities(given, decisions, references)
        institutions = _decided_institutions(found.institutions, decisions, references)
        names = decided_names(decisions, references)
        found = _pass(given, copies, institutions, constraints(decisions, references), words)
    linked = Linked(
        copies=copies,
        institutions=found.institutions,
        persons=found.persons,
        person_ids=found.person_ids,
        events=found.events,
        event_ids=found.event_ids,
        names=names,
    )
    rewritten = [rewrite(record, linked) for record in given]
    marked = mark_conflicts(canonical_posts(rewritten, words), decisions, words)
    return link_holders(marked, rewritten, words)


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


def _sorted(records: Iterable[Record]) -> list[Record]:
    by_article: dict[str, Record] = {}
    for record in records:
        earlier = by_article.setdefault(record["article"], record)
        if earlier is not record and to_line(earlier) != to_line(record):
            raise RecordError(
                "two different records with one article id", where=record["article"], hint="keep the one that is meant"
            )
    return [by_article[article] for article in sorted(by_article)]


def _pass(
    records: Sequence[Record],
    copies: Mapping[str, str],
    institutions: Mapping[Key, Institution],
    limits: Constraints,
    words: Words,
) -> _Found:
    names = Names(words, _common_here(records, words))
    canonical = {key: found.id for key, found in institutions.items()}
    profiles = read_profiles(records, canonical, copies, words, names)
    persons = cluster(profiles, Context(names, words), limits)
    single: dict[Key, Profile] = {profile.keys[0]: profile for profile in profiles}
    ids = person_ids(persons.profiles, single)
    meetings = read_meetings(records, canonical | ids, copies)
    events = cluster_events(meetings, limits.same, limits.different)
    return _Found(institutions, persons, ids, events, _event_ids(events, meetings, records))


def _common_here(records: Sequence[Record], words: Words) -> frozenset[str]:
    """Tokens that so many distinct full names of these articles have that they hardly tell people apart."""
    texts = {e["name"] for r in records for e in r["entities"] if e["class"] == "Person"}
    full = {tokens for text in texts if len(tokens := tuple(fold(text).split())) > 1}
    count = Counter(chain.from_iterable(set(tokens) for tokens in full))
    least = max(_COMMON_FROM, len(full) // 200)
    return frozenset(token for token, number in count.items() if number >= least)


def _event_ids(events: EventClusters, meetings: Sequence[Meeting], records: Sequence[Record]) -> dict[Key, str]:
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
    institutions: Mapping[Key, Institution], decisions: Sequence[Decision], references: References
) -> dict[Key, Institution]:
    """The institutions after the decisions same and different about them."""
    linked = dict(institutions)
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
    return linked
