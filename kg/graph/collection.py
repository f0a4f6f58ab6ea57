"""Linked records → the lines of `statements.jsonl`: statements of one content are one, with all their evidence.

The records may come in any order and in any number: rows of single nouns are sorted on disk, then merged noun by noun.
Of one statement told with different care, the best evidence gives the confidence.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.graph.context import Surroundings
from kg.graph.fields import reader_of
from kg.graph.knowledge_base import KINDS, Node, named, node_line, node_value
from kg.graph.merging import MERGERS
from kg.graph.nouns import nouns_of
from kg.graph.pairs import Add, Groups, Met, add_meetings, add_pairs, key_of, line_of, text_of
from kg.grouping import NewSorter, SortedFiles
from kg.records import CoOccurrenceRecord, Record
from kg.wire import dumps

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer

# What the others are written between comes first: a region is written before the entities that name it.
_ORDER = ("entity", "event", "article", "post", "posting", "participation", "cooccurrence")
_WAIT = ("entity", "event")  # until what stands before them in the file is written
_RANK = {kind: str(rank) for rank, kind in enumerate(_ORDER)}
_MEMORY = 64 << 20  # bytes of rows that are sorted at once
_READERS = {kind: reader_of(KINDS[kind]) for kind in MERGERS}
_IN_MEMORY = 16 << 20  # bytes of one kind that wait in memory for their place


def statement_lines(
    records: Iterable[Record],
    gazetteer: Gazetteer | None = None,
    *,
    folder: Path | None = None,
    sorter: NewSorter = SortedFiles,
) -> Iterator[str]:
    """The lines of a knowledge base of linked records, by kind and id, without their ends.

    With a gazetteer, the superior units and the regions of everything that is mentioned come with them. What does not
    fit in memory waits in `folder`, sorted by `sorter`. Raises OutputError when the disk is full.
    """
    with sorter(folder, memory=_MEMORY) as rows, sorter(folder, memory=_MEMORY // 4) as meetings:
        for record in records:
            add_nouns(record, rows.add, meetings.add, rows.add)
        meet(meetings.groups(), rows.add)
        yield from lines_of_groups(rows.groups(), gazetteer, folder=folder)


def lines_of_groups(groups: Groups, gazetteer: Gazetteer | None, *, folder: Path | None = None) -> Iterator[str]:
    """The lines of all rows by key."""
    return _in_order(_kinds(groups), gazetteer, folder, _merged)


def lines_of_finished(
    rows: Iterable[tuple[str, str]], gazetteer: Gazetteer | None, *, folder: Path | None = None
) -> Iterator[str]:
    """The same of what `finished` made of the rows of each key."""
    groups = ((key, [value]) for key, value in rows)
    return _in_order(_kinds(groups), gazetteer, folder, lambda _, made: (value for _, (value,) in made))


def finished(key: str, values: list[str]) -> str:
    """The line of all rows of a key; of an entity or event, whose surroundings are not known yet, one row."""
    kind = _ORDER[int(key[0])]
    if kind in _WAIT:
        return values[0] if len(values) == 1 else node_value(_merge(kind, values))
    return next(_merged(kind, iter([(key, values)])))


def _kinds(groups: Groups) -> Iterator[tuple[str, Groups]]:
    return ((_ORDER[rank], same) for rank, same in groupby(groups, key=lambda group: int(group[0][0])))


def _in_order(
    kinds: Iterator[tuple[str, Groups]],
    gazetteer: Gazetteer | None,
    folder: Path | None,
    merged: Callable[[str, Groups], Iterator[str]],
) -> Iterator[str]:
    """The lines in the order of the file; entities and events wait until it is their turn."""
    with _waiting(folder) as entities, _waiting(folder) as events:
        around = Surroundings(gazetteer)
        rest = _sections(kinds, {"entity": entities, "event": events}, around)
        following = next(rest, None)
        for kind in KINDS:
            if kind == "region":
                yield from (node_line("region", region) for region in around.regions())
            elif kind == "entity":
                yield from around.entities(_lines(entities))
            elif kind == "event":
                yield from (named(kind, line) for line in _lines(events))
            elif following is not None and following[0] == kind:
                yield from merged(*following)
                following = next(rest, None)


def _sections(
    kinds: Iterator[tuple[str, Groups]], waiting: dict[str, IO[str]], around: Surroundings
) -> Iterator[tuple[str, Groups]]:
    """The kinds that are written as they come; those that wait are put away on the way."""
    for kind, groups in kinds:
        if kind not in waiting:
            yield kind, groups
            continue
        for _, values in groups:
            line = values[0] if len(values) == 1 else node_value(_merge(kind, values))
            around.take(kind, line)
            waiting[kind].write(f"{line}\n")


def _merged(kind: str, groups: Groups) -> Iterator[str]:
    if kind == "cooccurrence":
        yield from (line_of(key[1:], values) for key, values in groups)
        return
    for _, values in groups:
        yield named(kind, values[0]) if len(values) == 1 else node_line(kind, _merge(kind, values))


def _merge(kind: str, values: list[str]) -> Node:
    read = _READERS[kind]
    distinct = {value: read(value) for value in set(values)}
    told = values if len(distinct) > 1 else values[:2]  # told again in the same words, it is no more
    merged: Node = MERGERS[kind]([distinct[value] for value in told])
    return merged


def add_nouns(record: Record, row: Add, meeting: Add, pair: Add, met: Collection[str] = ()) -> None:
    """Give each noun of a record as a row, who took part in which event as rows for `meet`, and each pair as a row.

    `met` are the events of which `add_together` told.
    """
    for kind, noun in nouns_of(record):
        row(f"{_RANK[kind]}{key_of(noun['id'])}", dumps(noun).decode("utf-8", "surrogatepass"))
        if kind == "event":
            if noun["id"] not in met:
                for report in noun["reports"]:
                    meeting(key_of(noun["id"]), f"r{text_of(report)}")
        elif kind == "participation" and noun["status"] != "rejected" and noun["event"] not in met:
            meeting(key_of(noun["event"]), f"p{text_of(noun['participant'])}")
    add_together(record["article"], record["cooccurrences"], pair)


def add_together(
    article: str,
    together: Iterable[CoOccurrenceRecord],
    pair: Add,
    ids: Mapping[str, str] | None = None,
    met: Iterable[Met] = (),
) -> None:
    """Give each pair of an article as a row; `ids` are the ids of those whom it calls by others.

    `met` are events that no other article tells of, with who took part in them.
    """
    add_pairs(article, together, _pairs_to(pair), ids, met)


def meet(meetings: Groups, pair: Add) -> None:
    """Give two who took part in the same events as rows."""
    add_meetings(meetings, _pairs_to(pair))


def _pairs_to(row: Add) -> Add:
    return lambda pair, told: row(f"{_RANK['cooccurrence']}{pair}", told)


def _waiting(folder: Path | None) -> IO[str]:
    return tempfile.SpooledTemporaryFile(
        _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline="\n", dir=str(folder) if folder else None
    )


def _lines(file: IO[str]) -> Iterator[str]:
    file.seek(0)
    return (line[:-1] for line in file)
