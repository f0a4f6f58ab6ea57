"""Who is named with whom, and who took part in the same events → rows by pair → a line for each pair → co-occurrences.

All that an article tells of a pair is one row, and all that an event tells. Ids are JSON from the first on, so that a
line is only put together. The key of a pair is a hash; the id of a co-occurrence is that, with its scope behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, groupby
from operator import attrgetter
from typing import Any, Final

from kg.graph.fields import noun_of
from kg.ids import digest
from kg.model import CoOccurrence, Scope
from kg.records import CoOccurrenceRecord
from kg.wire import dumps

Add = Callable[[str, str], None]
Groups = Iterator[tuple[str, list[str]]]
_TEXT: Final = ("article", "paragraph", "sentence")  # scopes of which articles tell
_SCOPES: Final = ("article", "event", "paragraph", "sentence")
_PLACE = {scope: place for place, scope in enumerate(_TEXT)}
_ARTICLE, _EVENT = "a", "e"  # who tells it


def add_pairs(
    article: str, together: Iterable[CoOccurrenceRecord], row: Add, ids: Mapping[str, str] | None = None
) -> None:
    """Give all that an article tells of each pair as a row: the pair, the article, and the count in each scope.

    `ids` are the ids of those whom the article calls by others.
    """
    counts: dict[tuple[str, str], list[int]] = {}
    for told in together:
        left, right = told["between"]
        if ids is not None:
            left, right = ids[left], ids[right]
        place = _PLACE.get(told["scope"])
        if left != right and place is not None:
            pair = (left, right) if left < right else (right, left)
            found = counts.get(pair)
            if found is None:
                found = counts[pair] = [0] * len(_TEXT)
            found[place] += told["count"]
    quoted = {one: text_of(one) for one in set(chain.from_iterable(counts))}
    teller = text_of(article)
    for (left, right), (whole, near, nearest) in counts.items():
        ends = f"{quoted[left]},{quoted[right]}"
        row(f"cooccurrence/{digest(left, right)}", f"{ends}\t{_ARTICLE}\t{teller}\t{whole}\t{near}\t{nearest}")


def add_meetings(meetings: Groups, row: Add) -> None:
    """Two who took part in the same event, as rows: the pair, the event, and which articles tell of it."""
    for event, values in meetings:
        participants = sorted({json.loads(value[1:]) for value in values if value[0] == "p"})
        quoted = {participant: text_of(participant) for participant in participants}
        reports = "\t".join(sorted({value[1:] for value in values if value[0] == "r"}))
        told = f"{_EVENT}\t{text_of(id_of(event))}\t{reports}"
        for left, right in combinations(participants, 2):
            row(f"cooccurrence/{digest(left, right)}", f"{quoted[left]},{quoted[right]}\t{told}")


def line_of(key: str, values: Sequence[str]) -> str:
    """One line of all that was told of a pair, by scope; what articles tell comes before what events tell."""
    rows = [value.split("\t") for value in values]
    texts = [row for row in rows if row[1] == _ARTICLE]
    found = [_in_texts(texts, place) for place in range(3, 6)]
    found.insert(_SCOPES.index("event"), _at_events(rows[len(texts) :]))
    scopes = [
        f'{{"id":"{key}-{scope}","scope":"{scope}","count":{count},"articles":[{articles}],"events":[{events}]}}'
        for scope, (count, articles, events) in zip(_SCOPES, found, strict=True)
        if count != "0"
    ]
    return f'{{"node":"cooccurrence","between":[{rows[0][0]}],"scopes":[{",".join(scopes)}]}}'


def _in_texts(rows: Sequence[list[str]], place: int) -> tuple[str, str, str]:
    """How often articles name a pair in a scope, and which; as JSON has it."""
    if len(rows) == 1:
        return rows[0][place], rows[0][2], ""
    told = [row for row in rows if row[place] != "0"]
    return str(sum(int(row[place]) for row in told)), ",".join(sorted({row[2] for row in told})), ""


def _at_events(rows: Sequence[list[str]]) -> tuple[str, str, str]:
    """At how many events they were, which articles report these, and which they are; as JSON has it."""
    if len(rows) == 1:
        return "1", ",".join(rows[0][3:]), rows[0][2]
    reports = {report for row in rows for report in row[3:]}
    return str(len(rows)), ",".join(sorted(reports)), ",".join(sorted({row[2] for row in rows}))


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
