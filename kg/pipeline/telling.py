"""Records put away → the bytes of `statements.jsonl`: linked by two processes, then told by two, half of them by each.

What linking found is cut by article, so that each process holds what its next record needs. What all records are asked
for goes to and fro; the rows of both lie in sorted files, of which one process makes the nouns and the other the pairs.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from itertools import chain, cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.errors import not_put_away
from kg.graph.collection import add_nouns, add_together, lines_of_groups, meet
from kg.grouping import NewSorter, SortedFiles, Sorter
from kg.linking.brief import brief
from kg.linking.decisions import Decision
from kg.linking.institutions import Institutions
from kg.linking.link import find
from kg.linking.parts import Part, parts_of, with_parts
from kg.linking.rewrite import Gone, without_pairs
from kg.linking.source import Here, InOrder, Stored
from kg.linking.telling import Counts, Offices, Seen, joined, put_away, seen, told, unsettled
from kg.linking.words import Words, default_words
from kg.model import Issue
from kg.pipeline.beside import Talk, talking_to_two
from kg.pipeline.dividing import MANY, Halves, dividing, serve
from kg.records import EventRecord, Record
from kg.spool import Spool

if TYPE_CHECKING:
    from kg.lexicon.compile import Lexicon

Problems = Callable[[Issue], None]
_OF_A_RECORD = 256  # bytes of rows that are sorted at once in each process, so that few pieces are merged,
_LEAST, _MOST = 64 << 20, 256 << 20  # and within which bounds
_PARTS = 8  # of them: four for nouns, three for pairs, one for meetings
_HALVES = ("0", "1")  # files of what was found of every second article, and of the others
_BLOCK = 1 << 20  # bytes that are read at once
_TOGETHER = 1000  # lines that are handed on at once

S = TypeVar("S", bound=Sorter)
Rewritable = tuple[Record, Part]  # a record, and what was found of it
Half = tuple[Stored, Path]  # records, and a file of what was found of each


def statements(
    records: Spool,
    decisions: Sequence[Decision],
    lexicon: Lexicon,
    folder: Path,
    *,
    jobs: int = 1,
    sorter: NewSorter = SortedFiles,
    problems: Problems | None = None,
) -> Iterator[bytes]:
    """The bytes of the statements of all records, in pieces of whole lines; the same however many jobs there are.

    The records are removed from the disk once they are read for the last time. `problems` is told of decisions that
    name nothing.

    Raises RecordError, LinkError and OutputError as `linked` does, KGError when a process dies.
    """
    by_two = jobs > 1 and len(records) >= MANY and sorter is SortedFiles
    problems = problems or _unheard
    with _work(folder) as work:
        if by_two:
            yield from _by_two(records, decisions, lexicon, work, problems)
        else:
            yield from _alone(records, decisions, lexicon, work, problems, jobs, sorter)


def _unheard(_: Issue) -> None:
    """For nobody who asks for problems."""


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines with their ends, as bytes, many at a time."""
    rest = iter(lines)
    while some := list(islice(rest, _TOGETHER)):
        some.append("")
        yield "\n".join(some).encode("utf-8", "surrogatepass")


def _alone(
    records: Spool,
    decisions: Sequence[Decision],
    lexicon: Lexicon,
    work: Path,
    problems: Problems,
    jobs: int,
    sorter: NewSorter,
) -> Iterator[bytes]:
    words, ordered = default_words(), InOrder(records)[:]
    with dividing(work, jobs, len(records)) as divide:
        found, gone = find(Here(ordered, divide, work), decisions, words, work, divide)
    for issue in found.unmet:
        problems(issue)
    with _share(work, len(records), decisions, sorter) as share:
        told_of = map(gone.without, ordered) if gone else ordered
        counts = share.rewrite(with_parts(told_of, parts_of(found), found.institutions))
        wordings = unsettled([counts], words)
        del found, told_of, ordered, counts
        records.close()
        offices = joined([share.seen(wordings, decisions)], decisions, words)
        share.tell(wordings, offices, decisions)
        meet(share.meetings.groups(), share.pairs.add)
        rows = chain(share.nouns.groups(), share.pairs.groups())
        yield from encoded(lines_of_groups(rows, lexicon.gazetteer, folder=work))


def _by_two(
    records: Spool, decisions: Sequence[Decision], lexicon: Lexicon, work: Path, problems: Problems
) -> Iterator[bytes]:
    """Two processes link, two others tell: what is held for the one is gone before the other begins."""
    ordered, count = InOrder(records)[:], len(records)
    with _folder(work / "linking") as linking:
        with talking_to_two((_link, (ordered, decisions, linking)), (serve, (linking,))) as linker:
            institutions, gone, unmet = linker.hear()
        for half in _HALVES:
            (linking / half).rename(work / half)
    for issue in unmet:
        problems(issue)
    shared = (institutions, gone, decisions, count, work)
    mine, theirs = ((ordered[place::2], work / half) for place, half in enumerate(_HALVES))
    del ordered, institutions, gone
    with talking_to_two((_tell, (mine, *shared, lexicon.ontology.root)), (_tell_other, (theirs, *shared))) as teller:
        del mine, theirs, shared
        teller.hear()
        records.close()
        while block := teller.hear():
            yield block
        with (work / "pairs").open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


@contextmanager
def _work(folder: Path) -> Iterator[Path]:
    with _full(folder):
        work = Path(tempfile.mkdtemp(prefix="telling-", dir=folder))
    with _folder(work):
        yield work


