"""Records put away → the bytes of `statements.jsonl`: linked, then told, by this process or by others beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.collection import lines_of_groups, meet
from kg.grouping import NewSorter, SortedFiles
from kg.linking.decisions import Decision
from kg.linking.link import find
from kg.linking.parts import parts_of, with_parts
from kg.linking.source import Here, InOrder
from kg.linking.telling import joined, unsettled
from kg.linking.words import default_words
from kg.model import Issue
from kg.pipeline import by_two
from kg.pipeline.dividing import MANY, dividing
from kg.pipeline.scratch import scratch
from kg.pipeline.shares import share
from kg.spool import Spool
from kg.wire import encoded

if TYPE_CHECKING:
    from kg.lexicon.compile import Lexicon

Problems = Callable[[Issue], None]


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
    problems = problems or _unheard
    with scratch(folder, "telling-") as work:
        if jobs > 1 and len(records) >= MANY and sorter is SortedFiles:
            yield from by_two.statements(records, decisions, lexicon.ontology.root, work, problems)
        else:
            yield from _alone(records, decisions, lexicon, work, problems, jobs, sorter)


def _unheard(_: Issue) -> None:
    """For nobody who asks for problems."""


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
    with share(decisions, len(records), work, sorter) as mine:
        told_of = map(gone.without, ordered) if gone else ordered
        counts = mine.rewrite(with_parts(told_of, parts_of(found), found.institutions))
        wordings = unsettled([counts], words)
        del found, told_of, ordered, counts
        records.close()
        mine.tell(wordings, joined([mine.seen(wordings)], decisions, words))
        meet(mine.meetings.groups(), mine.pairs.add)
        rows = chain(mine.nouns.groups(), mine.pairs.groups())
        yield from encoded(lines_of_groups(rows, lexicon.gazetteer, folder=work))
