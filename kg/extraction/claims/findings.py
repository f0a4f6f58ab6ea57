"""What extraction found in one document, before it is written down: entities by key, with places, ids and quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.resolving.coreference import People
from kg.extraction.resolving.resolution import Resolver
from kg.model import Document, Span
from kg.records import EvidenceRecord


@dataclass(frozen=True)
class Findings:
    """Everything that extraction knows of one document."""

    document: Document
    sentences: Sequence[Sentence]
    resolver: Resolver
    people: People
    events: Sequence[EventDraft]

    @cached_property
    def mentions(self) -> dict[str, list[tuple[int, int]]]:
        """Where each person and body is named, by their keys, in the order in which they come up."""
        named = {key: body.mentions for key, body in self.resolver.bodies.items()}
        named |= {key: human.mentions for key, human in self.people.humans.items()}
        places = {key: sorted(set(spans)) for key, spans in named.items() if spans}
        return dict(sorted(places.items(), key=lambda named: (named[1][0], named[0])))

    @cached_property
    def ids(self) -> dict[str, str]:
        """The names of the entities in the record, by their keys."""
        return {key: f"e{number}" for number, key in enumerate(self.mentions, 1)}

    def evidence(self, start: int, end: int, sentence: Span) -> EvidenceRecord:
        """The words that say something, with what fills up their sentence."""
        text = self.document.text
        return {
            "start": start,
            "end": end,
            "quote": text[start:end],
            "prefix": text[min(sentence.start, start) : start],
            "suffix": text[end : max(sentence.end, end)],
        }
