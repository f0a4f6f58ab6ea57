"""Entities and events → their columns on the page, each noun read once; entities come first."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Mapping
from typing import Any

from kg.export.html.columns import Rows
from kg.export.html.tables import Table
from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Entity, Event, Evidence

NIL, CONTEXT = 1, 2  # bits of `flag`
_NUMBERS = ("cls", "type", "region", "flag", "date", "precision", "status", "place")
_LISTS = ("alias", "more", "why", "reports")


class Nodes:
    """Numbers and strings of every node that has a place (of the chosen ones), in the order of the page."""

    def __init__(
        self, base: KnowledgeBase, words: Table, articles: Mapping[str, int],
        proof: Callable[[Evidence], tuple[int, int, int, int, int]], chosen: Container[str] | None = None,
    ) -> None:  # fmt: skip
        self.number: dict[str, int] = {}
        self.labels: list[str] = []
        self.numbers = {name: array("i") for name in _NUMBERS}
        self.lists = {name: Rows() for name in _LISTS}
        self.proofs = Rows(5)
        self.parents: list[tuple[int, str, str | None, str | None]] = []
        self._words, self._articles, self._proof, self._regions = words, articles, proof, Table()
        for entity in base.entities.values():
            if chosen is None or entity.id in chosen:
                self._entity(entity)
        for event in base.events.values():
            if chosen is None or event.id in chosen:
                self._event(event)

    @property
    def flag(self) -> array[int]:
        """Bits of each node: not linked, named by no article."""
        return self.numbers["flag"]

    @property
    def days(self) -> array[int]:
        """The word that dates each node; -1 for none."""
        return self.numbers["date"]

    def codes(self) -> list[str]:
        """The regions of all nodes and those above them, sorted."""
        parts = [code.split(".") for code in self._regions.values if code]
        return sorted({".".join(part[: n + 1]) for part in parts for n in range(len(part))})

    def columns(self) -> dict[str, Any]:
        """The columns by name."""
        place = {code: at for at, code in enumerate(self.codes())}
        where = [place.get(code, -1) for code in self._regions.values]
        regions = array("i", (where[at] if at >= 0 else -1 for at in self.numbers["region"]))
        numbers = self.numbers | {"region": regions}
        return {"id": list(self.number), "label": self.labels, **numbers, **self.lists, "proof": self.proofs}

    def _add(self, node: Entity | Event, numbers: tuple[int, ...], lists: tuple[list[int], ...]) -> None:
        self.number[node.id] = len(self.number)
        self.labels.append(node.name)
        for column, value in zip(self.numbers.values(), numbers, strict=True):
            column.append(value)
        for rows, row in zip(self.lists.values(), lists, strict=True):
            rows.append(row)

    def _entity(self, e: Entity) -> None:
        word = self._words.add
        self.parents.extend((len(self.number), parent.id, parent.start, parent.end) for parent in e.parents)
        flag = NIL * e.nil + CONTEXT * e.context
        lists = (e.aliases, (*e.ranks, *e.honorifics, *e.degrees), (*e.reasons, *e.candidates))
        numbers = (word(e.cls), word(e.type), self._regions.add(e.region), flag, -1, -1, -1, -1)
        self._add(e, numbers, (*([word(text) for text in texts] for texts in lists), []))
        self.proofs.append(())

    def _event(self, e: Event) -> None:
        word = self._words.add
        days = word(e.date or None), word(e.precision), word(e.status), word(e.place)
        reports = [self._articles[a] for a in e.reports if a in self._articles]
        self._add(e, (word("Event"), word(e.kind), self._regions.add(e.region), 0, *days), ([], [], [], reports))
        proofs = [self._proof(p) for p in sorted(e.evidence)]
        self.proofs.append(
            n for at, start, sentence, place, length in proofs for n in (at, sentence, place, length, start)
        )
