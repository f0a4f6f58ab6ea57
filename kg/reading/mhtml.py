"""A page saved as a single file (MHTML, RFC 2557) → its Article, as Chrome, Edge and Opera save it."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from kg.model import Article
from kg.reading.decoding import text_of
from kg.reading.pages import page_article
from kg.reading.problems import BadInputError, Problems

_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")
_SAFE = ("https://", "http://")


def mhtml_article(data: bytes, identifier: str, path: str, problems: Problems) -> Article:
    """The article of the page that a file holds; pictures and frames beside it are left out.

    Raises BadInputError when there is no page in it.
    """
    saved = message_from_bytes(data)
    page = next((part for part in saved.walk() if part.get_content_type() == "text/html"), None)
    markup = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(markup, bytes):
        raise BadInputError("A005", "no web page in it", where=path, hint="save the page once more, or as .html")
    article = page_article(_text(markup, page, path, problems), identifier, path)
    return replace(article, url=article.url or _address(saved) or _address(page))


def _text(markup: bytes, page: Message, path: str, problems: Problems) -> str:
    """The page in the encoding that its head names, where Python knows it and it fits."""
    try:
        return markup.decode(page.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        return text_of(markup, path, problems)


def _address(part: Message) -> str | None:
    """The address of a page, where its head gives one of the web."""
    named = (str(part[name]).strip() for name in _ADDRESSES if part[name])
    return next((url for url in named if url.startswith(_SAFE) and " " not in url), None)
