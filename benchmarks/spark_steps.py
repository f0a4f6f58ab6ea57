"""What each step of a build on Spark costs a core: the executors' functions, run here one after another.

    python -m benchmarks.spark_steps [ARTICLES]

Prints processor time by step, rows and bytes that a step hands on, and what remains for the driver.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.corpus import articles
from kg.graph.collection import lines_of_finished
from kg.lexicon.compile import load_lexicon
from kg.linking.comparison import Context
from kg.linking.features import Score
from kg.linking.link import find
from kg.linking.links import Link
from kg.linking.meetings import Meeting
from kg.linking.parts import parts_of
from kg.linking.profiles import Profile
from kg.linking.rows import ArticleRow
from kg.linking.scoring import Scored
from kg.linking.source import Here, Known
from kg.linking.telling import joined, unsettled
from kg.linking.words import Words, default_words
from kg.model import Article
from kg.pipeline.spark import collecting, comparing, extraction, linking, telling
from kg.pipeline.spark.rows import Row


@dataclass
class Held:
    """A value that is here already, as `kg.pipeline.spark.shipping.Shipped` gives it."""

    value: Any

    def get(self) -> Any:
        return self.value


class Asked(Here):
    """Remembers what it was asked to compare."""

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterable[Scored]:
        self.asked = profiles
        return super().scores(profiles, context)

    def links(self, meetings: Sequence[Meeting]) -> Iterable[Link]:
        self.met = meetings
        return super().links(meetings)


class Answered(Here):
    """What the executors have answered."""

    def __init__(
        self, known: Known, compared: list[tuple[str, bytes]], scores: list[Scored], links: list[Link]
    ) -> None:
        super().__init__(())
        self._answers = (known, compared, scores, links)

    def known(self, words: Words) -> Known:
        return self._answers[0]

    def compared(self, known: Known) -> Iterator[ArticleRow]:
        return (ArticleRow.unpack(row) for _, row in self._answers[1])

    def scores(self, profiles: Sequence[Profile], context: Context) -> list[Scored]:
        return self._answers[2]

    def links(self, meetings: Sequence[Meeting]) -> list[Link]:
        return self._answers[3]


class Clock:
    """Runs steps and prints what each took for each article."""

    def __init__(self, count: int) -> None:
        self._count = count

    def run(self, name: str, step: Callable[[], Iterable[Any]]) -> list[Any]:
        started = time.process_time()
        rows = list(step())
        passed = time.process_time() - started
        size = sum(
            len(value) for row in rows if isinstance(row, tuple) for value in row if isinstance(value, str | bytes)
        )
        each = (1e3 * passed / self._count, len(rows) / self._count, size / self._count)
        print("{:34} {:7.2f} ms {:7.1f} rows {:8.0f} B".format(name, *each))
        return rows


def by_key(rows: Iterable[Row]) -> Iterator[Row]:
    """As a shuffle gives them."""
    return iter(sorted(rows))


def main() -> int:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=2000)
    count = parser.parse_args().articles
    clock, words, nobody = Clock(count), default_words(), Held(None)
    basis = extraction.basis()
    given = [(1, json.dumps(_fields(made)), None) for made in articles(count)]
    next(iter(extraction.extract_rows(iter(given[:1]), basis=basis)))  # the lexicon is read before
    done = clock.run("extract", lambda: extraction.extract_rows(iter(given), basis=basis))
    lines = [(line,) for _, line, _ in done if line]
    clock.run("names and fingerprints", lambda: linking.take_once(iter(lines), gone=nobody))
    records = [json.loads(line) for (line,) in lines]
    here = Asked(records)
    known = here.known(words)
    compared = Held((known.copies, known.institutions, known.common))
    made = clock.run("profiles and meetings", lambda: linking.compare_rows(iter(lines), known=compared, gone=nobody))
    find(here, (), words)
    meetings = list(here.met)
    atoms = [(place, pickle.dumps(profile)) for place, profile in enumerate(here.asked)]
    keyed = clock.run("persons by blocking key", lambda: comparing.key_rows(iter(atoms)))
    scored = clock.run("persons compared", lambda: comparing.score_rows(by_key(keyed), common=Held(known.common)))
    scores = {(left, right): (left, right, Score(*_score(told))) for left, right, told in scored}
    events = [(place, pickle.dumps(meeting)) for place, meeting in enumerate(meetings)]
    blocks = clock.run("events by blocking key", lambda: comparing.meeting_key_rows(iter(events)))
    linked = clock.run("events compared", lambda: comparing.link_rows(by_key(blocks)))
    links = {row[:2]: Link(meetings[row[0]].key, meetings[row[1]].key, *json.loads(row[2])) for row in linked}
    source = Answered(known, made, list(scores.values()), list(links.values()))
    ((found, _),) = clock.run("driver: who is one", lambda: [find(source, (), words)])
    parts = clock.run("driver: what each record is told", lambda: parts_of(found))
    by_article = dict(zip(found.articles, parts, strict=True))
    given = [(line, by_article[record["article"]].decode()) for (line,), record in zip(lines, records, strict=True)]
    rewritten = clock.run("rewrite", lambda: telling.rewrite_rows(iter(given), found=Held((known.institutions, None))))
    ((counts,),) = clock.run("wordings", lambda: telling.count_rows(iter(rewritten)))
    called = Held(unsettled([_loads(counts)], words))
    ((seen,),) = clock.run("sightings", lambda: telling.see_rows(iter(rewritten), called=called, decisions=()))
    told = Held(joined([_loads(seen)], (), words))
    nouns = clock.run("nouns", lambda: telling.noun_rows(iter(rewritten), called=called, known=told, decisions=()))
    met = [row[1:] for row in nouns if row[0]]
    pairs = clock.run("who met at events", lambda: collecting.meet_rows(by_key(met)))
    rows = [row[1:] for row in nouns if not row[0]] + pairs
    merged = clock.run("nouns of one id", lambda: collecting.finish_rows(by_key(rows)))
    statements = clock.run("driver: statements", lambda: lines_of_finished(merged, load_lexicon().gazetteer))
    print(f"{len(statements) / count:.1f} statements and {sum(map(len, statements)) / count:.0f} B an article")
    print(
        "hottest keys:",
        ", ".join(f"{key[1:60]} {number}" for key, number in Counter(r[0] for r in rows).most_common(3)),
    )
    return 0


def _score(told: str) -> tuple[float, tuple[str, ...]]:
    points, reasons = json.loads(told)
    return points, tuple(reasons)


def _loads(data: bytes) -> Any:
    return pickle.loads(data)  # noqa: S301 - made by the step before


def _fields(made: dict[str, str]) -> list[str | None]:
    return [made.get(name) for name in Article.__dataclass_fields__ if name != "where"] + [""]


if __name__ == "__main__":
    sys.exit(main())
