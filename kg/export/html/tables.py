"""What the page's data is made of: strings kept once, and regions with their names and coordinates."""

from __future__ import annotations

from typing import Any, Protocol

from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Region


class Regions(Protocol):
    """Where names and coordinates of regions come from, such as the gazetteer."""

    def region(self, code: str) -> Any:
        """The region of a Kemendagri code, or None."""


class Table:
    """Strings, each kept once, by number; None is -1."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._at: dict[str, int] = {}

    def add(self, value: str | None) -> int:
        if value is None:
            return -1
        if value not in self._at:
            self._at[value] = len(self.values)
            self.values.append(value)
        return self._at[value]


def region_columns(base: KnowledgeBase, codes: list[str], gazetteer: Regions | None) -> dict[str, list[Any]]:
    """Code, name, type and place of each region; the gazetteer answers where the knowledge base has none."""
    given = {region.code: region for region in base.regions.values()}
    found: list[Region | Any | None] = []
    for code in codes:
        region = given.get(code)
        if region is None and gazetteer is not None:
            region = gazetteer.region(code)
        found.append(region)
    return {
        "code": codes,
        "name": [str(r.name) if r is not None else "" for r in found],
        "type": [str(getattr(r, "type", "")) if r is not None else "" for r in found],
        "lat": [_degrees(getattr(r, "lat", None), 90) for r in found],
        "lon": [_degrees(getattr(r, "lon", None), 180) for r in found],
    }


def _degrees(value: object, limit: float) -> float | None:
    if not isinstance(value, int | float) or not abs(value) <= limit:
        return None
    return round(float(value), 4)
