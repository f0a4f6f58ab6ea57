"""KnowledgeBase → CSV: nodes, edges, and claims with one row a quote.

A cell that a spreadsheet would take for a formula is not altered here: the tables are data, and must come back as they
went out. Import them as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Literal

from kg.export.files import sink
from kg.export.network import EdgeRow, NodeRow, edge_rows, node_rows
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.outlets import outlet_of

Table = Literal["nodes", "edges", "claims"]
TABLES: tuple[Table, ...] = ("nodes", "edges", "claims")
_CLAIM_COLUMNS = (
    "id", "kind", "subject", "subject_label", "relation", "object", "object_label", "post", "rank", "acting",
    "on_behalf_of", "first_seen", "last_seen", "start_asserted", "end_asserted", "status", "confidence", "rules",
    "notes", "article", "url", "published", "start", "end", "quote", "before", "after", "title", "outlet", "copy_of",
    "event_status",
)  # fmt: skip


def write_table(base: KnowledgeBase, table: Table, target: Path | IO[bytes]) -> None:
    """Write one of the tables as CSV in UTF-8, quoted where needed, lines ending as RFC 4180 says."""
    with sink(target) as file:
        text = io.TextIOWrapper(file, "utf-8", "replace", newline="")
        csv.writer(text, lineterminator="\r\n").writerows(_rows(base, table))
        text.detach()


def _rows(base: KnowledgeBase, table: Table) -> Iterator[Sequence[object]]:
    if table == "claims":
        yield _CLAIM_COLUMNS
        yield from _claims(base)
        return
    noun = NodeRow if table == "nodes" else EdgeRow
    rows: Iterable[NodeRow | EdgeRow] = node_rows(base) if table == "nodes" else edge_rows(base)
    yield noun._fields
    for row in rows:
        yield [str(cell).lower() if isinstance(cell, bool) else cell for cell in row]


def _claims(base: KnowledgeBase) -> Iterator[Sequence[object]]:
    labels = {e.id: e.name for e in base.entities.values()} | {p.id: p.label for p in base.posts.values()}
    labels |= {e.id: e.name for e in base.events.values()}
    articles = {node.article: node for node in base.articles.values()}
    shared: list[object]
    state: str
    for claim in sorted(base.statements(), key=lambda c: c.id):
        if claim.id in base.postings:
            posting = base.postings[claim.id]
            state = ""
            relation = "formerlyHeldPost" if posting.former else "holdsPost"
            shared = [claim.id, "posting", posting.person, labels.get(posting.person, ""), relation, posting.post,
                      labels.get(posting.post, ""), labels.get(posting.post, ""), posting.rank, posting.acting, "",
                      posting.first_seen, posting.last_seen, posting.start_asserted, posting.end_asserted]  # fmt: skip
        else:
            part = base.participations[claim.id]
            event = base.events.get(part.event)
            day, state = (event.date, event.status) if event else ("", "")
            shared = [claim.id, "participation", part.participant, labels.get(part.participant, ""), part.role,
                      part.event, labels.get(part.event, ""), labels.get(part.acted_as or "", ""), "", "",
                      part.on_behalf_of, day, day, "", ""]  # fmt: skip
        shared += [claim.status, claim.confidence, " | ".join(claim.rules), " | ".join(claim.notes)]
        for item in claim.evidence:
            source = articles.get(item.article)
            about = [source.url, source.published] if source else ["", ""]
            told = [source.title, outlet_of(source), source.copy_of] if source else ["", "", ""]
            sentence = [item.start, item.end, item.quote, item.prefix, item.suffix]
            yield [*shared, item.article, *about, *sentence, *told, state]
        if not claim.evidence:
            yield [*shared, *[""] * (len(_CLAIM_COLUMNS) - len(shared) - 1), state]
