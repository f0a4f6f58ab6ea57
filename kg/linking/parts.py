"""What linking found of all articles → of each article its own part, small enough to be sent to who rewrites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from kg.linking.institutions import Institutions
from kg.linking.profiles import Key
from kg.linking.rewrite import Linked
from kg.records import PossibleRecord


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


def parts_of(found: Linked) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was found of each article, in values of JSON, by article: ids, reasons and open questions of its mentions.

    An article of which only institutions were found is left out.
    """
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
