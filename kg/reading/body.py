"""Scored units → what each of them is: title, body, caption, dateline, or skipped with a reason.

Cues open sections (related articles, comments) that reach as far as the ontology says; then the first and the last
unit of plain prose bound the body. What lies between stays unless it is plainly furniture: losing a paragraph is worse
than keeping a doubtful line. What lies behind goes unless it is plainly prose or a list that the body introduced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.reading.cues import Cues, fold_line
from kg.reading.headline import headline
from kg.reading.lists import listed_lines, lists_names
from kg.reading.scoring import DOUBTFUL, Scored
from kg.reading.sections import sections

BODY, TITLE, DATELINE = "body", "title", "dateline"
_HEADLINE_RUN = 3  # as many headlines in a row without an introduction are links, not subheadings
_SURELY_JUNK = -2.0
_LONG_LINE = 12  # words of a line without a full stop that is prose also where links follow
_SLOGAN = 20  # words of the longest slogan on top of a page
_MENU = 3  # lines of a menu under it
_ENTRY = 5  # words of an entry of a menu; more is a line of text that was broken
_GAP = 1  # doubtful units between the body and a last short sentence or list
_GAP_STOPPED = 3  # the same before a sentence with its full stop: a heading and two links
_CAPITALS = 0.6  # of its words begin so
_TICKER = 60  # words that are looked at
_SURE_TITLE, _NEAR = 25, 60  # characters of a headline, units behind it
_LINK = 1.5  # highest score of a line with capitals that is a link or a subheading between two paragraphs
_SENTENCES = re.compile(r"(?<![\w.])[a-z]{4,}[.!?][\"”]?\s+[\"“]?[A-Z]")  # the end of one and the start of another
_STRONG = 5.0  # score of a paragraph that is body wherever it stands


def labelled(
    items: Sequence[Scored],
    title: str | None,
    cues: Cues,
    dated: Callable[[int], bool],
    placed: Callable[[int], bool],
    leading: Callable[[int], bool],
) -> list[str]:
    """One label a unit: `body`, `title`, `caption`, `dateline`, or a reason for skipping behind a `-`.

    `title` is the one known from elsewhere; `dated` says whether a unit is a line of date and byline, `placed` whether
    it is a dateline standing alone, `leading` whether it begins with one and is no headline.
    """
    labels = sections(items)
    prose = [index for index, item in enumerate(items) if not labels[index] and item.prose]
    if not prose:
        return _without_prose(items, labels, title)
    while len(prose) > 1 and (_is_ticker(items, prose[0], prose[1]) or _is_slogan(items, labels, prose[0], prose[1])):
        labels[prose.pop(0)] = "-furniture"
    head = headline(items, labels, prose, title, lambda index: dated(index) or leading(index))
    for index in _between_copies(items, head, prose[-1]):
        labels[index] = labels[index] or "-menu"
    prose = [index for index in prose if not labels[index]]
    start = next((index for index in prose if index != head), prose[0] + 1)
    _before(items, labels, head, start, dated, placed)
    _after(items, labels, start, cues)
    seen = items[head].folded if head is not None else fold_line(title or "")
    for index, item in enumerate(items):
        if index != head and labels[index] == BODY and len(seen) > 15 and item.folded == seen:
            labels[index] = "-furniture"
    return labels


def _is_ticker(items: Sequence[Scored], first: int, second: int) -> bool:
    """Whether the first prose of a page is headlines of other articles in one line: capitals, no end, and the headline
    below it.
    """
    item = items[first]
    words = [] if item.closes or item.unit.text.endswith(",") else item.unit.text.split(maxsplit=_TICKER)[:_TICKER]
    titled = sum(word[:1].isupper() for word in words) > len(words) * _CAPITALS
    return titled and any(other.headline and other.words > _ENTRY for other in items[first + 1 : second])


def _between_copies(items: Sequence[Scored], head: int | None, last: int) -> Sequence[int]:
    """What stands between the headline as the page's title and as the article's: menus, with no sentence that stops."""
    if head is None or len(items[head].folded) < _SURE_TITLE:
        return ()
    found = range(head + 1, min(last, head + _NEAR))
    again = next((at for at in reversed(found) if items[at].folded == items[head].folded), head)
    between = range(head + 1, again)
    return () if any(items[index].stops for index in between) else between


def _is_slogan(items: Sequence[Scored], labels: Sequence[str], first: int, second: int) -> bool:
    """Whether the first prose of a page is only its outlet's slogan: a short sentence, then a menu, then the rest."""
    item = items[first]
    if item.words > _SLOGAN or item.unit.text.endswith(":"):
        return False
    between = [items[index] for index in range(first + 1, second) if not labels[index]]
    if any(other.unit.text.endswith(":") for other in between):
        return False  # they are a list
    return sum(other.words <= _ENTRY and not (other.closes or other.item) for other in between) >= _MENU


