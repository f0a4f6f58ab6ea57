"""Linked records → KnowledgeBase: articles, entities, events and statements with all their evidence, sorted.

The knowledge base is what every output is a view of; `statements.jsonl` is its whole content, one object a line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kg.errors import OutputError
from kg.graph import pairs
from kg.graph.fields import noun_of
from kg.graph.references import loose_ends
from kg.ids import claim_id, post_id
from kg.model import (
    ArticleNode,
    CoOccurrence,
    Entity,
    Event,
    Evidence,
    Participation,
    Post,
    Posting,
    Region,
    Statement,
)
from kg.records import EvidenceRecord, Record
from kg.wire import dumps

__all__ = [
    "AGAIN",
    "KINDS",
    "KnowledgeBase",
    "claim_id",
    "ends_of",
    "evidence_of",
    "from_lines",
    "from_records",
    "post_id",
    "to_lines",
]

if TYPE_CHECKING:
    from kg.lexicon.gazetteer import Gazetteer

KINDS: dict[str, type] = {
    "article": ArticleNode, "region": Region, "entity": Entity, "post": Post, "event": Event,
    "posting": Posting, "participation": Participation, "cooccurrence": CoOccurrence,
}  # fmt: skip
AGAIN = "build the folder again with `kg build`"  # what to do about one that is damaged
Node = ArticleNode | Region | Entity | Post | Event | Posting | Participation | CoOccurrence


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything that is known, by kind and then by id; each mapping is sorted by id."""

    articles: Mapping[str, ArticleNode] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    postings: Mapping[str, Posting] = field(default_factory=dict)
    participations: Mapping[str, Participation] = field(default_factory=dict)
    cooccurrences: Mapping[str, CoOccurrence] = field(default_factory=dict)

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Every node with its kind, in the order of the file."""
        for kind, values in zip(KINDS, self._mappings(), strict=True):
            for value in values.values():
                yield kind, value

    def statements(self) -> Iterator[Statement]:
        """Postings, then participations, by id."""
        yield from self.postings.values()
        yield from self.participations.values()

    @cached_property
    def statements_about(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements by the id of each entity, post and event that they name."""
        about: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements():
            for end in sorted(ends_of(statement)):
                about[end].append(statement)
        return {key: tuple(value) for key, value in sorted(about.items())}

    def sources(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The independent sources among articles: near copies count as the one that they copy."""
        original = {node.article: node.copy_of or node.article for node in self.articles.values()}
        return tuple(sorted({original.get(article, article) for article in articles}))

    def _mappings(self) -> tuple[Mapping[str, Node], ...]:
        return (
            self.articles, self.regions, self.entities, self.posts, self.events, self.postings,
            self.participations, self.cooccurrences,
        )  # fmt: skip


def ends_of(statement: Statement) -> set[str]:
    """The ids of what a statement is about."""
    match statement:
        case Posting():
            return {statement.person, statement.post, statement.institution}
        case Participation():
            ends = {statement.event, statement.participant, statement.acted_as, statement.on_behalf_of}
            return {end for end in ends if end is not None}


def to_lines(base: KnowledgeBase) -> Iterator[str]:
    """The knowledge base as lines of JSON, without their ends: `node` says which noun, then its fields.

    A line of co-occurrences has those of one pair.
    """
    for kind, same in groupby(base.nodes(), key=itemgetter(0)):
        nodes = (node for _, node in same)
        yield from pairs.lines_of(nodes) if kind == "cooccurrence" else (node_line(kind, node) for node in nodes)  # type: ignore[arg-type]


def node_line(kind: str, node: Node) -> str:
    """One line of `statements.jsonl`, without its end."""
    return named(kind, node_value(node))


def named(kind: str, value: str) -> str:
    """The line of what `node_value` wrote."""
    return f'{{"node":"{kind}",{value[1:]}'


def node_value(node: Node) -> str:
    """The fields of a noun as JSON."""
    return dumps(node).decode("utf-8", "surrogatepass")


def node_from(kind: str, value: dict[str, Any]) -> Any:
    """The noun of the fields that `node_value` wrote; raises KeyError, TypeError or AttributeError where it can't."""
    return noun_of(KINDS[kind], value)


def from_lines(lines: Iterable[str], where: str = "statements.jsonl") -> KnowledgeBase:
    """Read what `to_lines` wrote; raises OutputError with file and line where a line is not of that form,
    and where a statement names what is not in the file."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            if "\\ud" in line.casefold():
                json.dumps(value, ensure_ascii=False).encode()  # half a character can't be written again
            kind = value.pop("node")
            nodes = pairs.checked(value) if kind == "cooccurrence" else [node_from(kind, value)]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise OutputError(f"not a statement: {error}", where=f"{where}:{number}", hint=AGAIN) from None
        found[kind].update((node.id, node) for node in nodes)
    base = KnowledgeBase(*(dict(sorted(found[kind].items())) for kind in KINDS))
    for one, end in loose_ends(base):
        raise OutputError(f"{one} names {end!r:.80}, which is not in it", where=where, hint=AGAIN)
    return base


def evidence_of(article: str, record: EvidenceRecord) -> Evidence:
    """The evidence of a record as a noun of the graph."""
    return Evidence(
        article, record["start"], record["end"], record["quote"], record.get("prefix", ""), record.get("suffix", "")
    )


def from_records(records: Iterable[Record], gazetteer: Gazetteer | None = None) -> KnowledgeBase:
    """Collect linked records (ids are canonical) into a knowledge base, in any order of records.

    Statements of the same content become one with all their evidence; its confidence is that of its best evidence. With
    a gazetteer, superior units and regions of everything that is mentioned come with them.
    """
    from kg.graph.collection import statement_lines

    return from_lines(statement_lines(records, gazetteer))
