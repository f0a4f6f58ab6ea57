"""A web archive (WARC) → the articles of its HTML pages."""

from __future__ import annotations

from collections.abc import Iterator

from kg.ids import digest
from kg.model import Article
from kg.reading.decoding import text_of
from kg.reading.pages import page_article
from kg.reading.problems import BadInputError, Problems
from kg.reading.streams import MAX_BYTES, opened


def warc_articles(path: str, problems: Problems) -> Iterator[Article]:
    """The articles of the archive's successful HTML responses, in order; an id is a hash of the address.

    Raises BadInputError when the file is no WARC, or the reader is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise BadInputError(
            "A001", "a .warc file needs the package fastwarc", where=path, hint="pip install fastwarc"
        ) from None
    number = pages = 0
    with opened(path) as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            number += 1
            address = record.headers.get("WARC-Target-URI") or ""
            where = f"{path}:{number}"
            kind = (record.http_content_type or "").lower()
            if "html" not in kind or (record.http_headers and record.http_headers.status_code not in (200, None)):
                continue
            pages += 1
            try:
                body = record.reader.read(MAX_BYTES + 1)
                if len(body) > MAX_BYTES:
                    raise BadInputError("A008", "the page is too large", where=where, hint="leave it out")
                if len(body) < record.content_length:
                    raise BadInputError("A001", "the record is cut off", where=where, hint="fetch the archive again")
                article = page_article(text_of(body, where, problems), f"web-{digest(address)}", where)
            except BadInputError as error:
                problems(error.issue())
                continue
            yield Article(
                id=article.id,
                text=article.text,
                title=article.title,
                url=address or article.url,
                publisher=article.publisher,
                published=article.published,
                fetched=record.headers.get("WARC-Date"),
                where=where,
            )
    if not pages:
        raise BadInputError("A005", "no record of a web page in it", where=path, hint="give a WARC file with responses")
