"""What linking found of all articles → of each article its own part, small enough to be sent to who rewrites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from kg.linking.found import Linked
from kg.linking.institutions import Institutions
from kg.linking.profiles import Key
from kg.records import PossibleRecord


@dataclass(frozen=True)
class Part:
    """What linking found of one article: `kg.linking.rewrite.Findings`."""

    institutions: Institutions
    copies: Mapping[str, str]
    person_ids: Mapping[Key, str]
    event_ids: Mapping[Key, str]
    names: Mapping[Key, tuple[str, str]]
    alone: Container[Key]
    open: Mapping[str, list[PossibleRecord]]
    reasons: Mapping[Key, str]

    def why(self, key: Key) -> str | None:
        """The best reason why a mention is linked to another article's."""
        return self.reasons.get(key)


def parts_of(found: Linked) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was found of each article, in values of JSON, by article: ids, reasons and open questions of its mentions.

    An article of which only institutions were found is left out.
    """
    named = defaultdict(dict)  # type: dict[str, dict[str, tuple[str, str]]]
    for key, name in found.names.items():
        named[key.article][key.local] = name
    said = merge(
        ((key.article, 0, key.local) for key in found.person_ids),
        ((key.article, 1, key.local) for key in found.event_ids),
        ((article, 2, "") for article in sorted({*found.copies, *named})),
    )
    for article, mentions in groupby(said, key=itemgetter(0)):
        by_kind = {kind: [local for *_, local in some] for kind, some in groupby(mentions, key=itemgetter(1))}
        persons = {local: found.person_ids[Key(article, local)] for local in by_kind.get(0, ())}
        events = {local: found.event_ids[Key(article, local)] for local in by_kind.get(1, ())}
        keys = [Key(article, local) for local in (*persons, *events)]
        ids = {*persons.values(), *events.values()}
        yield (
            article,
            {
                "persons": persons,
                "events": events,
                "alone": [key.local for key in keys if key in found.alone],
                "why": {key.local: why for key in keys if (why := found.why(key))},
                "open": {name: found.open[name] for name in sorted(ids) if name in found.open},
                "names": named.get(article, {}),
                "copy_of": found.copies.get(article),
            },
        )


def part_from(article: str, told: Mapping[str, Any], institutions: Institutions) -> Part:
    """What `parts_of` gave of an article; of one that it left out, nothing."""

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
