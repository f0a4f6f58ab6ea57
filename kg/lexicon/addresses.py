"""A text → where its addresses stand, its hashtags and numbers of letters: they name nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kg.lexicon.letters import lower
from kg.lexicon.matcher import Hit

_MARKS = ("://", "www.", "@", "#", ".id", ".com", ".net", ".org")  # one of which every address has
_MARK = re.compile("|".join(map(re.escape, _MARKS)))
_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>"']+
      | (?<![\w@#])[@#]\w+
      | (?<![\w.+])[\w.+]+@\w[\w.]*
      | (?<![\w.])\w[\w.]*\.(?:id|com|net|org)\b(?:/[\w./?=&%-]*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_BLANK = re.compile(r"\s")
_YEAR = re.compile(r"/(?:19|20)\d\d(?!\w)")  # with which the number of a letter ends
_NUMBER = re.compile(r"[\w.-]+(?:/[\w.-]+)+$")
_DATE = re.compile(r"(?:[^\W\d]+/)?\d{1,2}/(?:\d{1,2}|[^\W\d]{3,})")  # up to its year
_LONGEST = 60  # characters of the number of a letter


def addresses(text: str) -> list[tuple[int, int]]:
    """The stretches that are addresses, hashtags or numbers of letters, in order."""
    lowered = lower(text)
    found = numbers(text)
    if not any(mark in lowered for mark in _MARKS):
        return found
    behind = 0
    for mark in _MARK.finditer(lowered):
        if mark.start() >= behind:
            start, behind = _between_blanks(text, mark.start())
            found += [match.span() for match in _ADDRESS.finditer(text, start, behind)]
    return sorted(set(found))


def _between_blanks(text: str, at: int) -> tuple[int, int]:
    """The stretch without blanks around an offset, in which no address begins or ends but at its ends."""
    blank = _BLANK.search(text, at)
    start = at
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start, blank.start() if blank is not None else len(text)


def numbers(text: str) -> list[tuple[int, int]]:
    """The numbers of letters, with words in them: "443.1/DINSOS/VII/2024"; a date has none."""
    found = []
    for year in _YEAR.finditer(text):
        number = _NUMBER.search(text, max(0, year.start() - _LONGEST), year.start())
        if number is None or _DATE.fullmatch(number[0]):
            continue
        if any(map(str.isdigit, number[0])) and any(map(str.isalpha, number[0])):
            found.append((number.start(), year.end()))
    return found


def outside(hits: Iterable[Hit], spans: Sequence[tuple[int, int]]) -> Iterable[Hit]:
    """The hits that begin in none of the stretches; most texts have none."""
    if not spans:
        return hits
    starts = [start for start, _ in spans]
    before = [(bisect_right(starts, hit.start) - 1, hit) for hit in hits]
    return [hit for place, hit in before if place < 0 or hit.start >= spans[place][1]]
