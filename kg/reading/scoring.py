"""How much a unit looks like the prose of an article: a table of features and their weights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.reading.cues import Cue, Cues, fold_line
from kg.reading.inline import signature
from kg.reading.units import Unit

_CLOSES = re.compile(r"[.!?…][\"”’'“)\]*\s]*$|[\"”]$|\)\.?$")
_STOPS = re.compile(r"(?<![.…])\.[\"”’)]*$")
_INNER = re.compile(r"[.!?][\"”’)]*\s*[\"“]?[A-ZÀ-Þ]")
_SIGNS = "\"'“”‘’()[],.:;!?*#>-–—"
_SEPARATORS = (*"|»›«→·•☰≡×#@", " / ", " > ", "   ", "://", "www.")
_ITEM = re.compile(r"\s*(?:\(?\d{1,3}[.)]\)?|[-–*•·●▪○►✓]|\(?[a-zA-Z][.)])\s+\S")
_LINE = 300  # characters up to which a unit may be furniture by its words
_SENTENCE = 6  # words of the shortest line that may be a sentence without its full stop
_SMALL = re.compile(r"(?<!\S)[a-z]\S*\s+[a-z]\S*\s+[a-z]")  # three words, of which a headline has one with a capital
_PLAIN = 12  # words of a closed sentence whose bars and addresses are not counted
_SHORT = 80  # characters of a line that many pages may have
_REMEMBERED = 10_000  # such lines of which it is kept how they look
_SAMPLE = 400  # characters that are judged; enough for a paragraph, bounded for a page in one line

WEIGHTS = {
    "closes": 2.0,  # ends like a sentence
    "inner": 1.5,  # a sentence ends inside
    "long": 2.0,  # 25 words or more
    "medium": 1.0,  # 12 words or more
    "function": 2.0,  # one word in eight or more is a little Indonesian word
    "few_function": 0.5,  # some are
    "title_case": -1.5,  # nearly all words begin with capitals, five words or more
    "caps": -1.0,  # all capitals
    "english": -5.0,
    "separators": -1.5,  # bars, arrows, addresses: for each, up to three
    "tiny": -2.0,  # three words or fewer
    "wordless": -4.0,
    "comma_list": 0.5,  # two commas or more, as lists of people have
    "colon": 0.5,  # introduces something
    "cue": -8.0,
}
PROSE = 2.5  # from here on a unit is surely body
DOUBTFUL = 0.0  # below it a unit is kept only between units of the body


_new = tuple.__new__  # a tuple of a class, made without the call that its names cost


class Scored(NamedTuple):
    """A unit with its score, and what the classifier asks about it. A tuple, since each line of a page has one."""

    unit: Unit
    score: float
    cue: Cue | None
    words: int
    headline: bool  # shaped like one: some words, no sentence's end
    item: bool  # of a list
    closes: bool
    english: bool
    inner: bool  # a sentence ends inside
    folded: str  # the text folded, when it is short
    titled: bool  # most words begin with capitals
    stops: bool  # ends with a full stop, as no headline does

    @property
    def prose(self) -> bool:
        opens = self.inner and (self.words >= _PLAIN or self.unit.text.endswith(":"))
        return self.score >= PROSE and (self.closes or opens or self.words >= 35)

    @property
    def plain(self) -> bool:
        """Prose that may only have lost its full stop: too many small letters for a headline."""
        return self.score >= PROSE - 0.5 and self.words >= _SENTENCE and not self.titled and not self.cue

    @property
    def like_a_link(self) -> bool:
        """No sentence's end, and not so plain that it must be one."""
        return not self.closes and not (self.plain and self.words >= _PLAIN)


def scored(unit: Unit, cues: Cues) -> Scored:
    """The unit with its features weighed."""
    if len(unit.text) > _SHORT:
        return _weighed(unit, cues)
    return _new(Scored, (unit, *_of_line(unit.text, cues)[1:]))


@lru_cache(maxsize=_REMEMBERED)
def _of_line(text: str, cues: Cues) -> Scored:
    """A short line by itself: the pages of an outlet have the same menus."""
    return _weighed(Unit(0, len(text), text, after_blank=False), cues)


def _weighed(unit: Unit, cues: Cues) -> Scored:
    text = unit.text
    folded = fold_line(text) if len(text) <= _LINE else ""
    sample = text[:_SAMPLE]
    size = len(text)
    stops = bool(_STOPS.search(text, max(0, size - 6)))
    found = _counted(sample, cues, short=bool(folded), stops=stops)
    count = found.words
    cue = cues.match(folded, text) if folded else None
    closes = bool(_CLOSES.search(text, max(0, size - 12))) or signature(text, 0, size) < size
    item = _ITEM.match(text)
    inner = bool(_INNER.search(sample, item.end() - 1 if item else 0))
    english = found.english >= 3 and found.english > 2 * found.indonesian
    score = sum(map(WEIGHTS.__getitem__, _features(text, sample, found)))
    score += WEIGHTS["closes"] * closes + WEIGHTS["inner"] * inner + WEIGHTS["english"] * english
    if folded and not (closes and count >= _PLAIN):
        score += WEIGHTS["separators"] * min(3, sum(map(text.count, _SEPARATORS)))
    if cue and cue.reason != "caption":
        score += WEIGHTS["cue"]
    headline = 3 <= count <= 32 and not (closes or text.endswith(",")) and len(text) <= 260 and cue is None
    return Scored(
        unit=unit,
        score=score,
        cue=cue,
        words=count,
        headline=headline,
        item=bool(item),
        closes=closes,
        english=english,
        inner=inner,
        folded=folded,
        titled=found.capitals >= max(3, count * 0.6) and not _runs_small(text),
        stops=stops,
    )


def _runs_small(text: str) -> bool:
    """Whether a line has small words in a row, as a sentence does whose other words are names and posts."""
    return _SMALL.search(text) is not None


class Counts(NamedTuple):
    """Words of a unit's sample, and how many of them are what."""

    words: int
    indonesian: int
    english: int
    capitals: int


def _counted(sample: str, cues: Cues, *, short: bool, stops: bool) -> Counts:
    """The words of a sample counted; in a short unit signs and numbers are not words, and capitals count
    when it does not end with a full stop."""
    words = sample.split()
    if short:
        words = [word for word in words if word[0].isalpha() or word.strip(_SIGNS)[:1].isalpha()]
        lowered = [word.lower() for word in words]
    else:
        lowered = sample.lower().split()
    indonesian = len([word for word in lowered if word in cues.indonesian])
    return Counts(
        words=len(words),
        indonesian=indonesian,
        english=len([word for word in lowered if word in cues.english]) if indonesian * 8 < len(words) else 0,
        capitals=len([word for word in words if word.strip(_SIGNS)[:1].isupper()]) if short and not stops else 0,
    )


def _features(text: str, sample: str, found: Counts) -> Iterator[str]:
    """The features that hold, by name."""
    count = found.words
    if count >= 25 or len(text) > _SAMPLE:
        yield "long"
    elif count >= 12:
        yield "medium"
    elif count <= 3:
        yield "tiny" if count else "wordless"
    if found.indonesian >= 2 and found.indonesian * 8 >= count:
        yield "function"
    elif found.indonesian:
        yield "few_function"
    if count >= 5 and found.capitals >= count * 0.8:
        yield "title_case"
    if count and sample.isupper():
        yield "caps"
    if sample.count(",") >= 2:
        yield "comma_list"
    if text.endswith(":"):
        yield "colon"
