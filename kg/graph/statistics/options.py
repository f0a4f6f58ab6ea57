"""What a reader may ask of the statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GraphName = Literal["participation", "persons", "institutions", "cooccurrence"]
Measure = Literal["strength", "degree", "betweenness", "pagerank"]


@dataclass(frozen=True, slots=True)
class Options:
    """`top` rows a table (None: all); `graph` is what centrality, structure and stability are computed on. Chance
    mixes actors everywhere, or only among the events of one region.
    """

    graph: GraphName = "participation"
    top: int | None = 10
    by: Measure = "strength"
    alpha: float = 0.05
    within: Literal["everywhere", "region"] = "everywhere"
    seed: int = 0
    pivots: int | None = None
    engine: Literal["default", "networkit"] = "default"
