"""Profiles and meetings → the pairs that may be one: those that share a blocking key meet in a group-by.

What comes back is a short list; the best first join here, as on one machine.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.linking.blocks import keys_of, near, place_in_block
from kg.linking.comparison import Context
from kg.linking.features import Score, score
from kg.linking.links import Link
from kg.linking.meetings import (
    REPORTED_WITHIN,
    Meeting,
    blocks_of,
    is_vague,
    link_of,
    near_in_block,
    reported_in,
    vague_pairs,
)
from kg.linking.names import Names
from kg.linking.profiles import Key, Profile
from kg.linking.scoring import Scored, worth_asking
from kg.linking.words import default_words
from kg.pipeline.spark.rows import Row, Rows
from kg.pipeline.spark.shipping import Shipped
from kg.pipeline.spark.tables import cores, over, read, rows_of, tasks, write, write_here

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_ATOM = (("place", "long"), ("pickled", "binary"))
_KEYED = (("key", "string"), ("first", "string"), ("second", "string"), *_ATOM)  # in a block by first, second, place
_SCORED = (("left", "long"), ("right", "long"), ("score", "string"))
_VAGUE = "v "  # begins the key of a block of meetings of which one does not say its day; no other key does


def score_profiles(
    spark: SparkSession, profiles: Sequence[Profile], common: frozenset[str], folder: Path
) -> Iterator[Scored]:
    """What `kg.linking.scoring.score_pairs` gives, in any order; `common` are the tokens of many names."""
    compare = partial(score_rows, common=Shipped(spark, common))
    for left, right, told in _compared(spark, profiles, key_rows, compare, folder):
        points, reasons = json.loads(told)
        yield left, right, Score(points, tuple(reasons))


def link_meetings(spark: SparkSession, meetings: Sequence[Meeting], folder: Path) -> Iterator[Link]:
    """What `kg.linking.reports.score_meetings` gives, in any order."""
    for left, right, told in _compared(spark, meetings, meeting_key_rows, link_rows, folder):
        points, words = json.loads(told)
        yield Link(meetings[left].key, meetings[right].key, points, words)


def _compared(
    spark: SparkSession, values: Sequence[Profile] | Sequence[Meeting], keys: Rows, compare: Rows, folder: Path
) -> Iterator[Row]:
    """Pairs of places in the sequence with what `compare` says of them, each once."""
    from pyspark.sql import functions as f

    folder.mkdir()
    rows = ((place, pickle.dumps(value)) for place, value in enumerate(values))
    table = write_here(rows, _ATOM, folder / "atoms", 4 * cores(spark))
    blocks = over(read(spark, table), keys, _KEYED).repartition(tasks(spark, table), "key")
    scored = over(blocks.sortWithinPartitions("key", "first", "second", "place"), compare, _SCORED)
    pairs = scored.groupBy("left", "right").agg(f.first("score").alias("score"))
    return rows_of(write(pairs, folder / "pairs"), "left", "right", "score")


# On the executors


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
                yield min(one, other), max(one, other), _text([found.points, found.reasons])


def meeting_key_rows(atoms: Iterator[Row]) -> Iterator[Row]:
    """Meetings with their places → the same for each of their blocks; those of vague ones in order of day."""
    for place, pickled in atoms:
        meeting = pickle.loads(pickled)  # noqa: S301 - made by the build
        for key in blocks_of(meeting):
            yield key, meeting.name, "", place, pickled
        reported = reported_in(meeting)
        if reported:
            where, day = reported
            for later in range(REPORTED_WITHIN + 1):
                begins = date.fromisoformat(day).toordinal() - later
                yield f"{_VAGUE}{where} {begins}", str(later), "", place, pickled


def link_rows(keyed: Iterator[Row]) -> Iterator[Row]:
    """Meetings by block, each block in its order → the pairs that may be one."""
    for key, block in groupby(keyed, key=itemgetter(0)):
        places: dict[Key, int] = {}
        found: dict[Key, Meeting] = {}
        here: list[Meeting] = []  # reported on the very day that the block begins with
        for _, later, _, place, pickled in block:
            meeting = pickle.loads(pickled)  # noqa: S301 - made by the build
            places[meeting.key], found[meeting.key] = place, meeting
            if later == "0":
                here.append(meeting)
        everything = list(found.values())
        pairs = vague_pairs(here, everything, is_vague) if key.startswith(_VAGUE) else near_in_block(everything)
        met = {(min(a.key, b.key), max(a.key, b.key)) for a, b in pairs if a.key.article != b.key.article}
        for one, other in met:
            link = link_of(found[one], found[other])
            if link:
                yield places[one], places[other], _text([link.points, link.words])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
