"""KnowledgeBase → what fits a screen: the figures that the first sentences are made of, and the heads of four tables.

Everything shown is a part of the sections; only the office of a person is added, since a name alone says little.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.graph.incidence import Actors
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics import sections
from kg.graph.statistics.options import Options
from kg.graph.statistics.rankings import order_by
from kg.graph.statistics.stability import places
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Column, Section, Table, Value, section, table, untracked

MADE = ("contents", "actors", "ties", "coverage", "silence")
KINDS: tuple[Actors, ...] = ("institutions", "persons")
SHOWN = (  # section, table, what it is called here, columns, rows
    ("actors", "ranking", "leading", "name office class events degree:met", 8),
    ("actors", "conveners", "conveners", "name guests", 4),
    ("coverage", "regions", "regions", "region articles outlets first last events", 6),
)


@dataclass(frozen=True)
class Overview:
    """Sections by name, the leaders of institutions and persons, and the tables to show."""

    sections: Mapping[str, Section]
    sure: Mapping[str, Section]
    tables: tuple[Section, ...]


def overview(
    base: KnowledgeBase, options: Options, *, track: Callable[[Iterable[Any], str], Iterable[Any]] = untracked
) -> Overview:
    """Compute what fits a screen."""
    most = max(rows for *_, rows in SHOWN)
    found = {part.name: part for part in sections(base, dataclasses.replace(options, top=most), MADE, track=track)}
    tables = []
    for name, wanted, called, columns, rows in SHOWN:
        for made in found[name].tables:
            if made.name == wanted:
                told = _with_office(base, made) if wanted == "ranking" else made
                tables.append(Section(name, {}, (_head(told, called, columns.split(), rows),)))
    return Overview(found, {kind: _leaders(Subject(base, kind), most) for kind in KINDS}, tuple(tables))


def _head(made: Table, name: str, columns: list[str], most: int) -> Table:
    """The first rows under another name, of some columns in an order, written `key` or `key:name`."""
    known = {column.key: n for n, column in enumerate(made.columns)}
    chosen = [(known[key], called or key) for key, _, called in (column.partition(":") for column in columns)]
    rows = tuple(tuple(row[n] for n, _ in chosen) for row in made.rows[:most])
    kept = tuple(Column(called, made.columns[n].kind) for n, called in chosen)
    return Table(name, kept, rows, made.more + len(made.rows) - len(rows))


def _with_office(base: KnowledgeBase, made: Table) -> Table:
    """The table with the office in which each was last seen; nobody is in one that he is only said to have had."""
    who = next(n for n, column in enumerate(made.columns) if column.key == "id")
    shown = {row[who] for row in made.rows}
    offices: dict[str, tuple[str, str]] = {}
    for held in base.postings.values():
        if held.person in shown and held.status == "accepted" and not held.former:
            seen = (held.last_seen or held.start_asserted or "", base.posts[held.post].label)
            offices[held.person] = max(seen, offices.get(held.person, ("", "")))
    rows: list[tuple[Value, ...]] = [(*row, offices.get(str(row[who]), ("", None))[1]) for row in made.rows]
    return Table(made.name, (*made.columns, Column("office")), tuple(rows), made.more)


def _leaders(subject: Subject, most: int) -> Section:
    """The first of a graph by weighted degree, with the places that they share with their equals."""
    values = np.asarray(subject.ties.sum(axis=1)).ravel()
    order = order_by(values, subject)[:most]
    first, last = places(values, np.array(order, dtype=np.int64))
    rows = [
        (f"{best}–{worst}" if best != worst else str(best), subject.name(actor), float(values[actor]))
        for actor, best, worst in zip(order, first.tolist(), last.tolist(), strict=True)
    ]
    return section("leaders", {}, [table("ranges", "rank name value:number", rows)])
