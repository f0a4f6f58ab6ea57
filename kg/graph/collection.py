"""Linked records → the lines of `statements.jsonl`: statements of one content are one, with all their evidence.

The records may come in any order and in any number: rows of single nouns are sorted on disk, then merged noun by noun.
Of one statement told with different care, the best evidence gives the confidence.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.graph.context import Surroundings
from kg.graph.knowledge_base import KINDS, Node, node_from, node_line, node_value
from kg.graph.merging import MERGERS
from kg.graph.nouns import nouns_of
from kg.grouping import NewSorter, SortedFiles
from kg.ids import mint
from kg.model import Entity, Event, Participation
from kg.records import Record
from kg.wire import loads

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer

# What the others are written between comes first: a region is written before the entities that name it.
_ORDER = ("entity", "event", "article", "post", "posting", "participation", "cooccurrence")
_WAIT = ("entity", "event")  # until what stands before them in the file is written
_RANK = {kind: str(rank) for rank, kind in enumerate(_ORDER)}
_MEMORY = 64 << 20  # bytes of rows that are sorted at once
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
            add_nouns(record, rows.add, meetings.add)
        add_meetings(meetings.groups(), rows.add)
        yield from lines_of_groups(rows.groups(), gazetteer, folder=folder)


Groups = Iterator[tuple[str, list[str]]]
Add = Callable[[str, str], None]


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
                named = (node_from(kind, loads(line)) for line in _lines(entities))
                yield from (node_line(kind, entity) for entity in around.entities(named))
            elif kind == "event":
                yield from (f'{{"node":"event",{line[1:]}' for line in _lines(events))
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
            noun = _merge(kind, values)
            if isinstance(noun, Entity | Event):
                around.take(noun)
            waiting[kind].write(node_value(noun) + "\n")


def _merged(kind: str, groups: Groups) -> Iterator[str]:
    if kind == "cooccurrence":
        yield from (_together(key, values) for key, values in groups)
        return
    for _, values in groups:
        yield f'{{"node":"{kind}",{values[0][1:]}' if len(values) == 1 else node_line(kind, _merge(kind, values))


def _merge(kind: str, values: list[str]) -> Node:
    distinct = {value: node_from(kind, loads(value)) for value in values}
    merged: Node = MERGERS[kind]([distinct[value] for value in values]) if len(values) > 1 else distinct[values[0]]
    return merged


def add_nouns(record: Record, row: Add, meeting: Add) -> None:
    """Give each noun of a record as a row, and who took part in which event as rows for `add_meetings`."""
    for kind, noun in nouns_of(record):
        row(f"{_RANK[kind]}{_key(noun.id)}", node_value(noun))
        if isinstance(noun, Event):
            for report in noun.reports:
                meeting(_key(noun.id), f"r{_text(report)}")
        elif isinstance(noun, Participation) and noun.status != "rejected":
            meeting(_key(noun.event), f"p{_text(noun.participant)}")
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for pair in record["cooccurrences"]:
        left, right = pair["between"]
        if left != right and pair["scope"] != "event":
            counts[(pair["scope"], left, right) if left < right else (pair["scope"], right, left)] += pair["count"]
    article = _text(record["article"])
    quoted = {entity["id"]: _text(entity["id"]) for entity in record["entities"]}
    for (scope, left, right), count in counts.items():
        pair_key = _pair_key(scope, left, right, quoted.get(left) or _text(left), quoted.get(right) or _text(right))
        row(pair_key, f"{count}\t\t{article}")


def add_meetings(meetings: Groups, row: Add) -> None:
    """Two who took part in the same events: how many events, which, and which articles tell of them."""
    for event, values in meetings:
        participants = sorted({json.loads(value[1:]) for value in values if value[0] == "p"})
        quoted = {participant: _text(participant) for participant in participants}
        reports = "\t".join(sorted({value[1:] for value in values if value[0] == "r"}))
        told = f"1\t{_text(_id(event))}\t\t{reports}"
        for left, right in combinations(participants, 2):
            row(_pair_key("event", left, right, quoted[left], quoted[right]), told)


def _pair_key(scope: str, left: str, right: str, *quoted: str) -> str:
    """What the rows of a pair in a scope share: the id of the co-occurrence, then scope and ends as JSON has them."""
    return "\t".join((_RANK["cooccurrence"] + mint("cooccurrence", scope, left, right), _text(scope), *quoted))


def _pair(values: list[str]) -> tuple[int, list[str], list[str]]:
    """All that was told of a pair in a scope: the count, and events and articles as JSON has them.

    A row is the count, then the events, then behind an empty field the articles.
    """
    count, events, articles = 0, set(), set()
    for value in values:
        told = value.split("\t")
        gap = told.index("")
        count += int(told[0])
        events.update(told[1:gap])
        articles.update(told[gap + 1 :])
    return count, sorted(events), sorted(articles)


def _together(key: str, values: list[str]) -> str:
    """One line of all that was told of a pair in a scope; the parts are JSON already."""
    name, scope, left, right = key.split("\t")
    count, events, articles = _pair(values)
    return (
        f'{{"node":"cooccurrence","id":"{name[1:]}","between":[{left},{right}],"scope":{scope},"count":{count},'
        f'"articles":[{",".join(articles)}],"events":[{",".join(events)}]}}'
    )


def _key(identifier: str) -> str:
    """An id as a key to sort by; one that is no single line is written as JSON behind a mark."""
    return identifier if "\n" not in identifier and "\0" not in identifier else f"\1{_text(identifier)}"


def _id(key: str) -> str:
    return str(json.loads(key[1:])) if key.startswith("\1") else key


_text = json.JSONEncoder(ensure_ascii=False).encode


def _waiting(folder: Path | None) -> IO[str]:
    return tempfile.SpooledTemporaryFile(
        _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline="\n", dir=str(folder) if folder else None
    )


def _lines(file: IO[str]) -> Iterator[str]:
    file.seek(0)
    return (line[:-1] for line in file)
