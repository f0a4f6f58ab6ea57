"""Records and what linking found → the nouns of linked records, in a table, made on the executors.

Each record is joined with its own part of what was found. What all records must be asked for (how an office is called
most, who held it when) is gathered in each part of the table, joined here, and sent out again.
"""

from __future__ import annotations

import json
import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kg.graph.collection import add_nouns
from kg.linking.conflicts import Conflicts, Rivals
from kg.linking.decisions import Decision
from kg.linking.holders import Holders, Sightings
from kg.linking.institutions import Institutions
from kg.linking.posts import Wordings
from kg.linking.profiles import Key
from kg.linking.rewrite import Gone, Linked, rewrite
from kg.linking.words import default_words
from kg.pipeline.spark.rows import Row
from kg.pipeline.spark.shipping import Shipped
from kg.pipeline.spark.tables import cores, over, read, rows_of, write, write_here
from kg.records import PossibleRecord, Record
from kg.wire import dumps, loads

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_PART = (("article", "string"), ("part", "string"))
_LINE = (("line", "string"),)
_PICKLE = (("value", "binary"),)
NOUNS = (("meeting", "int"), ("key", "string"), ("value", "string"))


def tell(
    spark: SparkSession, table: Path, found: Linked, gone: Gone | None, decisions: Sequence[Decision], folder: Path
) -> Path:
    """Write the nouns of all linked records: rows for `kg.graph.collection`, those of meetings marked with 1."""
    parts = write_here(parts_of(found), _PART, folder / "parts", 4 * cores(spark))
    sent = Shipped(spark, (found.institutions, gone))
    records = read(spark, table).where("article is not null").select("article", "line")
    joined = records.join(read(spark, parts), "article", "left").select("line", "part")
    rewritten = write(over(joined, partial(rewrite_rows, found=sent), _LINE), folder / "rewritten")
    lines = read(spark, rewritten)

    words = default_words()
    wordings = Wordings(words)
    for counts in _pickles(write(over(lines, count_rows, _PICKLE), folder / "wordings")):
        wordings.join(counts)
    called = Shipped(spark, {office: labels for office, labels in wordings.counts().items() if len(labels) > 1})

    conflicts = Conflicts(decisions, words)
    holders = Holders(words, conflicts.rejected)
    made = partial(see_rows, called=called, decisions=tuple(decisions))
    for rivals, sightings in _pickles(write(over(lines, made, _PICKLE), folder / "seen")):
        conflicts.join(rivals)
        holders.join(sightings)
    known = Shipped(spark, (conflicts.rivals(), holders.known()))
    done = partial(noun_rows, called=called, known=known, decisions=tuple(decisions))
    return write(over(lines, done, NOUNS), folder / "nouns")


def parts_of(found: Linked) -> Iterator[Row]:
    """What was found of each article, as JSON: ids, reasons and open questions of its mentions."""
    mentions: dict[str, list[Key]] = defaultdict(list)
    for key in (*found.person_ids, *found.event_ids):
        mentions[key.article].append(key)
    for article in found.copies:
        mentions.setdefault(article, [])
    named = defaultdict(dict)  # type: dict[str, dict[str, tuple[str, str]]]
    for key, name in found.names.items():
        named[key.article][key.local] = name
    for article in sorted({*mentions, *named}):
        keys = mentions.get(article, [])
        persons = {key.local: found.person_ids[key] for key in keys if key in found.person_ids}
        events = {key.local: found.event_ids[key] for key in keys if key in found.event_ids}
        ids = {*persons.values(), *events.values()}
        told = {
            "persons": persons,
            "events": events,
            "alone": [key.local for key in keys if key in found.alone],
            "why": {key.local: why for key in keys if (why := found.why(key))},
            "open": {name: found.open[name] for name in sorted(ids) if name in found.open},
            "names": named.get(article, {}),
            "copy_of": found.copies.get(article),
        }
        yield article, json.dumps(told, ensure_ascii=False)


def _pickles(table: Path) -> Iterator[Any]:
    return (pickle.loads(value) for (value,) in rows_of(table, "value"))  # noqa: S301 - made by the executors


# On the executors


@dataclass(frozen=True)
class Part:
    """What linking found of one article: `kg.linking.rewrite.Findings`."""

    institutions: Institutions
    copies: Mapping[str, str]
    person_ids: Mapping[Key, str]
    event_ids: Mapping[Key, str]
    names: Mapping[Key, tuple[str, str]]
    alone: AbstractSet[Key]
    open: Mapping[str, list[PossibleRecord]]
    reasons: Mapping[Key, str]

    def why(self, key: Key) -> str | None:
        """The best reason why a mention is linked to another article's."""
        return self.reasons.get(key)


def part_from(article: str, told: Any, institutions: Institutions) -> Part:
    """What `parts_of` wrote of an article; an article of which it wrote nothing has institutions only."""

    def by_key(name: str) -> dict[Key, Any]:
        return {Key(article, local): value for local, value in told.get(name, {}).items()}

    return Part(
        institutions=institutions,
        copies={article: told["copy_of"]} if told.get("copy_of") else {},
        person_ids=by_key("persons"),
        event_ids=by_key("events"),
        names=by_key("names"),
        alone={Key(article, local) for local in told.get("alone", ())},
        open=told.get("open", {}),
        reasons=by_key("why"),
    )


def rewrite_rows(rows: Iterator[Row], *, found: Shipped[tuple[Institutions, Gone | None]]) -> Iterator[Row]:
    """Lines of records with what was found of them → lines of rewritten records."""
    institutions, gone = found.get()
    for line, part in rows:
        record = cast("Record", loads(line))
        if gone:
            record = gone.without(record)
        told = part_from(record["article"], loads(part) if part else {}, institutions)
        yield (dumps(rewrite(record, told)).decode(),)


def count_rows(lines: Iterator[Row]) -> Iterator[Row]:
    """Lines of rewritten records → the wordings of offices in them, counted."""
    wordings = Wordings(default_words())
    for record in _records(lines):
        wordings.take(record)
    yield (pickle.dumps(wordings.counts()),)


def see_rows(lines: Iterator[Row], *, called: Shipped[Any], decisions: Sequence[Decision]) -> Iterator[Row]:
    """Lines of rewritten records → who was seen in which office."""
    words = default_words()
    wordings, conflicts = Wordings(words), Conflicts(decisions, words)
    holders = Holders(words, conflicts.rejected)
    wordings.join(called.get())
    for record in _records(lines):
        renamed = wordings.renamed(record)
        conflicts.take(renamed)
        holders.take(renamed, record)
    yield (pickle.dumps((conflicts.seen(), holders.seen())),)


def noun_rows(
    lines: Iterator[Row],
    *,
    called: Shipped[Any],
    known: Shipped[tuple[Rivals, Sightings]],
    decisions: Sequence[Decision],
) -> Iterator[Row]:
    """Lines of rewritten records → rows of NOUNS."""
    words = default_words()
    rivals, sightings = known.get()
    wordings, conflicts = Wordings(words), Conflicts(decisions, words, rivals)
    holders = Holders(words, conflicts.rejected)
    wordings.join(called.get())
    holders.join(sightings)
    rows: list[Row] = []

    def row(key: str, value: str) -> None:
        rows.append((0, key, value))

    def meeting(key: str, value: str) -> None:
        rows.append((1, key, value))

    for record in _records(lines):
        add_nouns(holders.with_holders(conflicts.marked(wordings.renamed(record))), row, meeting)
        yield from rows
        rows.clear()


def _records(lines: Iterable[Row]) -> Iterator[Record]:
    return (cast("Record", loads(line)) for (line,) in lines)