def _before(
    items: Sequence[Scored],
    labels: list[str],
    head: int | None,
    start: int,
    dated: Callable[[int], bool],
    placed: Callable[[int], bool],
) -> None:
    """Label what stands in front of the body."""
    if head is not None:
        labels[head] = TITLE
    title = items[head].folded if head is not None else ""
    kept = False
    for index in range(start):
        if labels[index]:
            continue
        item = items[index]
        if placed(index):
            labels[index] = DATELINE
        elif dated(index):
            labels[index] = "-byline"
        elif head is not None and index < head:
            labels[index] = "-menu"
        elif kept and item.item:
            labels[index] = BODY
        elif (title and item.folded == title) or item.score < DOUBTFUL - 1.0:
            labels[index] = "-furniture"
        else:
            kept = item.score > DOUBTFUL or (item.headline and item.words >= 5)
            labels[index] = BODY if kept else "-furniture"


def _after(items: Sequence[Scored], labels: list[str], start: int, cues: Cues) -> None:
    """Label the body and what stands behind it."""
    open_units = [index for index in range(start, len(items)) if not labels[index]]
    listed = listed_lines(items, open_units, cues)
    last = _last(items, open_units, listed, start, cues)
    run: list[int] = []
    for place, index in enumerate(open_units):
        item = items[index]
        if index > last:
            labels[index] = _tail_reason(item, index, last)
        elif (
            index in listed
            or item.prose
            or item.plain
            or _cut_off(item)
            or (item.closes and item.score > DOUBTFUL and not item.english)
        ):
            labels[index] = BODY
            run = []
        elif _between(items, open_units[place - 1 : place + 2]):
            labels[index] = "-related"
        else:
            run = _inside(items, index, labels, run)
            if run and _above_links(items, index):
                run = _related([member for member in run if items[member].titled], labels)


def _last(items: Sequence[Scored], open_units: Sequence[int], listed: set[int], start: int, cues: Cues) -> int:
    """The last unit of the body: plain prose, a line of its lists, or a shorter sentence close behind them."""
    last, gap = start, 0
    for place, index in enumerate(open_units):
        item = items[index]
        alone = place + 1 >= len(open_units) or not items[open_units[place + 1]].like_a_link
        short = item.closes and item.score > DOUBTFUL and not item.english and (item.stops or not item.titled)
        lost = item.plain and gap == 0 and (alone or item.words >= _LONG_LINE)
        lost = lost or (gap == 0 and (lists_names(item, cues) or _cut_off(item)))
        strong = item.prose and (gap <= _GAP or item.score >= _STRONG)
        if (
            strong
            or lost
            or (short and gap <= (_GAP_STOPPED if item.stops else _GAP))
            or (index in listed and gap <= _GAP)
        ):
            last, gap = index, 0
        else:
            gap += 1
    return last


def _cut_off(item: Scored) -> bool:
    """Whether a line without an end has that of a sentence inside, as no headline has: "… senada. Dalam sambu"."""
    known = item.closes or item.cue or item.english
    return not known and item.score > _SURELY_JUNK and bool(_SENTENCES.search(item.unit.text))


def _inside(items: Sequence[Scored], index: int, labels: list[str], run: list[int]) -> list[int]:
    """Label a doubtful unit between units of the body; a run of headlines becomes related links.

    One with the sign of an item waits for the heading of links below it.
    """
    item = items[index]
    if item.score < _SURELY_JUNK and not item.item:
        labels[index] = "-furniture"
        return run
    labels[index] = BODY
    if not item.headline or item.words < 5:
        return []
    run = [*run, index]
    plain = [member for member in run if not items[member].item]
    return _related(run, labels) if len(plain) >= _HEADLINE_RUN else run


def _between(items: Sequence[Scored], around: Sequence[int]) -> bool:
    """Whether the second of three units is a headline between two paragraphs of prose: a link or a subheading."""
    if len(around) < 3:
        return False
    before, item, after = (items[index] for index in around)
    if not (before.prose and before.stops and after.prose) or item.item or item.unit.text.endswith(":"):
        return False
    return item.headline and item.titled and item.words > _ENTRY and item.score < _LINK


def _related(run: list[int], labels: list[str]) -> list[int]:
    """Label a run of headlines as links to other articles."""
    for member in run:
        labels[member] = "-related"
    return run


def _above_links(items: Sequence[Scored], index: int) -> bool:
    """Whether the heading of links stands right below a unit: some pages put two links above "Baca juga" too."""
    cue = items[index + 1].cue if index + 1 < len(items) else None
    return cue is not None and cue.reason == "related" and cue.alone


def _tail_reason(item: Scored, index: int, last: int) -> str:
    if item.english:
        return "-comment"
    if 1 <= item.words <= 4 and index == last + 1 and (item.unit.text[:1].isalpha() or item.unit.text[:1] in "([-"):
        return "-byline"
    if item.words >= 5:
        return "-related"
    return "-menu" if item.words else "-furniture"


def _without_prose(items: Sequence[Scored], labels: list[str], title: str | None) -> list[str]:
    """A page in which nothing looks like prose: what no cue accounts for is kept when it is not plainly furniture."""
    known = fold_line(title or "")
    kept = {index for index, label in enumerate(labels) if not label and items[index].score > _SURELY_JUNK}
    for index, item in enumerate(items):
        if not labels[index]:
            labels[index] = BODY if index in kept else "-furniture"
            if known and item.folded == known:
                labels[index], known = TITLE, ""
    return labels
