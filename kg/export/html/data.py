"""KnowledgeBase → what the page holds: columns of numbers and tables of strings, in two parts.

The first part (`graph`) draws, filters and searches by name; the second (`quotes`, `together`) is behind it in the
file and is read when the picture stands: sentences once each, quotes as places in them, and co-occurrences.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from kg.export.html.layout import Edge
from kg.export.html.tables import Regions, Table, region_columns
from kg.graph.knowledge_base import KnowledgeBase
from kg.ids import digest
from kg.model import Entity, Event, Evidence, Participation, Posting

EDGE_KINDS = ("led", "organised", "attended", "posting", "partOf", "delegation")
STATUSES = ("accepted", "conflict", "rejected")
SCOPES = ("sentence", "paragraph", "article", "event")


@dataclass
class PageData:
    """The parts of the page, ready for JSON, and the graph that is laid out."""

    graph: dict[str, Any]
    quotes: dict[str, Any]
    together: dict[str, Any]
    nodes: int = 0  # entities and events: the nodes that have a place
    edges: list[Edge] = field(default_factory=list)
    above: dict[int, list[int]] = field(default_factory=dict)  # units that no article names: what is below each

    def fingerprint(self) -> str:
        """A hash of what is laid out and of the code that does it; the same one means the same places."""
        names = self.graph["nodes"]["id"]
        code = (files("kg.export.html") / "layout.py").read_text(encoding="utf-8")
        above = (f"{node}:{below}" for node, below in sorted(self.above.items()))
        return digest(code, *names, *(f"{a}:{b}:{w:.3f}" for a, b, w in self.edges), *above)


def page_data(base: KnowledgeBase, *, gazetteer: Regions | None = None) -> PageData:
    """Everything of the knowledge base that the page shows, in a fixed order."""
    return _Builder(base).build(gazetteer)


def _utf16(text: str) -> int:
    """The length as a browser counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


