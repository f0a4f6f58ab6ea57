"""What a knowledge base names but does not hold: statements hang together, or the file was cut or spoilt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.knowledge_base import KnowledgeBase


def loose_ends(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The id of each thing that names another one which is not there, and what it names."""
    for one, end, among in _references(base):
        if end is not None and end not in among:
            yield one, end


def _references(base: KnowledgeBase) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    for post in base.posts.values():
        yield post.id, post.institution, base.entities
    for posting in base.postings.values():
        yield posting.id, posting.person, base.entities
        yield posting.id, posting.institution, base.entities
        yield posting.id, posting.post, base.posts
    for part in base.participations.values():
        yield part.id, part.event, base.events
        yield part.id, part.participant, base.entities
        yield part.id, part.acted_as, base.posts
        yield part.id, part.on_behalf_of, base.entities
    for pair in base.cooccurrences.values():
        for end in pair.between:
            yield pair.id, end, base.entities
