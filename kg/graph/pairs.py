"""Who is named with whom, and who took part in the same events → rows by pair → a line for each pair → co-occurrences.

All that an article tells of a pair is one row, and all that an event tells. Ids are JSON from the first on, so that a
line is only put together. The key of a pair is a hash; the id of a co-occurrence is that, with its scope behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, groupby
from operator import add, attrgetter
from typing import Any, Final, NamedTuple

from kg.graph.fields import noun_of
from kg.ids import digest_of, part_of
from kg.model import CoOccurrence, Scope
from kg.records import CoOccurrenceRecord
from kg.wire import dumps

Add = Callable[[str, str], None]
Groups = Iterator[tuple[str, list[str]]]
Met = tuple[str, Iterable[str]]  # an event and who took part in it
_TEXT: Final = ("article", "paragraph", "sentence")  # scopes of which articles tell
_PLACE = {scope: place for place, scope in enumerate(_TEXT)}
_ARTICLE, _EVENT = "a", "e"  # who tells it
_EVENTS = 6  # fields of what an article tells before the events that it alone tells of


def add_pairs(
    article: str,
    together: Iterable[CoOccurrenceRecord],
    row: Add,
    ids: Mapping[str, str] | None = None,
    met: Iterable[Met] = (),
) -> None:
    """Give all that an article tells of each pair as a row: the pair, the article, the count in each scope, and events.

    `ids` are the ids of those whom the article calls by others, `met` the events that it alone tells of.
    """
    counts: dict[tuple[str, str], list[int]] = {}
    for told in together:
        left, right = told["between"]
        place = _PLACE.get(told["scope"])
        if place is not None:
            found = counts.get((left, right))
            if found is None:
                found = counts[left, right] = [0] * len(_TEXT)
            found[place] += told["count"]
    pairs: dict[tuple[str, str], list[int]] = {}
    for (left, right), found in counts.items():
        one, other = (left, right) if ids is None else (ids[left], ids[right])
        if one != other:
            pair = (one, other) if one < other else (other, one)
            if pairs.setdefault(pair, found) is not found:
                pairs[pair] = list(map(add, pairs[pair], found))
    events: dict[tuple[str, str], list[str]] = {}
    for event, participants in met:
        quoted_event = f"\t{text_of(event)}"
        for one, other in combinations(sorted(set(participants)), 2):
            pairs.setdefault((one, other), [0] * len(_TEXT))
            events.setdefault((one, other), []).append(quoted_event)
    ends = {one: _End(text_of(one), part_of(one)) for one in set(chain.from_iterable(pairs))}
    teller = text_of(article)
    for (left, right), (whole, near, nearest) in pairs.items():
        (quoted, part), (theirs, their_part) = ends[left], ends[right]
        at = "".join(events.get((left, right), ()))
        row(_key(part, their_part), f"{quoted},{theirs}\t{_ARTICLE}\t{teller}\t{whole}\t{near}\t{nearest}{at}")


def add_meetings(meetings: Groups, row: Add) -> None:
    """Two who took part in the same event, as rows: the pair, the event, and which articles tell of it."""
    for event, values in meetings:
        participants = sorted({json.loads(value[1:]) for value in values if value[0] == "p"})
        reports = "\t".join(sorted({value[1:] for value in values if value[0] == "r"}))
        told = f"{_EVENT}\t{text_of(id_of(event))}\t{reports}"
        ends = [_End(text_of(participant), part_of(participant)) for participant in participants]
        for (quoted, part), (theirs, their_part) in combinations(ends, 2):
            row(_key(part, their_part), f"{quoted},{theirs}\t{told}")


class _End(NamedTuple):
    """One of a pair, as it is written and as it is hashed."""

    quoted: str
    part: bytes


def _key(left: bytes, right: bytes) -> str:
    return f"cooccurrence/{digest_of(left + right)}"


def line_of(key: str, values: Sequence[str]) -> str:
    """One line of all that was told of a pair, by scope; what articles tell comes before what events tell."""
    rows = [value.split("\t") for value in values]
    ends = rows[0][0]
    met: Sequence[list[str]] = ()
    if rows[-1][1] == _EVENT:
        first = next(place for place, row in enumerate(rows) if row[1] == _EVENT)
        rows, met = rows[:first], rows[first:]
    scopes, behind = _in_texts(key, rows) if rows else ("", "")
    here = [(event, row[2]) for row in rows for event in row[_EVENTS:]]
    if met or here:
        scopes += _scope(key, "event", *_at_events(met, here))
    return f'{{"node":"cooccurrence","between":[{ends}],"scopes":[{(scopes + behind)[1:]}]}}'


def _scope(key: str, scope: str, count: str, articles: str, events: str = "") -> str:
    """One scope as JSON has it, with a comma before it."""
    return f',{{"id":"{key}-{scope}","scope":"{scope}","count":{count},"articles":[{articles}],"events":[{events}]}}'


def _in_texts(key: str, rows: Sequence[list[str]]) -> tuple[str, str]:
    """How often articles name a pair in each scope, and which: what stands before its events, and behind them."""
    if len(rows) == 1:
        _, _, article, whole, near, nearest = rows[0][:_EVENTS]
        before = _scope(key, "article", whole, article) if whole != "0" else ""
        behind = _scope(key, "paragraph", near, article) if near != "0" else ""
        return before, behind + _scope(key, "sentence", nearest, article) if nearest != "0" else behind
    found = []
    for place, scope in enumerate(_TEXT, 3):
        told = [row for row in rows if row[place] != "0"]
        count = str(sum([int(row[place]) for row in told]))
        found.append(_scope(key, scope, count, ",".join(sorted({row[2] for row in told}))) if told else "")
    return found[0], found[1] + found[2]


def _at_events(rows: Sequence[list[str]], here: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """At how many events they were, which articles report these, and which they are; as JSON has it.

    `here` are events of one article alone, each with it.
    """
    reports = {report for row in rows for report in row[3:]}
    reports.update([article for _, article in here])
    events = {row[2] for row in rows}
    events.update([event for event, _ in here])
    return str(len(rows) + len(here)), ",".join(sorted(reports)), ",".join(sorted(events))


@dataclass(frozen=True, slots=True)
class InScope:
    """A co-occurrence without its ends."""

    id: str
    scope: Scope
    count: int
    articles: tuple[str, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What a line says: all co-occurrences of two."""

    between: tuple[str, str]
    scopes: tuple[InScope, ...]


