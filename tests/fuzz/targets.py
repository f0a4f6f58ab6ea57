"""All targets by name, in the order in which a datum meets them."""

from __future__ import annotations

from tests.fuzz import ontologies, queries, readers, stations
from tests.fuzz.target import Target

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (*readers.TARGETS, *stations.TARGETS, *ontologies.TARGETS, *queries.TARGETS)
}  # fmt: skip
