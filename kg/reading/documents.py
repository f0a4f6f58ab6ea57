"""Article → Document: body, title, captions and dateline as spans; everything else skipped with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Article, Block, BlockKind, Document, Issue, Skipped, Span
from kg.ontology import Ontology
from kg.reading.body import BODY, CAPTION, DATELINE, TITLE, labelled
from kg.reading.cues import Cues, cues_for
from kg.reading.dateline import dateline_end, stands_alone
from kg.reading.inline import cut_out, signature
from kg.reading.published import DateLines, iso_day
from kg.reading.scoring import scored
from kg.reading.sentences import sentences
from kg.reading.units import units

_KINDS: dict[str, BlockKind] = {BODY: "body", TITLE: "title", CAPTION: "caption", DATELINE: "dateline"}
_NEAR_TOP = 12  # units among which a line of date and byline is looked for


def to_document(article: Article, ontology: Ontology) -> Document:
    """Find the article in the page. The text is kept as it is; every character of it that is not blank lies in one
    block, or in one skipped stretch with its reason."""
    cues = cues_for(ontology)
    dates = _dates_for(ontology, cues)
    text = article.text
    parts = units(text)
    items = [scored(unit, cues) for unit in parts]
    dated = [index < _NEAR_TOP and dates.is_line(unit.text) for index, unit in enumerate(parts)]
    placed = [index < _NEAR_TOP and stands_alone(unit.text) for index, unit in enumerate(parts)]
    labels = labelled(items, article.title, cues, dated, placed)
    blocks: list[Block] = []
    skipped: list[Skipped] = []
    dateline: Span | None = None
    title: str | None = None
    body_seen = False
    last_bodies = [index for index, label in enumerate(labels) if label == BODY][-2:]
    for index, (unit, label) in enumerate(zip(parts, labels, strict=True)):
        if label.startswith("-"):
            skipped.append(Skipped(Span(unit.start, unit.end), label[1:]))
            continue
        kind = _KINDS[label]
        start, end = unit.start, unit.end
        if kind == "title":
            title = re.sub(r"\s+", " ", unit.text)
        if kind == "dateline":
            dateline = dateline or Span(start, end)
        if kind == "body" and not body_seen:
            body_seen = True
            begin = dateline_end(text, start, end)
            if begin > start:
                dateline = Span(start, begin)
                span = Span(start, start + len(text[start:begin].rstrip()))
                blocks.append(Block(span, "dateline", (span,)))
                dateline, start = span, begin
        if kind == "body" and index in last_bodies:
            begin = signature(text, start, end)
            if start < begin < end:
                skipped.append(Skipped(Span(begin, end), "byline"))
                end = begin
        _add(text, start, end, kind, cues, blocks, skipped)
    issues = () if any(block.kind == "body" for block in blocks) else (_no_body(article),)
    published = iso_day(article.published) or _published(
        article, dates, labels, items_text=[unit.text for unit in parts], dated=dated
    )
    return Document(
        article=article,
        text=text,
        blocks=tuple(blocks),
        skipped=tuple(sorted(skipped, key=lambda found: found.span)),
        title=article.title or title,
        published=published,
        issues=issues,
        dateline=dateline,
    )


def _add(
    text: str, start: int, end: int, kind: BlockKind, cues: Cues, blocks: list[Block], skipped: list[Skipped]
) -> None:
    """A stretch as blocks, without what is cut out of its middle."""
    for piece, reason in cut_out(text, start, end, cues):
        if reason:
            skipped.append(Skipped(piece, reason))
        else:
            found = sentences(text, piece.start, piece.end, cues.abbreviations)
            blocks.append(Block(piece, kind, found))


def _published(
    article: Article, dates: DateLines, labels: list[str], items_text: list[str], dated: Iterable[bool]
) -> str | None:
    """The day that a line of date and byline, or a dateline standing alone, tells."""
    for text, is_dated, label in zip(items_text, dated, labels, strict=True):
        if is_dated and label != BODY:
            day = dates.day(text)
            if day:
                return day
    return None


def _no_body(article: Article) -> Issue:
    return Issue(
        "A011",
        "no text of an article found on the page",
        article.where or article.id,
        "see whether the page was saved whole",
    )


_DATES: dict[tuple[str, str], DateLines] = {}


def _dates_for(ontology: Ontology, cues: Cues) -> DateLines:
    key = (str(ontology.root), ontology.version)
    if key not in _DATES:
        _DATES[key] = DateLines(ontology, cues)
    return _DATES[key]
