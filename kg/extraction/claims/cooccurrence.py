"""Where the entities of an article are named, and its events → which two of them stand together, by scope."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, combinations, repeat
from operator import itemgetter

from kg.extraction.drafts import Sentence
from kg.records import CoOccurrenceRecord, EventRecord

_CROWD = 200  # entities of a stretch of text that may still be said to stand together


def cooccurrences(
    places: Mapping[str, Sequence[int]], sentences: Sequence[Sentence], events: Sequence[EventRecord]
) -> list[CoOccurrenceRecord]:
    """How often two entities stand together; `places` has where each is named, by its id, in the order of the ids.

    A crowd says nothing of any two in it, and its pairs would grow with its square.
    """
    names = list(places)
    number = {name: at for at, name in enumerate(names)}
    mentions = sorted((start, number[name]) for name, starts in places.items() for start in starts)
    starts = [start for start, _ in mentions]
    groups: dict[str, list[set[int]]] = {"sentence": [], "paragraph": [], "article": [set(number.values())]}
    paragraphs: dict[int, set[int]] = {}
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        here = {entity for _, entity in mentions[first:last]}
        groups["sentence"].append(here)
        paragraphs.setdefault(sentence.paragraph, set()).update(here)
    groups["paragraph"] = list(paragraphs.values())
    groups["event"] = [{number[part["participant"]] for part in event["participations"]} for event in events]
    found: list[CoOccurrenceRecord] = []
    for scope, together in groups.items():
        pairs = chain.from_iterable(combinations(sorted(group), 2) for group in together if len(group) <= _CROWD)
        counted = sorted(Counter(pairs).items(), key=itemgetter(0)) if len(together) > 1 else zip(pairs, repeat(1))
        found += [
            {"between": [names[left], names[right]], "scope": scope, "count": count} for (left, right), count in counted
        ]
    return found
