"""Records put away → the bytes of `statements.jsonl`, by two processes that link and two that then tell half each.

What linking found is cut by article, so that each process holds what its next record needs. What all records are asked
for goes to and fro; the rows of both lie in sorted files, of which one process makes the nouns and the other the pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from kg.graph.collection import lines_of_groups, meet
from kg.grouping import SortedFiles
from kg.linking.decisions import Decision
from kg.linking.institutions import Institutions
from kg.linking.link import find
from kg.linking.parts import parts_of, with_parts
from kg.linking.rewrite import Gone
from kg.linking.source import Here, InOrder, Stored
from kg.linking.telling import joined, unsettled
from kg.linking.words import default_words
from kg.model import Issue
from kg.pipeline.beside import Talk, talking_to_two
from kg.pipeline.dividing import Halves, serve
from kg.pipeline.scratch import full, scratch
from kg.pipeline.shares import Rewritable, share
from kg.spool import Spool
from kg.wire import encoded

_HALVES = ("0", "1")  # files of what was found of every second article, and of the others
_PAIRS = "pairs"  # file of the lines of all pairs
_BLOCK = 1 << 20  # bytes that are read at once


class Half(NamedTuple):
    """Every second record, or the others, with what was found: the parts of each in a file."""

    records: Stored
    parts: Path
    institutions: Institutions
    gone: Gone | None

    def rewritable(self) -> Iterator[Rewritable]:
        """The records, each with its part."""
        records = map(self.gone.without, self.records) if self.gone else self.records
        with self.parts.open("rb") as told:
            yield from with_parts(records, told, self.institutions)


class Task(NamedTuple):
    """What both that tell must know: what people decided, how many records there are in all, and the folder."""

    decisions: Sequence[Decision]
    records: int
    work: Path


def statements(
    records: Spool, decisions: Sequence[Decision], ontology: Path, work: Path, problems: Callable[[Issue], None]
) -> Iterator[bytes]:
    """Two processes link, two others tell: what is held for the one is gone before the other begins.

    `ontology` is its folder, `work` one for what waits on disk.
    """
    ordered, task = InOrder(records)[:], Task(decisions, len(records), work)
    with scratch(work, "linking-") as linking:
        with talking_to_two((_link, (ordered, decisions, linking)), (serve, (linking,))) as linker:
            institutions, gone, unmet = linker.hear()
        for half in _HALVES:
            (linking / half).rename(work / half)
    for issue in unmet:
        problems(issue)
    mine, theirs = (Half(ordered[place::2], work / half, institutions, gone) for place, half in enumerate(_HALVES))
    del ordered, institutions, gone
    with talking_to_two((_tell, (mine, task, ontology)), (_tell_other, (theirs, task))) as teller:
        del mine, theirs
        teller.hear()
        records.close()
        while block := teller.hear():
            yield block
        with (work / _PAIRS).open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


# In the other processes


def _link(here: Talk, other: Talk, records: Stored, decisions: Sequence[Decision], work: Path) -> None:
    """Link all records, and write what was found of every second article, and of the others."""
    divide = Halves(other)
    found, gone = find(Here(records, divide, work), decisions, default_words(), work, divide)
    _write_parts(parts_of(found, divide), work)
    other.tell(())
    here.tell((found.institutions, gone, found.unmet))


def _write_parts(parts: Iterable[bytes], work: Path) -> None:
    """What was found of every second article, and of the others."""
    one, other = (work / half for half in _HALVES)
    with full(work), one.open("wb") as even, other.open("wb") as odd:
        for file, part in zip(cycle((even, odd)), parts, strict=False):
            file.write(part + b"\n")


def _tell(here: Talk, other: Talk, half: Half, task: Task, ontology: Path) -> None:
    """Tell one half, then all nouns, in blocks; first that all records were read, in the end nothing."""
    from kg.pipeline.ready import extraction_of

    words, gazetteer = default_words(), extraction_of(ontology).lexicon.gazetteer
    with share(*task, SortedFiles) as mine:
        counts = mine.rewrite(half.rewritable())
        wordings = unsettled([counts, other.hear()], words)
        here.tell(None)
        other.tell(wordings)
        del counts, half
        offices = joined([mine.seen(wordings), other.hear()], task.decisions, words)
        other.tell(offices)
        mine.tell(wordings, offices)
        del wordings, offices
        other.tell((mine.pairs.leave(), mine.meetings.leave()))
        mine.nouns.take(other.hear())
        for block in encoded(lines_of_groups(mine.nouns.groups(), gazetteer, folder=task.work)):
            here.tell(block)
        other.hear()
    here.tell(b"")


def _tell_other(first: Talk, half: Half, task: Task) -> None:
    """Tell the other half, then write all pairs."""
    with share(*task, SortedFiles) as mine:
        first.tell(mine.rewrite(half.rewritable()))
        del half
        wordings = first.hear()
        first.tell(mine.seen(wordings))
        mine.tell(wordings, first.hear())
        del wordings
        pairs, meetings = first.hear()
        first.tell(mine.nouns.leave())
        mine.pairs.take(pairs)
        mine.meetings.take(meetings)
        meet(mine.meetings.groups(), mine.pairs.add)
        with full(task.work.parent), (task.work / _PAIRS).open("wb") as file:
            file.writelines(encoded(lines_of_groups(mine.pairs.groups(), None)))
        first.tell(None)