def grouped(found: Iterable[CoOccurrence]) -> Iterator[Pair]:
    """Co-occurrences by pair: those that follow one another."""
    for between, same in groupby(found, key=attrgetter("between")):
        yield Pair(between, tuple(InScope(one.id, one.scope, one.count, one.articles, one.events) for one in same))


def co_occurrences(pair: Pair) -> list[CoOccurrence]:
    """The co-occurrences of a pair, by scope."""
    return [CoOccurrence(one.id, pair.between, one.scope, one.count, one.articles, one.events) for one in pair.scopes]


def lines_of(found: Iterable[CoOccurrence]) -> Iterator[str]:
    """The lines of co-occurrences: one for those of a pair that follow one another."""
    for pair in grouped(found):
        yield f'{{"node":"cooccurrence",{dumps(pair).decode("utf-8", "surrogatepass")[1:]}'


def checked(value: dict[str, Any]) -> list[CoOccurrence]:
    """The co-occurrences of the fields of a line; raises TypeError that names a field of another type."""
    return co_occurrences(noun_of(Pair, value))


def key_of(identifier: str) -> str:
    """An id as a key to sort by; one that is no single line is written as JSON behind a mark."""
    return identifier if "\n" not in identifier and "\0" not in identifier else f"\1{text_of(identifier)}"


def id_of(key: str) -> str:
    """The id of a key."""
    return str(json.loads(key[1:])) if key.startswith("\1") else key


text_of = json.JSONEncoder(ensure_ascii=False).encode  # a text as JSON, without control signs in it
