"""KnowledgeBase → what the page holds: columns of numbers and tables of strings, in two parts.

The first part (`graph`) draws, filters and searches by name; the second (`quotes`, `together`) is behind it in the
file and is read when the picture stands: sentences once each, quotes as places in them, and co-occurrences. Each kind
of noun is read once, in its order, and nothing of it is kept but numbers and strings.
"""

from __future__ import annotations

import hashlib
import math
from array import array
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.export.html.columns import Filed, Rows
from kg.export.html.layout import Edges
from kg.export.html.nodes import CONTEXT, Nodes
from kg.export.html.selection import Held
from kg.export.html.tables import Regions, Table, region_columns
from kg.export.html.together import Together
from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Evidence, Posting

EDGE_KINDS = ("led", "organised", "attended", "posting", "partOf", "delegation")
STATUSES = ("accepted", "conflict", "rejected")
_STATUS, _KIND = ({name: at for at, name in enumerate(names)} for names in (STATUSES, EDGE_KINDS))
PART_OF = EDGE_KINDS.index("partOf")
COMMAND, NAMED = 0.6, 0.15  # how much a superior unit, and being named together, pull in the layout
LAID_OUT_BY = ("export/html/layout.py", "export/html/springs.py", "graph/communities.py")

Reasons = tuple[tuple[str, ...], tuple[str, ...]]  # rules and notes
Proof = tuple[int, int, int, int, int]  # article, offset, sentence, place in it, length


@dataclass(frozen=True, slots=True)
class _Acted:
    """What a delegation needs of a participation on somebody's behalf."""

    confidence: float
    id: str
    status: str
    event: int
    day: int
    proofs: list[Proof]
    rules: tuple[str, ...]


@dataclass
class PageData:
    """The parts of the page, ready for JSON, and the graph that is laid out."""

    graph: dict[str, Any]
    quotes: dict[str, Any]
    together: Filed
    nodes: int = 0  # entities and events: the nodes that have a place
    edges: Edges = field(default_factory=Edges)
    above: dict[int, list[int]] = field(default_factory=dict)  # units that no article names: what is below each

    def fingerprint(self) -> str:
        """A hash of what is laid out and of the code that does it; the same one means the same places."""
        found = hashlib.sha256()
        for module in LAID_OUT_BY:
            found.update((files("kg") / module).read_bytes())
        for name in self.graph["nodes"]["id"]:
            found.update(f"{name}\n".encode("utf-8", "surrogatepass"))
        for column in (self.edges.left, self.edges.right, self.edges.weight):
            found.update(column.astype(column.dtype.newbyteorder("<")).tobytes())
        found.update("".join(f"{node}:{below}\n" for node, below in sorted(self.above.items())).encode())
        return found.hexdigest()[:16]


def page_data(base: KnowledgeBase, *, gazetteer: Regions | None = None, held: Held | None = None) -> PageData:
    """Everything of the knowledge base that the page shows, in a fixed order; of a part when not all of it is held."""
    data = _Builder(base).build(gazetteer, held.names if held else None)
    if held and held.left_out:
        data.graph["whole"] = {"nodes": held.total, "claims": len(base.postings) + len(base.participations)}
    return data


