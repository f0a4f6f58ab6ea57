"""How much a unit looks like the prose of an article: a table of features and their weights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.reading.cues import Cue, Cues, fold
from kg.reading.units import Unit

_CLOSES = re.compile(r"[.!?…][\"”’'“)\]*\s]*$|[\"”]$|\)\.?$")
_INNER = re.compile(r"[.!?][\"”’)]*\s*[\"“]?[A-ZÀ-Þ]")
_SIGNS = "\"'“”‘’()[],.:;!?*#>-–—"
_SEPARATORS = re.compile(r"[|»›«→·•☰≡×#@]|\s/\s|\s>\s|\s{3,}|https?:|www\.|\w@\w")
_ITEM = re.compile(r"\s*(?:\(?\d{1,3}[.)]\)?|[-–*•·●▪○►✓]|\(?[a-zA-Z][.)])\s+\S")
_LINE = 300  # characters up to which a unit may be furniture by its words
_PLAIN = 12  # words of a closed sentence whose bars and addresses are not counted
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


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with its score, and what the classifier asks about it."""

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

    @property
    def prose(self) -> bool:
        return self.score >= PROSE and (self.closes or self.inner or self.words >= 35)


def scored(unit: Unit, cues: Cues) -> Scored:
    """The unit with its features weighed."""
    text = unit.text
    folded = fold(text) if len(text) <= _LINE else ""
    sample = text[:_SAMPLE]
    words = [word for word in sample.split() if word[0].isalpha() or word.strip(_SIGNS)[:1].isalpha()]
    lowered = [word.lower() for word in words]
    count = len(words)
    found = Counts(
        words=count,
        indonesian=len([word for word in lowered if word in cues.indonesian]),
        english=len([word for word in lowered if word in cues.english]),
        capitals=len([word for word in words if word.strip(_SIGNS)[:1].isupper()]) if folded else 0,
    )
    cue = cues.match(folded) if folded else None
    closes = bool(_CLOSES.search(text, max(0, len(text) - 12)))
    inner = bool(_INNER.search(sample))
    english = found.english >= 3 and found.english > 2 * found.indonesian
    features = set(_features(text, sample, found))
    features |= {name for name, holds in (("closes", closes), ("inner", inner), ("english", english)) if holds}
    score = sum(WEIGHTS[name] for name in sorted(features))
    if folded and not (closes and count >= _PLAIN):
        score += WEIGHTS["separators"] * min(3, len(_SEPARATORS.findall(text)))
    if cue and cue.reason != "caption":
        score += WEIGHTS["cue"]
    headline = 3 <= count <= 32 and not closes and len(text) <= 260 and cue is None
    return Scored(unit, score, cue, count, headline, bool(_ITEM.match(text)), closes, english, inner, folded)


@dataclass(frozen=True, slots=True)
class Counts:
    """Words of a unit's sample, and how many of them are what."""

    words: int
    indonesian: int
    english: int
    capitals: int


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
