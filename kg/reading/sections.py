"""Cues → the sections that they open: related articles, comments, and how far each of them reaches on this page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.reading.cues import Cue
from kg.reading.scoring import Scored

CAPTION = "caption"
_ENOUGH = 200  # characters of prose after which a section for the rest of the page may begin
_COUNTED = 3  # a heading that counts its comments may have so many times the prose before it behind it
_REST = 0.3  # of the prose before it, as much as may follow a heading of links at once
_CLOSED = 0.6  # of the prose before it, as much as may follow who edited the article
_SENTENCE = 4  # words of the shortest sentence that ends a list of links
_LITTLE = 3  # letters of words that headlines may write small
_CUT = ("...", "…")
_TEASERS = 4  # lines that end so: two articles, each with its headline
_HEADLINE = 4  # words of the shortest headline of another article
_CAPTION_WORDS = 6  # with fewer it only says who took the picture


def sections(items: Sequence[Scored]) -> list[str]:
    """Labels of the units that cues account for; "" for the others."""
    sizes = [len(item.unit.text) if item.prose else 0 for item in items]
    total, before = sum(sizes), 0
    labels = [""] * len(items)
    reason, reach = "", "line"
    for index, item in enumerate(items):
        cue = item.cue
        if reach == "rest" and not (cue and cue.reach == "rest"):
            labels[index] = f"-{reason}"
        elif cue and cue.reason == "caption":
            labels[index], reach = CAPTION if item.words >= _CAPTION_WORDS else "-byline", "line"
        elif cue:
            after = total - before - sizes[index]
            reason, reach = cue.reason, _reach(item, cue, before, after, items[index + 1 : index + 4])
            labels[index] = f"-{reason}"
        elif reach == "list" and (
            _link(items, index) or not (item.prose or (item.stops and not item.item and item.words >= _SENTENCE))
        ):
            labels[index] = f"-{reason}"
        else:
            reach = "line"
        before += sizes[index]
    for index in _teasers(items):
        labels[index] = labels[index] or "-related"
    return labels


def _link(items: Sequence[Scored], index: int) -> bool:
    """Whether a unit right below a heading of links is a headline, with a full stop behind it."""
    heading, text = items[index - 1].cue if index else None, items[index].unit.text
    below = heading is not None and heading.alone and items[index].stops
    return below and items[index].words >= _SENTENCE and not any(map(_small, text.split()))


def _small(word: str) -> bool:
    """Whether a word is one that headlines write with a capital, and is written small."""
    return word[0].islower() and len(word.partition("-")[0]) > _LITTLE


def _teasers(items: Sequence[Scored]) -> Iterator[int]:
    """The beginnings of other articles: headlines and sentences, one behind another, that are all cut short by dots."""
    run: list[int] = []
    for index, item in enumerate(items):
        if item.unit.text.endswith(_CUT):
            run.append(index)
            continue
        yield from run if len(run) >= _TEASERS else ()
        run = []
    yield from run if _TEASERS <= len(run) < len(items) else ()


def _opens_article(ahead: Sequence[Scored]) -> bool:
    """Whether the next units are the headline of another article and its first two paragraphs."""
    if len(ahead) < 3 or not all(item.prose and item.closes for item in ahead[1:]):
        return False
    return ahead[0].headline and ahead[0].titled and ahead[0].words >= _HEADLINE


def _reach(item: Scored, cue: Cue, before: int, after: int, ahead: Sequence[Scored]) -> str:
    """How far a cue reaches at this place of the page; before and after are characters of prose.

    A section does not take more prose than stands in front of it: then its heading was a button, or a subheading. The
    number of comments on one of several articles ends with it.
    """
    if cue.reach != "rest":
        return "list" if cue.reach == "list" and cue.alone else "line"
    if cue.reason == "byline":
        return "rest" if before >= _ENOUGH and after <= before * _CLOSED else "line"
    if cue.reason == "comment":
        counted = any(letter.isdigit() for letter in item.unit.text)
        if counted and _opens_article(ahead):
            return "line"
        enough = before >= _ENOUGH or (before and not after)
        return "rest" if enough and after <= before * (_COUNTED if counted else 1) else "line"
    if before < _ENOUGH or after > before:
        return "list"
    return "line" if any(item.prose for item in ahead[:1]) and after > before * _REST else "rest"
