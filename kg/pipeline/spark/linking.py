"""Records in a table → what linking asks of all of them, answered on the executors: a `kg.linking.link.Source`.

Each part of the table is read by the same collectors as on one machine, and what they found is joined here. Profiles
meet by their blocking keys in a group-by and are compared there; the pairs that may be one come back, a short list.
"""

from __future__ import annotations

import json
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kg.linking.blocks import keys_of, near, place_in_block
from kg.linking.clusters import Scored, worth_asking
from kg.linking.copies import Copies, print_of
from kg.linking.events import Meeting, meetings_of
from kg.linking.features import Context, Score, score
from kg.linking.institutions import Institutions
from kg.linking.link import Common, Known, profiles_in
from kg.linking.names import Names
from kg.linking.profiles import Key, Profile
from kg.linking.rewrite import Gone
from kg.linking.words import Words, default_words
from kg.pipeline.spark.rows import Row
from kg.pipeline.spark.shipping import Shipped
from kg.pipeline.spark.tables import cores, merged_rows, over, read, rows_of, tasks, write, write_here
from kg.records import Record
from kg.wire import loads

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SOMEBODY = "person/\0"  # stands before a person's own id in an article until the canonical one is known
_PICKLE = (("value", "binary"),)
_COMPARED = (("profiles", "binary"), ("meetings", "binary"))
_ATOM = (("place", "long"), ("profile", "binary"))
_KEYED = (("key", "string"), ("name", "string"), ("first", "string"), *_ATOM)
_SCORED = (("left", "long"), ("right", "long"), ("score", "string"))


class OnExecutors:
    """The records of a table that extraction wrote; `folder` is for what is made of them on the way."""

    def __init__(self, spark: SparkSession, table: Path, folder: Path, gone: Gone | None = None) -> None:
        self._spark, self._table, self._folder, self._gone = spark, table, folder, gone
        self._shipped = Shipped(spark, gone)
        self._steps = 0
        self._compared: Path | None = None

    def __iter__(self) -> Iterator[Record]:
        for _, line in merged_rows(self._table, "article", "line"):
            record = cast("Record", loads(line))
            yield self._gone.without(record) if self._gone else record

    def known(self, words: Words) -> Known:
        copies, institutions, common = Copies(), Institutions(), Common()
        prints: list[tuple[str, str, array[int]]] = []
        for names, texts, seen in self._pickles(take_once):
            institutions.join(names)
            common.join(texts)
            prints += seen
        for found in sorted(prints, key=itemgetter(0)):
            copies.take_print(*found)
        return Known(copies.find(), institutions, common.tokens(), words)

    def common(self) -> frozenset[str]:
        common = Common()
        for _, texts, _ in self._pickles(take_once):
            common.join(texts)
        return common.tokens()

    def profiles(self, known: Known) -> Iterator[Profile]:
        parts = Shipped(self._spark, (known.copies, known.institutions, known.common))
        made = partial(compare_rows, known=parts, gone=self._shipped)
        self._compared = write(over(self._lines(), made, _COMPARED), self._next())
        for (found,) in rows_of(self._compared, "profiles"):
            yield from pickle.loads(found)  # noqa: S301 - made by the executors

    def meetings(self, known: Known, persons: Mapping[Key, str]) -> Iterator[Meeting]:
        if self._compared is None:
            raise ValueError("the profiles come first")
        for (found,) in rows_of(self._compared, "meetings"):
            for meeting in pickle.loads(found):  # noqa: S301 - made by the executors
                article = meeting.key.article
                people = (persons[Key(article, who[len(_SOMEBODY) :])] for who in meeting.people)
                yield replace(meeting, people=frozenset(people))

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterator[Scored]:
        from pyspark.sql import functions as f

        rows = ((place, pickle.dumps(profile)) for place, profile in enumerate(profiles))
        table = write_here(rows, _ATOM, self._next(), 4 * cores(self._spark))
        common = Shipped(self._spark, context.names.common)
        keyed = over(read(self._spark, table), key_rows, _KEYED)
        blocks = keyed.repartition(tasks(self._spark, table), "key").sortWithinPartitions(
            "key", "name", "first", "place"
        )
        scored = over(blocks, partial(score_rows, common=common), _SCORED)
        found = scored.groupBy("left", "right").agg(f.first("score").alias("score"))
        for left, right, told in rows_of(write(found, self._next()), "left", "right", "score"):
            points, reasons = json.loads(told)
            yield left, right, Score(points, tuple(reasons))

    def without(self, gone: Gone) -> OnExecutors:
        return OnExecutors(self._spark, self._table, self._folder / "without", gone)

    def _lines(self) -> Any:
        return read(self._spark, self._table).where("article is not null").select("line")

    def _pickles(self, function: Callable[..., Iterable[Row]]) -> Iterator[Any]:
        table = write(over(self._lines(), partial(function, gone=self._shipped), _PICKLE), self._next())
        return (pickle.loads(value) for (value,) in rows_of(table, "value"))  # noqa: S301 - made by the executors

    def _next(self) -> Path:
        self._steps += 1
        return self._folder / f"linking-{self._steps}"


