"""Records put away → the bytes of `statements.jsonl`: linked here, then told by two processes, half of them by each.

What linking found is cut by article, so that each process holds what its next record needs. What all records are asked
for goes to and fro; the rows of both lie in sorted files, of which one process makes the nouns and the other the pairs.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from itertools import chain, cycle
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
from kg.pipeline.beside import Talk, talking
from kg.pipeline.dividing import MANY, dividing
from kg.records import Record
from kg.spool import Spool

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer

Problems = Callable[[Issue], None]
_NOUNS, _PAIRS, _MEETINGS = 32 << 20, 24 << 20, 8 << 20  # bytes of rows that are sorted at once in each process
_BLOCK = 1 << 20

S = TypeVar("S", bound=Sorter)
Rewritable = tuple[Record, Part]  # a record, and what was found of it
Half = tuple[Stored, Path]  # records, and a file of what was found of each


def statements(
    records: Spool,
    decisions: Sequence[Decision],
    gazetteer: Gazetteer,
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
    words = default_words()
    by_two = jobs > 1 and len(records) >= MANY and sorter is SortedFiles
    with _work(folder) as work:
        ordered = InOrder(records)
        with dividing(folder, jobs, len(records)) as divide:
            found, gone = find(Here(ordered, divide, folder), decisions, words, folder, divide)
            if by_two:
                _write_parts(parts_of(found, divide), work)
        if problems is not None:
            for issue in found.unmet:
                problems(issue)
        if by_two:
            institutions = found.institutions
            mine, theirs = ((ordered[half::2], work / str(half)) for half in (0, 1))
            del found, ordered
            yield from _by_two(mine, theirs, institutions, gone, decisions, gazetteer, work, records.close)
        else:
            told_of = map(gone.without, ordered) if gone else ordered
            given = with_parts(told_of, parts_of(found), found.institutions)
            yield from _alone(given, decisions, gazetteer, work, sorter, records.close)


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines with their ends, as bytes."""
    return (f"{line}\n".encode("utf-8", "surrogatepass") for line in lines)


def _alone(
    given: Iterable[Rewritable],
    decisions: Sequence[Decision],
    gazetteer: Gazetteer,
    work: Path,
    sorter: NewSorter,
    rewritten: Callable[[], None],
) -> Iterator[bytes]:
    words = default_words()
    with _share(work, sorter) as share:
        wordings = unsettled([share.rewrite(given)], words)
        rewritten()
        offices = joined([share.seen(wordings, decisions)], decisions, words)
        share.tell(wordings, offices, decisions)
        meet(share.meetings.groups(), share.pairs.add)
        yield from encoded(lines_of_groups(chain(share.nouns.groups(), share.pairs.groups()), gazetteer, folder=work))


def _by_two(
    mine: Half,
    theirs: Half,
    institutions: Institutions,
    gone: Gone | None,
    decisions: Sequence[Decision],
    gazetteer: Gazetteer,
    work: Path,
    rewritten: Callable[[], None],
) -> Iterator[bytes]:
    words = default_words()
    with talking(_tell_other, theirs, institutions, gone, decisions, work) as other, _share(work, SortedFiles) as share:
        counts = share.rewrite(_halved(mine, institutions, gone))
        wordings = unsettled([counts, other.hear()], words)
        rewritten()
        other.tell(wordings)
        offices = joined([share.seen(wordings, decisions), other.hear()], decisions, words)
        other.tell(offices)
        share.tell(wordings, offices, decisions)
        del wordings, offices
        other.tell((share.pairs.leave(), share.meetings.leave()))
        share.nouns.take(other.hear())
        yield from encoded(lines_of_groups(share.nouns.groups(), gazetteer, folder=work))
        other.hear()
        with (work / "pairs").open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


@contextmanager
def _work(folder: Path) -> Iterator[Path]:
    with _full(folder):
        work = Path(tempfile.mkdtemp(prefix="telling-", dir=folder))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _full(folder: Path) -> Iterator[None]:
    """Raise OutputError where the disk is full in the block."""
    try:
        yield
    except OSError as error:
        raise not_put_away(folder, error) from error


def _write_parts(parts: Iterable[bytes], work: Path) -> None:
    """What was found of every second article, and of the others."""
    with _full(work.parent), (work / "0").open("wb") as one, (work / "1").open("wb") as other:
        for file, part in zip(cycle((one, other)), parts, strict=False):
            file.write(part + b"\n")


@dataclass
class Share(Generic[S]):
    """Some of the records, step by step until their rows are sorted."""

    away: Spool
    nouns: S
    pairs: S
    meetings: S
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
            add_nouns(record, self.nouns.add, self.meetings.add, self.pairs.add)
        self.away.close()

    def _rewritten(self, given: Iterable[Rewritable]) -> Iterator[Record]:
        for record, found in given:
            new, ids = without_pairs(record, found)
            add_together(record["article"], record["cooccurrences"], self.pairs.add, ids)
            if "source" in new:
                new["source"]["fingerprint"] = []  # it has done its work
            yield new


@contextmanager
def _share(work: Path, sorter: Callable[..., AbstractContextManager[S]]) -> Iterator[Share[S]]:
    with (
        Spool(work) as away,
        sorter(work, memory=_NOUNS) as nouns,
        sorter(work, memory=_PAIRS) as pairs,
        sorter(work, memory=_MEETINGS) as meetings,
    ):
        yield Share(away, nouns, pairs, meetings)


def _halved(half: Half, institutions: Institutions, gone: Gone | None) -> Iterator[Rewritable]:
    records, parts = half
    with parts.open("rb") as told:
        yield from with_parts(map(gone.without, records) if gone else records, told, institutions)


# In the other process


def _tell_other(
    here: Talk, half: Half, institutions: Institutions, gone: Gone | None, decisions: Sequence[Decision], work: Path
) -> None:
    with _share(work, SortedFiles) as share:
        here.tell(share.rewrite(_halved(half, institutions, gone)))
        wordings = here.hear()
        here.tell(share.seen(wordings, decisions))
        share.tell(wordings, here.hear(), decisions)
        pairs, meetings = here.hear()
        here.tell(share.nouns.leave())
        share.pairs.take(pairs)
        share.meetings.take(meetings)
        meet(share.meetings.groups(), share.pairs.add)
        with _full(work.parent), (work / "pairs").open("wb") as file:
            file.writelines(encoded(lines_of_groups(share.pairs.groups(), None)))
        here.tell(None)
