"""Where a paragraph's dateline ends: place, outlet and date in front of the first sentence."""

from __future__ import annotations

import re
from collections.abc import Container

_SEPARATOR = re.compile(r"\s*(?:\|\|?|//+|[–—―‒]|--+|(?<=\s)-(?=\s)|(?<=[A-Z])-(?=\s)|-(?=\s)|:)\s*")
_LONGEST = 90  # characters
_WORDS, _WORDS_MARKED = 8, 12  # of a dateline, and of one that holds an address, brackets or a date
_NAME = re.compile(r"[A-ZÀ-Þ0-9][\w.'’&]*(?:[-/][\w.'’&]+)*")
_SITE = re.compile(
    r"(?:[\w-]+\.)+(?:com|co\.id|id|net|org|co|news|go\.id|info|tv|my\.id|web\.id|or\.id|ac\.id)\b", re.IGNORECASE
)
_LEADING = re.compile(rf"(?:\(\s*[A-Z][\w. ]{{2,25}}\)|{_SITE.pattern}\s*,)\s+(?=[A-Z])")  # an outlet without a dash
_GLUED = re.compile(  # outlet and place without a blank around the dash: "Kabar Kita.id.Blora Jateng-Polres"
    rf"(?:[A-Z]\w{{2,14}} ){{0,2}}(?i:{_SITE.pattern})[.,]\s?"
    r"[A-Z]\w{2,20}(?: [A-Z]\w{2,20}){0,2} ?[-–—] ?(?=[A-Z])"
)
_TOKENS = re.compile(r"[^\s,]+")
_DATE = re.compile(r"\(?\s*(?<!\d)\d{1,2}[\s/.-]\w+[\s/.-]\d{2,4}\s*\)?")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’]+(?:\s[A-ZÀ-Þ][\w.'’]+){0,2}")
_BRACKETS = re.compile(r"\(([^()]{2,40})\)")


def dateline_end(text: str, start: int, end: int, offices: Container[str], *, sure: bool = False) -> int:
    """Where the dateline of the paragraph `text[start:end]` ends (and its first sentence begins), or `start`.

    One that begins with a word of `offices` is about a person. With `sure` only one with an outlet's address,
    brackets, a date or capitals throughout counts.
    """
    stretch = text[start : min(end, start + _LONGEST + 10)]
    best = 0
    opening = _TOKENS.search(stretch)
    if opening and opening.group().lower() in offices:
        return start
    for match in _SEPARATOR.finditer(stretch):
        if match.start() > _LONGEST:
            break
        begins = stretch[match.end() : match.end() + 1]
        if begins and not begins.islower() and _is_dateline(stretch[: match.start()], match.group().strip(), sure=sure):
            best = match.end()
        elif best:
            break
    if not best and not sure:
        leading = _LEADING.match(stretch) or _GLUED.match(stretch)
        best = leading.end() if leading else 0
    return start + best if start + best < end else start


def stands_alone(text: str, weekdays: Container[str]) -> bool:
    """Whether a line is a dateline and nothing else: place and date, or place and outlet."""
    if len(text) > _LONGEST:
        return False
    bare = text.strip(" -–—|:.")
    place = _DATE.sub("", bare).strip(" ,-–—|()") if _DATE.search(bare) else ""
    if place:
        if place.lower() in weekdays:
            return False
        return bool(_PLACE.fullmatch(place)) and bare.startswith(place)
    return ("|" in bare or "," in bare) and bool(_SITE.search(bare)) and _is_dateline(bare, "|", sure=False)


def _is_dateline(prefix: str, separator: str, *, sure: bool) -> bool:
    """Whether the words in front of a separator are place, outlet and date."""
    bare = prefix.strip(" ,-–—|:")
    if not bare:
        return False
    marked = bool(_SITE.search(bare) or _BRACKETS.search(bare) or _DATE.search(bare))
    rest = _DATE.sub(" ", _BRACKETS.sub(" ", bare))
    words = _TOKENS.findall(rest.replace("|", " ").replace("–", " ").replace("—", " ").replace("-", " "))
    if not words:
        return marked
    if len(words) > (_WORDS_MARKED if marked else _WORDS) or not all(
        _NAME.fullmatch(word) or _SITE.fullmatch(word) for word in words
    ):
        return False
    shouted = sum(word.isupper() and len(word) > 1 for word in words)
    if separator == ":":
        return (shouted == len(words) or (shouted > 0 and "," in bare)) and len(words) <= 5
    if marked or shouted * 2 >= len(words):
        return True
    place, comma, _ = bare.partition(",")
    return not sure and (len(words) <= 3 or (bool(comma) and len(place.split()) <= 3))