class _Builder:
    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.words = Table()
        self.sentences = Table()
        self.number = {key: at for at, key in enumerate([*base.entities, *base.events])}
        self.posts = {key: at for at, key in enumerate(base.posts)}
        self.articles = {node.article: at for at, node in enumerate(base.articles.values())}
        self.copies = {
            node.article: node.copy_of
            for node in base.articles.values()
            if node.copy_of and node.copy_of != node.article
        }
        self.rows: list[tuple[Any, ...]] = []
        self.proofs: list[list[list[int]]] = []
        self.reasons: list[list[list[int]]] = []
        self.weight: list[float] = [0.0] * len(self.number)

    def build(self, gazetteer: Regions | None) -> PageData:
        base = self.base
        delegated: dict[tuple[str, str], list[Participation]] = {}
        for part in base.participations.values():
            self._participation(part)
            if part.on_behalf_of in self.number and part.participant in self.number:
                delegated.setdefault((part.participant, part.on_behalf_of or ""), []).append(part)
        for posting in base.postings.values():
            self._posting(posting)
        for (who, whom), parts in sorted(delegated.items()):
            best = max(parts, key=lambda p: (p.confidence, p.id))
            proofs = tuple(sorted({e for p in parts for e in p.evidence}))
            rules = {rule for p in parts for rule in p.rules}
            self._row(
                "delegation", who, whom, best.status, best.confidence, self._event_days(parts), proofs, rules, (),
                [self.number[p.event] for p in parts if p.event in self.number],
            )  # fmt: skip
        for entity in base.entities.values():
            for parent in entity.parents:
                if parent.id in self.number:
                    self._row(
                        "partOf", entity.id, parent.id, "accepted", 1.0, (parent.start, parent.end), (), (), (), []
                    )
        layout = [(row[0], row[1], 0.6 if row[2] == 4 else float(row[7])) for row in self.rows if row[0] != row[1]]
        together = self._together(layout)
        return PageData(
            graph={
                "nodes": self._nodes(),
                "edges": {
                    name: [row[at] for row in self.rows]
                    for at, name in enumerate(("s", "t", "k", "st", "cf", "f", "l", "n", "ev", "x"))
                },
                "posts": {
                    "label": [p.label for p in base.posts.values()],
                    "at": [self.number.get(p.institution, -1) for p in base.posts.values()],
                    "id": list(base.posts),
                },
                "articles": self._articles(),
                "regions": region_columns(self.base, self.codes, gazetteer),
                "words": self.words.values,
            },
            quotes={"sentences": self.sentences.values, "proofs": self.proofs, "reasons": self.reasons},
            together=together,
            nodes=len(self.number),
            edges=layout,
            above=self._above(),
        )

    def _above(self) -> dict[int, list[int]]:
        named = {end for row in self.rows if row[2] != EDGE_KINDS.index("partOf") for end in row[:2]}
        above: dict[int, list[int]] = {
            at: [] for key, at in self.number.items()
            if at not in named and (entity := self.base.entities.get(key)) is not None and entity.context
        }  # fmt: skip
        for row in self.rows:
            if row[2] == EDGE_KINDS.index("partOf") and row[1] in above:
                above[row[1]].append(row[0])
        return above

    def _event_days(self, parts: Iterable[Participation]) -> tuple[str | None, str | None]:
        events = [self.base.events[p.event] for p in parts if p.event in self.base.events]
        days = sorted(event.date for event in events if event.date)
        return (days[0], days[-1]) if days else (None, None)

    def _participation(self, part: Participation) -> None:
        days = self._event_days([part])
        extra = [self.posts.get(part.acted_as or "", -1), self.number.get(part.on_behalf_of or "", -1)]
        self._row(
            part.role, part.participant, part.event, part.status, part.confidence, days, part.evidence,
            part.rules, part.notes, extra,
        )  # fmt: skip

    def _posting(self, p: Posting) -> None:
        word = self.words.add
        first, last = p.start_asserted or p.first_seen, p.end_asserted or p.last_seen
        extra = [
            self.posts.get(p.post, -1), word(p.rank), word(p.acting), int(p.former), word(p.first_seen),
            word(p.last_seen), word(p.start_asserted), word(p.end_asserted),
        ]  # fmt: skip
        self._row(
            "posting",
            p.person,
            p.institution,
            p.status,
            p.confidence,
            (first, last),
            p.evidence,
            p.rules,
            p.notes,
            extra,
        )

    def _row(
        self, kind: str, source: str, target: str, status: str, confidence: float,
        days: tuple[str | None, str | None], evidence: Iterable[Evidence], rules: Iterable[str], notes: Iterable[str],
        extra: list[int],
    ) -> None:  # fmt: skip
        if source not in self.number or target not in self.number:
            return
        a, b = self.number[source], self.number[target]
        proofs = sorted(evidence)
        sources = len({self.copies.get(e.article, e.article) for e in proofs})
        self.rows.append(
            (
                a,
                b,
                EDGE_KINDS.index(kind),
                STATUSES.index(status),
                round(confidence * 100),
                self.words.add(days[0]),
                self.words.add(days[1]),
                max(1, sources),
                [self.articles.get(e.article, -1) for e in proofs],
                extra,
            )
        )
        self.proofs.append([self._proof(e) for e in proofs])
        self.reasons.append(
            [[self.words.add(r) for r in sorted(rules) if r], [self.words.add(n) for n in sorted(notes)]]
        )
        for end in (a, b):
            self.weight[end] += 0.3 if kind == "partOf" else 1 + math.log2(max(1, sources))

    def _proof(self, e: Evidence) -> list[int]:
        sentence = self.sentences.add(e.prefix + e.quote + e.suffix)
        return [sentence, _utf16(e.prefix), _utf16(e.quote), e.start]

    def _nodes(self) -> dict[str, list[Any]]:
        word = self.words.add
        entities, events = list(self.base.entities.values()), list(self.base.events.values())
        nodes: list[Entity | Event] = [*entities, *events]
        known = {code for e in nodes if (code := e.region)}
        self.codes = sorted({".".join(c.split(".")[: n + 1]) for c in known for n in range(len(c.split(".")))})
        place = {code: at for at, code in enumerate(self.codes)}
        nowhere = [-1] * len(entities)
        return {
            "id": list(self.number),
            "label": [e.name for e in entities] + [e.name for e in events],
            "cls": [word(e.cls) for e in entities] + [word("Event")] * len(events),
            "type": [word(e.type) for e in entities] + [word(e.kind) for e in events],
            "region": [place.get(e.region or "", -1) for e in nodes],
            "flag": [int(e.nil) + 2 * int(e.context) for e in entities] + [0] * len(events),
            "alias": [[word(a) for a in e.aliases] for e in entities] + [[] for _ in events],
            "more": [[word(w) for w in (*e.ranks, *e.honorifics, *e.degrees)] for e in entities] + [[] for _ in events],
            "why": [[word(w) for w in (*e.reasons, *e.candidates)] for e in entities] + [[] for _ in events],
            "date": nowhere + [word(e.date) for e in events],
            "precision": nowhere + [word(e.precision) for e in events],
            "status": nowhere + [word(e.status) for e in events],
            "place": nowhere + [word(e.place) for e in events],
            "reports": [[] for _ in entities]
            + [[self.articles[a] for a in e.reports if a in self.articles] for e in events],
            "proof": [[] for _ in entities]
            + [[[self.articles.get(p.article, -1), *self._proof(p)] for p in sorted(e.evidence)] for e in events],
            "w": [round(w * 10) for w in self.weight],
        }

    def _articles(self) -> dict[str, list[Any]]:
        nodes = list(self.base.articles.values())
        return {
            "id": [a.article for a in nodes],
            "title": [a.title or a.article for a in nodes],
            "url": [a.url or "" for a in nodes],
            "outlet": [self.words.add(a.publisher) for a in nodes],
            "published": [self.words.add(a.published) for a in nodes],
            "copy": [self.articles.get(a.copy_of or "", -1) for a in nodes],
        }

    def _together(self, layout: list[Edge]) -> dict[str, Any]:
        columns: dict[str, list[Any]] = {"s": [], "t": [], "scope": [], "n": [], "ev": []}
        for pair in self.base.cooccurrences.values():
            if pair.between[0] not in self.number or pair.between[1] not in self.number:
                continue
            a, b = self.number[pair.between[0]], self.number[pair.between[1]]
            columns["s"].append(a)
            columns["t"].append(b)
            columns["scope"].append(SCOPES.index(pair.scope))
            columns["n"].append(pair.count)
            columns["ev"].append([self.articles[x] for x in pair.articles if x in self.articles])
            if pair.scope in ("sentence", "event") and a != b:
                layout.append((a, b, 0.15))
        return columns
