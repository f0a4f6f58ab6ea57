"""Records put away → the bytes of `statements.jsonl`: linked here, then told by two processes, half of them by each.

What linking found is cut by article, so that each process holds what its next record needs. What all records are asked
for goes to and fro; the rows of both lie in sorted files, of which one process makes the nouns and the other the pairs.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.collection import add_nouns, lines_of_groups, meet, statement_lines
from kg.grouping import NewSorter, SortedFiles
from kg.linking.decisions import Decision
from kg.linking.found import Linked
from kg.linking.institutions import Institutions
from kg.linking.link import find, linked
from kg.linking.parts import part_from, parts_of
from kg.linking.rewrite import Gone, rewrite
from kg.linking.source import Here, InOrder, Stored
from kg.linking.telling import Counts, Offices, Seen, joined, put_away, seen, told, unsettled
from kg.linking.words import default_words
from kg.model import Issue
from kg.pipeline.beside import Talk, talking
from kg.pipeline.dividing import MANY, dividing
from kg.records import Record
from kg.spool import Spool
from kg.wire import dumps, loads

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer

Problems = Callable[[Issue], None]
_NOUNS, _PAIRS, _MEETINGS = 32 << 20, 24 << 20, 8 << 20  # bytes of rows that are sorted at once in each process
_BLOCK = 1 << 20


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

    `problems` is told of decisions that name nothing.

    Raises RecordError, LinkError and OutputError as `linked` does, KGError when a process dies.
    """
    if jobs > 1 and len(records) >= MANY and sorter is SortedFiles:
        yield from _by_two(records, decisions, gazetteer, folder, problems)
    else:
        one = partial(dividing, folder, jobs)
        lines = linked(records, decisions=decisions, folder=folder, problems=problems, dividing=one)
        yield from encoded(statement_lines(lines, gazetteer, folder=folder, sorter=sorter))


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines with their ends, as bytes."""
    return (f"{line}\n".encode("utf-8", "surrogatepass") for line in lines)


def _by_two(
    records: Spool,
    decisions: Sequence[Decision],
    gazetteer: Gazetteer,
    folder: Path,
    problems: Problems | None,
) -> Iterator[bytes]:
    words = default_words()
    with _work(folder) as work:
        ordered = InOrder(records)
        with dividing(folder, 2, len(records)) as divide:
            found, gone = find(Here(ordered, divide, folder), decisions, words, folder, divide)
        if problems is not None:
            for issue in found.unmet:
                problems(issue)
        mine, theirs = _halves(ordered, records, found, work)
        institutions = found.institutions
        del found, ordered
        with talking(_tell_other, theirs, institutions, gone, decisions, work) as other, Half(work) as half:
            counts = half.rewrite(mine, institutions, gone)
            wordings = unsettled([counts, other.hear()], words)
            other.tell(wordings)
            offices = joined([half.seen(wordings, decisions), other.hear()], decisions, words)
            other.tell(offices)
            half.tell(wordings, offices, decisions)
            del wordings, offices
            other.tell((half.pairs.leave(), half.meetings.leave()))
            half.nouns.take(other.hear())
            yield from encoded(lines_of_groups(half.nouns.groups(), gazetteer, folder=folder))
            other.hear()
            with (work / "pairs").open("rb") as file:
                while block := file.read(_BLOCK):
                    yield block


@contextmanager
def _work(folder: Path) -> Iterator[Path]:
    work = Path(tempfile.mkdtemp(prefix="telling-", dir=folder))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


Share = tuple[Stored, Path]  # records, and a file of what was found of each


def _halves(ordered: InOrder, records: Spool, found: Linked, work: Path) -> tuple[Share, Share]:
    """Every second record, with what was found of it, and the others."""
    parts = parts_of(found)
    ahead = next(parts, None)
    with (work / "0").open("wb") as one, (work / "1").open("wb") as other:
        for number, place in enumerate(ordered.places):
            mine = ahead is not None and ahead[0] == records.article(place)
            (other if number % 2 else one).write(dumps(ahead[1] if ahead and mine else {}) + b"\n")
            if mine:
                ahead = next(parts, None)
    return (ordered[::2], work / "0"), (ordered[1::2], work / "1")


class Half:
    """One share of the records, step by step until its rows lie in sorted files."""

    def __init__(self, work: Path) -> None:
        self._words = default_words()
        self._away = Spool(work)
        self.nouns = SortedFiles(work, memory=_NOUNS)
        self.pairs = SortedFiles(work, memory=_PAIRS)
        self.meetings = SortedFiles(work, memory=_MEETINGS)

    def __enter__(self) -> Half:
        return self

    def __exit__(self, *failed: object) -> None:
        self._away.__exit__(None, None, None)

    def rewrite(self, given: Share, institutions: Institutions, gone: Gone | None) -> Counts:
        """Put the records away with their canonical ids; returns how they call offices."""
        return put_away(_rewritten(given, institutions, gone), self._away, self._words)

    def seen(self, wordings: Counts, decisions: Sequence[Decision]) -> Seen:
        """Who is seen in which office."""
        return seen(self._away, wordings, decisions, self._words)

    def tell(self, wordings: Counts, offices: Offices, decisions: Sequence[Decision]) -> None:
        """Give the nouns as rows."""
        for record in told(self._away, wordings, offices, decisions, self._words):
            add_nouns(record, self.nouns.add, self.meetings.add, self.pairs.add)


def _rewritten(given: Share, institutions: Institutions, gone: Gone | None) -> Iterator[Record]:
    records, parts = given
    with parts.open("rb") as found:
        for record, part in zip(map(gone.without, records) if gone else records, found, strict=True):
            yield rewrite(record, part_from(record["article"], loads(part), institutions))


# In the other process


def _tell_other(
    here: Talk,
    given: Share,
    institutions: Institutions,
    gone: Gone | None,
    decisions: Sequence[Decision],
    work: Path,
) -> None:
    with Half(work) as half:
        here.tell(half.rewrite(given, institutions, gone))
        wordings = here.hear()
        here.tell(half.seen(wordings, decisions))
        half.tell(wordings, here.hear(), decisions)
        pairs, meetings = here.hear()
        here.tell(half.nouns.leave())
        half.pairs.take(pairs)
        half.meetings.take(meetings)
        meet(half.meetings.groups(), half.pairs.add)
        with (work / "pairs").open("wb") as file:
            file.writelines(encoded(lines_of_groups(half.pairs.groups(), None)))
        here.tell(None)