# On the executors


def records_in(lines: Iterable[Row], gone: Shipped[Gone | None]) -> Iterator[Record]:
    """The records of lines, without what is gone."""
    left_out = gone.get()
    for (line,) in lines:
        record = cast("Record", loads(line))
        yield left_out.without(record) if left_out else record


def take_once(lines: Iterator[Row], *, gone: Shipped[Gone | None]) -> Iterator[Row]:
    """Lines of records → what the collectors found in them: names of institutions and persons, and fingerprints."""
    institutions, common = Institutions(), Common()
    prints = []
    for record in records_in(lines, gone):
        institutions.take(record)
        common.take(record)
        prints.append(print_of(record))
    yield (pickle.dumps((institutions.names(), common.names(), list(filter(None, prints)))),)


def compare_rows(
    lines: Iterator[Row],
    *,
    known: Shipped[tuple[Mapping[str, str], Institutions, frozenset[str]]],
    gone: Shipped[Gone | None],
) -> Iterator[Row]:
    """Lines of records → their profiles, and their meetings with persons by the ids that they have in the article."""
    copies, institutions, common = known.get()
    here = Known(copies, institutions, common, default_words())
    for record in records_in(lines, gone):
        bodies = institutions.of(record)
        ids = {e["id"]: bodies[e["id"]].id if e["id"] in bodies else _SOMEBODY + e["id"] for e in record["entities"]}
        source = copies.get(record["article"], record["article"])
        yield (
            pickle.dumps(list(profiles_in(record, here))),
            pickle.dumps(list(meetings_of(record, ids, source))),
        )


def key_rows(atoms: Iterator[Row]) -> Iterator[Row]:
    """Profiles with their places → the same for each of their blocking keys."""
    for place, pickled in atoms:
        profile = pickle.loads(pickled)  # noqa: S301 - made by the build
        for key in keys_of(profile):
            yield key, *place_in_block(profile), place, pickled


def score_rows(keyed: Iterator[Row], *, common: Shipped[frozenset[str]]) -> Iterator[Row]:
    """Profiles by key, each block in its order → the pairs that may be one."""
    words = default_words()
    context = Context(Names(words, common.get()), words)
    for _, block in groupby(keyed, key=itemgetter(0)):
        members = ((row[3], pickle.loads(row[4])) for row in block)  # noqa: S301 - made by the build
        for (one, ours), (other, theirs) in near(members):
            found = score(ours, theirs, context) if one < other else score(theirs, ours, context)
            if worth_asking(found):
                told = json.dumps([found.points, found.reasons], ensure_ascii=False)
                yield min(one, other), max(one, other), told
