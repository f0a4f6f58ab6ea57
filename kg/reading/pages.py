"""An HTML page → Article: headline, day, captions, and the main text as trafilatura keeps it."""

from __future__ import annotations

from typing import Any

from kg.model import Article
from kg.reading.cues import fold_line
from kg.reading.decoding import storable
from kg.reading.metadata import Metadata, metadata_of
from kg.reading.plain import plain_text
from kg.reading.problems import BadInputError

_LARGEST = 3_000_000  # characters of markup that the better reader is given
_SHARE = 0.25  # of the page's prose that the main text must hold to be believed
_PARAGRAPH = 80  # characters


def page_article(html: str, identifier: str, where: str) -> Article:
    """The article of a page; offsets count in the text that is kept.

    When the main text can't be told from the rest, all visible text is kept, for the body to be found in it.
    Raises BadInputError when the page has no text.
    """
    html, _ = storable(html)
    shown = plain_text(html)
    if not shown:
        raise BadInputError(
            "A007", "no text found on the page", where=where, hint="see whether the page was saved whole"
        )
    meta = metadata_of(html)
    main = _main_text(html)
    believed = main and _prose(main) >= _SHARE * _prose(shown) and not _in_cells(main)
    text = _headed(main, meta) if believed else shown
    return Article(
        id=identifier,
        text=text,
        title=meta.title,
        url=meta.url,
        publisher=meta.publisher,
        published=meta.published,
        where=where,
    )


def _headed(main: str, meta: Metadata) -> str:
    """The main text under the headline, the line of the date, and the captions that it lost."""
    folded = fold_line(main)
    title, rest = (meta.title or ""), main
    if title and fold_line(title) in folded[: len(title) * 3 + 200]:
        first, _, behind = main.partition("\n")
        title, rest = (first, behind) if fold_line(first) == fold_line(title) else ("", main)
    lines = [title, *([meta.shown_date] if meta.shown_date and fold_line(meta.shown_date) not in folded else [])]
    lines += [caption for caption in meta.captions if fold_line(caption) not in folded]
    return "\n\n".join(line for line in [*lines, rest.strip()] if line)


def _main_text(html: str) -> str:
    if len(html) > _LARGEST:
        return ""
    import trafilatura

    try:
        document: Any = trafilatura.bare_extraction(
            html, include_comments=False, include_tables=False, favor_recall=True, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - a foreign parser may fail in any way on any page; then the plain text counts
        return ""
    return (document.text or "").strip() if document is not None else ""


def _in_cells(text: str) -> bool:
    """Whether paragraphs were melted into the cells of a table that only laid out the page."""
    return any(line.count(" | ") >= 1 and len(line) >= _PARAGRAPH and line.startswith("|") for line in text.split("\n"))


def _prose(text: str) -> int:
    """Characters in lines that are long enough for paragraphs."""
    return sum(len(line) for line in text.split("\n") if len(line) >= _PARAGRAPH)
