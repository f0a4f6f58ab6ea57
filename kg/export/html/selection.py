"""KnowledgeBase → which of its nodes the page holds: all of them, or the most connected when they are too many.

A browser reads the page whole, so there is a size beyond which it stops being of use; what is left out is counted, and
the page and the build say so.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.graph.knowledge_base import KnowledgeBase, ends_of

MOST = 250_000  # nodes of a page when nothing is said


@dataclass(frozen=True, slots=True)
class Held:
    """How many nodes the page holds, and of how many; `names` are None when it holds all."""

    nodes: int
    total: int
    names: frozenset[str] | None = None

    @property
    def left_out(self) -> int:
        """How many nodes are not on the page."""
        return self.total - self.nodes


def held_by(base: KnowledgeBase, most: int | None = None) -> Held:
    """The nodes for a page of at most so many: those with most claims, equals by id, and the units above them."""
    total, limit = len(base.entities) + len(base.events), MOST if most is None else most
    if total <= limit:
        return Held(total, total)
    above = {e.id: [parent.id for parent in e.parents] for e in base.entities.values()}
    events = {event.id for event in base.events.values()}
    claims: dict[str, int] = {}
    for claim in base.statements():
        for end in ends_of(claim):
            if end in above or end in events:
                claims[end] = claims.get(end, 0) + 1
    chosen = {*sorted(claims, key=lambda name: (-claims[name], name))[:limit]}
    waiting = sorted(chosen)
    while waiting:
        parents = [one for one in above.get(waiting.pop(), ()) if one in above and one not in chosen]
        chosen.update(parents)
        waiting.extend(parents)
    return Held(len(chosen), total, frozenset(chosen))
