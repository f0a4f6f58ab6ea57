"""What a reader may ask of the statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GraphName = Literal["participation", "persons", "institutions", "cooccurrence"]
Measure = Literal["strength", "degree", "betweenness", "pagerank"]


@dataclass(frozen=True, slots=True)
class Options:
    """`top` rows a table (None: all); `graph` is what centrality, structure and stability are computed on."""

    graph: GraphName = "participation"
    top: int | None = 10
    by: Measure = "strength"
    alpha: float = 0.05
    seed: int = 0
    pivots: int | None = None
    engine: Literal["default", "networkit"] = "default"
