"""A share of the records with what linking found of each → rows of their nouns and pairs, sorted in files.

What all records are asked for is told of each share, joined elsewhere, and comes back before the nouns are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from kg.graph.collection import add_nouns, add_together
from kg.grouping import Sorter
from kg.linking.brief import brief
from kg.linking.decisions import Decision
from kg.linking.parts import Part
from kg.linking.rewrite import without_pairs
from kg.linking.telling import Counts, Offices, Seen, put_away, seen, told
from kg.linking.words import Words, default_words
from kg.records import EventRecord, Record
from kg.spool import Spool

_OF_A_RECORD = 256  # bytes of rows that are sorted at once in each process, so that few pieces are merged,
_LEAST, _MOST = 64 << 20, 256 << 20  # and within which bounds
_PARTS = 8  # of them: four for nouns, three for pairs, one for meetings

S = TypeVar("S", bound=Sorter)
Rewritable = tuple[Record, Part]  # a record, and what was found of it


@dataclass
class Share(Generic[S]):
    """Some of the records, step by step until their rows are sorted.

    Who took part in an event that one article alone tells of is told with the pairs of that, unless people said that
    some claims are wrong.
    """

    away: Spool
    nouns: S
    pairs: S
    meetings: S
    decisions: Sequence[Decision]
    words: Words = field(default_factory=default_words)

    def rewrite(self, given: Iterable[Rewritable]) -> Counts:
        """Put the records away with canonical ids, and give their pairs as rows; returns how they call offices."""
        return put_away(self._rewritten(given), self.away, self.words)

    def seen(self, wordings: Counts) -> Seen:
        """Who is seen in which office."""
        offices = (Record({**brief(line), "events": []}) for line in self.away.stored)
        return seen(offices, wordings, self.decisions, self.words)

    def tell(self, wordings: Counts, offices: Offices) -> None:
        """Give the nouns as rows; the records are removed."""
        for record in told(self.away, wordings, offices, self.decisions, self.words):
            met = [event["id"] for event in self._told_here(record)]
            add_nouns(record, self.nouns.add, self.meetings.add, self.pairs.add, met)
        self.away.close()

    @cached_property
    def _doubted(self) -> bool:
        """Whether people said that claims are wrong."""
        return any(decision.decision == "wrong-claim" for decision in self.decisions)

    def _told_here(self, record: Record) -> list[EventRecord]:
        """The events of a record that are linked with none of another article."""
        return [] if self._doubted else [event for event in record["events"] if not event["reasons"]]

    def _rewritten(self, given: Iterable[Rewritable]) -> Iterator[Record]:
        for record, found in given:
            new, ids = without_pairs(record, found)
            met = [(e["id"], [p["participant"] for p in e["participations"]]) for e in self._told_here(new)]
            add_together(record["article"], record["cooccurrences"], self.pairs.add, ids, met)
            if "source" in new:
                new["source"]["fingerprint"] = []  # it has done its work
            yield new


@contextmanager
def share(
    decisions: Sequence[Decision], records: int, work: Path, sorter: Callable[..., AbstractContextManager[S]]
) -> Iterator[Share[S]]:
    """A share that is worked on in a folder; `records` are how many there are in all, which bounds what is sorted."""
    part = min(max(records * _OF_A_RECORD, _LEAST), _MOST) // _PARTS
    with (
        Spool(work) as away,
        sorter(work, memory=4 * part) as nouns,
        sorter(work, memory=3 * part) as pairs,
        sorter(work, memory=part) as meetings,
    ):
        yield Share(away, nouns, pairs, meetings, decisions)
