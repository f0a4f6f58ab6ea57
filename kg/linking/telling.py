"""Rewritten records → the records as they go out: one wording an office, conflicts marked, bare offices with holders.

What all records must be asked for is asked of any share of them, and joined: a record goes out once that is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.linking.conflicts import Conflicts, Rivals
from kg.linking.conflicts import Sightings as InOffice
from kg.linking.decisions import Decision
from kg.linking.holders import Holders, Sightings
from kg.linking.posts import Office, Wordings
from kg.linking.words import Words
from kg.records import Record
from kg.spool import Spool

Counts = Mapping[Office, Counter[str]]


class Seen(NamedTuple):
    """Who was seen in which office, in a share of the records."""

    offices: InOffice
    holders: Sightings


class Offices(NamedTuple):
    """Who held which office, and who at once with whom, after all records."""

    rivals: Rivals
    holders: Sightings


def put_away(records: Iterable[Record], away: Spool, words: Words) -> Counts:
    """Put records away and count how they call offices."""
    wordings = Wordings(words)
    for record in records:
        wordings.take(record)
        away.add(record)
    return wordings.counts()


def unsettled(counts: Iterable[Counts], words: Words) -> Counts:
    """The offices that have more than one wording in all shares together, with their counts."""
    wordings = Wordings(words)
    for share in counts:
        wordings.join(share)
    return {office: labels for office, labels in wordings.counts().items() if len(labels) > 1}


def seen(records: Iterable[Record], wordings: Counts, decisions: Sequence[Decision], words: Words) -> Seen:
    """Who is seen in which office in a share of the records."""
    one_wording, conflicts, holders = _asked(wordings, decisions, words)
    for record in records:
        renamed = one_wording.renamed(record)
        conflicts.take(renamed)
        holders.take(renamed, record)
    return Seen(conflicts.seen(), holders.seen())


def joined(shares: Iterable[Seen], decisions: Sequence[Decision], words: Words) -> Offices:
    """What all shares tell together."""
    _, conflicts, holders = _asked({}, decisions, words)
    for share in shares:
        conflicts.join(share.offices)
        holders.join(share.holders)
    return Offices(conflicts.rivals(), holders.known())


def told(
    records: Iterable[Record], wordings: Counts, offices: Offices, decisions: Sequence[Decision], words: Words
) -> Iterator[Record]:
    """The records of a share as they go out."""
    one_wording, conflicts, holders = _asked(wordings, decisions, words, offices.rivals)
    holders.join(offices.holders)
    for record in records:
        yield holders.with_holders(conflicts.marked(one_wording.renamed(record)))


def _asked(
    wordings: Counts, decisions: Sequence[Decision], words: Words, rivals: Rivals | None = None
) -> tuple[Wordings, Conflicts, Holders]:
    one_wording, conflicts = Wordings(words), Conflicts(decisions, words, rivals)
    one_wording.join(wordings)
    return one_wording, conflicts, Holders(words, conflicts.rejected)