@contextmanager
def _folder(path: Path) -> Iterator[Path]:
    """A folder that is there as long as the block runs."""
    with _full(path.parent):
        path.mkdir(exist_ok=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _full(folder: Path) -> Iterator[None]:
    """Raise OutputError where the disk is full in the block."""
    try:
        yield
    except OSError as error:
        raise not_put_away(folder, error) from error


def _write_parts(parts: Iterable[bytes], work: Path) -> None:
    """What was found of every second article, and of the others."""
    one, other = (work / half for half in _HALVES)
    with _full(work), one.open("wb") as even, other.open("wb") as odd:
        for file, part in zip(cycle((even, odd)), parts, strict=False):
            file.write(part + b"\n")


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
    doubted: bool  # whether people said that claims are wrong
    words: Words = field(default_factory=default_words)

    def rewrite(self, given: Iterable[Rewritable]) -> Counts:
        """Put the records away with canonical ids, and give their pairs as rows; returns how they call offices."""
        return put_away(self._rewritten(given), self.away, self.words)

    def seen(self, wordings: Counts, decisions: Sequence[Decision]) -> Seen:
        """Who is seen in which office."""
        offices = (Record({**brief(line), "events": []}) for line in self.away.stored)
        return seen(offices, wordings, decisions, self.words)

    def tell(self, wordings: Counts, offices: Offices, decisions: Sequence[Decision]) -> None:
        """Give the nouns as rows; the records are removed."""
        for record in told(self.away, wordings, offices, decisions, self.words):
            met = [event["id"] for event in self._told_here(record)]
            add_nouns(record, self.nouns.add, self.meetings.add, self.pairs.add, met)
        self.away.close()

    def _told_here(self, record: Record) -> list[EventRecord]:
        """The events of a record that are linked with none of another article."""
        return [] if self.doubted else [event for event in record["events"] if not event["reasons"]]

    def _rewritten(self, given: Iterable[Rewritable]) -> Iterator[Record]:
        for record, found in given:
            new, ids = without_pairs(record, found)
            met = [(e["id"], [p["participant"] for p in e["participations"]]) for e in self._told_here(new)]
            add_together(record["article"], record["cooccurrences"], self.pairs.add, ids, met)
            if "source" in new:
                new["source"]["fingerprint"] = []  # it has done its work
            yield new


@contextmanager
def _share(
    work: Path, records: int, decisions: Sequence[Decision], sorter: Callable[..., AbstractContextManager[S]]
) -> Iterator[Share[S]]:
    """`records` are how many there are in all, which says how much is sorted at once."""
    part = min(max(records * _OF_A_RECORD, _LEAST), _MOST) // _PARTS
    with (
        Spool(work) as away,
        sorter(work, memory=4 * part) as nouns,
        sorter(work, memory=3 * part) as pairs,
        sorter(work, memory=part) as meetings,
    ):
        yield Share(away, nouns, pairs, meetings, any(d.decision == "wrong-claim" for d in decisions))


def _halved(half: Half, institutions: Institutions, gone: Gone | None) -> Iterator[Rewritable]:
    records, parts = half
    with parts.open("rb") as told:
        yield from with_parts(map(gone.without, records) if gone else records, told, institutions)


# In the other processes


def _link(here: Talk, other: Talk, records: Stored, decisions: Sequence[Decision], work: Path) -> None:
    """Link all records, and write what was found of every second article, and of the others."""
    divide = Halves(other)
    found, gone = find(Here(records, divide, work), decisions, default_words(), work, divide)
    _write_parts(parts_of(found, divide), work)
    other.tell(())
    here.tell((found.institutions, gone, found.unmet))


def _tell(
    here: Talk,
    other: Talk,
    half: Half,
    institutions: Institutions,
    gone: Gone | None,
    decisions: Sequence[Decision],
    records: int,
    work: Path,
    ontology: Path,
) -> None:
    """Tell one half, then all nouns, in blocks; first that all records were read, in the end nothing."""
    from kg.pipeline.ready import extraction_of

    words, gazetteer = default_words(), extraction_of(ontology).lexicon.gazetteer
    with _share(work, records, decisions, SortedFiles) as share:
        counts = share.rewrite(_halved(half, institutions, gone))
        wordings = unsettled([counts, other.hear()], words)
        here.tell(None)
        other.tell(wordings)
        del counts, institutions
        offices = joined([share.seen(wordings, decisions), other.hear()], decisions, words)
        other.tell(offices)
        share.tell(wordings, offices, decisions)
        del wordings, offices
        other.tell((share.pairs.leave(), share.meetings.leave()))
        share.nouns.take(other.hear())
        for block in encoded(lines_of_groups(share.nouns.groups(), gazetteer, folder=work)):
            here.tell(block)
        other.hear()
    here.tell(b"")


def _tell_other(
    first: Talk,
    half: Half,
    institutions: Institutions,
    gone: Gone | None,
    decisions: Sequence[Decision],
    records: int,
    work: Path,
) -> None:
    """Tell the other half, then write all pairs."""
    with _share(work, records, decisions, SortedFiles) as share:
        first.tell(share.rewrite(_halved(half, institutions, gone)))
        del institutions
        wordings = first.hear()
        first.tell(share.seen(wordings, decisions))
        share.tell(wordings, first.hear(), decisions)
        del wordings
        pairs, meetings = first.hear()
        first.tell(share.nouns.leave())
        share.pairs.take(pairs)
        share.meetings.take(meetings)
        meet(share.meetings.groups(), share.pairs.add)
        with _full(work.parent), (work / "pairs").open("wb") as file:
            file.writelines(encoded(lines_of_groups(share.pairs.groups(), None)))
        first.tell(None)
