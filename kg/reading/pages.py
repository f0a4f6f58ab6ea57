"""An HTML page → Article: the main text as trafilatura keeps it, under the page's headline, with its metadata."""

from __future__ import annotations

from typing import Any

from kg.errors import ArticleError
from kg.model import Article
from kg.reading.cues import fold


def page_article(html: str, identifier: str, where: str) -> Article:
    """The article of a page; offsets count in the text that is kept.

    Raises ArticleError when the page has no text.
    """
    import trafilatura

    document: Any = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True
    )
    text = (document.text or "").strip() if document is not None else ""
    if not text:
        raise ArticleError("no text found on the page", where=where, hint="see whether the page was saved whole")
    title = " ".join((document.title or "").split()) or None
    if title and fold(title) not in fold(text[: len(title) * 3 + 200]):
        text = f"{title}\n\n{text}"
    return Article(
        id=identifier,
        text=text,
        title=title,
        url=document.url or None,
        publisher=document.sitename or document.hostname or None,
        published=document.date or None,
        where=where,
    )
