"""What linking found of all articles → of each article its own part, small enough to be sent to who rewrites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.linking.dividing import Divide, undivided
from kg.linking.found import Ids, Linked
from kg.linking.institutions import Institutions
from kg.records import PossibleRecord, Record
from kg.wire import dumps, loads

Names = Mapping[str, Mapping[str, tuple[str, str]]]  # article → mention → decided name, with the words for it


@dataclass(frozen=True, slots=True)
class Part:
    """What linking found of one article, by the ids of its mentions."""

    institutions: Institutions
    persons: Mapping[str, str]  # canonical ids
    events: Mapping[str, str]
    names: Mapping[str, tuple[str, str]]  # that people decided on, with the words for it
    alone: Container[str]
    open: Mapping[str, list[PossibleRecord]]  # by canonical id, what it may be one with
    why: Mapping[str, str]  # the best reason why a mention is linked to another article's
    copy_of: str | None  # the article that it nearly copies


def parts_of(found: Linked, divide: Divide = undivided) -> Iterator[bytes]:
    """What was found of each article, in order, as JSON: ids, reasons and open questions of its mentions."""
    named = defaultdict(dict)  # type: dict[str, dict[str, tuple[str, str]]]
    for key, name in found.names.items():
        named[key.article][key.local] = name
    places = range(len(found.articles))
    return divide(tell_parts, places, found.person_ids, found.event_ids, found.copies, dict(named))


def tell_parts(
    places: Iterable[int], persons: Ids, events: Ids, copies: Mapping[str, str], named: Names
) -> Iterator[bytes]:
    """The parts of articles by their places."""
    for place in places:
        article = persons.joined.mentions.articles[place]
        given: dict[str, dict[str, str]] = {"persons": {}, "events": {}}
        alone: list[str] = []
        why: dict[str, str] = {}
        questions: dict[str, list[PossibleRecord]] = {}
        for kind, ids in (("persons", persons), ("events", events)):
            mentions = ids.joined.mentions
            for number in mentions.of(place):
                local, canonical = mentions.local(number), ids.of(number)
                given[kind][local] = canonical
                if ids.alone(number):
                    alone.append(local)
                if reason := ids.joined.why(number):
                    why.setdefault(local, reason)
                if asked := ids.open(number):
                    questions[canonical] = asked
        yield dumps({
            **given,
            "alone": alone,
            "why": why,
            "open": {canonical: questions[canonical] for canonical in sorted(questions)},
            "names": named.get(article, {}),
            "copy_of": copies.get(article),
        })  # fmt: skip


def with_parts(
    records: Iterable[Record], told: Iterable[bytes], institutions: Institutions
) -> Iterator[tuple[Record, Part]]:
    """Records in order, each with what `parts_of` gave of it."""
    for record, part in zip(records, told, strict=True):
        yield record, part_from(loads(part), institutions)


def part_from(told: Mapping[str, Any], institutions: Institutions) -> Part:
    """What `parts_of` gave of an article."""
    return Part(
        institutions=institutions,
        persons=told.get("persons", {}),
        events=told.get("events", {}),
        names=told.get("names", {}),
        alone=told.get("alone", ()),
        open=told.get("open", {}),
        why=told.get("why", {}),
        copy_of=told.get("copy_of"),
    )
