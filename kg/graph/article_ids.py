"""KnowledgeBase → the ids of its articles by their names, few of which are in memory at a time."""

from __future__ import annotations

from collections.abc import Callable

from kg.graph.knowledge_base import KnowledgeBase
from kg.ids import article_id

_KEPT = 1 << 18


class ArticleIds(dict[str, str]):
    """Ids by name, in some form; the id of an article that the knowledge base does not list is what it would be.

    An id that is not made of the name is remembered, of the others the latest.
    """

    def __init__(self, base: KnowledgeBase, form: Callable[[str], str] = str) -> None:
        super().__init__()
        self._form = form
        self._others: dict[str, str] = {}
        for node in base.articles.values():
            if node.id != article_id(node.article):
                self._others[node.article] = form(node.id)
            elif len(self) < _KEPT:
                self[node.article] = form(node.id)

    def __missing__(self, name: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        self[name] = found = self._others.get(name) or self._form(article_id(name))
        return found
