"""How much a unit looks like the prose of an article: a table of features and their weights."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.reading.cues import Cue, Cues
from kg.reading.units import Unit

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLOSES = re.compile(r"[.!?…][\"”’'“)\]*\s]*$|[\"”]$|\)\.?$")
_INNER = re.compile(r"[.!?][\"”’)]*\s*[\"“]?[A-ZÀ-Þ]")
_SEPARATORS = re.compile(r"[|»›«→·•☰≡×#@]|\s/\s|\s>\s|\s{3,}|https?:|www\.|\w@\w")
_ITEM = re.compile(r"\s*(?:\(?\d{1,3}[.)]\)?|[-–*•·●▪○►✓]|\(?[a-zA-Z][.)])\s+\S")
_SAMPLE = 600  # characters that are judged; enough for a paragraph, bounded for a page in one line

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

    @property
    def prose(self) -> bool:
        return self.score >= PROSE and (self.closes or self.inner or self.words >= 35)


def scored(unit: Unit, cues: Cues) -> Scored:
    """The unit with its features weighed."""
    sample = unit.text[:_SAMPLE]
    words = _WORD.findall(sample)
    count = len(words)
    cue = cues.match(unit.text) if len(unit.text) <= 400 else None
    closes = bool(_CLOSES.search(unit.text[-12:]))
    lowered = [word.lower() for word in words]
    indonesian = sum(word in cues.indonesian for word in lowered)
    english = sum(word in cues.english for word in lowered)
    capitals = sum(word[0].isupper() for word in words)
    item = bool(_ITEM.match(unit.text))
    is_english = english >= 3 and english > 2 * indonesian
    score = 0.0
    weigh = WEIGHTS
    if closes:
        score += weigh["closes"]
    inner = bool(_INNER.search(sample))
    if inner:
        score += weigh["inner"]
    if count >= 25 or len(unit.text) > _SAMPLE:
        score += weigh["long"]
    elif count >= 12:
        score += weigh["medium"]
    elif count <= 3:
        score += weigh["tiny"] if count else weigh["wordless"]
    if indonesian >= 2 and indonesian * 8 >= count:
        score += weigh["function"]
    elif indonesian:
        score += weigh["few_function"]
    if count >= 5 and capitals >= count * 0.8:
        score += weigh["title_case"]
    if count and sample.isupper():
        score += weigh["caps"]
    if is_english:
        score += weigh["english"]
    if sample.count(",") >= 2:
        score += weigh["comma_list"]
    if sample.endswith(":"):
        score += weigh["colon"]
    score += weigh["separators"] * min(3, len(_SEPARATORS.findall(sample[:300])))
    if cue and cue.reason != "caption":
        score += weigh["cue"]
    headline = 3 <= count <= 32 and not closes and len(unit.text) <= 260 and cue is None
    return Scored(unit, score, cue, count, headline, item, closes, is_english, inner)