def _utf16(text: str) -> int:
    """The length as a browser counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Builder:
    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.words, self.sentences = Table(), Table()
        self.articles: dict[str, int] = {}
        self.origin: list[int] = []  # of each article: itself, or the one that it copies
        self.posts: dict[str, int] = {}
        self.rows = {name: array("i") for name in ("s", "t", "k", "st", "cf", "f", "l", "n")}
        self.told, self.extra, self.proofs, self.reasons = Rows(), Rows(), Rows(4), array("i")
        self.because: dict[Reasons, int] = {}

    def build(self, gazetteer: Regions | None, chosen: Container[str] | None = None) -> PageData:
        articles = Filed(self._articles())
        nodes = Nodes(self.base, self.words, self.articles, self._proof, chosen)
        self.number = nodes.number
        self.weight = array("d", bytes(8 * len(self.number)))
        # What is many and not needed again goes out of the way first.
        together, near = self._together()
        posts = self._posts()
        self._claims(nodes.days)
        for node, parent, start, end in nodes.parents:
            if parent in self.number:
                days = (self.words.add(start), self.words.add(end))
                self._row(PART_OF, node, self.number[parent], "accepted", 1.0, days, [], ((), ()), ())
        return PageData(
            graph={
                "nodes": nodes.columns() | {"w": [round(w * 10) for w in self.weight]},
                "edges": self.rows | {"ev": self.told, "x": self.extra},
                "posts": posts,
                "articles": articles,
                "regions": region_columns(self.base, nodes.codes(), gazetteer),
                "words": self.words.values,
            },
            quotes={
                "sentences": self.sentences.values,
                "proofs": self.proofs,
                "reasons": self.reasons,
                "because": [
                    [[self.words.add(r) for r in sorted(set(rules)) if r], [self.words.add(n) for n in sorted(notes)]]
                    for rules, notes in self.because
                ],
            },
            together=together,
            nodes=len(self.number),
            edges=self._edges(*near),
            above=self._above(nodes.flag),
        )

    def _articles(self) -> dict[str, list[Any]]:
        columns: dict[str, list[Any]] = {name: [] for name in ("id", "title", "url", "outlet", "published", "copy")}
        for at, a in enumerate(self.base.articles.values()):
            self.articles[a.article] = at
            told = self.words.add(a.publisher), self.words.add(a.published)
            row = (a.article, a.title or a.article, a.url or "", *told, a.copy_of or "")
            for column, value in zip(columns.values(), row, strict=True):
                column.append(value)
        missing = Table()  # originals that are not here: copies of the same one still count once
        self.origin = [
            self.articles.get(name, len(self.articles) + missing.add(name)) if name else at
            for at, name in enumerate(columns["copy"])
        ]
        columns["copy"] = [self.articles.get(name, -1) for name in columns["copy"]]
        return columns

    def _posts(self) -> dict[str, list[Any]]:
        columns: dict[str, list[Any]] = {"label": [], "alias": [], "at": [], "id": []}
        for at, post in enumerate(self.base.posts.values()):
            self.posts[post.id] = at
            columns["label"].append(post.label)
            columns["alias"].append(post.aliases)
            columns["at"].append(self.number.get(post.institution, -1))
            columns["id"].append(post.id)
        return columns

    def _claims(self, days: array[int]) -> None:
        """Rows of the participations, then of the postings, then of who acted for whom."""
        delegated: dict[tuple[str, str], list[_Acted]] = {}
        for part in self.base.participations.values():
            event, whom = self.number.get(part.event, -1), self.number.get(part.on_behalf_of or "", -1)
            if part.participant not in self.number or (event < 0 and whom < 0):
                continue
            day = days[event] if event >= 0 else -1
            proofs = self._proofs(part.evidence)
            extra = (self.posts.get(part.acted_as or "", -1), whom)
            if event >= 0:
                kind, who = _KIND[part.role], self.number[part.participant]
                reasons = (part.rules, part.notes)
                self._row(kind, who, event, part.status, part.confidence, (day, day), proofs, reasons, extra)
            if whom >= 0:
                acted = _Acted(part.confidence, part.id, part.status, event, day, proofs, part.rules)
                delegated.setdefault((part.participant, part.on_behalf_of or ""), []).append(acted)
        for posting in self.base.postings.values():
            self._posting(posting)
        for (one, other), parts in sorted(delegated.items()):
            best = max(parts, key=lambda p: (p.confidence, p.id))
            dated = sorted((self.words.values[p.day], p.day) for p in parts if p.day >= 0)
            span = (dated[0][1], dated[-1][1]) if dated else (-1, -1)
            proofs = sorted({proof for p in parts for proof in p.proofs})
            rules = tuple(sorted({rule for p in parts for rule in p.rules}))
            events = [p.event for p in parts if p.event >= 0]
            ends = self.number[one], self.number[other]
            self._row(5, *ends, best.status, best.confidence, span, proofs, (rules, ()), events)

    def _posting(self, p: Posting) -> None:
        if p.person not in self.number or p.institution not in self.number:
            return
        word = self.words.add
        extra = (
            self.posts.get(p.post, -1), word(p.rank), word(p.acting), int(p.former), word(p.first_seen),
            word(p.last_seen), word(p.start_asserted), word(p.end_asserted),
        )  # fmt: skip
        days = word(p.start_asserted or p.first_seen), word(p.end_asserted or p.last_seen)
        ends = self.number[p.person], self.number[p.institution]
        self._row(3, *ends, p.status, p.confidence, days, self._proofs(p.evidence), (p.rules, p.notes), extra)

    def _row(
        self, kind: int, source: int, target: int, status: str, confidence: float, days: tuple[int, int],
        proofs: list[Proof], reasons: Reasons, extra: Iterable[int],
    ) -> None:  # fmt: skip
        if len(proofs) == 1:
            backed, told, shown = 1, [proofs[0][0]], self._shown(proofs[0])
        else:
            backed = max(1, len({self.origin[proof[0]] if proof[0] >= 0 else -1 for proof in proofs}))
            told, shown = [proof[0] for proof in proofs], [n for proof in proofs for n in self._shown(proof)]
        row = (source, target, kind, _STATUS[status], round(confidence * 100), *days, backed)
        for column, value in zip(self.rows.values(), row, strict=True):
            column.append(value)
        self.told.append(told)
        self.proofs.append(shown)
        self.extra.append(extra)
        self.reasons.append(self.because.setdefault(reasons, len(self.because)))
        weight = 0.3 if kind == PART_OF else 1 + math.log2(backed)
        self.weight[source] += weight
        self.weight[target] += weight

    @staticmethod
    def _shown(proof: Proof) -> list[int]:
        _, start, sentence, place, long = proof
        return [sentence, place, long, start]

    def _proofs(self, evidence: Sequence[Evidence]) -> list[Proof]:
        return [self._proof(e) for e in (sorted(evidence) if len(evidence) > 1 else evidence)]

    def _proof(self, e: Evidence) -> Proof:
        sentence = self.sentences.add(e.prefix + e.quote + e.suffix)
        return self.articles.get(e.article, -1), e.start, sentence, _utf16(e.prefix), _utf16(e.quote)

    def _together(self) -> tuple[Filed, tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """What the page holds of co-occurrences, and the pairs of one sentence or one event."""
        together = Together(self.base, self.number, self.articles)
        return Filed(together.columns()), together.near()

    def _edges(self, near_left: NDArray[np.int32], near_right: NDArray[np.int32]) -> Edges:
        """What is laid out: every row, and who is named in one sentence or seen at one event."""
        source, target, kind = (np.array(self.rows[name], dtype=np.int32) for name in ("s", "t", "k"))
        pull = np.where(kind == PART_OF, COMMAND, np.array(self.rows["n"])).astype(np.float32)
        left, right = np.concatenate([source, near_left]), np.concatenate([target, near_right])
        weight = np.concatenate([pull, np.full(len(near_left), NAMED, dtype=np.float32)])
        apart = left != right
        return Edges(left[apart], right[apart], weight[apart])

    def _above(self, flags: array[int]) -> dict[int, list[int]]:
        named = np.zeros(len(self.number), dtype=bool)
        source, target, kind = (np.array(self.rows[name], dtype=np.int32) for name in ("s", "t", "k"))
        for end in (source, target):
            named[end[kind != PART_OF]] = True
        context = np.array(flags, dtype=np.int8) & CONTEXT > 0
        above: dict[int, list[int]] = {node: [] for node in np.flatnonzero(context & ~named).tolist()}
        below = kind == PART_OF
        for child, parent in zip(source[below].tolist(), target[below].tolist(), strict=True):
            if parent in above:
                above[parent].append(child)
        return above
