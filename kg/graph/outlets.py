"""An article → its outlet."""

from __future__ import annotations

from urllib.parse import urlsplit

from kg.model import ArticleNode


def outlet_of(node: ArticleNode) -> str | None:
    """Who published an article: the publisher it names, or else the host of its address."""
    if node.publisher or not node.url:
        return node.publisher
    try:
        host = urlsplit(node.url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
