"""Article → Document: body, title, captions and dateline as spans; everything else skipped with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.model import Article, Block, BlockKind, Document, Issue, Skipped, Span
from kg.ontology import Ontology
from kg.reading.body import BODY, DATELINE, TITLE, labelled
from kg.reading.cues import Cues, Hit, cues_for
from kg.reading.dateline import dateline_end, stands_alone
from kg.reading.inline import credit, cut_out, is_mark, signature
from kg.reading.published import DateLines, day_of_address, iso_day
from kg.reading.scoring import Scored, scored
from kg.reading.sections import CAPTION
from kg.reading.sentences import sentences
from kg.reading.several import further_heads
from kg.reading.units import Unit, units

_KINDS: dict[str, BlockKind] = {BODY: "body", TITLE: "title", CAPTION: "caption", DATELINE: "dateline"}
_ABOVE = 2  # units above the headline in which the article's own date may stand
_NEAR_TOP = 12  # units among which a line of date and byline is looked for
_LEAD_WORDS = 16  # as many as no headline behind a dateline has
_LEAD = 3  # paragraphs at whose start the dateline is looked for


def to_document(article: Article, ontology: Ontology) -> Document:
    """Find the article in the page. The text is kept as it is; every character of it that is not blank lies in one
    block, or in one skipped stretch with its reason."""
    cues = cues_for(ontology)
    dates = _dates_for(ontology, cues)
    text = article.text
    parts = units(text)
    hits = cues.hits(text)
    items = [scored(unit, cues) for unit in parts]
    top = max(_NEAR_TOP, next((index for index, item in enumerate(items) if item.prose), 0) + _LEAD)
    near = _NearTop(text, items[:top], dates, cues)
    labels = labelled(items, article.title, cues, near.dated, near.placed, near.leading)
    further = further_heads(text, items, labels, cues)
    bodies = [index for index, label in enumerate(labels) if label == BODY]
    datelines = _datelines(text, parts, labels, bodies, cues)
    dateline = datelines[min(datelines)] if datelines else None
    for index in further:
        span = _dateline(text, parts[index + 1], cues)
        if span is not None:
            datelines[index + 1] = span
    blocks: list[Block] = []
    skipped: list[Skipped] = []
    for index, (unit, label) in enumerate(zip(parts, labels, strict=True)):
        start, end = unit.start, unit.end
        label = TITLE if index in further else label
        if label.startswith("-"):
            skipped.append(Skipped(Span(start, end), label[1:]))
            continue
        if label == BODY and index in datelines:
            span = datelines[index]
            blocks.append(Block(span, "dateline", (span,)))
            start = span.end
        if label == TITLE and (word := _field(unit.text, article.title)):
            skipped.append(Skipped(Span(start, start + word), "furniture"))
            start += word
        if label in (BODY, CAPTION):
            begin = credit(text, start, end, caption=label == CAPTION)
            begin = signature(text, start, end) if begin == end and index in bodies[-2:] else begin
            if start < begin < end:
                skipped.append(Skipped(Span(begin, end), "byline"))
                end = begin
        _add(text, start, end, _KINDS[label], hits, cues, blocks, skipped)
    given = iso_day(article.published) or (dates.day(article.published) if article.published else None)
    issues = [] if any(block.kind == "body" for block in blocks) else [_no_body(article)]
    if article.published and given is None:
        issues.append(_no_day(article))
    heads = [unit.text for unit, label in zip(parts, labels, strict=True) if label == TITLE]
    return Document(
        article=article,
        text=text,
        blocks=tuple(blocks),
        skipped=tuple(sorted(skipped, key=lambda found: found.span)),
        title=article.title or (" ".join(heads[0].split()).strip("#* ") if heads else None),
        published=given or _published(text, dates, parts, labels, near.dated, dateline) or day_of_address(article.url),
        issues=tuple(issues),
        dateline=dateline,
    )


@dataclass(frozen=True, slots=True)
class _NearTop:
    """The first units of a page; each is judged where that is asked."""

    text: str
    items: Sequence[Scored]
    dates: DateLines
    cues: Cues

    def dated(self, index: int) -> bool:
        """Whether a unit is a line of date and byline."""
        return index < len(self.items) and self.dates.is_line(self.items[index].unit.text)

    def placed(self, index: int) -> bool:
        """Whether a unit is a dateline standing alone."""
        return index < len(self.items) and stands_alone(self.items[index].unit.text, self.dates.weekdays)

    def leading(self, index: int) -> bool:
        """Whether a unit begins with a dateline and is too long for a headline, though it may have lost its stop."""
        item = self.items[index] if index < len(self.items) else None
        if item is None or item.words < _LEAD_WORDS:
            return False
        return dateline_end(self.text, item.unit.start, item.unit.end, self.cues.offices, sure=True) > item.unit.start


def _field(line: str, title: str | None) -> int:
    """The length of what stands in front of a title in its line: the name of the field, as in "Judul: …"."""
    at = line.find(title) if title else 0
    return at if at > 0 and line[:at].rstrip().endswith(":") else 0


def _datelines(
    text: str, parts: Sequence[Unit], labels: list[str], bodies: Sequence[int], cues: Cues
) -> dict[int, Span]:
    """The datelines by unit: alone on a line, or at the start of the body. What precedes the latter are captions."""
    found = {i: Span(parts[i].start, parts[i].end) for i, label in enumerate(labels) if label == DATELINE}
    for place, index in enumerate(bodies[:_LEAD]):
        span = _dateline(text, parts[index], cues, sure=place > 0)
        if span is not None:
            found[index] = span
            for before in bodies[:place]:
                labels[before] = CAPTION
            break
    return found


def _dateline(text: str, unit: Unit, cues: Cues, *, sure: bool = False) -> Span | None:
    """The dateline with which a paragraph begins."""
    begin = dateline_end(text, unit.start, unit.end, cues.offices, sure=sure)
    return Span(unit.start, unit.start + len(text[unit.start : begin].rstrip())) if begin > unit.start else None


def _published(
    text: str,
    dates: DateLines,
    parts: Sequence[Unit],
    labels: Sequence[str],
    dated: Callable[[int], bool],
    dateline: Span | None,
) -> str | None:
    """The day that a line of date and byline tells, else the dateline.

    A line behind the headline counts more than one right above it; further up stands the day on which a page was saved.
    """
    title = next((index for index, label in enumerate(labels) if label == TITLE), 0)
    lines = [index for index, label in enumerate(labels) if label != BODY and dated(index)]
    for index in sorted(lines, key=lambda index: (index < title, abs(index - title))):
        if index >= title - _ABOVE:
            day = dates.day(parts[index].text)
            if day:
                return day
    return dates.day(text[dateline.start : dateline.end]) if dateline else None


def _add(
    text: str,
    start: int,
    end: int,
    kind: BlockKind,
    hits: Sequence[Hit],
    cues: Cues,
    blocks: list[Block],
    skipped: list[Skipped],
) -> None:
    """A stretch as blocks, without what is cut out of its middle."""
    for piece, reason in cut_out(text, start, end, hits, cues):
        if not reason and kind == "body" and is_mark(text, piece):
            reason = "byline"
        if reason:
            skipped.append(Skipped(piece, reason))
        else:
            found = sentences(text, piece.start, piece.end, cues.stops)
            blocks.append(Block(piece, kind, found))


def _no_day(article: Article) -> Issue:
    told = f"no day of publication in {str(article.published)[:40]!r}: write it as 2024-08-30"
    return Issue("A012", told, article.where or article.id)


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
